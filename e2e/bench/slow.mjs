// Slows a whole process down, worker threads and all: it is stopped for a share of each few milliseconds.
//
// `Emulation.setCPUThrottlingRate` does the same to a page's main thread, and refuses workers ("only supported for pages"). Relies
// on POSIX signals and /proc, so on Linux. Deliberately absent: any other process than the one it is given.
import { readFile, readdir } from 'node:fs/promises';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

/** How long one turn of running and standing still takes, in milliseconds. A task of the page is stretched by this much at most. */
const TURN = 4;

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
 * Slows the process of a page so far that the same sum takes `rate` times as long in it, by trial: how exactly a process can be
 * stopped and set going depends on what else the machine does.
 * @returns {Promise<{ release: () => Promise<void>, reached: number }>}
 */
export async function slowPage(page, profile, rate) {
  if (rate === 1) return { release: async () => {}, reached: 1 };
  const sum = () =>
    page.evaluate(() => {
      const begun = performance.now();
      let sum = 0;
      for (let i = 0; i < 1e8; i += 1) sum += i % 7;
      return performance.now() - begun + sum * 0;
    });
  const middle = async () => [await sum(), await sum(), await sum()].sort((one, other) => one - other)[1];
  const before = await worked(profile);
  const quick = await middle();
  // The one that has worked meanwhile is the page's; the others draw nothing now.
  const [pid] = [...(await worked(profile))]
    .map(([pid, ticks]) => [pid, ticks - (before.get(pid) ?? 0)])
    .sort((one, other) => other[1] - one[1])[0];
  for (let wanted = rate; ; wanted *= 1.25) {
    const { release } = slow(pid, wanted);
    const reached = (await middle()) / quick;
    if (reached >= rate || wanted > 8 * rate) return { release, reached };
    await release();
  }
}

/** What each process that draws pages for this profile has worked, by its id. */
async function worked(profile) {
  const all = new Map();
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const read = (name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '');
    const line = await read('cmdline');
    if (!line.includes('--type=renderer') || !line.includes(profile)) continue;
    all.set(Number(pid), Number((await read('stat')).split(') ')[1]?.split(' ')[11]));
  }
  return all;
}

if (!isMainThread && workerData?.pid) {
  const { pid, rate } = workerData;
  const clock = new Int32Array(new SharedArrayBuffer(4));
  const sleep = (ms) => Atomics.wait(clock, 0, 0, ms);
  const turn = () => {
    process.kill(pid, 'SIGSTOP');
    sleep(TURN - TURN / rate);
    process.kill(pid, 'SIGCONT');
    sleep(TURN / rate);
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  parentPort.on('message', () => {
    clearImmediate(next);
    process.kill(pid, 'SIGCONT');
    parentPort.postMessage('released');
  });
}
