// One creator's shop as a page of its own, for an iframe or an app's webview:
// /pages/embed.html?collection=…&store=…&lang=…&country=…&theme=…

import { chosen, dress, query, speak } from "./demo.js";

const shelf = document.querySelector("fan-shelf");
// A collection that is not one of the demo's creators is still a collection some shop may have.
const collection = query.get("collection") ?? chosen.creator.handle;
shelf.setAttribute("collection", collection);
if (query.has("layout")) shelf.setAttribute("layout", query.get("layout"));
dress(shelf);

const say = await speak();
const about = say.creators[collection];
const title = document.getElementById("title");
title.textContent = about ? say.shopOf(about.name) : collection;
document.title = title.textContent;
document.getElementById("craft").textContent = about?.craft ?? "";
const avatar = document.getElementById("avatar");
if (about) avatar.src = `/pages/art/${collection}.svg`;
else avatar.remove();
