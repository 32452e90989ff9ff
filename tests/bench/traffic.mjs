// What a page loads, from DevTools' network events: compressed bytes by kind and moment.

/** What a request is to somebody who pays for it. Words and other data files of a widget are part of its code. */
function kind(type, mime, url) {
  if (type === "Preflight") return "preflight";
  if (type === "Document" || mime === "text/html") return "page";
  if (/^image\//.test(mime)) return "picture";
  if (/\/(ucp\/|\.well-known\/|api\/|oauth\/)/.test(new URL(url).pathname)) return "api";
  return "code";
}

export class Traffic {
  requests = new Map();
  /** Monotonic seconds of the navigation's first request. */
  begun = undefined;

  constructor(session) {
    session.on("Network.requestWillBeSent", ({ requestId, timestamp, type, request }) => {
      if (request.url.startsWith("data:")) return;
      if (type === "Document" && this.begun === undefined) this.begun = timestamp;
      this.requests.set(requestId, { url: request.url, type, mime: "", at: timestamp, parts: [], cached: false });
    });
    session.on("Network.responseReceived", ({ requestId, response, type }) => {
      const entry = this.requests.get(requestId);
      if (entry) Object.assign(entry, { mime: response.mimeType, type, status: response.status, cached: response.fromDiskCache });
    });
    session.on("Network.requestServedFromCache", ({ requestId }) => {
      const entry = this.requests.get(requestId);
      if (entry) entry.cached = true;
    });
    session.on("Network.dataReceived", ({ requestId, timestamp, encodedDataLength }) => {
      this.requests.get(requestId)?.parts.push([timestamp, encodedDataLength]);
    });
    session.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
      const entry = this.requests.get(requestId);
      if (entry) Object.assign(entry, { ended: timestamp, size: entry.cached ? 0 : encodedDataLength });
    });
    session.on("Network.loadingFailed", ({ requestId, errorText, canceled }) => {
      const entry = this.requests.get(requestId);
      if (entry) Object.assign(entry, { ended: entry.at, size: 0, failed: canceled ? undefined : errorText });
    });
  }

  /** Compressed bytes of a kind that had come `ms` after the navigation began. */
  bytes(wanted, ms = Infinity) {
    const until = this.begun + ms / 1000;
    let sum = 0;
    for (const entry of this.requests.values()) {
      if (kind(entry.type, entry.mime, entry.url) !== wanted) continue;
      if (entry.ended !== undefined && entry.ended <= until) sum += entry.size;
      else sum += entry.parts.reduce((part, [at, length]) => (at <= until && !entry.cached ? part + length : part), 0);
    }
    return sum;
  }

  /** Requests that were begun `ms` after the navigation, preflights included, the cache's not. */
  count(ms = Infinity) {
    const until = this.begun + ms / 1000;
    return [...this.requests.values()].filter(({ at, cached }) => at <= until && !cached).length;
  }

  /** Requests under way. */
  get open() {
    return [...this.requests.values()].filter(({ ended }) => ended === undefined).length;
  }

  /** What went wrong, one sentence each. */
  failures() {
    return [...this.requests.values()]
      .filter(({ failed, status }) => failed || status >= 400)
      .map(({ url, failed, status }) => `${url}: ${failed ?? status}`);
  }
}
