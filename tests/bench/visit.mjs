// One contestant, one cold start: everything that is measured about it.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Traffic } from "./traffic.mjs";

const PROBE = readFileSync(join(import.meta.dirname, "probe.js"), "utf8");
const pause = (ms) => new Promise((over) => setTimeout(over, ms));

/**
 * `rest`: how long nothing may happen until a page counts as settled, in tenths of a second; longer than what waits for an idle
 * browser. `patience`: ms until something that does not come is a failure.
 */
const USUAL = { rest: 15, patience: 30_000 };
export const QUICK = { rest: 5, patience: 15_000 };

/** Runs `name` on `profile` in a new context; the figures by name, or an error that says what did not happen. */
export async function run(stage, name, profile, key, { rest, patience } = USUAL) {
  const browser = await stage.browser(key);
  const context = await browser.newContext({
    viewport: profile.viewport,
    deviceScaleFactor: profile.scale,
    isMobile: profile.mobile,
    hasTouch: profile.mobile,
    locale: "en-US",
  });
  context.setDefaultTimeout(patience);
  const trouble = [];
  context.on("weberror", (thrown) => trouble.push(String(thrown.error())));
  context.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
  try {
    await context.addInitScript(PROBE);
    const url = `https://creator.example/${name}.html`;
    const first = await load(context, url, profile, rest, patience);
    const memory = await remember(browser, first);
    const again = await load(context, url, profile, rest, patience);
    await again.page.close();
    await first.page.bringToFront();
    const before = first.traffic.bytes("code");
    const { confirmed, inCart } = await withPatience(first.page.evaluate(() => window.__bench.add()), "something in the cart", patience);
    await quiet(first.traffic, rest, patience);
    const requests = first.traffic.count();
    const toCart = first.traffic.bytes("code");
    const checkout = await withPatience(openCheckout(first.page), "a checkout", patience);
    trouble.push(...first.traffic.failures(), ...again.traffic.failures());
    const complaints = await stage.complaints();
    if (trouble.length + complaints.length > 0) throw new Error(["it did not run cleanly", ...complaints].join("; "));
    return {
      ...first.figures,
      ...memory,
      codeSettled: before,
      codeToCart: toCart,
      requestsToCart: requests,
      confirmed,
      inCart,
      checkout,
      againFirst: again.figures.first,
      againPictures: again.figures.pictures,
      againAwake: again.figures.awake,
      againCode: again.figures.codeToShelf,
      againShift: again.figures.shift,
      againBlocking: again.figures.blocking,
      againRequests: again.figures.requestsSettled,
    };
  } catch (error) {
    trouble.push(...(await stage.complaints()));
    throw new Error(`${name}: ${[error.message, ...trouble].join("; ")}`, { cause: error });
  } finally {
    await context.close();
  }
}

/** Loads the page and waits until it has settled: shelf and pictures are there, nothing is loaded, nothing runs. */
async function load(context, url, profile, rest, patience) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const traffic = new Traffic(session);
  await session.send("Network.enable");
  await session.send("Emulation.setCPUThrottlingRate", { rate: profile.cpu });
  await page.goto(url, { waitUntil: "commit" });
  await withPatience(page.waitForFunction(() => window.__bench.awake, undefined, { polling: 200 }), "a first card that takes a press, with its pictures", patience);
  await quiet(traffic, rest, patience);
  const seen = await page.evaluate(() => {
    const { first, pictures, awake, shifts, tasks } = window.__bench;
    return { first, pictures, awake, shifts, tasks, nodes: window.__bench.nodes() };
  });
  const figures = {
    first: seen.first,
    pictures: seen.pictures,
    awake: seen.awake,
    codeToShelf: traffic.bytes("code", seen.first),
    apiToShelf: traffic.bytes("api", seen.first),
    requestsToShelf: traffic.count(seen.first),
    requestsSettled: traffic.count(),
    blocking: seen.tasks.reduce((sum, { took }) => sum + Math.max(0, took - 50), 0),
    longest: Math.max(0, ...seen.tasks.map(({ took }) => took)),
    shift: worstWindow(seen.shifts),
    nodes: seen.nodes,
  };
  return { page, session, traffic, figures };
}

/** Waits until nothing has been under way for `rest` tenths of a second. */
async function quiet(traffic, rest, patience) {
  const deadline = Date.now() + patience;
  for (let calm = 0, known = -1; calm < rest; ) {
    if (Date.now() > deadline) throw new Error("the page does not come to rest");
    await pause(100);
    const size = traffic.requests.size;
    calm = traffic.open === 0 && size === known ? calm + 1 : 0;
    known = size;
  }
}

/** Cumulative layout shift as Web Vitals counts it: the worst window of five seconds without a gap of one. */
export function worstWindow(shifts) {
  let [worst, sum, start, last] = [0, 0, -Infinity, -Infinity];
  for (const { at, value, input } of shifts) {
    if (input) continue;
    if (at - last > 1000 || at - start > 5000) [sum, start] = [0, at];
    sum += value;
    last = at;
    worst = Math.max(worst, sum);
  }
  return worst;
}

/** Memory after a garbage collection: JavaScript with its buffers, WebAssembly, and what only the page's process has. */
async function remember(browser, { page, session }) {
  const all = await browser.newBrowserCDPSession();
  const renderers = async () => {
    const { processInfo } = await all.send("SystemInfo.getProcessInfo");
    return new Map(processInfo.filter(({ type }) => type === "renderer").map(({ id, cpuTime }) => [id, cpuTime]));
  };
  // Chromium has renderers of its own, and does not say which one is the page's: it is the one that works when the page does.
  const before = await renderers();
  await page.evaluate(() => {
    for (const until = performance.now() + 300; performance.now() < until; );
  });
  const worked = [...(await renderers())].map(([pid, time]) => [time - (before.get(pid) ?? 0), pid]);
  const [[, pid]] = worked.sort(([one], [other]) => other - one);
  await all.detach();
  await session.send("HeapProfiler.collectGarbage");
  await pause(500);
  const { usedSize, backingStorageSize = 0 } = await session.send("Runtime.getHeapUsage");
  const wasm = await page.evaluate(() => window.__bench.wasm());
  return { heap: usedSize, buffers: backingStorageSize, wasm, memory: await privateBytes(pid) };
}

/** Bytes that a process shares with nobody; undefined where the system does not tell (it is not Linux). */
async function privateBytes(pid) {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => undefined);
  return text && [...text.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB$/gm)].reduce((sum, [, kib]) => sum + Number(kib) * 1024, 0);
}

/** ms from the press to the first field of the checkout, in this page or on the one that it leads to. */
async function openCheckout(page) {
  // A navigation throws the page away while it answers: the moment of pressing is told before.
  let began;
  await page.exposeFunction("__pressed", (at) => (began = at));
  const gone = /destroyed|navigat|closed/i;
  const left = page.waitForEvent("framenavigated", (frame) => frame === page.mainFrame() && !frame.url().includes("creator.example"));
  left.catch(() => {});
  const here = page.evaluate(() => window.__bench.checkout()).catch((error) => (gone.test(error.message) ? undefined : Promise.reject(error)));
  const opened = await Promise.race([here, left.then(() => undefined)]);
  if (opened?.form) return opened.form - opened.began;
  await left;
  const form = await page.waitForFunction(() => window.__bench?.form, undefined, { polling: 50 });
  return (await form.jsonValue()) - began;
}

async function withPatience(promise, what, patience) {
  let timer;
  const late = new Promise((_, failed) => (timer = setTimeout(() => failed(new Error(`${what} did not come in ${patience / 1000} s`)), patience)));
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
