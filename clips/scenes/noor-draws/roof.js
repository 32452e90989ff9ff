// The picture Noor draws: the town, the roof and the sky over it.

import {
  H, TAU, W, box, clamp, dice, disc, during, inkAll, line, mix, out, paint, part, ring, sides, smooth, span, spline, within,
} from "../../stage.js";
import { drawBisseh } from "./bisseh.js";
import { INK, PAPER, ORANGE, GREEN, OCHRE, NAVY, night, dusk } from "./light.js";

// The picture: things from far to near, each a filled shape with its ink lines

const chance = dice(41);
const town = [];

/** One row of stone houses along a hillside. */
function row(base, deep, swell, peak, width, tones) {
  for (let x = -60 - chance() * 30; x < W + 40;) {
    const w = width * mix(0.75, 1.35, chance());
    const top = base - swell * Math.exp(-(((x - peak) / 420) ** 2)) - chance() * width * 0.55;
    const shape = [[x, base + deep], [x, top], [x + w, top + (chance() - 0.5) * 4], [x + w, base + deep]];
    const strokes = [sides(shape, false, 1.5, x)];
    if (chance() < 0.34) {
      const u = x + w * mix(0.2, 0.6, chance());
      strokes.push(sides([[u, top], [u, top - width * 0.22], [u + width * 0.3, top - width * 0.22], [u + width * 0.3, top]], false, 0.6, u));
    } else if (chance() < 0.5) {
      const u = x + w * 0.6;
      strokes.push([[u, top], [u, top - width * 0.42]], [[u - 8, top - width * 0.36], [u + 8, top - width * 0.36]], [[u - 5, top - width * 0.27], [u + 5, top - width * 0.27]]);
    }
    const panes = [];
    for (let v = top + width * 0.2; v < top + width * 1.5; v += width * 0.36) {
      for (let u = x + w * 0.16; u + width * 0.14 < x + w; u += width * 0.3) {
        if (chance() < 0.62) panes.push({ x: u, y: v, w: width * 0.14, h: width * 0.2, on: 13.8 + chance() * 8 });
      }
    }
    town.push({ shape, colour: tones[Math.floor(chance() * tones.length)], strokes, panes, width: width / 34 });
    x += w - 2;
  }
}
row(352, 96, 92, 1010, 46, ["#a97b80", "#9b6f7a", "#b6878a"]);
row(420, 96, 70, 880, 58, ["#c08c7c", "#cf9d86", "#b27d74"]);
row(486, 100, 46, 300, 78, ["#dcaa83", "#c98f70", "#e6bd94", "#bf8267"]);

const ledge = 574;
const wall = [[-20, ledge], [W + 20, ledge], [W + 20, H + 20], [-20, H + 20]];
const blocks = [];
for (let x = 8; x < W; x += 78) {
  blocks.push(sides([[x, 622], [x + 66, 622], [x + 66, 688], [x, 688]], true, 1, x));
  blocks.push(spline([[x + 33, 628], [x + 60, 655], [x + 33, 682], [x + 6, 655]], true, 4));
}
const tank = { shape: [[52, 398], [196, 398], [196, 520], [52, 520]], lines: [
  sides([[52, 398], [196, 398], [196, 520], [52, 520]]), ring(124, 398, 72, 13), sides([[52, 438], [196, 438]], false), sides([[52, 480], [196, 480]], false),
  sides([[64, 520], [58, ledge]], false), sides([[184, 520], [190, ledge]], false), sides([[60, 552], [188, 552]], false),
] };

/** The washing line at `x`, and how far the wind has it. */
const sag = (x, t) => 404 + Math.sin(((x - 196) / 470) * Math.PI) * 34 + Math.sin(t * 1.7 + x / 90) * 1.6;
const washing = [
  { x: 236, w: 62, h: 92, colour: "#f3dccb", mark: "stripes" }, { x: 316, w: 40, h: 58, colour: OCHRE }, { x: 366, w: 40, h: 58, colour: OCHRE },
  { x: 424, w: 92, h: 84, colour: "#4a5a8c", mark: "shirt" }, { x: 538, w: 74, h: 104, colour: "#d65a4a", mark: "stripes" },
];
function cloth({ x, w, h, mark }, t) {
  const swing = Math.sin(t * 1.9 + x / 70) * 7;
  const [a, b] = [sag(x, t), sag(x + w, t)];
  const shape = mark === "shirt"
    ? [[x, a], [x + w, b], [x + w + 22 + swing * 0.5, b + 34], [x + w - 4 + swing * 0.4, b + 40], [x + w - 8 + swing, b + h], [x + 8 + swing, a + h], [x + 4 + swing * 0.4, a + 40], [x - 22 + swing * 0.5, a + 34]]
    : [[x, a], [x + w, b], [x + w * 1.02 + swing * 0.6, mix(b, b + h, 0.55)], [x + w - 2 + swing, b + h], [x + 2 + swing, a + h + 3], [x - w * 0.02 + swing * 0.6, mix(a, a + h, 0.55)]];
  const bars = mark === "stripes" ? [0.7, 0.8, 0.9].map((p) => [[x + 3 + swing * p, a + h * p], [x + w - 3 + swing * p, b + h * p]]) : [];
  return { shape, bars };
}

