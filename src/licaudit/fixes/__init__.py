# SPDX-License-Identifier: Apache-2.0
"""Edits to published files: planned by byte span, proved by reading the result, written whole or not at all."""
