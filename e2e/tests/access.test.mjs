// Every screen for everybody: nothing that axe finds, nothing wider than a narrow phone, nothing too small for a thumb. In
// both languages, light and dark, on a phone and on a wide screen. Each screen is come to once, and then looked at in each way.
// SHOTS=1 takes a picture of each look.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { violationsOf } from '../axe.mjs';
import { SAVED } from '../hands.mjs';
import { openBook, serve, shots, withBook } from '../harness.mjs';
import * as pretend from '../pretend.mjs';
import * as step from '../steps.mjs';

const { WORDS } = step;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PHONE = { width: 360, height: 740 };

/** A book with a group, a member in conflict, and one whose NIK is another's; made once, by hand, on two devices. */
let conflicted;
let folder;
before(async () => {
  folder = await step.newFolder();
  const server = await serve();
  const books = [await openBook({ server }), await openBook({ server })];
  try {
    const [one, two] = books.map((book) => book.page);
    const group = { name: 'Contoh Melati' };
    await step.addGroupOf(one, group, [...step.TEN.slice(0, 3), { name: 'Contoh Empat' }]);
    await step.openFile(two, await step.sendFile(one));
    await step.takeIn(two);
    await step.changeMember(one, group.name, 'Contoh Tiga', 'memberName', 'Contoh Tiga Kiri');
    await step.changeMember(two, group.name, 'Contoh Tiga', 'memberName', 'Contoh Tiga Kanan');
    await step.openFile(one, await step.sendFile(two));
    await step.takeIn(one, { conflicts: true });
    const path = await step.sendFile(one);
    conflicted = await folder.put('bentrok.json', await readFile(path));
  } finally {
    for (const book of books) await book.close();
    await server.close();
  }
});
after(() => folder.remove());

