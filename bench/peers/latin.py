"""Names in Latin capitals: what a careful user of Splink does before linking, with no knowledge of Saldo.

Cyrillic goes by ICAO Doc 9303 (part 3, section 6), with the letters of the space's other languages; Latin letters lose their marks.
"""

import re
import unicodedata

CYRILLIC = {
    "А": "A", "Б": "B", "В": "V", "Г": "G", "Д": "D", "Е": "E", "Ё": "E", "Ж": "ZH", "З": "Z", "И": "I", "Й": "I",
    "К": "K", "Л": "L", "М": "M", "Н": "N", "О": "O", "П": "P", "Р": "R", "С": "S", "Т": "T", "У": "U", "Ф": "F",
    "Х": "KH", "Ц": "TS", "Ч": "CH", "Ш": "SH", "Щ": "SHCH", "Ъ": "IE", "Ы": "Y", "Ь": "", "Э": "E", "Ю": "IU",
    "Я": "IA", "І": "I", "Ў": "U", "Ґ": "G", "Є": "IE", "Ї": "I", "Ә": "A", "Ғ": "G", "Қ": "K", "Ң": "N", "Ө": "O",
    "Ұ": "U", "Ү": "U", "Һ": "H", "Ӣ": "I", "Ӯ": "U", "Ҳ": "H", "Ҷ": "J",
}  # fmt: skip
LATIN = {"Ə": "A", "I": "I", "ı": "I", "Ø": "O"}
LETTERS = str.maketrans(CYRILLIC | LATIN)


def latin(name: str | None) -> str | None:
    """The name in A to Z, or None where nothing is left of it."""
    if name is None:
        return None
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", name.upper()).translate(LETTERS))
    return re.sub("[^A-Z]", "", plain) or None


def document_key(document: str | None) -> str | None:
    """The signs of a document's number without spaces and dashes, its letters in Latin."""
    if document is None:
        return None
    return re.sub("[^A-Z0-9]", "", document.upper().translate(LETTERS)) or None
