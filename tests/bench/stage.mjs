// What a run stands on: pictures, the server in a process of its own, and Chromium that trusts it and finds nothing else.
import { fork } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { products } from "./server/catalogue.mjs";
import { links } from "./profiles.mjs";

const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/** Bytes that every picture has, about. */
const PICTURE = 15_000;

export class Stage {
  /** `{chromium, program, tether, site, cache}`: paths; `cache` keeps the pictures. */
  static async open(settings) {
    const stage = new Stage();
    stage.settings = settings;
    stage.browsers = new Map();
    try {
      const pictures = await stage.pictures();
      stage.server = fork(join(import.meta.dirname, "server/serve.mjs"), { stdio: "inherit" });
      const packages = join(import.meta.dirname, "node_modules");
      const { program, tether, site } = settings;
      stage.server.send({ program, tether, site, packages, pictures: pictures.map((one) => one.toString("base64")), links });
      stage.where = await stage.hear();
      if (stage.where.failed) throw new Error(stage.where.failed);
      return stage;
    } catch (error) {
      await stage.close();
      throw error;
    }
  }

  hear() {
    return new Promise((heard, failed) => {
      const lost = (code) => failed(new Error(`the server ended with ${code}`));
      this.server.once("exit", lost);
      this.server.once("message", (message) => {
        this.server.off("exit", lost);
        heard(message);
      });
    });
  }

  /** What the server was asked for and could not answer since the last time. */
  async complaints() {
    this.server.send("complaints");
    return (await this.hear()).complaints;
  }

  /** Chromium, whose every host leads to the server through the link of that profile. */
  async browser(profile) {
    if (!this.browsers.has(profile)) {
      const port = this.where.relays[profile] ?? this.where.port;
      // Other hosts, such as the browser's own services, do not exist.
      const rules = [...this.where.hosts.map((host) => `MAP ${host} 127.0.0.1:${port}`), "MAP * ~NOTFOUND"].join(", ");
      const args = [`--host-resolver-rules=${rules}`, `--ignore-certificate-errors-spki-list=${this.where.spki}`];
      this.browsers.set(profile, await chromium.launch({ executablePath: this.settings.chromium, args: [...FLAGS, ...args] }));
    }
    return this.browsers.get(profile);
  }

  async close() {
    for (const browser of this.browsers.values()) await browser.close();
    if (this.server?.connected) {
      const ended = new Promise((done) => this.server.once("exit", done));
      this.server.send("stop");
      await ended;
    }
  }

  /** A picture a product, WebP of about 15 kB, drawn once by Chromium and kept. */
  async pictures() {
    const folder = join(this.settings.cache, "pictures");
    const files = products.map(({ number }) => join(folder, `${number}.webp`));
    try {
      return await Promise.all(files.map((file) => readFile(file)));
    } catch {
      await mkdir(folder, { recursive: true });
    }
    console.log("drawing the pictures");
    const browser = await chromium.launch({ executablePath: this.settings.chromium, args: FLAGS });
    const page = await browser.newPage();
    const drawn = [];
    for (const { number } of products) {
      const text = await page.evaluate(draw, { number, wanted: PICTURE });
      drawn.push(Buffer.from(text, "base64"));
      await writeFile(files[number], drawn[number]);
    }
    await browser.close();
    return drawn;
  }
}

/** In the page: shapes and grain, in the quality that comes nearest to the wanted size. */
async function draw({ number, wanted }) {
  let seed = number + 1;
  const dice = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const canvas = new OffscreenCanvas(480, 480);
  const pen = canvas.getContext("2d");
  pen.fillStyle = `hsl(${number * 15} 40% 80%)`;
  pen.fillRect(0, 0, 480, 480);
  for (let shape = 0; shape < 60; shape += 1) {
    pen.fillStyle = `hsl(${dice() * 360} 60% ${30 + dice() * 50}% / 0.7)`;
    pen.beginPath();
    pen.ellipse(dice() * 480, dice() * 480, 10 + dice() * 90, 10 + dice() * 60, dice() * 3, 0, 7);
    pen.fill();
  }
  const pixels = pen.getImageData(0, 0, 480, 480);
  for (let at = 0; at < pixels.data.length; at += 4) {
    const grain = (dice() - 0.5) * 14;
    for (let channel = 0; channel < 3; channel += 1) pixels.data[at + channel] += grain;
  }
  pen.putImageData(pixels, 0, 0);
  let best;
  for (let quality = 0.1; quality < 1; quality += 0.05) {
    const blob = await canvas.convertToBlob({ type: "image/webp", quality });
    if (!best || Math.abs(blob.size - wanted) < Math.abs(best.size - wanted)) best = blob;
  }
  const bytes = new Uint8Array(await best.arrayBuffer());
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
}
