// Our shop, the real one: an own database with the benchmark's catalogue, behind the same TLS as everybody else.
import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request as ask } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { jsonLines, products } from "./catalogue.mjs";

const run = promisify(execFile);

/** Opens the shop `program` for `publicUrl`; `pictures` are one Buffer per product. */
export async function openShop({ program, tether, site, publicUrl, pictures }) {
  const folder = await mkdtemp(join(tmpdir(), "fanshelf-bench-"));
  const lines = [];
  let child;
  const close = async () => {
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await stock(program, folder, pictures);
    const words = ["serve", "--listen", "127.0.0.1:0", "--processor-listen", "127.0.0.1:0", "--data-dir", folder, "--site-dir", site];
    words.push("--public-url", publicUrl, "--log-format", "json", "--log", "info,sqlx=warn");
    const [command, args] = tether ? [tether, ["tethered", "--", program, ...words]] : [program, words];
    child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
    return { port: await opened(child, lines), close, log: () => lines.join("\n") };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Brings the catalogue and its pictures into an empty data folder. */
async function stock(program, folder, pictures) {
  const media = join(folder, "media/products");
  await mkdir(media, { recursive: true });
  // Nobody wins by asking for a smaller picture: every size is the same file.
  for (const product of products) {
    for (const size of [240, 480, 960]) await writeFile(join(media, `${product.picture}-${size}.webp`), pictures[product.number]);
  }
  const file = join(folder, "catalogue.jsonl");
  await writeFile(file, jsonLines());
  await run(program, ["catalog", "import", file, "--data-dir", folder, "--replace"], { env: { ...process.env, FANSHELF_LOG: "warn" } });
}

function opened(child, lines) {
  return new Promise((found, failed) => {
    let rest = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      const parts = (rest + text).split("\n");
      rest = parts.pop();
      for (const line of parts) {
        if (lines.push(line) > 200) lines.shift();
        const entry = line.startsWith("{") ? JSON.parse(line) : {};
        if (entry.message === "the shop is open") found(Number(entry.address.split(":").pop()));
      }
    });
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`the shop ended with ${code} before it opened:\n${lines.join("\n")}`)));
  });
}

/** Passes a request on to the shop and its answer back, headers as the shop sets them. */
export function pass(port, { method, path, headers, body }) {
  return new Promise((answered, failed) => {
    const outgoing = ask({ host: "127.0.0.1", port, method, path, headers }, (incoming) => {
      const chunks = [];
      incoming.on("data", (chunk) => chunks.push(chunk));
      incoming.on("end", () => answered({ status: incoming.statusCode, headers: incoming.headers, body: Buffer.concat(chunks) }));
      incoming.on("error", failed);
    });
    outgoing.on("error", failed);
    outgoing.end(body);
  });
}
