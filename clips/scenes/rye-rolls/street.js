// The street, by day and by night, and what stands in the way.

import { H, W, box, dice, disc, line, paint, within } from "../../stage.js";
import { INK, PAPER, TEAL, GOLD, PURPLE, ORANGE } from "./hand.js";

/** The street going by. */
export function street(ctx, t, night) {
  const run = t * 640;
  box(ctx, 0, 0, W, H, night ? PURPLE : GOLD);
  if (night) disc(ctx, 1010, 150, 74, PAPER);
  else {
    disc(ctx, 900, 330, 230, ORANGE);
    disc(ctx, 900, 330, 190, PAPER);
  }
  const blocks = [["#7fd9cd", "#3a2f73", 0.12, 0, 250], [TEAL, "#2f2560", 0.3, 3, 330]];
  for (const [day, dark, pace, seed, base] of blocks) {
    const chance = dice(seed + 11);
    const heights = Array.from({ length: 12 }, () => 90 + chance() * 150);
    const shift = (run * pace) % (12 * 170);
    for (let i = 0; i < 24; i += 1) {
      const x = i * 170 - shift;
      if (x < -190 || x > W + 20) continue;
      const top = base + 130 - heights[i % 12];
      box(ctx, x, top, 158, 600, night ? dark : day);
      line(ctx, [[x, 600], [x, top], [x + 158, top], [x + 158, 600]], INK, pace > 0.2 ? 7 : 4);
      for (let v = 0; v < 4; v += 1) for (let u = 0; u < 3; u += 1) {
        const lit = night && (i * 7 + v * 3 + u * 5) % 6 === 0;
        box(ctx, x + 20 + u * 44, top + 26 + v * 50, 28, 30, lit ? GOLD : night ? "#191238" : pace > 0.2 ? "#0c8479" : "#52bfb2", 3);
      }
    }
  }
  box(ctx, 0, 536, W, 30, PAPER);
  for (let i = 0; i < 36; i += 1) {
    const x = i * 60 - (run % 120);
    if (i % 2) box(ctx, x, 536, 60, 30, INK);
  }
  line(ctx, [[0, 536], [W, 536]], INK, 7);
  box(ctx, 0, 566, W, 160, night ? "#120d29" : "#3a3240");
  line(ctx, [[0, 566], [W, 566]], INK, 8);
  for (let i = 0; i < 7; i += 1) box(ctx, i * 240 - ((run * 1.15) % 240), 668, 130, 12, PAPER, 4);
}

export function cone(ctx, x, y) {
  within(ctx, { x, y }, () => {
    box(ctx, -52, -14, 104, 18, INK, 5);
    paint(ctx, [[-38, -12], [-12, -112], [12, -112], [38, -12]], ORANGE);
    paint(ctx, [[-29, -46], [-21, -78], [21, -78], [29, -46]], PAPER);
    line(ctx, [[-38, -12], [-12, -112], [12, -112], [38, -12], [-38, -12]], INK, 8);
  });
}
