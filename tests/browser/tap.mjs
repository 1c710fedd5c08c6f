// tap.mjs: results that meson counts one by one.
let count = 0;

// Two for each core of the machine that we have in mind: a page waits for the browser half its time.
const ABREAST = 4;

export function result(name, faults) {
  console.log(`${faults.length ? 'not ok' : 'ok'} ${++count} - ${name}`);
  for (const fault of faults.slice(0, 12))
    console.log(`# ${String(fault).replace(/\s+/g, ' ')}`);
}

// Jobs are [name, what finds its faults], some of them at a time; their results are in order. One
// that throws has failed.
export async function results(jobs) {
  const found = jobs.map(() => null);
  let next = 0, said = 0;
  async function work() {
    while (next < jobs.length) {
      const mine = next++;
      found[mine] = await jobs[mine][1]().catch((error) => [error.stack]);
      for (; said < jobs.length && found[said]; said++)
        result(jobs[said][0], found[said]);
    }
  }
  await Promise.all([...Array(ABREAST)].map(work));
}

export function finish() {
  console.log(`1..${count}`);
}
