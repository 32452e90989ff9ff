// The link costs what it says, and the doubles answer what is asked, or say that they cannot.
import assert from "node:assert/strict";
import { connect, createServer } from "node:net";
import { test } from "node:test";
import { products } from "./catalogue.mjs";
import * as layer from "./layer.mjs";
import { relay } from "./relay.mjs";
import { answer, productNumber } from "./store.mjs";

/** Sends one byte through a relay and reads `size` bytes: ms until the last of them. */
async function through(link, size) {
  const server = createServer((socket) => socket.on("data", () => socket.write(Buffer.alloc(size))));
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const shaped = await relay(server.address().port, link);
  const began = performance.now();
  const socket = connect(shaped.port, "127.0.0.1");
  socket.write("?");
  let seen = 0;
  for await (const chunk of socket) {
    seen += chunk.length;
    if (seen >= size) break;
  }
  const took = performance.now() - began;
  socket.destroy();
  shaped.close();
  server.close();
  return took;
}

// Only what can be no faster is asserted: a busy machine makes everything slower.
test("a connection costs a round trip before its first request does", async () => {
  const took = await through({ down: 100, up: 100, rtt: 200 }, 1);
  assert.ok(took >= 398, `${took} ms`);
});

test("bytes take the time that the link's rate gives them", async () => {
  // 60 kB at 200 bytes a millisecond, and two round trips.
  const took = await through({ down: 1.6, up: 1.6, rtt: 20 }, 60_000);
  assert.ok(took >= 335, `${took} ms`);
});

test("the GraphQL double answers the fields asked for, through fragments, aliases and variables", () => {
  const query = `fragment P on Product { title variants(first: 3) { edges { node { id price { amount } } } } }
    query ($ids: [ID!]!) { found: nodes(ids: $ids) { __typename ...P ... on Product { handle } } }`;
  const { data } = answer({ query, variables: { ids: [`gid://shopify/Product/${productNumber(products[0])}`] } });
  const [found] = data.found;
  assert.deepEqual(Object.keys(found), ["__typename", "title", "variants", "handle"]);
  assert.equal(found.variants.edges.length, 3);
  assert.equal(found.variants.edges[0].node.price.amount, "9.0");
});

test("a field that the GraphQL double does not know is an error", () => {
  assert.throws(() => answer({ query: "{ shop { name owner } }" }), /does not know shop\.owner/);
});

test("what is added to the double's cart is in it", () => {
  const { data } = answer({
    query: "mutation ($input: CartInput) { cartCreate(input: $input) { cart { totalQuantity cost { totalAmount { amount } } } } }",
    variables: { input: { lines: [{ merchandiseId: "gid://shopify/ProductVariant/0", quantity: 2 }] } },
  });
  assert.deepEqual(data.cartCreate.cart, { totalQuantity: 2, cost: { totalAmount: { amount: "18.0" } } });
});

test("the other double refuses a path that it does not know", () => {
  assert.throws(() => layer.answer("GET", new URL("https://x.example/api/gift_cards")), /does not know GET \/api\/gift_cards/);
});
