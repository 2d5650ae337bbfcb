// Who comes for the first time: what the book says of itself, the published figures with their sources, how one takes part, and
// the ways to begin; empty places that say what goes there; the province or one's own city; and the four exercises of the practice
// book, each walked to its end.
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
    aid: 'Anggotanya keluarga miskin; pemerintah memberi bantuan awal berupa uang atau barang.',
    help: 'Pendamping membantu kelompok sampai usahanya mandiri.',
    here: 'Semua isian tinggal di perangkat ini, sampai Anda sendiri mengirim berkas.',
    parts: ['Program dalam angka', 'Alokasi PKP 2014'],
    poor: ['Berapa persen penduduk Kaltim miskin?', 'Berapa persen penduduk kota dan desa di Kaltim miskin?'],
    part: 'Cara ikut',
    begin: 'Mulai',
    doors: ['Pendamping', 'Dinas Sosial', 'Pengunjung'],
    file: 'Buka berkas atau daftar Excel',
    title: 'Angka program',
    figures: ['949 KUBE dengan 7.959 KK dalam lima tahun', '50 KUBE dengan 500 KK, alokasi PKP 2014', '32 Pendamping dari 5 kabupaten dilatih', '25 Penanggung jawab dari 3 kota mengikuti sosialisasi'],
    finding: '50 KUBE dengan 500 KK di 3 kota.',
    households: 'KK',
    rate: /^Maret 2026: Kaltim 5,14 persen/,
    not: /^Buku KUBE tidak menerima pendaftaran\./,
    look: 'Lihat angka program',
  },
  en: {
    kube: 'KUBE (Kelompok Usaha Bersama): 5–20 families who run one business together.',
    aid: 'Its members are poor families; the government gives start-up aid in money or goods.',
    help: 'A facilitator helps the group until its business stands by itself.',
    here: 'All entries stay on this device, until you yourself send a file.',
    parts: ['The programme in figures', 'Allocated by PKP in 2014'],
    poor: ['What part of the people of Kaltim is poor?', 'How many in towns and villages of Kaltim are poor?'],
    part: 'How to take part',
    begin: 'Begin',
    doors: ['Facilitator', 'Social affairs office', 'Visitor'],
    file: 'Open a file or an Excel list',
    title: 'Programme figures',
    figures: ['949 KUBE with 7,959 households in five years', '50 KUBE with 500 households, allocated by PKP in 2014', '32 Facilitators of 5 regencies trained', '25 Persons in charge of 3 cities informed'],
    finding: '50 KUBE with 500 households in 3 cities.',
    households: 'households',
    rate: /^March 2026: Kaltim 5\.14 percent/,
    not: /^Buku KUBE takes no applications\./,
    look: 'See the programme',
  },
};

/** The page for the public, as far as an empty book and one that is not have the same. */
async function assertPublic(page, t, words) {
  for (const line of [t.kube, t.aid, t.help]) await see(page, line);
  const told = await main(page).locator('dl > div').evaluateAll((all) => all.map((it) => `${it.querySelector('dd').innerText} ${it.querySelector('dt').innerText}`));
  assert.deepEqual(told, t.figures);
  await see(page, t.finding);
  const bars = { Samarinda: [20, 200], Balikpapan: [15, 150], Bontang: [15, 150] };
  for (const [city, [groups, households]] of Object.entries(bars)) {
    assert.equal(await step.allocated(page, city), `${groups} KUBE ${households} ${t.households}`);
  }
  const figure = page.getByRole('figure', { name: words.allocated, exact: true });
  await figure.getByText(words.table, { exact: true }).click();
  const rows = await figure.getByRole('table').getByRole('row').allInnerTexts();
  assert.deepEqual(rows.slice(1).map((row) => row.split('\t').slice(1).join(' ')), ['20 200', '15 150', '15 150', '50 500']);
  await figure.getByText(words.table, { exact: true }).click();
  assert.ok((await main(page).getByText(/^(Sumber|Source|Alokasi|Allocations): /).count()) >= 2, 'each figure has its source');
  // The charts come with the second wasm; each says its finding and its source.
  for (const name of t.poor) {
    const chart = page.getByRole('figure', { name, exact: true });
    await chart.locator('svg').waitFor();
    assert.match(await chart.locator('figcaption').innerText(), /BPS/);
  }
  await main(page).getByText(t.rate).first().waitFor();
  await main(page).getByText(t.not).waitFor();
}

for (const [lang, t] of Object.entries(FIRST)) {
  test(`the first visit says what this is, the figures with their sources, how one takes part and how one begins (${lang})`, () =>
    withBook({ lang }, async ({ page, violations }) => {
      const words = step.WORDS[lang];
      await phone(page);
      await main(page).getByRole('heading', { name: 'Buku KUBE', exact: true }).waitFor();
      await see(page, t.here);
      await assertPublic(page, t, words);
      const headings = await main(page).getByRole('heading').allInnerTexts();
      assert.deepEqual(headings, ['Buku KUBE', words.empty, ...t.parts, ...t.poor, t.part, t.begin, ...t.doors]);
      // What it is and each way to begin, before anything is scrolled; and the same ways at the end.
      await page.evaluate(() => scrollTo(0, 0));
      const link = (name) => main(page).getByRole('link', { name, exact: true });
      const practise = main(page).getByRole('button', { name: words.practice, exact: true });
      for (const way of [link(words.makeBook), link(t.file), practise]) {
        assert.equal(await way.count(), 2);
        const bottom = await way.first().evaluate((it) => it.getBoundingClientRect().bottom);
        assert.ok(bottom <= 740 - 60, `a way to begin ends at ${bottom} px`);
      }
      await assertSound(page, 'the first visit');
      if (process.env.SHOTS) await shots(page, `first-visit-${lang}`);

      await link(t.file).last().click();
      await step.seePage(page, words.files);
      await page.goBack();
      await link(words.makeBook).first().click();
      await step.seePage(page, words.newGroup);
      assert.deepEqual(violations, []);
    }));

  test(`whoever has a book sees the summary, and the page for the public under the last of the five places (${lang})`, () =>
    withBook({ lang }, async ({ page, violations }) => {
      const words = step.WORDS[lang];
      await phone(page);
      await step.addGroup(page, { name: 'Contoh Melati' });
      await step.go(page, 'summary');
      await step.chart(page, 'chartGroups');
      assert.equal(await main(page).getByText(t.kube, { exact: true }).count(), 0);
      await step.go(page, 'more');
      await follow(page, t.look);
      await step.seePage(page, t.title);
      await assertPublic(page, t, words);
      assert.equal(await main(page).getByText(words.empty, { exact: true }).count(), 0, 'this book is not empty');
      assert.equal(await main(page).getByRole('link', { name: words.makeBook }).count(), 0);
      await assertSound(page, 'the figures');
      if (process.env.SHOTS) await shots(page, `programme-${lang}`);
      await page.getByRole('banner').getByRole('link', { name: words.back, exact: true }).click();
      await step.seePage(page, words.more);
      // By its address, too.
      await page.evaluate(() => (location.hash = '#/programme'));
      await page.reload();
      await assertPublic(page, t, words);
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
      await step.practise(page);
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
    await step.practise(page);
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
