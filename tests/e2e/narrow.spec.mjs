// The whole purchase on the narrowest embed, and with letters twice as large: nothing is cut off, nothing scrolls sideways.
import { audit, expect, test } from "./fixtures.mjs";
import { Shopper, cards } from "./shopper.mjs";

/** What sticks out of the page or the panel sideways. */
async function overflow(page) {
  return page.evaluate(() => {
    const found = [];
    const panel = document.querySelector("fan-shelf").shadowRoot.querySelector(".panel");
    for (const box of [document.documentElement, panel, ...(panel?.querySelectorAll(".panel-body") ?? [])]) {
      if (box && box.scrollWidth > box.clientWidth + 1) found.push(`${box.className || box.localName}: ${box.scrollWidth} in ${box.clientWidth}`);
    }
    return found;
  });
}

for (const { name, width, height, letters } of [
  { name: "240 px wide", width: 240, height: 640, letters: 16 },
  { name: "with text at 200 %", width: 640, height: 900, letters: 32 },
]) {
  test(`a whole purchase ${name}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    const session = await page.context().newCDPSession(page);
    await session.send("Page.setFontSizes", { fontSizes: { standard: letters, fixed: letters } });
    const fan = new Shopper(page);
    const look = async (where) => {
      expect(await overflow(page), `${where} sticks out`).toEqual([]);
      await audit(page);
    };
    await fan.watch("noor-draws", "US");
    expect(await fan.element.locator(".shelf-title").evaluate((title) => getComputedStyle(title.closest(".fan")).fontSize)).toBe(`${letters}px`);
    await look("the shelf");
    await fan.open();
    await look("the product");
    await fan.add();
    await fan.viewBag();
    await look("the bag");
    await fan.checkOut();
    await fan.contact("robin@example.com");
    await look("the address");
    await fan.deliver("US");
    await look("the payment");
    await fan.card(cards.good);
    await look("the review");
    await fan.pay();
    await fan.thanks();
    await look("the receipt");
  });
}
