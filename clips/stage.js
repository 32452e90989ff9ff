// What the scenes draw with, and the two doors the renderer knocks on: `enter(handle)` and `frame(seconds)`.

export const W = 1280;
export const H = 720;
export const TAU = Math.PI * 2;

// Time

export const clamp = (x, low = 0, high = 1) => Math.min(high, Math.max(low, x));
export const mix = (a, b, p) => a + (b - a) * p;
/** How far `t` is between `a` and `b`, 0 to 1. */
export const span = (t, a, b) => clamp((t - a) / (b - a));
export const smooth = (p) => p * p * (3 - 2 * p);
export const out = (p) => 1 - (1 - p) ** 3;
/** Arrives, goes a little too far and settles. */
export const back = (p) => 1 + 2.4 * (p - 1) ** 3 + 1.4 * (p - 1) ** 2;
/** Rises from `a`, stays, and is gone again at `b`; `edge` seconds for each flank. */
export const during = (t, a, b, edge = 0.4) => smooth(span(t, a, a + edge)) * (1 - smooth(span(t, b - edge, b)));

/** The same chance every time. */
export function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

// Lines: everything drawn by hand is a list of points, so that a pen can be half way along it.

/** A smooth line through `knots`, sampled about every `step` pixels. */
export function spline(knots, closed = false, step = 5) {
  const at = (i) => (closed ? knots[(i + knots.length) % knots.length] : knots[clamp(i, 0, knots.length - 1)]);
  const points = [];
  for (let i = 0; i < (closed ? knots.length : knots.length - 1); i += 1) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const parts = Math.max(2, Math.ceil(Math.hypot(c[0] - b[0], c[1] - b[1]) / step));
    for (let j = 0; j < parts; j += 1) {
      const s = j / parts;
      points.push([0, 1].map((k) => 0.5 * (2 * b[k] + (c[k] - a[k]) * s + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * s ** 2
        + (3 * b[k] - a[k] - 3 * c[k] + d[k]) * s ** 3)));
    }
  }
  points.push(closed ? points[0] : knots.at(-1));
  return points;
}

/** The corners of a shape as a hand draws them: straight lines that are not quite straight. */
export function sides(corners, closed = true, wobble = 1.2, seed = 7) {
  const chance = dice(seed + corners.length * 31 + Math.round(corners[0][0]));
  const ring = closed ? [...corners, corners[0]] : corners;
  const points = [];
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const [a, b] = [ring[i], ring[i + 1]];
    const parts = Math.max(2, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / 24));
    const bend = (chance() - 0.5) * 2 * wobble;
    for (let j = 0; j < parts; j += 1) {
      const s = j / parts;
      const off = Math.sin(s * Math.PI) * bend;
      const turn = Math.atan2(b[1] - a[1], b[0] - a[0]) + Math.PI / 2;
      points.push([mix(a[0], b[0], s) + Math.cos(turn) * off, mix(a[1], b[1], s) + Math.sin(turn) * off]);
    }
  }
  points.push(ring.at(-1));
  return points;
}

/** A ring of points. */
export function ring(x, y, rx, ry = rx, from = 0, to = TAU) {
  const parts = Math.max(12, Math.ceil((Math.abs(to - from) * Math.max(rx, ry)) / 5));
  return Array.from({ length: parts + 1 }, (_, i) => {
    const turn = mix(from, to, i / parts);
    return [x + Math.cos(turn) * rx, y + Math.sin(turn) * ry];
  });
}

export const long = (points) => points.reduce((sum, [x, y], i) => (i ? sum + Math.hypot(x - points[i - 1][0], y - points[i - 1][1]) : 0), 0);

/** Walks `points` as far as `p` (0 to 1) and gives the part walked. */
export function part(points, p) {
  if (p >= 1) return points;
  if (p <= 0) return [];
  let left = long(points) * p;
  const walked = [points[0]];
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1], points[i]];
    const step = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (step >= left) {
      walked.push([mix(a[0], b[0], left / (step || 1)), mix(a[1], b[1], left / (step || 1))]);
      return walked;
    }
    walked.push(b);
    left -= step;
  }
  return walked;
}

function follow(ctx, points, close = false) {
  ctx.beginPath();
  points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  if (close) ctx.closePath();
}

export function paint(ctx, points, colour) {
  follow(ctx, points, true);
  ctx.fillStyle = colour;
  ctx.fill();
}

