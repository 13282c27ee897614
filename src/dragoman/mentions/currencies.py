"""Currencies in text: signs, ISO 4217 codes and names.

A name that several states use ("rupees", "pesos") has a code only with its adjective ("Indian rupees").

>>> SIGNS["A$"], currency_of("euros"), currency_of("Indian rupees"), currency_of("pesos")
('AUD', 'EUR', 'INR', 'peso')
"""

from __future__ import annotations

# "$" and "pound" alone are read as the US and British ones, as agencies write them.
SIGNS = {
    "US$": "USD",
    "U.S.$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "NT$": "TWD",
    "R$": "BRL",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₺": "TRY",
    "₩": "KRW",
    "₦": "NGN",
    "₪": "ILS",
    "₴": "UAH",
    "₫": "VND",
    "₱": "PHP",
    "Rs.": "rupee",
    "Rs": "rupee",
    "RM": "MYR",
    "Rp": "IDR",
    "RMB": "CNY",
}
# Codes that are also words or names in capitals (ALL, TOP, CUP, COP, SOS) are left out.
CODES = (
    "AED AFN AMD ANG AOA ARS AUD AZN BAM BDT BGN BHD BIF BND BOB BRL BTN BWP BYN CAD CDF CHF CLP "
    "CNY CRC CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD GBP GEL GHS GMD GNF GTQ GYD HKD HNL HTG "
    "HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KPW KRW KWD KZT LAK LBP LKR LRD LYD MAD MDL "
    "MGA MKD MMK MNT MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PGK PHP PKR PLN PYG QAR "
    "RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SLE SRD SSP SYP SZL THB TJS TMT TND TRY TTD TWD "
    "TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW"
)
# Singular name: code. None where several states share the name.
NAMES: dict[str, str | None] = {
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "pound sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "ruble": "RUB",
    "rouble": "RUB",
    "shekel": "ILS",
    "hryvnia": "UAH",
    "lira": "TRY",
    "zloty": "PLN",
    "rand": "ZAR",
    "naira": "NGN",
    "cedi": "GHS",
    "baht": "THB",
    "taka": "BDT",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "dong": "VND",
    "tala": "WST",
    "tenge": "KZT",
    "lari": "GEL",
    "forint": "HUF",
    "birr": "ETB",
    "kwacha": "ZMW",
    "reais": "BRL",
    "rupee": None,
    "peso": None,
    "dinar": None,
    "dirham": None,
    "riyal": None,
    "rial": None,
    "franc": None,
    "krona": None,
    "krone": None,
    "kroner": None,
    "kronor": None,
    "shilling": None,
}
_NATIONAL = {
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "american dollar": "USD",
    "australian dollar": "AUD",
    "canadian dollar": "CAD",
    "new zealand dollar": "NZD",
    "hong kong dollar": "HKD",
    "singapore dollar": "SGD",
    "taiwan dollar": "TWD",
    "british pound": "GBP",
    "egyptian pound": "EGP",
    "syrian pound": "SYP",
    "lebanese pound": "LBP",
    "sudanese pound": "SDG",
    "indian rupee": "INR",
    "pakistani rupee": "PKR",
    "nepali rupee": "NPR",
    "nepalese rupee": "NPR",
    "sri lankan rupee": "LKR",
    "mexican peso": "MXN",
    "argentine peso": "ARS",
    "philippine peso": "PHP",
    "chilean peso": "CLP",
    "colombian peso": "COP",
    "iraqi dinar": "IQD",
    "kuwaiti dinar": "KWD",
    "jordanian dinar": "JOD",
    "serbian dinar": "RSD",
    "uae dirham": "AED",
    "emirati dirham": "AED",
    "moroccan dirham": "MAD",
    "saudi riyal": "SAR",
    "qatari riyal": "QAR",
    "yemeni riyal": "YER",
    "omani rial": "OMR",
    "iranian rial": "IRR",
    "swiss franc": "CHF",
    "cfa franc": "XOF",
    "rwandan franc": "RWF",
    "swedish krona": "SEK",
    "swedish kronor": "SEK",
    "norwegian krone": "NOK",
    "norwegian kroner": "NOK",
    "danish krone": "DKK",
    "danish kroner": "DKK",
    "kenyan shilling": "KES",
    "ugandan shilling": "UGX",
    "tanzanian shilling": "TZS",
    "korean won": "KRW",
    "south korean won": "KRW",
    "chinese yuan": "CNY",
    "japanese yen": "JPY",
    "turkish lira": "TRY",
    "syrian lira": "SYP",
    "brazilian reais": "BRL",
    "russian ruble": "RUB",
    "russian rouble": "RUB",
    "belarusian ruble": "BYN",
}
ADJECTIVES = tuple(sorted({name.rpartition(" ")[0] for name in _NATIONAL}))


def currency_of(name: str) -> str | None:
    """ISO 4217 code of a currency's name, the name itself where it is shared, ``None`` for no currency."""
    words = " ".join(name.lower().split())
    singular = words if words in _NATIONAL or words in NAMES else words.removesuffix("s")
    if singular in _NATIONAL:
        return _NATIONAL[singular]
    bare = singular if singular in NAMES else singular.rpartition(" ")[2]
    if bare not in NAMES:
        return None
    # "Liberian dollars": an adjective we have no code for makes the name ambiguous.
    return bare if bare != singular else NAMES[bare] or bare