/** All screens, in an order in which each leads to the next. `look` is called with the name of the screen. */
async function walk(page, look) {
  const t = await step.words(page);
  const press = (name, within = page) => within.getByRole('button', { name, exact: true }).click();
  const follow = (name) => page.getByRole('main').getByRole('link', { name, exact: true }).click();

  const seePage = (title) => step.seePage(page, title);

  await seePage(t.summaryTitle);
  await look('summary empty');

  await step.go(page, 'groups');
  await look('groups empty');
  await follow(t.addGroup);
  await step.seePage(page, t.newGroup);
  await look('group form');
  await page.getByRole('combobox', { name: t.village }).fill('sido');
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await look('group form, places found');
  await page.keyboard.press('Escape');
  await press(t.saveGroup);
  await page.getByRole('heading', { name: t.errors }).waitFor();
  await page.getByRole('main').getByText(t.moreFields, { exact: true }).click();
  await look('group form with errors');

  // A file that is no good, and one that is.
  await step.chooseFile(page, await folder.put('salah.txt', 'Selamat pagi'));
  await page.getByRole('main').getByRole('alert').getByRole('paragraph').waitFor();
  await page.getByText(t.paste, { exact: true }).click();
  await look('files with a refusal');
  await step.openFile(page, conflicted);
  await look('preview');
  await step.takeIn(page, { conflicts: true });
  await look('groups after taking in');
  await step.closeMessage(page);

  // The name of the field is the same in both languages.
  await page.getByRole('combobox', { name: 'Status', exact: true }).selectOption({ index: 1 });
  await page.getByRole('button', { name: t.takeAway }).waitFor();
  await look('groups with filters');
  await page.getByRole('button', { name: t.takeAway }).click();
  await page.getByRole('searchbox').fill('tiga');
  await page.getByText('Contoh Tiga', { exact: false }).first().waitFor();
  await look('groups, a member found');
  await page.getByRole('searchbox').fill('tidak ada yang begini');
  await look('groups, none found');

  await step.openGroup(page, 'Contoh Melati');
  await page.getByRole('heading', { name: t.conflicts }).waitFor();
  await look('group with a conflict');
  await page.evaluate(() => (location.hash = '#/conflicts'));
  await seePage(t.conflictsTitle);
  await press(t.writeAnother);
  await look('conflicts, writing another value');
  await page.evaluate(() => (location.hash = '#/files/coverage'));
  await seePage(t.coverageTitle);
  await look('coverage');
  await step.openGroup(page, 'Contoh Melati');
  await press(t.sendGroup);
  await page.getByRole('dialog').waitFor();
  await look('group, sending');
  await press(t.close, page.getByRole('dialog'));
  await follow(t.profile);
  await page.getByRole('button', { name: t.eraseGroup, exact: true }).waitFor();
  await look('group, profile');
  await press(t.eraseGroup);
  await page.getByRole('dialog').waitFor();
  await look('group, the question before deleting');
  await press(t.cancel, page.getByRole('dialog'));
  await follow(t.toEditGroup);
  await step.seePage(page, t.editGroup);
  await look('group form, editing');
  await step.openGroup(page, 'Contoh Melati');
  await follow(t.history);
  await page.getByRole('main').getByText(/^Contoh Satu: /).waitFor();
  await look('group, history');

  await follow(t.addMember);
  await step.seePage(page, t.newMember);
  await step.fillMember(page, step.TEN[4]);
  await page.getByRole('main').getByText(t.moreFields, { exact: true }).click();
  await look('member form, all fields');
  await page.getByRole('textbox', { name: t.nik }).fill('6472037206909001');
  await page.getByRole('textbox', { name: t.born, exact: true }).fill('31/02/1990');
  await press(t.saveAndFinish);
  await page.getByRole('heading', { name: t.errors }).waitFor();
  await look('member form with errors');
  await step.openGroup(page, 'Contoh Melati');
  await press(t.consentAll);
  await page.getByRole('dialog').waitFor();
  await look('group, recording consent');
  await press(t.cancel, page.getByRole('dialog'));
  await step.readMember(page, 'Contoh Satu');
  await page.getByRole('main').getByText(t.history, { exact: true }).click();
  await look('member');
  await press(t.eraseMember);
  await page.getByRole('dialog').waitFor();
  await look('member, the question before deleting');
  await press(t.cancel, page.getByRole('dialog'));
  await press(t.markLeft);
  await page.getByRole('dialog').waitFor();
  await look('member, leaving');
  await press(t.cancel, page.getByRole('dialog'));
  await follow(t.editMember);
  await step.seePage(page, t.editMember);
  await look('member, editing');

  await step.go(page, 'events');
  await look('events');
  await page.evaluate(() => (location.hash = '#/events/new'));
  await step.seePage(page, t.newEvent);
  await page.getByRole('main').getByText(t.moreFields, { exact: true }).click();
  await look('event form, all fields');
  await press(t.save);
  await page.getByRole('heading', { name: t.errors }).waitFor();
  await look('event form with errors');
  await page.getByRole('textbox', { name: t.eventName }).fill('Contoh kegiatan');
  await press(t.save);
  await step.seePage(page, t.events);
  await page.getByRole('link', { name: /^Contoh kegiatan/ }).waitFor();
  await look('events with one of one\'s own');
  await step.openGroup(page, 'Contoh Melati');
  // Each kind of record of a group has a tab and a form of its own.
  const hrefs = await page.locator('nav.tabs a').evaluateAll((all) => all.map((it) => it.getAttribute('href')));
  for (const href of hrefs.filter((href) => /^#\/groups\/[^/]+\/(?!profile$|history$)/.test(href))) {
    const kind = href.split('/').at(-1);
    await page.evaluate((hash) => (location.hash = hash), href);
    await page.locator(`nav.tabs a[href="${href}"][aria-current=page]`).waitFor();
    await look(`group, ${kind}`);
    await page.evaluate((hash) => (location.hash = `${hash}/new`), href);
    await page.getByRole('main').getByText(t.moreFields, { exact: true }).click();
    await look(`${kind} form, all fields`);
  }
  await step.go(page, 'files');
  await look('files');
  await step.sendOther(page);
  await page.getByText(t.sheetChoices, { exact: true }).click();
  await look('files, all choices');
  await step.goStorage(page);
  await look('storage');
  await step.go(page, 'more');
  await look('more');
  await press(t.clearAll);
  await page.getByRole('dialog').waitFor();
  await look('more, the question before deleting all');
  await press(t.cancel, page.getByRole('dialog'));

  await page.evaluate(() => {
    location.hash = '#/entah';
  });
  await step.seePage(page, t.missing);
  await look('missing');

  await step.go(page, 'more');
  await press(t.enterPractice);
  await step.seePage(page, t.summaryTitle);
  const titles = { practice: ['Latihan', 'Exercises'], city: ['Kota saya', 'My city'], programme: ['Angka program', 'Programme figures'], charts: ['Diagram', 'Chart'], 'areas/64.72': ['Samarinda', 'Samarinda'] };
  // One chart of each form, and areas side by side.
  const charts = ['poor', 'groups', 'areas', 'groups-in-all', 'size', 'stage-by-area', 'visits', 'poor-areas', 'poor-map', 'poor-change'];
  for (const word of [...charts, 'compare?areas=64.72,64.71']) titles[`charts/${word}`] = ['Diagram', 'Chart'];
  for (const [place, [id, en]] of Object.entries(titles)) {
    await page.evaluate((hash) => (location.hash = hash), `#/${place}`);
    await step.seePage(page, t === step.WORDS.id ? id : en);
    await look(place);
  }
  await step.go(page, 'summary');
  for (const name of ['chartGroups', 'chartHouseholds']) await step.chartTable(page, name);
  await look('summary in practice');
}

/** What axe finds, one line each. */
async function axe(page) {
  const violations = await violationsOf(page, RULES);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary.split('\n').at(1)?.trim()}`));
}

/** Makes the page look so, without a half-way: a colour that is still on its way belongs to no look. */
async function dress(page, { theme, viewport, forced = 'none' }) {
  await page.emulateMedia({ colorScheme: theme, forcedColors: forced });
  await page.setViewportSize(viewport);
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  });
}

/** Looks at a screen in each way that there is, and leaves it as it was. */
async function lookAt(t, page, screen, lang) {
  for (const { name, theme, viewport, langs, fact, forced } of LOOKS) {
    if (!langs.includes(lang)) continue;
    await t.test(`${screen}: ${name}`, async () => {
      await dress(page, { theme, viewport, forced });
      if (process.env.SHOTS) await shots(page, `${screen} ${lang} ${theme} ${viewport.width}`.replace(/[^a-z0-9]+/g, '-'));
      await fact(page);
    });
  }
  await dress(page, LOOKS[0]);
}

const findsNothing = async (page) => assert.deepEqual(await axe(page), []);
const BOTH = ['id', 'en'];

/** The ways; the first is the one in which a screen is come to. */
const LOOKS = [
  { name: 'axe finds nothing, light', theme: 'light', viewport: PHONE, langs: BOTH, fact: findsNothing },
  { name: 'axe finds nothing, dark', theme: 'dark', viewport: PHONE, langs: BOTH, fact: findsNothing },
  { name: 'axe finds nothing, wide', theme: 'light', viewport: { width: 1280, height: 800 }, langs: ['id'], fact: findsNothing },
  { name: 'axe finds nothing, forced colours', theme: 'light', viewport: PHONE, langs: ['id'], fact: findsNothing, forced: 'active' },
  { name: 'whole at each size', theme: 'light', viewport: PHONE, langs: BOTH, fact: isWholeAtEachSize },
  { name: 'no wider than 320 px', theme: 'light', viewport: { width: 320, height: 640 }, langs: BOTH, fact: isNarrow },
  { name: 'large enough for a thumb', theme: 'light', viewport: PHONE, langs: ['id'], fact: isForThumbs },
];

/** Berkas with all that can stand there: a folder that may not be written to, a reminder, a clock ahead; and on an iPhone. */
async function filesInTrouble(lang, look) {
  const computer = pretend.both(pretend.folder({ permission: 'prompt' }), pretend.keeping(false, false), pretend.days(9));
  const ahead = step.someRecords();
  for (const record of ahead) record.changes[0].at = '1zzzzzzzzz00aaaaaa';
  const path = await folder.put('masa-depan.json', step.textOf(step.fileOf(ahead)));
  await withBook({ lang, prepare: computer }, async ({ page, violations }) => {
    const t = await step.words(page);
    await step.addGroup(page, { name: 'Contoh Melati' });
    await step.openFile(page, path);
    await step.takeIn(page);
    await step.closeMessage(page);
    await step.goStorage(page);
    await page.getByRole('button', { name: t.chooseFolder, exact: true }).click();
    await page.getByRole('button', { name: t.allowAgain, exact: true }).waitFor();
    await page.getByRole('heading', { name: t.wrongClocks }).waitFor();
    await look(page, 'storage in trouble');
    await step.go(page, 'files');
    await look(page, 'files in trouble');
    assert.deepEqual(violations, []);
  });
  await withBook({ lang, prepare: pretend.iphone(), options: pretend.IPHONE }, async ({ page }) => {
    await step.addGroup(page, { name: 'Contoh Melati' });
    await step.go(page, 'files');
    await page.getByRole('heading', { name: /^iPhone/ }).waitFor();
    await look(page, 'files on an iPhone');
  });
}

for (const lang of BOTH) {
  test(`every screen is for everybody (${lang})`, (t) =>
    withBook({ lang }, async ({ page, violations }) => {
      await walk(page, (screen) => lookAt(t, page, screen, lang));
      assert.deepEqual(violations, []);
    }));
  test(`Berkas in trouble is for everybody (${lang})`, (t) => filesInTrouble(lang, (page, screen) => lookAt(t, page, screen, lang)));
}

/** Widths and heights of phones upright, on their side and with an open keyboard, of tablets, laptops and desks. */
const SIZES = [[320, 640], [360, 740], [360, 400], [740, 360], [768, 1024], [1280, 800], [1920, 1080]];

/** How large letters are, in percent. */
const LETTERS = [100, 125, 150, 200];

/** At each size and with letters of each size: no word parted, nothing over a control, nothing too small, no way sideways. */
async function isWholeAtEachSize(page) {
  const found = [];
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    for (const percent of LETTERS) {
      const faults = await page.evaluate(whatIsBroken, percent);
      found.push(...faults.map((fault) => `${width}x${height} at ${percent} %: ${fault}`));
    }
  }
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
    scrollTo(0, 0);
  });
  assert.deepEqual(found, []);
}

// Runs in the page.
function whatIsBroken(percent) {
  document.documentElement.style.fontSize = `${percent}%`;
  const faults = [];
  const root = document.querySelector('dialog[open]') ?? document.body;
  const told = (element) => `${element.tagName.toLowerCase()} "${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 40)}"`;
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) faults.push('it scrolls sideways');

  // Numbers and words that no line could hold may be parted; a word of the app may not.
  const range = document.createRange();
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!isSeen(node.parentElement) || node.parentElement.closest('svg, textarea, option, .unseen')) continue;
    for (const { 0: word, index } of node.data.matchAll(/[\p{L}/]{2,}/gu)) {
      if (word.length > 16) continue;
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const tops = new Set([...range.getClientRects()].filter((it) => it.width > 0).map((it) => Math.round(it.top)));
      if (tops.size > 1) faults.push(`"${word}" is parted in ${told(node.parentElement)}`);
    }
  }
  for (const element of root.querySelectorAll('a[href], button, input, select, textarea, summary')) {
    if (!isSeen(element) || element.disabled || element.matches('input[type="file"], .skip')) continue;
    const large = element.matches('input[type="radio"], input[type="checkbox"]') ? element.closest('label') ?? element : element;
    let box = large.getBoundingClientRect();
    if (box.width < 2 || box.bottom < 0) continue;
    const isInline = element.matches('p a, li a:not(.item), dd a, figcaption a') && getComputedStyle(element).display === 'inline';
    if (!isInline && box.height < 43.5) faults.push(`${told(element)} is ${Math.round(box.height)} px high`);
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    box = large.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(x, y);
    // A message goes by itself, and a list that is open closes; the page can be scrolled from under both.
    if (!top || top.closest('.notice, [role=listbox]')) continue;
    if (!large.contains(top) && !top.contains(large)) faults.push(`${told(top)} is over ${told(element)}`);
  }
  return [...new Set(faults)];
}

async function isNarrow(page) {
  const found = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const box = element.getBoundingClientRect();
      const hidden = box.width < 2 || getComputedStyle(element).visibility === 'hidden';
      // What scrolls within a frame of its own is no wider than its frame.
      const framed = element.closest('[role="group"][tabindex="0"], nav, svg') !== null;
      return !hidden && !framed && (box.right > room + 0.5 || box.left < -0.5);
    });
    return {
      scrolls: document.documentElement.scrollWidth > room,
      wide: wide.map((element) => `${element.tagName} "${element.textContent.trim().slice(0, 40)}"`),
    };
  });
  assert.deepEqual(found, { scrolls: false, wide: [] });
}

async function isForThumbs(page) {
  const small = await page.evaluate(() => {
    const targets = 'a[href], button, input, select, textarea, summary, label[for="open-file"]';
    const open = document.querySelector('dialog[open]');
    const name = (element) => (element.textContent || element.getAttribute('aria-label') || element.id).trim().slice(0, 40);
    const found = [];
    for (const element of (open ?? document).querySelectorAll(targets)) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      // The picker's own input is one pixel: its label is what is tapped.
      if (element.matches('input[type="file"]')) continue;
      const box = element.getBoundingClientRect();
      const label = `${element.tagName.toLowerCase()} "${name(element)}" ${Math.round(box.width)}×${Math.round(box.height)}`;
      if (box.width < 24 || box.height < 24) found.push(`under 24 px: ${label}`);
      else if (element.matches('button, nav a, input, select, textarea, label') && box.height < 47.5) found.push(`under 48 px: ${label}`);
    }
    return found;
  });
  assert.deepEqual(small, []);
}

test('a page that is gone to has the focus at its heading, and "skip" leads to what is in it', () =>
  withBook({}, async ({ page, violations }) => {
    await step.go(page, 'files');
    const heading = page.getByRole('heading', { level: 1, name: 'Berkas' });
    await step.eventually(() => heading.evaluate((element) => element === document.activeElement), true);
    await page.reload();
    await step.seePage(page, 'Berkas');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('button', { name: 'Langsung ke isi' });
    await step.eventually(() => skip.evaluate((element) => element === document.activeElement), true);
    await page.keyboard.press('Enter');
    const main = page.getByRole('main');
    await step.eventually(() => main.evaluate((element) => element === document.activeElement), true);
    assert.deepEqual(violations, []);
  }));

test('a dialog keeps the focus, and gives it back when it is closed with Escape', () =>
  withBook({}, async ({ page, violations }) => {
    await step.go(page, 'more');
    const opener = page.getByRole('button', { name: WORDS.id.clearAll, exact: true });
    await opener.click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    for (let count = 0; count < 6; count += 1) {
      await page.keyboard.press('Tab');
      const inside = await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest('dialog') !== null);
      assert.ok(inside, 'the focus stays in the dialog');
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await step.eventually(() => opener.evaluate((element) => element === document.activeElement), true);
    assert.deepEqual(violations, []);
  }));

test('arrows walk among the bars of a chart, which are one stop of Tab, and Enter opens the KUBE behind one', () =>
  withBook({}, async ({ page, violations }) => {
    await step.practise(page);
    // The first screen is drawn once more when the book behind it has been read.
    await page.getByRole('region', { name: 'Mode latihan' }).waitFor();
    await page.getByRole('banner').getByRole('status').getByText(SAVED).waitFor();
    const bars = (await step.chart(page, 'chartGroups')).getByRole('link');
    const at = () => bars.evaluateAll((all) => all.indexOf(document.activeElement));
    const last = (await bars.count()) - 1;
    await bars.first().focus();
    const ways = { ArrowDown: 1, ArrowRight: 2, ArrowUp: 1, End: last, ArrowDown_: last, Home: 0, ArrowLeft: 0 };
    for (const [key, place] of Object.entries(ways)) {
      await page.keyboard.press(key.replace('_', ''));
      assert.equal(await at(), place, key);
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    assert.equal(await at(), -1, 'the next stop is behind the bars');
    await page.keyboard.press('Shift+Tab');
    assert.equal(await at(), 1, 'and back leads to the bar that was left');
    await page.keyboard.press('Enter');
    await step.seePage(page, 'KUBE');
    assert.deepEqual(violations, []);
  }));
