// What is measured, and how often: the median counts, since a machine that does other things too is slow now and then.
// The order is that of the table. Each is given the open page and answers `{ name, value, unit, floor }`.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newProfile, openBook } from '../harness.mjs';
import { giveHands } from '../hands.mjs';
import { giveInstruments } from './page.mjs';
import { slowPage } from './slow.mjs';

const MIB = 1024 * 1024;

export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const often = ({ times }) => (times === 1 ? 7 : 3);

async function repeat(count, act) {
  const all = [];
  for (let time = 0; time < count; time += 1) all.push(await act(time));
  return all;
}

/** Opens the book from an empty page of its own origin, so that it is the same process that is throttled. */
async function openOnce({ page, cdp, server, throttle, throttled }, { cold }) {
  await page.goto(`${server.url}schema/kube-1.schema.json`);
  if (cold) {
    await cdp.send('Network.clearBrowserCache');
    await cdp.send('Storage.clearDataForOrigin', { origin: server.origin, storageTypes: 'service_workers,cache_storage' });
  }
  return throttled(throttle, async () => {
    await page.goto(server.url);
    return page.evaluate(async () => {
      const { marks } = window.bench;
      return { open: await marks.open, read: marks.drawn - marks.read };
    });
  });
}

/** Opens the book at the list of groups, which takes all records. */
async function openListOnce({ page, server, throttle, throttled }) {
  await page.goto(`${server.url}schema/kube-1.schema.json`);
  return throttled(throttle, async () => {
    await page.goto(`${server.url}#/groups`);
    return page.evaluate(() => window.bench.shown(() => document.querySelector('main ul.items a')));
  });
}

/** The floor of opening: plain JavaScript reads the same as plain JSON and paints the same screen. */
async function floorOnce({ page, floor, times, throttle, throttled }, screen) {
  await page.goto(`${floor.url}empty`);
  await page.evaluate((screen) => sessionStorage.setItem('screen', screen), screen);
  return throttled(throttle, async () => {
    await page.goto(`${floor.url}#${times}`);
    return page.evaluate(async () => ({ open: await window.bench.marks.floor, read: window.took }));
  });
}

async function openings(bench) {
  const { page, server } = bench;
  await page.goto(server.url);
  const screen = await page.evaluate(async () => {
    await window.bench.marks.open;
    // Until what the first screen says is kept for the next time.
    while (!localStorage.getItem('buku-kube/book/glance')) await new Promise((next) => setTimeout(next, 100));
    return JSON.stringify(window.bench.describe(document.querySelector('.frame')));
  });
  const count = often(bench);
  const warm = await repeat(count, () => openOnce(bench, { cold: false }));
  const list = await repeat(Math.min(count, 3), () => openListOnce(bench));
  const cold = await repeat(Math.min(count, 3), () => openOnce(bench, { cold: true }));
  const floors = await repeat(count, () => floorOnce(bench, screen));
  return {
    warm: median(warm.map((it) => it.open)),
    list: median(list),
    cold: median(cold.map((it) => it.open)),
    read: median([...warm, ...cold].map((it) => it.read)),
    floor: median(floors.map((it) => it.open)),
    floorRead: median(floors.map((it) => it.read)),
  };
}

const KEPT = {};
const openingsOnce = (bench) => (KEPT[`${bench.dataset} ${bench.throttle}`] ??= openings(bench));

async function open(bench) {
  const { warm, cold, list, floor } = await openingsOnce(bench);
  return [
    { name: 'open, warm cache', value: warm, unit: 'ms', floor },
    { name: 'open, cold cache', value: cold, unit: 'ms', floor },
    { name: 'open at the list', value: list, unit: 'ms' },
  ];
}

async function read(bench) {
  const { read, floorRead } = await openingsOnce(bench);
  return [{ name: 'read and fold', value: read, unit: 'ms', floor: floorRead }];
}

/** Goes to the list afresh, and waits until all is at rest. */
async function openList({ page, server }) {
  await page.goto(`${server.url}#/more`);
  await page.goto(`${server.url}#/groups`);
  await page.evaluate(() => window.bench.shown(() => document.querySelector('main ul.items li, main ul.items a')));
  await rest(page);
}

