// The lists that offices have, CSV and Excel: a worker reads them, a person says what the columns are, and what is made of
// them goes the ordinary way in. The page can be used meanwhile, and what goes wrong is said.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { withBook } from '../harness.mjs';
import { hold, release, slowWorkers } from '../pretend.mjs';
import * as step from '../steps.mjs';

const t = step.WORDS.id;
const LISTS = fileURLToPath(new URL('../../tests/fixtures/lists/', import.meta.url));
const main = (page) => page.getByRole('main');
const press = (within, name) => within.getByRole('button', { name, exact: true }).click();
const see = (page, text) => main(page).getByText(text).first().waitFor();
const combobox = (page, name) => main(page).getByRole('combobox', { name, exact: true });
const chip = (page, word, count) => main(page).getByRole('button', { name: `${word} ${count}`, exact: true });

let folder;
before(async () => (folder = await step.newFolder()));
after(() => folder.remove());

/** Opens a list that is good, and ends where its columns are chosen. */
async function openList(page, path) {
  await step.chooseFile(page, path);
  await step.seePage(page, WORDS.id.list);
}

const WORDS = {
  id: {
    list: 'Impor dari tabel',
    go: 'Periksa sebelum diimpor',
    nothing: 'Tidak ada yang baru di daftar ini. Semua yang dapat diimpor sudah ada di buku.',
    comes: '2 KUBE baru, 4 anggota baru, 0 catatan bertambah atau berubah.',
    chips: { 'Tidak diimpor': 2, 'Diimpor sebagian': 2, 'Diimpor seluruhnya': 2 },
    damaged: 'Berkas tabel ini rusak atau terpotong. Minta pengirim mengirim ulang.',
    nik: 'NIK (anggota)',
  },
  en: {
    list: 'Take in a table',
    go: 'Check before taking in',
    nothing: 'There is nothing new in this list. All that can be taken is in the book already.',
    comes: '2 new KUBE, 4 new members, 0 records added to or changed.',
    chips: { 'Left out': 2, 'Taken without some values': 2, 'Taken whole': 2 },
    damaged: 'This table file is damaged or cut. Ask the sender to send it again.',
    nik: 'NIK (national id number) (member)',
  },
};

for (const lang of ['id', 'en']) {
  test(`a list of the office is read by a worker, mapped, checked and taken in; again it brings nothing (${lang})`, () =>
    withBook({ lang }, async ({ page, requests, violations }) => {
      const [w, words] = [WORDS[lang], step.WORDS[lang]];
      await step.go(page, 'files');
      // A book that is new says at first whose it is.
      await step.eventually(async () => (await step.stored(page)).length, 1);
      const before = await step.stored(page);
      await step.chooseFile(page, `${LISTS}dki.xlsx`);
      await step.seePage(page, w.list);
      await see(page, 'dki.xlsx');
      assert.ok(requests.some((url) => /\/sheets-[0-9a-f]+\.wasm$/.test(url)), 'the sheets worker reads it');
      for (const [word, count] of Object.entries(w.chips)) await main(page).getByRole('button', { name: `${word} ${count}`, exact: true }).waitFor();
      const column = main(page).getByRole('combobox', { name: 'NIK', exact: true });
      assert.equal(await column.evaluate((it) => it.selectedOptions[0].label), w.nik);
      await see(page, w.comes);
      assert.deepEqual(await step.stored(page), before, 'nothing is half taken');
      await press(main(page), w.go);
      await step.seePage(page, words.preview);
      // By what the office called it, and not by a device.
      await see(page, { id: /^Dari dki\.xlsx, dibuat /, en: /^From dki\.xlsx, made / }[lang]);
      assert.deepEqual(await step.previewCounts(page), { new: 2 });
      await step.takeIn(page);
      for (const name of ['KUBE Mawar', 'KUBE Melati']) await main(page).getByRole('link', { name }).waitFor();
      const held = await step.storedRecords(page);

      await step.chooseFile(page, `${LISTS}dki.xlsx`);
      await step.seePage(page, w.list);
      await see(page, w.nothing);
      assert.equal(await main(page).getByRole('button', { name: w.go, exact: true }).count(), 0);

      // CSV, dates in five spellings.
      await step.chooseFile(page, `${LISTS}dates.csv`);
      await step.seePage(page, w.list);
      await see(page, 'dates.csv');
      await press(main(page), w.go);
      await step.seePage(page, words.preview);
      await press(main(page), words.cancel);
      assert.deepEqual(await step.storedRecords(page), held);

      const bytes = await readFile(`${LISTS}dki.xlsx`);
      await step.chooseFile(page, await folder.put('rusak.xlsx', bytes.subarray(0, bytes.length / 2)));
      await main(page).getByRole('alert').getByText(w.damaged).waitFor();
      assert.deepEqual(await step.storedRecords(page), held);
      assert.deepEqual(violations, []);
    }));
}

