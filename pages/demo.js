// What all demo pages share: who the creators are, which markets there are, and what this visitor chose.
// A choice is looked for in the address first, then in what was kept on this device, then in the browser's languages.

import { headings } from "./headings.js";

/** The creators: `handle` names the collection in the shop, the clip in /media and the portrait in /pages/art. */
export const creators = [
  { handle: "noor-draws", theme: "paper", seconds: 24, captions: ["en", "ar"] },
  { handle: "rye-rolls", theme: "pop", seconds: 24, captions: ["en", "ar"] },
  { handle: "long-orbit", theme: "night", seconds: 24, captions: ["en", "ar", "ja"] },
];

/** Country to currency, in the order the list shows them. */
export const markets = { US: "USD", GB: "GBP", DE: "EUR", AE: "AED", SA: "SAR", KW: "KWD", JP: "JPY" };

/** The languages these pages are written in, by their own names; early.js has the same tags, words/ a file for each. */
export const languages = {
  en: "English",
  ar: "العربية",
  es: "Español",
  fr: "Français",
  de: "Deutsch",
  ja: "日本語",
  he: "עברית",
  "pt-BR": "Português (Brasil)",
  hi: "हिन्दी",
  id: "Bahasa Indonesia",
  tr: "Türkçe",
};

const isRtl = (lang) => lang === "ar" || lang === "he";

/** The four ready themes of the shelf. */
export const themes = ["paper", "night", "pop", "press"];

const root = document.documentElement;
export const query = new URLSearchParams(location.search);

/** What was kept on this device; empty where storage is refused. */
function kept() {
  try {
    return JSON.parse(localStorage.getItem("lantern")) ?? {};
  } catch {
    return {};
  }
}

/** Keeps choices for the other pages and the next visit, where the browser lets us. */
export function keep(changes) {
  try {
    localStorage.setItem("lantern", JSON.stringify({ ...kept(), ...changes }));
  } catch {
    // The address still carries the choice.
  }
}

const known = (value, list) => list.find((item) => item.toLowerCase() === value?.toLowerCase());

/** The visitor's choices; `theme` is undefined as long as the creator's own should be used. */
export const chosen = (() => {
  const countries = Object.keys(markets);
  const region = navigator.languages.map((tag) => tag.split("-").at(-1)).find((tag) => known(tag, countries));
  return {
    creator: creators.find(({ handle }) => handle === (query.get("creator") ?? query.get("collection"))) ?? creators[0],
    lang: root.lang,
    country: known(query.get("country"), countries) ?? known(kept().country, countries) ?? known(region, countries) ?? "US",
    theme: known(query.get("theme"), themes),
    followed: kept().followed ?? [],
  };
})();

/** Changes one choice everywhere: kept, in the address (so that the view can be shared) and on <html>. */
export function choose(name, value) {
  chosen[name] = value;
  if (name !== "theme") keep({ [name]: value });
  if (value === undefined) query.delete(name);
  else query.set(name, value);
  history.replaceState(history.state, "", `${location.pathname}?${query}${location.hash}`);
  root.lang = chosen.lang;
  root.dir = isRtl(chosen.lang) ? "rtl" : "ltr";
}

/** An address on this site that carries the choices made so far and nothing that is merely the default. */
export function carry(href, changes = {}) {
  const url = new URL(href, location.origin);
  for (const name of ["lang", "country", "theme", "scheme"]) {
    if (query.has(name)) url.searchParams.set(name, query.get(name));
  }
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, value);
  return url.pathname + url.search + url.hash;
}

/**
 * Puts the page's words in place: `data-word` is a text, `data-name` an accessible name, `data-carry` a link. Resolves with
 * the words; with nothing when the visitor has meanwhile chosen another language.
 */
export async function speak() {
  const { lang } = chosen;
  const { words: say } = await import(`./words/${lang}.js`);
  if (lang !== chosen.lang) return undefined;
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = say[node.dataset.word];
  for (const node of document.querySelectorAll("[data-name]")) node.setAttribute("aria-label", say[node.dataset.name]);
  for (const node of document.querySelectorAll("a[data-carry]")) node.href = carry(node.getAttribute("href"));
  return say;
}

/** The heading of a creator's shelf. */
export const heading = () => headings[chosen.creator.handle][chosen.lang];

/** Hands the choices to a shelf. Only what differs is written, so that a mounted shelf is not disturbed. */
export function dress(shelf) {
  const wanted = {
    store: query.get("store") || location.origin,
    lang: chosen.lang,
    country: chosen.country,
    currency: markets[chosen.country],
    theme: chosen.theme ?? chosen.creator.theme,
  };
  for (const [name, value] of Object.entries(wanted)) {
    if (shelf.getAttribute(name) !== value) shelf.setAttribute(name, value);
  }
}

/** Is the page dark now, by the visitor's word or by the system's? */
export const isDark = () =>
  root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

/** Forces light or dark. */
export function setDark(dark) {
  root.dataset.scheme = dark ? "dark" : "light";
  keep({ scheme: root.dataset.scheme });
}