/** Until the second copy has been looked at: what stands in the top line no longer changes. */
const rest = (page) => page.evaluate(() => window.hands.said());

async function search(bench) {
  const { page, throttle, throttled } = bench;
  await openList(bench);
  // Part of members' names and of groups' names; each finds another list than the one before.
  const words = ['l', 'li', 'lim', 'tu', 'tuj', 'du', 'dua', 'me', 'mel', '64', '6472', '64720', 's', 'se', 'sem', 'semb'];
  const type = (words) =>
    page.evaluate(async (words) => {
      const { inFrame, describe, build } = window.bench;
      const field = document.querySelector('input[type="search"]');
      const took = [];
      const lists = new Set();
      for (const text of words) {
        took.push(
          await inFrame(() => {
            field.value = text;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
          }),
        );
        lists.add(document.querySelector('.found')?.textContent);
      }
      const list = document.querySelector('main ul.items');
      const plain = describe(list);
      const floors = [];
      for (let time = 0; time < words.length; time += 1) floors.push(await inFrame(() => list.replaceChildren(...plain[3].map(build))));
      return { took, floors, lists: lists.size };
    }, words);
  const { first, all, floors } = await throttled(throttle, async () => {
    const runs = await repeat(3, async () => {
      await openList(bench);
      return type(words);
    });
    if (runs.some((run) => run.lists < words.length / 2)) throw new Error('the list stood still, so nothing was measured');
    return {
      first: median(runs.map((run) => run.took[0])),
      all: runs.flatMap((run) => run.took),
      floors: runs.flatMap((run) => run.floors),
    };
  });
  const floor = median(floors);
  return [
    { name: 'search, a key to the painted list', value: median(all), unit: 'ms', floor },
    { name: 'search, the first key', value: first, unit: 'ms', floor },
  ];
}

/** Groups from all over the book. */
function someGroups({ book }, count) {
  const keys = Object.keys(book.texts).filter((key) => key.includes('/group/'));
  return Array.from({ length: count }, (_, at) => keys[Math.floor(((at + 0.5) * keys.length) / count)].split('/').at(-1));
}

async function group(bench) {
  const { page, throttle, throttled } = bench;
  await openList(bench);
  const took = await throttled(throttle, () =>
    page.evaluate(async (groups) => {
      const { go, painted, inFrame, describe, build } = window.bench;
      const opened = [];
      const floors = [];
      for (const id of groups) {
        await go('#/groups', () => document.querySelector('main ul.items') && document.querySelector('input[type="search"]'));
        opened.push(await go(`#/groups/${id}`, () => document.querySelector('main ol.items')));
        await painted();
        const main = document.querySelector('main');
        const plain = describe(main);
        // Beside the app's own page, which it goes on to change.
        main.hidden = true;
        const stage = main.cloneNode(false);
        stage.hidden = false;
        floors.push(
          await inFrame(() => {
            stage.replaceChildren(...plain[3].map(build));
            main.after(stage);
          }),
        );
        stage.remove();
        main.hidden = false;
      }
      return { opened, floors };
    }, someGroups(bench, 9)),
  );
  await page.goto(`${bench.server.url}schema/kube-1.schema.json`);
  return [{ name: 'open a group', value: median(took.opened), unit: 'ms', floor: median(took.floors) }];
}

async function save(bench) {
  const { page, cdp, throttle, throttled } = bench;
  await openList(bench);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => (await cdp.send('Performance.getMetrics')).metrics.find((it) => it.name === 'TaskDuration').value * 1000;
  const saved = await throttled(throttle, () =>
    repeat(9, async (at) => {
      const id = someGroups(bench, 9)[at];
      await page.evaluate(async (id) => {
        await window.bench.go(`#/groups/${id}`, () => document.querySelector('main ol.items a'));
        const member = document.querySelector('main ol.items a').getAttribute('href').split('/').at(-1);
        await window.hands.openMember(id, member, { Pekerjaan: `Contoh ${performance.now()}` });
        await window.bench.painted();
      }, id);
      const before = await worked();
      const took = await page.evaluate(() => window.bench.press('Simpan'));
      await page.evaluate(() => new Promise((done) => setTimeout(done, 700)));
      const all = (await worked()) - before;
      await rest(page);
      return { took, all };
    }),
  );
  await cdp.send('Performance.disable');
  const floor = await saveFloor(bench);
  return [
    { name: 'save a member', value: median(saved.map((it) => it.took)), unit: 'ms', floor },
    { name: 'save a member, and all that follows', value: median(saved.map((it) => it.all)), unit: 'ms CPU' },
  ];
}

