// What the shelf writes through the browser's `Intl`: for the door's first cards, and for wasm. Smaller here than as bindings.

/** How many decimal digits a currency's minor unit has (ISO 4217), as `ucp::money::exponent` has it: the wire speaks ISO, not the locale's data. */
function digits(currency) {
  if (/^(BIF|CLP|DJF|GNF|ISK|JPY|KMF|KRW|PYG|RWF|UGX|UYI|VND|VUV|XAF|XOF|XPF)$/.test(currency)) return 0;
  if (/^(BHD|IQD|JOD|KWD|LYD|OMR|TND)$/.test(currency)) return 3;
  return /^(CLF|UYW)$/.test(currency) ? 4 : 2;
}

// The door and the glue carry this file each; what is made is shared.
const made = (globalThis[Symbol.for("fanshelf.intl")] ??= {});

/** One of `Intl`'s tools. Making it takes a browser longer than a card takes to draw, so it is made once. */
function tool(kind, locale, options) {
  return (made[kind + locale + JSON.stringify(options)] ??= new Intl[kind](locale, options));
}

/** An amount in minor units. It becomes a decimal string, never a fraction of a float. */
export function money(locale, amount, currency) {
  const places = digits(currency);
  const plain = String(Math.abs(amount)).padStart(places + 1, "0");
  const cut = plain.length - places;
  const decimal = (amount < 0 ? "-" : "") + plain.slice(0, cut) + (places ? "." + plain.slice(cut) : "");
  const options = { style: "currency", currency, minimumFractionDigits: places, maximumFractionDigits: places };
  try {
    return tool("NumberFormat", locale, options).format(decimal);
  } catch {
    // No code of a currency.
    return decimal;
  }
}

/** A whole number. */
export function number(locale, n) {
  return tool("NumberFormat", locale).format(n);
}

/** The plural category of a whole number (CLDR). */
export function category(locale, n) {
  return tool("PluralRules", locale).select(n);
}

/** A point in time (RFC 3339, or a day alone); as it came when it is none. */
function written(locale, iso, options) {
  const date = new Date(iso);
  return isNaN(date) ? iso : tool("DateTimeFormat", locale, options).format(date);
}

/** A day or a moment in words of medium length. */
export function date(locale, iso) {
  // A bare day is a day in no time zone: written in UTC so that it stays that day.
  return written(locale, iso, { dateStyle: "medium", ...(iso.length === 10 ? { timeZone: "UTC" } : { timeStyle: "short" }) });
}

/** A moment that is near, in the fan's own time zone: day and time, without a year. */
export function moment(locale, iso) {
  return written(locale, iso, { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" });
}
