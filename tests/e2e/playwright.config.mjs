// Playwright's settings. The browser is the system's, named in CHROMIUM by `cargo xtask test e2e`, never a downloaded one.
import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const browser = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  outputDir: process.env.FANSHELF_E2E_OUT ?? "../../target/xtask/e2e",
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes at the second try has found something.
  retries: 0,
  workers: Number(process.env.FANSHELF_E2E_WORKERS ?? 2),
  // Generous, since nothing is tested by the clock: a loaded machine must not fail a test.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 800 },
    locale: "en-US",
    timezoneId: "UTC",
    // Recording every step takes longer than the steps: `FANSHELF_E2E_TRACE=1 cargo xtask test e2e sheet`.
    trace: process.env.FANSHELF_E2E_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: browser,
      // Quiet, and closed to everything beyond this machine.
      args: [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
      ],
    },
  },
});
