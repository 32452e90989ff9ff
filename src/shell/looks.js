// The last shelves that were seen on this device: what the shop answered, and what it looked like. A second visit shows that
// before anything has come, and wasm brings it to life; what the shop answers then takes its place.
const LOOKS = "fanshelf:looks";
const MARKUP = /^(section|div|ul|li|button|span|bdi|h2|img|s|slot|svg|path)$/;

export function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    // Forbidden here: nothing is kept.
    return null;
  }
}

export function looks() {
  return JSON.parse(stored(LOOKS)) ?? [];
}

export function keepLook(look) {
  try {
    localStorage.setItem(LOOKS, JSON.stringify([look, ...looks().filter(({ key }) => key !== look.key)].slice(0, 3)));
  } catch {
    // No room, or no storage: the next visit is a first one.
  }
}

/** A tree of nodes as plain lists, and back: without a line of HTML text, and with nothing in it that could run. */
export function freeze(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  return [node.localName, node.getAttributeNames().map((name) => [name, node.getAttribute(name)]), [...node.childNodes].map(freeze)];
}

export function thaw(tree) {
  if (typeof tree === "string") return tree;
  const [name, attributes, children] = tree;
  if (!MARKUP.test(name)) return "";
  const node = name === "svg" || name === "path" ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  for (const [attribute, value] of attributes) {
    if (attribute === "style") node.style.cssText = value;
    else if (!attribute.startsWith("on")) node.setAttribute(attribute, value);
  }
  node.append(...children.map(thaw));
  return node;
}
