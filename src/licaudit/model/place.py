# SPDX-License-Identifier: Apache-2.0
"""Where something stands in a published source."""

import msgspec


class Place(msgspec.Struct, frozen=True, order=True):
    """A span of one source file.

    `line` and `column` are 1-based and count code points, as editors do;
    `start` and `end` are 0-based byte offsets into the file as stored, so that
    an edit can be spliced without decoding the rest. A place in something that
    has no lines (a zip member's picture) is line 0.
    """

    path: str
    line: int = 0
    column: int = 0
    start: int = 0
    end: int = 0
