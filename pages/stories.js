// The stories page: with `?story=…` it plays that story, alone and as it is; without, it is the desk from which a designer
// goes through all of them (stories/desk.js).

const query = new URLSearchParams(location.search);
if (query.has("story") && !query.has("desk")) (await import("/pages/stories/player.js")).play(query);
else (await import("/pages/stories/desk.js")).open(query);
