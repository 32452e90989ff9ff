// Every language is whole: the demo's pages have the same words in each, and the door finds the right one for any tag.
import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";

import { audit, expect, test } from "./fixtures.mjs";

const root = resolve(import.meta.dirname, "../..");
const read = (path) => readFileSync(resolve(root, path), "utf8");
/** A module of the pages. By its text: to Node, a `.js` file of this repository is no module. */
const load = (path) => import(`data:text/javascript,${encodeURIComponent(read(path))}`);
/** The widget's languages, from where they are listed. */
const spoken = [...read("crates/wording/src/lib.rs").matchAll(/^ {8}\("([\w-]+)", all\(/gm)].map(([, tag]) => tag);

/** What a table has to say, without what it says. */
const shape = (value) =>
  typeof value === "object" ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, shape(value[key])])) : typeof value;

const texts = (value) =>
  typeof value === "function" ? [value("name")] : typeof value === "object" ? Object.values(value).flatMap(texts) : [value];

test("the pages speak every language of the widget, each with all its words", async () => {
  expect(spoken.length).toBeGreaterThan(10);
  const early = /const languages = (\[.*?\]);/.exec(read("pages/early.js"));
  expect(JSON.parse(early[1])).toEqual(spoken);
  const { headings } = await load("pages/headings.js");
  for (const heading of Object.values(headings)) expect(Object.keys(heading)).toEqual(spoken);
  for (const folder of ["words", "legal"]) {
    const files = readdirSync(resolve(root, "pages", folder)).map((name) => name.replace(".js", ""));
    expect(files.sort()).toEqual(spoken.toSorted());
    const english = await load(`pages/${folder}/en.js`);
    for (const tag of spoken) {
      const table = await load(`pages/${folder}/${tag}.js`);
      expect(shape(table), tag).toEqual(shape(english));
      for (const text of texts(table)) expect(text.trim(), tag).not.toBe("");
    }
  }
  // What the legal page asks for, and nothing else.
  const { legal } = await load("pages/legal/en.js");
  const asked = [...read("pages/legal.html").matchAll(/data-legal="(\w+)"/g)].map(([, key]) => key);
  expect(asked).toEqual(Object.keys(legal));
});

test("no page lacks a word", async ({ page, shop, tolerate }) => {
  // The mailbox shows letters in a frame that runs nothing, and nothing of Playwright's either.
  tolerate(/'allow-scripts' permission is not set/);
  // The stories are a desk for designers, in one language.
  const pages = readdirSync(resolve(root, "pages")).filter((name) => name.endsWith(".html") && name !== "stories.html");
  for (const name of pages) {
    await page.goto(`${shop.url}/pages/${name}?lang=he`);
    await expect(page, name).toHaveTitle(/[א-ת]/);
    expect(await page.title(), name).not.toContain("undefined");
    for (const node of await page.locator("[data-word]").all()) expect(await node.textContent(), name).toMatch(/[א-ת]/);
  }
});

for (const tag of spoken) {
  test(`the legal page can be read in ${tag}`, async ({ page, shop }) => {
    const { legal } = await load(`pages/legal/${tag}.js`);
    await page.goto(`${shop.url}/pages/legal.html?lang=${tag}`);
    for (const [key, text] of Object.entries(legal)) await expect(page.locator(`[data-legal=${key}]`)).toHaveText(text);
    await audit(page);
  });

  test(`the watch page can be read in ${tag}`, async ({ page, shop }) => {
    const { words } = await load(`pages/words/${tag}.js`);
    await page.goto(`${shop.url}/?lang=${tag}`);
    await expect(page.locator("#title")).toHaveText(words.creators["noor-draws"].title);
    const dir = ["ar", "he"].includes(tag) ? "rtl" : "ltr";
    await expect(page.locator("html")).toHaveAttribute("dir", dir);
    await expect(page.locator("fan-shelf .fan")).toHaveAttribute("lang", tag);
    await expect(page.locator("fan-shelf .fan")).toHaveAttribute("dir", dir);
    await expect(page.locator("#lang option")).toHaveCount(spoken.length);
    await audit(page);
  });
}

test("a change of language changes the page and the shelf", async ({ page, shop }) => {
  await page.goto(`${shop.url}/?lang=en`);
  const { words } = await load("pages/words/he.js");
  await page.locator("#lang").selectOption("he");
  await expect(page.locator("#title")).toHaveText(words.creators["noor-draws"].title);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("fan-shelf .fan")).toHaveAttribute("lang", "he");
});

test("a shelf understands a language tag however it is written", async ({ page, shop }) => {
  await page.goto(`${shop.url}/pages/embed.html?lang=en`);
  const shelf = page.locator("fan-shelf");
  const asked = {
    pt: "pt-BR", "pt-PT": "pt-BR", PT_br: "pt-BR", en_US: "en", "ar-KW": "ar", "EN-us": "en", "fr_CA.UTF-8": "fr", "es-419": "es",
    iw: "he", in: "id", "HI-in": "hi", "ja-JP-u-ca-japanese": "ja",
  };
  for (const [tag, language] of Object.entries(asked)) {
    await shelf.evaluate((element, value) => element.setAttribute("lang", value), tag);
    await expect(shelf.locator(".fan"), tag).toHaveAttribute("lang", language);
  }
  // What is no tag, or a language that we lack, leaves the choice to the page around the shelf.
  await page.evaluate(() => (document.documentElement.lang = "de"));
  for (const tag of ["not a tag", "it"]) {
    await shelf.evaluate((element, value) => element.setAttribute("lang", value), tag);
    await expect(shelf.locator(".fan"), tag).toHaveAttribute("lang", "de");
  }
});
