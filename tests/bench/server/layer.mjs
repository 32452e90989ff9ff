// A local double of the Commerce Layer API that drop-in.js calls: a sales channel's token, prices and stock of what the page
// names, an order that is kept. Paths and JSON:API shapes are those that the library asks for; anything else is an error.
import { randomUUID } from "node:crypto";
import { products } from "./catalogue.mjs";

export const layerDomain = "bench.commercelayer.io";

const skus = new Map();
for (const product of products) {
  for (const { id, cents } of product.variants) {
    skus.set(id, { id: `sku${skus.size}`, code: id, cents, product });
  }
}
const orders = new Map();
const dollars = (cents) => `$${(cents / 100).toFixed(2)}`;

/** A token that nobody checks, with what the library reads from it. */
export function token() {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const payload = {
    organization: { id: "bench", slug: "bench", enterprise: false },
    application: { id: "bench", kind: "sales_channel", public: true },
    market: { id: ["1"], stock_location_ids: ["1"], geocoder_id: null, allows_external_prices: false },
    iss: "https://auth.commercelayer.io",
    scope: "market:id:1",
    exp: Math.floor(Date.now() / 1000) + 7200,
    test: true,
    rand: 0.5,
  };
  const text = [{ alg: "none" }, payload].map(part).concat("bench").join(".");
  return { access_token: text, token_type: "Bearer", expires_in: 7200, scope: payload.scope, created_at: Math.floor(Date.now() / 1000) };
}

const list = (data) => ({ data, meta: { record_count: data.length, page_count: 1 }, links: {} });
const price = ({ id, code, cents }) => ({
  id: `price${id}`,
  type: "prices",
  attributes: {
    currency_code: "USD",
    sku_code: code,
    amount_cents: cents,
    amount_float: cents / 100,
    formatted_amount: dollars(cents),
    compare_at_amount_cents: cents,
    compare_at_amount_float: cents / 100,
    formatted_compare_at_amount: dollars(cents),
  },
});
const sku = ({ id, code, product }, whole) => ({
  id,
  type: "skus",
  attributes: {
    code,
    name: product.title,
    ...(whole && { inventory: { available: true, quantity: 1_000_000, levels: [{ quantity: 1_000_000, delivery_lead_times: [] }] } }),
  },
});

function order({ id, lines }) {
  const included = lines.map(({ id: line, code, quantity }) => ({
    id: line,
    type: "line_items",
    attributes: { sku_code: code, item_type: "skus", quantity, name: skus.get(code).product.title, formatted_total_amount: dollars(skus.get(code).cents * quantity) },
    relationships: { item: { data: { type: "skus", id: skus.get(code).id } } },
  }));
  return {
    data: {
      id,
      type: "orders",
      attributes: { status: "draft", editable: true, language_code: "en", currency_code: "USD", skus_count: lines.reduce((sum, line) => sum + line.quantity, 0) },
      relationships: { line_items: { data: lines.map((line) => ({ type: "line_items", id: line.id })) } },
    },
    included: included.concat(lines.map(({ code }) => sku(skus.get(code)))),
  };
}

/** `{status, body}` for a request to the API. */
export function answer(method, url, body) {
  const [, , kind, id] = url.pathname.split("/");
  const codes = [...url.searchParams].find(([name]) => /code_in/.test(name))?.[1].split(",") ?? [];
  // The library gathers what many cards ask for, and when that takes more than one request it answers all that wait with the first
  // answer: prices are lost. Every answer therefore has what the page shows, whichever part of it was asked for.
  const wanted = codes.length > 0 ? new Set([...products.map(({ variants }) => variants[0].id), ...codes]) : [];
  const found = [...wanted].map((code) => skus.get(code)).filter(Boolean);
  switch (`${method} ${kind}${id ? "/id" : ""}`) {
    case "GET prices":
      return ok(list(found.map(price)));
    case "GET skus":
      return ok(list(found.map((one) => sku(one, false))));
    case "GET skus/id":
      return ok({ data: sku([...skus.values()].find((one) => one.id === id), true) });
    case "GET organization":
      return ok({ data: { id: "bench", type: "organizations", attributes: { config: null } } });
    case "POST orders": {
      const made = { id: randomUUID().slice(0, 10), lines: [] };
      orders.set(made.id, made);
      return { status: 201, body: order(made) };
    }
    case "GET orders/id":
    case "PATCH orders/id":
      return ok(order(orders.get(id)));
    case "POST line_items": {
      const { attributes, relationships } = body.data;
      const into = orders.get(relationships.order.data.id);
      const line = { id: randomUUID().slice(0, 10), code: attributes.sku_code, quantity: attributes.quantity };
      into.lines.push(line);
      return { status: 201, body: { data: { id: line.id, type: "line_items", attributes: { ...attributes, item_type: "skus" } } } };
    }
    default:
      throw new Error(`the double does not know ${method} ${url.pathname}`);
  }
}

const ok = (body) => ({ status: 200, body });
