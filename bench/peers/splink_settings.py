"""The model that Splink is given: the same slips' fields, levels and blocks as its own manual advises for names and dates of birth."""

import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import SettingsCreator, block_on

# Two random slips almost never share a document: too seldom for a random sample, in which the few that do are one person's.
U_SAME_DOCUMENT = 3e-7
U_NEAR_DOCUMENT = 2e-5

DETERMINISTIC_RULES = [
    block_on("surname", "given_name", "birth_date"),
    block_on("document", "birth_date"),
    block_on("surname", "given_name", "document"),
]

TRAINING_RULES = [
    block_on("surname", "given_name"),
    block_on("birth_date"),
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
            name("surname", crosswise="given_name"),
            name("given_name"),
            name("patronymic"),
            birth_date(),
            cl.ExactMatch("sex"),
            cl.ExactMatch("citizenship").configure(term_frequency_adjustments=True),
            cl.ExactMatch("birth_country").configure(term_frequency_adjustments=True),
            document(),
            event(),
        ],
        blocking_rules_to_generate_predictions=BLOCKING_RULES,
        retain_matching_columns=False,
    )


def name(column: str, crosswise: str | None = None):
    """Equal names earn the more the rarer they are; then the two columns swapped, one slip of the pen, and Jaro-Winkler."""
    return cl.CustomComparison(
        output_column_name=column,
        comparison_levels=[
            cll.NullLevel(column),
            cll.ExactMatchLevel(column, term_frequency_adjustments=True),
            *([cll.ColumnsReversedLevel(column, crosswise)] if crosswise else []),
            cll.Or(cll.JaroWinklerLevel(column, 0.95), cll.DamerauLevenshteinLevel(column, 1)),
            cll.JaroWinklerLevel(column, 0.88),
            cll.JaroWinklerLevel(column, 0.8),
            cll.ElseLevel(),
        ],
    )


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


def document():
    return cl.CustomComparison(
        output_column_name="document",
        comparison_levels=[
            cll.NullLevel("document"),
            fixed_u(cll.ExactMatchLevel("document"), U_SAME_DOCUMENT),
            fixed_u(cll.LevenshteinLevel("document", 1), U_NEAR_DOCUMENT),
            fixed_u(cll.ElseLevel(), 1 - U_SAME_DOCUMENT - U_NEAR_DOCUMENT),
        ],
    )


def event():
    """How near in time a departure and an arrival of one corridor lie; other pairs of slips say nothing."""
    apart = """origin_l is null or origin_r is null or destination_l is null or destination_r is null
        or origin_l <> origin_r or destination_l <> destination_r or kind_l = kind_r"""
    within = [cll.CustomLevel(f"abs(dated_on_l - dated_on_r) <= {days}", f"{days} days") for days in (3, 31, 183)]
    return cl.CustomComparison(
        output_column_name="event",
        comparison_levels=[
            cll.CustomLevel(apart, "not two ends of one corridor").configure(is_null_level=True),
            *within,
            cll.ElseLevel(),
        ],
    )


def fixed_u(level, u: float):
    return level.configure(u_probability=u, fix_u_probability=True)
