// Noor's colours, and what the evening makes of them.

import { mix } from "../../stage.js";

export const INK = "#2e2320";
export const PAPER = "#f7ecd9";
export const ORANGE = "#d9622b";
export const GREEN = "#2f6d62";
export const OCHRE = "#e9b44c";
export const NAVY = "#1f2440";
export const palette = { ink: INK, paper: PAPER, accent: ORANGE, second: GREEN, third: OCHRE };

/** How far the evening has gone (0 to 1), for `dusk`. */
export let night = 0;
/** A colour in this light: the evening takes the red out of it, from far things (`depth` 1) more than from near ones. */
export function dusk(colour, depth) {
  const parts = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));
  const light = [0.3, 0.34, 0.62];
  return `rgb(${parts.map((part, i) => Math.round(part * (1 - night * mix(0.26, 0.74, depth) * (1 - light[i])))).join(" ")})`;
}

/** Lets the evening be this far. */
export function fall(to) {
  night = to;
}