/** Plain JavaScript reads a group, changes one value, writes it and reads it back. */
async function saveFloor({ page, floor, throttle, throttled }) {
  await page.goto(`${floor.url}empty`);
  return throttled(throttle, () =>
    page.evaluate(() => {
      // Many at once: one is shorter than what the clock tells apart.
      const keys = Array.from({ length: Math.min(200, localStorage.length) }, (_, at) => localStorage.key(at));
      const begun = performance.now();
      for (const [at, key] of keys.entries()) {
        const records = JSON.parse(localStorage.getItem(key));
        records.at(-1).changes.at(-1).set.occupation = `Contoh ${at % 10}`;
        const text = JSON.stringify(records);
        localStorage.setItem(key, text);
        if (localStorage.getItem(key) !== text) throw new Error('the floor kept nothing');
      }
      return (performance.now() - begun) / keys.length;
    }),
  );
}

/**
 * Looks at the file and takes it in, in a book of its own, which is empty. `slowDown` slows the page before, and answers how to let
 * it go again.
 */
async function fileOnce({ server, file }, slowDown) {
  const profile = await newProfile();
  const prepare = async (context) => {
    await giveInstruments(context);
    await giveHands(context);
  };
  const { page, context, close } = await openBook({ profile: profile.folder, server, hash: '#/files', prepare });
  let release;
  try {
    page.setDefaultTimeout(300_000);
    await rest(page);
    await page.evaluate(() => {
      document.querySelector('input[type="file"]').addEventListener('change', (event) => {
        window.begun = performance.now();
        window.chosen = event.target.files[0];
      }, { capture: true });
    });
    release = await slowDown(page, context, profile.folder);
    const looked = page.evaluate(async () => {
      window.bench.listen();
      const shown = await window.bench.shown(() => window.bench.button('Gabungkan semua'));
      return { took: shown - window.begun, ...window.bench.heard() };
    });
    await page.locator('input[type="file"]').setInputFiles(file);
    const preview = await looked;
    const taken = await page.evaluate(async () => {
      window.bench.listen();
      const begun = performance.now();
      window.bench.button('Gabungkan semua').click();
      const shown = await window.bench.shown(() => document.querySelector('main ul.items a'));
      return { took: shown - begun, ...window.bench.heard() };
    });
    const floors = await page.evaluate(async () => {
      const text = await window.chosen.text();
      let begun = performance.now();
      window.kept = JSON.parse(text);
      const read = performance.now() - begun;
      const texts = Object.entries({ ...localStorage });
      begun = performance.now();
      for (const [key, text] of texts) localStorage.setItem(key, text);
      return { read, wrote: performance.now() - begun };
    });
    return { preview, taken, floors };
  } finally {
    await release?.();
    await close();
    await profile.remove();
  }
}

/**
 * How long it takes is measured on a process that is slowed as a whole, since the import worker is a worker; what keeps the page from answering on
 * a slowed main thread, since a process that is stopped now and then has long tasks of that alone.
 */
async function file(bench) {
  const { throttle, times } = bench;
  const often = times === 1 ? 3 : 1;
  const whole = async (page, context, profile) => {
    const slowed = await slowPage(page, profile, throttle);
    if (throttle > 1) process.stderr.write(`  the process was slowed ${slowed.reached.toFixed(1)} times\n`);
    return slowed.release;
  };
  const thread = async (page, context) => {
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  };
  const took = await repeat(often, () => fileOnce(bench, whole));
  const kept = await repeat(often, () => fileOnce(bench, thread));
  const of = (all, pick) => median(all.map(pick));
  const step = (name, key, floor) => [
    { name, value: of(took, (it) => it[key].took), unit: 'ms', floor: of(took, floor) },
    { name: `${name}, longest task`, value: of(kept, (it) => it[key].longest), unit: 'ms' },
    { name: `${name}, progress`, value: of(took, (it) => it[key].words), unit: 'words' },
  ];
  return [
    ...step('preview a file', 'preview', (it) => it.floors.read),
    ...step('take a file in', 'taken', (it) => it.floors.wrote),
  ];
}

