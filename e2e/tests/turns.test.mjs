// What happens to the book while files are on their way in: another book is opened, everything is deleted, a point is gone back to, a
// file is taken back, another tab puts something in place. Whatever it is, what was begun in one book writes nothing in another.
// The workers' answers are held, so that each step falls in the middle of an import whatever the machine.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newProfile, openBook, serve, withBook } from '../harness.mjs';
import { hold, release, releaseOne, slowWorkers } from '../pretend.mjs';
import * as step from '../steps.mjs';

const t = step.WORDS.id;
const GROUPS = 12;
const main = (page) => page.getByRole('main');
const taking = (page) => main(page).getByText(/^Menggabungkan: [1-9]\d* dari 12 KUBE$/);
const ENDED = 'Pengambilan berkas dihentikan, dan yang sudah masuk dikeluarkan lagi.';
const said = (page, text) => page.getByRole('status').getByText(text).waitFor();

let folder;
let file;
let other;
before(async () => {
  folder = await step.newFolder();
  file = await step.sampleFile({ groups: GROUPS, members: 60, seed: 3, out: folder.path('lain.json') });
  other = await folder.put('satu.json', step.textOf(step.fileOf(step.someRecords())));
});
after(() => folder.remove());

const records = async (page, space) =>
  (await step.stored(page, `buku-kube/${space}/`)).filter(([key]) => /\/(group\/|own\/|rest$|aside\/)/.test(key));
/** Both books, byte for byte. */
const books = async (page) => ({ book: await records(page, 'book'), practice: await records(page, 'practice') });
const isSettled = (page) => page.getByRole('banner').getByText(/^(Belum dikirim: |Tersimpan di perangkat ini$)/).waitFor();

async function enterPractice(page) {
  await step.go(page, 'more');
  await page.getByRole('button', { name: t.enterPractice, exact: true }).click();
  await page.getByRole('region', { name: 'Mode latihan' }).waitFor();
  await isSettled(page);
}

/** Takes the file in as far as its first home, and holds it there. */
async function takeInPart(page) {
  await step.openFile(page, file);
  await hold(page);
  await main(page).getByRole('button', { name: t.takeIn, exact: true }).click();
  // The import worker may be asked for duplicates, too.
  do await releaseOne(page);
  while (!(await taking(page).isVisible()));
}

/** Lets the held answers come, and whatever would follow on them. */
async function letGo(page) {
  await release(page);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  await isSettled(page);
}

const leavePractice = (page) => page.getByRole('button', { name: t.leavePractice, exact: true }).click();

test('leaving practice in the middle of an import ends it: nothing of it is in either book', () =>
  withBook({ prepare: slowWorkers }, async ({ page, violations }) => {
    await step.addGroupOf(page, { name: 'Contoh Asli' }, step.TEN.slice(0, 1));
    await enterPractice(page);
    const before = await books(page);
    await takeInPart(page);
    await leavePractice(page);
    await step.seePage(page, t.summaryTitle);
    await said(page, ENDED);
    await letGo(page);
    await step.eventually(() => books(page), before);
    await page.reload();
    await step.seePage(page, t.summaryTitle);
    await isSettled(page);
    assert.deepEqual(await books(page), before);
    assert.equal(await page.getByRole('alert').getByText('belum selesai digabungkan').count(), 0, 'it was taken back, and is not told as cut');
    assert.deepEqual(violations, []);
  }));

test('entering practice in the middle of an import ends it; begun afresh there, too', () =>
  withBook({ prepare: slowWorkers }, async ({ page, violations }) => {
    await step.addGroupOf(page, { name: 'Contoh Asli' }, step.TEN.slice(0, 1));
    await enterPractice(page);
    await leavePractice(page);
    await isSettled(page);
    const before = await books(page);
    await takeInPart(page);
    await enterPractice(page);
    await letGo(page);
    await step.eventually(() => books(page), before);

    await takeInPart(page);
    await step.go(page, 'more');
    await page.getByRole('button', { name: 'Mulai latihan dari awal', exact: true }).click();
    await said(page, ENDED);
    await letGo(page);
    const { book, practice } = await books(page);
    assert.deepEqual(book, before.book);
    assert.deepEqual(practice.map(([key]) => key), before.practice.map(([key]) => key), 'the practice book as it is filled');
    assert.deepEqual(violations, []);
  }));

