// The widget's own words, read from where they are written (crates/wording), so that a spec asks for what is meant.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const cache = {};

/** A Rust string literal's text. */
const literal = (text) => JSON.parse(`"${text.replace(/\\u\{(\w+)\}/g, (_, code) => `\\u${code.padStart(4, "0")}`)}"`);

function load(lang) {
  const text = readFileSync(resolve(import.meta.dirname, `../../crates/wording/src/${lang.toLowerCase().replace("-", "_")}.rs`), "utf8");
  const entries = [...text.matchAll(/Key::(\w+) => Plain\("((?:[^"\\]|\\.)*)"\)/g)];
  return Object.fromEntries(entries.map(([, key, words]) => [key, literal(words)]));
}

/** The words of a key in a language, as a pattern in which every `{slot}` may be anything. */
export function say(lang, key) {
  const words = (cache[lang] ??= load(lang))[key];
  if (words === undefined) throw new Error(`there is no plain text ${key} in ${lang}`);
  const pattern = words.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*");
  return new RegExp(`^\\s*${pattern}\\s*$`);
}
