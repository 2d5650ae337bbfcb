// Ends a real browser, or a part of it, again and again, just after the page said "saved", and looks whether what it said was
// true: nothing that was called saved is lost, nothing that was taken away is back. `cargo xtask test durability` runs it: each
// kind as it is, and with holes put in on purpose, which it has to find.
// Deliberately absent: power cuts. A killed process leaves what it gave to the system; only that can be shown on one machine.
import { parseArgs } from 'node:util';
import { newProfile, openBook, serve } from '../harness.mjs';
import { giveHands, hand } from '../hands.mjs';
import { anySeed, chance } from '../random.mjs';
import { recordsIn, stored } from '../steps.mjs';
import { HOLES } from './holes.mjs';
import { killer, rendererKiller } from './kill.mjs';
import { Model } from './model.mjs';
import { anyChange, without } from './script.mjs';
import { bookOf } from './tally.mjs';

/** The end comes at most so long after the page said "saved". */
const LATEST_MS = 300;

/** The most changes in one life. */
const LONGEST = 8;

/** Chromium writes localStorage to disk after five seconds: some lives are long enough for that, most are not. */
const LONG_LIFE = { share: 0.1, ms: 6_000 };

const KINDS = ['browser', 'renderer', 'worker', 'tab'];

const { values } = parseArgs({
  options: {
    kind: { type: 'string', default: 'browser' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(anySeed()) },
    hole: { type: 'string' },
  },
});
const { kind, hole } = values;
const kills = Number(values.kills);
const seed = Number(values.seed);
if (!(kills > 0) || !(seed >= 0) || !KINDS.includes(kind) || (hole && !HOLES[hole])) {
  throw new Error(`it takes --kind ${KINDS.join('|')}, --kills N, --seed N and --hole ${Object.keys(HOLES).join('|')}.`);
}

const wait = (ms) => new Promise((next) => setTimeout(next, ms));

/** Keeps hold of every worker, so that it can be ended from outside as the system would: without a word to the page. */
function holdWorkers() {
  const Real = Worker;
  window.held = [];
  window.Worker = class extends Real {
    constructor(...args) {
      super(...args);
      window.held.push(this);
    }
  };
}

async function prepare(context) {
  await giveHands(context);
  await context.addInitScript(holdWorkers);
  // A blank page has neither storage nor chance.
  if (hole) await context.addInitScript(`if (location.protocol !== 'about:') (${HOLES[hole]})();`);
}

/** A browser in which pages come and go; how one of them ends depends on the kind. */
class Host {
  constructor(server, profile) {
    Object.assign(this, { server, profile, stuck: 0 });
  }

  /** A page of the book, whatever became of the one before. */
  async page() {
    if (!this.book) {
      this.book = await openBook({ server: this.server, profile: this.profile, prepare });
      this.kill = await killer(this.profile);
      // A browser without a page may end by itself.
      if (kind === 'renderer' || kind === 'tab') this.blank = await this.book.context.newPage();
      return this.book.page;
    }
    const { context, violations } = this.book;
    violations.length = 0;
    const gone = context.pages().filter((it) => it !== this.blank);
    if (kind === 'worker') {
      await gone[0].goto('about:blank');
      await gone[0].goto(this.server.url);
      return gone[0];
    }
    const page = await this.arrive(context);
    await Promise.all(gone.map((it) => it.close().catch(() => {})));
    return page;
  }

  /**
   * A new page at the book. A navigation that the browser loses, as it may when its renderer has just died, says nothing of what
   * was saved: it is made again from another page, and counted.
   */
  async arrive(context) {
    for (let left = 2; ; left -= 1) {
      const page = await context.newPage();
      try {
        await page.goto('about:blank');
        await page.goto(this.server.url);
        return page;
      } catch (error) {
        if (left === 0 || error.name !== 'TimeoutError') throw error;
        this.stuck += 1;
        await page.close();
      }
    }
  }

  async end(page, luck) {
    const { context } = this.book;
    switch (kind) {
      case 'browser':
        await this.kill();
        this.book = undefined;
        break;
      case 'renderer':
        await (await rendererKiller(this.profile))();
        break;
      case 'worker':
        await page.evaluate(() => window.held.forEach((it) => it.terminate()));
        // The page goes on without it, and says so or not.
        await wait(luck.below(LATEST_MS));
        break;
      default:
        if (luck.happens(0.5)) await page.close();
        else {
          const session = await context.newCDPSession(page);
          await Promise.race([session.send('Page.crash').catch(() => {}), wait(1_000)]);
        }
    }
  }
}

