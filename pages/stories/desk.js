// The desk: all stories by screen, one of them on the stage, and switches for how it is shown. What is chosen is in the
// address, so that a view can be handed on.

import { currencies } from "./player.js";
import { load } from "./shop.js";

const languages = ["en", "ar", "es", "fr", "de", "ja", "he", "pt-BR", "hi", "id", "tr"];
const themes = ["paper", "night", "pop", "press"];
/** Width and height of what a story is looked at on, in CSS pixels. */
const devices = { narrow: [240, 520], phone: [390, 844], tablet: [820, 1180], desktop: [1280, 800], wide: [1600, 900] };
/** A switch: its name in the address, what it is called, its values; the first stands for "as it is". */
const switches = [
  ["device", "Width", Object.keys(devices)],
  ["layout", "Layout", ["", "row", "grid", "list", "spotlight", "bar", "pin", "bag"]],
  ["theme", "Theme", ["", ...themes]],
  ["scheme", "Light", ["", "light", "dark"]],
  ["lang", "Language", languages],
  ["country", "Country", ["", ...Object.keys(currencies)]],
];

function make(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in node) node[key] = value;
    else node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}

export async function open(query) {
  const stories = await load("index");
  const chosen = {
    story: query.get("story") ?? stories[0].story,
    device: query.get("device") ?? "phone",
    view: query.get("view") ?? "one",
  };
  for (const [name] of switches) chosen[name] ??= query.get(name) ?? "";
  if (!devices[chosen.device]) chosen.device = "phone";
  if (!chosen.lang) chosen.lang = "en";

  const stage = make("div", { className: "desk-stage" });
  const name = make("h1", { className: "desk-name" });
  const note = make("p", { className: "desk-note" });
  const alone = make("a", { className: "desk-alone", target: "_blank", rel: "noopener" }, "Open alone");
  const told = make("pre", { tabIndex: 0, ariaLabel: "The story's file" });
  const file = make("details", { className: "desk-file" }, make("summary", {}, "What the shop says"), told);

  const address = (changes = {}) => {
    const parameters = new URLSearchParams({ story: chosen.story });
    for (const [key] of switches) {
      const value = changes[key] ?? chosen[key];
      if (value && key !== "device") parameters.set(key, value);
    }
    return `/pages/stories.html?${parameters}`;
  };

  function frame(changes, title) {
    const [width, height] = devices[chosen.device];
    const view = make("iframe", { className: "desk-frame", title, src: address(changes), width, height });
    const figure = make("figure", { className: "desk-figure" }, view);
    if (chosen.view !== "one") figure.append(make("figcaption", {}, title));
    return figure;
  }

  /** As large as it fits; a stage of several shows them small. */
  function fit() {
    const [width, height] = devices[chosen.device];
    const room = { one: [stage.clientWidth - 48, stage.clientHeight - 48], themes: [(stage.clientWidth - 48 - 72) / 4, Infinity] };
    const [wide, high] = room[chosen.view] ?? room.one;
    stage.style.setProperty("--scale", Math.min(1, wide / width, high / height));
  }

  async function show() {
    const story = stories.find((story) => story.story === chosen.story) ?? stories[0];
    chosen.story = story.story;
    name.textContent = story.name;
    note.textContent = story.note;
    alone.href = address();
    document.title = `${story.name} · Fanshelf stories`;
    const views =
      chosen.view === "themes"
        ? ["light", "dark"].flatMap((scheme) => themes.map((theme) => frame({ theme, scheme }, `${theme}, ${scheme}`)))
        : [frame({}, story.name)];
    stage.dataset.view = chosen.view;
    const [width, height] = devices[chosen.device];
    stage.style.setProperty("--width", `${width}px`);
    stage.style.setProperty("--height", `${height}px`);
    stage.replaceChildren(...views);
    fit();
    for (const link of list.querySelectorAll("a")) {
      const here = link.dataset.story === chosen.story;
      if (here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    told.textContent = JSON.stringify(await load(chosen.story), null, 2);
    const parameters = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
    history.replaceState(null, "", `?desk&${parameters}`);
  }

  const choose = (key, value) => {
    chosen[key] = value;
    show();
  };

  function pick([key, label, values]) {
    const words = (value) => value || "as it is";
    const options = values.map((value) => make("option", { value, selected: chosen[key] === value }, words(value)));
    const select = make("select", { onchange: ({ target }) => choose(key, target.value) }, ...options);
    return make("label", { className: "desk-switch" }, make("span", {}, label), select);
  }

  const screens = [...new Set(stories.map(({ story }) => story.split("/")[0]))];
  const list = make("div", { className: "desk-list" });
  for (const screen of screens) {
    const links = stories
      .filter(({ story }) => story.startsWith(`${screen}/`))
      .map(({ story, name, note }) => {
        const link = make("a", { href: `?desk&story=${story}`, title: note }, name);
        link.dataset.story = story;
        link.addEventListener("click", (event) => {
          if (event.metaKey || event.ctrlKey) return;
          event.preventDefault();
          choose("story", story);
        });
        return make("li", {}, link);
      });
    list.append(make("h2", {}, screen, make("span", {}, String(links.length))), make("ul", {}, ...links));
  }

  const find = make("input", { type: "search", placeholder: "Find a story", ariaLabel: "Find a story", className: "desk-find" });
  find.addEventListener("input", () => {
    const wanted = find.value.trim().toLowerCase();
    for (const item of list.querySelectorAll("li")) {
      const link = item.firstChild;
      item.hidden = !`${link.dataset.story} ${link.textContent} ${link.title}`.toLowerCase().includes(wanted);
    }
    for (const group of list.querySelectorAll("ul")) {
      const none = [...group.children].every((item) => item.hidden);
      group.hidden = none;
      group.previousSibling.hidden = none;
    }
  });

  const side = make("input", { type: "checkbox", checked: chosen.view === "themes", onchange: ({ target }) => choose("view", target.checked ? "themes" : "one") });
  const tools = make("div", { className: "desk-tools" }, ...switches.map(pick), make("label", { className: "desk-check" }, side, "All themes"));
  const head = make("header", { className: "desk-head" }, make("div", { className: "desk-title" }, name, note), alone);
  document.body.className = "desk";
  const mark = make("p", { className: "desk-mark" }, "Fanshelf stories");
  document.body.replaceChildren(
    make("nav", { className: "desk-nav", ariaLabel: "Stories" }, make("div", { className: "desk-top" }, mark, find), list),
    make("main", { className: "desk-main", ariaLabel: "The story" }, head, tools, stage, file),
  );
  // The arrow keys go through the stories, wherever the focus is but in a field.
  window.addEventListener("keydown", (event) => {
    if (event.target.matches?.("input, select, pre")) return;
    if (event.key === "/") {
      event.preventDefault();
      find.focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const shown = [...list.querySelectorAll("a")].filter((link) => link.checkVisibility());
    const next = step && shown[shown.findIndex((link) => link.dataset.story === chosen.story) + step];
    if (next) {
      event.preventDefault();
      next.focus();
      choose("story", next.dataset.story);
    }
  });
  new ResizeObserver(fit).observe(stage);
  await show();
  list.querySelector("[aria-current]")?.scrollIntoView({ block: "center" });
}
