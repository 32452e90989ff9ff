// The product sheet against the real shop: pictures, a text of the fan's own, a drop, kinds, and what the shop keeps of it.
import { audit, expect, test } from "./fixtures.mjs";
import { Shopper, cards } from "./shopper.mjs";

/** Opens a product by a link that somebody has shared. */
async function follow(fan, creator, product, country = "US") {
  await fan.page.goto(`/?creator=${creator}&lang=${fan.lang}&country=${country}#fan:${creator}:${product}`);
  await expect(fan.panel.locator(".product-title")).toBeVisible();
}

test("pictures turn by key, open over the sheet, and Back closes only the picture", async ({ page }) => {
  const fan = new Shopper(page);
  await fan.watch("noor-draws", "US");
  await fan.open();
  const slides = fan.panel.locator(".slide");
  await slides.first().focus();
  const at = () => fan.panel.locator(".thumb").evaluateAll((thumbs) => thumbs.findIndex((thumb) => thumb.ariaPressed === "true"));
  const first = await at();
  await page.keyboard.press("ArrowRight");
  await expect.poll(at).toBe(first + 1);
  await audit(page);
  await page.keyboard.press("Enter");
  const closeUp = fan.panel.locator(".close-up");
  await expect(closeUp).toBeVisible();
  await audit(page);
  await page.keyboard.press("Enter");
  await expect(closeUp.locator(".close-up-picture")).toHaveAttribute("data-near", "");
  await page.goBack();
  await expect(closeUp).toHaveCount(0);
  await expect(slides.nth(first + 1)).toBeFocused();
  await page.goBack();
  await expect(fan.panel).toBeHidden();
});

test("what a fan writes is on the bag, the order and the letter", async ({ page, shop }) => {
  test.slow();
  const fan = new Shopper(page);
  const [product] = await shop.query("select id from products where creator = 'noor-draws' and extras like '%personalisation%' order by position");
  await follow(fan, "noor-draws", product.id);
  await audit(page);
  await fan.panel.locator("#fan-text").fill("Mona");
  await fan.add();
  await fan.panel.locator("#fan-text").fill("Rami");
  await fan.add();
  await fan.viewBag();
  await expect(fan.panel.locator(".inscription bdi")).toHaveText(["Mona", "Rami"]);
  await fan.checkOut();
  await fan.contact("robin@example.com");
  await fan.deliver("US");
  await fan.card(cards.good);
  await expect(fan.panel.locator(".bought .inscription bdi").first()).toHaveText("Mona");
  await fan.pay();
  await expect(fan.panel.getByText(fan.say("Thanks"))).toBeVisible();
  await expect(fan.panel.locator(".bought .inscription bdi")).toHaveText(["Mona", "Rami"]);
  await audit(page);
  await expect.poll(async () => (await shop.query("select plain from mailbox"))[0]?.plain ?? "").toMatch(/“Mona”[^]*“Rami”/);
});

test("a drop says when it comes, and cannot be bought before", async ({ page, shop }) => {
  const fan = new Shopper(page);
  const [drop] = await shop.query("select id, creator from products where extras like '%opens_at%'");
  // The prepared database may be older than the drop's hours.
  await shop.query(`update products set extras = json_set(extras, '$.opens_at', ${Date.now() + 86_400_000}) where id = '${drop.id}'`);
  await follow(fan, drop.creator, drop.id);
  const button = fan.panel.locator(".buy .button.main");
  await expect(button).toBeDisabled();
  await expect(button).toHaveText(/On sale/);
  await audit(page);
});

test("the whole shelf is narrowed to a kind, in the fan's language", async ({ page }) => {
  const fan = new Shopper(page, "ar");
  await fan.watch("noor-draws", "AE");
  await fan.element.locator(".find").click();
  const kinds = fan.panel.locator(".kinds .value");
  await expect(kinds.first()).toHaveText("الكل");
  await audit(page);
  const cards = fan.panel.locator(".card-button");
  const all = await cards.count();
  await expect(kinds.nth(1)).toHaveText(/[\u0600-\u06ff]/);
  await kinds.nth(1).getByRole("radio").check({ force: true });
  await expect.poll(() => cards.count()).toBeLessThan(all);
  await expect(cards.first()).toBeVisible();
  await audit(page);
});

test("what is added is in the bag before the shop has answered, and its price when it has", async ({ page }) => {
  const fan = new Shopper(page);
  await fan.watch("noor-draws", "US");
  await fan.open();
  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  await page.route("**/carts", async (route) => {
    await held;
    await route.continue();
  });
  await fan.panel.locator(".buy .button.main").click();
  await fan.panel.locator(".added .button").click();
  const line = fan.panel.locator(".line-item");
  await expect(line).toHaveAttribute("data-coming", "");
  await expect(line.locator(".line-title")).toBeVisible();
  await expect(fan.panel.locator(".total-row")).toHaveCount(0);
  await audit(page);
  answer();
  await expect(line).not.toHaveAttribute("data-coming");
  await expect(line.locator(".line-total")).toContainText("$");
});
