// The Long Orbit: three moons of Jupiter that go round in 1 : 2 : 4, as a diagram, as a score and under the sky they share.
//
// The motion is the real resonance: in the clip Io takes 2 s, Europa 4 s, Ganymede 8 s, and the angles keep Laplace's
// relation (Io − 3 × Europa + 2 × Ganymede = 180°), so that the three never stand in one line. `sound.mjs` rings on the
// same crossings.

import {
  H, TAU, W, box, clamp, design, dice, disc, line, mix, out, part, ring, smooth, span, type, within,
} from "../stage.js";

export const length = 24;
export const poster = 8.4;

const NIGHT = "#101a2e";
const LIGHT = "#e9e4d2";
const CLAY = "#e58a63";
const BLUE = "#7fb6d1";
const GOLD = "#e0bd6a";
const FAINT = "#33415e";
const palette = { ink: LIGHT, paper: NIGHT, accent: CLAY, second: BLUE, third: GOLD };

const plates = [];

export async function ready() {
  for (const id of ["laplace-resonance", "northern-sky", "orion"]) plates.push(await design("long-orbit", id, palette, 420));
}

/** Period in the clip (s), first angle (turns), distance (real ratio), colours, names. */
const moons = [
  { name: "Io", kana: "イオ", days: "1.769 d", period: 2, from: 0.5, far: 118, size: 11, colour: "#f0d27a" },
  { name: "Europa", kana: "エウロパ", days: "3.551 d", period: 4, from: 0, far: 188, size: 10, colour: "#bfe0ea" },
  { name: "Ganymede", kana: "ガニメデ", days: "7.155 d", period: 8, from: 0, far: 300, size: 15, colour: "#c9b8a4" },
];
const angle = ({ period, from }, t) => (from + t / period) * TAU;

const chance = dice(77);
const field = Array.from({ length: 170 }, () => ({ x: chance() * W, y: chance() * H, r: 0.6 + chance() ** 3 * 1.9, tone: [LIGHT, LIGHT, BLUE, GOLD][Math.floor(chance() * 4)] }));

function sky(ctx, fade = 1) {
  box(ctx, 0, 0, W, H, NIGHT);
  within(ctx, { fade }, () => {
    for (const { x, y, r, tone } of field) disc(ctx, x, y, r, tone);
  });
}

/** Plate marks in the corners, as on an old print. */
function marks(ctx, text, fade = 1) {
  within(ctx, { fade }, () => {
    for (const [x, y, u, v] of [[40, 40, 1, 1], [W - 40, 40, -1, 1], [40, H - 40, 1, -1], [W - 40, H - 40, -1, -1]]) {
      line(ctx, [[x, y + 22 * v], [x, y], [x + 22 * u, y]], "#5a6a8a", 1.6);
    }
    type(ctx, text, 76, 56, 13, "#9fb0cc", { font: "DejaVu Sans Mono", align: "left", gap: 2 });
  });
}

function planet(ctx, x, y, radius, t) {
  within(ctx, { x, y }, () => {
    for (const [grow, fade] of [[1.5, 0.05], [1.25, 0.08]]) within(ctx, { fade }, () => disc(ctx, 0, 0, radius * grow, CLAY));
    ctx.save();
    ctx.beginPath();
    ctx.arc(0, 0, radius, 0, TAU);
    ctx.clip();
    box(ctx, -radius, -radius, radius * 2, radius * 2, "#e6c79c");
    const belts = [[-0.78, 0.2, "#cfa377"], [-0.42, 0.22, "#b97a55"], [-0.08, 0.12, "#f3e2c4"], [0.14, 0.26, "#c58a60"], [0.52, 0.12, "#d9b083"], [0.74, 0.3, "#b38a6b"]];
    belts.forEach(([v, h, colour], i) => {
      const edge = (at, push) => Array.from({ length: 17 }, (_, k) => [-radius + (k / 8) * radius, (at + Math.sin(k * 1.3 + t * (i % 2 ? 0.7 : -0.5) + i * 2 + push) * 0.018) * radius]);
      const band = [...edge(v, 0), ...edge(v + h, 1).reverse()];
      ctx.beginPath();
      band.forEach(([a, b], k) => (k ? ctx.lineTo(a, b) : ctx.moveTo(a, b)));
      ctx.fillStyle = colour;
      ctx.fill();
    });
    const drift = ((t * 0.09 + 0.2) % 1) * 4 - 2;
    ctx.beginPath();
    ctx.ellipse(drift * radius, radius * 0.34, radius * 0.24, radius * 0.13, 0, 0, TAU);
    ctx.fillStyle = "#a8512f";
    ctx.fill();
    ctx.restore();
    line(ctx, ring(0, 0, radius), "#7b4b33", 2);
  });
}