test('what was looked at in one book is never offered, or taken in, in the other', () =>
  withBook({ prepare: slowWorkers }, async ({ page, violations }) => {
    await step.addGroupOf(page, { name: 'Contoh Asli' }, step.TEN.slice(0, 1));
    await enterPractice(page);
    await leavePractice(page);
    await isSettled(page);
    const before = await books(page);
    await hold(page);
    await step.chooseFile(page, file);
    await main(page).getByRole('button', { name: 'Hentikan', exact: true }).waitFor();
    await enterPractice(page);
    await letGo(page);
    await page.evaluate(() => (location.hash = '#/files/check'));
    await main(page).getByRole('link', { name: t.files, exact: true }).waitFor();
    assert.equal(await main(page).getByRole('button', { name: t.takeIn, exact: true }).count(), 0);

    await step.openFile(page, file);
    await leavePractice(page);
    await isSettled(page);
    await page.evaluate(() => (location.hash = '#/files/check'));
    await main(page).getByRole('link', { name: t.files, exact: true }).waitFor();
    assert.equal(await main(page).getByRole('button', { name: t.takeIn, exact: true }).count(), 0);
    assert.deepEqual(await books(page), before);
    assert.deepEqual(violations, []);
  }));

test('everything is deleted in the middle of an import: then nothing is here', () =>
  withBook({ prepare: slowWorkers }, async ({ page, violations }) => {
    await step.addGroupOf(page, { name: 'Contoh Asli' }, step.TEN.slice(0, 1));
    await takeInPart(page);
    await step.go(page, 'more');
    await page.getByRole('button', { name: t.clearAll, exact: true }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('HAPUS');
    await page.getByRole('dialog').getByRole('button', { name: t.eraseYes, exact: true }).click();
    await said(page, 'Buku ini sudah kosong.');
    await letGo(page);
    assert.deepEqual(await books(page), { book: [], practice: [] });
    await step.go(page, 'summary');
    await page.reload();
    await page.getByRole('heading', { name: t.empty }).waitFor();
    assert.deepEqual(violations, []);
  }));

test('a file is taken back while it, or another, is being taken in', () =>
  withBook({ prepare: slowWorkers }, async ({ page, violations }) => {
    await step.addGroupOf(page, { name: 'Contoh Asli' }, step.TEN.slice(0, 1));
    const first = await books(page);
    await step.openFile(page, other);
    await step.takeIn(page);
    const second = await books(page);
    const undo = (which) => page.getByRole('region', { name: 'Berkas yang sudah digabungkan' }).getByRole('button', { name: t.undo, exact: true }).nth(which);

    // The latest stands first: the one that is being taken in.
    await takeInPart(page);
    await step.go(page, 'files');
    await undo(0).click();
    await said(page, ENDED);
    await letGo(page);
    await step.eventually(() => books(page), second);

    await takeInPart(page);
    await step.go(page, 'files');
    await undo(1).click();
    await said(page, ENDED);
    await letGo(page);
    await step.eventually(() => books(page), first);
    assert.deepEqual(violations, []);
  }));

test('a point is gone back to in the middle of an import', () =>
  withBook({ prepare: slowWorkers }, async ({ page, violations }) => {
    await step.addGroupOf(page, { name: 'Contoh Asli' }, step.TEN.slice(0, 1));
    const before = await books(page);
    await step.openFile(page, other);
    await step.takeIn(page);
    await takeInPart(page);
    await step.goStorage(page);
    // The oldest: before the first file.
    await page.getByRole('region', { name: 'Titik pemulihan' }).getByRole('button', { name: 'Kembali ke sini', exact: true }).last().click();
    await said(page, 'Buku kembali ke titik itu.');
    await letGo(page);
    const names = (all) => all.book.map(([key]) => key).filter((key) => !key.endsWith('/rest'));
    assert.deepEqual(names(await books(page)), names(before));
    assert.deepEqual(violations, []);
  }));

test('another tab deletes everything in the middle of an import: it ends, with a word, and nothing comes back', () =>
  withBook({ prepare: slowWorkers }, async ({ page, context, server, violations }) => {
    await step.addGroupOf(page, { name: 'Contoh Asli' }, step.TEN.slice(0, 1));
    const tab = await context.newPage();
    await tab.goto(server.url);
    await isSettled(tab);
    await takeInPart(page);
    await isSettled(tab);
    await step.go(tab, 'more');
    await tab.getByRole('button', { name: t.clearAll, exact: true }).click();
    await tab.getByRole('dialog').getByRole('textbox').fill('HAPUS');
    await tab.getByRole('dialog').getByRole('button', { name: t.eraseYes, exact: true }).click();
    await said(tab, 'Buku ini sudah kosong.');
    await said(page, ENDED);
    await letGo(page);
    assert.deepEqual(await books(page), { book: [], practice: [] });
    await step.go(page, 'summary');
    await page.reload();
    await page.getByRole('heading', { name: t.empty }).waitFor();
    assert.deepEqual(violations, []);
  }));

test('an import that a reload has cut is told, and the same file completes it', () =>
  withBook({ prepare: slowWorkers }, async ({ page, violations }) => {
    await step.addGroupOf(page, { name: 'Contoh Asli' }, step.TEN.slice(0, 1));
    await takeInPart(page);
    await isSettled(page);
    await page.reload();
    const told = page.getByRole('alert').getByText(/^Berkas lain\.json belum selesai digabungkan: halaman tertutup sebelum 12 KUBE di dalamnya masuk semua\. Buka lagi/);
    await told.waitFor();
    // The same is told while nothing is done about it.
    await page.reload();
    await told.waitFor();
    await step.openFile(page, file);
    await step.takeIn(page);
    await page.getByText(/^Berkas digabungkan\. Sekarang 13 KUBE, /).waitFor();
    await told.waitFor({ state: 'detached' });
    await page.reload();
    await step.seePage(page, t.groups);
    await isSettled(page);
    assert.equal(await told.count(), 0);
    assert.deepEqual(violations, []);
  }));

test('an import that was cut is gone back on, from Berkas; or left as it is', async () => {
  const [server, profile] = [await serve(), await newProfile()];
  const book = await openBook({ server, profile: profile.folder, prepare: slowWorkers });
  try {
    const { page, violations } = book;
    await step.addGroupOf(page, { name: 'Contoh Asli' }, step.TEN.slice(0, 1));
    const before = await books(page);
    const told = page.getByText(/belum selesai digabungkan/);
    const box = main(page).locator('.box.warning').filter({ hasText: 'belum selesai digabungkan' });
    await takeInPart(page);
    await isSettled(page);
    await page.reload();
    await page.getByRole('alert').filter({ hasText: 'belum selesai digabungkan' }).getByRole('link', { name: t.files }).click();
    await box.getByRole('button', { name: 'Kembali ke titik sebelum berkas itu', exact: true }).click();
    await said(page, 'Buku kembali ke titik itu.');
    await told.first().waitFor({ state: 'detached' });
    const names = (all) => all.book.map(([key]) => key);
    assert.deepEqual(names(await books(page)), names(before));

    await takeInPart(page);
    await isSettled(page);
    await page.reload();
    await step.go(page, 'files');
    await box.getByRole('button', { name: 'Biarkan begini', exact: true }).click();
    await told.first().waitFor({ state: 'detached' });
    await page.reload();
    await isSettled(page);
    assert.equal(await told.count(), 0);
    assert.deepEqual(violations, []);
  } finally {
    await book.close();
    await server.close();
    await profile.remove();
  }
});
