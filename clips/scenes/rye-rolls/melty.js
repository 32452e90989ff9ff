// Melty the boom box, his board and what comes out behind it.

import { TAU, box, disc, line, mix, paint, ring, span, spline, within } from "../../stage.js";
import { INK, PAPER, RED, TEAL, GOLD, ORANGE, beat } from "./hand.js";

// Melty, about the middle of the ground under him

const drips = [[-150, 90, 26], [-92, 150, 20], [-40, 60, 18], [8, 190, 22], [62, 84, 18], [112, 140, 24], [158, 70, 20]];

export function melty(ctx, { t, melt = 0, squash = 0, look = [0, 0], loud = 1 }) {
  const h = 236 * (1 - squash * 0.16) * (1 - melt * 0.16);
  const w = 404 * (1 + squash * 0.09) * (1 + melt * 0.1);
  const droop = (x) => melt * (26 + 34 * (x / w) ** 2 * 4 + Math.sin(x / 46) * 9);
  const below = (x) => drips.reduce((sum, [at, far, wide], i) => sum + far * 0.66 * melt ** (1 + (i % 3) * 0.4) * Math.exp(-(((x - at) / wide) ** 2)), 0);
  const shape = [];
  const corner = 30;
  for (let i = 0; i <= 24; i += 1) {
    const x = mix(-w / 2 + corner, w / 2 - corner, i / 24);
    shape.push([x, -h + droop(x)]);
  }
  for (const a of [-70, -45, -20, 0]) shape.push([w / 2 - corner + Math.cos((a / 180) * Math.PI) * corner, -h + droop(w / 2) + corner + Math.sin((a / 180) * Math.PI) * corner]);
  const belly = melt * 22;
  shape.push([w / 2 + belly, -h * 0.4], [w / 2 + belly * 0.8, -14]);
  for (let i = 0; i <= 60; i += 1) {
    const x = mix(w / 2 - 6, -w / 2 + 6, i / 60);
    shape.push([x, below(x)]);
  }
  shape.push([-w / 2 - belly * 0.8, -14], [-w / 2 - belly, -h * 0.4]);
  for (const a of [180, 200, 225, 250]) shape.push([-w / 2 + corner + Math.cos((a / 180) * Math.PI) * corner, -h + droop(w / 2) + corner + Math.sin((a / 180) * Math.PI) * corner]);
  const loop = [...shape, shape[0]];

  const bar = spline([[-110, -h + droop(110) + 6], [-104, -h - 52 + droop(60) * 1.3], [0, -h - 62 + droop(0) * 1.9], [104, -h - 52 + droop(60) * 1.3], [110, -h + droop(110) + 6]]);
  line(ctx, bar, INK, 40);
  line(ctx, bar, TEAL, 22);
  const wand = [[168, -h + droop(168)], [214 + melt * 40, -h - 96 + melt * 150]];
  line(ctx, spline([wand[0], [196 + melt * 26, -h - 60 + melt * 24], wand[1]]), INK, 9);
  disc(ctx, ...wand[1], 13, INK);
  disc(ctx, ...wand[1], 7, GOLD);

  paint(ctx, loop, RED);
  ctx.save();
  ctx.beginPath();
  loop.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  ctx.clip();
  paint(ctx, [...Array.from({ length: 25 }, (_, i) => { const x = mix(-w, w, i / 24); return [x, -h + droop(x) + 44]; }), [w, -h - 80], [-w, -h - 80]], ORANGE);
  for (let i = 0; i < 5; i += 1) {
    const x = -72 + i * 36;
    within(ctx, { x, y: -h + droop(x) + 22, turn: melt * (i - 2) * 0.12 }, () => {
      box(ctx, -15, -11, 30, 22, INK, 6);
      box(ctx, -11, -8 + (i === Math.floor(t * 2) % 5 ? 4 : 0), 22, 12, PAPER, 4);
    });
  }
  ctx.restore();
  line(ctx, loop, INK, 11);

  const kick = 1 + beat(t) * 0.09 * loud;
  for (const side of [-1, 1]) {
    const x = side * 118;
    const y = -h * 0.4 + droop(x) * 0.9;
    within(ctx, { x, y, sx: kick * (1 - melt * 0.06), sy: kick * (1 + melt * 0.36) }, () => {
      disc(ctx, 0, 0, 70, INK);
      disc(ctx, 0, 0, 60, GOLD);
      for (let k = 0; k < 14; k += 1) disc(ctx, Math.cos((k / 14) * TAU) * 54, Math.sin((k / 14) * TAU) * 54, 2.6, INK);
      disc(ctx, 0, 0, 49, INK);
      disc(ctx, 0, 0, 43, PAPER);
      const [u, v] = [look[0] * 15, look[1] * 13 + melt * 12];
      disc(ctx, u, v, 23, INK);
      disc(ctx, u, v, 18, TEAL);
      disc(ctx, u, v, 10, INK);
      disc(ctx, u - 7, v - 8, 5.5, PAPER);
    });
    if (melt > 0.25) {
      within(ctx, { x, y, fade: span(melt, 0.25, 0.5) }, () => {
        ctx.beginPath();
        ctx.arc(0, -8, 64, Math.PI * 1.04, Math.PI * 1.96);
        ctx.closePath();
        ctx.fillStyle = RED;
        ctx.fill();
        line(ctx, ring(0, -8, 64, 64, Math.PI * 1.04, Math.PI * 1.96), INK, 9);
        line(ctx, [[-62, -16], [62, -16]], INK, 9);
      });
    }
  }
  const y = -h * 0.66 + droop(0);
  within(ctx, { y, sy: 1 + melt * 0.2 }, () => {
    box(ctx, -46, -26, 92, 52, INK, 10);
    box(ctx, -38, -18, 76, 36, GOLD, 6);
    for (const side of [-1, 1]) {
      disc(ctx, side * 20, 0, 12, INK);
      for (let k = 0; k < 3; k += 1) {
        const a = t * 5 + (k / 3) * TAU;
        line(ctx, [[side * 20, 0], [side * 20 + Math.cos(a) * 8, Math.sin(a) * 8]], PAPER, 3);
      }
    }
  });
  const open = 14 + beat(t) * 22 * loud * (1 - melt * 0.5);
  within(ctx, { y: -h * 0.27 + droop(0) * 1.3 }, () => {
    const mouth = spline([[-38, -6], [0, -2 + melt * 8], [38, -6], [28, open], [0, open + 9], [-28, open]], true);
    paint(ctx, mouth, "#6d1020");
    for (let k = -2; k < 3; k += 1) box(ctx, k * 13 - 6, -6 + melt * 6, 11, 12, PAPER, 2);
    line(ctx, mouth, INK, 7);
    const tongue = spline([[-15, open - 6], [0, open - 10], [15, open - 6], [15, open + 16 + melt * 40], [0, open + 26 + melt * 46], [-15, open + 16 + melt * 40]], true);
    paint(ctx, tongue, "#ff8fa8");
    line(ctx, tongue, INK, 6);
    line(ctx, [[0, open], [0, open + 14 + melt * 34]], INK, 3);
  });
}

