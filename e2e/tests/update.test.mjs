// A new version on the host: told and not pressed upon anybody, used when the person says so, by all tabs at once, with
// nothing lost; and when it does not come whole, the old one goes on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serve, withBook } from '../harness.mjs';
import * as step from '../steps.mjs';
import { DIST, forget, kept, leave, newVersion, release, settle } from '../versions.mjs';

const { WORDS } = step;
const READY = 'Versi baru siap. Isian Anda tidak hilang.';
const USE = 'Pakai sekarang';

let one;
let two;
before(async () => {
  [one, two] = [await newVersion('versi-1'), await newVersion('versi-2')];
});
after(() => Promise.all([one?.remove(), two?.remove()]));

/** Comes back to the page after more than an hour, which is when it looks for a new version. */
async function comeBack(page) {
  await page.evaluate(() => {
    const later = Date.now() + 61 * 60 * 1000;
    Date.now = () => later;
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

async function withServer(root, use) {
  const server = await serve({ root });
  try {
    await withBook({ server }, (book) => use({ ...book, server }));
  } finally {
    await server.close();
  }
}

test('a new version is told over a half-typed form, and used when the person says so, in both tabs', () =>
  withServer(one.root, async ({ page, context, server, violations }) => {
    await kept(page);
    await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
    const other = await context.newPage();
    await other.goto(server.url);
    await step.seePage(other, WORDS.id.summaryTitle);
    await kept(other);
    await step.go(page, 'groups');
    await page.getByRole('link', { name: WORDS.id.addGroup, exact: true }).click();
    await step.fillGroup(page, { name: 'Contoh Setengah' });

    server.root = two.root;
    await comeBack(page);
    for (const tab of [page, other]) await tab.getByText(READY, { exact: true }).waitFor();
    const name = page.getByRole('textbox', { name: WORDS.id.groupName });
    assert.equal(await name.inputValue(), 'Contoh Setengah');
    await page.getByRole('textbox', { name: WORDS.id.year, exact: true }).fill('2015');
    // A reload by itself does not take the new version: the other tab has the old one.
    await other.reload();
    await other.getByText(READY, { exact: true }).waitFor();
    assert.deepEqual([await release(page), await release(other)], ['versi-1', 'versi-1']);

    await page.getByRole('button', { name: USE, exact: true }).click();
    for (const tab of [page, other]) {
      await tab.waitForFunction(() => document.querySelector('meta[name=release]')?.content === 'versi-2');
      await tab.getByRole('heading', { level: 1 }).waitFor();
      assert.equal(await tab.getByText(READY, { exact: true }).count(), 0);
    }
    await step.seePage(page, WORDS.id.newGroup);
    assert.equal(await name.inputValue(), 'Contoh Setengah');
    assert.equal(await page.getByRole('textbox', { name: WORDS.id.year, exact: true }).inputValue(), '2015');
    await page.getByRole('button', { name: WORDS.id.saveGroup, exact: true }).click();
    await step.seePage(page, WORDS.id.newMember);
    // Of two years, and so compared with the allocation of neither.
    assert.equal(await step.bar(other, 'Samarinda'), '2', 'what the old version wrote is read by the new');
    assert.deepEqual(violations, []);
  }));

test('what could not be saved holds the page back, and the others go on', () =>
  withServer(one.root, async ({ page, context, server }) => {
    await kept(page);
    await step.seePage(page, WORDS.id.summaryTitle);
    const other = await context.newPage();
    await other.goto(server.url);
    await step.seePage(other, WORDS.id.summaryTitle);
    await kept(other);
    await page.evaluate(() => {
      window.set = Storage.prototype.setItem;
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await step.go(page, 'groups');
    await page.getByRole('link', { name: WORDS.id.addGroup, exact: true }).click();
    await page.getByRole('textbox', { name: WORDS.id.groupName }).fill('Contoh Penuh');
    server.root = two.root;
    await comeBack(other);
    await other.getByRole('button', { name: USE, exact: true }).click();
    await other.waitForFunction(() => document.querySelector('meta[name=release]')?.content === 'versi-2');
    await step.seePage(other, WORDS.id.summaryTitle);
    assert.equal(await release(page), 'versi-1');
    assert.equal(await page.getByRole('textbox', { name: WORDS.id.groupName }).inputValue(), 'Contoh Penuh');

    await page.evaluate(() => {
      Storage.prototype.setItem = window.set;
    });
    await page.getByRole('textbox', { name: WORDS.id.groupName }).fill('Contoh Muat');
    await page.waitForFunction(() => document.querySelector('meta[name=release]')?.content === 'versi-2');
    await step.seePage(page, WORDS.id.newGroup);
    assert.equal(await page.getByRole('textbox', { name: WORDS.id.groupName }).inputValue(), 'Contoh Muat');
  }));

test('a version that nobody asked for is used at the next cold start', () =>
  withServer(one.root, async ({ page, context, server }) => {
    await kept(page);
    await step.seePage(page, WORDS.id.summaryTitle);
    server.root = two.root;
    await comeBack(page);
    await page.getByText(READY, { exact: true }).waitFor();
    await page.close();
    const next = await context.newPage();
    await leave(next, server);
    // To the browser the closed page is gone a moment later: until then the old version has somebody to serve.
    const isWaiting = async (url) => Boolean((await navigator.serviceWorker.getRegistration(url))?.waiting);
    await step.eventually(() => next.evaluate(isWaiting, server.url), false);
    await next.goto(server.url);
    await step.seePage(next, WORDS.id.summaryTitle);
    await step.eventually(() => release(next), 'versi-2');
  }));

test('at most once an hour the page looks for a new version', () =>
  withServer(one.root, async ({ page, server }) => {
    await kept(page);
    await step.seePage(page, WORDS.id.summaryTitle);
    const looks = () => server.hits.filter((path) => path.endsWith('/sw.js')).length;
    const first = looks();
    for (let times = 0; times < 5; times += 1) {
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    }
    await comeBack(page);
    await step.eventually(looks, first + 1);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.reload();
    await step.seePage(page, WORDS.id.summaryTitle);
    assert.ok(looks() <= first + 2, 'the browser itself may look once when the page is loaded');
  }));

const FAULTS = [
  { fault: 'drop', times: Infinity, whole: false },
  { fault: 'cut', times: Infinity, whole: false },
  { fault: 'drop', times: 1, whole: false },
  { fault: 'cut', times: 1, whole: true },
  { fault: 'delay', times: 1, whole: true },
];

test('whatever answer fails while an update comes, it is the new version whole or the old one whole', () =>
  withServer(one.root, async ({ page, server }) => {
    await kept(page);
    await leave(page, server);
    /** Opens the book while the host answers nothing whole. */
    const opens = async () => {
      server.fault = () => 'drop';
      await page.goto(server.url);
      await step.seePage(page, WORDS.id.summaryTitle);
      await step.go(page, 'more');
      const name = await release(page);
      await leave(page, server).catch(() => undefined);
      server.fault = undefined;
      return name;
    };
    // Two files differ; the rest is taken from the version before.
    for (const { fault, times, whole } of FAULTS) {
      for (const name of ['sw.js', '', 'icons/icon.svg']) {
        const isWhole = whole && !(name === 'sw.js' && fault === 'cut');
        const where = `${name || 'index.html'}: ${fault}, ${times} times`;
        await forget(page);
        server.root = one.root;
        assert.equal(await settle(page, server.url), true, where);
        server.root = two.root;
        let left = times;
        const hits = server.hits.length;
        server.fault = (path) => (path === name && left-- > 0 ? fault : undefined);
        assert.equal(await settle(page, server.url), isWhole, where);
        assert.ok(left < times || times === Infinity, `${where}: it was asked for`);
        assert.ok(server.hits.slice(hits).every((path) => /\/(sw\.js|icons\/icon\.svg|)$/.test(path)), where);
        server.fault = undefined;
        assert.equal(await opens(), isWhole ? 'versi-2' : 'versi-1', where);
        if (!isWhole) {
          assert.equal(await settle(page, server.url), true, `${where}: the next attempt`);
          assert.equal(await opens(), 'versi-2', where);
        }
      }
    }
  }));

test('the same release again is no new version', () =>
  withServer(DIST, async ({ page }) => {
    await kept(page);
    await step.seePage(page, WORDS.id.summaryTitle);
    await comeBack(page);
    await page.reload();
    await step.seePage(page, WORDS.id.summaryTitle);
    await kept(page);
    assert.equal(await page.getByText(READY, { exact: true }).count(), 0);
  }));
