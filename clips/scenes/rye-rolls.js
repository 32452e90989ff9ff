// Rye: one board, one tape, one very hot afternoon. Everything moves on the beat, two a second; `sound.mjs` plays it.
// Nothing bright fills the frame more often than that, for those whom flashes hurt.

import {
  H, TAU, W, back, box, clamp, design, dice, disc, letters, line, mix, out, paint, ring, smooth, span, spline, within,
} from "../stage.js";
import {
  INK, PAPER, RED, TEAL, GOLD, PURPLE, ORANGE, palette, beat, hop, checks, rays, shout, sticker,
} from "./rye-rolls/hand.js";
import { board, flames, melty } from "./rye-rolls/melty.js";
import { cone, street } from "./rye-rolls/street.js";

export const length = 24;
export const poster = 10.6;

const art = {};

export async function ready() {
  for (const id of ["side-a", "gus-the-pigeon", "screaming-moon"]) {
    art[id] = await design("rye-rolls", id, id === "screaming-moon" ? { ...palette, second: PURPLE } : palette, 640);
  }
}

// The shots

function title(ctx, t) {
  checks(ctx, 106, t * 90, PAPER, GOLD, 14);
  for (let i = 0; i < 5; i += 1) {
    const y = 330 + i * 20;
    line(ctx, Array.from({ length: 34 }, (_, k) => [k * 40 - 20, y + 190 + Math.sin(k * 0.5 + t * 4 + i * 0.4) * 16]), [RED, ORANGE, GOLD, TEAL, INK][i], 22);
  }
  shout(ctx, "LOUD", 640, 96, 170, RED, (i) => span(t, 0.12 + i * 0.12, 0.42 + i * 0.12), t);
  shout(ctx, "NEIGHBOURS", 640, 322, 118, TEAL, (i) => span(t, 0.95 + i * 0.07, 1.25 + i * 0.07), t);
  const p = back(span(t, 1.95, 2.25));
  if (p > 0) {
    within(ctx, { x: 640, y: 574, scale: p, turn: -0.035 }, () => {
      box(ctx, -332, -40, 664, 80, INK, 14);
      for (const { strokes } of letters("LIVE IN THE CAR PARK", 0, -19, 38, { gap: 26, wild: 3 })) for (const stroke of strokes) line(ctx, stroke, GOLD, 7);
    });
  }
}

function roll(ctx, t) {
  street(ctx, t, false);
  const over = [3.9, 5.05];
  for (const at of over) {
    const x = 470 - (t - at - 0.32) * 640;
    if (x > -90 && x < W + 90) cone(ctx, x, 640);
  }
  const air = Math.max(0, ...over.map((at) => Math.sin(clamp((t - at) / 0.7) * Math.PI)));
  const rising = over.some((at) => t > at && t < at + 0.35) ? 1 : -1;
  const landed = Math.max(...over.map((at) => (t > at + 0.7 ? Math.exp(-(t - at - 0.7) * 7) : 0)));
  const x = mix(-300, 470, out(span(t, 2.9, 3.8))) + span(t, 5.75, 6.05) ** 2 * 900;
  within(ctx, { x, y: 664, fade: 0.3 }, () => {
    ctx.beginPath();
    ctx.ellipse(0, 0, 200 * (1 - air * 0.3), 12, 0, 0, TAU);
    ctx.fillStyle = "#000";
    ctx.fill();
  });
  within(ctx, { x, y: 640 - air * 190, turn: -rising * air * 0.2 }, () => {
    if (x > 200) flames(ctx, -190, -60, 60 + air * 90, t);
    board(ctx, t);
    within(ctx, { y: -44 - air * 8, scale: 0.74 }, () => melty(ctx, { t, squash: landed * 1.4 - air * 0.7, look: [0.5, -air * 0.8] }));
  });
  for (let i = 0; i < 6; i += 1) {
    if (landed < 0.05) break;
    const a = Math.PI + (i / 5) * Math.PI;
    const r = 220 + (1 - landed) * 90;
    disc(ctx, x + Math.cos(a) * r, 656 + Math.sin(a) * r * 0.16, 20 * landed, PAPER);
  }
  for (let i = 0; i < 5; i += 1) {
    const u = (i * 331 + 1280 - ((t * 1500) % 1400) + 1400) % 1400 - 100;
    line(ctx, [[u, 250 + i * 68], [u + 130, 250 + i * 68]], PAPER, 6);
  }
}

