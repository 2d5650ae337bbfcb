// Measures the release build, and prints a list of `{ name, dataset, throttle, value, unit, floor }` as JSON.
// `cargo xtask bench` makes the books, starts this and judges. Deliberately absent: bounds.
//   node bench/main.mjs --data FOLDER [--only NAME] [--dataset N]
import { readFile, access } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DIST, newProfile, openBook, serve } from '../harness.mjs';
import { giveHands, SAVED } from '../hands.mjs';
import { fillFloor, serveFloor } from './floor.mjs';
import { giveInstruments } from './page.mjs';
import { MEASURES } from './measures.mjs';

const { values: wish } = parseArgs({
  options: { data: { type: 'string' }, only: { type: 'string' }, dataset: { type: 'string' }, dist: { type: 'string' } },
});
const BOOKS = ['1x', '4x', '10x', '5y'];
/** What is measured over five years of months: what a group with many records could slow down, and the room that they take. */
const OF_FIVE_YEARS = ['open', 'group', 'save', 'memory', 'units'];
const THROTTLES = [1, 4];

const say = (line) => process.stderr.write(`  ${line}\n`);
const dist = wish.dist ?? DIST;
const server = await serve({ root: dist, cache: 'max-age=3600' });
const floor = await serveFloor(dist);
const figures = [];

for (const dataset of wish.dataset ? [wish.dataset] : BOOKS) {
  const book = { ...JSON.parse(await readFile(join(wish.data, `${dataset}.json`), 'utf8')), dataset };
  const file = join(wish.data, `${dataset}.file`);
  await access(file);
  const profile = await newProfile();
  const prepare = async (context) => {
    context.setDefaultTimeout(300_000);
    await giveInstruments(context);
    await giveHands(context);
  };
  // A page of the app's origin without the app: the book is put there before it is first opened.
  const opened = await openBook({ profile: profile.folder, server, path: 'schema/kube-1.schema.json', prepare, mayLeave: true });
  try {
    const { page, context } = opened;
    page.setDefaultTimeout(300_000);
    const cdp = await context.newCDPSession(page);
    await fillFloor(page, floor.url, book.plain);
    await page.goto(`${server.url}schema/kube-1.schema.json`);
    await page.evaluate((texts) => Object.entries(texts).forEach(([key, text]) => localStorage.setItem(key, text)), book.texts);
    await page.goto(server.url);
    await page.getByRole('banner').getByRole('status').getByText(SAVED).waitFor();
    const throttled = async (rate, act) => {
      await cdp.send('Emulation.setCPUThrottlingRate', { rate });
      try {
        return await act();
      } finally {
        await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      }
    };
    const bench = { profile: profile.folder, page, context, cdp, server, floor, book, file, dataset, times: book.times, throttled };
    for (const [group, measure] of Object.entries(MEASURES)) {
      if (wish.only ? wish.only !== group : dataset === '5y' && !OF_FIVE_YEARS.includes(group)) continue;
      for (const throttle of measure.throttled ? THROTTLES : [1]) {
        for (const figure of await measure.run({ ...bench, throttle })) {
          figures.push({ name: figure.name, dataset, throttle, value: figure.value, unit: figure.unit, floor: figure.floor ?? null });
          say(`${figure.name} (${dataset}, ${throttle}x): ${figure.value.toFixed(1)} ${figure.unit}, floor ${figure.floor?.toFixed(1) ?? '–'}`);
        }
      }
    }
  } finally {
    await opened.close();
    await profile.remove();
  }
}
say(`The machine's load was ${loadavg()[0].toFixed(1)} at the end: times are of use only while it is below the number of cores.`);
await floor.close();
await server.close();
process.stdout.write(`${JSON.stringify(figures)}\n`);
