// What browsers hold since an older release, kept as it was found (`capture_profile.mjs`): today's opens it and nothing is lost, with
// both copies, and with either of them alone.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { openBook, serve } from '../harness.mjs';
import { giveHands, hand } from '../hands.mjs';
import * as step from '../steps.mjs';

const FOLDER = new URL('../../tests/fixtures/profiles/', import.meta.url);

/** Puts a profile into the browser. Runs in a page of the same address that is not the app. */
async function restore({ localStorage: texts, databases }) {
  const done = (request) => new Promise((yes, no) => ((request.onsuccess = () => yes(request.result)), (request.onerror = () => no(request.error))));
  for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
  for (const [name, { version, stores }] of Object.entries(databases)) {
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => {
      for (const [store, { keyPath }] of Object.entries(stores)) opening.result.createObjectStore(store, { keyPath });
    };
    const database = await done(opening);
    const writing = database.transaction(Object.keys(stores), 'readwrite');
    for (const [store, { entries }] of Object.entries(stores)) {
      for (const [key, value] of entries) writing.objectStore(store).put(value, key);
    }
    await new Promise((yes, no) => ((writing.oncomplete = yes), (writing.onerror = () => no(writing.error))));
    database.close();
  }
}

/** A change as a text, whatever the order of its members. */
const textOf = (change) => JSON.stringify(change, (_, value) =>
  value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value);

const COPIES = {
  'both copies': (profile) => profile,
  'localStorage alone': (profile) => ({ ...profile, databases: {} }),
  'IndexedDB alone': (profile) => ({ ...profile, localStorage: {} }),
};

for (const file of (await readdir(FOLDER)).sort()) {
  const profile = JSON.parse(await readFile(new URL(file, FOLDER), 'utf8'));
  for (const [what, part] of Object.entries(COPIES)) {
    test(`the profile of ${file}, ${what}: nothing is lost`, async () => {
      const server = await serve();
      const prepare = async (context) => {
        await giveHands(context);
        const page = await context.newPage();
        await page.goto(`${server.url}notices.html`);
        await page.evaluate(restore, part(profile));
        await page.close();
      };
      const book = await openBook({ server, prepare });
      try {
        const { page, violations } = book;
        await hand(page, 'said');
        const now = new Map((await step.recordsIn(page)).map((record) => [record.id, record]));
        for (const { id, kind, changes } of profile.records) {
          const there = now.get(id);
          assert.equal(there?.kind, kind, `${kind} ${id} is there`);
          const texts = there.changes.map(textOf);
          for (const change of changes) assert.ok(texts.includes(textOf(change)), `${kind} ${id}: ${textOf(change)}`);
        }
        assert.equal(now.size, profile.records.length, 'and nothing else');
        await step.goStorage(page);
        assert.equal(await page.getByText('Data yang tidak terbaca', { exact: true }).count(), 0);

        // The field that two devices filled in otherwise, and the form that was left half typed.
        await step.openGroup(page, 'Contoh Melati');
        await page.getByRole('main').getByText('Tani', { exact: true }).first().waitFor();
        await page.evaluate(() => (location.hash = '#/groups/new'));
        await step.eventually(() => page.getByRole('textbox', { name: 'Nama KUBE' }).inputValue(), 'Contoh Setengah');
        assert.deepEqual(violations, []);
      } finally {
        await book.close();
        await server.close();
      }
    });
  }
}
