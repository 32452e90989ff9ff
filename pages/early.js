// Settles language, direction and light or dark on <html> before anything is painted. A classic script, because a
// module would run after the first paint and an Arabic reader would see the page flip.
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem("lantern")) ?? {};
  } catch {
    // Storage is refused or holds something else: the address and the browser decide.
  }
  const wishes = [query.get("lang"), kept.lang, ...navigator.languages];
  const spoken = wishes.map((tag) => tag?.slice(0, 2).toLowerCase()).find((tag) => tag === "en" || tag === "ar");
  root.lang = spoken ?? "en";
  root.dir = root.lang === "ar" ? "rtl" : "ltr";
  const scheme = query.get("scheme") ?? kept.scheme;
  if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
})();
