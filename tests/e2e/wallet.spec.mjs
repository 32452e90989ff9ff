// Google Pay: the widget's side of it, against a double of Google's script that answers as its test environment documents. The
// real script was never loaded here: what it needs beyond the documented policy is not known.
import { audit, expect, test } from "./fixtures.mjs";
import { Shopper } from "./shopper.mjs";

const PAY = "https://pay.google.com/gp/p/js/pay.js";

/** Google's API as the widget uses it; it refuses requests that the documentation does not allow. */
const double = (ready) => `
  window.google = { payments: { api: { PaymentsClient: class {
    constructor({ environment }) { if (environment !== "TEST") throw new Error("not a test"); }
    async isReadyToPay({ apiVersion, apiVersionMinor, allowedPaymentMethods: [method] }) {
      if (apiVersion !== 2 || apiVersionMinor !== 0 || !method.parameters.allowedCardNetworks.includes("VISA")) throw new Error("bad request");
      return { result: ${ready} };
    }
    createButton({ onClick, buttonRootNode }) {
      if (!(buttonRootNode instanceof ShadowRoot)) throw new Error("no root");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "Google Pay";
      button.onclick = onClick;
      return button;
    }
    async loadPaymentData({ transactionInfo, merchantInfo, allowedPaymentMethods: [{ tokenizationSpecification: { type, parameters } }] }) {
      if (transactionInfo.totalPriceStatus !== "FINAL" || !/^\\d+\\.\\d\\d$/.test(transactionInfo.totalPrice) || !merchantInfo.merchantName) throw new Error("bad request");
      if (parameters.gateway !== "example" || !parameters.gatewayMerchantId) throw new Error("bad gateway");
      window.asked = transactionInfo;
      const billingAddress = { name: "Robin Vale", address1: "1 Main Street", locality: "Springfield", administrativeArea: "IL", postalCode: "62701", countryCode: "US" };
      return { paymentMethodData: { info: { cardNetwork: "VISA", cardDetails: "1111", billingAddress }, tokenizationData: { type, token: "examplePaymentMethodToken" } } };
    }
  } } } };`;

test.describe("where the shop takes it", () => {
  test.use({ flags: ["--google-pay"] });

  test("a purchase is paid with Google Pay's test environment", async ({ page, shop }) => {
    let loads = 0;
    await page.route(PAY, (route) => {
      loads += 1;
      return route.fulfill({ contentType: "text/javascript", body: double(true) });
    });
    const fan = new Shopper(page);
    await fan.watch("noor-draws", "US");
    await fan.open();
    await fan.add();
    await fan.viewBag();
    await fan.checkOut();
    await fan.contact("robin@example.com");
    expect(loads, "before it is needed nothing of Google's is loaded").toBe(0);
    await fan.deliver("US");
    const button = fan.panel.getByRole("button", { name: "Google Pay" });
    await expect(button).toBeVisible();
    await expect(fan.panel.getByText(fan.say("Sandbox"))).toBeVisible();
    await audit(page);
    await button.click();
    await expect(fan.panel.getByText("visa ending in 1111", { exact: false })).toBeVisible();
    await fan.pay();
    await fan.thanks();
    const [order] = await shop.query("select total, currency from orders");
    expect(await page.evaluate(() => window.asked)).toMatchObject({ totalPrice: (order.total / 100).toFixed(2), currencyCode: order.currency });
    expect(await shop.query("select status, amount, brand from sandbox_payments")).toEqual([{ status: "captured", amount: order.total, brand: "google_pay" }]);
    const [{ instrument }] = await shop.query("select instrument from attempts");
    expect(JSON.parse(instrument)).toMatchObject({ handler_id: "google_pay", billing_address: { postal_code: "62701", first_name: "Robin" } });
    expect(instrument).not.toContain("examplePaymentMethodToken");
  });

  test("a browser that cannot pay so is left with the card alone", async ({ page }) => {
    await page.route(PAY, (route) => route.fulfill({ contentType: "text/javascript", body: double(false) }));
    const fan = new Shopper(page);
    await fan.toPayment();
    await expect(fan.panel.locator("iframe")).toBeVisible();
    await expect(fan.panel.locator(".wallet")).toBeHidden();
  });
});

test("a shop that does not take it loads nothing of Google's", async ({ page }) => {
  const foreign = [];
  page.on("request", (request) => request.url().includes("google") && foreign.push(request.url()));
  const fan = new Shopper(page);
  await fan.toPayment();
  expect(foreign).toEqual([]);
});
