// Paying happens once, whatever happens to the click or the answer.
import { expect, test } from "./fixtures.mjs";
import { Shopper, cards } from "./shopper.mjs";

test("a double click on Pay pays once", async ({ page, shop }) => {
  const fan = new Shopper(page);
  await fan.watch("long-orbit", "US");
  await fan.open();
  await fan.add();
  await fan.viewBag();
  await fan.checkOut();
  await fan.contact("robin@example.com");
  await fan.deliver("US");
  await fan.card(cards.good);
  await fan.button("Pay").dblclick();
  await expect(fan.panel.getByText(fan.say("Thanks"))).toBeVisible();
  expect(await shop.query("select status from sandbox_payments")).toEqual([{ status: "captured" }]);
  expect(await shop.query("select count(*) as n from orders")).toEqual([{ n: 1 }]);
});

test("an answer to Pay that is lost on the way does not pay twice, and the fan is told the truth", async ({ page, shop, tolerate }) => {
  tolerate(/ERR_FAILED|ERR_CONNECTION|Failed to load resource/);
  const fan = new Shopper(page);
  await fan.watch("noor-draws", "US");
  await fan.open();
  await fan.add();
  await fan.viewBag();
  await fan.checkOut();
  await fan.contact("robin@example.com");
  await fan.deliver("US");
  await fan.card(cards.good);
  // The shop hears the request and acts; its answer never arrives.
  await page.route("**/complete", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  }, { times: 1 });
  await fan.pay();
  await expect(fan.panel.getByText(fan.say("Thanks"))).toBeVisible();
  expect(await shop.query("select status from sandbox_payments")).toEqual([{ status: "captured" }]);
  expect(await shop.query("select count(*) as n from orders")).toEqual([{ n: 1 }]);
});
