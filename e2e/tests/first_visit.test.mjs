// Who comes for the first time: what the book says of itself, a door for each, empty places that say what goes there, the
// published figures; the province or one's own city; and the four exercises of the practice book, each walked to its end.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violationsOf } from '../axe.mjs';
import { shots, withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const main = (page) => page.getByRole('main');
const see = (page, text) => main(page).getByText(text, { exact: true }).first().waitFor();
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const follow = (page, name) => main(page).getByRole('link', { name, exact: true }).click();
const phone = (page) => page.setViewportSize({ width: 360, height: 740 });

async function assertSound(page, what) {
  const violations = await violationsOf(page);
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), [], what);
  for (const width of [320, 360, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${what} at ${width}`);
  }
  await phone(page);
}

/** The least height of what can be tapped in a part of the page. */
const least = (part) =>
  part.locator('a, button, select').evaluateAll((all) => Math.min(...all.map((it) => it.getBoundingClientRect().height)));

const FIRST = {
  id: {
    kube: 'KUBE (Kelompok Usaha Bersama): 5–20 keluarga yang menjalankan satu usaha bersama.',
    here: 'Semua isian tinggal di perangkat ini, sampai Anda sendiri mengirim berkas.',
    doors: ['Pendamping', 'Dinas Sosial', 'Pengunjung'],
    file: 'Buka berkas atau daftar Excel',
    figures: 'Angka program',
  },
  en: {
    kube: 'KUBE (Kelompok Usaha Bersama): 5–20 families who run one business together.',
    here: 'All entries stay on this device, until you yourself send a file.',
    doors: ['Facilitator', 'Social affairs office', 'Visitor'],
    file: 'Open a file or an Excel list',
    figures: 'Programme figures',
  },
};

for (const [lang, t] of Object.entries(FIRST)) {
  test(`the first visit says in three lines what this is, and has a door for each who may come (${lang})`, () =>
    withBook({ lang }, async ({ page, violations }) => {
      const words = step.WORDS[lang];
      await phone(page);
      await main(page).getByRole('heading', { name: 'Buku KUBE', exact: true }).waitFor();
      for (const line of [t.kube, t.here]) await see(page, line);
      const headings = await main(page).getByRole('heading').allInnerTexts();
      assert.deepEqual(headings.slice(0, 5), ['Buku KUBE', words.empty, ...t.doors]);
      // All of it, and the first two doors, before anything is scrolled.
      const bottom = await main(page).getByRole('link', { name: t.file }).evaluate((it) => it.getBoundingClientRect().bottom);
      assert.ok(bottom <= 740 - 60, `the second door ends at ${bottom} px`);
      await assertSound(page, 'the first visit');
      if (process.env.SHOTS) await shots(page, `first-visit-${lang}`);

      await follow(page, t.figures);
      await step.seePage(page, t.figures);
      const rows = await main(page).getByRole('table').getByRole('row').allInnerTexts();
      assert.deepEqual(rows.slice(1).map((row) => row.split('\t').slice(1).join(' ')), ['20 200', '15 150', '15 150', '50 500']);
      await main(page).getByText(lang === 'id' ? /^949 KUBE dengan 7\.959 KK/ : /^949 KUBE with 7,959 households/).waitFor();
      assert.ok((await main(page).getByText(/^(Sumber|Source|Alokasi|Allocations): /).count()) >= 2, 'each figure has its source');
      await assertSound(page, 'the figures');
      if (process.env.SHOTS) await shots(page, `programme-${lang}`);
      await page.goBack();
      await follow(page, t.file);
      await step.seePage(page, words.files);
      await page.goBack();
      await follow(page, words.addGroup);
      await step.seePage(page, words.newGroup);
      assert.deepEqual(violations, []);
    }));
}

test('the empty list of KUBE says what goes there, and not that nothing was found', () =>
  withBook({}, async ({ page, violations }) => {
    await step.go(page, 'groups');
    await see(page, 'Di sini tampil KUBE yang Anda catat atau terima lewat berkas. Ketuk Tambah KUBE untuk yang pertama.');
    assert.equal(await main(page).getByText(/0 dari 0|Coba kata lain/).count(), 0);
    await step.addGroup(page, { name: 'Contoh Melati' });
    await step.go(page, 'groups');
    await main(page).getByRole('searchbox').fill('zzzz');
    await see(page, 'Tidak ada KUBE yang cocok. Coba kata lain atau hapus saringan.');
    assert.deepEqual(violations, []);
  }));

test('the summary is of the province or of one’s own city, chosen once and kept, and the address has both choices', () =>
  withBook({}, async ({ page, violations }) => {
    await phone(page);
    await step.addGroup(page, { name: 'Contoh Melati' });
    await step.addGroup(page, { name: 'Contoh Mawar', year: '2012' });
    await step.go(page, 'summary');
    const pill = main(page).getByRole('combobox', { name: 'Program dan tahun' });
    assert.deepEqual(await pill.getByRole('option').allInnerTexts(), ['Semua (2012–2014)', 'PKP 2014', 'PKP 2012']);
    const box = await pill.boundingBox();
    assert.ok(box.height === 48 && box.width < 250, `a pill of ${box.width} x ${box.height}`);
    assert.ok((await least(main(page).getByRole('navigation'))) >= 48);

    const chart = await step.chart(page, 'chartGroups');
    await chart.getByText('9 kabupaten/kota belum punya KUBE').waitFor();
    await follow(page, 'Kota saya');
    await step.seePage(page, 'Kota saya');
    assert.equal(await main(page).getByRole('button').count(), 10);
    await assertSound(page, 'the cities');
    await press(page, 'Samarinda');
    await step.seePage(page, 'Ringkasan Samarinda');
    assert.equal(new URL(page.url()).hash, '#/?region=64.72');
    assert.equal(await chart.getByText('belum punya KUBE').count(), 0, 'no other city is counted');
    assert.equal(await chart.getByRole('link', { name: /^Balikpapan/ }).count(), 0);
    // Of two years it is compared with nothing; of one of them with its own.
    assert.equal(await step.bar(page, 'Samarinda'), '2');
    await pill.selectOption('PKP 2014');
    await page.waitForURL(/#\/\?region=64\.72&scope=pkp-2014$/);
    assert.equal(await step.bar(page, 'Samarinda'), '1 dari 20');
    await assertSound(page, 'one city');
    if (process.env.SHOTS) await shots(page, 'one-city');

    await page.reload();
    await step.seePage(page, 'Ringkasan Samarinda');
    assert.equal(await step.bar(page, 'Samarinda'), '1 dari 20');
    await follow(page, 'Provinsi');
    await step.seePage(page, 'Ringkasan Kaltim');
    assert.equal(new URL(page.url()).hash, '#/?scope=pkp-2014', 'an address as it always was');
    // It is known now, and asked for no more.
    await follow(page, 'Kota saya');
    await step.seePage(page, 'Ringkasan Samarinda');
    await follow(page, 'Ganti kota');
    await press(page, 'Bontang');
    await step.seePage(page, 'Ringkasan Bontang');
    assert.equal(await step.bar(page, 'Bontang'), '0 dari 15');
    await page.evaluate(() => (location.hash = '#/?scope=pkp-2012'));
    await step.seePage(page, 'Ringkasan Kaltim');
    assert.equal(await step.bar(page, 'Samarinda'), '1');
    assert.deepEqual(violations, []);
  }));

for (const [lang, name] of [
  ['id', 'Mode latihan'],
  ['en', 'Practice mode'],
]) {
  test(`the line of practice is one line on a phone, with its way out (${lang})`, () =>
    withBook({ lang }, async ({ page }) => {
      const t = step.WORDS[lang];
      await phone(page);
      await main(page).getByRole('button', { name: t.practice, exact: true }).click();
      const line = page.getByRole('region', { name, exact: true });
      await line.waitFor();
      const { height } = await line.boundingBox();
      assert.ok(height <= 48, `${height} px`);
      assert.ok((await least(line)) >= 48, 'as high as a thumb');
      await line.getByRole('link').click();
      await step.seePage(page, lang === 'id' ? 'Latihan' : 'Exercises');
      await line.getByRole('button', { name: t.leavePractice, exact: true }).click();
      await main(page).getByRole('heading', { name: t.empty }).waitFor();
    }));
}

/** One exercise, by its title. */
const exercise = (page, title) =>
  main(page).getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

async function toExercises(page) {
  await page.getByRole('region', { name: 'Mode latihan' }).getByRole('link').click();
  await step.seePage(page, 'Latihan');
}

test('the practice book has four exercises, and each can be walked to its end', () =>
  withBook({}, async ({ page, violations }) => {
    await phone(page);
    await main(page).getByRole('button', { name: 'Coba mode latihan', exact: true }).click();
    await step.seePage(page, 'Ringkasan Kaltim');
    // No more than three things to see to, each with its reason.
    await main(page).getByRole('link', { name: '1 KUBE dengan isian yang berbeda', exact: true }).waitFor();
    await main(page).getByRole('link', { name: '1 KUBE belum lengkap atau perlu diperiksa', exact: true }).waitFor();
    await see(page, 'Diubah di dua perangkat: pilih yang benar');
    await toExercises(page);
    const left = { 'Data ganda': '2 tersisa', 'Isian yang berbeda': '1 tersisa', 'Berkas dari rekan': '1 tersisa', 'KUBE yang belum lengkap': '1 tersisa' };
    for (const [title, told] of Object.entries(left)) await exercise(page, title).getByText(told, { exact: true }).waitFor();
    await assertSound(page, 'the exercises');
    if (process.env.SHOTS) await shots(page, 'exercises');

    await follow(page, 'Periksa pasangan');
    const pairs = main(page).locator('a[href*="#/duplicates/"]');
    await pairs.filter({ hasText: 'NIK sama' }).click();
    await press(page, 'Orang yang sama');
    await pairs.filter({ hasText: 'Nama KUBE mirip' }).click();
    await press(page, 'Bukan KUBE yang sama');
    await see(page, 'Tidak ada data yang diduga ganda.');
    await toExercises(page);
    await exercise(page, 'Data ganda').getByText('Selesai', { exact: true }).waitFor();

    await follow(page, 'Pilih isian');
    await main(page).getByRole('button', { name: 'Pakai yang ini' }).first().click();
    await see(page, 'Tidak ada isian yang berbeda.');
    await toExercises(page);
    await exercise(page, 'Isian yang berbeda').getByText('Selesai', { exact: true }).waitFor();

    await press(page, 'Buka berkas latihan');
    await step.seePage(page, 'Periksa berkas');
    assert.deepEqual(await step.previewCounts(page), { conflict: 1, newerThere: 1, new: 1 });
    await step.takeIn(page, { conflicts: true });
    await see(page, '51 dari 51 KUBE');
    await toExercises(page);
    await exercise(page, 'Berkas dari rekan').getByText('Selesai', { exact: true }).waitFor();
    await exercise(page, 'Isian yang berbeda').getByText('1 tersisa', { exact: true }).waitFor();

    await follow(page, 'Buka KUBE');
    await see(page, 'Persetujuan 1 anggota belum dicatat.');
    await press(page, 'Catat untuk semua');
    await page.getByRole('dialog').getByRole('button', { name: 'Catat', exact: true }).click();
    await page.getByRole('status').getByText('Persetujuan 1 anggota dicatat.').waitFor();
    // The last in the list is a plain member.
    const name = await main(page).getByRole('listitem').getByRole('link').last().locator('b').innerText();
    await step.openMember(page, name);
    await page.getByRole('combobox', { name: 'Jabatan dalam KUBE', exact: true }).selectOption({ label: 'Sekretaris' });
    await main(page).getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByRole('status').getByText(`${name} disimpan.`).waitFor();
    await toExercises(page);
    await exercise(page, 'KUBE yang belum lengkap').getByText('Selesai', { exact: true }).waitFor();

    assert.deepEqual(await step.storedRecords(page), [], 'nothing of it is in the real book');
    await press(page, 'Mulai latihan dari awal');
    for (const [title, told] of Object.entries(left)) await exercise(page, title).getByText(told, { exact: true }).waitFor();
    assert.deepEqual(violations, []);
  }));
