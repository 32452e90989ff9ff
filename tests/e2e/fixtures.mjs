// What every spec starts from: a shop of its own, a page that must stay silent, and an accessibility audit.
//
//   import { test, expect, audit } from "./fixtures.mjs";
//   test("a guest buys a mug", async ({ page, shop }) => {
//     await page.goto(shop.url);
//     await audit(page);
//     expect(await shop.query("select count(*) as n from orders")).toEqual([{ n: 1 }]);
//   });
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";

import { openShop } from "./shop.mjs";

export { expect };

export const test = base.extend({
  /** More flags for the shop: `test.use({ flags: ["--google-pay"] })`. */
  flags: [[], { option: true }],

  /** A shop on free ports with a fresh copy of the demo's database; see shop.mjs. */
  shop: async ({ flags }, use, info) => {
    const shop = await openShop(flags);
    await use(shop);
    await shop.close();
    if (info.status !== info.expectedStatus) {
      await info.attach("shop.log", { body: shop.log(), contentType: "text/plain" });
    }
  },

  /** `page.goto("/")` leads to this test's shop. */
  baseURL: async ({ shop }, use) => {
    await use(shop.url);
  },

  /** `tolerate(/pattern/)`: errors that the test causes on purpose, such as Chromium's line about a refused request. */
  tolerate: async ({}, use) => {
    const patterns = [];
    const tolerate = (pattern) => patterns.push(pattern);
    tolerate.knows = (text) => patterns.some((pattern) => pattern.test(text));
    await use(tolerate);
  },

  /** Fails the test when a page of it, or a frame or pop-up, logs an error or throws. */
  silence: [
    async ({ context, tolerate }, use) => {
      const noise = [];
      context.on("console", (message) => {
        if (message.type() === "error") noise.push(`${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (thrown) => noise.push(String(thrown.error().stack ?? thrown.error())));
      await use(noise);
      const unexpected = noise.filter((text) => !tolerate.knows(text));
      expect(unexpected, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

/** Fails when axe finds anything on the screen as it is now, shadow roots and frames included. */
export async function audit(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.flat().join(" ")}`));
  expect(found, "accessibility violations").toEqual([]);
}