const leaves = [];
for (let i = 0; i < 26; i += 1) {
  const [turn, reach] = [-Math.PI / 2 + (chance() - 0.5) * 2.5, mix(46, 128, chance())];
  leaves.push({ x: 1176 + Math.cos(turn) * reach * 0.9, y: 500 + Math.sin(turn) * reach, turn, size: mix(13, 20, chance()), bloom: chance() < 0.42 });
}
const leaf = ({ x, y, turn, size }, t) => spline([[-size, 0], [0, -size * 0.5], [size, 0], [0, size * 0.5]].map(([u, v]) => {
  const a = turn + Math.sin(t * 1.4 + x) * 0.12;
  return [x + u * Math.cos(a) - v * Math.sin(a), y + u * Math.sin(a) + v * Math.cos(a)];
}), true, 5);

/** The picture, `drawn` in ink (0 to 1), `coloured` where the brush has been, `t` seconds into its own evening. */
export function picture(ctx, { drawn, coloured, t }) {
  let tip;
  const things = (colour) => {
    const pen = (strokes, width, a, b) => { tip = inkAll(ctx, strokes, INK, width, colour ? 1 : span(drawn, a, b)) ?? tip; };
    const tone = (value, depth = 0.45) => (colour ? dusk(value, depth) : PAPER);
    // Paper covers what lies behind a thing only as far as the pen has gone round it.
    const cover = (shape, value, a, b, depth) => paint(ctx, colour ? shape : part([...shape, shape[0]], span(drawn, a, b)), tone(value, depth));
    if (colour) sky(ctx, t);
    else box(ctx, -20, -20, W + 40, H + 40, PAPER);
    town.forEach(({ shape, colour: stone, strokes, panes, width }, i) => {
      const [a, b] = [(i / town.length) * 0.4, ((i + 1.6) / town.length) * 0.4];
      cover(shape, stone, a, a + 0.0001, 1);
      pen(strokes, width * 1.5, a, b);
      for (const pane of panes) {
        if (colour) box(ctx, pane.x, pane.y, pane.w, pane.h, night > 0 && t > pane.on ? "#ffd479" : dusk("#5d4352", 1), 1);
        else if (drawn > b) line(ctx, [[pane.x, pane.y + pane.h], [pane.x, pane.y], [pane.x + pane.w, pane.y], [pane.x + pane.w, pane.y + pane.h]], INK, width);
      }
    });
    cover(tank.shape, "#efe0c6", 0.42, 0.45);
    if (colour) box(ctx, 150, 400, 44, 120, tone("#d9c3a3"));
    if (colour) paint(ctx, ring(124, 398, 72, 13), tone("#fbf1de"));
    pen(tank.lines, 3.6, 0.42, 0.5);
    const wire = Array.from({ length: 48 }, (_, i) => [196 + i * 10, sag(196 + i * 10, t)]);
    const pole = [[666, 330], [668, ledge]];
    pen([pole, wire], 3.4, 0.5, 0.54);
    washing.forEach((piece, i) => {
      const { shape, bars } = cloth(piece, t);
      cover(sides(shape, true, 0), piece.colour, 0.54 + i * 0.02, 0.56 + i * 0.02);
      if (colour) for (const bar of bars) line(ctx, bar, tone(piece.colour === "#d65a4a" ? OCHRE : ORANGE), 6);
      pen([sides(shape, true, 0)], 3.2, 0.54 + i * 0.02, 0.56 + i * 0.02);
    });
    cover(wall, "#8a4f3f", 0.64, 0.6401, 0.6);
    if (colour) box(ctx, -20, ledge, W + 40, 30, tone("#b56b50", 0.6));
    pen([sides([[-20, ledge], [W + 20, ledge]], false, 3), sides([[-20, ledge + 30], [W + 20, ledge + 30]], false, 3), ...blocks], 3.6, 0.64, 0.72);
    for (const one of leaves) if (colour) paint(ctx, leaf(one, t), tone(one.size > 16 ? GREEN : "#4f9385"));
    pen(leaves.map((one) => leaf(one, t)), 2.4, 0.72, 0.8);
    const pot = [[1128, 500], [1224, 500], [1212, ledge], [1140, ledge]];
    cover(pot, "#3f6f9c", 0.8, 0.82);
    if (colour) box(ctx, 1122, 494, 108, 18, tone("#5a8cb8"), 4);
    pen([sides(pot), sides([[1122, 494], [1230, 494], [1230, 512], [1122, 512]])], 3.4, 0.8, 0.82);
    if (colour) for (const { x, y, bloom } of leaves) if (bloom) flower(ctx, x, y, 9);
    const look = smooth(span(t, 15.4, 16.4));
    const blink = [14.9, 17.9, 18.2, 19.8].some((at) => Math.abs(t - at) < 0.07) ? 0 : 1;
    within(ctx, { x: 930, y: ledge + 2, scale: 1.06 }, () => {
      const at = drawBisseh(ctx, { life: t, look, open: smooth(span(t, 14.6, 14.9)) * blink, colour, p: colour ? 1 : span(drawn, 0.82, 1) });
      if (at) tip = [930 + at[0] * 1.06, ledge + 2 + at[1] * 1.06];
    });
    if (colour) within(ctx, { fade: night * 0.9 }, () => line(ctx, [[-20, ledge + 1], [W + 20, ledge + 1]], "#f3cf9d", 2.5));
  };
  if (coloured < 1) things(false);
  if (coloured > 0) {
    ctx.save();
    if (coloured < 1) brush(ctx, coloured);
    things(true);
    ctx.restore();
  }
  return tip;
}

