// Starts a real shop for one test: the program that `cargo xtask test e2e` built, on ports the system picks, with a copy
// of the prepared database. Product pictures are read from the demo's folder, which no test changes.
import { execFile, spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const target = resolve(import.meta.dirname, "../../target");
const program = process.env.FANSHELF_E2E_SHOP ?? join(target, "debug/fanshelf-storefront");
const site = process.env.FANSHELF_E2E_SITE ?? resolve(import.meta.dirname, "../../dist");
const pictures = process.env.FANSHELF_E2E_DATA ?? join(target, "demo");
const prepared = process.env.FANSHELF_E2E_DATABASE ?? join(target, "xtask/e2e-shop/shop.db");
const sqlite = process.env.SQLITE3 ?? "sqlite3";
/** Makes the shop end with this process, even when this process is killed. */
const tether = process.env.FANSHELF_E2E_TETHER;

const run = promisify(execFile);

/** Opens a shop: `url`, `processorUrl`, `dbPath`, `query(sql)`, `stop()`, `start()`, `log()`, `close()`. */
export async function openShop(flags = []) {
  const folder = await mkdtemp(join(tmpdir(), "fanshelf-e2e-"));
  const dbPath = join(folder, "shop.db");
  await cp(prepared, dbPath);
  const shop = new Shop(folder, dbPath, flags);
  try {
    await shop.start();
  } catch (error) {
    await shop.close();
    throw error;
  }
  return shop;
}

class Shop {
  #folder;
  #flags;
  #child;
  #lines = [];

  constructor(folder, dbPath, flags) {
    this.#folder = folder;
    this.#flags = flags;
    this.dbPath = dbPath;
  }

  /** Starts the shop, or starts it again at the same addresses after `stop()`. */
  async start() {
    const listen = this.url ? new URL(this.url).host : "127.0.0.1:0";
    const processor = this.processorUrl ? new URL(this.processorUrl).host : "127.0.0.1:0";
    const words = ["serve", "--listen", listen, "--processor-listen", processor, "--data-dir", pictures, "--site-dir", site];
    words.push("--database-url", `sqlite://${this.dbPath}`, "--log-format", "json", "--log", "info,sqlx=warn", ...this.#flags);
    const [command, args] = tether ? [tether, ["tethered", "--", program, ...words]] : [program, words];
    const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
    this.#child = child;
    const open = await new Promise((found, failed) => {
      let rest = "";
      child.stderr.setEncoding("utf8").on("data", (text) => {
        const lines = (rest + text).split("\n");
        rest = lines.pop();
        for (const line of lines) {
          this.#lines.push(line);
          const entry = line.startsWith("{") ? JSON.parse(line) : {};
          if (entry.message === "the shop is open") found(entry);
        }
      });
      child.once("error", failed);
      child.once("exit", (code) => failed(new Error(`the shop ended with ${code} before it opened:\n${this.log()}`)));
    });
    this.url = open.public_url;
    // The address is logged before the first answer; the answer is what a test needs.
    await this.#answering();
    this.processorUrl ??= await cardFrameOrigin(this.url);
  }

  /** Stops the shop as a system would; its data stays. */
  async stop() {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    await ended;
  }

  /** Stops the shop and removes its data. */
  async close() {
    await this.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Rows of the shop's own database, by SQL, as objects. */
  async query(sql) {
    const { stdout } = await run(sqlite, ["-json", "-cmd", ".timeout 10000", this.dbPath, sql], { maxBuffer: 64e6 });
    return stdout.trim() ? JSON.parse(stdout) : [];
  }

  /** What the shop has logged so far. */
  log() {
    return this.#lines.join("\n");
  }

  async #answering() {
    for (let tries = 0; ; tries += 1) {
      try {
        if ((await fetch(`${this.url}/ready`)).ok) return;
      } catch (error) {
        if (tries > 200) throw error;
      }
      if (tries > 200) throw new Error(`the shop opened but does not answer:\n${this.log()}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/** Where the card processor listens, as the shop's own discovery document says. */
async function cardFrameOrigin(url) {
  const profile = await (await fetch(`${url}/.well-known/ucp`)).text();
  const frame = /"card_frame_url":\s*"([^"]+)"/.exec(profile);
  if (!frame) throw new Error("the shop's profile names no card frame");
  return new URL(frame[1]).origin;
}
