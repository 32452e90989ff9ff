// The order and checkout pages: the shelf does the work, the page gives it the visitor's language and market.

import { dress, speak } from "./demo.js";

dress(document.querySelector("fan-shelf"));
const say = await speak();
document.title = `${document.querySelector("h1").textContent} · ${say.platform}`;
