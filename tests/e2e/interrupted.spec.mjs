// A purchase that is interrupted comes back to where it was: nothing typed and sent is lost, nothing is paid twice.
import { expect, test } from "./fixtures.mjs";
import { Shopper, addresses, cards } from "./shopper.mjs";

test("a reload at each step comes back to that step", async ({ page, shop }) => {
  test.slow();
  const fan = new Shopper(page);
  await fan.watch("noor-draws", "US");
  await fan.open();
  await fan.add();
  await fan.viewBag();
  await page.reload();
  await expect(fan.panel.locator(".line-item").first()).toBeVisible();
  await fan.checkOut();

  await page.reload();
  await fan.contact("robin@example.com");

  await page.reload();
  await expect(fan.panel.getByText("robin@example.com")).toBeVisible();
  for (const [name, value] of Object.entries(addresses.US)) {
    const field = fan.panel.locator(`[name=${name}]`);
    await (name === "address_region" ? field.selectOption(value) : field.fill(value));
  }
  await fan.button("ToOptions").click();
  await expect(fan.panel.locator("input[type=radio]").first()).toBeVisible();

  await page.reload();
  await expect(fan.panel.locator("input[type=radio]").first()).toBeVisible();
  await expect(fan.panel).toContainText("1 Main Street");
  await fan.panel.locator("input[type=radio]").last().check();
  await fan.button("Continue").click();
  await expect(fan.panel.locator("iframe")).toBeVisible();

  await page.reload();
  await expect(fan.panel.locator("iframe")).toBeVisible();
  await fan.card(cards.late);

  // At the review: a card is kept nowhere, so it is asked for again, and nothing else is.
  await page.reload();
  await expect(fan.panel.locator("iframe")).toBeVisible();
  await expect(fan.panel).toContainText("1 Main Street");
  await fan.card(cards.late);

  // While it is being paid: the processor answers later than the page lives.
  await fan.pay();
  await expect.poll(() => shop.query("select status from sandbox_payments")).toEqual([{ status: "processing" }]);
  await page.reload();
  await fan.thanks();
  expect(await shop.query("select status from sandbox_payments")).toEqual([{ status: "captured" }]);
  expect(await shop.query("select count(*) as n from orders")).toEqual([{ n: 1 }]);
});

test("an order can be bought again from the device that bought it", async ({ page, shop }) => {
  const fan = new Shopper(page);
  await fan.toPayment("rye-rolls");
  await fan.card(cards.good);
  await fan.pay();
  await fan.thanks();
  const [{ snapshot }] = await shop.query("select snapshot from orders");
  const bought = JSON.parse(snapshot).line_items.map((line) => line.item.title);
  await page.reload();
  await fan.button("OrderAgain").click();
  await expect(fan.panel.locator(".line-item")).toHaveCount(1);
  await expect(fan.panel.locator(".line-title")).toHaveText(bought);
});

test("two tabs pay one checkout once, and the slower one is told the truth", async ({ page, context, shop }) => {
  const first = new Shopper(page);
  await first.toPayment();
  await first.card(cards.good);
  const second = new Shopper(await context.newPage());
  await second.watch("noor-draws", "US");
  await second.element.locator(".bag").click();
  await second.button("CheckOut").click();
  await second.card(cards.good);
  await second.pay();
  await second.thanks();
  await first.pay();
  await expect(first.panel).toContainText("#1001");
  expect(await shop.query("select status from sandbox_payments")).toEqual([{ status: "captured" }]);
  expect(await shop.query("select count(*) as n from orders")).toEqual([{ n: 1 }]);
});
