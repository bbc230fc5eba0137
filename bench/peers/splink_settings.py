"""The model that Splink is given: the same slips' fields, levels and blocks as its own manual advises for names and dates of birth."""

import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import SettingsCreator, block_on

NAME_THRESHOLDS = [0.95, 0.88, 0.8]

DETERMINISTIC_RULES = [
    block_on("surname", "given_name", "birth_date"),
    block_on("document", "birth_date"),
    block_on("surname", "given_name", "document"),
]

TRAINING_RULES = [
    block_on("surname", "given_name"),
    block_on("birth_date", "sex"),
    block_on("document"),
]

BLOCKING_RULES = [
    block_on("surname", "birth_date"),
    block_on("document"),
    block_on("given_name", "birth_date"),
    block_on("surname", "given_name", "birth_year"),
    block_on("surname", "given_name", "patronymic"),
    block_on("patronymic", "birth_date"),
    block_on("surname_initial", "birth_date"),
    block_on("surname", "given_name", "birthday"),
    block_on("given_name", "patronymic", "birth_year", "surname_initial"),
    block_on("origin", "destination", "dated_on", "birth_year"),
    block_on("origin", "destination", "dated_on", "given_name"),
]


def settings() -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="unique_id",
        comparisons=[
            name("surname"),
            name("given_name"),
            name("patronymic"),
            birth_date(),
            cl.ExactMatch("sex"),
            cl.ExactMatch("citizenship").configure(term_frequency_adjustments=True),
            cl.ExactMatch("birth_country").configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("document", [1]),
        ],
        blocking_rules_to_generate_predictions=BLOCKING_RULES,
        retain_matching_columns=False,
    )


def name(column: str):
    """Equal names earn the more the rarer they are; near ones by Jaro-Winkler."""
    return cl.JaroWinklerAtThresholds(column, NAME_THRESHOLDS).configure(term_frequency_adjustments=True)


def birth_date():
    """The whole date, one slip of the pen in it, the year alone (slips may bear no more than a year), or less."""
    return cl.CustomComparison(
        output_column_name="birth_date",
        comparison_levels=[
            cll.NullLevel("birth_date"),
            cll.ExactMatchLevel("birth_date"),
            cll.DamerauLevenshteinLevel("birth_date", 1),
            cll.ExactMatchLevel("birth_year"),
            cll.ElseLevel(),
        ],
    )
