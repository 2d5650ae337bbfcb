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

    const table = await taken(page, 'Unduh CSV');
    assert.match(table.name, /^KUBE KK per kabupaten kota - \d{4}-\d\d-\d\d\.csv$/);
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
    await figure(page, 'Apakah KUBE masih berjalan?').waitFor();
    assert.equal(await main(page).getByRole('figure').count(), 10);
    await figure(page, 'Berapa umur anggota KUBE?').getByText(/^Dari 500 anggota, terbanyak /).waitFor();
    // What is counted is what the list behind it shows.
    const marks = figure(page, 'Sampai tahap mana KUBE berkembang?').getByRole('link');
    const said = await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')));
    const counts = said.map((text) => Number(text.split(': ')[1]));
    assert.equal(counts.reduce((sum, count) => sum + count, 0), 50, said.join('; '));
    await marks.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await step.seePage(page, t.groups);
    await main(page).getByText(`${counts[1]} dari 50 KUBE`, { exact: true }).waitFor();

    await to(page, '#/charts?region=64.72', 'Diagram');
    await figure(page, 'Samarinda: Apakah KUBE masih berjalan?').getByText(/^Dari 20 KUBE, /).waitFor();
    await main(page).getByRole('link', { name: 'Unduh dan bagikan', exact: true }).nth(2).click();
    await page.waitForURL(/#\/charts\/status\?region=64\.72$/);
    await step.eventually(() => main(page).getByRole('figure').count(), 1);
    await page.getByRole('banner').getByRole('link', { name: t.back, exact: true }).click();
    await page.waitForURL(/#\/charts\?region=64\.72$/);
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
