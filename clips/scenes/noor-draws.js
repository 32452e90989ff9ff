// Noor: an evening on a roof, first in ink, then in colour, then for real.

import {
  H, W, back, box, clamp, design, disc, during, inkAll, letters, line, mix, paint, smooth, span, spline, type, within,
} from "../stage.js";
import { INK, PAPER, ORANGE, GREEN, OCHRE, fall, palette } from "./noor-draws/light.js";
import { flower, picture } from "./noor-draws/roof.js";

export const length = 24;
export const poster = 17.3;

const prints = [];

export async function ready() {
  for (const id of ["rooftop-cats", "bisseh", "fig-branch"]) prints.push(await design("noor-draws", id, palette, 460));
}

/** The pen, its nib at (x, y). */
function pen(ctx, x, y, t, scale = 1) {
  within(ctx, { x, y, turn: 0.62 + Math.sin(t * 9) * 0.03, scale }, () => {
    within(ctx, { x: 14, y: 10, fade: 0.13 }, () => box(ctx, -8, -330, 22, 330, "#000", 10));
    paint(ctx, [[0, 0], [-8, -34], [-10, -56], [10, -56], [8, -34]], "#8d8a86");
    line(ctx, [[0, -6], [0, -36]], INK, 1.6);
    box(ctx, -12, -112, 24, 58, OCHRE, 5);
    box(ctx, -10, -360, 20, 252, GREEN, 9);
    box(ctx, -5, -350, 4, 236, "#4f9385", 2);
  });
}

/** The desk around the paper: seen only where the camera is far enough away. */
function desk(ctx) {
  box(ctx, -900, -700, W + 1800, H + 1400, "#c98f5e");
  for (let y = -660; y < H + 700; y += 92) {
    line(ctx, Array.from({ length: 40 }, (_, i) => [-900 + i * 82, y + Math.sin(i * 0.7 + y) * 7]), "#b97f50", 5);
  }
  within(ctx, { x: 14, y: 20, fade: 0.16 }, () => box(ctx, -24, -24, W + 48, H + 48, "#000", 6));
  box(ctx, -24, -24, W + 48, H + 48, PAPER, 4);
  within(ctx, { x: -170, y: 130 }, () => {
    disc(ctx, 8, 12, 92, "rgb(0 0 0 / .14)");
    disc(ctx, 0, 0, 92, "#fbf5e8");
    disc(ctx, 0, 0, 74, "#efe2c8");
    disc(ctx, 0, 0, 54, "#fbf5e8");
    disc(ctx, 0, 0, 44, "#4a2a1d");
    disc(ctx, -10, -10, 16, "#5e3826");
  });
  within(ctx, { x: W + 165, y: 560 }, () => {
    disc(ctx, 8, 10, 62, "rgb(0 0 0 / .14)");
    box(ctx, -58, -58, 116, 116, "#35506e", 20);
    disc(ctx, 0, 0, 36, "#22344c");
    disc(ctx, 0, 0, 25, "#14161f");
  });
  within(ctx, { x: W + 130, y: 120, turn: 0.3 }, () => {
    paint(ctx, spline([[0, -74], [36, -20], [44, 30], [0, 58], [-44, 30], [-34, -20]], true), "#5b3a66");
    line(ctx, spline([[-16, -30], [-22, 10], [-12, 44]]), "#7a5487", 6);
    line(ctx, [[0, -72], [6, -92]], "#4d7458", 9);
  });
}

const title = ["A CAT,", "A ROOFTOP", "AND THE MOON"].flatMap((text, i) => letters(text, 640, 150 + i * 104, 74, { wild: 3, seed: i + 2, gap: 20 }).flatMap(({ strokes }) => strokes));
const jasmine = [[214, 176, 26], [300, 118, 17], [1046, 168, 24], [1112, 250, 16], [188, 460, 18], [1090, 476, 26], [1004, 556, 15], [280, 552, 24]];

function card(ctx, t) {
  box(ctx, 0, 0, W, H, PAPER);
  jasmine.forEach(([x, y, size], i) => {
    const p = back(span(t, 0.9 + i * 0.14, 1.3 + i * 0.14));
    if (p <= 0) return;
    within(ctx, { x, y, scale: p, turn: Math.sin(t + i) * 0.2 }, () => {
      for (const side of [-1, 1]) paint(ctx, spline([[side * size * 0.6, 0], [side * size * 1.5, -size * 0.6], [side * size * 2.4, 0], [side * size * 1.5, size * 0.5]], true), i % 2 ? GREEN : "#4f9385");
      flower(ctx, 0, 0, size);
    });
  });
  const tip = inkAll(ctx, title, INK, 9, span(t, 0.15, 2.3));
  const words = smooth(span(t, 1.9, 2.6));
  ctx.save();
  ctx.beginPath();
  ctx.rect(mix(960, 320, words), 470, 960, 200);
  ctx.clip();
  type(ctx, "قطّة وسطح وقمر", 640, 566, 68, ORANGE, { font: "Noto Kufi Arabic", weight: "700", rtl: true });
  ctx.restore();
  if (tip) pen(ctx, tip[0], tip[1], t);
}

