// 24 products with 3 variants each: one list that every contestant sells.
export const HANDLE = "bench";
export const SIZES = ["S", "M", "L"];

const THINGS = ["Mug", "Poster", "Shirt", "Cap", "Notebook", "Tote bag"];
const MOTIFS = ["Paper moon", "Night train", "Quiet fox", "Golden hour"];

/** Prices in US cents. */
export const products = MOTIFS.flatMap((motif, row) =>
  THINGS.map((thing, column) => {
    const number = row * THINGS.length + column;
    const id = `bench-${number}`;
    const cents = 900 + ((number * 700) % 5200);
    return {
      id,
      number,
      title: `${motif} ${thing.toLowerCase()}`,
      kind: thing,
      text: `A ${thing.toLowerCase()} with the drawing that gave the film its name. Made to order, sent without plastic.`,
      picture: `bench${number}`,
      cents,
      variants: SIZES.map((size) => ({ id: `${id}.${size.toLowerCase()}`, size, cents })),
    };
  }),
);

/** The file that `fanshelf-storefront catalog import` reads. */
export function jsonLines() {
  const en = (text) => ({ en: text });
  const lines = [{ creator: { handle: HANDLE, names: en("The bench"), taglines: {} } }];
  for (const product of products) {
    lines.push({
      product: {
        id: product.id,
        creator: HANDLE,
        kind: product.kind.toLowerCase().replace(" ", "-"),
        kinds: en(product.kind),
        titles: en(product.title),
        descriptions: en(product.text),
        categories: [{ taxonomy: "creator", value: HANDLE }],
        options: [{ id: "size", names: en("Size"), values: SIZES.map((size) => ({ id: size.toLowerCase(), names: en(size) })) }],
        variants: product.variants.map(({ id, size, cents }) => ({
          id,
          choices: { size: size.toLowerCase() },
          grams: 200,
          prices: { USD: { amount: cents } },
        })),
        pictures: [{ file: product.picture, ground: "#e9dcc6", alts: en(product.title) }],
      },
    });
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}
