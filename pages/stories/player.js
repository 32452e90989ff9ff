// Plays one story: the shop answers as told, the element opens on the screen, a few steps are taken as a fan would take them,
// and when everything is as the story promises, <html data-story="settled"> says so. Tests and pictures wait for that.

import { STORE, load, open, resolve } from "./shop.js";

const root = document.documentElement;
/** How long a story may take to reach what it shows, in milliseconds. */
const PATIENCE = 15000;
/** How long nothing may change before a story counts as settled, in milliseconds. */
const CALM = 150;

export const currencies = { US: "USD", GB: "GBP", DE: "EUR", AE: "AED", SA: "SAR", KW: "KWD", JP: "JPY" };

/** Waits until `check` gives something, looking once a frame. */
async function until(check, what) {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const found = check();
    if (found) return found;
    if (performance.now() > end) throw new Error(`the story waits for ${what}`);
    await new Promise(requestAnimationFrame);
  }
}

const isShown = (node) => node.getClientRects().length > 0;

/** A step of a fan: a click, a text, a choice, a key; or a wait for something to be there. */
async function take(step, shadow) {
  const find = (selector) => until(() => [...shadow.querySelectorAll(selector)].find((node) => isShown(node) || node.matches("input")), selector);
  if (step.wait) return void (await find(step.wait));
  if (step.press) {
    const target = shadow.activeElement ?? document.activeElement;
    return void target.dispatchEvent(new KeyboardEvent("keydown", { key: step.press, bubbles: true, composed: true }));
  }
  const node = await find(step.click ?? step.fill ?? step.choose);
  if (step.click) {
    await until(() => node.getAttribute("aria-disabled") !== "true" && !node.disabled, `${step.click} to be ready`);
    return node.click();
  }
  node.focus();
  node.value = step.with;
  for (const name of ["input", "change"]) node.dispatchEvent(new Event(name, { bubbles: true }));
}

/** What is left of an earlier story on this device would be told in this one. */
function remember(device, owner, layers) {
  const isOfStories = (name) => name.startsWith(`fanshelf:${STORE}:`) || name === "fanshelf:looks";
  for (const name of Object.keys(localStorage).filter(isOfStories)) localStorage.removeItem(name);
  for (const [name, value] of Object.entries(device)) localStorage.setItem(`fanshelf:${STORE}:${name}`, value);
  // A reload finds the screens that were open in its history entry: so a story opens on its screen.
  history.replaceState({ fanshelf: { [owner]: ["0", ...layers].join("\n") } }, "");
}

/** The page around the element: a video and what belongs to it, or a page of the shop. */
function build(story, shelf) {
  const make = (name, className, ...children) => {
    const node = document.createElement(name);
    node.className = className;
    node.append(...children);
    return node;
  };
  const text = (name, className, words) => make(name, className, words);
  if (story.page) {
    document.body.className = "shop-page";
    const heading = text("h1", "quiet-name", story.name);
    return document.body.replaceChildren(make("main", "", heading, shelf));
  }
  const video = make("img", "story-video");
  video.id = "player";
  video.alt = "A video, standing still";
  video.src = `/pages/art/${story.video === "tall" ? "video-tall" : "video"}.svg`;
  video.currentTime = story.seconds ?? 0;
  document.body.className = `played ${story.video ?? "wide"}`;
  const stage = make("div", "stage", video);
  const title = text("h1", "", "A cat, a rooftop and the moon");
  const below = make("div", "below", title, shelf);
  document.body.replaceChildren(make("main", "watch", stage, below, make("aside", "next")));
}

/** Waits until everything that is seen is there (answers, pictures, fonts) and nothing changes any more. */
async function calm(shadow, waiting) {
  let last = performance.now();
  const watch = new MutationObserver(() => (last = performance.now()));
  watch.observe(shadow, { subtree: true, childList: true, attributes: true, characterData: true });
  await document.fonts.ready;
  const isSeen = (picture) => {
    const box = picture.getBoundingClientRect();
    return picture.checkVisibility() && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  };
  const pictures = () => [...document.images, ...shadow.querySelectorAll("img")].filter(isSeen);
  const isThere = () => waiting() === 0 && performance.now() - last > CALM && pictures().every((picture) => picture.complete);
  await until(isThere, "everything to be there");
  await Promise.all(pictures().map((picture) => picture.decode().catch(() => {})));
  watch.disconnect();
}

/** Waits for what the story promises, brings it into view, and sees that it stays. */
async function settle(shadow, waiting, shows) {
  const find = (selector) => [...shadow.querySelectorAll(selector)].find(isShown);
  for (const selector of shows) await until(() => find(selector), selector);
  await calm(shadow, waiting);
  find(shows[0])?.scrollIntoViewIfNeeded?.(true);
  await calm(shadow, waiting);
  const gone = shows.find((selector) => !find(selector));
  if (gone) throw new Error(`the story showed ${gone} and then something else`);
}

/** Plays the story that the address names. */
export async function play(query) {
  const name = query.get("story");
  const lang = query.get("lang") ?? "en";
  const scheme = query.get("scheme");
  root.lang = lang;
  root.dir = /^(ar|he)\b/.test(lang) ? "rtl" : "ltr";
  if (scheme) root.dataset.scheme = scheme;
  root.dataset.story = "playing";
  document.title = `${name} · Fanshelf stories`;
  try {
    const [story, ordinary, shop] = await Promise.all([load(name), load("data/ordinary"), load("data/shop")]);
    // What the story says about a request stands in the place of what the shop says on an ordinary day.
    const own = story.answers ?? [];
    const others = ordinary.filter(({ to }) => !own.some((answer) => answer.to === to));
    const waiting = open(await resolve([...own, ...others], lang), await resolve(shop, lang), story.chunks);
    const market = query.get("country") ?? story.market ?? "US";
    const attributes = {
      store: STORE,
      collection: "noor-draws",
      ...(story.page ? { page: story.page } : { video: "#player" }),
      lang,
      country: market,
      currency: currencies[market],
      ...story.attributes,
    };
    for (const choice of ["layout", "theme"]) if (query.has(choice)) attributes[choice] = query.get(choice);
    const shelf = document.createElement("fan-shelf");
    for (const [attribute, value] of Object.entries(attributes)) shelf.setAttribute(attribute, value);
    for (const [slot, text] of Object.entries(story.slots ?? {})) {
      const child = document.createElement("span");
      child.slot = slot;
      child.textContent = text;
      shelf.append(child);
    }
    remember(story.device ?? {}, `${STORE}#${attributes.collection}`, story.open ?? []);
    if (story.page) history.replaceState(history.state, "", `${location.pathname}${location.search}#token`);
    build(story, shelf);
    await import("/fan-shelf.js");
    // A story leaves the visitor's clipboard alone, and opens no sheet of the device.
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async () => {} } });
    Object.defineProperty(navigator, "share", { value: undefined });
    const shadow = await until(() => shelf.shadowRoot, "the element");
    for (const step of story.steps ?? []) await take(step, shadow);
    await settle(shadow, waiting, [story.shows].flat());
    root.dataset.story = "settled";
  } catch (error) {
    root.dataset.story = "stuck";
    console.error(`${name}: ${error.message}`);
    const told = document.createElement("p");
    told.className = "story-stuck";
    told.setAttribute("role", "alert");
    told.textContent = `${name}: ${error.message}`;
    document.body.prepend(told);
  }
}
