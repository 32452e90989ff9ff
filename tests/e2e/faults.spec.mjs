// Bad input and bad luck: each has words in the fan's language and a way forward, and nothing typed is lost.
import { audit, expect, test } from "./fixtures.mjs";
import { Shopper, cards } from "./shopper.mjs";

test("an item that sells out between bag and payment is said, and nothing is charged", async ({ page, shop }) => {
  const fan = new Shopper(page);
  await fan.watch("noor-draws", "US");
  await fan.open();
  await fan.add();
  await fan.viewBag();
  await fan.checkOut();
  await fan.contact("robin@example.com");
  await fan.deliver("US");
  await fan.card(cards.good);
  await shop.query("update stock set on_hand = 0 where on_hand is not null and held = 0");
  await fan.pay();
  await expect(fan.panel.getByRole("alert").first()).toBeVisible();
  expect(await shop.query("select id from orders")).toEqual([]);
  expect(await shop.query("select id from sandbox_payments where status = 'captured'")).toEqual([]);
  await audit(page);
});

test("wrong contact and address entries land on their fields and what was typed stays", async ({ page }) => {
  const fan = new Shopper(page);
  await fan.watch("noor-draws", "US");
  await fan.open();
  await fan.add();
  await fan.viewBag();
  await fan.checkOut();
  const email = fan.panel.getByLabel(fan.say("Email"));
  await email.fill("robin at example");
  await fan.button("Continue").click();
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(email).toHaveValue("robin at example");
  await audit(page);
  await fan.contact("robin@example.com");
  await fan.panel.locator("[name=street_address]").fill("1 Main Street");
  await fan.panel.locator("[name=postal_code]").fill("not a ZIP");
  await fan.button("ToOptions").click();
  await expect(fan.panel.locator("[name=postal_code]")).toHaveAttribute("aria-invalid", "true");
  await expect(fan.panel.locator("[name=postal_code]")).toHaveValue("not a ZIP");
  await expect(fan.panel.locator("[name=street_address]")).toHaveValue("1 Main Street");
  await audit(page);
});

test("an unknown and an expired code say why, each in its own words", async ({ page }) => {
  const fan = new Shopper(page);
  await fan.watch("noor-draws", "US");
  await fan.open();
  await fan.add();
  await fan.viewBag();
  await fan.applyCode("NOSUCHCODE");
  await expect(fan.panel.locator(".code[data-refused]")).toHaveCount(1);
  await fan.applyCode("OLD50");
  await expect(fan.panel.locator(".code[data-refused]")).toHaveCount(2);
  const [unknown, expired] = await fan.panel.locator(".code[data-refused] .quiet").allTextContents();
  expect(unknown).not.toBe(expired);
  await expect(fan.panel.locator(".totals")).toBeVisible();
});

test("where wasm may not run, the page's own link to the shop shows", async ({ page, tolerate }) => {
  tolerate(/wasm|WebAssembly|Content Security Policy|Failed to load/i);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/?creator=noor-draws");
  const link = page.locator("fan-shelf a").first();
  await expect(link).toBeVisible();
  expect(await link.getAttribute("href")).toContain("embed.html");
});

test("storage that throws does not stop a purchase", async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("denied", "SecurityError");
    };
    Object.defineProperty(window, "localStorage", { get: refuse });
  });
  const fan = new Shopper(page);
  await page.goto("/pages/embed.html?collection=noor-draws&lang=en&country=US");
  await expect(fan.element.locator(".card-button").first()).toBeVisible();
  await fan.open();
  await fan.add();
  await fan.viewBag();
  await fan.checkOut();
  await expect(fan.panel.getByLabel(fan.say("Email"))).toBeVisible();
});

test("every demo page opens without a sound, also on a narrow phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["/", "/?creator=rye-rolls&lang=ar&country=KW", "/?creator=long-orbit&country=JP", "/pages/embed.html?collection=noor-draws", "/pages/legal.html"]) {
    await page.goto(path);
    if (!path.includes("legal")) await expect(page.locator("fan-shelf .card-button").first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${path} scrolls sideways`).toBe(true);
    await audit(page);
  }
});
