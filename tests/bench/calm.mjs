// A run begins in a calm second: what other programs take of the machine would be counted as the contestant's.
import { cpus } from "node:os";

const PATIENCE = 30_000;
/** The share of the machine that may be busy. */
const CALM = 0.25;

const times = () => cpus().reduce(([busy, all], { times: { idle, ...rest } }) => {
  const worked = Object.values(rest).reduce((sum, more) => sum + more, 0);
  return [busy + worked, all + worked + idle];
}, [0, 0]);

/** Waits for a second in which the machine has little to do; false when none came. */
export async function calm() {
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; ) {
    const [busy, all] = times();
    await new Promise((over) => setTimeout(over, 1000));
    const [busier, later] = times();
    if ((busier - busy) / (later - all) < CALM) return true;
  }
  return false;
}
