# SPDX-License-Identifier: Apache-2.0
"""Every setting has one value and one origin: option, environment, file, policy, default, in this order."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from licaudit.cli import config
from licaudit.errors import ConfigError
from licaudit.model.policy import Settings
from licaudit.rulebook.load import rulebook
from licaudit.settings import environment, load
from licaudit.settings.environment import flat, variables
from licaudit.settings.keys import CONFIG, POLICIES

FILE = """[site]
name = "Harbour Post"
law = ["DE"]

[policy]
fail-on = "note"

[credits]
prefix = "Picture: "

[severity]
title-missing = { level = "error", reason = "our lawyer" }

[[supplier]]
name = "AFP"

[[overrides]]
paths = ["old/"]
severity = { credit-missing = "off" }
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "licaudit.toml").write_text(FILE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(settings: Settings, key: str) -> tuple[Any, str]:
    return settings.values[key], settings.origins[key]


def test_each_origin_in_its_order(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(load(["site"]), "policy.fail-on") == ("note", "licaudit.toml:6")
    monkeypatch.setenv("LICAUDIT_FAIL_ON", "warning")
    assert told(load(["site"]), "policy.fail-on") == ("warning", "environment LICAUDIT_FAIL_ON")
    settings = load(["site"], {"fail_on": "never"})
    assert told(settings, "policy.fail-on") == ("never", "option --fail-on")
    assert settings.policy.fail_on == "never"
    assert told(settings, "policy.min-confidence") == ("low", "default")
    assert told(load(["site"], {"policy": "university"}), "site.commercial") == (False, "policy university")
    monkeypatch.setenv("LICAUDIT_SITE_COMMERCIAL", "yes")
    assert load(["site"], {"policy": "university"}).policy.commercial is True


def test_severities_keep_origin_and_reason(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LICAUDIT_SEVERITY", "credit-missing=off, provenance/*=note")
    settings = load(["site"], {"policy": "oer"})
    assert told(settings, "severity.title-missing") == (("error", "our lawyer"), "licaudit.toml:12")
    assert settings.origins["severity.source-link-missing"] == "policy oer"
    assert settings.origins["severity.credit-missing"] == "environment LICAUDIT_SEVERITY"
    assert settings.policy.severities["provenance/*"] == "note"
    assert settings.policy.reasons["title-missing"] == "our lawyer"


def test_every_setting_of_the_file_has_a_variable_that_works(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    samples: dict[str, Any] = {"flag": "true", "number": "3", "texts": "AA", "text": "x", "text-or-off": "x", "levels": "title-missing=off"}
    for name, (dotted, key) in variables().items():
        with monkeypatch.context() as patched:
            patched.setenv(name, key.choices[-1] if key.choices else samples[key.kind])
            said = environment.read()
        assert said.names == {dotted: name}
        assert dotted in said.values
    rows = {name for name, key in flat(CONFIG) if key.kind == "rows"}
    assert {dotted for dotted, _ in variables().values()} >= {name for name, _ in flat(CONFIG)} - rows


def test_all_settings_are_merged_whatever_they_are(folder: Path) -> None:
    known = {name for name, key in flat(CONFIG) if key.kind not in ("rows", "levels")}
    assert known <= load(["site"]).values.keys()
    assert known <= load(["site"], {"no_config": True}).values.keys()


def test_a_value_that_is_wrong_names_the_variable(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LICAUDIT_SITE_COMMERCIAL", "perhaps")
    with pytest.raises(ConfigError, match=r"LICAUDIT_SITE_COMMERCIAL.*true or false"):
        load(["site"])


def test_a_variable_that_is_nearly_a_setting_is_told_and_a_foreign_one_is_not(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LICAUDIT_FAILON", "error")
    monkeypatch.setenv("LICAUDIT_CHROMIUM", "/usr/bin/chromium")
    monkeypatch.setenv("LICAUDIT_POLICY", " ")
    settings = load(["site"])
    assert [m for m in settings.messages if "LICAUDIT" in m] == [
        "The environment variable LICAUDIT_FAILON is no setting. Did you mean LICAUDIT_FAIL_ON?"
    ]
    assert settings.origins["policy.name"] == "default"


@pytest.mark.parametrize(
    ("options", "variable", "off"),
    [
        ({"no_report": True}, "LICAUDIT_REPORT", True),
        ({"report_dir": "out"}, "LICAUDIT_NO_REPORT", False),
        ({}, "LICAUDIT_NO_REPORT", True),
    ],
)
def test_an_option_outweighs_the_environments_opposite(
    folder: Path, monkeypatch: pytest.MonkeyPatch, options: dict[str, Any], variable: str, off: bool
) -> None:
    monkeypatch.setenv(variable, "1")
    assert (load(["site"], options).report_dir is None) is off


@pytest.mark.parametrize(
    ("config", "line", "said"),
    [
        ('[site]\nlaw = ["Germany"]\n', 2, "ISO 3166"),
        ('[[overrides]]\npaths = ["a/"]\nlaw = ["germany"]\n', 3, "ISO 3166"),
        ('[credits]\nown = "Photo: {author}"\n', 2, "{creator} and {site}"),
        ('[credits]\nown = "Photo: {creator"\n', 2, "{creator} and {site}"),
        ('[credits]\ntitle = "never"\n', 2, "always, when-asked"),
        ('[licences]\nallowed = [\n  "CC-BY-*",\n  "CC BY-AS 4.0",\n]\n', 4, "CC-BY-SA-4.0"),
        ('[licences]\ndenied = ["GPL-9"]\n', 2, "no licence"),
        ("[credits]\nprefx = 'Photo'\n", 2, "prefix"),
    ],
)
def test_values_that_mean_nothing_are_told_with_file_and_line(folder: Path, config: str, line: int, said: str) -> None:
    (folder / "licaudit.toml").write_text(config, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(["site"])
    assert (caught.value.path, caught.value.line) == ("licaudit.toml", line)
    assert said in str(caught.value)


def test_config_prints_every_value_with_its_origin(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LICAUDIT_JOBS", "2")
    shown = CliRunner().invoke(config.command, ["site", "--policy", "oer"], catch_exceptions=False).output
    lines = {line.split()[0]: " ".join(line.split()[1:]) for line in shown.splitlines()}
    assert lines["scan.jobs"] == "2 # environment LICAUDIT_JOBS"
    assert lines["policy.name"] == '"oer" # option --policy'
    assert lines["site.law"] == '["DE"] # licaudit.toml:3'
    assert lines["site.commercial"] == "(not set) # default"
    assert lines["credits.prefix"] == '"Picture: " # licaudit.toml:9'
    assert lines["severity.title-missing"] == '{ level = "error", reason = "our lawyer" } # licaudit.toml:12'
    assert lines["supplier.1"] == '{ name = "AFP" } # licaudit.toml:14'
    assert lines["overrides.1"] == '{ paths = ["old/"], severity = { credit-missing = "off" } } # licaudit.toml:17'
    assert {name for name, key in flat(CONFIG) if key.kind not in ("rows", "levels")} <= lines.keys()


def test_config_tells_a_rule_that_does_not_exist(folder: Path) -> None:
    (folder / "licaudit.toml").write_text('[severity]\ntitel-missing = "off"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="title-missing"):
        CliRunner().invoke(config.command, ["site"], catch_exceptions=False)


def test_licences_may_be_named_as_editors_write_them(folder: Path) -> None:
    (folder / "licaudit.toml").write_text('[licences]\nallowed = ["CC BY-SA 4.0", "CC0-1.0", "CC-BY", "GFDL-*", "ARR"]\n', encoding="utf-8")
    assert load(["site"]).policy.allowed_licences == ("CC-BY-SA-4.0", "CC0-1.0", "CC-BY", "GFDL-*", "ARR")


@pytest.mark.parametrize("name", POLICIES)
def test_policies_name_rules_that_exist_and_say_why(folder: Path, name: str) -> None:
    policy = load(["site"], {"policy": name, "no_config": True}).policy
    known = {rule for one in rulebook().rules.values() for rule in (one.id, *one.aliases, f"{one.group}/*")}
    assert set(policy.severities) <= known
    assert set(policy.reasons) == set(policy.severities)
    assert policy.title and policy.description
