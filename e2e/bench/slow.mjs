// Slows a whole process down, worker threads and all: it is stopped for a share of each few milliseconds.
//
// `Emulation.setCPUThrottlingRate` does the same to a page's main thread, and refuses workers ("only supported for pages"). Relies
// on POSIX signals and /proc, so on Linux. Deliberately absent: any other process than the one it is given.
import { readFile, readdir } from 'node:fs/promises';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

/** How long one turn of running and standing still takes, in milliseconds. A task of the page is stretched by this much at most. */
const TURN = 4;

/** Lets a process run for one part of `rate` of the time. `release` ends that, and answers the rate that was reached. */
export function slow(pid, rate) {
  if (rate === 1) return { release: async () => 1 };
  const worker = new Worker(new URL(import.meta.url), { workerData: { pid, rate } });
  const release = () =>
    new Promise((done) => {
      worker.once('message', (reached) => worker.terminate().then(() => done(reached)));
      worker.postMessage('release');
    });
  return { release };
}

/** The process that runs the page of a browser with this profile: of its renderers the one that has worked most. */
export async function rendererOf(profile) {
  const renderers = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const read = (name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '');
    const line = await read('cmdline');
    if (!line.includes('--type=renderer') || !line.includes(profile)) continue;
    renderers.push({ pid: Number(pid), worked: Number((await read('stat')).split(') ')[1]?.split(' ')[11]) });
  }
  return renderers.sort((one, other) => other.worked - one.worked)[0].pid;
}

if (!isMainThread && workerData?.pid) {
  const { pid, rate } = workerData;
  const clock = new Int32Array(new SharedArrayBuffer(4));
  const sleep = (ms) => Atomics.wait(clock, 0, 0, ms);
  let [ran, all] = [0, 0];
  const turn = () => {
    const begun = performance.now();
    process.kill(pid, 'SIGSTOP');
    sleep(TURN - TURN / rate);
    const halted = performance.now();
    process.kill(pid, 'SIGCONT');
    sleep(TURN / rate);
    ran += performance.now() - halted;
    all += performance.now() - begun;
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  parentPort.on('message', () => {
    clearImmediate(next);
    process.kill(pid, 'SIGCONT');
    parentPort.postMessage(all / ran);
  });
}
