// A local double of the Storefront GraphQL API that Buy Button calls (2025-01): the benchmark's products, and carts that are
// kept. It reads the query with the reference parser and answers exactly the fields asked for; a field it does not know is an
// error, never a silent null.
import { randomUUID } from "node:crypto";
import { parse } from "graphql";
import { products } from "./catalogue.mjs";

const DATE = "2026-01-01T00:00:00Z";
const gid = (type, id) => `gid://shopify/${type}/${id}`;
/** As the API writes it, without a needless last nought: the library cannot take "9.00". */
const money = (cents) => ({ __typename: "MoneyV2", amount: (cents / 100).toFixed(cents % 10 ? 2 : 1), currencyCode: "USD" });
const connection = (nodes) => ({
  edges: nodes.map((node) => ({ cursor: node.id ?? "", node })),
  nodes,
  pageInfo: { hasNextPage: false, hasPreviousPage: false },
});

export const storeDomain = "bench.myshopify.com";
/** What the page names: the number in a product's global id. */
export const productNumber = (product) => String(9000 + product.number);

const catalogue = new Map();
const merchandise = new Map();
for (const product of products) {
  const src = `https://cdn.shopify.com/s/files/1/0001/products/${product.picture}.webp?v=1`;
  const image = { __typename: "Image", id: gid("ProductImage", product.number), src, url: src, altText: product.title, width: 480, height: 480 };
  const listed = {
    __typename: "Product",
    id: gid("Product", productNumber(product)),
    title: product.title,
    handle: product.id,
    description: product.text,
    descriptionHtml: `<p>${product.text}</p>`,
    vendor: "The bench",
    productType: product.kind,
    availableForSale: true,
    onlineStoreUrl: null,
    createdAt: DATE,
    updatedAt: DATE,
    publishedAt: DATE,
    options: [{ __typename: "ProductOption", id: gid("ProductOption", product.number), name: "Size", values: product.variants.map(({ size }) => size) }],
    images: connection([image]),
  };
  listed.variants = connection(
    product.variants.map((variant, index) => {
      const entry = {
        __typename: "ProductVariant",
        id: gid("ProductVariant", product.number * 10 + index),
        title: variant.size,
        price: money(variant.cents),
        compareAtPrice: null,
        unitPrice: null,
        unitPriceMeasurement: { measuredType: null, quantityUnit: null, quantityValue: 0, referenceUnit: null, referenceValue: 0 },
        weight: 0.2,
        available: true,
        availableForSale: true,
        sku: variant.id,
        image,
        selectedOptions: [{ name: "Size", value: variant.size }],
        product: listed,
      };
      merchandise.set(entry.id, entry);
      return entry;
    }),
  );
  catalogue.set(listed.id, listed);
}

const carts = new Map();

function show(cart) {
  const lines = cart.lines.map(({ id, merchandiseId, quantity }) => {
    const item = merchandise.get(merchandiseId);
    const total = money(Math.round(Number(item.price.amount) * 100) * quantity);
    return {
      __typename: "CartLine",
      id,
      merchandise: item,
      quantity,
      attributes: [],
      sellingPlanAllocation: null,
      discountAllocations: [],
      cost: { totalAmount: total, subtotalAmount: total, amountPerQuantity: item.price, compareAtAmountPerQuantity: null },
    };
  });
  const total = money(lines.reduce((sum, line) => sum + Math.round(Number(line.cost.totalAmount.amount) * 100), 0));
  return {
    __typename: "Cart",
    id: cart.id,
    createdAt: DATE,
    updatedAt: DATE,
    lines: connection(lines),
    attributes: [],
    checkoutUrl: `https://${storeDomain}/cart/c/${cart.id.split("/").pop()}`,
    cost: { totalAmount: total, subtotalAmount: total, totalTaxAmount: null, totalDutyAmount: null, checkoutChargeAmount: total },
    totalQuantity: lines.reduce((sum, line) => sum + line.quantity, 0),
    buyerIdentity: { countryCode: null, preferences: null, email: null, phone: null, customer: null, deliveryAddressPreferences: [], walletPreferences: [] },
    deliveryGroups: connection([]),
    discountCodes: [],
    discountAllocations: [],
    appliedGiftCards: [],
    note: cart.note ?? "",
  };
}

