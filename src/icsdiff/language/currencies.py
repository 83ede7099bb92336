"""The currency of an amount, written before it (``US$``, ``KES``) or after it (``euros``, ``Kenyan shillings``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from icsdiff.language.numerals import Number

# Code, symbols before an amount, names after it.
_TABLE = """
USD | $ US$ U.S.$ | us dollar, u.s. dollar, american dollar, dollar
EUR | € | euro
GBP | £ | pound sterling, pounds sterling, british pound
AED | | emirati dirham
AFN | | afghani
AMD | | armenian dram
AOA | | angolan kwanza, kwanza
ARS | | argentine peso
AUD | A$ AU$ | australian dollar
AZN | ₼ | azerbaijani manat
BDT | ৳ Tk | bangladeshi taka, taka
BHD | | bahraini dinar
BIF | | burundian franc
BRL | R$ | brazilian real, reais
BWP | | botswana pula, pula
CAD | C$ CA$ | canadian dollar
CDF | | congolese franc
CHF | | swiss franc
CLP | | chilean peso
CNY | | chinese yuan, yuan, renminbi
COP | | colombian peso
CRC | ₡ | costa rican colon
CUP | | cuban peso
CZK | | czech koruna
DJF | | djiboutian franc
DKK | | danish krone
DOP | | dominican peso
DZD | | algerian dinar
EGP | | egyptian pound
ETB | | ethiopian birr, birr
FJD | FJ$ | fijian dollar
GEL | ₾ | georgian lari, lari
GHS | ₵ GH₵ | ghanaian cedi, cedi
GMD | | gambian dalasi, dalasi
GNF | | guinean franc
GTQ | Q | guatemalan quetzal, quetzal
GYD | G$ | guyanese dollar
HKD | HK$ | hong kong dollar
HNL | L | honduran lempira, lempira
HTG | | haitian gourde, gourde
HUF | | hungarian forint, forint
IDR | Rp | indonesian rupiah, rupiah
ILS | ₪ | israeli shekel, new israeli shekel, shekel
INR | ₹ | indian rupee
IQD | | iraqi dinar
IRR | | iranian rial
ISK | | icelandic krona
JMD | J$ | jamaican dollar
JOD | | jordanian dinar
JPY | ¥ | japanese yen, yen
KES | KSh Ksh KShs | kenyan shilling
KHR | ៛ |
KRW | ₩ | south korean won, korean won
KWD | | kuwaiti dinar
KZT | ₸ | kazakhstani tenge, tenge
LAK | ₭ |
LBP | | lebanese pound
LKR | | sri lankan rupee
LRD | | liberian dollar
LYD | | libyan dinar
MAD | | moroccan dirham
MDL | | moldovan leu, moldovan lei
MNT | | mongolian tugrik
MUR | | mauritian rupee
MWK | | malawian kwacha
MXN | | mexican peso
MYR | RM | malaysian ringgit, ringgit
MZN | | mozambican metical
NAD | | namibian dollar
NGN | ₦ | nigerian naira, naira
NOK | | norwegian krone
NPR | | nepalese rupee
NZD | NZ$ | new zealand dollar
OMR | | omani rial
PAB | B/. |
PEN | S/. S/ | peruvian sol, sol
PHP | ₱ | philippine peso
PKR | | pakistani rupee
PLN | | polish zloty, zloty
PYG | ₲ | paraguayan guarani, guarani
QAR | | qatari riyal
RON | | romanian leu, romanian lei
RSD | | serbian dinar
RUB | ₽ | russian ruble, ruble, rouble
RWF | | rwandan franc
SAR | | saudi riyal
SDG | | sudanese pound
SEK | | swedish krona
SGD | S$ | singapore dollar
SOS | | somali shilling
SSP | | south sudanese pound
SYP | | syrian pound
THB | ฿ | thai baht, baht
TMT | | turkmen manat
TND | | tunisian dinar
TRY | ₺ | turkish lira
TTD | TT$ |
TWD | NT$ | taiwan dollar
TZS | TSh | tanzanian shilling
UAH | ₴ | ukrainian hryvnia, hryvnia
UGX | USh | ugandan shilling
UYU | | uruguayan peso
VND | ₫ | vietnamese dong, dong
XAF | | central african cfa franc
XOF | | west african cfa franc
XDR | SDR | special drawing right
YER | | yemeni rial
ZAR | R | south african rand, rand
ZMW | K | zambian kwacha
"""
_OTHER_CODES = (
    "ALL BAM BBD BGN BND BOB BSD BTN BYN BZD CVE ERN KGS KMF LSL MGA MKD MMK MOP MRU MVR NIO PGK SBD SCR SLE SRD STN "
    "SZL TJS TOP UZS VES VUV WST XCD XPF ZWL"
)
# Names that several countries use stand for themselves.
_SHARED = "pound peso shilling rupee franc dinar dirham riyal rial krone kroner krona koruna lira kwacha manat leu lei"
_SHARED_SYMBOLS = {"Rs": "rupee", "Rs.": "rupee", "Sh": "shilling", "Sh.": "shilling", "FCFA": "franc", "CFAF": "franc"}
# Letters that are no currency before a small number: SDG 5, COP 28, Q3, TOP 10.
_DOUBTFUL = frozenset("SDG COP ALL TOP TRY CUP SOS MOP PEN MAD BAM GEL R K L Q".split())
_LEAST = 1000
"""An amount from which those letters are believed."""
_SPAN = 8
"""Characters before a number in which its currency stands."""


def _columns() -> Iterator[tuple[str, list[str], list[str]]]:
    for row in _TABLE.strip().splitlines():
        code, symbols, names = (column.strip() for column in row.split("|"))
        yield code, symbols.split(), names.split(", ") if names else []


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


_CODES = frozenset((*(code for code, *_ in _columns()), *_OTHER_CODES.split()))
_SYMBOLS = {**{symbol: code for code, symbols, _ in _columns() for symbol in symbols}, **_SHARED_SYMBOLS}
_NAMES = {**{word: word for word in _SHARED.split()}, **{name: code for code, _, names in _columns() for name in names}}
_BEFORE = re.compile(rf"(?:(?<!\w)(?:{_any(_SYMBOLS)})|(?<!\w)[A-Z]{{3}}|[$€£])[^\S\n]?$")
_CODE_AFTER = re.compile(r"\s?([A-Z]{3})\b")
_SYMBOL_AFTER = re.compile(r"\s?([€£₫₴₽])")
# Pounds of something are a weight.
_NAME_AFTER = re.compile(rf"[\s-]+(?!pounds?\s+of\b)(?P<name>{_any(_NAMES)})(?:e?s)?\b")


def currency_before(text: str, place: int) -> tuple[str, int]:
    """The currency written before an amount and where it begins; empty, and the place itself, where there is none."""
    match = _BEFORE.search(text, max(0, place - _SPAN), place)
    written = match.group().strip() if match else ""
    currency = _SYMBOLS.get(written) or (written if written in _CODES else "")
    return (currency, match.start()) if match and currency else ("", place)


def is_doubtful(written: str, number: Number) -> bool:
    """Whether the letters before a number are more likely a name: ``SDG 5``."""
    return written.strip() in _DOUBTFUL and (number.value < _LEAST or number.is_yearlike)


def currency_after(text: str, small: str, end: int) -> tuple[str, int]:
    """The currency named after an amount and where it ends; empty, and ``end`` itself, where there is none."""
    if match := _SYMBOL_AFTER.match(text, end):
        return _SYMBOLS[match[1]], match.end()
    if (match := _CODE_AFTER.match(text, end)) and match[1] in _CODES and match[1] not in _DOUBTFUL:
        return match[1], match.end()
    if match := _NAME_AFTER.match(small, end):
        return _NAMES[match["name"]], match.end()
    return "", end
