// tap.mjs: results that meson counts one by one.
let count = 0;

export function result(name, faults) {
  console.log(`${faults.length ? 'not ok' : 'ok'} ${++count} - ${name}`);
  for (const fault of faults.slice(0, 12))
    console.log(`# ${String(fault).replace(/\s+/g, ' ')}`);
}

export function finish() {
  console.log(`1..${count}`);
}
