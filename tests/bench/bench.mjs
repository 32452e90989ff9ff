// `cargo xtask bench shelf`: our page and the peers', one after the other, again and again; then the table and the bars.
// Settings come in FANSHELF_BENCH as JSON: `{chromium, program, tether, site, cache, runs, profiles, quick, strict, out}`.
import { writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { calm } from "./calm.mjs";
import { summary } from "./figures.mjs";
import { contestants, profiles, titles } from "./profiles.mjs";
import { table, verdict } from "./report.mjs";
import { Stage } from "./stage.mjs";
import { QUICK, run } from "./visit.mjs";

const settings = JSON.parse(process.env.FANSHELF_BENCH);
const failures = [];
const parts = [];
let missed = 0;
let restless = 0;

/** Attempts of a peer: one that trips over itself is told, and takes nothing from the comparison. */
const ATTEMPTS = { shopify: 2, "drop-in": 2 };
const stumbles = [];

// Playwright closes the browser when it is asked to end, and would go on; the server ends with this process.
process.once("SIGTERM", () => process.exit(143));

const stage = await Stage.open(settings);
try {
  for (const key of settings.profiles) {
    const profile = profiles[key];
    const runs = Object.fromEntries(contestants.map((name) => [name, []]));
    for (let round = 0; round < settings.runs; round += 1) {
      // A different one begins each round: nobody has the warm place in line.
      const order = contestants.map((_, place) => contestants[(place + round) % contestants.length]);
      for (const name of order) {
        if (!settings.quick && !(await calm())) restless += 1;
        const label = `${profile.title}, run ${round + 1} of ${settings.runs}: ${titles[name]}`;
        try {
          const figures = await patiently(stage, name, profile, key, label);
          runs[name].push(figures);
          console.log(settings.quick ? `ok ${label}: shelf, cart and checkout` : `  ${label}: first card ${Math.round(figures.first)} ms, in cart ${Math.round(figures.inCart)} ms`);
        } catch (error) {
          failures.push(`${label}: ${sentence(error)}`);
          console.log(`not ok ${label}: ${sentence(error)}`);
        }
      }
    }
    if (settings.quick) continue;
    const complete = contestants.every((name) => runs[name].length > 0);
    const summaries = Object.fromEntries(contestants.filter((name) => runs[name].length > 0).map((name) => [name, summary(runs[name])]));
    parts.push(`## ${describe(profile)}\n\n${table(summaries)}\n`);
    if (key === "phone" && complete) {
      const judged = verdict(summaries);
      missed = judged.missed;
      parts.push(`### The bars\n\n${judged.text}\n`);
    }
  }
} finally {
  await stage.close();
}

if (!settings.quick && stumbles.length > 0) parts.push(stumbles.map((stumble) => `- ${stumble}\n`).join(""));
const text = parts.join("\n");
if (text) console.log(`\n${text}`);
if (restless > 0) console.log(`${restless} runs began although the machine was busy: their times are upper bounds`);
if (settings.out && text) await writeFile(settings.out, `${intro()}\n${text}`);
if (settings.quick) console.log(`${contestants.length * settings.profiles.length - failures.length} reached the cart, ${failures.length} did not`);
for (const failure of failures) console.error(`failed: ${failure}`);
if (missed > 0) console.log(`${missed} bars are missed`);
process.exitCode = failures.length > 0 || (settings.strict && missed > 0) ? 1 : 0;

/** A run; a peer may begin again. */
async function patiently(stage, name, profile, key, label) {
  for (let left = ATTEMPTS[name] ?? 1; ; left -= 1) {
    try {
      return await run(stage, name, profile, key, settings.quick ? QUICK : undefined);
    } catch (error) {
      if (left <= 1) throw error;
      stumbles.push(`${label} did not get through and was begun again (${sentence(error)})`);
      console.log(`  … ${stumbles.at(-1)}`);
    }
  }
}

/** Without the browser's log. */
function sentence(error) {
  return error.message.split("\n")[0];
}

function describe({ title, cpu, link, viewport }) {
  const device = `${viewport.width} × ${viewport.height}${cpu > 1 ? `, processor ÷ ${cpu}` : ""}`;
  return `${title[0].toUpperCase()}${title.slice(1)} (${device}${link ? `, ${link.down} / ${link.up} Mbit/s, ${link.rtt} ms` : ", no throttle"})`;
}

function intro() {
  const day = new Date().toISOString().slice(0, 10);
  return `<!-- Written by \`cargo xtask bench shelf --write\` on ${day}: ${settings.runs} cold runs each, ${cpus().length} × ${cpus()[0].model}. -->\n`;
}
