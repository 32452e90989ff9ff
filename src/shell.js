// The door on the page: the custom element <fan-shelf>, all that a host pays for before anything is shown.
//
// Rust cannot write a class that extends HTMLElement, and what the fan should see at once must not wait for wasm. So this
// module paints the skeleton, lets the words of one language, the glue and the first catalog request leave together, and wasm
// right behind; and it sketches the first cards when the shop has answered. It also lends wasm the few browser services that
// are smaller here than as bindings (`door`).
// When wasm cannot start, the element's light-DOM content (a link to the shop) shows instead.
//
// `cargo xtask bundle` replaces the constants in BUILD and the style text, and minifies this file to dist/fan-shelf.js:
//   __GLUE__ __WASM__ __SHEETS__ __GUESTS__ file names beside this one
//   __LOCALES__                             {"en": "locale-en-….json", …}
//   __ADDRESSES__                           what the file of a country's address form is called before its code
//   __SHELF_CSS__                           the style of what is seen first, as a string
//   __SHELF_TITLE__ __PRICE_FROM__          where two texts stand in a language's file
import { build, skeleton, sketch } from "./shell/drawing.js";
import { freeze, keepLook, looks, stored, thaw } from "./shell/looks.js";
import { money } from "./text/intl.js";

const BUILD = { glue: "__GLUE__", wasm: "__WASM__", sheets: "__SHEETS__", locales: "__LOCALES__", addresses: "__ADDRESSES__", guests: "__GUESTS__" };
const SHELF_CSS = "__SHELF_CSS__";
const SHELF_TITLE = "__SHELF_TITLE__";
const PRICE_FROM = "__PRICE_FROM__";

const RTL = /^(ar|he|fa|ur)\b/;
const TIMEOUT_MS = 15000;
const REMEMBER_MS = 2000;
const HEAD_START_MS = 500;
const at = (file) => new URL(file, import.meta.url).href;
const PLATFORM = at("platform.json");

let shelfSheet;
let laterSheet;
let wasm;

/** Loads and starts the module once for all elements on the page; a failure is forgotten, so that a later try can succeed. */
function startWasm() {
  // The module leaves together with its glue; whichever fails first is the failure.
  return (wasm ??= Promise.all([import(at(BUILD.glue)), fetch(at(BUILD.wasm))])
    .then(async ([glue, module_or_path]) => {
      await glue.default({ module_or_path });
      return glue;
    })
    .catch((error) => {
      wasm = undefined;
      throw error;
    }));
}

const files = {};
/** A JSON file beside this one, once for all elements. */
function load(file) {
  return (files[file] ??= fetch(at(file))
    .then((answer) => answer.json())
    .catch((error) => {
      delete files[file];
      throw error;
    }));
}

/** A language tag as hosts write them (`pt`, `EN-us`, `en_US.UTF-8`), in its canonical form; undefined for what is none. */
function tagged(text) {
  try {
    // Intl also knows the old codes that Android hands out: `iw` is Hebrew, `in` Indonesian.
    return new Intl.Locale(text.split(/[.@]/)[0].replaceAll("_", "-"));
  } catch {
    return undefined;
  }
}

/** The language asked for, by the element, the page or the browser, among those we speak; the words of another region do too. */
function speak(element) {
  const known = Object.keys(BUILD.locales);
  for (const text of [element.lang, element.parentElement?.closest("[lang]")?.lang, ...(navigator.languages ?? [])]) {
    const tag = text && tagged(text);
    const spoken = tag && (known.find((one) => one === tag.baseName) ?? known.find((one) => tagged(one).language === tag.language));
    if (spoken) return spoken;
  }
  return "en";
}

/** A request of the protocol, with its headers. */
function send(method, url, body, key, token) {
  const headers = { "ucp-agent": `profile="${PLATFORM}"`, "request-id": crypto.randomUUID?.() ?? String(Math.random()).slice(2) };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (key) headers["idempotency-key"] = key;
  if (token) headers.authorization = `Bearer ${token}`;
  return ask(url, { method, headers, body, credentials: "omit" });
}

/**
 * One request. Resolves with what came, rejects with `{kind}`: "offline", "timeout" or "unreadable". Without headers of its own
 * it costs no preflight.
 */
