// The shop wants to hear from the fan on its own page: inside the sheet where it says that it may be embedded, else as a hand-off;
// and the purchase goes on where it was. Our shop never asks, so its answers are turned into those of one that does.
import { audit, expect, test } from "./fixtures.mjs";
import { Shopper, cards } from "./shopper.mjs";

/** A page that speaks the Embedded Protocol: it greets its host, asks for what nobody granted, and ends when it is answered. */
const asks = `<!doctype html><html lang="en"><title>Age</title><main aria-label="Age"><h1>How old are you?</h1><button>Old enough</button><p role="status"></p></main>
  <script src="/embedded-double.js"></script></html>`;
const script = `
  const say = (message) => parent.postMessage({ jsonrpc: "2.0", ...message }, "*");
  const heard = {};
  addEventListener("message", ({ data }) => {
    heard[data.id] = data;
    document.querySelector("[role=status]").textContent = JSON.stringify(heard);
  });
  say({ id: "r1", method: "ec.ready", params: { delegate: [] } });
  say({ id: "w1", method: "ec.window.open_request", params: { url: "https://elsewhere.test/" } });
  say({ id: "x1", method: "ec.nonsense", params: {} });
  document.querySelector("button").onclick = async () => {
    await fetch("/embedded-double/answered");
    say({ method: "ec.complete", params: { checkout: {} } });
  };`;

/** Makes the shop escalate every checkout that is ready, until the fan has answered on its page. */
async function escalate(page, shop, embedded) {
  const state = { answered: false };
  await page.route("**/embedded-double**", (route) => route.fulfill({ contentType: "text/html", body: asks }));
  await page.route("**/embedded-double.js", (route) => route.fulfill({ contentType: "text/javascript", body: script }));
  await page.route("**/embedded-double/answered", (route) => {
    state.answered = true;
    return route.fulfill({ body: "ok" });
  });
  await page.route("**/checkout-sessions/*", async (route) => {
    const answer = await route.fetch();
    const checkout = await answer.json();
    if (checkout.status === "ready_for_complete" && !state.answered) {
      checkout.status = "requires_escalation";
      checkout.continue_url = `${shop.url}/embedded-double`;
      checkout.messages = [{ type: "error", code: "age_check", severity: "requires_buyer_input", content: "The shop has to know your age." }];
      if (embedded) checkout.ucp.services = { "dev.ucp.shopping": [{ version: "2026-04-08", transport: "embedded", config: { delegate: [] } }] };
    }
    await route.fulfill({ response: answer, json: checkout });
  });
  return state;
}

async function toTheQuestion(fan) {
  await fan.watch("noor-draws", "US");
  await fan.open();
  await fan.add();
  await fan.viewBag();
  await fan.checkOut();
  await fan.contact("robin@example.com");
  for (const [name, value] of Object.entries((await import("./shopper.mjs")).addresses.US)) {
    const field = fan.panel.locator(`[name=${name}]`);
    await (name === "address_region" ? field.selectOption(value) : field.fill(value));
  }
  await fan.button("ToOptions").click();
  await fan.panel.locator("input[type=radio]").first().check();
  await fan.button("Continue").click();
}

test("a page that may be embedded asks in the sheet, and the purchase goes on there", async ({ page, shop }) => {
  await escalate(page, shop, true);
  const fan = new Shopper(page);
  await toTheQuestion(fan);
  const inside = fan.panel.frameLocator("iframe");
  await expect(inside.getByRole("heading", { name: "How old are you?" })).toBeVisible();
  const address = new URL(page.frames().at(-1).url());
  expect(address.searchParams.get("ec_version")).toBe("2026-04-08");
  expect(["light", "dark"]).toContain(address.searchParams.get("ec_color_scheme"));
  // Every request is answered: the greeting with success, what was not delegated with a refusal, the unknown as unknown.
  const heard = async () => JSON.parse((await inside.locator("[role=status]").textContent()) || "{}");
  await expect.poll(async () => Object.keys(await heard()).sort()).toEqual(["r1", "w1", "x1"]);
  const { r1, w1, x1 } = await heard();
  expect(r1.result.ucp).toEqual({ version: "2026-04-08", status: "success" });
  expect(w1.result.ucp.status).toBe("error");
  expect(x1.error.code).toBe(-32601);
  await audit(page);
  await inside.getByRole("button", { name: "Old enough" }).click();
  await fan.card(cards.good);
  await fan.pay();
  await fan.thanks();
  expect(await shop.query("select count(*) as n from orders")).toEqual([{ n: 1 }]);
});

test("a page that may not be embedded is handed over, and the purchase is picked up after", async ({ page, context, shop }) => {
  const state = await escalate(page, shop, false);
  await context.route("**/embedded-double", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Age</title>Fine." }));
  const fan = new Shopper(page);
  await toTheQuestion(fan);
  await expect(fan.panel.getByText("The shop has to know your age.")).toBeVisible();
  await audit(page);
  const [elsewhere] = await Promise.all([context.waitForEvent("page"), fan.panel.getByRole("link", { name: fan.say("ToShop") }).click()]);
  state.answered = true;
  await elsewhere.close();
  await page.bringToFront();
  await fan.card(cards.good);
  await fan.pay();
  await fan.thanks();
});
