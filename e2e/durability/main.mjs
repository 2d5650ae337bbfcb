// Kills a real browser, again and again, just after the page said "saved", and looks whether what it said was true.
// `cargo xtask test durability` runs it: once as it is, and once with a mirror that forgets, which has to lose.
// Deliberately absent: power cuts. A killed process leaves what it gave to the system; only that can be shown on one machine.
import { parseArgs } from 'node:util';
import { newProfile, openBook, serve } from '../harness.mjs';
import { giveHands, hand } from '../hands.mjs';
import { anySeed, chance } from '../random.mjs';
import { killer } from './kill.mjs';
import { anyChange } from './script.mjs';
import { bookOf, look, recordsOf } from './tally.mjs';

/** The kill comes at most so long after the page said "saved". */
const LATEST_MS = 300;

/** The most changes in one life of the browser. */
const LONGEST = 12;

/** Chromium writes localStorage to disk after five seconds: some lives are long enough for that, most are not. */
const LONG_LIFE = { share: 0.1, ms: 6_000 };

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(anySeed()) },
    mirror: { type: 'string', default: 'on' },
  },
});
const kills = Number(values.kills);
const seed = Number(values.seed);
if (!(kills > 0) || !(seed >= 0) || !['on', 'off'].includes(values.mirror)) {
  throw new Error('it takes --kills N, --seed N and --mirror on or off.');
}
const forgets = values.mirror === 'off';

/**
 * A mirror that says yes to all and is another one at the next start. So the page says what it always says, and nothing but
 * the keeping is taken away.
 */
function forget() {
  const open = IDBFactory.prototype.open;
  const life = crypto.randomUUID();
  IDBFactory.prototype.open = function (name, ...version) {
    return open.call(this, `${name} ${life}`, ...version);
  };
}

const wait = (ms) => new Promise((next) => setTimeout(next, ms));

/** One life of the browser: looks at what is there, changes it, and is killed. */
async function live(life, { server, profile, changes, luck, sum }) {
  const prepare = async (context) => {
    await giveHands(context);
    if (forgets) await context.addInitScript(forget);
  };
  const book = await openBook({ server, profile, prepare });
  const kill = await killer(profile);
  try {
    const { page, violations } = book;
    // Until then the page says that it is still looking what it has.
    await hand(page, 'said');
    const records = recordsOf(await hand(page, 'file'));
    const { lost, half } = look(records, changes);
    if (await page.getByText('Data yang tidak terbaca', { exact: true }).count()) half.push('a text that cannot be read');
    half.push(...violations);
    for (const it of lost) changes.splice(changes.indexOf(it), 1);
    sum.lost.push(...lost);
    sum.half.push(...half);
    if (life > kills) return;

    const known = bookOf(records);
    const begin = (at) => {
      const mark = `${life}x${at}`;
      const change = { mark, saved: false, ...anyChange(known, luck, mark) };
      changes.push(change);
      const [verb, ...args] = change.act;
      const done = hand(page, verb, ...args).then(() => hand(page, 'said'));
      return { change, done };
    };
    const count = 1 + luck.below(LONGEST);
    const rests = luck.happens(LONG_LIFE.share);
    for (let at = 0; at < count; at += 1) {
      const { change, done } = begin(at);
      await done;
      change.saved = true;
      sum.saved += 1;
      if (rests && at === 0) await wait(LONG_LIFE.ms);
    }
    // As often as not the next change is on its way when the end comes.
    const until = wait(luck.below(LATEST_MS));
    if (luck.happens(0.5)) begin(count).done.catch(() => {});
    await until;
  } finally {
    await kill();
  }
}

const started = performance.now();
const sum = { saved: 0, lost: [], half: [] };
const server = await serve();
const profile = await newProfile();
console.log(`durability: seed ${seed}, ${kills} kills, mirror ${values.mirror}`);
try {
  const [changes, luck] = [[], chance(seed)];
  for (let life = 1; life <= kills + 1; life += 1) {
    await live(life, { server, profile: profile.folder, changes, luck, sum });
    if (life % 50 === 0) console.log(`durability: ${life} kills so far, ${sum.saved} changes, ${sum.lost.length} lost`);
  }
} finally {
  await server.close();
  await profile.remove();
}
const seconds = Math.round((performance.now() - started) / 1000);
console.log(
  `durability: ${kills} kills, ${sum.saved} changes called saved, ${sum.lost.length} lost, ${sum.half.length} half, ${seconds} s`,
);
for (const { mark, way } of sum.lost.slice(0, 5)) console.log(`  lost: ${mark}, ${way}`);
for (const sentence of sum.half.slice(0, 5)) console.log(`  half: ${sentence}`);
if (forgets && sum.lost.length === 0) fail('without a mirror nothing was lost: this harness cannot fail, and proves nothing');
if (!forgets && (sum.lost.length || sum.half.length)) fail(`what was called saved was not; the same script: --seed ${seed}`);

function fail(sentence) {
  console.error(`durability: ${sentence}`);
  process.exitCode = 1;
}
