// The legal page has English and Arabic in its HTML; only the shared words around it need putting in place.

import { chosen, speak } from "./demo.js";

const say = await speak();
document.title = `${say.legal} · ${say.platform}`;
for (const link of document.querySelectorAll("a[data-policy]")) link.search = `?lang=${chosen.lang}`;
