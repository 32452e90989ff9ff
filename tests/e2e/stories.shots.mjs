// Every story is played, looked at by axe, and compared with its picture. With FANSHELF_SHOTS_OUT the pictures that
// FANSHELF_SHOTS asks for are taken instead, in full size.
import { readdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, test as base } from "@playwright/test";

import { asked, devices, layouts, matrix, missing, stories, told } from "./matrix.mjs";
import { openShop } from "./shop.mjs";

const out = process.env.FANSHELF_SHOTS_OUT;
const references = resolve(import.meta.dirname, "../shots");

const test = base.extend({
  /** The site, from a shop that no story asks: its pages come with the policy they are shipped with. */
  site: [
    async ({}, use) => {
      const shop = await openShop();
      await use(shop.url);
      await shop.close();
    },
    { scope: "worker" },
  ],

  /** One page for all stories of a worker: the widget is fetched and compiled once. References are small: two fifths of the size. */
  stage: [
    async ({ browser, site }, use) => {
      const context = await browser.newContext({
        deviceScaleFactor: out ? 1 : 0.4,
        reducedMotion: "reduce",
        locale: "en-US",
        timezoneId: "UTC",
        baseURL: site,
      });
      const page = await context.newPage();
      // What day it is never changes; time itself goes on, since the widget waits by it.
      await page.addInitScript((today) => {
        window.Date = class extends Date {
          constructor(...parts) {
            super(...(parts.length ? parts : [today]));
          }
          static now() {
            return today;
          }
        };
      }, Date.parse("2026-11-27T12:00:00Z"));
      await use(page);
      await context.close();
    },
    { scope: "worker" },
  ],
});

/** Plays a story and waits until it has settled. Returns what the browser had to complain about. */
async function play(page, { story, device, ...choices }) {
  const noise = [];
  const hear = (message) => message.type() === "error" && noise.push(message.text());
  const fall = (error) => noise.push(String(error));
  page.on("console", hear).on("pageerror", fall);
  await page.setViewportSize(devices[device]);
  const parameters = new URLSearchParams({ story });
  for (const choice of ["layout", "theme", "scheme", "lang"]) if (choices[choice]) parameters.set(choice, choices[choice]);
  await page.goto(`/stories.html?${parameters}`);
  await page.locator("html:is([data-story=settled], [data-story=stuck])").waitFor();
  page.off("console", hear).off("pageerror", fall);
  // A story about something that fails names the error that browsers tell of it.
  const expected = told(story).error;
  return noise.filter((text) => !expected || !text.includes(expected));
}

/** Frames are stand-ins for others' pages here; the journeys audit the real ones. Without them axe needs no page of its own. */
async function audit(page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ iframes: false }).analyze();
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.flat().join(" ")}`));
  expect(found, "accessibility violations").toEqual([]);
}

test.describe.configure({ mode: "parallel" });

if (out) {
  for (const shot of asked(JSON.parse(process.env.FANSHELF_SHOTS ?? "{}"))) {
    test(shot.name, async ({ stage }) => {
      expect(await play(stage, shot)).toEqual([]);
      await stage.screenshot({ path: resolve(out, `${shot.name}.png`), animations: "disabled" });
    });
  }
} else {
  for (const shot of matrix) {
    test(`${shot.story} on ${shot.device}: ${shot.theme}, ${shot.scheme}, ${shot.lang}`, async ({ stage }) => {
      expect(await play(stage, shot), "errors in the browser's console").toEqual([]);
      const picture = await stage.screenshot({ animations: "disabled", type: "jpeg", quality: 60 });
      expect(picture).toMatchSnapshot(`${shot.name}.jpeg`);
      // The same story in another width says nothing new to axe.
      if (matrix.find(({ story }) => story === shot.story) === shot) await audit(stage);
    });
  }

  test("each pair of device, light, language, theme and screen meets in some picture, each layout on each device", () => {
    expect(missing(matrix)).toEqual([]);
    expect(missing(matrix.slice(0, 10)), "what is missing is noticed").not.toEqual([]);
    for (const story of layouts) expect(new Set(matrix.filter((shot) => shot.story === story).map(({ device }) => device)).size).toBeGreaterThanOrEqual(3);
  });

  test("every reference belongs to a picture", () => {
    const known = new Set(matrix.map(({ name }) => `${name}.jpeg`));
    const stale = readdirSync(references).filter((file) => !known.has(file));
    if (process.env.FANSHELF_SHOTS_ACCEPT) for (const file of stale) rmSync(resolve(references, file));
    else expect(stale).toEqual([]);
  });

  test("the desk lists every story and shows the one that is chosen", async ({ stage }) => {
    await stage.setViewportSize(devices.desktop);
    await stage.goto("/stories.html?desk&story=bag/several&theme=night&lang=ar");
    await expect(stage.locator(".desk-list a")).toHaveCount(stories.length);
    const frame = stage.frameLocator(".desk-frame");
    await expect(frame.locator("html[data-story=settled]")).toBeAttached();
    await audit(stage);
    await stage.getByRole("searchbox").fill("expired");
    await expect(stage.locator(".desk-list a:visible")).not.toHaveCount(0);
    await stage.locator(".desk-list a:visible").first().click();
    await expect(stage).toHaveURL(/story=/);
    await expect(frame.locator("fan-shelf[theme=night][lang=ar]")).toBeAttached();
  });
}
