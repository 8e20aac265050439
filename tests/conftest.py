# SPDX-License-Identifier: Apache-2.0
"""Options and fixtures for all tests."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--renew-samples` rewrites reports/samples instead of comparing with it."""
    parser.addoption("--renew-samples", action="store_true", help="write reports/samples anew instead of comparing with it")


@pytest.fixture
def renew_samples(request: pytest.FixtureRequest) -> bool:
    """Whether samples are to be written."""
    return bool(request.config.getoption("--renew-samples"))
