// Settings for pictures of stories: as for the journeys, but with references, and quicker to give up.
//
// A picture differs when more than 0.2 % of its pixels differ visibly. On one machine none does; the tolerance is for other
// builds of Chromium, FreeType and the Noto fonts. Where they differ more, `cargo xtask shots --accept` renews the references.
import base from "./playwright.config.mjs";

export default {
  ...base,
  testMatch: "*.shots.mjs",
  snapshotPathTemplate: "../shots/{arg}{ext}",
  // What is within the tolerance keeps its reference, so that accepting changes only what has changed.
  updateSnapshots: process.env.FANSHELF_SHOTS_ACCEPT ? "changed" : "none",
  timeout: 60_000,
  expect: { timeout: 20_000, toMatchSnapshot: { threshold: 0.2, maxDiffPixelRatio: 0.002 } },
  use: { ...base.use, screenshot: "off" },
};
