// The three kinds of device and link. `link` is charged by the relay below TLS; `cpu` is Chromium's own slow-down.
export const profiles = {
  phone: { title: "phone", cpu: 4, link: { down: 1.6, up: 0.75, rtt: 150 }, viewport: { width: 412, height: 823 }, scale: 1.75, mobile: true },
  "4g": { title: "fast 4G", cpu: 1, link: { down: 9, up: 9, rtt: 60 }, viewport: { width: 412, height: 823 }, scale: 1.75, mobile: true },
  desktop: { title: "desktop", cpu: 1, viewport: { width: 1280, height: 800 }, scale: 1, mobile: false },
};

export const links = Object.fromEntries(Object.entries(profiles).filter(([, { link }]) => link).map(([name, { link }]) => [name, link]));

/** Ours first; the ratios are to the others. */
export const contestants = ["fanshelf", "shopify", "drop-in", "floor"];

export const titles = {
  fanshelf: "Fanshelf",
  shopify: "Buy Button",
  "drop-in": "drop-in.js",
  floor: "floor",
};
