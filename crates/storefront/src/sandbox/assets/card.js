// The card-entry frame. Card details stay in this document; the page around it hears of a token only.
"use strict";

const root = document.getElementById("card");
const form = root.querySelector("form");
const fields = Object.fromEntries(["number", "expiry", "cvc", "name"].map((name) => [name, document.getElementById(name)]));
const brandMark = document.getElementById("brand");
const parentOrigin = root.dataset.parent;
const framed = window.parent !== window && parentOrigin !== "";
const labels = { visa: "Visa", mastercard: "Mastercard", amex: "Amex" };
let busy = false;
let wasComplete = null;

if (root.dataset.accent && CSS.supports("color", root.dataset.accent)) {
  document.documentElement.style.setProperty("--accent", root.dataset.accent);
}

const tell = (message) => {
  if (framed) window.parent.postMessage(message, parentOrigin);
};

// Digits of Arabic, Persian and full-width keyboards are digits too.
const digits = (text) =>
  text
    .replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (letter) => String((letter.charCodeAt(0) & 0xff) % 16))
    .replace(/\D/g, "");

const brandOf = (number) => {
  if (/^4/.test(number)) return "visa";
  if (/^3[47]/.test(number)) return "amex";
  if (/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/.test(number)) return "mastercard";
  return "";
};

const group = (number) => {
  const cuts = brandOf(number) === "amex" ? [4, 10, 15] : [4, 8, 12, 16, 19];
  let start = 0;
  return cuts
    .map((end) => {
      const part = number.slice(start, end);
      start = end;
      return part;
    })
    .filter(Boolean)
    .join(" ");
};

const luhn = (number) => {
  let sum = 0;
  [...number].reverse().forEach((letter, place) => {
    const digit = Number(letter) * (place % 2 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  });
  return sum % 10 === 0;
};

const formatExpiry = (text, deleting) => {
  // Autofill gives 04/2030, people type 4, 04, 0430.
  const spelled = text.match(/^\s*(\d{1,2})\s*[/\-.]\s*(?:20)?(\d{2})\s*$/);
  let raw = spelled ? spelled[1].padStart(2, "0") + spelled[2] : digits(text);
  if (/^[2-9]/.test(raw)) raw = "0" + raw;
  if (raw.length > 4 && raw.slice(2, 4) === "20") raw = raw.slice(0, 2) + raw.slice(4);
  raw = raw.slice(0, 4);
  if (raw.length < 2 || (raw.length === 2 && deleting)) return raw;
  return raw.slice(0, 2) + " / " + raw.slice(2);
};

// Puts formatted text into a field and the caret behind as many digits as it stood behind before.
const reformat = (input, text) => {
  if (input.value === text) return;
  const before = digits(input.value.slice(0, input.selectionStart ?? input.value.length)).length;
  const atEnd = input.selectionStart === input.value.length;
  input.value = text;
  if (document.activeElement !== input) return;
  let caret = text.length;
  if (!atEnd) {
    caret = 0;
    for (let seen = 0; caret < text.length && seen < before; caret += 1) if (/\d/.test(text[caret])) seen += 1;
  }
  input.setSelectionRange(caret, caret);
};

const expiry = () => {
  const raw = digits(fields.expiry.value);
  return raw.length === 4 ? { month: Number(raw.slice(0, 2)), year: 2000 + Number(raw.slice(2)) } : null;
};

// What is wrong with a field, in words; empty when nothing is.
const fault = (name) => {
  if (name === "number") {
    const number = digits(fields.number.value);
    if (!number) return root.dataset.numberMissing;
    return number.length >= 13 && luhn(number) ? "" : root.dataset.numberInvalid;
  }
  if (name === "expiry") {
    const when = expiry();
    if (!when || when.month < 1 || when.month > 12) return root.dataset.expiryInvalid;
    const now = new Date();
    const past = when.year < now.getUTCFullYear() || (when.year === now.getUTCFullYear() && when.month < now.getUTCMonth() + 1);
    return past ? root.dataset.expiryPast : "";
  }
  if (name === "cvc") {
    const wanted = brandOf(digits(fields.number.value)) === "amex" ? 4 : 3;
    if (!fields.cvc.value) return root.dataset.cvcMissing;
    return digits(fields.cvc.value).length === wanted ? "" : root.dataset.cvcInvalid;
  }
  return "";
};

const mark = (name, text) => {
  const error = document.getElementById(name + "-error");
  if (fields[name]) {
    if (text) fields[name].setAttribute("aria-invalid", "true");
    else fields[name].removeAttribute("aria-invalid");
  }
  error.textContent = text;
  error.hidden = !text;
};

const state = () => {
  const complete = Object.keys(fields).every((name) => !fault(name));
  if (complete !== wasComplete) {
    wasComplete = complete;
    tell({ fan: "card.state", complete });
  }
};

const check = (name) => {
  mark(name, fault(name));
  return !fault(name);
};

for (const [name, input] of Object.entries(fields)) {
  input.addEventListener("input", (event) => {
    const deleting = String(event.inputType || "").startsWith("delete");
    if (name === "number") {
      reformat(input, group(digits(input.value)));
      const brand = brandOf(digits(input.value));
      brandMark.hidden = !brand;
      brandMark.textContent = labels[brand] || "";
      brandMark.dataset.brand = brand;
    }
    if (name === "expiry") reformat(input, formatExpiry(input.value, deleting));
    if (name === "cvc") reformat(input, digits(input.value).slice(0, 4));
    // Being corrected: the complaint goes as soon as it is no longer true, and comes back on leaving the field only.
    if (input.hasAttribute("aria-invalid") && !fault(name)) mark(name, "");
    mark("form", "");
    state();
  });
  // Enter is the host's button.
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) tell({ fan: "card.submit" });
  });
  input.addEventListener("blur", () => {
    if (input.value) check(name);
  });
}