function put(cart, lines = []) {
  for (const { merchandiseId, quantity = 1 } of lines) {
    if (!merchandise.has(merchandiseId)) throw new Error(`the double has no ${merchandiseId}`);
    const known = cart.lines.find((line) => line.merchandiseId === merchandiseId);
    if (known) known.quantity += quantity;
    else cart.lines.push({ id: gid("CartLine", randomUUID()), merchandiseId, quantity });
  }
  return { cart: show(cart), userErrors: [], warnings: [] };
}

function open(id) {
  const cart = carts.get(id);
  if (!cart) throw new Error(`the double has no cart ${id}`);
  return cart;
}

const roots = {
  shop: () => ({
    name: "The bench",
    description: "",
    moneyFormat: "${{amount}}",
    primaryDomain: { host: storeDomain, sslEnabled: true, url: `https://${storeDomain}` },
    paymentSettings: { enabledPresentmentCurrencies: ["USD"], currencyCode: "USD", countryCode: "US" },
  }),
  node: ({ id }) => catalogue.get(id) ?? null,
  nodes: ({ ids }) => ids.map((id) => catalogue.get(id) ?? null),
  cart: ({ id }) => (carts.has(id) ? show(carts.get(id)) : null),
  cartCreate: ({ input }) => {
    const cart = { id: gid("Cart", randomUUID()), lines: [], note: input?.note };
    carts.set(cart.id, cart);
    return put(cart, input?.lines);
  },
  cartLinesAdd: ({ cartId, lines }) => put(open(cartId), lines),
};

/** The answer to a GraphQL request body, as an object. */
export function answer({ query, variables = {} }) {
  const document = parse(query);
  const fragments = new Map(document.definitions.filter(({ kind }) => kind === "FragmentDefinition").map((one) => [one.name.value, one]));
  const operation = document.definitions.find(({ kind }) => kind === "OperationDefinition");
  const root = {};
  for (const field of operation.selectionSet.selections) {
    const name = field.name.value;
    if (!roots[name]) throw new Error(`the double does not know ${name}`);
    const args = Object.fromEntries(field.arguments.map(({ name: arg, value }) => [arg.value, read(value, variables)]));
    const value = roots[name](args);
    root[field.alias?.value ?? name] = project(value, field.selectionSet, fragments, name);
  }
  return { data: root };
}

function read(value, variables) {
  switch (value.kind) {
    case "Variable":
      return variables[value.name.value];
    case "ListValue":
      return value.values.map((one) => read(one, variables));
    case "ObjectValue":
      return Object.fromEntries(value.fields.map(({ name, value: inner }) => [name.value, read(inner, variables)]));
    case "IntValue":
      return Number(value.value);
    default:
      return value.value;
  }
}

function project(value, selections, fragments, path) {
  if (value === null || !selections) return value;
  if (Array.isArray(value)) return value.map((one) => project(one, selections, fragments, path));
  const shown = {};
  for (const selection of selections.selections) {
    if (selection.kind === "Field") {
      const name = selection.name.value;
      if (!(name in value)) throw new Error(`the double does not know ${path}.${name}`);
      shown[selection.alias?.value ?? name] = project(value[name], selection.selectionSet, fragments, `${path}.${name}`);
      continue;
    }
    const fragment = selection.kind === "FragmentSpread" ? fragments.get(selection.name.value) : selection;
    const wanted = fragment.typeCondition?.name.value;
    const fits = !wanted || !value.__typename || wanted === value.__typename || INTERFACES[wanted]?.includes(value.__typename);
    if (fits) merge(shown, project(value, fragment.selectionSet, fragments, path));
  }
  return shown;
}

/** Two fragments may ask for different fields of the same thing. */
function merge(into, more) {
  for (const [key, value] of Object.entries(more)) {
    const both = [into[key], value];
    if (both.every(Array.isArray)) value.forEach((one, index) => merge(into[key][index], one));
    else if (both.every((one) => one !== null && typeof one === "object")) merge(into[key], value);
    else into[key] = value;
  }
}

const INTERFACES = { Node: ["Product", "ProductVariant", "Cart"], Merchandise: ["ProductVariant"], BaseCartLine: ["CartLine"] };
