# SPDX-License-Identifier: Apache-2.0
"""The version of this program, for reports and cache keys."""

__version__ = "0.1.0"
