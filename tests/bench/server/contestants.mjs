// The pages by name, filled with the benchmark's products.
import { HANDLE, products } from "./catalogue.mjs";
import { page, safe } from "./pages.mjs";
import { productNumber, storeDomain } from "./store.mjs";

const dollars = (cents) => `$${(cents / 100).toFixed(2)}`;
const picture = (product, first) =>
  `<img src="/pictures/${product.picture}.webp" alt="${safe(product.title)}" width="480" height="480"${first ? "" : ' loading="lazy"'}>`;
const sizes = (product) => product.variants.map(({ id, size }) => `<option value="${id}">${size}</option>`).join("");
const FIRST_ROW = 4;

/** HTML by contestant. */
export function hostPages() {
  const cards = (fill) => products.map((product, index) => `<li class="card">${picture(product, index < FIRST_ROW)}${fill(product)}</li>`).join("\n");
  return {
    fanshelf: page("fanshelf", { collection: HANDLE }),
    shopify: page("shopify", { domain: storeDomain, ids: JSON.stringify(products.map(productNumber)) }),
    "drop-in": page("drop-in", {
      cards: cards(
        (product) =>
          `<b>${safe(product.title)}</b><cl-price code="${product.variants[0].id}"><cl-price-amount type="price"></cl-price-amount></cl-price>` +
          `<select aria-label="Size">${sizes(product)}</select><cl-add-to-cart code="${product.variants[0].id}">Add to cart</cl-add-to-cart>`,
      ),
    }),
    floor: page("floor", {
      cards: cards(
        (product) =>
          `<b>${safe(product.title)}</b><span class="price">${dollars(product.cents)}</span>` +
          `<select aria-label="Size">${sizes(product)}</select><button type="button">Add to cart</button>`,
      ),
    }),
  };
}