function sky(ctx, t) {
  const bands = [[0, "#39447a"], [96, "#5b5588"], [176, "#96627f"], [246, "#cf6f62"], [306, "#ea9156"], [356, "#f5bb6d"]];
  box(ctx, -20, -20, W + 40, H + 40, bands[0][1]);
  for (const [y, colour] of bands.slice(1)) {
    const edge = Array.from({ length: 28 }, (_, i) => [i * 50 - 20, y + Math.sin(i * 0.9 + y) * 9 + Math.sin(i * 0.37 + y * 2) * 13]);
    paint(ctx, [...edge, [W + 20, H], [-20, H]], colour);
  }
  within(ctx, { fade: night * 0.62 }, () => box(ctx, -20, -20, W + 40, H + 40, NAVY));
  const stars = dice(5);
  for (let i = 0; i < 60; i += 1) {
    const [x, y, on, r] = [stars() * W, stars() * 300, 15 + stars() * 3, 1 + stars() * 1.6];
    const glow = smooth(span(t, on, on + 0.5)) * (night > 0 ? 1 : 0) * clamp(1.2 - y / 320);
    if (glow > 0) within(ctx, { fade: glow }, () => disc(ctx, x, y, r, "#fff3da"));
  }
  const rise = night > 0 ? out(span(t, 13.7, 18)) : 0;
  const [x, y] = [mix(520, 452, rise), mix(430, 168, rise)];
  if (rise > 0) {
    for (const [r, fade] of [[150, 0.05], [112, 0.07], [82, 0.1]]) within(ctx, { fade }, () => disc(ctx, x, y, r, "#ffe7b0"));
    disc(ctx, x, y, 56, "#fff1d0");
    for (const [u, v, r] of [[-18, -12, 11], [14, 10, 15], [20, -22, 6], [-20, 22, 7]]) disc(ctx, x + u, y + v, r, "#f3deb0");
  }
  const birds = during(t, 16.4, 21, 0.6);
  if (birds > 0) {
    for (let i = 0; i < 11; i += 1) {
      const turn = t * 0.95 + i * 0.21;
      const [bx, by] = [216 + Math.cos(turn) * (112 + (i % 3) * 34), 206 + Math.sin(turn) * 56 + (i % 5) * 17 - 20];
      const flap = Math.sin(t * 11 + i) * 6;
      within(ctx, { fade: birds }, () => line(ctx, [[bx - 12, by - 3 - flap], [bx, by], [bx + 12, by - 3 - flap]], "#f3dccb", 3));
    }
  }
}

/** Clips to where a broad brush has been, in five passes from right to left. */
function brush(ctx, p) {
  ctx.beginPath();
  for (let i = 0; i < 5; i += 1) {
    const way = smooth(span(p, i * 0.1, 0.6 + i * 0.1));
    const x = mix(W + 140, -140, way);
    ctx.roundRect(x, i * 146 - 26, W + 400, 186, 90);
  }
  ctx.clip();
}

export function flower(ctx, x, y, size, turn = 0) {
  for (let i = 0; i < 5; i += 1) {
    const a = turn + (i / 5) * TAU;
    within(ctx, { x: x + Math.cos(a) * size * 0.75, y: y + Math.sin(a) * size * 0.75, turn: a }, () => {
      ctx.beginPath();
      ctx.ellipse(0, 0, size * 0.72, size * 0.45, 0, 0, TAU);
      ctx.fillStyle = "#fffaf0";
      ctx.fill();
    });
  }
  disc(ctx, x, y, size * 0.3, OCHRE);
}
