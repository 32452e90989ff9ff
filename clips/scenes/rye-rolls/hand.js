// Rye's hand: his colours, his beat, his lettering.

import { H, TAU, W, back, box, clamp, letters, line, mix, paint, within } from "../../stage.js";

export const INK = "#17130f";
export const PAPER = "#fff6e0";
export const RED = "#ff3d2e";
export const TEAL = "#12b5a6";
export const GOLD = "#ffc81f";
export const PURPLE = "#221a4a";
export const ORANGE = "#ff8a1f";
export const palette = { ink: INK, paper: PAPER, accent: RED, second: TEAL, third: GOLD };

/** 1 on every beat, falling off after it. */
export const beat = (t) => Math.exp(-((t * 2) % 1) * 4.5);
/** Up and down once a beat. */
export const hop = (t) => Math.abs(Math.sin(t * TAU));

export function checks(ctx, size, shift, a, b, warp = 0) {
  box(ctx, 0, 0, W, H, a);
  const edge = (x, y) => [x + Math.sin(y / 130 + shift / 60) * warp, y + Math.sin(x / 170 + shift / 80) * warp];
  for (let row = -2; row * size < H + size; row += 1) {
    for (let col = -2; col * size < W + 2 * size; col += 1) {
      if ((row + col) % 2) continue;
      const [x, y] = [col * size + (shift % (size * 2)), row * size];
      paint(ctx, [edge(x, y), edge(x + size, y), edge(x + size, y + size), edge(x, y + size)], b);
    }
  }
}

export function rays(ctx, x, y, turn, a, b) {
  box(ctx, 0, 0, W, H, a);
  for (let i = 0; i < 14; i += 1) {
    const [from, to] = [turn + (i / 14) * TAU, turn + ((i + 0.5) / 14) * TAU];
    paint(ctx, [[x, y], [x + Math.cos(from) * 1600, y + Math.sin(from) * 1600], [x + Math.cos(to) * 1600, y + Math.sin(to) * 1600]], b);
  }
}

/** Fat marker lettering with a shadow, `at(i)` saying how far letter i has landed. */
export function shout(ctx, text, x, y, size, colour, at, t = 0) {
  const glyphs = letters(text, x, y, size, { gap: 40, wild: 5, seed: text.length * 5 });
  const each = (draw) => glyphs.forEach(({ strokes, middle }, i) => {
    const p = at(i);
    if (p <= 0) return;
    const big = mix(2.6, 1, back(clamp(p)));
    within(ctx, { x: middle[0], y: middle[1], scale: big, turn: Math.sin(t * TAU + i * 2) * 0.03, fade: clamp(p * 4) }, () => {
      ctx.translate(-middle[0], -middle[1]);
      for (const stroke of strokes) draw(stroke);
    });
  });
  const w = size * 0.24;
  const moved = (points, d) => points.map(([u, v]) => [u + d, v + d]);
  each((stroke) => { for (let d = 14; d > 0; d -= 4) line(ctx, moved(stroke, d * size / 110), INK, w + 14); });
  each((stroke) => line(ctx, stroke, INK, w + 14));
  each((stroke) => line(ctx, stroke, colour, w));
  each((stroke) => line(ctx, moved(stroke, -w * 0.2), "rgb(255 255 255 / .55)", w * 0.16));
}

/** A picture stuck on, its middle at (x, y). */
export function sticker(ctx, picture, x, y, size, turn) {
  within(ctx, { x, y, turn }, () => {
    const h = (size * picture.height) / picture.width;
    ctx.drawImage(picture, -size / 2, -h / 2, size, h);
  });
}
