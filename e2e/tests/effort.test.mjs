// What the main job costs a hand: taps and keys. And that no page moves under it, with the whole province in the book.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const t = step.WORDS.id;
const PHONE = { options: { hasTouch: true, isMobile: true } };
const main = (page) => page.getByRole('main');

/** A hand that counts. */
function handOf(page) {
  const hand = {
    taps: 0,
    keys: 0,
    async tap(place) {
      hand.taps += 1;
      await place.tap();
    },
    /** Types where the focus is. */
    async type(text) {
      hand.keys += text.length;
      await page.keyboard.type(text);
    },
    /** A list of the phone: one tap opens it, one chooses. */
    async choose(list, label) {
      hand.taps += 2;
      await list.selectOption({ label });
    },
  };
  return hand;
}

const button = (page, name) => page.getByRole('button', { name, exact: true });
const field = (page, name) => page.getByRole('textbox', { name });
const isFocused = (place) => place.evaluate((element) => element === document.activeElement);

test('a KUBE from Ringkasan takes at most 9 taps', () =>
  withBook(PHONE, async ({ page, violations }) => {
    const hand = handOf(page);
    await hand.tap(page.getByRole('navigation', { name: t.nav }).getByRole('link', { name: t.groups }));
    await hand.tap(main(page).getByRole('link', { name: t.addGroup, exact: true }));
    await step.seePage(page, t.newGroup);
    await hand.tap(field(page, t.groupName));
    await hand.type('Contoh Melati');
    await hand.tap(page.getByRole('combobox', { name: t.village }));
    await hand.type(step.SIDODADI.typed);
    await hand.tap(page.getByRole('option', { name: step.SIDODADI.listed, exact: true }));
    await hand.choose(page.getByLabel(t.programme, { exact: true }), t.pkp);
    await hand.tap(field(page, t.year));
    await hand.type('2014');
    await hand.tap(button(page, t.saveGroup));
    await step.seePage(page, t.newMember);
    const group = (await step.recordsIn(page)).find((record) => record.kind === 'group').changes[0].set;
    assert.deepEqual([group.name, group.programme, group.year], ['Contoh Melati', 'pkp', 2014]);
    assert.ok(hand.taps <= 9, `${hand.taps} taps`);
    assert.deepEqual(violations, []);
  }));

test('ten members with name and NIK take at most 21 taps and 280 keys', (context) =>
  withBook(PHONE, async ({ page, violations }) => {
    await step.addGroup(page, { name: 'Contoh Melati' });
    const hand = handOf(page);
    for (const [at, { name: whole, nik }] of step.TEN.entries()) {
      // Of twelve letters, as were those by which the bound was set.
      const name = whole.padEnd(12, 'a').slice(0, 12);
      const first = field(page, t.memberName);
      // Only before the first: after each save the focus is there.
      if (at === 0) await hand.tap(first);
      await step.eventually(() => isFocused(first), true);
      await hand.type(name);
      await hand.tap(field(page, t.nik));
      await hand.type(nik);
      await hand.tap(button(page, at === 9 ? t.saveAndFinish : t.saveAndAdd));
      if (at < 9) await step.eventually(() => first.inputValue(), '');
    }
    await step.seePage(page, 'Contoh Melati');
    await main(page).getByRole('link', { name: 'Anggota 10', exact: true }).waitFor();
    context.diagnostic(`${hand.taps} taps, ${hand.keys} keys`);
    assert.ok(hand.taps <= 21, `${hand.taps} taps`);
    assert.ok(hand.keys <= 280, `${hand.keys} keys`);
    assert.deepEqual(violations, []);
  }));

