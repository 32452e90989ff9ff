// Looking around and changing one's mind: none of it may lose the video, the way back or the money.
import { audit, expect, test } from "./fixtures.mjs";
import { Shopper } from "./shopper.mjs";

test("a fan searches the shelf, looks at a product and comes back to where they were", async ({ page }) => {
  const fan = new Shopper(page);
  await fan.watch("noor-draws", "US");
  const title = await fan.element.locator(".card-title").nth(2).innerText();
  await fan.button("SearchShelf", fan.element).click();
  const field = fan.panel.getByRole("searchbox");
  await field.fill(title);
  await field.press("Enter");
  const found = fan.panel.locator(".card-title").first();
  await expect(found).toHaveText(title);
  await audit(page);
  await found.click();
  await expect(fan.panel.locator(".product-title")).toHaveText(title);
  expect(await page.locator("video").evaluate((video) => !video.paused), "the video plays on").toBe(true);
  await page.goBack();
  await expect(field).toBeVisible();
  await field.fill("zzz nothing of the kind");
  await field.press("Enter");
  await expect(fan.panel.getByText(fan.say("NothingFound"))).toBeVisible();
});

test("a fan picks a colour and a size, and the bag holds exactly that", async ({ page, shop }) => {
  const fan = new Shopper(page);
  const [pick] = await shop.query(
    "select json_extract(p.titles, '$.en') as title from products p join variants v on v.product = p.id " +
      "where p.creator = 'noor-draws' and p.extras not like '%personalisation%' group by p.id having count(*) > 5 order by p.position limit 1",
  );
  await fan.watch("noor-draws", "US");
  await fan.button("SearchShelf", fan.element).click();
  await fan.panel.getByRole("searchbox").fill(pick.title);
  await fan.panel.getByRole("searchbox").press("Enter");
  await fan.panel.locator(".card-button").filter({ hasText: pick.title }).first().click();
  await expect(fan.panel.locator(".product-title")).toBeVisible();
  const choices = fan.panel.locator(".choice");
  const wanted = [];
  for (let n = 0; n < (await choices.count()); n += 1) {
    const values = choices.nth(n).locator(".value[data-offer=buyable]");
    await values.last().click();
    const name = (await values.last().locator(".value-label").textContent()).trim();
    await expect(choices.nth(n).locator(".choice-now")).toHaveText(name);
    wanted.push(name);
  }
  await audit(page);
  await fan.add();
  await fan.viewBag();
  for (const name of wanted) await expect(fan.panel.locator(".line-title")).toContainText(name);
});

test("a fan who changes their mind is followed, and money is never guessed", async ({ page, shop }) => {
  const fan = new Shopper(page);
  await fan.watch("noor-draws", "US");
  await fan.open();
  await fan.add();
  await fan.viewBag();
  const total = fan.panel.locator(".total-row").last();
  const one = await total.textContent();
  await fan.panel.getByRole("button", { name: fan.say("More") }).click();
  await expect(fan.panel.locator(".step-number")).toHaveValue("2");
  await expect(total).not.toHaveText(one);
  await fan.panel.locator(".step-number").fill("1");
  await fan.panel.locator(".step-number").press("Enter");
  await expect(total).toHaveText(one);
  await fan.panel.getByRole("button", { name: /^Remove / }).click();
  await expect(fan.panel.getByText(fan.say("BagEmpty"))).toBeVisible();
  await fan.button("Undo").click();
  await expect(total).toHaveText(one);
  await audit(page);
  const [cart] = await shop.query("select draft from carts");
  expect(JSON.parse(cart.draft).lines.map((line) => line.quantity)).toEqual([1]);
});
