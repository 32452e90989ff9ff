// A guest in each market: the form of the country, the currency with its own number of decimals, one order and one payment.
import { audit, expect, test } from "./fixtures.mjs";
import { Shopper, cards } from "./shopper.mjs";

const markets = [
  { country: "US", lang: "en", currency: "USD", decimals: 2 },
  { country: "DE", lang: "de", currency: "EUR", decimals: 2 },
  { country: "GB", lang: "en", currency: "GBP", decimals: 2 },
  { country: "AE", lang: "ar", currency: "AED", decimals: 2 },
  { country: "SA", lang: "ar", currency: "SAR", decimals: 2 },
  { country: "KW", lang: "en", currency: "KWD", decimals: 3 },
  { country: "JP", lang: "ja", currency: "JPY", decimals: 0 },
];

for (const { country, lang, currency, decimals } of markets) {
  test(`a guest in ${country} pays in ${currency} with ${decimals} decimals`, async ({ page, shop }) => {
    const fan = new Shopper(page, lang);
    await fan.toPayment("noor-draws", country);
    await audit(page);
    await fan.card(cards.good);
    await fan.pay();
    await fan.thanks();
    const [order] = await shop.query("select * from orders");
    expect(order).toMatchObject({ currency, language: lang, email: "robin@example.com" });
    expect(await shop.query("select status, amount, currency from sandbox_payments")).toEqual([{ status: "captured", amount: order.total, currency }]);
    // What the fan reads is what was charged, to the last decimal.
    const written = await page.evaluate(
      ([locale, currency, decimals, total]) => {
        const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
        return new Intl.NumberFormat(locale, { style: "currency", currency, ...digits }).format(total / 10 ** decimals);
      },
      [`${lang}-${country}`, currency, decimals, order.total],
    );
    await expect(fan.panel.locator(".total-row[data-total]")).toContainText(written);
    const place = JSON.parse(order.snapshot).fulfillment.expectations[0].destination;
    expect(place.address_country).toBe(country);
    // Typed in small letters, without a hyphen or in Arabic digits: kept as the country writes it.
    const codes = { US: "62701", DE: "10119", GB: "SW1A 1AA", SA: "12271", JP: "150-0001" };
    expect(place.postal_code).toBe(codes[country]);
  });
}
