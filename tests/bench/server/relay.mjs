// A phone's link, below TLS: a TCP relay that delays and shapes bytes. A new connection costs a round trip before its first
// byte, as TCP's own handshake does; TLS and preflights then cost theirs by themselves. All connections share one link, a
// segment of each in turn. Not modelled: loss, slow start, DNS.
import { connect, createServer } from "node:net";

const SEGMENT = 1460;
/** What the sender may have under way per connection before it is told to wait. */
const QUEUE = 64 * 1024;

/** One direction of the link: `rate` in bytes a millisecond, `delay` in ms. */
class Lane {
  #rate;
  #delay;
  /** Flows with something to send, in turn. */
  #waiting = [];
  /** When the link has sent its last segment, and whether the next one was kept waiting for that. */
  #free = 0;
  #busy = false;
  #pumping;
  /** What is under way, oldest first. */
  #sent = [];
  #arriving;

  constructor(rate, delay) {
    this.#rate = rate;
    this.#delay = delay;
  }

  /** Sends what `from` reads to `to`, beginning no sooner than `opens` (ms, as performance.now()). */
  join(from, to, opens) {
    const flow = { chunks: [], bytes: 0, from, to, opens, ended: false };
    from.on("data", (chunk) => {
      for (let at = 0; at < chunk.length; at += SEGMENT) flow.chunks.push(chunk.subarray(at, at + SEGMENT));
      flow.bytes += chunk.length;
      if (flow.bytes > QUEUE) from.pause();
      this.#enqueue(flow);
    });
    from.on("end", () => {
      flow.ended = true;
      this.#enqueue(flow);
    });
  }

  #enqueue(flow) {
    if (!this.#waiting.includes(flow)) this.#waiting.push(flow);
    this.#pump();
  }

  /** Puts on the link what has its turn now; a timer that fires late catches up. */
  #pump() {
    clearTimeout(this.#pumping);
    const now = performance.now();
    while (this.#waiting.length > 0) {
      const ready = this.#waiting.findIndex((flow) => flow.opens <= now);
      const next = ready < 0 ? Math.min(...this.#waiting.map((flow) => flow.opens)) : this.#free;
      if (next > now) {
        this.#busy = ready >= 0;
        this.#pumping = setTimeout(() => this.#pump(), next - now);
        return;
      }
      const [flow] = this.#waiting.splice(ready, 1);
      const chunk = flow.chunks.shift();
      if (chunk) {
        flow.bytes -= chunk.length;
        if (flow.bytes < QUEUE / 2) flow.from.resume();
        this.#free = (this.#busy ? this.#free : now) + chunk.length / this.#rate;
        this.#busy = true;
      }
      this.#deliver(Math.max(this.#free, now) + this.#delay, flow, chunk);
      if (flow.chunks.length > 0 || (flow.ended && chunk)) this.#waiting.push(flow);
    }
    this.#busy = false;
  }

  /** Hands a segment over when it arrives; none at all is the end of the flow. */
  #deliver(due, flow, chunk) {
    this.#sent.push({ due, flow, chunk });
    if (this.#sent.length === 1) this.#arrive();
  }

  #arrive() {
    const now = performance.now();
    while (this.#sent.length > 0 && this.#sent[0].due <= now) {
      const { flow, chunk } = this.#sent.shift();
      if (!flow.to.writable) continue;
      if (chunk) flow.to.write(chunk);
      else flow.to.end();
    }
    clearTimeout(this.#arriving);
    if (this.#sent.length > 0) this.#arriving = setTimeout(() => this.#arrive(), Math.max(this.#sent[0].due - now, 0));
  }
}

/** Opens a relay to `target` (a port of this machine) and returns its port. `link`: `down`, `up` in Mbit/s and `rtt` in ms. */
export async function relay(target, link) {
  const perMs = (mbps) => (mbps * 1e6) / 8 / 1000;
  const [down, up] = [new Lane(perMs(link.down), link.rtt / 2), new Lane(perMs(link.up), link.rtt / 2)];
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    const far = connect({ port: target, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
    const opens = performance.now() + link.rtt;
    up.join(near, far, opens);
    down.join(far, near, 0);
    for (const [one, other] of [[near, far], [far, near]]) {
      one.on("error", () => other.destroy());
      one.on("close", () => setTimeout(() => other.destroy(), link.rtt));
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { port: server.address().port, close: () => server.close() };
}