/** What the page has, once it says that it is whole. */
async function find(page) {
  await hand(page, 'said');
  const settings = (await stored(page, 'buku-kube/settings'))[0]?.[1];
  return {
    real: await recordsIn(page),
    rehearsed: await recordsIn(page, 'buku-kube/practice/'),
    isPractice: await hand(page, 'isPractice'),
    name: settings ? JSON.parse(settings.slice(settings.indexOf('\n'))).name : '',
  };
}

const isAnythingFound = ({ lost, back, half }) => lost.length + back.length + half.length > 0;

/** One life: looks at what is there, changes it, and is ended. */
async function live(life, { host, model, luck, sum }) {
  const page = await host.page();
  let isEnding = false;
  try {
    const found = await find(page);
    const { lost, back, half } = model.compare(found);
    if (await page.getByText('Data yang tidak terbaca', { exact: true }).count()) half.push('a text that cannot be read');
    half.push(...host.book.violations.filter((it) => !/Target|crash/i.test(it)));
    if (lost.length + back.length + half.length) console.log(`  found at the start of life ${life}, after ${model.told.slice(-12).join(', ')}`);
    sum.lost.push(...lost);
    sum.back.push(...back);
    sum.half.push(...half);
    // After the first loss the model and the book are two: what the model would do next may not be there to be done.
    if (life > kills || isAnythingFound(sum)) return;

    let known = bookOf(found.real);
    let last;
    const begin = (at) => {
      const change = anyChange(known, model, luck, `${life}x${at}`, last);
      model.begin(change);
      known = without(known, change);
      last = change;
      const [verb, ...args] = change.act;
      return hand(page, verb, ...args).then(() => hand(page, 'said'));
    };
    const count = 1 + luck.below(LONGEST);
    const rests = luck.happens(LONG_LIFE.share);
    for (let at = 0; at < count; at += 1) {
      await begin(at).catch((error) => {
        error.message = `${life}x${at} ${last.way}: ${error.message}`;
        throw error;
      });
      model.saved();
      model.told.push(`${life}x${at} ${last.way}`);
      sum.saved += 1;
      sum.ways[last.way] = (sum.ways[last.way] ?? 0) + 1;
      if (rests && at === 0) await wait(LONG_LIFE.ms);
    }
    // As often as not the next change is on its way when the end comes.
    const until = wait(luck.below(LATEST_MS));
    if (luck.happens(0.5)) {
      begin(count).catch(() => {});
      model.told.push(`${life}x${count} ${last.way}, cut`);
    }
    await until;
    isEnding = true;
  } finally {
    await host.end(page, luck).catch((error) => {
      if (isEnding) throw error;
    });
  }
}

const started = performance.now();
const sum = { saved: 0, lost: [], back: [], half: [], ways: {} };
const server = await serve();
const profile = await newProfile();
const host = new Host(server, profile.folder);
console.log(`durability: ${kind}, seed ${seed}, ${kills} kills${hole ? `, hole ${hole}` : ''}`);
let lives = 0;
try {
  const [model, luck] = [new Model(), chance(seed)];
  for (let life = 1; life <= kills + 1; life += 1) {
    await live(life, { host, model, luck, sum });
    lives = life;
    if (isAnythingFound(sum)) break;
    if (life % 25 === 0) console.log(`durability: ${life} kills so far, ${sum.saved} changes, ${sum.lost.length} lost, ${sum.back.length} back`);
  }
} finally {
  await host.kill?.();
  await server.close();
  await profile.remove();
}
const seconds = Math.round((performance.now() - started) / 1000);
const ways = Object.entries(sum.ways).map(([way, count]) => `${way} ${count}`);
console.log(
  `durability: ${kind}, ${Math.min(lives, kills)} kills, ${sum.saved} changes called saved (${ways.join(', ')}), ${sum.lost.length} lost, ` +
    `${sum.back.length} back, ${sum.half.length} half, ${host.stuck} navigations lost by the browser, ${seconds} s`,
);
for (const [word, sentences] of Object.entries({ lost: sum.lost, back: sum.back, half: sum.half })) {
  for (const sentence of sentences.slice(0, 5)) console.log(`  ${word}: ${sentence}`);
}
const isFound = isAnythingFound(sum);
if (hole && !isFound) fail(`nothing was found of the hole ${hole}: this harness cannot fail, and proves nothing`);
if (!hole && isFound) fail(`what was called saved was not; the same script: --kind ${kind} --seed ${seed}`);

function fail(sentence) {
  console.error(`durability: ${sentence}`);
  process.exitCode = 1;
}
