// Charts that are drawn: the published rates on their page, one chart by itself, walking among its marks, and what leaves of it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const t = step.WORDS.id;
const main = (page) => page.getByRole('main');
const to = async (page, hash, title) => {
  await page.evaluate((hash) => (location.hash = hash), hash);
  await step.seePage(page, title);
};
const POOR = 'Berapa persen penduduk Kaltim miskin?';
const figure = (page, name) => page.getByRole('figure', { name, exact: true });

/** Another subject of charts. */
const topic = (page, name) => main(page).getByRole('navigation', { name: 'Pokok diagram' }).getByRole('link', { name, exact: true }).click();

/** What a file that is downloaded by a button holds. */
async function taken(page, name) {
  const [file] = await Promise.all([page.waitForEvent('download'), main(page).getByRole('button', { name, exact: true }).click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('the published rates have a sentence, a drawing that breaks where the series does, and a table', () =>
  withBook({}, async ({ page, violations }) => {
    await to(page, '#/programme', 'Angka program');
    const chart = figure(page, POOR);
    await chart.getByText(/^Maret 2026: Kaltim 5,14 persen, Indonesia 8,07 persen\. Sejak Maret 2021 Kaltim turun 1,40 poin persen/).waitFor();
    await figure(page, 'Berapa persen penduduk kota dan desa di Kaltim miskin?').waitFor();
    await chart.getByText('Tabel', { exact: true }).click();
    const rows = await chart.locator('tbody tr').allInnerTexts();
    assert.equal(rows.length, 33);
    assert.match(rows[0], /^Maret 2007\s+11,04\s+16,58$/);
    assert.match(rows.at(-1), /^Maret 2026\s+5,14\s+8,07$/);
    // Four runs of each of two lines: three breaks part them.
    assert.equal(await chart.locator('polyline.series-1, polyline.series-2').count(), 8);
    for (const why of [/^1 Sejak 2011 memakai/, /^2 Sejak 2015 tanpa Kalimantan Utara/, /^3 Sejak 2021 memakai/]) {
      await chart.locator('text').filter({ hasText: why }).first().waitFor();
    }
    assert.deepEqual(violations, []);
  }));

test('the marks of a drawing are one stop of Tab, and the arrows walk among them and stop at the ends', () =>
  withBook({}, async ({ page }) => {
    await to(page, '#/charts/poor', 'Diagram');
    const marks = main(page).locator('.mark');
    await marks.first().waitFor();
    assert.equal(await marks.count(), 33);
    const said = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
    await marks.first().focus();
    assert.equal(await said(), 'Maret 2007: Kaltim 11,04 persen, Indonesia 16,58 persen');
    await page.keyboard.press('ArrowLeft');
    assert.match(await said(), /^Maret 2007/, 'there is no way round');
    await page.keyboard.press('ArrowRight');
    assert.match(await said(), /^Maret 2008/);
    await page.keyboard.press('End');
    assert.match(await said(), /^Maret 2026/);
    await page.keyboard.press('ArrowRight');
    assert.match(await said(), /^Maret 2026/);
    assert.equal(await main(page).locator('.mark[tabindex="0"]').count(), 1);
    await page.keyboard.press('Home');
    assert.match(await said(), /^Maret 2007/);
  }));

test('a chart of the book leaves as a picture in lines, in dots, and as a table with the numbers of the page', () =>
  withBook({}, async ({ page, violations }) => {
    await step.practise(page);
    await step.seePage(page, t.summaryTitle);
    await main(page).getByRole('link', { name: 'Diagram lain dan unduh', exact: true }).click();
    await step.seePage(page, 'Diagram');
    await main(page).getByRole('link', { name: 'Unduh dan bagikan', exact: true }).nth(1).click();
    await page.waitForURL(/#\/charts\/households/);
    // The page of all charts has the same title: the one that was gone to is there when its chart is alone.
    await step.eventually(() => main(page).getByRole('figure').count(), 1);
    const chart = main(page).getByRole('figure');
    await chart.getByText('Tabel', { exact: true }).click();
    const seen = (await chart.locator('tbody tr, tfoot tr').allInnerTexts()).map((row) => row.trim().split(/\s*\t\s*|\n/).map((it) => it.trim()));

    await main(page).getByText('Unduh', { exact: true }).click();
    const table = await taken(page, 'Unduh CSV');
    assert.match(table.name, /^KUBE Berapa KK terdaftar di tiap wilayah - \d{4}-\d\d-\d\d\.csv$/);
    const lines = table.bytes.toString('utf8').replace(/^\ufeff/, '').split('\r\n');
    assert.equal(lines[0], 'Kabupaten/kota;Terdaftar;Alokasi');
    const written = lines.slice(1, seen.length + 1).map((line) => line.split(';').map((cell) => cell || '–'));
    assert.deepEqual(written, seen);

    const svg = (await taken(page, 'Unduh SVG')).bytes.toString('utf8');
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="720"/);
    assert.doesNotMatch(svg, /href|url\(|<script|<style/, 'it fetches nothing and runs nothing');
    for (const [name, value] of seen.slice(0, 3)) assert.ok(svg.includes(`>${name}</text>`) && svg.includes(`>${value}</text>`), name);

    const png = await taken(page, 'Unduh PNG');
    assert.equal(png.bytes.subarray(1, 4).toString(), 'PNG');
    assert.equal(png.bytes.readUInt32BE(16), 1440, 'twice as fine as it is read');
    assert.deepEqual(violations, []);
  }));

test('the address of a chart holds the programme and the year, and leads to the summary of these', () =>
  withBook({ hash: '#/charts/groups?scope=pkp-2014' }, async ({ page }) => {
    await step.seePage(page, 'Diagram');
    await main(page).getByText('Belum ada KUBE terdaftar.', { exact: true }).waitFor();
    await page.getByRole('banner').getByRole('link', { name: t.back, exact: true }).click();
    await page.waitForURL(/#\/charts\?scope=pkp-2014$/);
    await page.getByRole('banner').getByRole('link', { name: t.back, exact: true }).click();
    await step.seePage(page, t.summaryTitle);
    assert.match(page.url(), /scope=pkp-2014/);
    await step.practise(page);
    await step.seePage(page, t.summaryTitle);
    await to(page, '#/charts/groups?scope=pkp-2014', 'Diagram');
    await main(page).getByText('50 KUBE terdaftar; alokasi 3 kabupaten/kota sudah terpenuhi.', { exact: true }).waitFor();
  }));

test('all charts of a book stand on one page, of the province or of a city, and a mark leads to the KUBE that it counts', () =>
  withBook({}, async ({ page, violations }) => {
    await step.practise(page);
    await step.seePage(page, t.summaryTitle);
    await main(page).getByRole('link', { name: 'Diagram lain dan unduh', exact: true }).click();
    await step.seePage(page, 'Diagram');
    await step.eventually(() => main(page).getByRole('figure').count(), 8);
    await figure(page, 'Angka apa yang pernah diumumkan tentang KUBE?').waitFor();
    await topic(page, 'Anggota');
    await figure(page, 'Berapa umur anggota KUBE?').getByText(/^Dari 500 anggota, terbanyak /).waitFor();
    await topic(page, 'Pendampingan');
    await figure(page, 'Berapa kunjungan pendamping tiap bulan?').waitFor();
    await topic(page, 'Kemiskinan');
    await figure(page, 'Bagaimana kemiskinan berubah di tiap kabupaten/kota?').getByText(/^2025: Tertinggi: Mahakam Ulu, 10,09 persen\. Terendah: Balikpapan, 1,97 persen\.$/).waitFor();
    await topic(page, 'KUBE');
    await figure(page, 'Apakah KUBE masih berjalan?').waitFor();
    // What is counted is what the list behind it shows.
    const marks = figure(page, 'Sampai tahap mana KUBE berkembang?').getByRole('link', { name: /: \d/ });
    const said = await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')));
    const counts = said.map((text) => Number(text.split(': ')[1]));
    assert.equal(counts.reduce((sum, count) => sum + count, 0), 50, said.join('; '));
    await marks.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await step.seePage(page, t.groups);
    await main(page).getByText(`${counts[1]} dari 50 KUBE`, { exact: true }).waitFor();

    await to(page, '#/charts?region=64.72&topic=groups', 'Diagram');
    await figure(page, 'Samarinda: Apakah KUBE masih berjalan?').getByText(/^Dari 20 KUBE, /).waitFor();
    await main(page).getByRole('link', { name: 'Unduh dan bagikan', exact: true }).first().click();
    await page.waitForURL(/#\/charts\/status\?region=64\.72$/);
    await step.eventually(() => main(page).getByRole('figure').count(), 1);
    await page.getByRole('banner').getByRole('link', { name: t.back, exact: true }).click();
    await page.waitForURL(/#\/charts\?region=64\.72(&topic=groups)?$/);
    assert.deepEqual(violations, []);
  }));

test('what is entered shows at once in a chart that is open', () =>
  withBook({}, async ({ page, context, server }) => {
    await step.addGroup(page, { name: 'Contoh Melati' });
    await to(page, '#/charts/sex', 'Diagram');
    await main(page).getByText('Belum ada anggota terdaftar.', { exact: true }).waitFor();
    const group = await page.evaluate(() => Object.keys(localStorage).find((key) => key.includes('/group/')).split('/').at(-1));
    const tab = await context.newPage();
    await tab.goto(`${server.url}#/groups/${group}/members/new`);
    await step.seePage(tab, t.newMember);
    await step.addMember(tab, step.TEN[0]);
    await main(page).getByText('Dari 1 anggota, terbanyak Perempuan: 1.', { exact: true }).waitFor();
  }));

test('what is asked of is chosen above a chart, stands in its address, and leads on to the KUBE that are counted', () =>
  withBook({}, async ({ page, violations }) => {
    await step.practise(page);
    await step.seePage(page, t.summaryTitle);
    await to(page, '#/charts/groups', 'Diagram');
    await main(page).getByText(/^50 KUBE terdaftar; /).waitFor();
    await main(page).getByLabel('Wilayah', { exact: true }).selectOption('64.71');
    await page.waitForURL(/#\/charts\/groups\?region=64\.71$/);
    await figure(page, 'Balikpapan: Berapa KUBE terdaftar di tiap wilayah?').getByText(/^15 KUBE\. /).waitFor();
    await main(page).getByLabel('Urutan', { exact: true }).selectOption('value');
    await page.waitForURL(/#\/charts\/groups\?region=64\.71&order=value$/);
    const values = await main(page).locator('tbody td:first-of-type').allTextContents();
    const counts = values.map(Number);
    assert.deepEqual(counts, [...counts].sort((one, other) => other - one), 'the greatest comes first');
    assert.equal(counts.reduce((sum, count) => sum + count, 0), 15);

    const mark = main(page).locator('a.mark').first();
    const said = await mark.getAttribute('aria-label');
    await mark.focus();
    await page.keyboard.press('Enter');
    await step.seePage(page, t.groups);
    await main(page).getByText(`${said.split(': ')[1]} dari 50 KUBE`, { exact: true }).waitFor();

    await to(page, '#/charts/sex', 'Diagram');
    await main(page).getByLabel('Wilayah', { exact: true }).selectOption('64.72');
    await page.waitForURL(/region=64\.72/);
    const districts = await main(page).getByLabel('Kecamatan', { exact: true }).locator('option').count();
    assert.equal(districts, 11, 'the ten kecamatan of Samarinda, and all of them');
    await main(page).getByLabel('Kecamatan', { exact: true }).selectOption('64.72.03');
    await page.waitForURL(/region=64\.72\.03/);
    await main(page).getByRole('heading', { name: /^Kec\. Samarinda Ulu: Berapa perempuan dan laki-laki/ }).waitFor();
    assert.deepEqual(violations, []);
  }));

test('an area has a page of its own: numbers, what is missing, who works there, its kecamatan and its charts', () =>
  withBook({}, async ({ page, violations }) => {
    await step.practise(page);
    await step.seePage(page, t.summaryTitle);
    await to(page, '#/charts/poor-map', 'Diagram');
    const tile = main(page).locator('a.mark[aria-label^="Samarinda:"]');
    assert.match(await tile.getAttribute('aria-label'), /^Samarinda: 3,45 persen$/);
    await tile.focus();
    await page.keyboard.press('Enter');
    await step.seePage(page, 'Samarinda');
    await page.waitForURL(/#\/areas\/64\.72$/);
    const numbers = main(page).locator('dl.figures');
    await numbers.getByText('20', { exact: true }).waitFor();
    for (const title of ['Yang kurang', 'Pendamping di sini', 'Kegiatan di sini', 'Kecamatan']) {
      await main(page).getByRole('heading', { name: title, exact: true }).waitFor();
    }
    await figure(page, 'Samarinda: Apakah KUBE masih berjalan?').getByText(/^Dari 20 KUBE, /).waitFor();
    await figure(page, 'Bagaimana kemiskinan berubah di tiap kabupaten/kota?').getByText('2025: Samarinda: 3,45 persen.', { exact: true }).waitFor();
    await main(page).getByRole('link', { name: 'Daftar KUBE di sini', exact: true }).click();
    await step.seePage(page, t.groups);
    await main(page).getByText('20 dari 50 KUBE', { exact: true }).waitFor();
    await page.goBack();
    await main(page).getByRole('link', { name: 'Samarinda Ulu', exact: true }).click();
    await main(page).getByRole('heading', { name: 'Kec. Samarinda Ulu', exact: true }).waitFor();
    await to(page, '#/areas/64.99', t.missing).catch(() => assert.fail('what is no area has no page'));
    assert.deepEqual(violations, []);
  }));

test('areas stand side by side: found by a search, taken away by a tap, and kept in the address', () =>
  withBook({}, async ({ page, violations }) => {
    await step.practise(page);
    await step.seePage(page, t.summaryTitle);
    await to(page, '#/charts', 'Diagram');
    await main(page).getByRole('link', { name: 'Bandingkan wilayah', exact: true }).click();
    await main(page).getByText('Pilih sedikitnya dua wilayah.', { exact: true }).waitFor();
    const pick = async (typed, name) => {
      await main(page).getByLabel('Cari wilayah', { exact: true }).fill(typed);
      await main(page).getByRole('button', { name, exact: true }).click();
      await main(page).getByRole('button', { name: new RegExp(name) }).first().waitFor();
    };
    await pick('samar', 'Samarinda');
    await pick('balik', 'Balikpapan');
    await page.waitForURL(/#\/charts\/compare\?areas=64\.72,64\.71$/);
    await figure(page, 'Bagaimana keadaan tiap wilayah?').getByText(/^35 KUBE, /).waitFor();
    const rows = await figure(page, 'Berapa KUBE terdaftar di tiap wilayah?').locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
    assert.deepEqual(rows, [['Samarinda', '20'], ['Balikpapan', '15']]);
    await figure(page, 'Di mana kemiskinan turun sejak 2021?').getByText(/^Turun di 2 wilayah\./).waitFor();
    // What else is asked of is chosen beside them, and they stay.
    await main(page).locator('select.pill').first().selectOption('pkp-2014');
    await page.waitForURL(/#\/charts\/compare\?areas=64\.72,64\.71&scope=pkp-2014$/);
    await main(page).getByRole('button', { name: /Balikpapan/ }).first().click();
    await page.waitForURL(/#\/charts\/compare\?areas=64\.72&scope=pkp-2014$/);
    assert.deepEqual(violations, []);
  }));
