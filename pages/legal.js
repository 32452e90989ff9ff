// The legal page: the shared words around it, and its own text in the visitor's language.

import { chosen, speak } from "./demo.js";

const [say, { legal }] = await Promise.all([speak(), import(`./legal/${chosen.lang}.js`)]);
document.title = `${say.legal} · ${say.platform}`;
for (const node of document.querySelectorAll("[data-legal]")) node.textContent = legal[node.dataset.legal];
for (const link of document.querySelectorAll("a[data-policy]")) link.search = `?lang=${chosen.lang}`;
