// What is done with the measured numbers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { figures, judge, spread } from "./figures.mjs";
import { table, verdict } from "./report.mjs";
import { worstWindow } from "./visit.mjs";

const all = (value) => Object.fromEntries(figures.map(([key]) => [key, spread([value])]));

test("a median of an even number of runs lies between the middle two, and absent figures do not count", () => {
  assert.deepEqual(spread([4, undefined, 1, 3, 2]), { median: 2.5, least: 1, most: 4 });
  assert.equal(spread([undefined]), undefined);
});

test("a bar holds up to its limit and says by how much it is missed", () => {
  const summaries = { fanshelf: all(90), shopify: all(100), floor: all(50) };
  assert.equal(judge({ key: "first", peer: "shopify", limit: 0.9 }, summaries).holds, true);
  const missed = judge({ key: "first", peer: "shopify", limit: 0.45 }, summaries);
  assert.deepEqual([missed.holds, missed.value, missed.by], [false, "0.90 ×", "2.00 times the bar"]);
});

test("a shift is no shift when it cannot be written", () => {
  assert.equal(judge({ key: "shift", limit: 0 }, { fanshelf: all(0.0004) }).holds, true);
  assert.equal(judge({ key: "shift", limit: 0 }, { fanshelf: all(0.001) }).holds, false);
});

test("the table has a row a figure, with ratios of the medians", () => {
  const text = table({ fanshelf: all(50), shopify: all(100) });
  assert.match(text, /^\| first product card, ms \| 50 \| 100 \| 0\.50 \|$/m);
  assert.equal(text.split("\n").length, figures.length + 2);
});

test("the verdict counts what is missed", () => {
  const { missed, text } = verdict({ fanshelf: { ...all(10), shift: spread([0]) }, shopify: all(100), floor: all(100) });
  assert.equal(missed, 0);
  assert.doesNotMatch(text, /missed/);
});

test("layout shift is the worst window, and what an input caused does not count", () => {
  const shift = (at, value, input = false) => ({ at, value, input });
  assert.equal(worstWindow([shift(0, 0.1), shift(500, 0.2), shift(3000, 0.25), shift(3100, 0.9, true)]).toFixed(3), "0.300");
  assert.equal(worstWindow([]), 0);
});