async function ask(url, request) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
  try {
    const answer = await fetch(url, { ...request, signal: stop.signal });
    const text = await answer.text();
    let value;
    try {
      value = JSON.parse(text);
    } catch {
      if (answer.ok) throw { kind: "unreadable" };
    }
    return { status: answer.status, value, text, retryAfter: Number(answer.headers.get("retry-after")) || 0 };
  } catch (error) {
    if (error.kind) throw error;
    throw { kind: stop.signal.aborted ? "timeout" : "offline" };
  } finally {
    clearTimeout(timer);
  }
}

const endpoints = {};
/** The shop's REST endpoint, from its profile (UCP "Discovery"), asked for once a page. */
function discover(store) {
  // As a page's `<link rel="preload" as="fetch" crossorigin>` asks for it.
  return (endpoints[store] ??= ask(`${store}/.well-known/ucp`, { credentials: "same-origin" })
    .then(({ value }) => {
      const services = value?.ucp?.services?.["dev.ucp.shopping"] ?? [];
      const rest = services.find((service) => service.transport === "rest");
      if (!rest?.endpoint) throw { kind: "unreadable" };
      return rest.endpoint.replace(/\/$/, "");
    })
    .catch((error) => {
      delete endpoints[store];
      throw error;
    }));
}

/** What wasm may ask of the page. */
const door = {
  send,
  discover,
  guests: () => import(at(BUILD.guests)),
  address: (country) => load(`${BUILD.addresses}${country}.json`),
  /** Adopts the style of product, cart and checkout, which the first view does not need. */
  async dress(root) {
    laterSheet ??= fetch(at(BUILD.sheets)).then(async (answer) => {
      if (!answer.ok) throw answer;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(await answer.text());
      return sheet;
    });
    try {
      const sheet = await laterSheet;
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    } catch (error) {
      laterSheet = undefined;
      throw error;
    }
  },
};

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether the element is on screen or one screen away. */
function isNear(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return element.checkVisibility?.() && top < 2 * innerHeight && bottom > -innerHeight;
}

/** Resolves when the element is on screen or comes near: a shelf that nobody scrolls to costs its page nothing. */
function near(element) {
  return new Promise((resolve) => {
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        seen.disconnect();
        resolve();
      },
      { rootMargin: "100%" },
    );
    seen.observe(element);
  });
}

class FanShelf extends HTMLElement {
  static observedAttributes = ["store", "collection", "lang", "country", "currency", "page", "heading", "layout", "pins"];

  connectedCallback() {
    if (this.mounted || this.starting) return;
    this.start();
  }

