// Which pictures are taken: every story once, under one combination of device, light, language and theme; every layout on
// every device; and the extremes of width. Not the full product: each pair of values meets somewhere, which a test sees.
import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";

const folder = resolve(import.meta.dirname, "../../stories");

/** Width and height in CSS pixels. */
export const devices = {
  narrow: { width: 240, height: 640 },
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 1180 },
  desktop: { width: 1280, height: 800 },
  wide: { width: 1600, height: 900 },
};

/** What a picture is taken under; the extremes of width come extra. */
export const factors = {
  device: ["phone", "tablet", "desktop"],
  scheme: ["light", "dark"],
  lang: ["en", "ar", "ja"],
  theme: ["paper", "night", "pop", "press"],
};

/** All stories, as `screen/state`. */
export const stories = readdirSync(folder, { recursive: true })
  .filter((file) => file.endsWith(".json") && !file.startsWith("data"))
  .map((file) => file.replaceAll("\\", "/").slice(0, -".json".length))
  .sort();

/** A story's file. */
export const told = (story) => JSON.parse(readFileSync(resolve(folder, `${story}.json`), "utf8"));

/** The stories that show a layout as it is. */
export const layouts = ["row", "grid", "list", "spotlight", "bar", "pin", "bag"].map((layout) => `shelf/${layout}`);

/** FNV-1a: a story keeps its combination when others come and go. */
function hash(text) {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ letter.codePointAt(0), 0x01000193) >>> 0;
  return value;
}

/** A picture of a story; what is not said follows from the story's name. */
function shot(story, fixed = {}) {
  let rest = hash(story + (fixed.device ?? ""));
  const chosen = { story };
  for (const [factor, values] of Object.entries(factors)) {
    chosen[factor] = values[rest % values.length];
    rest = Math.floor(rest / values.length);
  }
  const { device, scheme, lang, theme } = Object.assign(chosen, fixed);
  return { ...chosen, name: [story.replace("/", "-"), device, theme, scheme, lang].join("-") };
}

export const matrix = [
  ...stories.map((story) => shot(story)),
  ...layouts.flatMap((story) => factors.device.map((device) => shot(story, { device }))),
  ...["shelf/row", "bag/several", "checkout/review", "product/options"].map((story) => shot(story, { device: "narrow" })),
  ...["shelf/grid", "shelf/spotlight"].map((story) => shot(story, { device: "wide" })),
].filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index);

/** Pairs of values, and of screens and values, that meet in no picture. */
export function missing(shots) {
  const screens = [...new Set(stories.map((story) => story.split("/")[0]))];
  const axes = Object.entries({ screen: screens, ...factors });
  const value = (shot, axis) => (axis === "screen" ? shot.story.split("/")[0] : shot[axis]);
  const pairs = axes.flatMap(([one, ones], index) =>
    axes.slice(index + 1).flatMap(([other, others]) => ones.flatMap((a) => others.map((b) => [one, a, other, b]))),
  );
  return pairs.filter(([one, a, other, b]) => !shots.some((shot) => value(shot, one) === a && value(shot, other) === b));
}

/** What `cargo xtask shots` asks for: the product of the values given, one value where nothing is said. */
export function asked(wishes) {
  const values = (name, all, one) => (wishes[name]?.length ? wishes[name].flatMap((wish) => (wish === "all" ? all : [wish])) : one);
  const wanted = wishes.story?.length ? stories.filter((story) => wishes.story.some((wish) => story === wish || story.startsWith(`${wish}/`))) : stories;
  const unknown = (wishes.story ?? []).find((wish) => !stories.some((story) => story === wish || story.startsWith(`${wish}/`)));
  if (unknown) throw new Error(`there is no story ${unknown}`);
  const axes = {
    device: values("device", Object.keys(devices), ["phone"]),
    layout: values("layout", ["row", "grid", "list", "spotlight", "bar", "pin", "bag"], [undefined]),
    theme: values("theme", factors.theme, ["paper"]),
    scheme: values("scheme", factors.scheme, ["light"]),
    lang: values("lang", factors.lang, ["en"]),
  };
  let shots = wanted.map((story) => ({ story }));
  for (const [axis, list] of Object.entries(axes)) shots = shots.flatMap((shot) => list.map((value) => ({ ...shot, [axis]: value })));
  return shots.map((shot) => ({ ...shot, name: [shot.story.replace("/", "-"), ...Object.keys(axes).map((axis) => shot[axis])].filter(Boolean).join("-") }));
}
