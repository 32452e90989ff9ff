// `cargo xtask bench smooth`: what the widget does to a slow processor while it is used. No link is shaped: this is about work.
// Settings come in FANSHELF_BENCH as JSON: `{chromium, program, tether, site, cache, cycles, strict}`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { calm } from "./calm.mjs";
import { spread } from "./figures.mjs";
import { profiles } from "./profiles.mjs";
import { Stage } from "./stage.mjs";

const { cycles, strict, ...settings } = JSON.parse(process.env.FANSHELF_BENCH);
const phone = profiles.phone;
/** ms. A longer task can be felt; two frames at 60 Hz in a row that are late can be seen. */
const LONG = 50;
const LATE = 34;
/** What there may be after the last cycle, of what was there after the hundredth. */
const FLAT = 1.05;
const pause = (ms) => new Promise((over) => setTimeout(over, ms));

const stage = await Stage.open(settings);
try {
  await calm();
  const browser = await stage.browser("desktop");
  const context = await browser.newContext({ viewport: phone.viewport, deviceScaleFactor: phone.scale, isMobile: true, hasTouch: true });
  await context.addInitScript(readFileSync(join(import.meta.dirname, "probe.js"), "utf8"));
  await context.addInitScript(readFileSync(join(import.meta.dirname, "frames.js"), "utf8"));
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const slow = (rate) => session.send("Emulation.setCPUThrottlingRate", { rate });
  await page.goto("https://creator.example/fanshelf.html");
  await page.waitForFunction(() => window.__bench.pictures);
  await pause(3000);

  await slow(phone.cpu);
  const scrolled = await watched(page, () => scroll(page, session));
  const panel = await watched(page, () => page.evaluate(() => window.__frames.cycle(10)));
  await slow(1);

  const kept = [];
  let done = 0;
  for (const until of [...new Set([1, Math.min(100, cycles), cycles])]) {
    for (; done < until; ) {
      const some = Math.min(50, until - done);
      await page.evaluate((times) => window.__frames.cycle(times), some);
      done += some;
      console.log(`  opened and closed ${done} times`);
    }
    kept.push({ cycles: done, ...(await memory(page, session)) });
  }
  await context.close();
  const complaints = await stage.complaints();
  if (complaints.length > 0) throw new Error(complaints.join("; "));
  report(scrolled, panel, kept);
} finally {
  await stage.close();
}

/** Runs `work` and returns the frames and the long tasks that were seen meanwhile. */
async function watched(page, work) {
  await page.evaluate(() => window.__frames.begin());
  await work();
  await pause(300);
  return page.evaluate(() => window.__frames.end());
}

/** Swipes the row to its end and back, as a thumb would. */
async function scroll(page, session) {
  const { x, y } = await page.evaluate(() => window.__frames.row());
  for (const xDistance of [-1500, -1500, 1500, 1500]) {
    await session.send("Input.synthesizeScrollGesture", { x, y, xDistance, yDistance: 0, speed: 1200, gestureSourceType: "touch" });
  }
}

async function memory(page, session) {
  await session.send("HeapProfiler.collectGarbage");
  await pause(300);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { metrics } = await session.send("Performance.enable").then(() => session.send("Performance.getMetrics"));
  const metric = (name) => metrics.find((one) => one.name === name)?.value;
  const { wasm, nodes } = await page.evaluate(() => ({ wasm: window.__bench.wasm(), nodes: window.__bench.nodes() }));
  return { heap: usedSize, wasm, nodes, alive: metric("Nodes"), listeners: metric("JSEventListeners") };
}

function report(scrolled, panel, kept) {
  const lines = [`| processor ÷ ${phone.cpu} | frames | interval, ms | late frames | tasks over ${LONG} ms | of them with our code | longest of ours, ms |`, "|---|---:|---:|---:|---:|---:|---:|"];
  const work = [["scrolling the row", scrolled], ["opening and closing a product", panel]];
  for (const [title, { frames, tasks, ours }] of work) {
    const between = spread(frames);
    const late = frames.filter((interval) => interval > LATE).length;
    lines.push(`| ${title} | ${frames.length} | ${between.median.toFixed(1)} [${between.least.toFixed(1)}, ${between.most.toFixed(1)}] | ${late} | ${tasks.length} | ${ours.length} | ${Math.round(Math.max(0, ...ours))} |`);
  }
  lines.push("", "| after cycles | JavaScript heap, MB | WebAssembly memory, MB | DOM nodes in the page | nodes alive | listeners |", "|---:|---:|---:|---:|---:|---:|");
  for (const { cycles: after, heap, wasm, nodes, alive, listeners } of kept) {
    lines.push(`| ${after} | ${(heap / 1e6).toFixed(2)} | ${(wasm / 1e6).toFixed(2)} | ${nodes} | ${alive} | ${listeners} |`);
  }
  console.log(`\n${lines.join("\n")}\n`);
  const [middle, last] = kept.slice(-2);
  const bars = [
    [`no task over ${LONG} ms from our code`, work.every(([, { ours }]) => ours.length === 0)],
    ["scrolling without a late frame", scrolled.frames.every((interval) => interval <= LATE)],
    ["memory flat", kept.length < 2 || (last.heap <= middle.heap * FLAT && last.wasm <= middle.wasm * FLAT)],
    ["page flat", kept.length < 2 || last.nodes === middle.nodes],
    ["nothing kept alive", kept.length < 2 || (last.alive <= middle.alive * FLAT && last.listeners <= middle.listeners * FLAT)],
  ];
  for (const [title, holds] of bars) console.log(`${title}: ${holds ? "holds" : "missed"}`);
  if (strict && bars.some(([, holds]) => !holds)) process.exitCode = 1;
}