test('the main job is done by the keyboard alone', () =>
  withBook({ viewport: { width: 1280, height: 800 } }, async ({ page, violations }) => {
    /** Goes on by Tab until this has the focus. */
    const reach = async (place, most = 60) => {
      for (let count = 0; count < most; count += 1) {
        if ((await place.count()) && (await isFocused(place.first()))) return;
        await page.keyboard.press('Tab');
        assert.notEqual(await page.evaluate(() => document.activeElement.tagName), null);
      }
      assert.fail(`Tab does not reach ${place}`);
    };
    await reach(page.getByRole('navigation', { name: t.nav }).getByRole('link', { name: t.groups }));
    await page.keyboard.press('Enter');
    await step.seePage(page, t.groups);
    await reach(main(page).getByRole('link', { name: t.addGroup, exact: true }));
    await page.keyboard.press('Enter');
    await step.seePage(page, t.newGroup);
    await reach(field(page, t.groupName));
    await page.keyboard.type('Contoh Melati');
    await reach(page.getByRole('combobox', { name: t.village }));
    await page.keyboard.type(step.SIDODADI.typed);
    await page.getByRole('option', { name: step.SIDODADI.listed, exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await reach(button(page, t.saveGroup));
    await page.keyboard.press('Enter');
    await step.seePage(page, t.newMember);
    await reach(field(page, t.memberName));
    await page.keyboard.type(step.TEN[0].name);
    await reach(field(page, t.nik));
    await page.keyboard.type(step.TEN[0].nik);
    await reach(button(page, t.saveAndFinish));
    await page.keyboard.press('Enter');
    await step.seePage(page, 'Contoh Melati');
    await reach(main(page).getByRole('link', { name: new RegExp(step.TEN[0].name) }));
    await page.keyboard.press('Enter');
    await step.seePage(page, t.readMember);
    await reach(main(page).getByRole('link', { name: t.editMember, exact: true }));
    await page.keyboard.press('Enter');
    await step.seePage(page, t.editMember);
    assert.deepEqual(violations, []);
  }));

/** How far what can be seen has moved since the page began to load. */
const movedBy = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        let moved = 0;
        new PerformanceObserver((list) => {
          for (const shift of list.getEntries()) if (!shift.hadRecentInput) moved += shift.value;
        }).observe({ type: 'layout-shift', buffered: true });
        requestIdleCallback(() => requestAnimationFrame(() => setTimeout(() => done(moved))));
      }),
  );

for (const [lang, come] of Object.entries({ id: /^Maret 2026: Perkotaan/, en: /^March 2026: Urban/ })) {
  test(`the first page of an empty book does not move when its charts come, however much of it is seen (${lang})`, (context) =>
    withBook({ lang }, async ({ page, server }) => {
      for (const width of [320, 360, 412, 768, 1280]) {
        // So high that all of it is in sight, with what stands below the charts.
        await page.setViewportSize({ width, height: 4000 });
        await page.goto('about:blank');
        await page.goto(server.url);
        await main(page).getByText(come).waitFor();
        const moved = await movedBy(page);
        const left = await main(page).locator('.rates').evaluate((it) => it.getBoundingClientRect().bottom - it.lastElementChild.getBoundingClientRect().bottom);
        context.diagnostic(`${width} px: ${moved.toFixed(4)}, ${left} px left`);
        assert.ok(moved <= 0.02, `at ${width} it moves by ${moved}`);
      }
    }));
}

let disk;
before(async () => (disk = await step.newFolder()));
after(() => disk.remove());

test('no page moves by more than 0.02 after it stands, with the whole province in the book', (context) =>
  withBook({}, async ({ page, server, violations }) => {
    const path = await step.sampleFile({ groups: 949, members: 7959, seed: 1, out: disk.path('provinsi.json') });
    await step.openFile(page, path);
    await step.takeIn(page);
    // The same person in two groups: what is found of it comes while the page is being read.
    for (const name of ['Contoh Kembar Satu', 'Contoh Kembar Dua']) await step.addGroupOf(page, { name }, step.TEN.slice(0, 1));
    const group = new URL(page.url()).hash;
    const member = await main(page).getByRole('link', { name: new RegExp(step.TEN[0].name) }).getAttribute('href');
    const routes = {
      [group]: /mungkin ganda/,
      [`${group}/profile`]: t.toEditGroup,
      [`${group}/history`]: /KUBE/,
      [`${group}/edit`]: t.save,
      [`${group}/members/new`]: t.saveAndAdd,
      [member]: t.editMember,
      [`${member}/edit`]: t.save,
      '#/': /949|951/,
      '#/groups': /951/,
      '#/events': /2014/,
      '#/files': t.files,
      '#/files/coverage': t.coverageTitle,
      '#/conflicts': /berbeda/,
      '#/duplicates': /ganda/i,
      '#/more': t.enterPractice,
      '#/programme': /^Maret 2026: Kaltim/,
    };
    for (const [hash, there] of Object.entries(routes)) {
      // Each as it comes to somebody who opens the page there.
      await page.goto('about:blank');
      await page.goto(server.url + hash);
      await page.getByText(there).filter({ visible: true }).first().waitFor();
      const moved = await movedBy(page);
      context.diagnostic(`${hash.replace(/[0-9a-f-]{36}/g, 'ID')}: ${moved.toFixed(4)}`);
      assert.ok(moved <= 0.02, `${hash} moves by ${moved}`);
    }
    assert.deepEqual(violations, []);
  }));
