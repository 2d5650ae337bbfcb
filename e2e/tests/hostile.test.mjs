// Texts that mean harm, in every text field of every form and in every field of a file: shown as text everywhere, and no
// script runs.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { withBook } from '../harness.mjs';
import * as step from '../steps.mjs';
import { fileOf, someRecords, textOf } from '../steps.mjs';

const { WORDS } = step;
const TEXTS = {
  image: '<img src=x onerror=alert(1)>',
  script: '<script>alert(1)</script>',
  link: 'javascript:alert(1)',
  turned: '\u202eterbalik\u2069\u200f',
};
const TURNING = /[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/;

let folder;
before(async () => {
  folder = await step.newFolder();
});
after(() => folder?.remove());

/** Fails when a text came to be an element or an address, or turns the direction of writing. */
async function assertHarmless(page, where) {
  assert.doesNotMatch(await page.locator('body').innerText(), TURNING, `${where}: nothing turns the writing`);
  assert.equal(await page.locator('body script, body img').count(), 0, `${where}: no element out of a text`);
  assert.equal(await page.locator('[href^="javascript:" i], [src^="javascript:" i]').count(), 0, `${where}: no address`);
}

/** Opens the book, and fails when a script out of a text ran. */
const withWatched = (use) =>
  withBook({}, async (book) => {
    const dialogs = [];
    book.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      dialog.dismiss();
    });
    await use(book);
    assert.deepEqual(dialogs, [], 'no script ran');
    assert.deepEqual(book.violations, []);
  });

/** Opens whatever can be opened on the page. */
async function unfold(page) {
  for (const summary of await page.locator('main details:not([open]) > summary').all()) {
    if (await summary.isVisible()) await summary.click();
  }
}

/** Fills every text field of the form on the page with the text, and answers how many there were. */
async function fillAll(page, text) {
  await unfold(page);
  const fields = page.getByRole('main').locator('input:not([type=radio]):not([type=checkbox]):not([type=file]), textarea');
  const count = await fields.count();
  for (let place = 0; place < count; place += 1) await fields.nth(place).fill(text);
  await page.getByRole('heading', { level: 1 }).click();
  return count;
}

/** Empties the fields that cannot be read as what they ask for. */
async function emptyInvalid(page) {
  await page.getByRole('main').getByRole('combobox', { name: WORDS.id.village }).fill('');
  const invalid = page.getByRole('main').locator('[aria-invalid="true"], [aria-invalid=""]');
  while (await invalid.count()) {
    // By its element: once it is empty, it is none of them any more.
    const field = await invalid.first().elementHandle();
    await field.fill('');
    await field.evaluate((input) => input.blur());
  }
}

for (const [kind, text] of Object.entries(TEXTS)) {
  test(`in every text field of every form: ${kind}`, () =>
    withWatched(async ({ page }) => {
      const shown = text.replace(new RegExp(TURNING, 'g'), '');
      await step.go(page, 'groups');
      await page.getByRole('link', { name: WORDS.id.addGroup, exact: true }).click();
      await step.seePage(page, WORDS.id.newGroup);
      assert.ok((await fillAll(page, text)) >= 8, 'the fields of a group');
      await assertHarmless(page, 'the form of a group, with what is wrong with it');
      await page.getByRole('button', { name: WORDS.id.saveGroup, exact: true }).click();
      await assertHarmless(page, 'the errors of a group');
      await emptyInvalid(page);
      await page.getByRole('button', { name: WORDS.id.saveGroup, exact: true }).click();
      await step.seePage(page, WORDS.id.newMember);
      assert.ok((await fillAll(page, text)) >= 8, 'the fields of a member');
      await assertHarmless(page, 'the form of a member, with what is wrong with it');
      await page.getByRole('button', { name: WORDS.id.saveAndFinish, exact: true }).click();
      await assertHarmless(page, 'the errors of a member');
      await emptyInvalid(page);
      await page.getByRole('button', { name: WORDS.id.saveAndFinish, exact: true }).click();
      await step.seePage(page, shown);
      const group = new URL(page.url()).hash;
      for (const tab of ['', '/profile', '/history', '/edit']) {
        await page.evaluate((hash) => (location.hash = hash), group + tab);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await unfold(page);
        await assertHarmless(page, `the group${tab}`);
      }
      await step.openGroup(page, shown);
      await step.openMember(page, shown);
      await unfold(page);
      await assertHarmless(page, 'the member');

      await step.go(page, 'groups');
      await unfold(page);
      await page.getByRole('searchbox').fill(text);
      await page.getByRole('main').getByRole('listitem').first().waitFor();
      await assertHarmless(page, 'the search');
      await step.go(page, 'files');
      await unfold(page);
      assert.ok((await fillAll(page, text)) >= 2, 'the name and the text of a file');
      await assertHarmless(page, 'Berkas');
      await page.getByRole('button', { name: WORDS.id.pasteGo, exact: true }).click();
      await page.getByRole('main').getByRole('alert').getByRole('paragraph').first().waitFor();
      await assertHarmless(page, 'the text of a file refused');
      await step.go(page, 'more');
      await page.getByRole('button', { name: WORDS.id.clearAll, exact: true }).click();
      await page.getByRole('dialog').getByRole('textbox').fill(text);
      await assertHarmless(page, 'the question before deleting all');
    }));
}

