# SPDX-License-Identifier: Apache-2.0
"""Every key of `licaudit.toml`, `licaudit.register.toml` and a policy file, with what it takes and does."""

from licaudit.rulebook.strict import Key

LEVELS = ("error", "warning", "note", "never")
TITLES = ("always", "when-asked")
POLICIES = ("newsroom", "blog", "oer", "university", "strict")

SITE = {
    "name": Key("text", "What the publication is called; used in credits for own pictures."),
    "commercial": Key("flag", "Whether publishing the site is commercial; decides what NC licences mean here."),
    "law": Key("texts", "Countries (ISO 3166) whose courts matter where courts differ."),
    "hosts": Key("texts", "Host names of the site itself; pictures from elsewhere are hot-linked."),
    "territories": Key("texts", "Countries the site is published for, compared with those of a grant."),
    "channel": Key("text", "web, app, print, social or feed, compared with the channels of a grant."),
    "advertising": Key("flag", "Whether all pages are advertising."),
    "advertising-pages": Key("texts", "Patterns of pages that are advertising."),
}
LISTS = {"allowed": Key("texts", "Only these, by id, name or pattern."), "denied": Key("texts", "None of these, by id, name or pattern.")}
SUPPLIER = {
    "name": Key("text", "The supplier as credits name it."),
    "aliases": Key("texts", "Other ways in which credits name it."),
    "proof": Key("text", "Where the contract is."),
    "until": Key("date", "Last day of the contract."),
    "uses": Key("texts", "What the contract covers: editorial, advertising …"),
}
IGNORE = {
    "rules": Key("texts", "Which rules."),
    "reason": Key("text", "Why: shown in every report."),
    "paths": Key("texts", "Patterns of pages; all if left out."),
    "pictures": Key("texts", "Patterns of picture addresses; all if left out."),
    "fingerprints": Key("texts", "Single findings."),
    "until": Key("date", "Last day on which it counts."),
}
OVERRIDE = {
    "paths": Key("texts", "Patterns of the pages it is for."),
    "severity": Key("levels", "Severities of rules on these pages."),
    "commercial": Key("flag", "As in [site]."),
    "advertising": Key("flag", "As in [site]."),
    "channel": Key("text", "As in [site]."),
    "law": Key("texts", "As in [site]."),
}
SOURCE_MAP = {
    "preset": Key("text", "hugo, jekyll, eleventy, mkdocs, pelican, sphinx or docusaurus."),
    "built": Key("text", "Pattern of the built page."),
    "source": Key("text", "Pattern of the file it was made from."),
}
CREDITS = {
    "prefix": Key("text", 'What opens a credit, as in "Photo: "; left out: the word of the page\'s language.'),
    "separator": Key("text", 'What stands between the parts of a composed credit (default: ", ").'),
    "title": Key("choice", "Whether a composed credit names the title also where the licence does not ask for it.", choices=TITLES),
    "own": Key("text", 'The form of a credit for own pictures, as in "Photo: {creator}/{site}"; left out: none is asked for.'),
}
CONFIG: dict[str, Key] = {
    "site": Key("table", "What the site is.", keys=SITE),
    "policy": Key(
        "table",
        "How hard the rules count.",
        keys={
            "name": Key("choice", "A policy of the rulebook.", choices=POLICIES, option="--policy", environment="LICAUDIT_POLICY"),
            "fail-on": Key(
                "choice",
                "Lowest severity that makes the exit code 1.",
                choices=LEVELS,
                option="--fail-on",
                environment="LICAUDIT_FAIL_ON",
            ),
            "min-confidence": Key(
                "choice",
                "Leave out findings that are less certain.",
                choices=("low", "medium", "high"),
                option="--min-confidence",
                environment="LICAUDIT_MIN_CONFIDENCE",
            ),
        },
    ),
    "severity": Key("levels", 'Severity of single rules, or of a group as in "provenance/*".'),
    "licences": Key("table", "Licences that may or may not be used.", keys=LISTS),
    "sources": Key("table", "Sources that may or may not be used.", keys=LISTS),
    "staff": Key("texts", "Names of own photographers as credits print them."),
    "credits": Key("table", "The house style of credits.", keys=CREDITS),
    "supplier": Key("rows", "A supplier under contract.", keys=SUPPLIER, needs=("name",)),
    "no-suppliers": Key("flag", "Say true where there is no contract with any supplier."),
    "scan": Key(
        "table",
        "What is read.",
        keys={
            "exclude": Key("texts", "Patterns of files that are left out."),
            "jobs": Key("number", "Reading processes; 0 is one per core.", option="--jobs", environment="LICAUDIT_JOBS"),
        },
    ),
    "report": Key(
        "table",
        "What is written.",
        keys={
            "dir": Key("text-or-off", "Folder of the report for editors.", option="--report", environment="LICAUDIT_REPORT"),
            "lang": Key("choice", "Its language.", choices=("en", "de"), option="--report-lang", environment="LICAUDIT_REPORT_LANG"),
        },
    ),
    "rules": Key("table", "Own rules.", keys={"own": Key("texts", "Folders of rule files.")}),
    "register": Key("text", "File of the register (default: licaudit.register.toml)."),
    "baseline": Key("text-or-off", "File of the baseline (default: .licaudit-baseline.json).", option="--baseline"),
    "ignore": Key("rows", "Findings that are accepted.", keys=IGNORE, needs=("rules", "reason")),
    "overrides": Key("rows", "What differs for some pages.", keys=OVERRIDE, needs=("paths",)),
    "source-map": Key("rows", "How built pages lead back to their source.", keys=SOURCE_MAP),
}
RUN: dict[str, Key] = {
    "config": Key("text", "Configuration file.", option="--config"),
    "no-config": Key("flag", "Use no configuration file, register or baseline.", option="--no-config"),
    "config-ref": Key("text", "Git revision that configuration, register and baseline are read from.", option="--config-ref"),
    "since": Key("text", "Report only what changed since this git revision.", option="--since"),
    "format": Key("texts", "Output formats.", option="--format"),
    "no-report": Key("flag", "Write no report for editors.", option="--no-report"),
    "single-file": Key("flag", "Write the report as one HTML file.", option="--single-file"),
    "no-baseline": Key("flag", "Count findings that the baseline holds.", option="--no-baseline"),
    "no-ignores": Key("flag", "Count findings that an ignore covers.", option="--no-ignores"),
    "exit-zero": Key("flag", "Exit 0 where findings would make it 1.", option="--exit-zero"),
    "allow-incomplete": Key("flag", "Exit 0 where unreadable documents would make it 3.", option="--allow-incomplete"),
    "allow-empty": Key("flag", "Exit 0 where nothing was found to audit.", option="--allow-empty"),
    "color": Key("choice", "Colour on a terminal.", choices=("auto", "always", "never"), option="--color"),
    "quiet": Key("flag", "No summary on standard error.", option="--quiet"),
}
"""What belongs to one run: options and environment variables, with no place in the file."""

