// A large screen: the list beside the group that is open, tables with heads that order, keys that walk, and the state of the book at
// the foot of the bar.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shots, withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const t = step.WORDS.id;
const WIDE = { width: 1280, height: 800 };
const main = (page) => page.getByRole('main');
const heading = (page) => page.getByRole('heading', { level: 1 });
const beside = (page) => page.getByRole('navigation', { name: 'Daftar KUBE', exact: true });
const names = (page) => main(page).getByRole('rowheader').getByRole('link').allInnerTexts();
const column = (page, name) => main(page).getByRole('columnheader', { name, exact: true });
const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement);

/** A book with 75 groups of a made-up file, on a laptop. */
async function withManyGroups(use, viewport = WIDE) {
  const disk = await step.newFolder();
  try {
    const path = await step.sampleFile({ groups: 75, members: 400, seed: 3, out: disk.path('banyak.json') });
    await withBook({ viewport }, async (book) => {
      await step.openFile(book.page, path);
      await step.takeIn(book.page);
      await step.closeMessage(book.page);
      await use(book);
      assert.deepEqual(book.violations, []);
    });
  } finally {
    await disk.remove();
  }
}

test('the list is a table whose heads order it, and whose columns a person chooses and finds again', () =>
  withManyGroups(async ({ page }) => {
    await step.eventually(async () => (await names(page)).length, 30);
    const byName = await names(page);
    const counts = async () => (await main(page).getByRole('row').locator('td.number').allInnerTexts()).map(Number);
    await column(page, 'Anggota').getByRole('button').click();
    await step.eventually(() => column(page, 'Anggota').getAttribute('aria-sort'), 'ascending');
    const few = await counts();
    assert.deepEqual(few, few.toSorted((one, other) => one - other));
    await column(page, 'Anggota').getByRole('button').click();
    await step.eventually(() => column(page, 'Anggota').getAttribute('aria-sort'), 'descending');
    const many = await counts();
    assert.deepEqual(many, many.toSorted((one, other) => other - one));
    assert.ok(many[0] > few[0], 'the largest stand first');
    assert.match(page.url(), /order=-members/);
    // The order is a chip as any other, and is taken away by it.
    await main(page).getByRole('button', { name: 'Urut terbalik: Anggota: kembali ke urutan nama', exact: true }).click();
    await step.eventually(() => names(page), byName);

    assert.equal(await column(page, 'Pendamping').count(), 0);
    await main(page).getByText('Kolom', { exact: true }).click();
    await main(page).getByRole('checkbox', { name: 'Pendamping', exact: true }).check();
    await main(page).getByRole('checkbox', { name: 'Tahap', exact: true }).uncheck();
    await column(page, 'Pendamping').waitFor();
    await step.eventually(() => column(page, 'Tahap').count(), 0);
    if (process.env.SHOTS) await shots(page, 'table-1280');
    await page.reload();
    await column(page, 'Pendamping').waitFor();
    assert.equal(await column(page, 'Tahap').count(), 0);
  }));

test('a group opens beside the list, which keeps its place while one walks through groups', () =>
  withManyGroups(async ({ page }) => {
    const [first] = await names(page);
    assert.equal(await beside(page).count(), 0, 'no list beside itself');
    await main(page).getByRole('rowheader').getByRole('link', { name: first, exact: true }).click();
    await step.seePage(page, first);
    await beside(page).waitFor();
    const current = beside(page).locator('[aria-current]');
    await step.eventually(() => current.locator('b').innerText(), first);
    const list = beside(page).getByRole('listitem');
    await step.eventually(() => list.count(), 30);
    // More come into sight by themselves.
    await beside(page).evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await step.eventually(() => list.count(), 60);
    const place = () => beside(page).evaluate((element) => Math.round(element.scrollTop));
    const link = list.nth(45).getByRole('link');
    await link.scrollIntoViewIfNeeded();
    const before = await place();
    assert.ok(before > 1000, `${before} px down`);
    const name = await link.locator('b').innerText();
    await link.click();
    await step.seePage(page, name);
    await step.eventually(() => current.locator('b').innerText(), name);
    assert.equal(await list.count(), 60, 'as many rows');
    assert.equal(await place(), before, 'at the same place');
    if (process.env.SHOTS) await shots(page, 'beside-1280');
    // The list is narrowed there, too, and the page stays.
    await beside(page).getByRole('searchbox').fill('mawar');
    await step.eventually(async () => (await list.locator('b').allInnerTexts()).every((name) => /Mawar/.test(name)), true);
    await step.seePage(page, name);
    // A phone has the page alone.
    await page.setViewportSize({ width: 360, height: 740 });
    await step.eventually(() => beside(page).count(), 0);
    await step.seePage(page, name);
  }));

test('the members of a group are a table on a wide screen, masked, ordered by any head', () =>
  withBook({ viewport: WIDE }, async ({ page, violations }) => {
    await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 4));
    await step.eventually(() => names(page), step.TEN.slice(0, 4).map(({ name }) => name));
    const cells = await main(page).getByRole('cell').allInnerTexts();
    const { nik } = step.TEN[0];
    assert.ok(cells.includes(`${nik.slice(0, 4)}••••••••••${nik.slice(-2)}`), cells.join(' '));
    assert.ok(!cells.some((cell) => cell.includes(nik)));
    const ages = async () => (await main(page).locator('td.number').allInnerTexts()).map(Number);
    for (const [sort, sign] of [['ascending', 1], ['descending', -1]]) {
      await column(page, 'Umur').getByRole('button').click();
      await step.eventually(() => column(page, 'Umur').getAttribute('aria-sort'), sort);
      const now = await ages();
      assert.deepEqual(now, now.toSorted((one, other) => sign * (one - other)));
    }
    await column(page, 'Umur').getByRole('button').click();
    await step.eventually(() => column(page, 'Umur').getAttribute('aria-sort'), null);
    assert.deepEqual(await names(page), step.TEN.slice(0, 4).map(({ name }) => name));
    assert.deepEqual(violations, []);
  }));