form.addEventListener("submit", (event) => event.preventDefault());

for (const button of root.querySelectorAll("button[data-number]")) {
  button.addEventListener("click", () => {
    const number = button.dataset.number;
    const filled = {
      number,
      expiry: "12 / " + String((new Date().getUTCFullYear() + 3) % 100).padStart(2, "0"),
      cvc: brandOf(number) === "amex" ? "1234" : "123",
      name: fields.name.value || "Test Card",
    };
    for (const [name, value] of Object.entries(filled)) {
      fields[name].value = value;
      fields[name].dispatchEvent(new Event("input"));
      mark(name, "");
    }
    fields.number.focus();
  });
}

const setBusy = (value) => {
  busy = value;
  for (const input of Object.values(fields)) input.readOnly = value;
  root.toggleAttribute("data-busy", value);
};

const tokenize = async (id) => {
  if (busy) return;
  const wrong = Object.keys(fields).filter((name) => !check(name));
  if (wrong.length) {
    fields[wrong[0]].focus();
    tell({ fan: "card.invalid", id });
    return;
  }
  setBusy(true);
  const when = expiry();
  try {
    const answer = await fetch("/tokenize", {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": root.dataset.lang },
      body: JSON.stringify({
        credential: {
          type: "card",
          card_number_type: "fpan",
          number: digits(fields.number.value),
          expiry_month: when.month,
          expiry_year: when.year,
          cvc: digits(fields.cvc.value),
          name: fields.name.value.trim(),
        },
        binding: { checkout_id: root.dataset.checkout, identity: { access_token: root.dataset.business } },
      }),
      signal: AbortSignal.timeout(15000),
    });
    const body = await answer.json();
    if (answer.ok) {
      tell({ fan: "card.token", id, token: body.token, display: body.display });
    } else if (answer.status === 422 && body.field && fields[body.field]) {
      mark(body.field, body.content);
      fields[body.field].focus();
      tell({ fan: "card.invalid", id });
    } else {
      mark("form", body.content || root.dataset.failed);
      tell({ fan: "card.failed", id, retryable: answer.status >= 500 });
    }
  } catch {
    mark("form", root.dataset.failed);
    tell({ fan: "card.failed", id, retryable: true });
  } finally {
    setBusy(false);
  }
};

window.addEventListener("message", (event) => {
  if (event.source !== window.parent || event.origin !== parentOrigin) return;
  const message = event.data;
  if (message && typeof message === "object" && message.fan === "card.tokenize") tokenize(message.id);
});

// The frame is as tall as what is in it.
const height = () => Math.ceil(root.getBoundingClientRect().height);
let told = height();
tell({ fan: "card.ready", height: told });
state();
new ResizeObserver(() => {
  if (height() === told) return;
  told = height();
  tell({ fan: "card.height", height: told });
}).observe(root);
