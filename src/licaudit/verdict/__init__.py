# SPDX-License-Identifier: Apache-2.0
"""What becomes of findings: fingerprints, ignores, baseline, and the verdict on each picture."""