/** The deck from below: checks, flames and a name. */
function graphic(ctx) {
  const deck = () => {
    ctx.beginPath();
    ctx.roundRect(-86, -290, 172, 580, 86);
  };
  ctx.save();
  deck();
  ctx.clip();
  box(ctx, -90, -300, 180, 600, TEAL);
  for (let row = 0; row < 5; row += 1) for (let col = 0; col < 5; col += 1) if ((row + col) % 2) box(ctx, -90 + col * 36, -300 + row * 36, 36, 36, INK);
  for (const [k, colour] of [[1.12, INK], [1, RED], [0.74, ORANGE], [0.46, GOLD]]) {
    const knots = [[-100, 320]];
    for (let i = 0; i < 5; i += 1) knots.push([-88 + i * 44, 300 - k * [190, 320, 250, 350, 210][i]], [-66 + i * 44, 300 - k * 120]);
    knots.push([100, 320]);
    paint(ctx, spline(knots, false, 4), colour);
  }
  ctx.restore();
  for (const y of [-190, 176]) for (const [x, v] of [[-22, 0], [22, 0], [-22, 34], [22, 34]]) disc(ctx, x, y + v, 6, PAPER);
  ctx.save();
  ctx.rotate(-Math.PI / 2);
  for (const { strokes } of letters("RYE", 20, -44, 88, { gap: 34, wild: 4 })) for (const stroke of strokes) { line(ctx, stroke, INK, 34); }
  for (const { strokes } of letters("RYE", 20, -44, 88, { gap: 34, wild: 4 })) for (const stroke of strokes) { line(ctx, stroke, PAPER, 20); }
  ctx.restore();
  deck();
  ctx.lineWidth = 11;
  ctx.strokeStyle = INK;
  ctx.stroke();
}

function flip(ctx, t) {
  rays(ctx, 640, 360, Math.floor(t) * 0.22, TEAL, "#3fc9bc");
  const go = smooth(span(t, 6.2, 8.1));
  const spin = go * TAU * 2;
  const lift = Math.sin(span(t, 6.1, 8.3) * Math.PI) * 60;
  const face = Math.cos(spin);
  within(ctx, { x: 640, y: 372 - lift, turn: mix(-0.5, 0.34, go) }, () => {
    within(ctx, { x: 16, y: 24, fade: 0.18, sx: Math.max(0.06, Math.abs(face)) }, () => box(ctx, -86, -290, 172, 580, "#000", 86));
    ctx.scale(Math.sign(face || 1) * Math.max(0.07, Math.abs(face)), 1);
    if (face >= 0) graphic(ctx);
    else {
      box(ctx, -86, -290, 172, 580, INK, 86);
      box(ctx, -72, -274, 144, 548, "#2d2823", 72);
      box(ctx, -72, -8, 144, 16, RED);
      for (const y of [-190, 176]) for (const [x, v] of [[-22, 0], [22, 0], [-22, 34], [22, 34]]) disc(ctx, x, y + v, 5, "#8d8a86");
    }
  });
  shout(ctx, "KICK", 262, 118, 118, GOLD, () => span(t, 6.5, 6.8), t);
  shout(ctx, "FLIP", 1012, 396, 118, RED, () => span(t, 7.5, 7.8), t);
}

