// What the widget does to the page's nodes, in the fewest crossings between wasm and the browser.
// Nothing here reads HTML text, so Trusted Types have nothing to object to.

const SVG = "http://www.w3.org/2000/svg";

/** An element with its literal attributes: "name␟attribute␟value␟…". */
export function make(text) {
  const [name, ...rest] = text.split("\x1f");
  const element = /^(svg|path|circle)$/.test(name) ? document.createElementNS(SVG, name) : document.createElement(name);
  for (let i = 0; i < rest.length; i += 2) element.setAttribute(rest[i], rest[i + 1]);
  return element;
}

export function set(element, name, value) {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? "" : value);
}

export function put(parent, node, before) {
  parent.insertBefore(node, before ?? null);
}

export function paint(element, name, value) {
  element.style.setProperty("--_" + name, value ?? "");
}

/** Text before a node, or at the end of a parent. */
export function write(parent, text, before) {
  const node = document.createTextNode(text);
  parent.insertBefore(node, before ?? null);
  return node;
}

/** Calls back, once a frame at the most, when anything that holds the element scrolls; gives what ends it. */
export function follow_scroll(element, call) {
  const stop = new AbortController();
  const options = { capture: true, passive: true, signal: stop.signal };
  let asked = false;
  const soon = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (!stop.signal.aborted) call();
    });
  };
  // Scrolling inside a shadow tree is not heard outside of it.
  for (const holder of new Set([element.getRootNode(), document])) holder.addEventListener("scroll", soon, options);
  addEventListener("resize", soon, options);
  return () => stop.abort();
}

/** Empties what stands between two marks; a lone text node stays and changes when text follows text. */
export function sweep(start, end, text) {
  const first = start.nextSibling;
  if (text !== undefined && first.nodeType === 3 && first !== end && first.nextSibling === end) {
    if (first.data !== text) first.data = text;
    return;
  }
  while (start.nextSibling !== end) start.nextSibling.remove();
  if (text) end.before(text);
}

/** Moves everything from one mark to another (both included) before a node. */
export function move(start, end, before) {
  if (end.nextSibling === before) return;
  const range = [];
  for (let node = start; node !== end; node = node.nextSibling) range.push(node);
  before.before(...range, end);
}
