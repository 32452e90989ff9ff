// Results as Markdown.
import { bars, figures, judge } from "./figures.mjs";
import { titles } from "./profiles.mjs";

const row = (cells) => `| ${cells.join(" | ")} |`;

/** One profile: a column each contestant, then ours over each peer's. */
export function table(summaries) {
  const names = Object.keys(summaries);
  const peers = names.filter((name) => name !== "fanshelf");
  const lines = [
    row(["measure", ...names.map((name) => titles[name]), ...peers.map((name) => `÷ ${titles[name]}`)]),
    row(["---", ...names.map(() => "---:"), ...peers.map(() => "---:")]),
  ];
  for (const [key, title, write] of figures) {
    if (names.every((name) => summaries[name][key] === undefined)) continue;
    const cell = (found) => {
      if (!found) return "–";
      const [median, least, most] = [found.median, found.least, found.most].map(write);
      return least === most ? median : `${median} [${least}, ${most}]`;
    };
    const ratio = (name) => {
      const [ours, theirs] = [summaries.fanshelf?.[key]?.median, summaries[name][key]?.median];
      return ours === undefined || !theirs ? "–" : (ours / theirs).toFixed(2);
    };
    lines.push(row([title, ...names.map((name) => cell(summaries[name][key])), ...peers.map(ratio)]));
  }
  return lines.join("\n");
}

/** The bars of the phone profile, and how many are missed. */
export function verdict(summaries) {
  const judged = bars.map((bar) => judge({ ...bar }, summaries));
  const lines = [row(["bar", "at most", "measured", ""]), row(["---", "---:", "---:", "---"])];
  for (const { title, bar, value, holds, by } of judged) lines.push(row([title, bar, value, holds ? "holds" : `missed: ${by}`]));
  return { text: lines.join("\n"), missed: judged.filter(({ holds }) => !holds).length };
}
