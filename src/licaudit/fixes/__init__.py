# SPDX-License-Identifier: Apache-2.0
"""Edits to published files: planned by byte span, proved by reading the result, written whole or not at all."""

MENDED = ("licence-link-missing", "licence-link-noncanonical")
"""Rules whose fault words alone can mend, without knowing anything that is not on the page."""