/** A moon and the bright arc it has just swept. */
function sweep(ctx, moon, x, y, scale, t, shown = 1) {
  const here = angle(moon, t);
  const r = moon.far * scale;
  for (let i = 0; i < 12; i += 1) {
    const [a, b] = [here - (i + 1) * 0.06, here - i * 0.06];
    within(ctx, { fade: shown * (1 - i / 12) * 0.9 }, () => line(ctx, ring(x, y, r, r, -b, -a), moon.colour, mix(3.4, 1, i / 12)));
  }
  // Seen from the north they go anticlockwise, so the angle is taken upwards.
  const [mx, my] = [x + Math.cos(here) * r, y - Math.sin(here) * r];
  within(ctx, { fade: shown }, () => {
    disc(ctx, mx, my, moon.size * scale + 4, NIGHT);
    disc(ctx, mx, my, moon.size * scale, moon.colour);
    disc(ctx, mx - moon.size * scale * 0.25, my - moon.size * scale * 0.2, moon.size * scale * 0.3, "rgb(0 0 0 / .14)");
  });
  return [mx, my];
}

function orbits(ctx, x, y, scale, t, drawn = 1) {
  within(ctx, { x, y }, () => {
    for (let i = 0; i < 72; i += 1) {
      const a = (i / 72) * TAU;
      const r = 334 * scale;
      if (i / 72 < drawn) line(ctx, [[Math.cos(a) * r, -Math.sin(a) * r], [Math.cos(a) * (r + (i % 6 ? 6 : 13) * scale), -Math.sin(a) * (r + (i % 6 ? 6 : 13) * scale)]], "#4d5d7e", 1.4);
    }
    line(ctx, [[70 * scale, 0], [mix(70, 352, drawn) * scale, 0]], CLAY, 1.6);
  });
  for (const moon of moons) line(ctx, part(ring(x, y, moon.far * scale, moon.far * scale, 0, -TAU), drawn), "#52648a", 1.5);
  planet(ctx, x, y, 58 * scale, t);
}

// The shots

function title(ctx, t) {
  sky(ctx);
  const p = out(span(t, 0.2, 2));
  for (const [i, r] of [150, 238, 378].entries()) {
    within(ctx, { fade: 0.8 }, () => line(ctx, part(ring(640, 372, r * 1.5, r * 0.46, Math.PI, Math.PI + TAU), p), i === 2 ? "#52648a" : "#41517a", 1.5));
    const a = Math.PI + (i + 1) * 0.5 + (t / (2 ** (i + 1))) * TAU * 0.5;
    within(ctx, { fade: smooth(span(t, 0.8, 1.4)) }, () => disc(ctx, 640 + Math.cos(a) * r * 1.5, 372 + Math.sin(a) * r * 0.46, moons[i].size * 0.8, moons[i].colour));
  }
  within(ctx, { fade: smooth(span(t, 0.3, 1)) * (1 - span(t, 3.2, 3.5)) }, () => {
    type(ctx, "THE LONG ORBIT", 640, 196, 21, GOLD, { font: "DejaVu Sans", gap: 9 });
    type(ctx, "1 : 2 : 4", 640, 420, 138, LIGHT, { font: "DejaVu Sans Light", weight: "200", gap: 4 });
    type(ctx, "The moons that keep time", 640, 488, 30, LIGHT, { font: "DejaVu Serif" });
    type(ctx, "拍子をとる月たち", 640, 540, 24, BLUE, { font: "Noto Sans CJK JP", gap: 6 });
  });
  marks(ctx, "NO. 41  RESONANCE", smooth(span(t, 0.3, 1)));
}

function diagram(ctx, t) {
  sky(ctx, 0.5);
  marks(ctx, "FIG. 1  JUPITER FROM ABOVE ITS NORTH POLE");
  const [x, y] = [420, 378];
  const drawn = out(span(t, 3.5, 4.9));
  orbits(ctx, x, y, 0.93, t, drawn);
  moons.forEach((moon, i) => {
    const shown = smooth(span(t, 4 + i * 0.35, 4.5 + i * 0.35));
    const [mx, my] = sweep(ctx, moon, x, y, 0.93, t, shown);
    within(ctx, { fade: shown }, () => type(ctx, moon.name, mx + moon.size + 9, my + (i === 1 ? 24 : -9), 17, LIGHT, { font: "DejaVu Serif", align: "left" }));
  });
  within(ctx, { fade: smooth(span(t, 5.2, 5.8)) }, () => type(ctx, "SIDEREAL PERIOD", 842, 190, 14, "#9fb0cc", { font: "DejaVu Sans Mono", align: "left", gap: 2 }));
  moons.forEach((moon, i) => {
    const at = 5.4 + i * 0.9;
    const shown = smooth(span(t, at, at + 0.5));
    const top = 250 + i * 124;
    within(ctx, { fade: shown, x: mix(24, 0, shown) }, () => {
      disc(ctx, 852, top - 9, moon.size * 0.8, moon.colour);
      type(ctx, moon.name, 880, top, 30, LIGHT, { font: "DejaVu Serif", align: "left" });
      type(ctx, moon.kana, 1190, top, 19, BLUE, { font: "Noto Sans CJK JP", align: "right" });
      type(ctx, moon.days, 880, top + 34, 19, GOLD, { font: "DejaVu Sans Mono", align: "left" });
      // One bar per turn of Ganymede, filled by the turns of this moon.
      const turns = 8 / moon.period;
      for (let k = 0; k < turns; k += 1) {
        const w = 310 / turns;
        box(ctx, 880 + k * w, top + 52, w - 6, 8, FAINT, 4);
        const full = clamp(((t % 8) / 8) * turns - k);
        if (full > 0.02) box(ctx, 880 + k * w, top + 52, (w - 6) * full, 8, moon.colour, 4);
      }
    });
  });
}