function heat(ctx, t) {
  const melt = smooth(span(t, 11.2, 14)) * (1 - smooth(span(t, 14.3, 14.7)));
  const snap = t > 14.5 ? Math.exp(-(t - 14.5) * 6) * Math.cos((t - 14.5) * 22) : 0;
  rays(ctx, 640, 330, 0.1, mixed(Math.round(melt * 6) / 6), GOLD);
  const up = hop(t) * 44 * (1 - melt);
  within(ctx, { x: 640, y: 566, fade: 0.22 }, () => {
    ctx.beginPath();
    ctx.ellipse(0, 6, 250 + melt * 60 - up, 20, 0, 0, TAU);
    ctx.fillStyle = "#000";
    ctx.fill();
  });
  if (melt > 0.02) {
    const pool = ring(640, 608, 340 * melt, 46 * melt).map(([x, y]) => [x + Math.cos((x - 640) / 40) * 6 * melt, y + Math.sin(x / 58 + t * 2) * 7 * melt]);
    paint(ctx, pool, RED);
    line(ctx, pool, INK, 10);
  }
  within(ctx, { x: 640, y: 548 - up - melt * 46, scale: t > 14.3 ? 1.1 : 1.22, turn: Math.sin(t * Math.PI) * 0.06 * (1 - melt) }, () => {
    melty(ctx, { t, melt, squash: (1 - hop(t)) * 0.5 * (1 - melt) - snap * 0.9, look: [Math.sin(t * Math.PI) * (1 - melt), melt ? 0.4 : 0] });
  });
  for (const side of [-1, 1]) for (let i = 0; i < 3; i += 1) {
    const p = (t * 2 + i / 3) % 1;
    within(ctx, { fade: (1 - p) * (1 - melt) }, () => {
      const r = 60 + p * 120;
      line(ctx, ring(640 + side * 250, 400, r, r, side < 0 ? Math.PI * 0.72 : -Math.PI * 0.28, side < 0 ? Math.PI * 1.28 : Math.PI * 0.28), INK, 9);
    });
  }
  if (t > 14.45) shout(ctx, "BOING", 640, 40, 88, TEAL, (i) => span(t, 14.45 + i * 0.04, 14.65 + i * 0.04), t);
}
/** The heat: from teal to orange while he melts, in steps, and on rays that stand still: both keep the clip small and sharp. */
const mixed = (melt) => `rgb(${[[18, 255], [181, 138], [166, 31]].map(([a, b]) => Math.round(mix(a, b, melt))).join(" ")})`;

function record(ctx, t) {
  box(ctx, 0, 0, W, H, RED);
  for (let i = 0; i < 9; i += 1) box(ctx, i * 160 - ((t * 80) % 160), 0, 80, H, "#f0301f");
  within(ctx, { x: 600, y: 372 }, () => {
    within(ctx, { x: 16, y: 22, fade: 0.2 }, () => disc(ctx, 0, 0, 300, "#000"));
    disc(ctx, 0, 0, 300, INK);
    for (let r = 288; r > 140; r -= 14) line(ctx, ring(0, 0, r), "#3a332c", 2);
    for (const a of [0.6, 0.6 + Math.PI]) {
      ctx.beginPath();
      ctx.moveTo(0, 0);
      ctx.arc(0, 0, 292, a, a + 0.34);
      ctx.fillStyle = "rgb(255 246 224 / .1)";
      ctx.fill();
    }
    within(ctx, { turn: t * 3.5 }, () => {
      ctx.save();
      ctx.beginPath();
      ctx.arc(0, 0, 122, 0, TAU);
      ctx.clip();
      ctx.drawImage(art["side-a"], -124, -124, 248, 248);
      ctx.restore();
      line(ctx, ring(0, 0, 122), INK, 8);
    });
    disc(ctx, 0, 0, 9, PAPER);
  });
  within(ctx, { x: 1010, y: 128, turn: 0.5 + Math.sin(t * TAU) * 0.012 }, () => {
    disc(ctx, 0, 0, 54, INK);
    disc(ctx, 0, 0, 34, TEAL);
    line(ctx, [[0, 0], [-26, 290], [-92, 366]], INK, 28);
    line(ctx, [[0, 0], [-26, 290], [-92, 366]], PAPER, 13);
    within(ctx, { x: -96, y: 372, turn: 0.7 }, () => box(ctx, -22, -20, 44, 64, INK, 8));
  });
}

function pigeon(ctx, t) {
  checks(ctx, 128, -t * 150, GOLD, "#ffd95c", 0);
  for (let i = 0; i < 5; i += 1) {
    const x = -160 + i * 320 + ((t * 150) % 320);
    sticker(ctx, art["gus-the-pigeon"], x, 392 - hop(t + i * 0.25) * 46, 300, Math.sin(t * TAU + i) * 0.12);
  }
}

function socks(ctx, t) {
  box(ctx, 0, 0, W, H, "#ff9fb5");
  for (let i = 0; i < 6; i += 1) box(ctx, 0, 40 + i * 120, W, 52, "#ffb3c5");
  box(ctx, 0, 608, W, 120, INK);
  const sock = (x, lift, tilt) => within(ctx, { x, y: 606 - lift, turn: tilt }, () => {
    const shape = spline([[-62, -420], [62, -420], [62, -250], [66, -120], [120, -84], [196, -70], [214, -26], [190, 0], [0, 0], [-56, -20], [-68, -110], [-62, -250]], true, 5);
    paint(ctx, shape, PAPER);
    ctx.save();
    ctx.beginPath();
    shape.forEach(([u, v], i) => (i ? ctx.lineTo(u, v) : ctx.moveTo(u, v)));
    ctx.clip();
    for (let row = 0; row < 6; row += 1) for (let col = 0; col < 4; col += 1) if ((row + col) % 2) box(ctx, -72 + col * 36, -340 + row * 36, 36, 36, INK);
    box(ctx, -80, -440, 170, 44, RED);
    box(ctx, -80, -388, 170, 20, TEAL);
    disc(ctx, -40, -6, 66, RED);
    disc(ctx, 216, -26, 74, TEAL);
    ctx.restore();
    line(ctx, shape, INK, 11);
  });
  const step = Math.sin(t * TAU);
  sock(430, Math.max(0, step) * 90, -Math.max(0, step) * 0.16);
  sock(790, Math.max(0, -step) * 90, -Math.max(0, -step) * 0.16);
}

