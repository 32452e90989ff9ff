// The demo's mailbox: a list of letters, and the chosen one in a frame that runs nothing.

import { chosen, speak } from "./demo.js";

const say = speak();
document.title = `${say.mailbox} · ${say.platform}`;
const list = document.querySelector("#letters");
const none = document.querySelector("#none");
const frame = document.querySelector("#letter");
frame.title = say.letter;

const time = new Intl.DateTimeFormat(chosen.lang, { dateStyle: "medium", timeStyle: "short" });
let shown = "";

/** Puts a letter into the frame and marks it in the list. */
function open(id) {
  shown = id;
  frame.src = `/mailbox/messages/${id}`;
  frame.hidden = false;
  mark();
}

function mark() {
  for (const button of list.querySelectorAll("button")) button.setAttribute("aria-current", String(button.value === shown));
}

function row(letter) {
  const line = (className, text) => {
    const span = document.createElement("span");
    span.className = className;
    span.dir = "auto";
    span.textContent = text;
    return span;
  };
  const button = document.createElement("button");
  button.type = "button";
  button.value = letter.id;
  const subject = line("mailbox-subject", letter.subject);
  subject.lang = letter.language;
  button.append(subject, line("mailbox-to", letter.recipient), line("mailbox-at", time.format(new Date(letter.at))));
  button.addEventListener("click", () => open(letter.id));
  const item = document.createElement("li");
  item.append(button);
  return item;
}

let known = "";

/** Reads the list; redraws it only when something has arrived. */
async function look() {
  const answer = await fetch("/mailbox/messages");
  if (!answer.ok) return;
  const letters = await answer.json();
  const now = letters.map((letter) => letter.id).join();
  if (now === known) return;
  known = now;
  none.hidden = letters.length > 0;
  const focused = document.activeElement?.closest("#letters button")?.value;
  list.replaceChildren(...letters.map(row));
  if (focused) list.querySelector(`button[value="${CSS.escape(focused)}"]`)?.focus();
  if (shown) mark();
  else if (letters.length > 0) open(letters[0].id);
}

// A failed look is tried again with the next one.
const later = () => look().catch(() => {});
later();
setInterval(() => document.visibilityState === "visible" && later(), 3000);
