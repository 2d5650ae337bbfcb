// Slows a whole process down, worker threads and all: it is stopped for a share of each few milliseconds.
//
// `Emulation.setCPUThrottlingRate` does the same to a page's main thread, and refuses workers ("only supported for pages"). Relies
// on POSIX signals and /proc, so on Linux. Deliberately absent: any other process than the one it is given.
import { readFile, readdir } from 'node:fs/promises';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

/** How long one turn of running and standing still takes, in milliseconds. A task of the page is stretched by this much at most. */
const TURN = 12;

/** How long a page is kept busy to see what its process works, in milliseconds. */
const BUSY = 1_500;

/** How far from the rate that was wanted a page may be found to be, as a share of it. */
const LEEWAY = 0.1;

/** Lets a process run for one part of `rate` of the time, until `release`. */
function slow(pid, rate) {
  const worker = new Worker(new URL(import.meta.url), { workerData: { pid, rate } });
  const release = () =>
    new Promise((done) => {
      worker.once('message', () => worker.terminate().then(() => done()));
      worker.postMessage('release');
    });
  return { release };
}

/**
 * Slows the process of a page so far that it runs for one part of `rate` of the time, and sees that it does: what is slowed less, or
 * more, is no measure. How it is seen: while the page is busy without a pause, its process has worked as long as it was let.
 * @returns {Promise<{ release: () => Promise<void>, reached: number }>}
 */
export async function slowPage(page, profile, rate) {
  if (rate === 1) return { release: async () => {}, reached: 1 };
  const share = async (pid) => {
    const before = await worked(profile);
    const took = await page.evaluate((long) => {
      const begun = performance.now();
      while (performance.now() < begun + long);
      return performance.now() - begun;
    }, BUSY);
    const after = await worked(profile);
    const all = [...after].map(([pid, ms]) => [pid, took / (ms - (before.get(pid) ?? 0))]);
    return pid ? all.find(([own]) => own === pid) : all.sort((one, other) => one[1] - other[1])[0];
  };
  // The one that has worked meanwhile is the page's; the others draw nothing now.
  const [pid] = await share();
  let wanted = rate;
  const found = [];
  for (let trial = 0; trial < 5; trial += 1) {
    const { release } = slow(pid, wanted);
    const [, reached] = await share(pid);
    if (Math.abs(reached / rate - 1) <= LEEWAY) return { release, reached };
    await release();
    found.push(reached.toFixed(1));
    wanted *= rate / reached;
  }
  throw new Error(`the page's process was to be slowed ${rate} times, and was slowed ${found.join(', ')} times.`);
}

/** What each process that draws pages for this profile has worked, in milliseconds, by its id. */
async function worked(profile) {
  const all = new Map();
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const read = (name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '');
    const line = await read('cmdline');
    if (!line.includes('--type=renderer') || !line.includes(profile)) continue;
    // The times of the process in itself and in the system, in ticks of 10 ms.
    const [own, system] = (await read('stat')).split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? [0, 0];
    all.set(Number(pid), 10 * (own + system));
  }
  return all;
}

if (!isMainThread && workerData?.pid) {
  const { pid, rate } = workerData;
  const clock = new Int32Array(new SharedArrayBuffer(4));
  const sleep = (ms) => Atomics.wait(clock, 0, 0, ms);
  // A sleep is never as long as it was asked to be: what one turn stood still too short, or too long, the next makes up for.
  let owed = 0;
  const turn = () => {
    process.kill(pid, 'SIGSTOP');
    const stopped = performance.now();
    sleep(Math.max(TURN - TURN / rate + owed, 0));
    process.kill(pid, 'SIGCONT');
    const continued = performance.now();
    sleep(TURN / rate);
    owed += (performance.now() - continued) * (rate - 1) - (continued - stopped);
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  parentPort.on('message', () => {
    clearImmediate(next);
    process.kill(pid, 'SIGCONT');
    parentPort.postMessage('released');
  });
}
