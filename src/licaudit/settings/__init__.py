# SPDX-License-Identifier: Apache-2.0
"""What an audit was asked to do: configuration, policy and register, each value with its origin."""

from licaudit.settings.load import load

__all__ = ["load"]