/** How many rows come to what: left out, in part, whole. */
async function rowsAre(page, counts) {
  const words = Object.keys(WORDS.id.chips);
  for (const [place, count] of counts.entries()) await chip(page, words[place], count).waitFor();
}

test('each choice shows what it does to the rows, and a heading that is chosen brings a guess of its own', () =>
  withBook({}, async ({ page, violations }) => {
    await openList(page, `${LISTS}dki.xlsx`);
    await rowsAre(page, [2, 2, 2]);
    await press(main(page), 'Tidak diimpor 2');
    await see(page, 'Orang yang sama sudah ada di baris 2.');
    await step.eventually(() => main(page).getByText('Jenis kelamin tidak terbaca').count(), 0, 'only what is asked for');
    await chip(page, 'Tidak diimpor', 2).click();
    await see(page, 'Jenis kelamin tidak terbaca. Tulis L atau P.');

    await combobox(page, 'Nama KUBE').selectOption({ label: 'Tidak dipakai' });
    await see(page, 'Nama KUBE tidak disebut. Pilih kolomnya, atau isi nama KUBE untuk seluruh lembar.');
    await rowsAre(page, [6, 0, 0]);
    await see(page, WORDS.id.nothing);
    assert.equal(await main(page).getByRole('button', { name: WORDS.id.go, exact: true }).count(), 0);
    const name = main(page).getByRole('textbox', { name: 'Nama KUBE, bila seluruh lembar satu KUBE' });
    await name.fill('Contoh Satu-satunya');
    await name.blur();
    await see(page, /^[12] KUBE baru, [1-9]/);
    await combobox(page, 'Nama KUBE').selectOption({ label: 'Nama KUBE' });
    await name.waitFor({ state: 'detached' });
    await rowsAre(page, [2, 2, 2]);
    await see(page, WORDS.id.comes);

    const heading = combobox(page, 'Baris judul kolom');
    await heading.selectOption({ label: 'Tidak ada judul kolom' });
    await combobox(page, 'Kolom 2').waitFor();
    await heading.selectOption({ index: 1 });
    await combobox(page, 'Nama').waitFor();
    await rowsAre(page, [2, 2, 2]);
    assert.deepEqual(violations, []);
  }));

test('what two columns contest, and two villages of one name, is asked; the answers stay over Back and a reload', () =>
  withBook({}, async ({ page, violations }) => {
    const person = (at, village) =>
      `Mawar,Contoh Orang ${at},647203450685900${at},08120000000${at},08130000000${at},${village},Samarinda Ulu`;
    const rows = [person(1, 'Sidodadi'), person(2, 'Air Putih'), person(3, 'Sidodadi')];
    const asked = await folder.put('ditanya.csv', `Nama KUBE,Nama,NIK,No HP,No WA,Kelurahan,Kecamatan\n${rows.join('\n')}\n`);
    await openList(page, asked);
    await rowsAre(page, [3, 0, 0]);
    await see(page, 'Belum ada yang dapat diimpor. Jawab dulu yang ditanyakan di atas.');
    await press(main(page), 'No HP');
    await press(main(page), 'Satu KUBE');
    await rowsAre(page, [0, 0, 3]);
    await see(page, '1 KUBE baru, 3 anggota baru, 0 catatan bertambah atau berubah.');
    await see(page, '3 + 0 + 0 + 1 + 0 + 0 = 4 baris di lembar ini.');
    const phone = async () => (await combobox(page, 'No HP').inputValue()) === 'member.phone';
    await page.goBack();
    await combobox(page, 'No HP').waitFor({ state: 'detached' });
    await page.goForward();
    await rowsAre(page, [0, 0, 3]);
    assert.ok(await phone(), 'over Back');
    await page.reload();
    await see(page, /^Halaman dimuat ulang/);
    await openList(page, asked);
    await rowsAre(page, [0, 0, 3]);
    assert.ok(await phone(), 'over a reload');
    assert.deepEqual(violations, []);
  }));

