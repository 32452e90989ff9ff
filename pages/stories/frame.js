// The card form and the bank of a story. They speak the few messages that the real ones speak (src/host/card_frame.rs) and
// take nothing from anybody: whatever is asked, the card becomes a token at once.

const query = new URLSearchParams(location.search);
const lang = query.get("lang");
const words = {
  en: ["Card number", "Expiry date", "Security code", "Name on the card", "Is it you?", "A purchase at Noor’s shop waits for your word.", "Yes, pay", "No"],
  ar: ["رقم البطاقة", "تاريخ الانتهاء", "رمز الأمان", "الاسم على البطاقة", "هل هذا أنت؟", "عملية شراء من متجر نور تنتظر موافقتك.", "نعم، ادفع", "لا"],
  ja: ["カード番号", "有効期限", "セキュリティコード", "カードの名義", "ご本人ですか", "Noorのショップでのお買い物が確認を待っています。", "はい、支払う", "いいえ"],
};
const say = words[lang] ?? words.en;
const root = document.documentElement;
root.lang = words[lang] ? lang : "en";
root.dir = lang === "ar" ? "rtl" : "ltr";
root.dataset.scheme = query.get("scheme") ?? "";

const make = (name, ...children) => {
  const node = document.createElement(name);
  node.append(...children);
  return node;
};

function card() {
  const samples = ["4242 4242 4242 4242", "12 / 30", "123", "Robin Vale"];
  const fields = say.slice(0, 4).map((text, index) => {
    const input = make("input");
    input.dir = index < 3 ? "ltr" : "auto";
    input.placeholder = index < 3 ? samples[index] : "";
    input.autocomplete = "off";
    return make("label", text, input);
  });
  const parent = query.get("parent");
  const tell = (message) => window.parent.postMessage(message, parent);
  window.addEventListener("message", ({ data, origin, source }) => {
    if (data?.fan !== "card.tokenize" || origin !== parent || source !== window.parent) return;
    const display = { brand: "visa", last_digits: "4242", expiry_month: 12, expiry_year: 2030 };
    tell({ fan: "card.token", id: data.id, token: "tok_story", display });
  });
  document.body.append(make("main", make("form", ...fields)));
  tell({ fan: "card.ready", height: root.scrollHeight });
}

function bank() {
  const main = make("main", make("h1", say[4]), make("p", say[5]), make("button", say[6]), make("button", say[7]));
  main.className = "bank";
  document.body.append(main);
}

/** The shop's own page in the sheet (UCP "Embedded Protocol"). */
function shop() {
  bank();
  window.parent.postMessage({ jsonrpc: "2.0", id: 1, method: "ec.ready", params: {} }, location.origin);
}

// Any other kind stays silent, as a processor does that takes its time.
({ card, bank, shop })[query.get("kind")]?.();