/** An even line. */
export function line(ctx, points, colour, width) {
  if (points.length < 2) return;
  follow(ctx, points);
  Object.assign(ctx, { strokeStyle: colour, lineWidth: width, lineCap: "round", lineJoin: "round" });
  ctx.stroke();
}

/** An ink line: thin where the pen lands and leaves. Gives the point where the pen is, or nothing when it is done. */
export function ink(ctx, points, colour, width, p = 1) {
  const walked = part(points, p);
  if (walked.length < 2) return undefined;
  const closed = p >= 1 && Math.hypot(walked[0][0] - walked.at(-1)[0], walked[0][1] - walked.at(-1)[1]) < 2;
  if (closed || walked.length < 6) line(ctx, walked, colour, width);
  else {
    const flank = Math.min(8, Math.floor(walked.length / 3));
    line(ctx, walked.slice(flank, walked.length - flank), colour, width);
    for (let i = 0; i < flank; i += 1) {
      const w = width * mix(0.45, 1, (i + 1) / (flank + 1));
      line(ctx, walked.slice(i, i + 2), colour, w);
      line(ctx, walked.slice(walked.length - 2 - i, walked.length - i), colour, w);
    }
  }
  return p < 1 ? walked.at(-1) : undefined;
}

/** Draws many strokes one after another as one pen would, `p` of the way through all of them. */
export function inkAll(ctx, strokes, colour, width, p) {
  const lengths = strokes.map((points) => long(points) + 12);
  let left = lengths.reduce((a, b) => a + b, 0) * p;
  let tip;
  strokes.forEach((points, i) => {
    if (left > 0) tip = ink(ctx, points, colour, width, p >= 1 ? 1 : clamp(left / lengths[i])) ?? tip;
    left -= lengths[i];
  });
  return p < 1 ? tip : undefined;
}

// Lettering: our own alphabet of single strokes, 100 high. Thin it is handwriting, fat it is a marker.

const alphabet = {
  A: [60, "M2 100L30 0L58 100M13 64H47"], B: [60, "M6 100V0H28C58 0 58 46 28 46H6M28 46C66 46 66 100 28 100H6"],
  C: [58, "M55 18C44 -6 5 -8 5 50C5 108 46 104 56 82"], D: [62, "M6 100V0H20C70 2 70 98 20 100H6"],
  E: [56, "M52 0H8V100H54M8 48H44"], F: [54, "M52 0H8V100M8 48H44"], G: [62, "M55 18C44 -6 5 -6 5 50C5 106 57 108 57 56H34"],
  H: [60, "M7 0V100M53 0V100M7 49H53"], I: [16, "M8 0V100"], J: [50, "M43 0V70C43 108 6 108 5 74"],
  K: [58, "M7 0V100M52 0L8 54L55 100"], L: [54, "M8 0V100H52"], M: [78, "M6 100L11 0L39 62L67 0L72 100"],
  N: [60, "M7 100V0L53 100V0"], O: [62, "M31 0C-4 0 -4 100 31 100C66 100 66 0 31 0Z"], P: [56, "M7 100V0H28C62 0 62 54 28 54H7"],
  Q: [62, "M31 0C-4 0 -4 100 31 100C66 100 66 0 31 0ZM38 74L60 104"], R: [58, "M7 100V0H28C60 0 60 52 28 52H7M30 52L55 100"],
  S: [58, "M53 14C40 -8 6 -4 7 24C8 56 55 42 55 74C55 106 14 106 4 84"], T: [60, "M3 0H57M30 0V100"],
  U: [60, "M7 0V64C7 112 53 112 53 64V0"], V: [60, "M3 0L30 100L57 0"], W: [82, "M3 0L21 100L41 30L61 100L79 0"],
  X: [60, "M5 0L55 100M55 0L5 100"], Y: [60, "M4 0L30 50L56 0M30 50V100"], Z: [60, "M6 0H54L5 100H56"],
  " ": [34, ""], ",": [20, "M12 92L6 112"], ".": [18, "M9 97L9 100"], "!": [18, "M9 0V68M9 97L9 100"], "'": [16, "M9 0L7 20"],
};

const ruler = document.createElementNS("http://www.w3.org/2000/svg", "path");

