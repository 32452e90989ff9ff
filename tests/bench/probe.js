// Runs in every page before its own scripts: sees the first card, the pictures, blocking and shifts, and does what a fan does.
// "Visible" is what a frame has shown: a condition is looked at when a frame begins, and its time is taken right after it.
(() => {
  const memories = (window.__memories = new Set());
  const keep = (exports) => {
    for (const value of Object.values(exports ?? {})) if (value instanceof WebAssembly.Memory) memories.add(value);
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await own.apply(WebAssembly, given);
      keep((made.instance ?? made).exports);
      for (const group of Object.values(given[1] ?? {})) keep(group);
      return made;
    };
  }
  // Frames of a contestant are looked into from the top, if they are of the same origin.
  if (window !== top) return;

  const $ = (root, selector) => root?.querySelector(selector) ?? null;
  const framed = (selector) => [...document.querySelectorAll("iframe")].map((frame) => inside(frame)).find((found) => $(found, selector));
  const inside = (frame) => {
    try {
      return frame.contentDocument;
    } catch {
      return null;
    }
  };

  /** Text of an element, shadow roots and slots included. */
  function text(node) {
    if (!node) return "";
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    return [...(node.shadowRoot ?? node).childNodes].map(text).join("");
  }

  /** A rectangle in the top page, for an element in any frame. */
  function place(node) {
    const box = node.getBoundingClientRect();
    const frame = node.ownerDocument.defaultView?.frameElement;
    if (!frame) return box;
    const around = frame.getBoundingClientRect();
    return new DOMRect(box.x + around.x, box.y + around.y, box.width, box.height);
  }

  function shown(node) {
    if (!node?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const frame = node.ownerDocument.defaultView?.frameElement;
    if (frame && !shown(frame)) return false;
    const { top: above, bottom, left, right, width, height } = place(node);
    return width > 0 && height > 0 && bottom > 0 && above < innerHeight && right > 0 && left < innerWidth;
  }

  const element = () => document.querySelector("fan-shelf")?.shadowRoot;
  const set = () => framed(".shopify-buy__product");
  const basket = () => framed(".shopify-buy__cart");
  /** How each contestant's shelf is found, and what a fan presses. `onward` leads to a cart that does not open by itself. */
  const contestants = {
    fanshelf: {
      root: element,
      card: ".card:has(.card-title)",
      title: ".card-title",
      price: ".price",
      // The first cards are a sketch until the widget has started.
      awake: () => !$(element(), ".fan")?.inert,
      open: () => $(element(), ".card-button"),
      add: () => $(element(), ".panel .buy .button.main:not([disabled])"),
      onward: () => $(element(), ".panel .added button"),
      inCart: () => $(element(), ".panel .line-item .line-title"),
      // Ours is in view before the shop has confirmed it.
      confirmed: () => $(element(), ".panel .line-item:not([data-coming]) .line-title"),
      checkout: () => $(element(), ".panel .foot .button.main:not([disabled])"),
      form: () => $(element(), ".panel input[type=email]"),
    },
    shopify: {
      root: set,
      card: ".shopify-buy__product",
      title: ".shopify-buy__product__title",
      price: ".shopify-buy__product__actual-price",
      add: () => $(set(), ".shopify-buy__btn"),
      inCart: () => $(basket(), ".shopify-buy__cart-item__title"),
      checkout: () => $(basket(), ".shopify-buy__btn--cart-checkout"),
    },
    "drop-in": {
      root: () => document,
      card: "#shelf > .card",
      title: "b",
      price: "cl-price-amount",
      add: () => $(document, "cl-add-to-cart:not([aria-disabled])"),
      inCart: () => [$(document, "cl-cart-count")].find((count) => text(count).trim() === "1"),
      checkout: () => $(document, "cl-checkout-link a[href]"),
    },
    floor: {
      root: () => document,
      card: "#shelf > .card",
      title: "b",
      price: ".price",
      add: () => $(document, "#shelf button"),
      inCart: () => $(document, "#cart li"),
      checkout: () => $(document, "#cart button"),
      form: () => $(document, "#cart input"),
    },
    checkout: { form: () => $(document, "input") },
  };
  const name = /\/([\w-]+)\.html$/.exec(location.pathname)?.[1];
  const me = contestants[name] ?? contestants.checkout;

  const bench = (window.__bench = { shifts: [], tasks: [], first: undefined, pictures: undefined, awake: undefined });
  const watch = (type, into) =>
    new PerformanceObserver((list) => into.push(...list.getEntries().map((entry) => ({ at: entry.startTime, took: entry.duration, value: entry.value, input: entry.hadRecentInput })))).observe({ type, buffered: true });
  watch("longtask", bench.tasks);
  watch("layout-shift", bench.shifts);

  /** Resolves with the time after the first frame in which `seen()` holds. */
  const frameWith = (seen) =>
    new Promise((found) => {
      const look = () => {
        const value = seen();
        if (!value) return void requestAnimationFrame(look);
        const after = new MessageChannel();
        after.port1.onmessage = () => found(performance.now());
        after.port2.postMessage(0);
      };
      requestAnimationFrame(look);
    });

  const cards = () => [...(me.root()?.querySelectorAll(me.card) ?? [])];
  const isCard = (card) => shown(card) && shown($(card, me.title)) && text($(card, me.title)).trim() !== "" && shown($(card, me.price)) && /\d/.test(text($(card, me.price)));

  if (me.card) {
    frameWith(() => cards().slice(0, 1).some(isCard))
      .then((at) => {
        bench.first = at;
        return frameWith(() => {
          const visible = cards().filter(shown);
          const pictures = visible.map((card) => $(card, "img")).filter(Boolean);
          return pictures.length === visible.length && pictures.every((picture) => picture.complete && picture.naturalWidth > 0);
        });
      })
      .then((at) => {
        bench.pictures = at;
        return frameWith(() => !me.awake || me.awake());
      })
      .then((at) => (bench.awake = at));
  } else frameWith(() => shown(me.form())).then((at) => (bench.form = performance.timeOrigin + at));

  /** Presses what `find` finds as soon as it is there; returns the time of pressing. */
  async function press(find, tell) {
    await frameWith(find);
    const at = performance.now();
    tell?.(at);
    find().click();
    return at;
  }

  /** Puts something into the cart: ms until the cart shows it, and until the shop has confirmed it where that is not the same. */
  bench.add = async () => {
    if (me.open) await press(me.open);
    const began = await press(me.add);
    if (me.onward) await press(() => shown(me.onward()) && me.onward());
    const inCart = (await frameWith(() => shown(me.inCart()) && text(me.inCart()).trim() !== "")) - began;
    const confirmed = me.confirmed && (await frameWith(() => shown(me.confirmed()))) - began;
    return { confirmed, inCart };
  };

  /** Opens the checkout: the time of pressing and, when it opens in this page, of its first field; since 1970, in ms. */
  bench.checkout = async () => {
    const began = await press(me.checkout, (at) => window.__pressed(performance.timeOrigin + at));
    const form = me.form && (await frameWith(() => shown(me.form())));
    return { began: performance.timeOrigin + began, form: form && performance.timeOrigin + form };
  };

  /** Nodes of the page, through shadow roots and frames. */
  bench.nodes = function count(root = document) {
    let sum = 0;
    for (const node of [root, ...root.querySelectorAll("*")]) {
      sum += 1 + [...node.childNodes].filter((child) => child.nodeType !== Node.ELEMENT_NODE).length;
      if (node.shadowRoot) sum += count(node.shadowRoot);
      const frame = node.tagName === "IFRAME" && inside(node);
      if (frame) sum += count(frame);
    }
    return sum;
  };

  /** Bytes of all WebAssembly memories of the page and its frames. */
  bench.wasm = () => {
    const all = [window, ...[...document.querySelectorAll("iframe")].map((frame) => inside(frame)?.defaultView)];
    const bytes = all.flatMap((view) => [...(view?.__memories ?? [])]).map((memory) => memory.buffer.byteLength);
    return bytes.reduce((sum, more) => sum + more, 0);
  };
})();
