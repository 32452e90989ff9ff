// How the shelf starts: at once where it was seen before, and not at all where nobody looks.
import { expect, test } from "./fixtures.mjs";
import { Shopper } from "./shopper.mjs";

const search = "**/catalog/search";

test("a second visit shows the last shelf before the shop has answered, and then what is new", async ({ page }) => {
  const fan = new Shopper(page);
  const kept = page.waitForFunction(() => localStorage.getItem("fanshelf:looks"));
  await fan.watch("noor-draws", "US");
  await kept;
  const first = page.locator("fan-shelf .card-button").first();
  const title = await first.locator(".card-title").textContent();

  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  await page.route(search, async (route) => {
    await held;
    const shelf = await (await route.fetch()).json();
    shelf.products[0].title = "News of today";
    await route.fulfill({ json: shelf });
  });
  await page.reload();
  await expect(first.locator(".card-title")).toHaveText(title);
  // It is no picture of a shelf: it opens.
  await first.click();
  await expect(page.getByRole("dialog").getByRole("heading", { name: title })).toBeVisible();
  answer();
  await expect(first.locator(".card-title")).toHaveText("News of today");
});

test("a shelf seen before stays when there is no connection", async ({ page, tolerate }) => {
  tolerate(/ERR_FAILED|Failed to load resource/);
  const fan = new Shopper(page);
  const kept = page.waitForFunction(() => localStorage.getItem("fanshelf:looks"));
  await fan.watch("noor-draws", "US");
  await kept;
  const count = await page.locator("fan-shelf .card-button").count();
  await page.route(search, (route) => route.abort());
  await page.reload();
  await expect(page.locator("fan-shelf .shelf[aria-busy=false]")).toBeVisible();
  await expect(page.locator("fan-shelf .card-button")).toHaveCount(count);
});

test("a shelf far below costs its page nothing until it comes near", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const shelf = document.querySelector("fan-shelf");
      if (!shelf) return;
      observer.disconnect();
      shelf.style.marginBlockStart = "9000px";
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto("/");
  await expect(page.locator("fan-shelf .shelf.waiting")).toBeAttached();
  await page.waitForLoadState("networkidle");
  const dear = () => asked.filter((url) => /\.wasm|catalog|locale-/.test(url));
  expect(dear()).toEqual([]);
  await page.locator("fan-shelf").scrollIntoViewIfNeeded();
  await expect(page.locator("fan-shelf .card-button").first()).toBeVisible();
  expect(dear().length).toBeGreaterThan(2);
});

for (const [lang, country] of [["en", "US"], ["ar", "KW"]]) {
  test(`the first cards are there before the widget is, and it changes nothing about them (${lang})`, async ({ page }) => {
    let letGo;
    const held = new Promise((resolve) => (letGo = resolve));
    await page.route("**/*.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`/?creator=noor-draws&lang=${lang}&country=${country}`);
    const cards = page.locator("fan-shelf .card-button");
    await expect(cards).toHaveCount(6);
    const look = () =>
      cards.evaluateAll((all) =>
        all.slice(0, 6).map((card) => {
          const { x, y, width, height } = card.getBoundingClientRect();
          // The page scrolls when a product opens.
          const top = y - card.closest(".shelf").getBoundingClientRect().y;
          return [card.querySelector(".card-title").textContent, card.querySelector("img").currentSrc, x, top, width, height].join(" ");
        }),
      );
    const prices = () => cards.evaluateAll((all) => all.slice(0, 6).map((card) => card.querySelector(".price:not([data-sale])")?.textContent));
    const sketched = await look();
    const priced = await prices();
    // A press that comes too early is kept.
    const title = await cards.nth(1).locator(".card-title").textContent();
    const { x, y } = await cards.nth(1).boundingBox();
    await page.mouse.click(x + 20, y + 20);
    letGo();
    await expect(page.getByRole("dialog").locator(".product-title")).toHaveText(title);
    expect(await look()).toEqual(sketched);
    // A sale's mark comes with the widget.
    (await prices()).forEach((price, index) => price && expect(price).toBe(priced[index]));
  });
}