/** A list of an office, with as many rows as the province has members; its people are in no book. */
function someList() {
  const row = (at) => `Contoh Kelompok ${Math.floor(at / 9)},Sidodadi,Samarinda Ulu,Contoh Orang ${at},L,"Samarinda, 05/06/1990",Jl. Contoh ${at}`;
  const rows = Array.from({ length: 7959 }, (_, at) => row(at));
  return ['Nama KUBE,Kelurahan,Kecamatan,Nama,L/P,Tempat/Tgl Lahir,Alamat', ...rows].join('\n');
}

/** Opens a list and changes a choice of what holds for all of it. */
async function listOnce({ page, server, throttle, throttled }, path) {
  await page.goto(`${server.url}schema/kube-1.schema.json`);
  await page.goto(`${server.url}#/files`);
  await rest(page);
  return throttled(throttle, async () => {
    const opened = page.evaluate(async () => {
      const { bench } = window;
      await new Promise((done) => document.querySelector('input[type="file"]').addEventListener('change', done, { once: true }));
      bench.listen();
      const begun = performance.now();
      const shown = await bench.shown(() => bench.button('Periksa sebelum diimpor'));
      return { took: shown - begun, ...bench.heard() };
    });
    await page.locator('input[type="file"]').setInputFiles(path);
    const open = await opened;
    const choice = await page.evaluate(async () => {
      const { bench } = window;
      const year = document.querySelector('#list-year');
      bench.listen();
      const begun = performance.now();
      year.value = '2013';
      year.dispatchEvent(new Event('change', { bubbles: true }));
      await bench.shown(() => !bench.button('Periksa sebelum diimpor'));
      const shown = await bench.shown(() => bench.button('Periksa sebelum diimpor'));
      return { took: shown - begun, ...bench.heard() };
    });
    return { open, choice };
  });
}

/** The main thread is slowed and not the worker: what is looked for is what keeps the page from answering. */
async function list(bench) {
  // As a file: handing bytes over would be a long task of its own.
  const path = join(bench.profile, 'daftar.csv');
  await writeFile(path, someList());
  const all = await repeat(3, () => listOnce(bench, path));
  const step = (name, key) => [
    { name, value: median(all.map((it) => it[key].took)), unit: 'ms' },
    { name: `${name}, longest task`, value: median(all.map((it) => it[key].longest)), unit: 'ms' },
  ];
  return [...step('open a list of an office', 'open'), ...step('change a choice of a list', 'choice')];
}

/** What the import worker needs to find the suspected duplicates of a book that it has. The whole process is slowed: it is a worker. */
async function suspects({ page, profile, server, throttle, times }) {
  const took = await repeat(times === 1 ? 3 : 1, async () => {
    await page.goto(`${server.url}schema/kube-1.schema.json`);
    await page.goto(`${server.url}#/files`);
    await rest(page);
    const slowed = await slowPage(page, profile, throttle);
    try {
      return await page.evaluate(async () => {
        delete window.bench.asked['"Suspects"'];
        location.hash = '#/duplicates';
        await window.bench.shown(() => '"Suspects"' in window.bench.asked);
        return window.bench.asked['"Suspects"'];
      });
    } finally {
      await slowed.release();
    }
  });
  return [{ name: 'find duplicates', value: median(took), unit: 'ms' }];
}

/** The subjects of charts, and how many charts each has. */
const TOPICS = { programme: 8, groups: 7, people: 8, support: 4, poverty: 7 };

/** Goes to the summary from elsewhere, until both its charts are painted; and the same while the book changes in another tab. */
async function summaryOnce({ page, context, server, throttle, throttled }, group) {
  await openList({ page, server });
  const drawn = await throttled(throttle, () =>
    page.evaluate(async () => {
      const tables = () => document.querySelectorAll('figure.chart tfoot').length;
      window.bench.listen();
      const took = await window.bench.go('#/', () => tables() === 2);
      return { took, ...window.bench.heard() };
    }),
  );
  const other = await context.newPage();
  await other.goto(server.url);
  await rest(other);
  const households = () => page.evaluate(() => document.querySelectorAll('dl.figures dd')[1].textContent);
  const before = await households();
  await page.evaluate(() => window.bench.listen());
  const changed = await throttled(throttle, async () => {
    await other.evaluate(([group, name]) => window.hands.addMember(group, { 'Nama sesuai KTP': name }), [group, `Contoh Orang ${Date.now()}`]);
    for (let look = 0; (await households()) === before; look += 1) {
      if (look === 200) throw new Error('the summary did not hear of the change, so nothing was measured');
      await new Promise((next) => setTimeout(next, 50));
    }
    return page.evaluate(() => window.bench.heard());
  });
  await other.close();
  return { drawn, changed };
}

