// The one server of the benchmark: TLS, HTTP/2, every contestant's hosts, and a relay for each kind of link in front of it.
// Runs as a process of its own: `{program, tether, site, packages, pictures, links}` comes in the first message; what it says
// back is `{port, relays, spki, hosts}`, and later `{complaints}` on request.
import { createSecureServer } from "node:http2";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { certify } from "./certificate.mjs";
import { products } from "./catalogue.mjs";
import { hostPages } from "./contestants.mjs";
import * as layer from "./layer.mjs";
import { relay } from "./relay.mjs";
import { openShop, pass } from "./shop.mjs";
import * as store from "./store.mjs";

const TYPES = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".json": "application/json",
  ".webp": "image/webp",
};
const FOREVER = "public, max-age=31536000, immutable";
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, PATCH, PUT, DELETE, OPTIONS",
  "access-control-allow-headers": "*, authorization, content-type, x-shopify-storefront-access-token, x-sdk-variant, x-sdk-version, x-sdk-variant-source",
  "access-control-max-age": "7200",
};

const brotli = (bytes, quality) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });

/** Something that does not change: compressed once, as hard as possible. */
function fixed(bytes, extension, cache = FOREVER) {
  const body = Buffer.from(bytes);
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 16)}"`;
  const headers = { "content-type": TYPES[extension], "cache-control": cache, etag: tag, "access-control-allow-origin": "*" };
  if (extension === ".webp") return { status: 200, headers, body };
  return { status: 200, headers: { ...headers, "content-encoding": "br" }, body: brotli(body, 11) };
}

/** An answer of a double's API. */
function api(status, value, type = "application/json") {
  const body = brotli(Buffer.from(JSON.stringify(value)), 5);
  return { status, headers: { "content-type": type, "content-encoding": "br", "cache-control": "no-store", ...CORS }, body };
}

function hosts({ shop, packages, pictures }) {
  const file = (path) => fixed(readFileSync(join(packages, path)), extname(path));
  const picture = products.map(({ number }) => fixed(pictures[number], ".webp"));
  const numbered = (path) => picture[Number(/bench(\d+)/.exec(path)?.[1])];
  const pages = new Map(Object.entries(hostPages()).map(([name, html]) => [`/${name}.html`, fixed(html, ".html", "no-cache")]));
  const elsewhere = fixed(readFileSync(join(import.meta.dirname, "../pages/checkout.html")), ".html", "no-cache");
  const button = file("@shopify/buy-button-js/dist/buybutton.min.js");
  const dropIn = new Map();
  const folder = "@commercelayer/drop-in.js/dist/drop-in/";
  return {
    "creator.example": ({ path }) => pages.get(path) ?? numbered(path),
    // The shop sets its own headers; only the address is ours.
    "shop.example": async (request) => {
      const answer = await pass(shop.port, request);
      for (const name of ["connection", "keep-alive", "transfer-encoding"]) delete answer.headers[name];
      return answer;
    },
    "sdks.shopifycdn.com": ({ path }) => (path === "/buy-button/3.0.6/buybutton.min.js" ? button : undefined),
    "cdn.shopify.com": ({ path }) => numbered(path),
    [store.storeDomain]: ({ method, path, body }) => {
      if (path.startsWith("/cart/c/")) return elsewhere;
      if (method === "OPTIONS") return { status: 204, headers: CORS };
      return path === "/api/2025-01/graphql" ? api(200, store.answer(JSON.parse(body))) : undefined;
    },
    "cdn.jsdelivr.net": ({ path }) => {
      const name = /^\/npm\/@commercelayer\/drop-in\.js@2\.27\.0\/dist\/drop-in\/([\w.-]+\.(?:js|css))$/.exec(path)?.[1];
      if (name && !dropIn.has(name)) dropIn.set(name, file(folder + name));
      return dropIn.get(name);
    },
    "auth.commercelayer.io": ({ method }) => (method === "OPTIONS" ? { status: 204, headers: CORS } : api(200, layer.token())),
    [layer.layerDomain]: ({ method, path, body }) => {
      if (method === "OPTIONS") return { status: 204, headers: CORS };
      const { status, body: value } = layer.answer(method, new URL(path, "https://x.example"), body.length ? JSON.parse(body) : undefined);
      return api(status, value, "application/vnd.api+json");
    },
    "bench.commercelayer.app": () => elsewhere,
  };
}

/** Headers that HTTP/2 sets or forbids are not passed on. */
const passable = (headers) => Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(":") && name !== "connection"));

async function serve({ program, tether, site, packages, pictures, links }) {
  const shop = await openShop({ program, tether, site, publicUrl: "https://shop.example", pictures });
  const answers = hosts({ shop, packages, pictures });
  const { contexts, spki } = await certify(Object.keys(answers));
  const complaints = [];
  const [first] = contexts.values();
  const server = createSecureServer({
    key: first.key,
    cert: first.cert,
    SNICallback: (name, done) => done(null, contexts.get(name)?.secure),
  });
  server.on("stream", (stream, headers) => {
    const { ":method": method, ":path": path, ":authority": host } = headers;
    const parts = [];
    stream.on("error", () => {});
    stream.on("data", (chunk) => parts.push(chunk));
    stream.on("end", async () => {
      let answer;
      try {
        answer = await answers[host]?.({ method, path, headers: passable(headers), body: Buffer.concat(parts) });
        if (!answer && path !== "/favicon.ico") complaints.push(`${method} https://${host}${path} is not served`);
      } catch (error) {
        complaints.push(`${method} https://${host}${path}: ${error.message}`);
      }
      answer ??= { status: 404, headers: {} };
      if (answer.headers.etag && headers["if-none-match"] === answer.headers.etag) answer = { ...answer, status: 304, body: undefined };
      if (stream.destroyed) return;
      stream.respond({ ":status": answer.status, ...answer.headers, ...(answer.body && { "content-length": answer.body.length }) });
      stream.end(answer.body);
    });
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  const relays = {};
  for (const [name, link] of Object.entries(links)) relays[name] = (await relay(port, link)).port;
  return { port, relays, spki, hosts: Object.keys(answers), complaints, shop };
}

process.once("message", async (settings) => {
  try {
    const pictures = settings.pictures.map((text) => Buffer.from(text, "base64"));
    const { complaints, shop, ...open } = await serve({ ...settings, pictures });
    process.send(open);
    process.on("message", async (word) => {
      if (word === "complaints") process.send({ complaints: complaints.splice(0) });
      if (word === "stop") {
        await shop.close();
        process.exit(0);
      }
    });
    process.once("disconnect", async () => {
      await shop.close();
      process.exit(0);
    });
  } catch (error) {
    process.send({ failed: String(error.stack ?? error) });
    process.exit(1);
  }
});
