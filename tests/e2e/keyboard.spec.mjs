// The whole purchase with the keyboard alone, counted; and with the eyes of a screen reader, where every control has a name.
// README quotes both counts.
import { expect, test } from "./fixtures.mjs";
import { Shopper, addresses, cards } from "./shopper.mjs";

/** The most Tab presses and other keys (Enter; text that is typed is not counted) from the first card to the receipt. */
const CEILING = { tabs: 29, keys: 7 };
/** Roles of what can be operated. */
const CONTROLS = ["button", "link", "textbox", "searchbox", "combobox", "listbox", "radio", "checkbox", "spinbutton", "slider", "switch", "tab"];

class Keyboard {
  tabs = 0;
  keys = 0;

  constructor(page) {
    this.page = page;
  }

  async press(key) {
    this.keys += 1;
    await this.page.keyboard.press(key);
  }

  /** Tab, until the focus is on this control. It is never lost on the way. */
  async to(control) {
    await control.waitFor();
    for (let n = 0; n < 30; n += 1) {
      this.tabs += 1;
      await this.page.keyboard.press("Tab");
      expect(await this.page.evaluate(() => document.activeElement !== document.body), "the focus is lost").toBe(true);
      if (await control.evaluate((node) => node.getRootNode().activeElement === node && node.ownerDocument.hasFocus())) return;
    }
    throw new Error(`Tab does not lead to ${control}`);
  }

  async type(control, text) {
    await this.to(control);
    await this.page.keyboard.type(text);
  }
}

test("a whole purchase by keyboard alone, in few stops", async ({ page, shop }, info) => {
  const fan = new Shopper(page);
  const keyboard = new Keyboard(page);
  await fan.watch("noor-draws", "US");
  await fan.element.locator(".card-button").first().focus();
  await keyboard.press("Enter");
  await keyboard.to(fan.button("BuyNow"));
  await keyboard.press("Enter");
  await keyboard.type(fan.panel.locator("[name=email]"), "robin@example.com");
  await keyboard.press("Enter");
  await expect(fan.panel.locator(".step-title").nth(1)).toBeFocused();
  const field = (name) => fan.panel.locator(`[name=${name}]`);
  await field("postal_code").waitFor();
  for (const name of ["first_name", "last_name", "street_address", "address_locality"]) await keyboard.type(field(name), addresses.US[name]);
  await keyboard.type(field("address_region"), "Illinois");
  await keyboard.type(field("postal_code"), addresses.US.postal_code);
  await keyboard.press("Enter");
  await keyboard.to(fan.panel.locator("input[type=radio]").first());
  await keyboard.press("Enter");
  await expect(fan.panel.locator(".step-title").nth(2)).toBeFocused();
  await expect(fan.panel.locator(".card-box[data-ready]")).toBeVisible();
  const card = fan.panel.frameLocator("iframe");
  for (const [name, text] of [["number", cards.good], ["expiry", "1234"], ["cvc", "123"], ["name", "Robin Vale"]]) await keyboard.type(card.locator(`#${name}`), text);
  await keyboard.press("Enter");
  await expect(fan.panel.locator(".step-title").nth(3)).toBeFocused();
  await keyboard.to(fan.button("Pay"));
  await keyboard.press("Enter");
  await fan.thanks();
  expect(await shop.query("select count(*) as n from orders")).toEqual([{ n: 1 }]);
  const { tabs, keys } = keyboard;
  info.annotations.push({ type: "count", description: `${tabs} tabs, ${keys} other keys` });
  console.log(`a purchase by keyboard: ${tabs} presses of Tab and ${keys} of Enter, besides what is typed`);
  expect(tabs).toBeLessThanOrEqual(CEILING.tabs);
  expect(keys).toBeLessThanOrEqual(CEILING.keys);
});

/** The controls of the page and its frames as the accessibility tree has them: `{role, name}`. */
async function controls(page) {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const frames = (tree) => [tree.frame, ...(tree.childFrames ?? []).flatMap(frames)];
  const found = [];
  for (const { id } of frames(frameTree)) {
    const { nodes } = await session.send("Accessibility.getFullAXTree", { frameId: id });
    const seen = nodes.filter((node) => !node.ignored && CONTROLS.includes(node.role?.value));
    found.push(...seen.map((node) => ({ role: node.role.value, name: node.name?.value?.trim() ?? "" })));
  }
  await session.detach();
  return found;
}

test("in the accessibility tree every control of the whole purchase has a name", async ({ page }) => {
  const fan = new Shopper(page);
  const all = new Set();
  const nameless = [];
  const look = async (screen, least) => {
    const found = await controls(page);
    expect(found.length, screen).toBeGreaterThanOrEqual(least);
    for (const { role, name } of found) {
      if (name) all.add(`${role} ${name}`);
      else nameless.push(`${screen}: ${role}`);
    }
  };
  await fan.watch("noor-draws", "US");
  await look("shelf", 10);
  await fan.open();
  await look("product", 5);
  await fan.add();
  await fan.viewBag();
  await look("bag", 8);
  await fan.checkOut();
  await look("contact", 4);
  await fan.contact("robin@example.com");
  await look("address", 9);
  await fan.deliver("US");
  await expect(fan.panel.locator(".card-box[data-ready]")).toBeVisible();
  await look("payment", 8);
  expect([...all].filter((control) => /card number/i.test(control)), "the frame is looked into as well").not.toEqual([]);
  await fan.card(cards.good);
  await look("review", 8);
  await fan.pay();
  await fan.thanks();
  await look("receipt", 2);
  console.log(`controls of a purchase: ${all.size}, all with a name`);
  expect(nameless).toEqual([]);
});
