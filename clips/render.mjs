// Renders the demo's clips: node clips/render.mjs [--still 1.5,12] [--out DIR] [HANDLE…]

import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, createReadStream, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { basename, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { open } from "./chromium.mjs";
import { score } from "./sound.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const handles = ["noor-draws", "rye-rolls", "long-orbit"];
const rate = 24;
/** Bytes a finished clip may have. */
const limit = 600_000;

const { values: flags, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { still: { type: "string" }, out: { type: "string", default: join(root, "media") } },
});

/** Serves the repository to the browser, because modules do not load from files. */
async function serve() {
  const types = { ".js": "text/javascript", ".svg": "image/svg+xml", ".toml": "text/plain", ".html": "text/html; charset=utf-8" };
  const server = createServer((request, response) => {
    const file = join(root, normalize(decodeURIComponent(new URL(request.url, "http://stage").pathname)));
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

function ffmpeg(...args) {
  const child = spawn("ffmpeg", ["-hide_banner", "-loglevel", "error", "-y", ...args], { stdio: ["pipe", "inherit", "inherit"] });
  child.stdin.on("error", () => {});
  const ended = once(child, "exit").then(([code]) => {
    if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${args.join(" ")}`);
  });
  return { stdin: child.stdin, ended };
}

async function film(page, handle, seconds, work) {
  const lossless = join(work, "frames.mkv");
  const reel = ffmpeg("-f", "image2pipe", "-framerate", String(rate), "-c:v", "mjpeg", "-i", "-",
    "-c:v", "libx264", "-preset", "ultrafast", "-qp", "0", "-pix_fmt", "yuv420p", "-vf", "scale=out_range=tv", lossless);
  for (let frame = 0; frame < seconds * rate; frame += 1) {
    const picture = Buffer.from(await page.evaluate(`frame(${frame / rate})`), "base64");
    if (!reel.stdin.write(picture)) await once(reel.stdin, "drain");
    if (frame % rate === 0 && process.stderr.isTTY) process.stderr.write(`\r${handle} ${frame / rate}/${seconds} s `);
  }
  reel.stdin.end();
  await reel.ended;

  const sound = join(work, "sound.wav");
  writeFileSync(sound, score(handle, seconds));
  const result = join(work, `${handle}.webm`);
  // The encoder aims at a rate and may miss it where much moves: then once more, aimed lower.
  for (let kilobits = 146; ; kilobits = Math.floor((kilobits * limit * 0.95) / statSync(result).size)) {
    const video = ["-c:v", "libvpx-vp9", "-b:v", `${kilobits}k`, "-maxrate", `${kilobits * 3}k`, "-bufsize", "3000k", "-g", "240",
      "-row-mt", "1", "-deadline", "good", "-auto-alt-ref", "1", "-lag-in-frames", "25", "-tile-columns", "1", "-pix_fmt", "yuv420p",
      "-passlogfile", join(work, "pass")];
    await ffmpeg("-i", lossless, ...video, "-pass", "1", "-cpu-used", "4", "-an", "-f", "null", "-").ended;
    await ffmpeg("-i", lossless, "-i", sound, ...video, "-pass", "2", "-cpu-used", "2", "-c:a", "libopus", "-b:a", "32k", "-ac", "2",
      "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-shortest", result).ended;
    if (statSync(result).size <= limit || kilobits < 60) break;
  }
  return result;
}

async function poster(page, handle, at, work) {
  const still = join(work, "poster.png");
  writeFileSync(still, Buffer.from(await page.evaluate(`frame(${at}, "image/png")`), "base64"));
  const result = join(work, `${handle}.poster.webp`);
  await ffmpeg("-i", still, "-c:v", "libwebp", "-quality", "78", "-compression_level", "6", result).ended;
  return result;
}

const server = await serve();
const work = mkdtempSync(join(tmpdir(), "fanshelf-reel-"));
const page = await open(`http://127.0.0.1:${server.address().port}/clips/stage.html`, 1280, 720);
try {
  mkdirSync(flags.out, { recursive: true });
  for (const handle of handles.filter((one) => asked.length === 0 || asked.includes(one))) {
    const { length, poster: at } = await page.evaluate(`enter(${JSON.stringify(handle)})`);
    if (flags.still) {
      for (const t of flags.still.split(",")) {
        writeFileSync(join(flags.out, `${handle}-${t}.png`), Buffer.from(await page.evaluate(`frame(${Number(t)}, "image/png")`), "base64"));
      }
      continue;
    }
    for (const file of [await film(page, handle, length, work), await poster(page, handle, at, work)]) {
      const { size } = statSync(file);
      if (process.stderr.isTTY) process.stderr.write("\r");
      // Only whole files reach the folder that pages are served from.
      copyFileSync(file, join(flags.out, basename(file)));
      console.log(`${basename(file)} ${size} bytes`);
      if (size > (file.endsWith(".webp") ? 60_000 : limit)) {
        console.error(`${basename(file)} is too large.`);
        process.exitCode = 1;
      }
    }
  }
} finally {
  await page.close();
  server.close();
  rmSync(work, { recursive: true, force: true });
}
