// Whole purchases, from the playing video to the order that can be followed; and what interrupts them.
import { audit, expect, test } from "./fixtures.mjs";
import { Shopper, cards } from "./shopper.mjs";

for (const { lang, creator, country, currency } of [
  { lang: "en", creator: "noor-draws", country: "US", currency: "USD" },
  { lang: "ar", creator: "noor-draws", country: "AE", currency: "AED" },
]) {
  test(`a guest buys in ${lang}, from the playing video to the order's status`, async ({ page, shop }) => {
    // Ten audits of accessibility on the way: each takes seconds on a busy machine.
    test.slow();
    const fan = new Shopper(page, lang);
    const before = new Map((await shop.query("select variant_id, on_hand from stock")).map((row) => [row.variant_id, row.on_hand]));
    await fan.watch(creator, country);
    expect(await page.locator("fan-shelf .fan").getAttribute("dir")).toBe(lang === "ar" ? "rtl" : "ltr");
    await audit(page);

    await fan.open();
    await audit(page);
    await fan.add();
    await fan.viewBag();
    await fan.applyCode("FAN10");
    await expect(fan.panel.locator(".code")).not.toHaveAttribute("data-refused");
    await expect(fan.panel.locator(".code")).toContainText("FAN10");
    await audit(page);

    await fan.checkOut();
    await audit(page);
    await fan.contact("robin@example.com");
    await audit(page);
    await page.reload();
    await expect(fan.panel.locator("[name=street_address]")).toBeVisible();
    await fan.deliver(country);
    await audit(page);

    await fan.card(cards.declined);
    await audit(page);
    await fan.pay();
    await expect(fan.panel.getByRole("alert").first()).toBeVisible();
    await expect(fan.panel.locator("iframe")).toBeVisible();
    expect(await shop.query("select id from orders")).toEqual([]);
    await audit(page);

    await fan.card(cards.good);
    await fan.pay();
    await expect(fan.panel.getByText(fan.say("Thanks"))).toBeVisible();
    await audit(page);

    const [order, ...others] = await shop.query("select * from orders");
    expect(others).toEqual([]);
    expect(order).toMatchObject({ email: "robin@example.com", currency, language: lang });
    const payments = await shop.query("select status, amount, currency from sandbox_payments order by created_at");
    expect(payments).toEqual([
      { status: "declined", amount: order.total, currency },
      { status: "captured", amount: order.total, currency },
    ]);
    // Taken once: exactly one unit of one variant is gone, and nothing is held any more.
    const after = await shop.query("select variant_id, on_hand, held from stock");
    expect(after.filter((row) => row.held !== 0)).toEqual([]);
    const moved = after.filter((row) => row.on_hand !== before.get(row.variant_id));
    expect(moved.map((row) => before.get(row.variant_id) - row.on_hand)).toEqual([1]);

    // The bag is empty, and the order's own page says the same.
    await expect(page.locator("fan-shelf .bag-count")).toHaveCount(0);
    const link = fan.panel.locator("a[href*='/orders/']").first();
    await page.goto(await link.getAttribute("href"));
    await expect(page.locator("fan-shelf")).toContainText(`#${order.number}`);
    await audit(page);
  });
}

test("the bank asks for proof in the sheet, and the purchase ends there", async ({ page, shop }) => {
  const fan = new Shopper(page);
  await fan.watch("rye-rolls", "US");
  await fan.open();
  await fan.add();
  await fan.viewBag();
  await fan.checkOut();
  await fan.contact("robin@example.com");
  await fan.deliver("US");
  await fan.card(cards.challenge);
  await fan.pay();
  const bank = fan.panel.frameLocator("iframe");
  await expect(bank.getByRole("button").first()).toBeVisible();
  await audit(page);
  expect(await shop.query("select id from orders")).toEqual([]);
  await bank.getByRole("button", { name: /approve/i }).click();
  await expect(fan.panel.getByText(fan.say("Thanks"))).toBeVisible();
  expect(await shop.query("select status from sandbox_payments")).toEqual([{ status: "captured" }]);
  expect(await shop.query("select count(*) as n from orders")).toEqual([{ n: 1 }]);
});

test("Back closes one layer at a time and a second tab finds the same bag", async ({ page, context }) => {
  const fan = new Shopper(page);
  await fan.watch("noor-draws", "US");
  await fan.open();
  await fan.add();
  await fan.viewBag();
  await page.goBack();
  await expect(fan.panel.locator(".product-title")).toBeVisible();
  await page.goBack();
  await expect(fan.panel).toBeHidden();
  await page.goForward();
  await expect(fan.panel.locator(".product-title")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(fan.panel).toBeHidden();

  const second = new Shopper(await context.newPage());
  await second.watch("noor-draws", "US");
  await expect(second.element.locator(".bag-count")).toHaveText("1");
  await second.element.locator(".bag").click();
  await second.panel.getByRole("button", { name: /^Remove / }).click();
  await expect(second.panel.getByText(second.say("BagEmpty"))).toBeVisible();
  await expect(fan.element.locator(".bag-count")).toHaveCount(0);
});

test("an unreachable store says so, keeps the wish, and goes on when it is back", async ({ page, shop, tolerate }) => {
  tolerate(/ERR_CONNECTION_REFUSED|Failed to load resource/);
  const fan = new Shopper(page);
  await fan.watch("noor-draws", "US");
  await fan.open();
  await fan.add();
  await fan.viewBag();
  await shop.stop();
  await fan.panel.getByRole("button", { name: fan.say("More") }).click();
  await expect(fan.panel.getByRole("alert")).toContainText(/cannot be reached/);
  await expect(fan.panel.locator(".step-number")).toHaveValue("2");
  await audit(page);
  await shop.start();
  await fan.button("Retry").click();
  await expect(fan.panel.getByRole("alert")).toHaveCount(0);
  await expect(fan.panel.locator(".line-total")).not.toHaveAttribute("data-busy");
});

