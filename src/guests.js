// What others bring into the checkout: Google's pay.js, and a shop's own page that speaks UCP's Embedded Protocol. Loaded only
// when a checkout asks for one of them.

const PAY = "https://pay.google.com/gp/p/js/pay.js";

let policy;
/** Google's address. A page under Trusted Types has to allow the policy `fanshelf-pay`, or there is no Google Pay on it. */
function trusted() {
  policy ??= globalThis.trustedTypes?.createPolicy("fanshelf-pay", { createScriptURL: () => PAY });
  return policy ? policy.createScriptURL("") : PAY;
}

let script;
/** Google's script, once for all elements; a failure is forgotten. */
function loadPay() {
  return (script ??= new Promise((found, failed) => {
    if (globalThis.google?.payments?.api) return found();
    const node = document.createElement("script");
    node.onload = found;
    node.onerror = failed;
    node.async = true;
    node.src = trusted();
    document.head.append(node);
  }).catch((error) => {
    script = undefined;
    throw error;
  }));
}

/** UCP's words as Google's: `allowed_card_networks` is `allowedCardNetworks`. What a gateway is told stays as it is. */
function camel(value) {
  if (Array.isArray(value)) return value.map(camel);
  if (!value || typeof value !== "object") return value;
  const entry = ([key, inner]) =>
    key === "tokenization_specification"
      ? ["tokenizationSpecification", inner]
      : [key.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()), camel(inner)];
  return Object.fromEntries(Object.entries(value).map(entry));
}

/** Google's address as UCP's. */
function billed(address) {
  if (!address) return undefined;
  const [first, ...rest] = (address.name ?? "").split(" ");
  const found = {
    first_name: first,
    last_name: rest.join(" "),
    street_address: address.address1,
    extended_address: address.address2,
    address_locality: address.locality,
    address_region: address.administrativeArea,
    postal_code: address.postalCode,
    address_country: address.countryCode,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value));
}

/**
 * Puts Google's button into `box` when this browser is ready to pay so; resolves with whether it is there. `paid` hears of an
 * instrument: `{kind, token, display, billing}`. `total` is a decimal text.
 */
export async function offerGooglePay(box, config, total, currency, lang, paid) {
  const settings = camel(config);
  await loadPay();
  const { apiVersion, apiVersionMinor, environment, merchantInfo, allowedPaymentMethods } = settings;
  const client = new google.payments.api.PaymentsClient({ environment });
  const asked = { apiVersion, apiVersionMinor, allowedPaymentMethods };
  const { result } = await client.isReadyToPay(asked);
  if (!result || !box.isConnected) return false;
  const onClick = async () => {
    try {
      const transactionInfo = { totalPriceStatus: "FINAL", totalPrice: total, currencyCode: currency };
      const { paymentMethodData: method } = await client.loadPaymentData({ ...asked, merchantInfo, transactionInfo });
      paid({
        kind: method.tokenizationData.type,
        token: method.tokenizationData.token,
        display: { brand: method.info.cardNetwork.toLowerCase(), last_digits: method.info.cardDetails },
        billing: billed(method.info.billingAddress),
      });
    } catch {
      // Closed without paying: the other ways are still there.
    }
  };
  const buttonRootNode = box.getRootNode();
  box.replaceChildren(client.createButton({ onClick, buttonType: "plain", buttonSizeMode: "fill", buttonLocale: lang, buttonRootNode }));
  return true;
}

/**
 * Shows a shop's page in a frame and answers it (UCP "Embedded Protocol", checkout). Nothing is delegated: the page does all
 * by itself, `changed` only hears that something has happened, `failed` that the page gave up. Gives a function that ends it.
 */
export function embed(frame, url, version, scheme, changed, failed) {
  const address = new URL(url);
  address.searchParams.set("ec_version", version);
  address.searchParams.set("ec_color_scheme", scheme);
  const hear = ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== address.origin) return;
    let message = data;
    try {
      message = typeof data === "string" ? JSON.parse(data) : data;
    } catch {
      return;
    }
    if (message?.jsonrpc !== "2.0" || typeof message.method !== "string") return;
    if (message.id !== undefined) {
      // Every request is answered; what was not delegated is not done.
      const ready = message.method === "ec.ready";
      const known = ready || /^ec\.(auth|window|payment|fulfillment)\b/.test(message.method);
      const content = "This host takes over nothing.";
      const refusal = { messages: [{ type: "error", code: "not_supported_error", content, severity: "unrecoverable" }] };
      const result = { ucp: { version, status: ready ? "success" : "error" }, ...(ready ? {} : refusal) };
      const answer = known ? { result } : { error: { code: -32601, message: "Method not found" } };
      const reply = { jsonrpc: "2.0", id: message.id, ...answer };
      source.postMessage(typeof data === "string" ? JSON.stringify(reply) : reply, origin);
      if (ready) changed(true);
    } else if (message.method === "ec.error") {
      end();
      failed();
    } else if (message.method === "ec.complete") {
      changed(false);
    }
  };
  const end = () => removeEventListener("message", hear);
  addEventListener("message", hear);
  frame.contentWindow.location.replace(address.href);
  return end;
}
