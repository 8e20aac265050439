# SPDX-License-Identifier: Apache-2.0
"""The nouns of licaudit: frozen structs without behaviour that needs the world."""
