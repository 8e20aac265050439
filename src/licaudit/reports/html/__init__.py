# SPDX-License-Identifier: Apache-2.0
"""The editors' report: a folder of static pages, or one file, drawn from the report dict alone.

Nothing in it asks the network for anything, runs inline script or trusts a
word of what was read. It opens from disk.
"""

from licaudit.reports.html.report import WriteSummary, write

__all__ = ["WriteSummary", "write"]