/** The strokes of `text`, its middle at `x`, its top at `y`, letters `size` high, each moved a little from the line. */
export function letters(text, x, y, size, { gap = 22, wild = 2, seed = 3 } = {}) {
  const chance = dice(seed);
  const glyphs = [...text].map((sign) => alphabet[sign]);
  let at = -glyphs.reduce((sum, [width]) => sum + width + gap, -gap) / 2;
  return glyphs.map(([width, path]) => {
    const [lift, turn] = [(chance() - 0.5) * 2 * wild, (chance() - 0.5) * 0.035 * wild];
    const strokes = path.split(/(?=M)/).filter(Boolean).map((d) => {
      ruler.setAttribute("d", d);
      const total = Math.max(ruler.getTotalLength(), 3);
      return Array.from({ length: Math.ceil(total / 3) + 1 }, (_, i) => {
        const spot = ruler.getPointAtLength(Math.min(i * 3, total));
        const [u, v] = [spot.x - width / 2, spot.y - 50];
        return [x + ((at + width / 2 + u * Math.cos(turn) - v * Math.sin(turn)) * size) / 100,
          y + ((50 + lift + u * Math.sin(turn) + v * Math.cos(turn)) * size) / 100];
      });
    });
    const middle = [x + ((at + width / 2) * size) / 100, y + size / 2];
    at += width + gap;
    return { strokes, middle };
  });
}

/** Set type. */
export function type(ctx, text, x, y, size, colour, { font = "DejaVu Sans", weight = "400", align = "center", gap = 0, rtl = false } = {}) {
  ctx.font = `${weight} ${size}px "${font}"`;
  Object.assign(ctx, { fillStyle: colour, textAlign: align, textBaseline: "alphabetic", letterSpacing: `${gap}px`, direction: rtl ? "rtl" : "ltr" });
  ctx.fillText(text, x, y);
  ctx.letterSpacing = "0px";
}

/** Draws inside its own state: moved to (x, y), turned, scaled, faded. */
export function within(ctx, { x = 0, y = 0, turn = 0, scale = 1, sx = scale, sy = scale, fade = 1 }, draw) {
  if (fade <= 0) return;
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(turn);
  ctx.scale(sx, sy);
  ctx.globalAlpha *= fade;
  draw(ctx);
  ctx.restore();
}

export function box(ctx, x, y, width, height, colour, radius = 0) {
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, radius);
  ctx.fillStyle = colour;
  ctx.fill();
}

export function disc(ctx, x, y, radius, colour) {
  ctx.beginPath();
  ctx.arc(x, y, Math.max(radius, 0), 0, TAU);
  ctx.fillStyle = colour;
  ctx.fill();
}

// The creators' own designs, coloured and drawn once

/** One of the studio's designs as a picture, `palette` filling its tokens. */
export async function design(creator, id, palette, width) {
  const answer = await fetch(`/crates/studio/designs/${creator}/${id}.svg`);
  if (!answer.ok) throw new Error(`There is no design ${creator}/${id}.`);
  const text = (await answer.text()).replace(/\{(\w+)\}/g, (_, token) => palette[token] ?? "#000");
  const [, , w, h] = /viewBox="([\d.\s-]+)"/.exec(text)[1].split(/\s+/).map(Number);
  const height = Math.round((width * h) / w);
  const picture = new Image(width, height);
  const sized = text.replace(/<svg /, `<svg width="${width}" height="${height}" `);
  picture.src = URL.createObjectURL(new Blob([sized], { type: "image/svg+xml" }));
  await picture.decode();
  const sheet = new OffscreenCanvas(width, height);
  sheet.getContext("2d").drawImage(picture, 0, 0, width, height);
  return sheet;
}

// The doors

let scene;
const canvas = document.getElementById("stage");

/** Loads one creator's scene and what it needs. */
globalThis.enter = async (handle) => {
  scene = await import(`./scenes/${handle}.js`);
  await scene.ready();
  // A first frame nobody sees, so that every font is loaded when it counts.
  await globalThis.frame(0);
  await document.fonts.ready;
  return { length: scene.length, poster: scene.poster };
};

/** One frame, in base64. */
globalThis.frame = async (t, format = "image/jpeg") => {
  const ctx = canvas.getContext("2d", { alpha: false });
  ctx.reset();
  scene.draw(ctx, t);
  return canvas.toDataURL(format, 1).split(",")[1];
};
