// The legal page has both languages in its HTML; only the shared words around it need putting in place.

import { chosen, speak } from "./demo.js";

const say = speak();
document.title = `${say.legal} · ${say.platform}`;
for (const link of document.querySelectorAll("a[data-policy]")) link.search = `?lang=${chosen.lang}`;