/** The fields of the two kinds that the schema knows. */
async function fieldsOf(kind) {
  const schema = JSON.parse(await readFile(new URL('../../public/schema/kube-1.schema.json', import.meta.url), 'utf8'));
  const found = schema.$defs[kind].properties;
  assert.ok(Object.keys(found).length > 8, `${kind} has fields`);
  return Object.keys(found).filter((field) => field !== 'group');
}

/** Looks at a file: at its preview, and at the book with it in; or at the sentence that refuses it. */
async function lookAt(page, path, where) {
  await step.go(page, 'summary');
  await step.chooseFile(page, path);
  const refused = page.getByRole('main').getByRole('alert').getByRole('paragraph');
  const preview = page.getByRole('heading', { level: 1, name: WORDS.id.preview, exact: true });
  await refused.or(preview).first().waitFor();
  await unfold(page);
  await assertHarmless(page, where);
  return preview.isVisible();
}

test('in every field of a file, known or not', async () => {
  const all = Object.values(TEXTS).join(' ');
  const taken = { group: {}, member: {} };
  await withWatched(async ({ page }) => {
    for (const kind of ['group', 'member']) {
      for (const field of [...(await fieldsOf(kind)), 'unknown_to_this_version']) {
        const file = textOf(fileOf(someRecords({ [kind]: { [field]: all } })));
        const path = await folder.put(`${kind}-${field}.json`, file);
        if (await lookAt(page, path, `${kind}: ${field}`)) taken[kind][field] = all;
      }
    }
  });
  // What is refused is named by its field alone; the rest goes into the book, and is on all its pages.
  assert.ok(Object.keys(taken.group).length > 4 && Object.keys(taken.member).length > 4, 'many fields take any text');
  await withWatched(async ({ page }) => {
    const path = await folder.put('semua.json', textOf(fileOf(someRecords(taken))));
    assert.ok(await lookAt(page, path, 'the preview of all'));
    await step.takeIn(page);
    await page.getByRole('main').getByRole('listitem').first().getByRole('link').first().click();
    await page.getByRole('link', { name: 'Profil', exact: true }).waitFor();
    const group = new URL(page.url()).hash;
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await step.seePage(page, WORDS.id.readMember);
    const member = new URL(page.url()).hash;
    for (const address of [group, `${group}/profile`, `${group}/history`, `${group}/edit`, member, `${member}/edit`, '#/', '#/groups']) {
      await page.evaluate((hash) => (location.hash = hash), address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await unfold(page);
      await assertHarmless(page, address);
    }
  });
});

test('in the header of a file and in its names of records', () =>
  withWatched(async ({ page }) => {
    const all = Object.values(TEXTS).join(' ');
    const headers = { id: all, app: all, created: all, kind: all, format: all, checksum: all, from: { device: all, name: all }, [all]: all };
    for (const [part, value] of Object.entries(headers)) {
      const path = await folder.put('kepala.json', textOf(fileOf(someRecords(), { [part]: value })));
      await lookAt(page, path, `header: ${part}`);
    }
    const [group, member] = someRecords();
    const odd = [{ ...group, id: all }, { ...group, kind: all }, { ...group, [all]: all }, { ...group, changes: all }];
    for (const record of odd) {
      await lookAt(page, await folder.put('catatan.json', textOf(fileOf([record, member]))), `record: ${JSON.stringify(record)}`);
    }
  }));