test('keys walk, open and search; never with another key, never while one types, and not when switched off', () =>
  withManyGroups(async ({ page }) => {
    const all = await names(page);
    await page.keyboard.press('j');
    await step.eventually(() => hasFocus(main(page).getByRole('rowheader').first().getByRole('link')), true);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('j');
    await step.eventually(() => hasFocus(main(page).getByRole('rowheader').nth(1).getByRole('link')), true);
    await page.keyboard.press('Enter');
    await step.seePage(page, all[1]);
    await page.keyboard.press('j');
    await step.seePage(page, all[2]);
    await page.keyboard.press('k');
    await step.seePage(page, all[1]);
    for (const held of ['Control', 'Alt', 'Meta']) await page.keyboard.press(`${held}+j`);
    await step.seePage(page, all[1]);

    await page.keyboard.press('/');
    const field = page.getByRole('searchbox');
    await step.eventually(() => hasFocus(field), true);
    await page.keyboard.type('jen?');
    assert.equal(await field.inputValue(), 'jen?', 'letters that are typed are letters');
    await step.seePage(page, all[1]);
    assert.equal(await page.getByRole('dialog').count(), 0);
    await field.fill('');

    await heading(page).focus();
    await page.keyboard.press('e');
    await step.seePage(page, t.editGroup);
    await page.goBack();
    await step.seePage(page, all[1]);
    await page.keyboard.press('n');
    await step.seePage(page, t.newMember);
    await step.go(page, 'summary');
    await page.keyboard.press('/');
    await step.seePage(page, t.groups);
    await step.eventually(() => hasFocus(page.getByRole('searchbox')), true);

    await heading(page).focus();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Pintasan papan ketik' });
    await help.getByText('KUBE berikutnya', { exact: true }).waitFor();
    if (process.env.SHOTS) await shots(page, 'keys-1280');
    await page.keyboard.press('n');
    assert.ok(await help.isVisible(), 'nothing goes on behind a dialog');
    await page.keyboard.press('Escape');
    await step.seePage(page, t.groups);

    await step.go(page, 'more');
    const keys = main(page).getByRole('button', { name: 'Pakai pintasan papan ketik', exact: true });
    assert.equal(await keys.getAttribute('aria-pressed'), 'true');
    await keys.click();
    await step.eventually(() => keys.getAttribute('aria-pressed'), 'false');
    await page.reload();
    await step.seePage(page, t.more);
    await step.eventually(() => keys.getAttribute('aria-pressed'), 'false');
    for (const key of ['?', '/', 'n', 'j']) await page.keyboard.press(key);
    await step.seePage(page, t.more);
    assert.equal(await page.getByRole('dialog').count(), 0);
  }));

test('the foot of the bar says whether all is saved, when it was last sent, and how much room there is', () =>
  withBook({ viewport: WIDE }, async ({ page, violations }) => {
    const foot = page.getByRole('region', { name: 'Keadaan buku ini', exact: true });
    await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
    await foot.getByText('Tersimpan di perangkat ini', { exact: true }).waitFor();
    await foot.getByText('Belum pernah dikirim', { exact: true }).waitFor();
    const room = await foot.getByText(/^Ruang: sekitar [\d.]+ KUBE lagi$/).innerText();
    assert.ok(Number(room.replace(/\D/g, '')) > 1000, room);
    await step.sendFile(page);
    await foot.getByText(/^Terakhir dikirim: \d+ \p{L}+ \d{4}$/u).waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
    await step.eventually(() => foot.count(), 0);
    assert.deepEqual(violations, []);
  }));

test('on a laptop Enter leads on from the first field of a form, and Ctrl with Enter saves from any', () =>
  withBook({ viewport: WIDE }, async ({ page, violations }) => {
    await step.go(page, 'groups');
    await page.getByRole('link', { name: t.addGroup, exact: true }).click();
    await step.seePage(page, t.newGroup);
    await page.getByRole('textbox', { name: t.groupName }).fill('Contoh Melati');
    await page.keyboard.press('Enter');
    await step.eventually(() => hasFocus(page.getByRole('combobox', { name: t.business })), true);
    await step.seePage(page, t.newGroup);
    await page.getByRole('textbox', { name: t.groupName }).focus();
    await page.keyboard.press('Control+Enter');
    await step.seePage(page, t.newMember);
    assert.deepEqual(violations, []);
  }));

test('each of the five places is lit on the pages that belong to it', () =>
  withBook({}, async ({ page, violations }) => {
    const current = () => page.getByRole('navigation', { name: t.nav }).locator('[aria-current]').allInnerTexts();
    for (const [hash, place] of [
      ['#/', t.summary],
      ['#/duplicates', t.summary],
      ['#/nowhere', t.summary],
      ['#/conflicts', t.groups],
      ['#/files/coverage', t.files],
      ['#/erased', t.more],
      ['#/more', t.more],
    ]) {
      await page.evaluate((hash) => (location.hash = hash), hash);
      await step.eventually(async () => (await current()).map((text) => text.trim()), [place]);
    }
    assert.deepEqual(violations, []);
  }));
