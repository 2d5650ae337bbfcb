// Tables that are damaged, locked, of another form or of several at once, through the picker: each is answered in words, the
// page goes on, and the book is as it was. `BUKU_SEED` repeats a run, `BUKU_FILES` changes how many are damaged.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { withBook } from '../harness.mjs';
import { chance } from '../random.mjs';
import * as step from '../steps.mjs';

const LISTS = fileURLToPath(new URL('../../tests/fixtures/lists/', import.meta.url));
const BOOK = fileURLToPath(new URL('../../tests/fixtures/v1/full.json', import.meta.url));
const SEED = Number(process.env.BUKU_SEED ?? 7);
const FILES = Number(process.env.BUKU_FILES ?? 500);
/** Longer than any of them may take; reached only by one that hangs. */
const HANGS = 60_000;

const main = (page) => page.getByRole('main');
const NIK = '6472034506859001';
const LIST = `Nama KUBE;Nama;NIK\nKUBE Mawar;Contoh Satu;${NIK}\n`;

let folder;
before(async () => (folder = await step.newFolder()));
after(() => folder.remove());

/** What the page said before, to tell it from what it says next. */
const markOld = (page) =>
  page.evaluate(() => {
    for (const said of document.querySelectorAll('main [role=alert], main [role=alert] *')) said.dataset.old = '';
  });

/** Waits until the page has said something of the file that was chosen, and tells what. */
async function answer(page) {
  const alert = page.locator('main [role=alert]:not([data-old]), main [role=alert] :not([data-old])').filter({ visible: true, hasText: /\S/ });
  const titles = new RegExp(`^(Impor dari tabel|${step.WORDS.id.preview})$`);
  const said = alert.or(page.getByRole('heading', { level: 1, name: titles }));
  await said.first().waitFor({ timeout: HANGS });
  return said.first().innerText();
}

/** The same bytes, damaged in one of the ways of chats, disks and those who mean harm. */
function damaged(bytes, { below, pick }) {
  const at = below(bytes.length);
  const copy = Buffer.from(bytes);
  const ways = [
    () => copy.subarray(0, at),
    () => copy.fill(0, at, Math.min(copy.length, at + below(600))),
    () => Buffer.concat([copy.subarray(0, at), copy.subarray(at + below(200))]),
    () => Buffer.concat([copy.subarray(0, at), copy.subarray(below(bytes.length)), copy.subarray(at)]),
    () => {
      for (let left = 1 + below(8); left; left -= 1) copy[below(copy.length)] ^= 1 << below(8);
      return copy;
    },
    () => Buffer.concat([copy.subarray(0, at), Buffer.from(pick(['"', '\u001f', '<', '{[', '\0', ';;;;', '\r'])), copy.subarray(at)]),
  ];
  return pick(ways)();
}

test(`${FILES} damaged tables and files through the picker: an answer to each, no error, and the book as it was`, { timeout: 3_600_000 }, () =>
  withBook({}, async ({ page, violations }) => {
    const luck = chance(SEED);
    const names = ['dki.xlsx', 'kaltara.xlsx', 'english.ods', 'groups.xls', 'dates.csv', 'excel-id.csv', 'utf16.csv'];
    const whole = await Promise.all([...names.map((name) => `${LISTS}${name}`), BOOK].map((path) => readFile(path)));
    await step.go(page, 'files');
    await step.eventually(async () => (await step.stored(page)).length, 1);
    const held = await step.storedRecords(page);
    const told = new Map();
    for (let number = 0; number < FILES; number += 1) {
      const from = luck.below(whole.length);
      const name = `${number}-${names[from] ?? 'kube.json'}`;
      const path = await folder.put(name, damaged(whole[from], luck));
      await step.go(page, 'files');
      await markOld(page);
      await step.pickFile(page, path);
      const said = await answer(page).catch((error) => assert.fail(`${name} of seed ${SEED}: ${error.message}`));
      told.set(said, (told.get(said) ?? 0) + 1);
      assert.equal(await page.locator('body').evaluate(() => 1 + 1), 2, 'the page answers');
    }
    console.log([...told].map(([said, count]) => `${count} × ${said}`).join('\n'));
    assert.deepEqual(await step.storedRecords(page), held);
    // A damaged XLS may end the worker that reads it; the page says so, and nothing else is on its console.
    const others = violations.filter((one) => !/sheets/.test(one));
    assert.deepEqual(others, []);
  }));

