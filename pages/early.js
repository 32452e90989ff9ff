// Settles language, direction and light or dark on <html> before anything is painted, and sends for the page's words. A
// classic script, because a module would run after the first paint and an Arabic reader would see the page flip.
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem("lantern")) ?? {};
  } catch {
    // Storage is refused or holds something else: the address and the browser decide.
  }
  const languages = ["en", "ar", "es", "fr", "de", "ja", "he", "pt-BR", "hi", "id", "tr"];
  // The part before the region decides: somebody from Lisbon reads the Portuguese of Brazil rather than English.
  const first = (tag) => tag?.split(/[-_]/)[0].toLowerCase();
  const wishes = [query.get("lang"), kept.lang, ...navigator.languages];
  root.lang = wishes.map((wish) => languages.find((known) => first(known) === first(wish))).find(Boolean) ?? "en";
  root.dir = root.lang === "ar" || root.lang === "he" ? "rtl" : "ltr";
  // demo.js asks for the same file and gets this answer; when it fails, it fails there, where it is noticed.
  import(`/pages/words/${root.lang}.js`).catch(() => {});
  const scheme = query.get("scheme") ?? kept.scheme;
  if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
})();
