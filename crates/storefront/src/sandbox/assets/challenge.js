// The buyer has answered the bank: tell the page that opened or framed this one, which then asks the shop.
"use strict";

const back = document.getElementById("back");
const origin = back.dataset.parent;
const page = window.parent !== window ? window.parent : window.opener;
if (origin && page) {
  page.postMessage({ fan: "challenge.done" }, origin);
  if (window.parent !== window) back.hidden = true;
}
