# SPDX-License-Identifier: Apache-2.0
"""Lines as the Commons print them: several makers with roles, homes, dates of life, files and talk pages."""

import pytest

from licaudit.credits.parse import parse_line

PAGE = "https://commons.wikimedia.org/w/index.php?curid=12"


@pytest.mark.parametrize(
    ("text", "creators", "licence"),
    [
        (f"By Ada Sample - Own work, CC BY-SA 4.0, {PAGE}", ["Ada Sample"], "CC-BY-SA-4.0"),
        (
            "By derivative work: Bomuster (Duo.jpg) [CC-BY-SA-3.0 (http://creativecommons.org/licenses/by-sa/3.0/)]",
            ["Bomuster"],
            "CC-BY-SA-3.0",
        ),
        (
            f"By Original photo: User:Adaex Derivative work: User:Bomu007, CC BY-SA 3.0, {PAGE}",
            ["User:Adaex", "User:Bomu007"],
            "CC-BY-SA-3.0",
        ),
        (
            f"Von Plan.svg: Ada Beispiel derivative work: Bomuster (talk) - Plan.svg, CC BY-SA 3.0, {PAGE}",
            ["Ada Beispiel", "Bomuster"],
            "CC-BY-SA-3.0",
        ),
        (f"By Ada Sample; vectorization: Bomuster - Own work, CC BY-SA 4.0, {PAGE}", ["Ada Sample", "Bomuster"], "CC-BY-SA-4.0"),
        (f"By Ada Sample from Sampletown, Modelland - Harbour at dusk, CC BY 2.0, {PAGE}", ["Ada Sample"], "CC-BY-2.0"),
        (f"By Ada Sample (1820-1890) - Book of Samples, Public Domain, {PAGE}", ["Ada Sample"], "PD"),
        (f"By The original uploader was Ada Sample at English Wikipedia., CC BY-SA 2.5, {PAGE}", ["Ada Sample"], "CC-BY-SA-2.5"),
        (f"By en:User:Bomuster - en:Image:Harbour.jpg, CC BY-SA 3.0, {PAGE}", ["en:User:Bomuster"], "CC-BY-SA-3.0"),
        ("By U.S. Air Force photo by Staff Sgt. Ada Sample - http://www.example.mil/x, Public Domain", ["Staff Sgt. Ada Sample"], "PD"),
        (
            "Ada Sample from Sampletown, ZZ, United Lands of Modelland [CC BY-SA 2.0 (https://creativecommons.org/licenses/by-sa/2.0)]",
            ["Ada Sample"],
            "CC-BY-SA-2.0",
        ),
        (f"By Unknown author - Library of Congress, Public Domain, {PAGE}", [], "PD"),
    ],
)
def test_who_made_it(text: str, creators: list[str], licence: str) -> None:
    credit = parse_line(text)
    assert credit.is_credit
    assert [p.name for p in credit.creators] == creators
    assert credit.licence == licence


def test_a_derivative_work_in_prose_is_no_credit() -> None:
    assert not parse_line("The photo is a derivative work of a painting.").is_credit
