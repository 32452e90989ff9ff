// Bisseh, the cat: sitting, breathing, looking at the moon.

import { inkAll, line, paint, part, ring, span, spline } from "../../stage.js";
import { INK, PAPER, ORANGE, dusk } from "./light.js";

/** A band of even width along `points`. */
function ribbon(points, width) {
  const edge = (side) => points.map(([x, y], i) => {
    const [a, b] = [points[Math.max(0, i - 1)], points[Math.min(points.length - 1, i + 1)]];
    const turn = Math.atan2(b[1] - a[1], b[0] - a[0]) + (Math.PI / 2) * side;
    const w = (width / 2) * (i > points.length - 6 ? (points.length - i) / 6.5 : 1);
    return [x + Math.cos(turn) * w, y + Math.sin(turn) * w];
  });
  return [...edge(1), ...edge(-1).reverse()];
}

/** Everything of her, about her own feet; `life` moves her, `look` (0 to 1) turns her to the moon. */
function bisseh(life, look) {
  const sway = Math.sin(life * 1.5) * 16;
  const breath = Math.sin(life * 2.1) * 1.5;
  const tail = ribbon(spline([[52, -16], [104, -10], [138, -40], [130 + sway * 0.4, -92], [152 + sway, -138]]), 27);
  const body = spline([[-60, 0], [-78, -40], [-68, -98 - breath], [-44, -142], [0, -152], [44, -142], [68, -98 - breath], [80, -40], [62, 0], [0, 5]], true);
  const chest = spline([[-28, -136], [0, -146], [28, -136], [32, -96], [0, -62], [-32, -96]], true);
  const legs = [spline([[-30, -74], [-30, -30], [-36, 2]]), spline([[30, -74], [30, -30], [36, 2]]), spline([[0, -56], [0, 2]]),
    spline([[-62, -2], [-50, -26], [-36, -34]]), spline([[62, -2], [50, -26], [36, -34]])];
  const marks = [[[-74, -70], [-52, -66]], [[-76, -48], [-54, -46]], [[74, -70], [52, -66]], [[77, -48], [55, -46]]];
  const turn = -0.16 * look + Math.sin(life * 0.9) * 0.02;
  const [hx, hy] = [-8 * look, -186 - breath];
  const on = (points) => points.map(([x, y]) => [hx + x * Math.cos(turn) - y * Math.sin(turn), hy + x * Math.sin(turn) + y * Math.cos(turn)]);
  const head = on(spline([[-72, -34], [-74, -70], [-64, -98], [-44, -78], [-26, -62], [0, -66], [26, -62], [44, -78], [64, -98], [74, -70], [72, -34], [84, 8], [60, 48], [0, 62], [-60, 48], [-84, 8]], true, 4));
  const ears = [on([[-64, -60], [-61, -84], [-40, -62]]), on([[64, -60], [61, -84], [40, -62]])];
  const gaze = [-5 * look, -4 * look];
  return { tail, body, chest, legs, marks, head, ears, on, gaze };
}

export function drawBisseh(ctx, { life, look, open, colour, p }) {
  const cat = bisseh(life, look);
  const fill = (points, tone, a, b) => paint(ctx, colour ? points : part([...points, points[0]], span(p, a, b)), colour ? dusk(tone, 0) : PAPER);
  const pens = [];
  const stroke = (strokes, width, a, b) => pens.push(inkAll(ctx, strokes, INK, width, span(p, a, b)));
  fill(cat.tail, ORANGE, 0.72, 0.86);
  stroke([[...cat.tail, cat.tail[0]]], 4.5, 0.72, 0.86);
  fill(cat.body, ORANGE, 0.28, 0.52);
  if (colour) paint(ctx, cat.chest, dusk(PAPER, 0));
  if (colour) for (const mark of cat.marks) line(ctx, mark, dusk("#b44a1f", 0), 9);
  stroke([cat.body], 5, 0.28, 0.52);
  stroke(cat.legs, 4, 0.52, 0.72);
  fill(cat.head, ORANGE, 0, 0.28);
  if (colour) {
    for (const ear of cat.ears) paint(ctx, ear, dusk("#eaa58a", 0));
    for (const x of [-14, 0, 14]) line(ctx, cat.on([[x, -58], [x * 0.8, x ? -40 : -34]]), dusk("#b44a1f", 0), 8);
    paint(ctx, cat.on(spline([[0, 8], [30, 16], [36, 38], [0, 58], [-36, 38], [-30, 16]], true)), dusk(PAPER, 0));
    for (const x of [-52, 52]) paint(ctx, cat.on(ring(x, 24, 12, 7)), dusk("#eaa58a", 0));
  }
  stroke([cat.head], 5, 0, 0.28);
  const [gx, gy] = cat.gaze;
  const faces = [];
  if (open > 0.15) {
    for (const x of [-31, 31]) {
      const eye = cat.on(ring(x + gx, -2 + gy, 13, 15 * open));
      paint(ctx, eye, "#fff6e2");
      paint(ctx, cat.on(ring(x + gx * 1.9, -2 + gy * 1.9, 7, 11 * open)), INK);
      line(ctx, eye, INK, 4);
    }
  } else {
    faces.push(cat.on(spline([[-45 + gx, -4], [-31 + gx, 6], [-17 + gx, -4]])), cat.on(spline([[45 + gx, -4], [31 + gx, 6], [17 + gx, -4]])));
  }
  if (colour) paint(ctx, cat.on([[-8 + gx, 14], [8 + gx, 14], [gx, 23]]), "#8c3a3a");
  faces.push(cat.on(spline([[-16 + gx, 32], [-6 + gx, 34], [gx, 23], [6 + gx, 34], [16 + gx, 32]])));
  for (const side of [-1, 1]) for (const v of [0, 10, 20]) faces.push(cat.on(spline([[side * 56, 22 + v * 0.6], [side * 84, 18 + v], [side * 112, 20 + v * 1.3]])));
  stroke(faces, 3.2, 0.86, 1);
  return pens.find(Boolean);
}
