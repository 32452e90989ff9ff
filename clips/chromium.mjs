// A headless Chromium driven over its debugging pipe: two functions are all the renderer needs, so no package is.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Starts a browser and opens `url`; when it has loaded gives `evaluate(expression)` in that page and `close()`. */
export async function open(url, width, height) {
  const profile = mkdtempSync(join(tmpdir(), "fanshelf-clips-"));
  const flags = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--remote-debugging-pipe", `--user-data-dir=${profile}`,
    `--window-size=${width},${height}`,
  ];
  const binary = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = spawn(binary, flags, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const [, , , requests, answers] = browser.stdio;
  const waiting = new Map();
  const gone = (why) => {
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
  };
  browser.on("error", (error) => gone(`${binary} did not start: ${error.message}`));
  browser.on("exit", () => gone("The browser ended early."));

  let rest = Buffer.alloc(0);
  answers.on("data", (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const message = JSON.parse(rest.subarray(0, end));
      rest = rest.subarray(end + 1);
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) call?.reject(new Error(message.error.message));
      else call?.resolve(message.result);
    }
  });

  let last = 0;
  let sessionId;
  const send = (method, params = {}) =>
    new Promise((resolve, reject) => {
      const id = (last += 1);
      waiting.set(id, { resolve, reject });
      requests.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });

  const { targetId } = await send("Target.createTarget", { url });
  ({ sessionId } = await send("Target.attachToTarget", { targetId, flatten: true }));

  async function evaluate(expression) {
    const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
  // The page is on its way: its first context may go away under a question.
  const arrived = `location.href === ${JSON.stringify(url)} && document.readyState === "complete"`;
  while (!(await evaluate(arrived).catch(() => false))) await new Promise((done) => setTimeout(done, 50));

  return {
    evaluate,
    async close() {
      const ended = new Promise((resolve) => browser.on("exit", resolve));
      browser.kill();
      await ended;
      try {
        rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      } catch {
        // A child of the browser still writes its last words; the system clears its temporary folder.
      }
    },
  };
}
