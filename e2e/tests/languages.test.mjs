// Two languages: Indonesian for everyone but whoever asks for English, and a change between them that loses nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const { WORDS } = step;

/** Words that are the same in both languages: names, and the short forms that officials use in both. */
const SHARED = new Set(['KUBE', 'RT', 'RW', 'Buku KUBE', 'Bank', 'Status', 'Bahasa Indonesia', 'English', 'Program', 'NIK']);

const navigation = (page, lang) => page.getByRole('navigation', { name: WORDS[lang].nav }).getByRole('link').allInnerTexts();

async function speak(page, lang) {
  await page.getByRole('radio', { name: lang === 'id' ? 'Bahasa Indonesia' : 'English' }).check();
  await step.seePage(page, WORDS[lang].more);
}

/** The texts of the page that are neither a number nor the same in both languages. */
async function texts(page) {
  const all = (await page.locator('body').innerText()).split('\n').map((line) => line.trim());
  return new Set(all.filter((line) => /\p{L}{2}/u.test(line) && !SHARED.has(line)));
}

for (const [browser, lang] of [['id-ID', 'id'], ['en-GB', 'en'], ['en-US', 'en'], ['nl-NL', 'id'], ['ms-MY', 'id']]) {
  test(`a browser that asks for ${browser} gets ${lang === 'id' ? 'Indonesian' : 'English'}`, () =>
    withBook({ options: { locale: browser } }, async ({ page }) => {
      await step.seePage(page, WORDS[lang].summaryTitle);
      assert.equal(await page.locator('html').getAttribute('lang'), lang);
    }));
}

test('English and back again, without a reload, changes the navigation, the title and the language of the page', () =>
  withBook({}, async ({ page, violations }) => {
    await page.evaluate(() => {
      window.sameDocument = true;
    });
    for (const lang of ['id', 'en', 'id']) {
      if (lang !== (await page.locator('html').getAttribute('lang'))) {
        await step.go(page, 'more');
        await speak(page, lang);
      }
      const t = WORDS[lang];
      assert.equal(await page.locator('html').getAttribute('lang'), lang);
      await step.eventually(async () => (await navigation(page, lang)).map((text) => text.trim()), t.places);
      for (const place of ['summary', 'groups', 'events', 'files', 'more']) {
        await step.go(page, place);
        await step.eventually(() => page.title(), `${place === 'summary' ? t.summaryTitle : t[place]} · Buku KUBE`);
      }
    }
    assert.equal(await page.evaluate(() => window.sameDocument), true, 'the page was never loaded anew');
    assert.deepEqual(violations, []);
  }));

test('no page keeps a sentence of the other language', async (t) => {
  const seen = {};
  for (const lang of ['id', 'en']) {
    await withBook({ lang }, async ({ page }) => {
      seen[lang] = {};
      const w = WORDS[lang];
      const look = async (where) => {
        seen[lang][where] = await texts(page);
      };
      await look('empty summary');
      await step.addGroup(page, { name: 'Contoh Melati' });
      await look('member form');
      await step.addMember(page, step.TEN[0]);
      await look('group');
      await page.getByRole('link', { name: w.history, exact: true }).click();
      await page.getByText(/^Contoh Satu: /).waitFor();
      await look('history');
      await page.getByRole('link', { name: w.profile, exact: true }).click();
      await page.getByRole('button', { name: w.eraseGroup, exact: true }).waitFor();
      await look('profile');
      for (const place of ['summary', 'groups', 'events', 'files', 'more']) {
        await step.go(page, place);
        await look(place);
      }
      await step.goStorage(page);
      await look('storage');
    });
  }
  // What was typed, places, and choices that a person picked from a list of names.
  const typed = /Contoh|PKP 2014|Samarinda|Balikpapan|Bontang|Kab\. |Paser|Kutai|Berau|Mahakam|Penajam|DTSEN|DTKS|BDT|Diploma|Laundry|^\d/;
  for (const where of Object.keys(seen.id)) {
    await t.test(where, () => {
      const same = [...seen.id[where]].filter((line) => seen.en[where].has(line) && !typed.test(line));
      assert.deepEqual(same, []);
    });
  }
});

test('a change of language keeps what stands in a half-typed form', () =>
  withBook({}, async ({ page, violations }) => {
    await step.go(page, 'groups');
    await page.getByRole('link', { name: WORDS.id.addGroup, exact: true }).click();
    await step.fillGroup(page, { name: 'Contoh Setengah' });
    await step.go(page, 'more');
    await speak(page, 'en');
    await step.go(page, 'groups');
    await page.getByRole('link', { name: WORDS.en.addGroup, exact: true }).click();
    await page.getByRole('status').getByText('Your unsaved entries have been brought back.').waitFor();
    assert.equal(await page.getByRole('textbox', { name: WORDS.en.groupName }).inputValue(), 'Contoh Setengah');
    const business = page.getByRole('combobox', { name: WORDS.en.business, exact: true });
    assert.equal(await business.evaluate((select) => select.selectedOptions[0].textContent.trim()), WORDS.en.sewing);
    assert.equal(await page.getByRole('combobox', { name: WORDS.en.village }).inputValue(), step.SIDODADI.written);
    await step.go(page, 'more');
    await speak(page, 'id');
    await page.reload();
    await step.seePage(page, WORDS.id.more);
    assert.equal(await page.locator('html').getAttribute('lang'), 'id', 'the choice stays after a reload');
    assert.deepEqual(violations, []);
  }));

test('numbers are written as the language writes them', () =>
  withBook({ lang: 'en' }, async ({ page }) => {
    await step.practise(page);
    await page.getByText('10.0', { exact: true }).waitFor();
    assert.equal(await step.bar(page, 'Samarinda', 'chartHouseholds'), '200 of 200');
    await step.go(page, 'more');
    await speak(page, 'id');
    await step.go(page, 'summary');
    await page.getByText('10,0', { exact: true }).waitFor();
    assert.equal(await step.bar(page, 'Samarinda', 'chartHouseholds'), '200 dari 200');
  }));
