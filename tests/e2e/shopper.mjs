// What a fan does, step by step, in either language. Specs read like the story; how a thing is found stands here.
import { expect } from "@playwright/test";
import { say } from "./words.mjs";

/** Numbers of the sandbox processor's test cards. */
export const cards = {
  good: "4242424242424242",
  declined: "4000000000000002",
  challenge: "4000002500003155",
  late: "4000000000000077",
};

/** Addresses that are right for their country. */
export const addresses = {
  US: { first_name: "Robin", last_name: "Vale", street_address: "1 Main Street", address_locality: "Springfield", address_region: "IL", postal_code: "62701" },
  DE: { first_name: "Robin", last_name: "Vale", street_address: "Torstraße 1", postal_code: "10119", address_locality: "Berlin" },
  GB: { first_name: "Robin", last_name: "Vale", street_address: "1 Mall", address_locality: "London", postal_code: "sw1a1aa" },
  AE: { first_name: "ليلى", last_name: "حداد", street_address: "شارع النخيل 12", address_region: "Dubai" },
  SA: { first_name: "ليلى", last_name: "حداد", street_address: "شارع العليا 7", address_locality: "الرياض", postal_code: "١٢٢٧١" },
  KW: { first_name: "Leila", last_name: "Haddad", street_address: "Block 3, Street 5", address_locality: "Salmiya" },
  JP: { first_name: "葉", last_name: "森", postal_code: "1500001", address_region: "Tokyo", address_locality: "渋谷区", street_address: "神南1-1" },
};

export class Shopper {
  constructor(page, lang = "en") {
    this.page = page;
    this.lang = lang;
    this.element = page.locator("fan-shelf");
    this.panel = page.locator("fan-shelf .panel");
  }

  say(key) {
    return say(this.lang, key);
  }

  button(key, within = this.panel) {
    return within.getByRole("button", { name: this.say(key) });
  }

  /** Opens a creator's page and waits until the video plays and the shelf is filled. */
  async watch(creator, country) {
    await this.page.goto(`/?creator=${creator}&lang=${this.lang}&country=${country}`);
    await expect.poll(() => this.page.locator("video").evaluate((video) => video.currentTime > 0 && !video.paused)).toBe(true);
    await expect(this.element.locator(".card-button").first()).toBeVisible();
  }

  /** Opens the product whose card says `title`, or the first that can be bought. */
  async open(title) {
    const cards = this.element.locator(".card-button").filter({ hasNot: this.page.locator(".badge[data-kind=sold-out]") });
    await (title ? cards.filter({ hasText: title }) : cards).first().click();
    await expect(this.panel.locator(".product-title")).toBeVisible();
  }

  /** Adds the open product to the bag. */
  async add() {
    await this.panel.locator(".buy .button.main").click();
    await expect(this.panel.locator(".added [data-tone=success]")).toBeVisible();
  }

  /** Opens the bag from the confirmation that something was added. */
  async viewBag() {
    await this.button("ViewBag").click();
    await expect(this.panel.locator(".line-item").first()).toBeVisible();
  }

  async applyCode(code) {
    await this.panel.getByLabel(this.say("DiscountCode")).fill(code);
    await this.button("Apply").click();
  }

  async checkOut() {
    await this.button("CheckOut").click();
    await expect(this.panel.getByLabel(this.say("Email"))).toBeVisible();
  }

  /** The contact step. */
  async contact(email) {
    await this.panel.getByLabel(this.say("Email")).fill(email);
    await this.button("Continue").click();
    await expect(this.panel.locator("[name=street_address]")).toBeVisible();
  }

  /** The address, and the first way to send. */
  async deliver(country) {
    const form = this.panel;
    const select = form.locator("[name=address_country]");
    if ((await select.inputValue()) !== country) await select.selectOption(country);
    for (const [name, value] of Object.entries(addresses[country])) {
      const field = form.locator(`[name=${name}]`);
      if ((await field.evaluate((node) => node.tagName)) === "SELECT") await field.selectOption(value);
      else await field.fill(value);
    }
    await this.button("ToOptions").click();
    await expect(form.locator("input[type=radio]").first()).toBeVisible();
    await form.locator("input[type=radio]").first().check();
    await this.button("Continue").click();
    await expect(this.panel.locator("iframe")).toBeVisible();
  }

  /** From the playing video to the payment step, with the first thing on the shelf. */
  async toPayment(creator = "noor-draws", country = "US") {
    await this.watch(creator, country);
    await this.open();
    await this.add();
    await this.viewBag();
    await this.checkOut();
    await this.contact("robin@example.com");
    await this.deliver(country);
  }

  /** Types a card into the processor's own frame and goes on to the review. */
  async card(number) {
    const frame = this.panel.frameLocator("iframe");
    await frame.locator("#number").fill(number);
    await frame.locator("#expiry").fill("12 / 34");
    await frame.locator("#cvc").fill("123");
    await frame.locator("#name").fill("Robin Vale");
    await this.button("Continue").click();
    await expect(this.button("Pay")).toBeVisible();
  }

  async pay() {
    await this.button("Pay").click();
  }

  /** The confirmation, which ends every purchase. */
  async thanks() {
    await expect(this.panel.getByText(this.say("Thanks"))).toBeVisible();
  }
}
