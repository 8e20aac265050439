# SPDX-License-Identifier: Apache-2.0
"""licaudit: who made each picture in an article, by what right it is shown, and what the credit should say."""

__version__ = "0.1.0"