function staves(ctx, t) {
  sky(ctx, 0.35);
  marks(ctx, "FIG. 2  THE SAME, WRITTEN DOWN");
  orbits(ctx, 232, 350, 0.5, t);
  for (const moon of moons) sweep(ctx, moon, 232, 350, 0.5, t);
  const head = 596;
  const pace = 118;
  moons.forEach((moon, i) => {
    const y = 214 + i * 136;
    line(ctx, [[470, y], [W - 70, y]], "#52648a", 1.5);
    type(ctx, moon.name, 470, y - 30, 17, LIGHT, { font: "DejaVu Serif", align: "left" });
    // The height of the line is how far the moon stands to the right of Jupiter.
    const wave = [];
    for (let x = 470; x <= W - 70; x += 5) wave.push([x, y - Math.cos(angle(moon, t + (x - head) / pace)) * 34]);
    const known = smooth(span(t, 11.1 + i * 0.3, 12.2 + i * 0.3));
    within(ctx, { fade: 0.55 }, () => line(ctx, part(wave, known), moon.colour, 2));
    for (let n = Math.ceil((t - 1.4) / moon.period - moon.from); n * moon.period - moon.from * moon.period < t + 5.6; n += 1) {
      const when = (n - moon.from) * moon.period;
      const x = head + (when - t) * pace;
      if (x < 478 || x > W - 78) continue;
      const hit = when <= t ? Math.exp(-(t - when) * 2.2) : 0;
      within(ctx, { fade: 0.12 * hit + 0.02 }, () => disc(ctx, x, y - 34, 44 * hit + 8, moon.colour));
      disc(ctx, x, y - 34, 8 + 7 * hit, when <= t ? moon.colour : NIGHT);
      line(ctx, ring(x, y - 34, 8 + 7 * hit), moon.colour, 2.4);
    }
    disc(ctx, head, y - Math.cos(angle(moon, t)) * 34, 6, LIGHT);
  });
  line(ctx, [[head, 136], [head, 540]], CLAY, 2);
  within(ctx, { fade: smooth(span(t, 12.6, 13.2)) }, () => {
    type(ctx, "Two may meet. Three never do.", 860, 596, 27, LIGHT, { font: "DejaVu Serif" });
  });
}

