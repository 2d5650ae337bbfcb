// Ends a browser, or a part of it, as a phone that runs out of memory does: at once, without a word. Relies on /proc, and on the
// profile's folder, which stands in the command line of each process that belongs to it. Deliberately absent: any search by
// the name of a program; another Chromium of this machine is none of ours.
import { readFile, readdir } from 'node:fs/promises';

/** The processes that were started on this profile: `{ id, group }` each. */
async function processes(profile) {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    ids.map(async (id) => {
      const read = (file) => readFile(`/proc/${id}/${file}`, 'utf8').catch(() => '');
      if (id === process.pid || !(await read('cmdline')).includes(profile)) return [];
      // The name of the program stands in brackets and may hold anything; state, parent and group follow it.
      const [state, , group] = (await read('stat')).split(') ').at(-1).split(' ');
      return state === 'Z' ? [] : [{ id, group: Number(group) }];
    }),
  );
  return found.flat();
}

/** Finds the browser of a profile. The answer kills it, with all that it started, and waits until nothing of it is left. */
export async function killer(profile) {
  const groups = new Set((await processes(profile)).map((it) => it.group));
  groups.delete(await groupOf(process.pid));
  if (groups.size === 0) throw new Error(`no process runs on ${profile}`);
  return async () => {
    for (const group of groups) send(-group);
    for (;;) {
      const left = await processes(profile);
      if (left.length === 0) return;
      for (const { id } of left) send(id);
      await new Promise((next) => setTimeout(next, 5));
    }
  };
}

/**
 * Finds the process that draws the book of a profile: of those that the browser calls renderers, the one that has worked longest.
 * The answer kills it, and nothing else: the browser goes on.
 */
export async function rendererKiller(profile) {
  const groups = new Set((await processes(profile)).map((it) => it.group));
  groups.delete(await groupOf(process.pid));
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    ids.map(async (id) => {
      const line = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
      if (!line.includes('--type=renderer') || !groups.has(await groupOf(id).catch(() => 0))) return [];
      const stat = (await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '')).split(') ').at(-1).split(' ');
      return [{ id, worked: Number(stat[11]) + Number(stat[12]) }];
    }),
  );
  const busiest = found.flat().sort((one, other) => other.worked - one.worked)[0];
  if (!busiest) throw new Error(`nothing draws a page of ${profile}`);
  return async () => send(busiest.id);
}

const groupOf = async (id) => Number((await readFile(`/proc/${id}/stat`, 'utf8')).split(') ').at(-1).split(' ')[2]);

function send(id) {
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