export function board(ctx, t, speed = 1) {
  const deck = spline([[-196, -62], [-160, -38], [-110, -34], [110, -34], [160, -38], [196, -62]]);
  for (const x of [-112, 112]) {
    paint(ctx, [[x - 26, -30], [x + 26, -30], [x + 10, -8], [x - 10, -8]], "#8d8a86");
    for (const [r, colour] of [[24, INK], [17, GOLD], [7, INK]]) disc(ctx, x, 0, r, colour);
    for (let k = 0; k < 3; k += 1) {
      const a = t * 14 * speed + (k / 3) * TAU;
      disc(ctx, x + Math.cos(a) * 12, Math.sin(a) * 12, 2.6, INK);
    }
  }
  line(ctx, deck, INK, 30);
  line(ctx, deck, TEAL, 15);
  line(ctx, deck.map(([x, y]) => [x, y - 6]), INK, 5);
}

export function flames(ctx, x, y, reach, t) {
  for (const [k, colour] of [[1.18, INK], [1, RED], [0.72, ORANGE], [0.42, GOLD]]) {
    const tongue = [];
    for (let i = 0; i <= 4; i += 1) {
      const v = -52 + i * 26;
      tongue.push([x - 10, y + v * 0.9 * k]);
      if (i < 4) tongue.push([x - reach * k * (0.62 + 0.38 * Math.sin(t * 15 + i * 2.2)), y + (v + 6) * k]);
    }
    paint(ctx, spline([[x + 20, y], ...tongue], true, 4), colour);
  }
}