/** All charts of each subject, one below the other: until the last stands, and how long the page does not answer meanwhile. */
async function subjectOnce({ page, server, throttle, throttled }, topic) {
  await openList({ page, server });
  return throttled(throttle, () =>
    page.evaluate(
      async ([topic, count]) => {
        window.bench.listen();
        const took = await window.bench.go(`#/charts?topic=${topic}`, () => document.querySelectorAll('figure.chart').length === count);
        return { took, ...window.bench.heard() };
      },
      [topic, TOPICS[topic]],
    ),
  );
}

async function charts(bench) {
  const [group] = someGroups(bench, 1);
  const summaries = await repeat(3, () => summaryOnce(bench, group));
  const subjects = {};
  for (const topic of Object.keys(TOPICS)) subjects[topic] = await repeat(3, () => subjectOnce(bench, topic));
  const worst = (pick) => Math.max(...Object.values(subjects).map((all) => median(all.map(pick))));
  return [
    { name: 'charts of the summary', value: median(summaries.map((it) => it.drawn.took)), unit: 'ms' },
    { name: 'charts of the summary, longest task', value: median(summaries.map((it) => it.drawn.longest)), unit: 'ms' },
    { name: 'charts after a change, longest task', value: median(summaries.map((it) => it.changed.longest)), unit: 'ms' },
    { name: 'charts of a subject', value: worst((it) => it.took), unit: 'ms' },
    { name: 'charts of a subject, longest task', value: worst((it) => it.longest), unit: 'ms' },
  ];
}

async function heap({ page, cdp }) {
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await cdp.send('Runtime.getHeapUsage');
  await cdp.send('HeapProfiler.disable');
  return { usedSize, backingStorageSize, page: page.url() };
}

async function memory(bench) {
  const { page, server, floor, times } = bench;
  await page.goto(server.url);
  await page.evaluate(() => window.bench.marks.open);
  await rest(page);
  const app = await heap(bench);
  const wasm = await page.evaluate(() => window.bench.wasm());
  await page.goto(`${floor.url}empty`);
  const before = await heap(bench);
  await page.goto(`${floor.url}#${times}`);
  await page.evaluate(() => window.bench.marks.floor);
  const after = await heap(bench);
  const mib = (bytes) => bytes / MIB;
  return [
    { name: 'memory', value: mib(app.usedSize + wasm), unit: 'MB', floor: mib(after.usedSize) },
    { name: 'memory, JavaScript', value: mib(app.usedSize), unit: 'MB', floor: mib(before.usedSize) },
    { name: 'memory, wasm', value: mib(wasm), unit: 'MB', floor: mib(after.usedSize - before.usedSize) },
  ];
}

async function units({ book }) {
  const sum = (texts) => texts.reduce((sum, text) => sum + text.length, 0);
  const all = sum(Object.keys(book.texts)) + sum(Object.values(book.texts));
  const plain = (sum(book.plain) * book.times) || 1;
  return [
    { name: 'units in localStorage', value: all, unit: 'units', floor: plain },
    { name: 'units per KUBE', value: all / book.groups, unit: 'units', floor: plain / book.groups },
  ];
}

export const MEASURES = {
  open: { run: open, throttled: true },
  read: { run: read, throttled: true },
  search: { run: search, throttled: true },
  group: { run: group, throttled: true },
  save: { run: save, throttled: true },
  file: { run: file, throttled: true },
  list: { run: list, throttled: true },
  suspects: { run: suspects, throttled: true },
  charts: { run: charts, throttled: true },
  memory: { run: memory, throttled: false },
  units: { run: units, throttled: false },
};
