// Runs in the page of `bench smooth`: frames, long tasks and whose code was in them; opening and closing a product.
(() => {
  if (window !== top) return;
  const element = () => document.querySelector("fan-shelf").shadowRoot;
  const frames = [];
  const tasks = [];
  const ours = [];
  let watching = false;
  let last;
  const tick = (now) => {
    if (watching && last !== undefined) frames.push(now - last);
    last = now;
    if (watching) requestAnimationFrame(tick);
  };
  const observe = (type, see) => new PerformanceObserver((list) => list.getEntries().forEach((entry) => watching && see(entry))).observe({ type });
  observe("longtask", (entry) => tasks.push(entry.duration));
  // A long frame names the scripts in it; what they ran is wasm as well, which is called from them.
  observe("long-animation-frame", (entry) => {
    for (const script of entry.scripts) if (script.sourceURL.startsWith("https://shop.example/") && script.duration > 50) ours.push(script.duration);
  });

  const until = (seen) =>
    new Promise((found) => {
      const look = () => (seen() ? found() : requestAnimationFrame(look));
      look();
    });
  const panel = () => element().querySelector(".panel");
  const open = () => panel()?.checkVisibility() && panel().querySelector(".product-title");

  window.__frames = {
    begin() {
      for (const list of [frames, tasks, ours]) list.length = 0;
      last = undefined;
      watching = true;
      requestAnimationFrame(tick);
    },
    end() {
      watching = false;
      return { frames: [...frames], tasks: [...tasks], ours: [...ours] };
    },
    /** The middle of the first card. */
    row() {
      const { x, y, width, height } = element().querySelector(".card-button").getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    /** Opens a product and closes it again, that many times. */
    async cycle(times) {
      for (let done = 0; done < times; done += 1) {
        element().querySelector(".card-button").click();
        await until(open);
        const tools = panel().querySelectorAll(".panel-head .tool");
        tools[tools.length - 1].click();
        await until(() => !panel()?.checkVisibility());
      }
    },
  };
})();