/** Right ascension (h) and declination (°) of the bright stars around the pole, and the figures they make. */
const figures = [
  { name: "Ursa Major", at: [11.4, 62], stars: [[11.06, 61.75], [11.03, 56.38], [11.9, 53.69], [12.26, 57.03], [12.9, 55.96], [13.4, 54.93], [13.79, 49.31]], lines: [0, 1, 2, 3, 0, 3, 4, 5, 6] },
  { name: "Ursa Minor", at: [16.9, 76], stars: [[2.53, 89.26], [17.54, 86.59], [16.77, 82.04], [15.73, 77.79], [14.85, 74.16], [15.35, 71.83], [16.29, 75.76]], lines: [0, 1, 2, 3, 4, 5, 6, 3] },
  { name: "Cassiopeia", at: [0.9, 53], stars: [[0.15, 59.15], [0.68, 56.54], [0.95, 60.72], [1.43, 60.24], [1.91, 63.67]], lines: [0, 1, 2, 3, 4] },
  { name: "Cepheus", at: [22, 66], stars: [[21.31, 62.59], [21.48, 70.56], [23.66, 77.63], [22.83, 66.2], [22.18, 58.2]], lines: [0, 1, 2, 3, 0, 4, 3] },
  { name: "Draco", at: [18.4, 65], stars: [[17.94, 51.49], [17.51, 52.3], [17.54, 55.17], [17.89, 56.87], [18.35, 72.73], [17.15, 65.71], [16.4, 61.51], [15.42, 58.97], [14.07, 64.38], [12.56, 69.79], [11.52, 69.33]], lines: [3, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
  { name: "Perseus", at: [3.5, 44], stars: [[3.4, 49.86], [3.08, 53.51], [3.72, 47.79], [3.96, 40.01], [3.14, 40.96]], lines: [1, 0, 2, 3, 0, 4] },
];
const dim = Array.from({ length: 240 }, () => [chance() * 24, 90 - Math.sqrt(chance()) * 62, 0.6 + chance() * 1.2]);

function map(ctx, t) {
  box(ctx, 0, 0, W, H, NIGHT);
  marks(ctx, "PLATE I  THE NORTHERN SKY, LOOKING UP");
  const zoom = mix(9.6, 7.8, smooth(span(t, 16.5, 21)));
  const turn = (t - 16.5) * 0.1;
  const place = ([hours, degrees]) => {
    const a = (hours / 24) * TAU + turn;
    const r = (90 - degrees) * zoom;
    return [640 + Math.sin(a) * r, 352 + Math.cos(a) * r];
  };
  for (const degrees of [80, 70, 60, 50, 40, 30]) line(ctx, ring(640, 352, (90 - degrees) * zoom), "#26344f", 1.4);
  for (let hour = 0; hour < 24; hour += 2) {
    line(ctx, [place([hour, 88]), place([hour, 20])], "#26344f", 1.4);
    const [x, y] = place([hour, 56.5]);
    within(ctx, { x, y, turn: -((hour / 24) * TAU + turn) }, () => type(ctx, `${hour}h`, 0, 0, 12, "#6d7fa3", { font: "DejaVu Sans Mono" }));
  }
  const trail = smooth(span(t, 18.8, 21)) * 0.62;
  const star = ([hours, degrees], r, colour) => {
    if (trail > 0) {
      const a = (hours / 24) * TAU + turn;
      const far = (90 - degrees) * zoom;
      within(ctx, { fade: 0.5 }, () => line(ctx, ring(640, 352, far, far, Math.PI / 2 - a, Math.PI / 2 - a + trail), colour, Math.max(1, r * 0.8)));
    }
    disc(ctx, ...place([hours, degrees]), r, colour);
  };
  for (const [hours, degrees, r] of dim) star([hours, degrees], r, "#8797b5");
  figures.forEach(({ name, at, stars, lines }, i) => {
    const p = smooth(span(t, 16.8 + i * 0.26, 17.8 + i * 0.26));
    line(ctx, part(lines.map((k) => place(stars[k])), p), BLUE, 1.8);
    stars.forEach((spot, k) => {
      disc(ctx, ...place(spot), 7, NIGHT);
      star(spot, i === 1 && k === 0 ? 5.5 : 4, i === 1 && k === 0 ? GOLD : LIGHT);
    });
    const [x, y] = place(at);
    within(ctx, { fade: p }, () => type(ctx, name, x, y, 17, GOLD, { font: "DejaVu Serif", weight: "italic" }));
  });
}

function wall(ctx, t) {
  box(ctx, 0, 0, W, H, "#e9e2d1");
  const names = [["Laplace Resonance", "ラプラス共鳴"], ["The Northern Sky", "北天星図"], ["Orion and the Winter Hexagon", "冬の大六角形"]];
  plates.forEach((plate, i) => {
    const p = out(span(t, 21 + i * 0.16, 21.8 + i * 0.16));
    const h = 320;
    const w = (h * plate.width) / plate.height;
    within(ctx, { x: 260 + i * 380, y: mix(400, 300, p), fade: clamp(p * 1.6) }, () => {
      within(ctx, { x: 8, y: 14, fade: 0.16 }, () => box(ctx, -w / 2 - 16, -h / 2 - 16, w + 32, h + 32, "#000", 2));
      box(ctx, -w / 2 - 16, -h / 2 - 16, w + 32, h + 32, "#1c2740", 2);
      box(ctx, -w / 2 - 10, -h / 2 - 10, w + 20, h + 20, "#f8f4ea");
      ctx.drawImage(plate, -w / 2, -h / 2, w, h);
      type(ctx, names[i][0], 0, h / 2 + 54, 19, "#1c2740", { font: "DejaVu Serif" });
      type(ctx, names[i][1], 0, h / 2 + 82, 16, "#3b6f8f", { font: "Noto Sans CJK JP", gap: 2 });
    });
  });
}

const cuts = [[0, title], [3.5, diagram], [11, staves], [16.5, map], [21, wall]];

export function draw(ctx, t) {
  const now = cuts.findLastIndex(([at]) => t >= at);
  cuts[now][1](ctx, t);
  const edge = Math.max(...cuts.slice(1).map(([at]) => 1 - Math.abs(t - at) / 0.22), span(t, 23.4, 23.9), 1 - span(t, 0, 0.3));
  within(ctx, { fade: smooth(clamp(edge)) }, () => box(ctx, 0, 0, W, H, NIGHT));
}