for (const [what, name, make, said] of [
  [
    'a workbook with a password',
    'kunci.xlsx',
    () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
    /^Berkas ini dikunci kata sandi\. Di Excel/,
  ],
  ['a link of Google', 'daftar.gsheet', () => '{"url":"https://docs.google.com/spreadsheets/d/1","doc_id":"1"}', /^Ini hanya tautan/],
  ['a web page in one file', 'daftar.xls', () => 'MIME-Version: 1.0\nContent-Type: multipart/related\n', /simpan sebagai \.xlsx/],
]) {
  test(`${what} is told what it is and what to do`, () =>
    withBook({}, async ({ page, violations }) => {
      await step.chooseFile(page, await folder.put(name, make()));
      await main(page).getByRole('alert').getByText(said).waitFor();
      assert.deepEqual(violations, []);
    }));
}

test('a table of a web page that is called .xls, and a CSV within quotes, are lists', () =>
  withBook({}, async ({ page, violations }) => {
    const row = (cell, values) => `<tr>${values.map((value) => `<${cell}>${value}</${cell}>`).join('')}</tr>`;
    const rows = LIST.trim().split('\n').map((line) => line.split(';'));
    const table = `<table border="1">${row('th', rows[0])}${row('td', rows[1])}</table>`;
    const csv = rows.map((values) => values.map((value) => `"${value}"`).join(',')).join('\n');
    for (const [name, content] of [['a.xls', table], ['b.xls', `<html><body>${table}</body></html>`], ['c.csv', csv]]) {
      await step.chooseFile(page, await folder.put(name, content));
      await step.seePage(page, 'Impor dari tabel');
      await main(page).getByText(name).first().waitFor();
      await main(page).getByText('1 KUBE baru, 1 anggota baru, 0 catatan bertambah atau berubah.').waitFor();
    }
    assert.deepEqual(violations, []);
  }));

test('of two lists that are chosen at once the first is opened, and the other waits by its name', () =>
  withBook({}, async ({ page, violations }) => {
    const other = LIST.replace('Mawar', 'Melati').replace('Satu', 'Dua').replace(NIK, '6472034506859002');
    const paths = [await folder.put('satu.csv', LIST), await folder.put('dua.csv', other)];
    await step.chooseFile(page, paths);
    await step.seePage(page, 'Impor dari tabel');
    await main(page).getByText('satu.csv').first().waitFor();
    await page.getByText('Daftar dibuka satu per satu. Menunggu di halaman Berkas: dua.csv.').waitFor();
    await step.go(page, 'files');
    await main(page).getByRole('button', { name: /dua\.csv/ }).first().click();
    await step.seePage(page, 'Impor dari tabel');
    await main(page).getByText('dua.csv').first().waitFor();
    assert.deepEqual(violations, []);
  }));

test('a workbook that is chosen together with a file of the book waits by its name', () =>
  withBook({}, async ({ page, violations }) => {
    await step.chooseFile(page, [BOOK, `${LISTS}dki.xlsx`]);
    await step.seePage(page, step.WORDS.id.preview);
    await page.getByText('Daftar dibuka satu per satu. Menunggu di halaman Berkas: dki.xlsx.').waitFor();
    await step.go(page, 'files');
    await main(page).getByRole('button', { name: /dki\.xlsx/ }).first().click();
    await step.seePage(page, 'Impor dari tabel');
    assert.deepEqual(violations, []);
  }));

test('a good list whose reader cannot be fetched is not called damaged; with a network it opens', () =>
  withBook({ options: { serviceWorkers: 'block' } }, async ({ page, server }) => {
    server.fault = (path) => (/sheets.*\.wasm$/.test(path) ? 'drop' : undefined);
    await step.chooseFile(page, `${LISTS}dki.xlsx`);
    await main(page).getByRole('alert').getByText(/^Bagian aplikasi yang membaca tabel belum ada/).waitFor();
    server.fault = undefined;
    await step.chooseFile(page, `${LISTS}dki.xlsx`);
    await step.seePage(page, 'Impor dari tabel');
  }));