/** Where the camera looks (middle of view, zoom) and from when. It stands still in between: a moving camera over this
    many windows would cost the clip its sharpness. */
const shots = [
  [3.2, 640, 320, 1.2], [5.7, 640, 320, 1.2], [5.71, 400, 488, 1.7], [7.5, 400, 488, 1.7], [7.51, 934, 440, 2.05], [9.3, 934, 440, 2.05],
  [9.7, 640, 360, 0.86], [13.2, 640, 360, 0.86], [14.3, 645, 350, 1.05],
];
function camera(t) {
  const i = Math.max(0, shots.findIndex(([at], n) => t < (shots[n + 1]?.[0] ?? Infinity)));
  const [a, b] = [shots[i], shots[i + 1] ?? shots[i]];
  const p = a === b ? 0 : smooth(span(t, a[0], b[0]));
  return [1, 2, 3].map((k) => mix(a[k], b[k], p));
}

function roof(ctx, t) {
  const [x, y, zoom] = camera(t);
  const drawn = t < 5.7 ? mix(0.02, 0.4, span(t, 3.2, 5.6)) : t < 7.5 ? mix(0.44, 0.64, span(t, 5.75, 7.4)) : mix(0.74, 1, span(t, 7.5, 9.3));
  const coloured = span(t, 9.9, 13);
  fall(smooth(span(t, 13.4, 16)));
  within(ctx, { x: W / 2 - x * zoom, y: H / 2 - y * zoom, scale: zoom }, () => {
    if (zoom < 1.02) desk(ctx);
    ctx.save();
    if (zoom < 1.02) {
      ctx.beginPath();
      ctx.rect(0, 0, W, H);
      ctx.clip();
    }
    const tip = picture(ctx, { drawn, coloured, t });
    ctx.restore();
    if (tip) pen(ctx, tip[0], tip[1], t, 1 / zoom ** 0.4);
  });
  if (t > 17.4) {
    const p = during(t, 17.6, 20.4, 0.5);
    within(ctx, { fade: p }, () => type(ctx, "مساء الخير يا عمّان", 880, 138, 54, "#fff1d0", { font: "Noto Kufi Arabic", weight: "700", rtl: true }));
  }
}

/** The prints hang to dry. */
function drying(ctx, t) {
  box(ctx, 0, 0, W, H, "#e6d3b3");
  for (let x = 0; x < W; x += 64) box(ctx, x, 0, 2, H, "#dcc7a3");
  fall(1);
  const slide = mix(120, -40, smooth(span(t, 20.8, 23.8)));
  const wire = (x) => 92 + Math.sin((x / W) * Math.PI) * 26;
  line(ctx, Array.from({ length: 30 }, (_, i) => [i * 46 - 20, wire(i * 46)]), INK, 3);
  const sheets = [
    { at: 150, w: 250, h: 250, show: prints[0] }, { at: 640, w: 520, h: 292 }, { at: 1130, w: 250, h: 250, show: prints[2] }, { at: -330, w: 330, h: 240, show: prints[1] },
  ];
  sheets.forEach(({ at, w, h, show }, i) => {
    const x = at + slide;
    const tall = show ? (w * show.height) / show.width : h;
    within(ctx, { x, y: wire(clamp(x, 0, W)), turn: Math.sin(t * 1.6 + i * 1.4) * 0.022 }, () => {
      within(ctx, { x: 8, y: 12, fade: 0.14 }, () => box(ctx, -w / 2 - 18, 8, w + 36, tall + 36, "#000", 3));
      box(ctx, -w / 2 - 18, 8, w + 36, tall + 36, "#fffaf0", 3);
      if (show) ctx.drawImage(show, -w / 2, 26, w, tall);
      else {
        ctx.save();
        ctx.beginPath();
        ctx.rect(-w / 2, 26, w, tall);
        ctx.clip();
        within(ctx, { x: -w / 2, y: 26, scale: w / W }, () => picture(ctx, { drawn: 1, coloured: 1, t: 20.4 }));
        ctx.restore();
      }
      for (const side of [-0.32, 0.32]) box(ctx, w * side - 7, -12, 14, 38, i % 2 ? ORANGE : OCHRE, 4);
    });
  });
  const sign = span(t, 21.4, 22.4);
  inkAll(ctx, letters("NOOR", 640, 520, 54, { wild: 5, seed: 9, gap: 18 }).flatMap(({ strokes }) => strokes), INK, 7, sign);
  within(ctx, { fade: smooth(span(t, 22.1, 22.6)) }, () => type(ctx, "نور", 780, 574, 58, ORANGE, { font: "Noto Kufi Arabic", weight: "700", rtl: true }));
}

export function draw(ctx, t) {
  if (t < 3.2) card(ctx, t);
  else if (t < 20.8) roof(ctx, t);
  else drying(ctx, t);
  // Cuts breathe: a short dip to paper, and the end runs into the blank page the clip starts with.
  const dip = Math.max(1 - Math.abs(t - 3.2) / 0.2, 1 - Math.abs(t - 20.8) / 0.25, span(t, 23.5, 23.95));
  within(ctx, { fade: smooth(clamp(dip)) }, () => box(ctx, 0, 0, W, H, PAPER));
}
