// The clips' music, synthesised: plucked strings (Karplus and Strong), drums out of sines and noise, bells, pads.
// `score(handle, seconds)` gives a WAV file; the same one every time.

const rate = 48_000;
const TAU = Math.PI * 2;

function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2147483648 - 1;
  };
}

/** Frequency of a note, counted in semitones from A4. */
const pitch = (semitones) => 440 * 2 ** (semitones / 12);

/** Two channels of `seconds`, and ways to put sounds into them. */
function tape(seconds) {
  const left = new Float32Array(Math.ceil(seconds * rate));
  const right = new Float32Array(left.length);
  return {
    left,
    right,
    /** Adds `sound(t)`, `lasting` seconds from `at`, at `gain`, `pan` from -1 (left) to 1. */
    add(at, lasting, gain, pan, sound) {
      const start = Math.round(at * rate);
      const count = Math.min(Math.round(lasting * rate), left.length - start);
      const [l, r] = [gain * Math.sqrt((1 - pan) / 2), gain * Math.sqrt((1 + pan) / 2)];
      for (let i = Math.max(0, -start); i < count; i += 1) {
        const value = sound(i / rate, i);
        left[start + i] += value * l;
        right[start + i] += value * r;
      }
    },
  };
}

/** A plucked string; `damp` below 1 shortens it, `soft` is how blunt the plectrum is. */
function string(frequency, damp, soft, seed) {
  const noise = dice(seed);
  const size = Math.max(2, Math.round(rate / frequency));
  const loop = new Float32Array(size);
  let last = 0;
  for (let i = 0; i < size; i += 1) loop[i] = last = last * soft + noise() * (1 - soft);
  let at = 0;
  return () => {
    const next = (at + 1) % size;
    const value = loop[at];
    loop[at] = (value * 0.5 + loop[next] * 0.5) * damp;
    at = next;
    return value;
  };
}

const bell = (frequency) => (t) =>
  [[1, 1, 1.1], [2.01, 0.5, 1.8], [2.98, 0.28, 2.6], [5.4, 0.1, 5]].reduce((sum, [k, gain, fall]) => sum + gain * Math.sin(TAU * frequency * k * t) * Math.exp(-t * fall), 0);

/** Noise with its highs taken off: a pen, a brush, a breath. */
function hush(seed, open) {
  const noise = dice(seed);
  let [low, lower] = [0, 0];
  return (t) => {
    const k = typeof open === "function" ? open(t) : open;
    low += (noise() - low) * k;
    lower += (low - lower) * k * 0.25;
    return low - lower;
  };
}

/** A few echoes that wander from side to side. */
function room(song, wet, gap) {
  const delay = Math.round(gap * rate);
  for (let i = delay; i < song.left.length; i += 1) {
    song.left[i] += song.right[i - delay] * wet;
    song.right[i] += song.left[i - Math.round(delay * 0.77)] * wet * 0.9;
  }
}

/** An oud on a warm evening (Hijaz on D), pen and brush close by. */
function noor(seconds) {
  const song = tape(seconds);
  const pluck = (at, note, gain, pan = 0) => song.add(at, 3, gain, pan, string(pitch(note), 0.9965, 0.55, Math.round(at * 97) + note + 60));
  const phrase = [[0, -7], [0.5, -3], [0.75, -2], [1, -3], [1.5, -6], [2, -7], [3, 0], [3.5, -2], [3.75, -3], [4, -2], [4.5, 0], [5, 1], [5.5, 0], [6, -2], [6.5, -3], [7, -6], [7.5, -7]];
  const pace = 0.75;
  for (let round = 0; round < 4; round += 1) {
    for (const [beat, note] of phrase) {
      const at = 0.2 + (round * 8 + beat) * pace;
      if (at > seconds - 1) continue;
      pluck(at, note - (round % 2 ? 0 : 12), 0.5, -0.15);
      if (round > 1) pluck(at + 0.02, note - 12, 0.3, 0.3);
    }
    for (const beat of [0, 2, 4, 6]) if (0.2 + (round * 8 + beat) * pace < seconds - 1) pluck(0.2 + (round * 8 + beat) * pace, beat % 4 ? -24 : -31, 0.6, 0.1);
  }
  const scratch = (from, to) => {
    for (let at = from; at < to; at += 0.23) song.add(at, 0.17, 0.1, 0.25, ((hiss) => (t) => hiss(t) * Math.sin((t / 0.17) * Math.PI))(hush(Math.round(at * 1000), 0.75)));
  };
  scratch(0.2, 2.2);
  scratch(3.2, 9.2);
  for (let i = 0; i < 5; i += 1) song.add(9.9 + i * 0.32, 1.7, 0.16, 0.6 - i * 0.3, ((hiss) => (t) => hiss(t) * Math.sin((t / 1.7) * Math.PI))(hush(i + 5, 0.2)));
  const crickets = (t) => Math.sin(TAU * 4150 * t) * Math.max(0, Math.sin(TAU * 17 * t)) * (Math.sin(TAU * 0.9 * t) > 0.1 ? 1 : 0);
  song.add(13.8, 6.8, 0.012, -0.6, (t) => crickets(t) * Math.min(1, t, (6.8 - t) * 2));
  room(song, 0.2, 0.31);
  return song;
}