PICTURE = {
    "path": Key("texts", "Path, pattern or address of the picture."),
    "sha256": Key("texts", "Hash of the picture's bytes."),
    "creator": Key("texts", "Who made it."),
    "credit": Key("text", "The credit line that was agreed."),
    "copyright": Key("text", "Copyright notice."),
    "title": Key("text", "Title of the work."),
    "licence": Key("text", "Licence id."),
    "licence-url": Key("text", "Address of the licence."),
    "grant": Key("text", "What was granted, in words."),
    "supplier": Key("text", "Who supplied it."),
    "proof": Key("text", "Where the proof is."),
    "source": Key("text", "Name of the source."),
    "source-url": Key("text", "Address of the work."),
    "from": Key("date", "First day of the grant."),
    "until": Key("date", "Last day of the grant."),
    "embargo": Key("date", "Not to be shown before this day."),
    "territories": Key("texts", "Countries of the grant."),
    "channels": Key("texts", "Channels of the grant."),
    "uses": Key("texts", "Uses of the grant."),
    "pages": Key("texts", "Articles of the grant."),
    "own": Key("flag", "The publisher holds the rights."),
    "changes": Key("text", "What was changed in the picture."),
    "reason": Key("text", "Reason for a use without permission, such as quotation."),
    "note": Key("text", "Anything else."),
}
REGISTER: dict[str, Key] = {"picture": Key("rows", "One picture, or several.", keys=PICTURE)}
POLICY: dict[str, Key] = {
    "title": Key("text", "Name for people."),
    "description": Key("text", "Whom it is for."),
    "commercial": Key("flag", "As in [site]."),
    "severity": Key("levels", "Severities."),
}
