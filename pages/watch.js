// The watch page: one of three videos, the shelf under it, the other two beside it.

import { carry, choose, chosen, creators, dress, heading, isDark, keep, languages, markets, query, setDark, speak, themes } from "./demo.js";

const $ = (id) => document.getElementById(id);
const player = $("player");
const shelf = document.querySelector("fan-shelf");
const { handle, captions, seconds } = chosen.creator;

const clock = (total) => `${Math.floor(total / 60)}:${String(total % 60).padStart(2, "0")}`;
const named = (tag) => new Intl.DisplayNames(chosen.lang, { type: "language" }).of(tag);

/** The things that change with the creator but not with the language. */
function cast() {
  shelf.setAttribute("collection", handle);
  $("avatar").src = `/pages/art/${handle}.svg`;
  const tracks = captions.map((tag) => {
    const track = document.createElement("track");
    Object.assign(track, { kind: "captions", srclang: tag, label: new Intl.DisplayNames(tag, { type: "language" }).of(tag) });
    track.src = `/media/${handle}.${tag}.vtt`;
    return track;
  });
  player.append(...tracks);
  player.poster = `/media/${handle}.poster.webp`;
  // Somebody who asked for less motion starts the video themselves.
  player.autoplay = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  player.src = `/media/${handle}.webm`;
}

/** Everything with words in it; again after a change of language. */
async function tell() {
  const say = await speak();
  if (!say) return;
  const about = say.creators[handle];
  document.title = `${about.title} · ${say.platform}`;
  $("title").textContent = about.title;
  $("name").textContent = about.name;
  $("craft").textContent = about.craft;
  $("story").textContent = about.story;
  const list = new Intl.ListFormat(chosen.lang).format(captions.map(named));
  $("facts").textContent = `${clock(seconds)} · ${say.captions(list)}`;
  $("shop-link").textContent = about.shop;
  $("shop-link").href = carry(`/pages/embed.html?collection=${handle}`);
  $("embed").href = $("shop-link").href;
  $("demo-now").textContent = `${languages[chosen.lang]} · ${chosen.country}`;
  $("follow").textContent = chosen.followed.includes(handle) ? say.following : say.follow;
  $("follow").toggleAttribute("data-on", chosen.followed.includes(handle));
  $("next").replaceChildren(...creators.filter((other) => other.handle !== handle).map((other) => card(other, say)));

  const region = new Intl.DisplayNames(chosen.lang, { type: "region" });
  fill($("lang"), Object.entries(languages), chosen.lang);
  fill($("country"), Object.entries(markets).map(([code, money]) => [code, `${region.of(code)} · ${money}`]), chosen.country);
  fill($("theme"), [["", say.own], ...themes.map((name) => [name, say.themes[name]])], chosen.theme ?? "");
  caption();
}

/** Captions in the page's language, and no others. */
function caption() {
  for (const track of player.textTracks) track.mode = track.language === chosen.lang ? "showing" : "disabled";
}

/** One entry of "up next": picture, title, name, length. */
function card({ handle: other, seconds: length }, say) {
  const { title, name } = say.creators[other];
  const link = document.createElement("a");
  link.className = "clip";
  link.href = carry(`/?creator=${other}`);
  const picture = Object.assign(document.createElement("img"), {
    src: `/media/${other}.poster.webp`, alt: "", width: 320, height: 180, loading: "lazy", decoding: "async",
  });
  const part = (tag, text) => Object.assign(document.createElement("span"), { className: tag, textContent: text });
  const frame = part("clip-frame", "");
  frame.append(picture, part("clip-length", clock(length)));
  const lines = part("clip-lines", "");
  lines.append(part("clip-title", title), part("clip-name", name));
  link.append(frame, lines);
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function fill(select, entries, value) {
  select.replaceChildren(...entries.map(([key, text]) => new Option(text, key, key === value, key === value)));
}

/** What the shelf should know, its heading in the page's language first. */
function furnish() {
  shelf.setAttribute("heading", heading());
  dress(shelf);
}

cast();
// The browser chooses captions by its own language once it has the tracks; the page's language comes after that.
player.addEventListener("loadedmetadata", caption, { once: true });
furnish();
tell();

for (const name of ["lang", "country", "theme"]) {
  $(name).addEventListener("change", (event) => {
    choose(name, event.target.value || undefined);
    furnish();
    tell();
  });
}

$("follow").addEventListener("click", () => {
  const others = chosen.followed.filter((one) => one !== handle);
  chosen.followed = others.length === chosen.followed.length ? [...others, handle] : others;
  keep({ followed: chosen.followed });
  tell();
});

$("scheme").setAttribute("aria-pressed", isDark());
$("scheme").addEventListener("click", () => {
  setDark(!isDark());
  query.delete("scheme");
  $("scheme").setAttribute("aria-pressed", isDark());
});
