// What a person does with one chart: walks among its marks by keys alone, hears it, copies it, has it fill the screen, prints it, sees it
// in colours of the device's own; and what a screen reader is told. Deliberately absent: what a chart says, which `charts.test.mjs` has.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { violationsOf } from '../axe.mjs';
import { withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const t = step.WORDS.id;
const main = (page) => page.getByRole('main');
const chart = (page) => main(page).getByRole('figure');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const said = (page) => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
const told = (page) => main(page).getByRole('status');

/** One chart, alone on its page. */
async function to(page, question) {
  await page.evaluate((hash) => (location.hash = hash), `#/charts/${question}`);
  await step.seePage(page, 'Diagram');
  await step.eventually(() => chart(page).count(), 1);
  await chart(page).locator('.mark').first().waitFor();
}

/** The same of the book of practice, which has something to draw. */
async function inPractice(page, question) {
  await step.practise(page);
  await step.seePage(page, t.summaryTitle);
  await to(page, question);
}

/** Notes all that the page says politely, from now on. */
const hearAll = (page) =>
  page.evaluate(() => {
    window.heard = [];
    new MutationObserver(() => {
      const text = document.querySelector('main [role=status]')?.textContent.trim();
      if (text && window.heard.at(-1) !== text) window.heard.push(text);
    }).observe(document.querySelector('main [role=status]'), { subtree: true, childList: true, characterData: true });
  });

test('by keys alone: to the table before the drawing, one stop for all marks, and from a mark to the table, out and back', () =>
  withBook({}, async ({ page, violations }) => {
    await to(page, 'poor');
    const link = chart(page).getByRole('link', { name: 'Ke tabel', exact: true });
    await link.focus();
    assert.ok((await link.boundingBox()).height >= 44, 'it is seen while it has the focus');
    await page.keyboard.press('Tab');
    assert.match(await said(page), /^Maret 2007/);
    await chart(page).getByText(/^Panah: titik lain/).waitFor();
    for (const [key, expected] of [['ArrowDown', /^Maret 2008/], ['ArrowUp', /^Maret 2007/], ['ArrowLeft', /^Maret 2007/], ['End', /^Maret 2026/], ['ArrowRight', /^Maret 2026/]]) {
      await page.keyboard.press(key);
      assert.match(await said(page), expected, key);
    }
    await page.keyboard.press('t');
    const rows = chart(page).getByRole('row');
    await rows.last().waitFor();
    assert.ok(await page.evaluate(() => document.activeElement.querySelector(':scope > table') !== null), 'the table has the focus');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    assert.match(await said(page), /^Maret 2026/, 'back leads to the mark that was left');
    await page.keyboard.press('Escape');
    assert.ok(await page.evaluate(() => document.activeElement.tagName === 'FIGURE'), 'out of the drawing');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.match(await said(page), /^Maret 2026/);
    // With Alt an arrow is the browser's.
    await page.keyboard.press('Alt+ArrowUp');
    assert.match(await said(page), /^Maret 2026/);

    await link.focus();
    await page.keyboard.press('Enter');
    assert.match(page.url(), /#\/charts\/poor$/, 'the link leads nowhere else');
    assert.ok(await page.evaluate(() => document.activeElement.querySelector(':scope > table') !== null));
    assert.deepEqual(violations, []);
  }));

test('small charts: left and right walk within one, up and down lead to the same place of the one beside, and stop at the last', () =>
  withBook({}, async ({ page, violations }) => {
    await to(page, 'poor-areas');
    const parts = await chart(page)
      .locator('.scene > g:has(> .mark)')
      .evaluateAll((all) => all.map((part) => [...part.children].map((mark) => mark.getAttribute('aria-label'))));
    assert.ok(parts.length > 3 && parts.every((marks) => marks.length > 3), 'a part for each area');
    await chart(page).locator('.mark').first().focus();
    const last = parts.length - 1;
    const end = (part) => parts[part].length - 1;
    for (const [key, part, place] of [
      ['ArrowRight', 0, 1], ['ArrowUp', 0, 1], ['ArrowDown', 1, 1], ['PageDown', 2, 1], ['ArrowLeft', 2, 0], ['ArrowLeft', 2, 0],
      ['PageUp', 1, 0], ['End', 1, end(1)], ['ArrowRight', 1, end(1)], ['Home', 1, 0],
    ]) {
      await page.keyboard.press(key);
      assert.equal(await said(page), parts[part][place], key);
    }
    for (let count = 0; count <= parts.length; count += 1) await page.keyboard.press('ArrowDown');
    assert.equal(await said(page), parts[last][0], 'there is no way round');
    assert.equal(await chart(page).locator('.mark[tabindex="0"]').count(), 1);
    assert.deepEqual(violations, []);
  }));

test('what is laid out anew under whoever walks in it leaves the focus where it was, and the hint of the keys stays', () =>
  withBook({ viewport: { width: 1280, height: 800 } }, async ({ page, violations }) => {
    await to(page, 'poor');
    await chart(page).locator('.mark').first().focus();
    for (let count = 0; count < 4; count += 1) await page.keyboard.press('ArrowRight');
    const before = await said(page);
    const wide = () => chart(page).locator('.scene').evaluate((scene) => scene.viewBox.baseVal.width);
    const first = await wide();
    await page.setViewportSize({ width: 360, height: 740 });
    await step.eventually(async () => (await wide()) < first, true);
    assert.equal(await said(page), before);
    assert.equal(await chart(page).locator('.mark[tabindex="0"]').count(), 1);
    await page.keyboard.press('ArrowRight');
    assert.notEqual(await said(page), before);
    // A tap elsewhere hits what it was aimed at: nothing moves away under it.
    await main(page).getByText('Unduh', { exact: true }).click();
    await main(page).getByRole('button', { name: 'Unduh CSV', exact: true }).waitFor();
    assert.ok(await chart(page).getByText(/^Panah: titik lain/).isVisible());
    assert.deepEqual(violations, []);
  }));

test('a mark of a count of the book is a link, and Enter leads to what it counts', () =>
  withBook({}, async ({ page, violations }) => {
    await inPractice(page, 'groups');
    await chart(page).locator('.mark').first().focus();
    assert.match(await said(page), /^Samarinda: /);
    await page.keyboard.press('ArrowDown');
    assert.match(await said(page), /^Balikpapan: /);
    await page.keyboard.press('Enter');
    await step.seePage(page, t.groups);
    assert.deepEqual(violations, []);
  }));

test('a screen reader is told the heading, the finding, the way to the table, each mark by name, the table and the note, in this order', () =>
  withBook({}, async ({ page, violations }) => {
    await inPractice(page, 'groups');
    await chart(page).getByText('Tabel', { exact: true }).click();
    const tree = await chart(page).ariaSnapshot();
    const order = [
      /^- figure "Berapa KUBE terdaftar di tiap wilayah\?"/m, /heading "Berapa KUBE terdaftar di tiap wilayah\?" \[level=2\]/, /paragraph: .*KUBE terdaftar/,
      /link "Ke tabel"/, /link "Samarinda: /, /link "Bontang: /, /group "Berapa KUBE terdaftar di tiap wilayah\?"/, /columnheader "Terdaftar"/,
      /rowheader "Samarinda"/, /rowheader "Jumlah"/,
    ];
    let from = 0;
    for (const what of order) {
      const at = tree.slice(from).search(what);
      assert.notEqual(at, -1, `${what} after ${from} in\n${tree}`);
      from += at;
    }
    assert.equal(await chart(page).locator('figcaption').count(), 1);
    assert.match(tree, /text: "?Mencakup 50 KUBE/);
    assert.equal(await told(page).count(), 1, 'one place that tells');
    assert.deepEqual(violations, []);
  }));

for (const lang of ['id', 'en']) {
  test(`axe finds nothing on a chart by itself with everything open (${lang})`, () =>
    withBook({ lang }, async ({ page }) => {
      await page.evaluate(() => (location.hash = '#/charts/poor'));
      await page.locator('.mark').first().waitFor();
      await page.evaluate(() => document.querySelectorAll('details').forEach((it) => (it.open = true)));
      assert.deepEqual((await violationsOf(page, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])).map(({ id }) => id), []);
    }));
}

test('a copy has the title, the finding, and the numbers of the CSV', () =>
  withBook({ options: { permissions: ['clipboard-read', 'clipboard-write'] } }, async ({ page, violations }) => {
    await inPractice(page, 'households');
    await hearAll(page);
    await press(page, 'Salin');
    await main(page).getByRole('button', { name: 'Tersalin', exact: true }).waitFor();
    assert.deepEqual(await page.evaluate(() => window.heard), ['Tersalin']);
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r\n', '\n').split('\n');
    assert.equal(lines[0], 'Berapa KK terdaftar di tiap wilayah?');
    assert.match(lines[1], /KK terdaftar/);
    await chart(page).page().getByText('Unduh', { exact: true }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Unduh CSV')]);
    const table = (await readFile(await file.path(), 'utf8')).replace(/^\ufeff/, '').split('\r\n');
    const rows = table.slice(0, table.indexOf('')).map((line) => line.split(';'));
    assert.deepEqual(lines.slice(3, 3 + rows.length).map((line) => line.split('\t')), rows);
    await main(page).getByRole('button', { name: 'Salin', exact: true }).waitFor();
    assert.deepEqual(violations, []);
  }));

test('patterns are switched on and stay so on this device, in each chart', () =>
  withBook({}, async ({ page, violations }) => {
    await inPractice(page, 'sex-by-area');
    const button = main(page).getByRole('button', { name: 'Pola', exact: true });
    const isPatterned = () => page.evaluate(() => [...document.querySelectorAll('figure.chart:has(.scene)')].every((it) => it.matches('.patterned')));
    assert.equal(await button.getAttribute('aria-pressed'), 'false');
    assert.equal(await isPatterned(), false);
    const shown = () => page.evaluate(() => getComputedStyle(document.querySelector('.scene rect.texture')).display);
    assert.equal(await shown(), 'none');
    for (const look of [{ media: 'print' }, { forcedColors: 'active' }]) {
      await page.emulateMedia(look);
      assert.equal(await shown(), 'inline', JSON.stringify(look));
      await page.emulateMedia({ media: 'screen', forcedColors: 'none' });
    }
    await button.click();
    await step.eventually(() => button.getAttribute('aria-pressed'), 'true');
    await step.eventually(isPatterned, true);
    assert.equal(await shown(), 'inline');
    await page.reload();
    await step.seePage(page, 'Diagram');
    await step.eventually(() => button.getAttribute('aria-pressed'), 'true');
    await step.eventually(isPatterned, true);
    await page.evaluate(() => (location.hash = '#/programme'));
    await step.seePage(page, 'Angka program');
    await page.locator('.scene').first().waitFor();
    await step.eventually(isPatterned, true);
    await to(page, 'sex-by-area');
    // A picture that leaves is as the page is.
    const svg = async () => {
      const files = main(page).locator('.chart-files');
      if (!(await files.evaluate((it) => it.open))) await files.locator('summary').click();
      const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Unduh SVG')]);
      return readFile(await file.path(), 'utf8');
    };
    const count = (text) => text.match(/url\(#/g)?.length ?? 0;
    const patterned = count(await svg());
    await button.click();
    await step.eventually(isPatterned, false);
    assert.ok(patterned > count(await svg()), 'fewer of them once the switch is off');
    assert.deepEqual(violations, []);
  }));

test('on paper: title, finding, drawing, all rows and the note, black on white, and no button', () =>
  withBook({ theme: 'dark', viewport: { width: 1280, height: 800 } }, async ({ page }) => {
    await to(page, 'poor');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    assert.ok(await chart(page).getByRole('heading').isVisible());
    assert.ok(await chart(page).locator('.scene').isVisible());
    const rows = await chart(page).locator('tbody tr').evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
    assert.equal(rows.length, 33);
    assert.ok(rows.every((height) => height > 0), 'each row has its place');
    const buttons = await page.locator('button, summary').evaluateAll((all) => all.filter((it) => it.getBoundingClientRect().height > 0).map((it) => it.textContent));
    assert.deepEqual(buttons, []);
    const [ink, words] = await chart(page).evaluate((figure) => [getComputedStyle(figure.querySelector('.finding')).color, getComputedStyle(figure.querySelector('text.ink')).fill]);
    assert.deepEqual([ink, words], ['rgb(0, 0, 0)', 'rgb(0, 0, 0)']);
    // Browsers that cannot open it by style are told when paper is meant.
    await page.emulateMedia({ media: 'screen' });
    const isOpen = () => chart(page).locator('details').evaluate((it) => it.open);
    assert.equal(await isOpen(), false);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await isOpen(), true);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal(await isOpen(), false, 'and it is as it was');
  }));

test('with colours of the device, lines, dots and words are seen', () =>
  withBook({ options: { forcedColors: 'active' } }, async ({ page }) => {
    await to(page, 'poor');
    const scene = chart(page).locator('.scene');
    const [line, dot, words, paper] = await scene.evaluate((scene) => {
      const of = (selector) => getComputedStyle(scene.querySelector(selector));
      return [of('polyline[class*=series]').stroke, of('circle').fill, of('text').fill, getComputedStyle(document.documentElement).backgroundColor];
    });
    for (const colour of [line, dot, words]) assert.notEqual(colour, paper);
    const seen = await scene.screenshot();
    await scene.evaluate((scene) => [...scene.children].forEach((it) => (it.style.visibility = 'hidden')));
    const blank = await scene.screenshot();
    assert.notDeepEqual(seen, blank);
  }));

test('a chart fills the screen with a drawing laid out for it, and gives it back', () =>
  withBook({ viewport: { width: 1280, height: 800 } }, async ({ page, violations }) => {
    await to(page, 'poor');
    const wide = () => chart(page).locator('.scene').evaluate((scene) => scene.viewBox.baseVal.width);
    const before = await wide();
    await press(page, 'Layar penuh');
    const leave = main(page).getByRole('button', { name: 'Tutup layar penuh', exact: true });
    await leave.waitFor();
    assert.ok(await page.evaluate(() => document.fullscreenElement === document.activeElement), 'what fills the screen has the focus');
    assert.ok((await wide()) > before, 'it is laid out anew');
    await leave.click();
    await leave.waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => document.fullscreenElement), null);
    assert.equal(await wide(), before);
    assert.deepEqual(violations, []);
  }));

test('where nothing can fill the screen there is no button for it', () =>
  withBook({ prepare: (context) => context.addInitScript(() => Object.defineProperty(Document.prototype, 'fullscreenEnabled', { get: () => false })) }, async ({ page }) => {
    await to(page, 'poor');
    assert.equal(await main(page).getByRole('button', { name: 'Layar penuh' }).count(), 0);
    await main(page).getByRole('button', { name: 'Cetak', exact: true }).waitFor();
  }));

/** Sound that is written down and not heard. */
const silent = (context) =>
  context.addInitScript(() => {
    window.sounds = { heights: [], closed: 0 };
    const param = (list) => ({ setValueAtTime: (value, at) => list?.push([value, at]), linearRampToValueAtTime: () => {} });
    window.AudioContext = class {
      currentTime = 0;
      destination = {};
      createOscillator = () => ({ frequency: param(window.sounds.heights), connect: () => {}, start: () => {}, stop: (at) => (window.sounds.end = at) });
      createGain = () => ({ gain: param(), connect: () => {} });
      resume = async () => {};
      close = async () => {
        window.sounds.closed += 1;
      };
    };
  });

test('a chart is heard when it is asked for, a line after the other, and silent on Escape', () =>
  withBook({ prepare: silent }, async ({ page, violations }) => {
    await to(page, 'poor');
    assert.deepEqual(await page.evaluate(() => window.sounds.heights), [], 'never by itself');
    await hearAll(page);
    const listen = main(page).getByRole('button', { name: 'Dengarkan', exact: true });
    assert.match(await listen.evaluate((it) => document.getElementById(it.getAttribute('aria-describedby')).textContent), /^Nada dari Kaltim, Indonesia\./);
    await listen.click();
    const stop = main(page).getByRole('button', { name: 'Berhenti', exact: true });
    await stop.waitFor();
    const { heights, end } = await page.evaluate(() => window.sounds);
    const tones = heights.map(([height]) => height);
    assert.equal(tones.length, 66, 'a tone for each number of two lines');
    // Indonesia of 2007 is the greatest of all and Kaltim of 2026 the least.
    assert.equal(Math.max(...tones), tones[33]);
    assert.equal(tones[33], 1046.5);
    assert.ok(Math.min(...tones) >= 130.8);
    const times = heights.map(([, at]) => at);
    assert.ok(Math.abs(times[33] - times[32] - (times[1] - times[0]) - 0.7) < 0.01, 'a pause of 0.7 s between the lines');
    assert.ok(end - 0.7 >= 3 && end - 0.7 <= 6.5, `${end} s`);
    assert.deepEqual(await page.evaluate(() => window.heard), ['Kaltim: dari 11,04% ke 5,14%. Indonesia: dari 16,58% ke 8,07%.']);
    await page.keyboard.press('Escape');
    await listen.waitFor();
    assert.equal(await page.evaluate(() => window.sounds.closed), 1);
    // By a key from a mark, and ended by the same key.
    await chart(page).locator('.mark').first().focus();
    await page.keyboard.press('s');
    await stop.waitFor();
    await page.keyboard.press('s');
    await listen.waitFor();
    assert.match(await said(page), /^Maret 2007/, 'the mark keeps the focus');
    assert.deepEqual(violations, []);
  }));

test('a finding that changed is told once, and what is there from the beginning is not', () =>
  withBook({}, async ({ page, context, server }) => {
    await step.addGroup(page, { name: 'Contoh Melati' });
    await page.evaluate(() => (location.hash = '#/charts/sex'));
    await step.seePage(page, 'Diagram');
    await main(page).getByText('Belum ada anggota terdaftar.', { exact: true }).waitFor();
    await hearAll(page);
    await chart(page).getByText('Tabel', { exact: true }).click();
    const group = await page.evaluate(() => Object.keys(localStorage).find((key) => key.includes('/group/')).split('/').at(-1));
    const tab = await context.newPage();
    await tab.goto(`${server.url}#/groups/${group}/members/new`);
    await step.seePage(tab, t.newMember);
    await step.addMember(tab, step.TEN[0]);
    await chart(page).getByText('Dari 1 anggota, terbanyak Perempuan: 1.', { exact: true }).waitFor();
    await step.eventually(() => page.evaluate(() => window.heard.length), 1);
    assert.match((await page.evaluate(() => window.heard))[0], /Dari 1 anggota, terbanyak Perempuan: 1\.$/);
    assert.equal(await told(page).count(), 1);
    await step.eventually(() => told(page).innerText(), '');
    assert.ok(await chart(page).getByRole('rowheader', { name: 'Perempuan', exact: true }).isVisible(), 'the table stays open');
  }));

test('with larger letters alone a drawing is laid out anew, and its words grow with them', () =>
  withBook({ viewport: { width: 720, height: 800 } }, async ({ page }) => {
    await to(page, 'poor');
    const seen = () => chart(page).locator('.scene').evaluate((scene) => ({ wide: scene.viewBox.baseVal.width, letters: scene.querySelector('text').getBoundingClientRect().height }));
    const before = await seen();
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await step.eventually(async () => (await seen()).wide < before.wide, true);
    const after = await seen();
    assert.ok(after.letters > before.letters * 1.8, `${before.letters} to ${after.letters} px`);
    await page.setViewportSize({ width: 320, height: 640 });
    await step.eventually(() => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth), false);
    assert.ok((await seen()).letters >= 12);
  }));