function moon(ctx, t) {
  rays(ctx, 640, 360, 0.3, PURPLE, "#33286b");
  const chance = dice(3);
  for (let i = 0; i < 26; i += 1) disc(ctx, chance() * W, chance() * H, 2 + chance() * 4, PAPER);
  const size = 540 * (1 + beat(t) * 0.05);
  const turn = Math.sin(t * TAU) * 0.05;
  within(ctx, { x: 640, y: 366, turn }, () => {
    box(ctx, -size / 2 - 30, -size / 2 - 30, size + 60, size + 60, INK, 18);
    box(ctx, -size / 2 - 20, -size / 2 - 20, size + 40, size + 40, PAPER, 10);
  });
  sticker(ctx, art["screaming-moon"], 640, 366, size, turn);
}

function levels(ctx, t) {
  box(ctx, 0, 0, W, H, INK);
  for (let i = 0; i < 16; i += 1) {
    const high = Math.round((0.28 + 0.72 * Math.abs(Math.sin(i * 1.7 + Math.floor(t * 12) * 0.6)) * (0.5 + beat(t) * 0.5)) * 13);
    for (let k = 0; k < 13; k += 1) box(ctx, 60 + i * 73, 634 - k * 46, 60, 36, k < high ? (k > 10 ? RED : k > 7 ? GOLD : TEAL) : "#2a241e", 6);
  }
}

function home(ctx, t) {
  street(ctx, t * 0.62, true);
  const x = mix(-320, 620, out(span(t, 20, 21.4))) + smooth(span(t, 22.6, 23.6)) * 1100;
  within(ctx, { x, y: 640 - hop(t) * 10 }, () => {
    flames(ctx, -190, -58, 130, t);
    board(ctx, t);
    within(ctx, { y: -44, scale: 0.74 }, () => melty(ctx, { t, squash: (1 - hop(t)) * 0.3, look: [t > 21.3 && t < 22.4 ? -0.7 : 0.5, t > 21.3 && t < 22.4 ? -0.7 : 0] }));
  });
  const asks = back(span(t, 21.1, 21.4)) * (1 - span(t, 22.5, 22.6));
  if (asks > 0) {
    within(ctx, { x: 330, y: 150, scale: asks, turn: -0.04 }, () => {
      paint(ctx, [[-250, 30], [-290, 130], [-170, 66]], INK);
      box(ctx, -286, -84, 572, 160, INK, 40);
      paint(ctx, [[-240, 40], [-268, 104], [-176, 60]], PAPER);
      box(ctx, -275, -73, 550, 138, PAPER, 30);
      for (const { strokes } of letters("TURN IT DOWN!", 0, -28, 48, { gap: 26, wild: 4 })) for (const stroke of strokes) line(ctx, stroke, INK, 9);
    });
  }
  shout(ctx, "NO.", 960, 190, 190, RED, (i) => span(t, 22 + i * 0.06, 22.3 + i * 0.06), t);
}

const cuts = [[0, title], [3, roll], [6, flip], [9, heat], [15, record], [16, pigeon], [17, socks], [18, moon], [19, levels], [20, home]];

export function draw(ctx, t) {
  const [, shot] = cuts[cuts.findLastIndex(([at]) => t >= at)];
  shot(ctx, t);
  // The end is wiped by checks, one column after another, into the ground the title stands on.
  const wipe = span(t, 23.3, 23.95);
  if (wipe > 0) {
    for (let col = 0; col < 13; col += 1) for (let row = 0; row < 7; row += 1) {
      const p = clamp(wipe * 2 - col / 13);
      box(ctx, col * 106, row * 106, 106 * p, 106, (row + col) % 2 ? PAPER : GOLD);
    }
  }
}
