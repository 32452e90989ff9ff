// The shop of a story: it answers as the story's file says, through the page's own `fetch`, so that the widget's transport
// and everything behind it is what runs for a shopper.
//
// Story files are JSON with three abbreviations, which tests/stories.rs reads in the same way:
//   {"$use": "carts#two", …}   the member `two` of stories/data/carts.json, with the other members laid over it (RFC 7396)
//   "@total"                   a text of stories/data/words.json in the language asked for, else in English
//   "{site}"                   this page's origin

/** Where the shop of every story is; nothing is ever sent there. */
export const STORE = "https://shop.example";
const API = `${STORE}/ucp/v1`;

const fetchForReal = window.fetch.bind(window);
const files = {};

/** A file below /stories. */
export const load = (name) =>
  (files[name] ??= fetchForReal(`/stories/${name}.json`).then((answer) => {
    if (!answer.ok) throw new Error(`there is no story file ${name}`);
    return answer.json();
  }));

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** RFC 7396: objects are merged, null takes a member away, everything else replaces. */
function merge(base, patch) {
  if (!isObject(patch)) return patch;
  const merged = isObject(base) ? { ...base } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    else merged[name] = merge(merged[name], value);
  }
  return merged;
}

/** A value without abbreviations. */
export async function resolve(value, lang) {
  if (typeof value === "string") {
    if (value.startsWith("@")) {
      const text = (await load("data/words"))[value.slice(1)];
      if (!text) throw new Error(`there are no words ${value}`);
      return text[lang] ?? text.en;
    }
    return value.replace("{site}", location.origin);
  }
  if (Array.isArray(value)) return Promise.all(value.map((item) => resolve(item, lang)));
  if (!isObject(value)) return value;
  const { $use, ...own } = value;
  if ($use) {
    const [file, name] = $use.split("#");
    const base = (await load(`data/${file}`))[name];
    if (base === undefined) throw new Error(`there is no ${$use}`);
    return merge(await resolve(base, lang), await resolve(own, lang));
  }
  const entries = Object.entries(own).map(async ([name, item]) => [name, await resolve(item, lang)]);
  return Object.fromEntries(await Promise.all(entries));
}

/** `GET /carts/*` fits `GET /carts/cart_1`. */
const fits = (pattern, asked) => {
  const [wanted, given] = [pattern.split("/"), asked.split("/")];
  return wanted.length === given.length && wanted.every((part, index) => part === "*" || part === given[index]);
};

/**
 * From now on this page's requests to the story's shop are answered by `answers`, in their order; the last one that fits
 * stays. Where a story says so, the chunk of checkout or order never comes, or cannot come. Returns how many requests wait for
 * an answer that will come.
 */
export function open(answers, profile, chunks) {
  const told = answers.map((answer) => ({ ...answer, used: false }));
  let waiting = 0;
  const give = async ({ never, offline, status = 200, body }) => {
    if (never) return new Promise(() => {});
    waiting += 1;
    try {
      // Answers never come within the task that asked for them.
      await new Promise((soon) => setTimeout(soon));
      if (offline) throw new TypeError("Failed to fetch");
      return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
    } finally {
      // The asker reads the answer before it counts as given.
      setTimeout(() => (waiting -= 1), 30);
    }
  };
  window.fetch = (resource, options = {}) => {
    const url = String(resource.url ?? resource);
    if (chunks && /\/split_(checkout|order)-/.test(url)) return give(chunks === "never" ? { never: true } : { offline: true });
    if (!url.startsWith(STORE)) return fetchForReal(resource, options);
    if (url === `${STORE}/.well-known/ucp`) return give({ body: profile });
    const asked = `${options.method ?? "GET"} ${url.slice(API.length)}`;
    const fitting = told.filter((answer) => fits(answer.to, asked));
    const answer = fitting.find((answer) => !answer.used) ?? fitting.at(-1);
    if (!answer) {
      console.error(`the story has no answer to ${asked}`);
      return give({ status: 404, body: { code: "no_story", content: asked } });
    }
    answer.used = true;
    return give(answer);
  };
  return () => waiting;
}
