// What is reported: each figure with its name, its unit and how it is written; medians with their spread; the bars.

const ms = (value) => Math.round(value).toLocaleString("en-US");
const kB = (value) => (value / 1000).toFixed(1);
const MB = (value) => (value / 1e6).toFixed(1);
const plain = (value) => Math.round(value).toLocaleString("en-US");
const shift = (value) => value.toFixed(3);

/** Figures in the order of the table: `[key, title, writer]`. */
export const figures = [
  ["first", "first product card, ms", ms],
  ["pictures", "first viewport’s pictures, ms", ms],
  ["awake", "the first card opens at once, ms", ms],
  ["codeToShelf", "code until the shelf is visible, kB", kB],
  ["apiToShelf", "API answers until then, kB", kB],
  ["requestsToShelf", "requests until then", plain],
  ["codeSettled", "code until the page is at rest, kB", kB],
  ["codeToCart", "code until a cart shows an item, kB", kB],
  ["requestsSettled", "requests until the page is at rest", plain],
  ["blocking", "total blocking time, ms", ms],
  ["longest", "longest task, ms", ms],
  ["shift", "layout shift", shift],
  ["heap", "JavaScript heap, MB", MB],
  ["buffers", "buffers beside it, MB", MB],
  ["wasm", "WebAssembly memory, MB", MB],
  ["memory", "renderer’s private memory, MB", MB],
  ["nodes", "DOM nodes", plain],
  ["inCart", "“add” to the item in the cart, ms", ms],
  ["confirmed", "“add” until the shop has confirmed it, ms", ms],
  ["checkout", "“checkout” to its first field, ms", ms],
  ["againFirst", "second visit: first product card, ms", ms],
  ["againPictures", "second visit: first viewport’s pictures, ms", ms],
  ["againAwake", "second visit: the first card opens at once, ms", ms],
  ["againCode", "second visit: code, kB", kB],
  ["againRequests", "second visit: requests", plain],
  ["againShift", "second visit: layout shift", shift],
  ["againBlocking", "second visit: total blocking time, ms", ms],
];

/** What issue 5 of the project holds us to, on the phone profile: ours over a peer's, or ours alone, at most `limit`. */
export const bars = [
  { key: "first", peer: "shopify", limit: 0.45 },
  { key: "first", peer: "floor", limit: 2 },
  { key: "shift", limit: 0 },
  { key: "blocking", peer: "shopify", limit: 0.15 },
  { key: "codeToShelf", peer: "shopify", limit: 1.35 },
  { key: "inCart", peer: "shopify", limit: 0.5 },
  { key: "againFirst", peer: "shopify", limit: 0.35 },
  { key: "memory", peer: "shopify", limit: 1 },
];

/** `{median, least, most}` of what is there; undefined where nothing is. */
export function spread(values) {
  const sorted = values.filter((value) => value !== undefined).sort((one, other) => one - other);
  if (sorted.length === 0) return undefined;
  const middle = sorted.length / 2;
  const median = sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, least: sorted[0], most: sorted[sorted.length - 1] };
}

/** Spreads by figure, of the runs of one contestant. */
export const summary = (runs) => Object.fromEntries(figures.map(([key]) => [key, spread(runs.map((run) => run[key]))]));

/** A bar against summaries by contestant: `{says, holds}`. */
export function judge({ key, peer, limit }, summaries) {
  const [, title, write] = figures.find(([name]) => name === key);
  const ours = summaries.fanshelf[key].median;
  if (!peer) {
    // A thousandth is what the figure is written with, and less than anybody sees.
    const holds = ours <= limit + 0.0005;
    return { title, bar: `${limit}`, value: write(ours), holds, by: holds ? "" : `${write(ours - limit)} too much` };
  }
  const ratio = ours / summaries[peer][key].median;
  const holds = ratio <= limit;
  return { title, bar: `≤ ${limit} × ${peer}`, value: `${ratio.toFixed(2)} ×`, holds, by: holds ? "" : `${(ratio / limit).toFixed(2)} times the bar` };
}