/** Drums, a bass and far too much guitar, 120 beats a minute; the tape goes soft in the heat and springs back. */
function rye(seconds) {
  const song = tape(seconds + 1);
  const beatLength = 0.5;
  for (let beat = 0; beat < seconds / beatLength; beat += 1) {
    const at = beat * beatLength;
    song.add(at, 0.3, beat % 2 ? 0.45 : 0.95, 0, (t) => Math.sin(TAU * (46 * t + 3.4 * (1 - Math.exp(-t * 34)))) * Math.exp(-t * 12));
    if (beat % 2) song.add(at, 0.22, 0.42, 0.05, ((hiss) => (t) => hiss(t) * Math.exp(-t * 20) * 2.2 + Math.sin(TAU * 190 * t) * Math.exp(-t * 30))(hush(beat, 0.9)));
    for (const half of [0, 0.25]) song.add(at + half, 0.06, half ? 0.16 : 0.1, 0.4, ((noise) => (t) => noise() * Math.exp(-t * 70))(dice(beat * 2 + half * 4 + 1)));
  }
  const riff = [-29, -29, -26, -29, -24, -29, -22, -24, -29, -29, -26, -29, -19, -22, -24, -26];
  for (let step = 0; step < seconds / 0.25; step += 1) {
    const frequency = pitch(riff[step % 16]);
    song.add(step * 0.25, 0.24, 0.34, -0.1, (t) => Math.tanh(2.4 * (((frequency * t) % 1) * 2 - 1) * Math.exp(-t * 5)) * Math.min(1, (0.24 - t) * 60));
  }
  const chords = [[-17, 2], [-17, 1], [-14, 1], [-12, 2], [-10, 1], [-12, 1]];
  for (let bar = 0; bar < seconds / 4; bar += 1) {
    let at = bar * 4;
    for (const [root, beats] of chords) {
      const strings = [0, 7, 12].map((up, i) => string(pitch(root + up), 0.9985, 0.3, bar * 40 + root + i + 99));
      if (at >= 3) song.add(at, beats * beatLength, 0.2, 0.35, (t) => Math.tanh(strings.reduce((sum, next) => sum + next(), 0) * 3.2) * Math.min(1, (beats * beatLength - t) * 30));
      at += beats * beatLength;
    }
  }
  // The tape runs slower and slower from 11.2 s, and is back in time at 14.4 s.
  const soft = tape(seconds);
  let head = 0;
  for (let i = 0; i < soft.left.length; i += 1) {
    const t = i / rate;
    const slow = t > 11.2 && t < 14.4 ? 1 - 0.72 * Math.min(1, (t - 11.2) / 2.4) : 1;
    head = t >= 14.4 || t <= 11.2 ? i : head + slow;
    const k = Math.floor(head);
    const p = head - k;
    soft.left[i] = song.left[k] * (1 - p) + song.left[k + 1] * p;
    soft.right[i] = song.right[k] * (1 - p) + song.right[k + 1] * p;
  }
  soft.add(14.4, 0.7, 0.5, 0, (t) => Math.sin(TAU * (120 * t + 9 * Math.sin(TAU * 9 * t) * Math.exp(-t * 5))) * Math.exp(-t * 5));
  return soft;
}

/** A held chord, and a bell for every moon that passes the line: an octave for each halving of the period. */
function orbit(seconds) {
  const song = tape(seconds);
  for (const [note, gain, pan] of [[-31, 0.16, -0.3], [-24, 0.13, 0.3], [-19, 0.09, -0.5], [-15, 0.07, 0.5], [-10, 0.05, 0]]) {
    const frequency = pitch(note);
    song.add(0, seconds, gain, pan, (t) =>
      (Math.sin(TAU * frequency * t) + Math.sin(TAU * (frequency * 1.003) * t) + 0.3 * Math.sin(TAU * frequency * 2 * t))
      * (0.7 + 0.3 * Math.sin((TAU * t * (2 + (note & 3))) / seconds + note)) * Math.min(1, t * 2, (seconds - t) * 2));
  }
  for (const { note, period, from, pan } of [{ note: 9, period: 2, from: 0.5, pan: 0.4 }, { note: -3, period: 4, from: 0, pan: 0 }, { note: -15, period: 8, from: 0, pan: -0.4 }]) {
    for (let n = 0; n <= seconds / period + 1; n += 1) {
      const at = (n - from) * period;
      const plain = at >= 11 && at < 16.5;
      if (at >= 0 && at < seconds - 0.6) song.add(at, 3.5, plain ? 0.24 : 0.13, pan, bell(pitch(note)));
      const half = at + period / 2;
      if (!plain && half >= 0 && half < seconds - 0.6) song.add(half, 2.5, 0.06, -pan, bell(pitch(note - 5)));
    }
  }
  room(song, 0.3, 0.47);
  return song;
}

/** One creator's music as a WAV file of exactly `seconds`, its loudest moment just under full. */
export function score(handle, seconds) {
  const { left, right } = { "noor-draws": noor, "rye-rolls": rye, "long-orbit": orbit }[handle](seconds);
  const frames = Math.round(seconds * rate);
  let peak = 0;
  for (let i = 0; i < frames; i += 1) peak = Math.max(peak, Math.abs(left[i]), Math.abs(right[i]));
  const file = Buffer.alloc(44 + frames * 4);
  file.write("RIFF", 0);
  file.writeUInt32LE(36 + frames * 4, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(2, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 4, 28);
  file.writeUInt16LE(4, 32);
  file.writeUInt16LE(16, 34);
  file.write("data", 36);
  file.writeUInt32LE(frames * 4, 40);
  for (let i = 0; i < frames; i += 1) {
    // A short fade at both ends, so that the loop does not click.
    const edge = Math.min(1, i / 960, (frames - i) / 4800);
    file.writeInt16LE(Math.round((left[i] / peak) * edge * 29000), 44 + i * 4);
    file.writeInt16LE(Math.round((right[i] / peak) * edge * 29000), 46 + i * 4);
  }
  return file;
}