test('what another tab takes in counts at once for the list that is open here', () =>
  withBook({}, async ({ page, context, server, violations }) => {
    await openList(page, `${LISTS}dki.xlsx`);
    await see(page, WORDS.id.comes);
    const other = await context.newPage();
    await other.goto(server.url);
    await openList(other, `${LISTS}dki.xlsx`);
    await press(main(other), WORDS.id.go);
    await step.seePage(other, t.preview);
    await step.takeIn(other);
    await see(page, WORDS.id.nothing);
    assert.deepEqual(violations, []);
  }));

test('while a list is opened or read the page can be used, and what is not known yet cannot be taken', () =>
  withBook({ prepare: slowWorkers }, async ({ page, violations }) => {
    const rows = Array.from({ length: 3000 }, (_, at) => `Contoh Kelompok ${Math.floor(at / 10)},Contoh Orang ${at},L`);
    const long = await folder.put('panjang.csv', `Nama KUBE,Nama,L/P\n${rows.join('\n')}\n`);
    await step.go(page, 'files');
    await hold(page);
    await step.chooseFile(page, long);
    await press(main(page), 'Hentikan');
    await main(page).getByRole('button', { name: 'Hentikan', exact: true }).waitFor({ state: 'detached' });
    await release(page);
    await step.seePage(page, t.files);

    await openList(page, long);
    await chip(page, 'Diimpor seluruhnya', '3.000').waitFor();
    // The heading is a row as well, and in a count of its own.
    await see(page, 'dan 2.971 lagi');
    const go = main(page).getByRole('button', { name: WORDS.id.go, exact: true });
    assert.ok(await go.isEnabled());
    await hold(page);
    await combobox(page, 'Tahun anggaran').selectOption('2014');
    await see(page, /^Membaca baris: [\d.]+ dari 3\.001$/);
    assert.ok(await go.isDisabled(), 'what is shown is not yet of this choice');
    // Two more before the first is answered: the last one counts.
    await combobox(page, 'Tahun anggaran').selectOption('2013');
    await combobox(page, 'Tahun anggaran').selectOption('2012');
    await release(page);
    await go.click();
    await step.seePage(page, t.preview);
    assert.deepEqual(await step.previewCounts(page), { new: 300 });
    await step.takeIn(page);
    const { records } = JSON.parse(await readFile(await step.sendFile(page), 'utf8'));
    const years = new Set(records.filter(({ kind }) => kind === 'group').map(({ changes }) => changes.at(-1).set.year));
    assert.deepEqual([...years], [2012]);
    assert.equal(records.filter(({ kind }) => kind === 'member').length, 3000);
    assert.equal(new Set(records.map(({ id }) => id)).size, records.length);
    assert.deepEqual(violations, []);
  }));

test('a worker that breaks down over a list is told, and the book is as before', () =>
  withBook({ prepare: slowWorkers }, async ({ page }) => {
    await openList(page, `${LISTS}dki.xlsx`);
    await see(page, WORDS.id.comes);
    const before = await step.storedRecords(page);
    await hold(page);
    await combobox(page, 'Tahun anggaran').selectOption('2014');
    await release(page, { fail: true });
    const told = main(page).getByRole('alert').getByText('Berkas tidak dapat diperiksa sekarang. Muat ulang halaman, lalu buka berkas itu lagi.');
    await told.waitFor();
    assert.ok(await main(page).getByRole('button', { name: WORDS.id.go, exact: true }).isDisabled());
    // The next choice that is answered mends it.
    await combobox(page, 'Tahun anggaran').selectOption('2013');
    await told.waitFor({ state: 'detached' });
    assert.deepEqual(await step.storedRecords(page), before);
  }));
