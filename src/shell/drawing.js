// What the door draws before wasm is there: the shelf's shape, then its first cards.
import { money } from "../text/intl.js";

/** How many cards are in view at first (`views/shelf/card.rs`). */
const FIRST_ROW = 4;

/** A tree of elements without a line of HTML text (Trusted Types). */
export function build(name, className, ...children) {
  const node = document.createElement(name);
  node.className = className;
  node.append(...children);
  return node;
}

/** Grey shapes where title, cards and prices will be, in the exact size of the layout. */
export function skeleton(layout) {
  const text = () => build("div", "card-text", build("div", "line ghost"), build("div", "line short ghost"));
  const card = () => build("li", "card", build("div", "picture ghost"), text());
  const compact = {
    bar: () => [build("div", "bar", build("div", "line ghost"))],
    pin: () => [build("div", "pin", build("div", "picture ghost"), text())],
    bag: () => [build("div", "button main open-all ghost")],
  }[layout];
  const cards = () => [
    build("div", "shelf-head", build("div", "line title ghost")),
    build("ul", "cards", ...Array.from({ length: 6 }, card)),
  ];
  const frame = build("div", "shelf waiting", ...(compact ?? cards)());
  frame.dataset.layout = layout;
  frame.ariaHidden = "true";
  return frame;
}

/**
 * The first cards in place of the grey shapes: what wasm will draw there (`views/shelf/card.rs`), without what can wait for it.
 * `from` is how a price is written that others are above: "From {price}".
 * Compact shelves show no card of this kind.
 */
export function sketch(frame, { products }, title, from, locale) {
  if (!products.length) return;
  const slot = build("slot", "", build("bdi", "", title));
  slot.name = "heading";
  frame.querySelector(".line.title")?.replaceWith(build("h2", "shelf-title", slot));
  frame.querySelectorAll("li.card").forEach((card, index) => {
    const product = products[index];
    if (!product) return card.remove();
    const large = !index && card.closest("[data-layout=spotlight]");
    const { min, max } = product.price_range;
    const price = money(locale, min.amount, min.currency);
    const picture = build("span", "picture");
    const media = product.media?.find(({ type }) => type === "image");
    if (media) {
      const image = build("img", "img");
      image.style.setProperty("--_ground", media["dev.fanshelf.ground"] ?? "");
      image.alt = "";
      image.sizes = large ? "(min-width: 60em) 40vw, (min-width: 38em) 50vw, 92vw" : "(min-width: 40em) 12em, 44vw";
      image.srcset = (media["dev.fanshelf.sources"] ?? []).map(({ url, width }) => `${url} ${width}w`).join(", ");
      image.loading = index < FIRST_ROW ? "eager" : "lazy";
      image.fetchPriority = "high";
      image.src = media.url;
      picture.append(image);
    }
    const text = build("span", "card-text",
      build("bdi", "card-title", product.title),
      build("span", "price", min.amount === max.amount ? price : from.replace("{price}", () => price)));
    card.replaceChildren(build("span", "card-button", picture, text));
  });
}
