// After one visit the book needs no network: every page opens, also when the browser was closed in between, and the main job
// runs whole. And whatever goes wrong while it is being kept, it is kept whole or not at all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newProfile, openBook, serve, withBook } from '../harness.mjs';
import * as step from '../steps.mjs';
import { forget, kept, leave, settle, stampOf } from '../versions.mjs';

const { WORDS } = step;

test('after one visit every page opens without a network, by address and by reload, and the main job runs', async () => {
  const server = await serve();
  const profile = await newProfile();
  let book;
  try {
    book = await openBook({ server, profile: profile.folder });
    await step.seePage(book.page, WORDS.id.summaryTitle);
    await kept(book.page);
    await book.close();
    await server.close();
    const hits = server.hits.length;

    book = await openBook({ server, profile: profile.folder, offline: true });
    const { page, context } = book;
    await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 2));
    const group = new URL(page.url()).hash;
    await step.readMember(page, 'Contoh Satu');
    const member = new URL(page.url()).hash;
    const file = await step.sendFile(page);
    await step.openFile(page, file);
    assert.deepEqual(await step.previewCounts(page), { same: 1 });

    const pages = {
      '': WORDS.id.summaryTitle,
      '?dari=pesan': WORDS.id.summaryTitle,
      'index.html': WORDS.id.summaryTitle,
      '#/groups': 'KUBE',
      '#/groups/new': 'KUBE baru',
      [group]: 'Contoh Melati',
      [`${group}/profile`]: 'Contoh Melati',
      [`${group}/history`]: 'Contoh Melati',
      [`${group}/edit`]: 'Ubah profil KUBE',
      [`${group}/members/new`]: 'Anggota baru',
      [member]: 'Anggota',
      [`${member}/edit`]: 'Ubah anggota',
      '#/events': 'Kegiatan',
      '#/files': 'Berkas',
      '#/files/check': 'Periksa berkas',
      '#/more': 'Lainnya',
      '#/more/storage': WORDS.id.storage,
      '#/entah/apa': WORDS.id.missing,
    };
    for (const [address, title] of Object.entries(pages)) {
      const tab = await context.newPage();
      await tab.goto(server.url + address);
      await step.seePage(tab, title);
      await tab.reload();
      await step.seePage(tab, title);
      await tab.close();
    }
    assert.equal(server.hits.length, hits, 'the host was not asked');
    assert.deepEqual(book.violations, []);
    await book.close();

    book = await openBook({ server, profile: profile.folder, offline: true, hash: group });
    await step.seePage(book.page, 'Contoh Melati');
  } finally {
    await book?.close();
    await profile.remove();
  }
});

test('only what belongs to the page is kept, in a cache of this folder and version', () =>
  withBook({}, async ({ page, server }) => {
    await kept(page);
    const { version, files } = await stampOf();
    const found = await page.evaluate(async () => {
      const names = await caches.keys();
      const urls = (await (await caches.open(names[0])).keys()).map((request) => request.url);
      return { names, urls };
    });
    assert.deepEqual(found.names, [`buku-kube ${server.url} ${version}`]);
    const addresses = files.map(([name]) => server.url + (name === 'index.html' ? '' : name));
    assert.deepEqual(found.urls.toSorted(), addresses.toSorted());
    for (const part of ['index.html', 'manifest.webmanifest', 'icons/icon-512.png']) {
      assert.ok(files.some(([name]) => name === part), part);
    }
    assert.equal(files.filter(([name]) => name.endsWith('.wasm')).length, 4, 'the first, the second, the import worker, the sheets');
  }));

test('an address that is not the book is left to the host', () =>
  withBook({}, async ({ page, server }) => {
    await kept(page);
    await page.goto(`${server.url}schema/kube-1.schema.json`);
    assert.match(await page.locator('body').innerText(), /json-schema\.org/);
    const answer = await page.goto(`${server.url}lain/`);
    assert.equal(answer.status(), 404, 'another book may live there');
  }));

/** What goes wrong, for how long, and whether the book is kept in the end. */
const FAULTS = [
  { fault: 'drop', times: Infinity, whole: false },
  { fault: 'cut', times: Infinity, whole: false },
  { fault: 'cut', times: 1, whole: true },
  { fault: 'delay', times: 1, whole: true },
];

test('whatever answer fails while the book is first kept, it is kept whole or not at all', async () => {
  const { files } = await stampOf();
  await withBook({}, async ({ page, server }) => {
    await kept(page);
    await leave(page, server);
    for (const { fault, times, whole } of FAULTS) {
      for (const [name] of [['sw.js'], ...files]) {
        // A worker that is cut in two is no script, however often it is asked for.
        const isWhole = whole && !(name === 'sw.js' && fault === 'cut');
        const where = `${name}: ${fault}, ${times} times`;
        await forget(page);
        let left = times;
        server.fault = (path) => (path === (name === 'index.html' ? '' : name) && left-- > 0 ? fault : undefined);
        assert.equal(await settle(page, server.url), isWhole, where);
        server.fault = undefined;
        if (!isWhole) {
          // It goes on from there at the next attempt.
          const registered = await page.evaluate((url) => navigator.serviceWorker.getRegistration(url), server.url);
          assert.equal(registered, undefined, where);
          assert.equal(await settle(page, server.url), true, where);
        }
        server.fault = () => 'drop';
        await page.goto(server.url);
        await step.seePage(page, WORDS.id.summaryTitle);
        server.fault = undefined;
        await leave(page, server);
      }
    }
  });
});