  disconnectedCallback() {
    // A move is a removal followed by an insertion: wait for the microtask, and keep what is open.
    queueMicrotask(() => this.isConnected || this.stop());
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !(this.mounted || this.starting) || this.restarting) return;
    // A page that changes country and currency together restarts the element once.
    this.restarting = true;
    queueMicrotask(() => {
      this.restarting = false;
      this.stop();
      if (this.isConnected) this.start();
    });
  }

  stop() {
    this.starting = undefined;
    const handle = this.mounted;
    this.mounted = undefined;
    handle?.free();
  }

  async start() {
    const run = (this.starting = {});
    const lang = speak(this);
    const page = this.getAttribute("page");
    const store = new URL(this.getAttribute("store") || "/", document.baseURI).href.replace(/\/$/, "");
    const collection = this.getAttribute("collection");
    const context = { language: lang };
    for (const [attribute, field] of [["country", "address_country"], ["currency", "currency"]]) {
      const value = this.getAttribute(attribute);
      if (value) context[field] = value;
    }
    const asked = JSON.stringify({
      ...(collection ? { filters: { categories: [collection] } } : { query: "*" }),
      context,
      pagination: { limit: 24 },
    });
    // The words, the glue and the first page of products; wasm finds the answer, or the failure, waiting.
    const begin = () => {
      import(at(BUILD.glue)).catch(() => {});
      return [load(BUILD.locales[lang]), page ? undefined : discover(store).then((endpoint) => send("POST", `${endpoint}/catalog/search`, asked))];
    };
    // A page of its own, open layers and a payment under way do not wait to be scrolled to; and what is in view waits for nothing,
    // not even for its own shape to be painted.
    let begun = (page || history.state?.fanshelf || stored(`fanshelf:${store}:intent`) || isNear(this)) && begin();

    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (!shelfSheet) {
      shelfSheet = new CSSStyleSheet();
      shelfSheet.replaceSync(SHELF_CSS);
    }
    root.adoptedStyleSheets = [shelfSheet];
    const frame = build("div", "fan");
    frame.lang = lang;
    frame.dir = RTL.test(lang) ? "rtl" : "ltr";
    const layout = this.getAttribute("layout") || "row";
    const heading = this.getAttribute("heading");
    const key = [BUILD.wasm, store, asked, layout, heading].join();
    const look = page ? undefined : looks().find((one) => one.key === key);
    if (!page) frame.append(look ? thaw(look.tree) : skeleton(layout));
    // What is only a picture of the shelf yet takes no focus that would be lost; the card that a press means opens later.
    frame.inert = true;
    root.replaceChildren(frame);
    let meant;
    const cards = () => [...frame.querySelectorAll(".card-button")];
    const press = ({ clientX: x, clientY: y }) => {
      meant = cards().findIndex((card) => {
        const { left, right, top, bottom } = card.getBoundingClientRect();
        return left < x && x < right && top < y && y < bottom;
      });
    };
    this.addEventListener("click", press, { once: true });

    if (!begun) {
      await near(this);
      if (this.starting !== run) return;
      begun = begin();
    }
    const [words, answer] = begun;
    // Nothing is news when the shop says what it said last time.
    const first = answer?.then((came) => (came.text === look?.text ? undefined : came));
    first?.catch(() => {});
    // The answer is small and is seen first: on a narrow line it must not queue behind wasm. A slow shop holds up nothing.
    const isFirst = answer && !look;
    const module = Promise.race([isFirst ? answer.catch(() => {}) : undefined, pause(HEAD_START_MS)]).then(startWasm);
    if (isFirst) {
      // With the country, as the words of wasm have it.
      const locale = lang.includes("-") || !context.address_country ? lang : `${lang}-${context.address_country}`;
      // A browser takes long over its first price: it does so while the shop is asked.
      pause(0).then(() => money(locale, 0, context.currency ?? "USD"));
      const draw = ([came, texts]) => this.starting === run && sketch(frame, came.value, heading ?? texts[SHELF_TITLE], texts[PRICE_FROM], locale);
      // What cannot be sketched is left to wasm, failures too.
      Promise.all([answer, words]).then(draw).catch(() => {});
    }
    try {
      const [glue, texts] = await Promise.all([module, words]);
      // A task of its own: starting the module was one.
      await pause(0);
      if (this.starting !== run || !this.isConnected) return;
      frame.replaceChildren();
      frame.inert = false;
      const last = look && { status: 200, value: JSON.parse(look.text) };
      this.mounted = glue.mount(this, frame, door, { store, collection, lang, page, context, texts, first, last });
      this.starting = undefined;
      this.removeEventListener("click", press);
      // The cards are drawn by then.
      setTimeout(() => cards()[meant]?.click());
      answer?.then((came) => this.remember(frame, key, came, look), () => {});
    } catch (error) {
      if (this.starting !== run) return;
      this.starting = undefined;
      this.fail(root, error);
    }
  }

  /** Keeps what is seen for the next visit, later: nobody waits for it, and the cards have been drawn by then. */
  remember(frame, key, { status, text }, look) {
    if (status !== 200 || text === look?.text) return;
    setTimeout(() => {
      const shelf = frame.querySelector(".shelf[aria-busy=false]");
      if (shelf) keepLook({ key, text, tree: freeze(shelf) });
    }, REMEMBER_MS);
  }

  /** Wasm cannot run here (an old browser, a page policy without 'wasm-unsafe-eval', no network): show the page's own link. */
  fail(root, error) {
    root.replaceChildren(document.createElement("slot"));
    this.dispatchEvent(new CustomEvent("fan-error", {
      bubbles: true,
      composed: true,
      detail: { code: "cannot_start", message: String(error?.message ?? error?.kind ?? error) },
    }));
  }
}

if (!customElements.get("fan-shelf")) customElements.define("fan-shelf", FanShelf);
