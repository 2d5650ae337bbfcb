// The first screen says what it said before without reading the records, but only while nothing has changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newProfile, serve, withBook } from '../harness.mjs';
import * as pretend from '../pretend.mjs';
import * as step from '../steps.mjs';

const GLANCE = 'buku-kube/book/glance';
const t = step.WORDS.id;

/** Counts the groups that were read before the first sum was drawn. */
const watch = (context) =>
  context.addInitScript(() => {
    window.read = 0;
    const { getItem } = Storage.prototype;
    Storage.prototype.getItem = function read(key) {
      if (key.includes('/group/')) window.read += 1;
      return getItem.call(this, key);
    };
    const { createElement } = Document.prototype;
    Document.prototype.createElement = function create(...args) {
      if (args[0] === 'tfoot') window.readBefore ??= window.read;
      return createElement.apply(this, args);
    };
  });

/** What the charts' tables say in their last lines. */
const totals = (page) => page.locator('figure.chart tfoot').evaluateAll((all) => all.map((it) => it.textContent));
const readBefore = (page) => page.evaluate(() => window.readBefore);
/** Waits until what is kept is of so many changes; what was kept while they were made is of fewer. */
const atRest = (page, changes) =>
  // Version, day, mark, two times and three needs stand before the changes.
  page.waitForFunction(([key, changes]) => localStorage.getItem(key)?.split('\n')[1].split(' ')[8] === `${changes}`, [GLANCE, changes]);

/** A book with a group, at rest, and visits to it. */
async function withBookAtRest(use) {
  const [server, profile] = [await serve(), await newProfile()];
  const visit = (wish, look) =>
    withBook({ server, profile: profile.folder, ...wish, prepare: pretend.both(watch, wish.prepare ?? (() => {})) }, look);
  try {
    let before;
    await visit({}, async ({ page }) => {
      await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 3));
      await step.go(page, 'summary');
      await atRest(page, 4);
      before = await totals(page);
    });
    await use(visit, before);
  } finally {
    await server.close();
    await profile.remove();
  }
}

test('the first screen is there before the records are read, and all the rest after', () =>
  withBookAtRest(async (visit, before) => {
    await visit({}, async ({ page, violations }) => {
      await step.eventually(() => totals(page), before);
      assert.equal(await readBefore(page), 0);
      await step.go(page, 'groups');
      await page.getByRole('main').getByRole('link', { name: /Contoh Melati/ }).waitFor();
      // What is entered now is in the numbers at once, and at the next start.
      await step.addGroup(page, { name: 'Contoh Mawar' });
      await step.go(page, 'summary');
      await step.eventually(async () => (await totals(page))[0]?.includes('2') ?? false, true, 'two groups');
      assert.deepEqual(violations, []);
    });
    await visit({}, async ({ page }) => {
      await step.eventually(async () => (await totals(page))[0]?.includes('2') ?? false, true, 'two groups');
    });
  }));

test('on another day, and where something has changed, the records are read first', () =>
  withBookAtRest(async (visit, before) => {
    await visit({ prepare: pretend.days(1) }, async ({ page }) => {
      await step.eventually(() => totals(page), before);
      assert.ok((await readBefore(page)) > 0);
    });
    await visit({ prepare: pretend.days(1) }, async ({ page }) => {
      await atRest(page, 4);
      // Gone from one copy; the other has it.
      await page.evaluate(() => {
        const key = Object.keys(localStorage).find((key) => key.includes('/group/'));
        localStorage.removeItem(key);
      });
    });
    await visit({ prepare: pretend.days(1) }, async ({ page }) => {
      await step.eventually(() => totals(page), before);
      assert.equal(await page.locator('.frame').getByText(t.empty).count(), 0);
    });
  }));

test('a page that shows records is opened with them', () =>
  withBookAtRest(async (visit) => {
    await visit({ hash: '#/groups' }, async ({ page }) => {
      await page.getByRole('main').getByRole('link', { name: /Contoh Melati/ }).waitFor();
    });
    await visit({}, async ({ page }) => {
      // At once, before anything has been read by itself.
      await page.evaluate(() => (location.hash = '#/groups'));
      await page.getByRole('main').getByRole('link', { name: /Contoh Melati/ }).waitFor();
    });
  }));

test('when all is deleted, what the first screen said is deleted too', () =>
  withBookAtRest(async (visit) => {
    await visit({ hash: '#/more' }, async ({ page }) => {
      await page.getByRole('button', { name: t.clearAll, exact: true }).click();
      await page.getByRole('dialog').getByRole('textbox').fill('HAPUS');
      await page.getByRole('dialog').getByRole('button', { name: t.eraseYes, exact: true }).click();
      await step.go(page, 'summary');
      await page.getByText(t.empty).waitFor();
      await step.eventually(() => page.evaluate((key) => localStorage.getItem(key), GLANCE), null);
    });
    await visit({}, async ({ page }) => {
      await page.getByText(t.empty).waitFor();
    });
  }));

test('the first page of an empty book stands without the rest of the app, and its charts come when that is asked for again', () =>
  withBook({ options: { serviceWorkers: 'block' } }, async ({ page }) => {
    await page.route('**/later-*.wasm', (route) => route.abort());
    await page.reload();
    assert.equal(await step.allocated(page, 'Bontang'), '15 KUBE 150 KK');
    const alert = page.getByRole('main').getByRole('alert');
    await alert.getByText('Bagian aplikasi ini belum termuat').waitFor();
    await page.unroute('**/later-*.wasm');
    await alert.getByRole('button').click();
    await page.getByRole('figure', { name: 'Berapa persen penduduk Kaltim miskin?', exact: true }).locator('svg').waitFor();
  }));

test('what waits for the rest of the app says so when that does not come, and tries again', () =>
  withBook({ options: { serviceWorkers: 'block' } }, async ({ page }) => {
    await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
    await step.go(page, 'summary');
    await atRest(page, 2);
    const before = await totals(page);
    await page.evaluate((key) => localStorage.removeItem(key), GLANCE);
    await page.route('**/later-*.wasm', (route) => route.abort());
    await page.reload();
    const alert = page.getByRole('main').getByRole('alert');
    await alert.getByText('Bagian aplikasi ini belum termuat').waitFor();
    await page.unroute('**/later-*.wasm');
    await alert.getByRole('button').click();
    await step.eventually(() => totals(page), before);
  }));
