// The host page, the same for everybody: a header, a video's box, a title, the shelf, and text under it that a shelf without
// reserved height pushes away. What differs is what fills the shelf.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../pages");
const read = (name) => readFileSync(join(folder, name), "utf8");

/** The page of a contestant with `{{names}}` replaced by what `values` says. */
export function page(name, values) {
  const [head, body] = read(`${name}.html`).split("<!-- body -->\n");
  const frame = read("frame.html");
  return fill(frame, { head: fill(head, values), shelf: fill(body, values) });
}

function fill(text, values) {
  return text.replace(/\{\{(\w+)\}\}/g, (_, key) => {
    if (!(key in values)) throw new Error(`the page needs a value for ${key}`);
    return values[key];
  });
}

/** Text for HTML. */
export const safe = (text) => String(text).replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
