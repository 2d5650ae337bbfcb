// What was taken away stays away: undo, going back and deleting everything, with a localStorage that the browser wrote out too late;
// the choices of this device; a second copy that gives no answer, or that another window wants newer; what restore points still have
// of a person who was deleted. A kill is the suite durability's; here localStorage is put back to what the disk had.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withBook } from '../harness.mjs';
import { giveHands, hand } from '../hands.mjs';
import * as step from '../steps.mjs';

const SAVED = /^(Tersimpan di perangkat ini|Belum dikirim: \d+ perubahan)$/;
const ALONE = 'Tersimpan, tanpa salinan cadangan';
const state = async (page) => (await page.getByRole('banner').getByRole('status').locator('.unseen').innerText()).trim();
const isSaved = (page) => step.eventually(async () => SAVED.test(await state(page)), true, 'saved');
const points = (page) => page.getByRole('region', { name: 'Titik pemulihan' });

/** What the disk has: localStorage as it is now. */
const onDisk = (page) => page.evaluate(() => ({ ...localStorage }));

/** The browser is killed before it has written anything since, and started anew. */
async function killAndStart(page, disk) {
  await page.evaluate((disk) => {
    localStorage.clear();
    for (const [key, text] of Object.entries(disk)) localStorage.setItem(key, text);
  }, disk);
  await page.reload();
  await isSaved(page);
}

async function withFile(use) {
  const folder = await step.newFolder();
  try {
    return await use(await folder.put('berkas.json', step.textOf(step.fileOf(step.someRecords()))));
  } finally {
    await folder.remove();
  }
}

/** A book with a KUBE of its own, and a file taken in. */
async function begin(page) {
  await step.addGroup(page, { name: 'Contoh Sendiri' });
  await isSaved(page);
  await withFile(async (file) => {
    await step.openFile(page, file);
    await step.takeIn(page);
  });
  await isSaved(page);
  await step.closeMessage(page);
}

const names = async (page) => {
  const records = await step.recordsIn(page);
  // A receipt of the file that came has the name of its sender.
  return records.filter((it) => it.kind !== 'receipt').flatMap((it) => it.changes.map((change) => change.set?.name)).filter(Boolean).sort();
};

const AWAY = {
  'a file that was undone': {
    take: async (page) => {
      await step.go(page, 'files');
      await page.getByRole('button', { name: 'Urungkan', exact: true }).click();
    },
    left: ['Contoh Sendiri'],
  },
  'what came after the point that was gone back to': {
    take: async (page) => {
      await step.goStorage(page);
      await points(page).getByRole('button', { name: 'Kembali ke sini' }).click();
      await page.getByText('Buku kembali ke titik itu').waitFor();
    },
    left: ['Contoh Sendiri'],
  },
  'what was deleted with everything': {
    take: async (page) => {
      await step.go(page, 'more');
      await page.getByRole('button', { name: 'Hapus semua data di perangkat ini' }).click();
      await page.getByRole('textbox', { name: 'Kata untuk melanjutkan' }).fill('HAPUS');
      await page.getByRole('button', { name: 'Ya, hapus' }).click();
      await page.getByText('Buku ini sudah kosong.').waitFor();
    },
    left: [],
  },
};

for (const [what, { take, left }] of Object.entries(AWAY)) {
  test(`${what} does not come back from a localStorage that was written out late`, () =>
    withBook({}, async ({ page, violations }) => {
      await begin(page);
      const disk = await onDisk(page);
      await take(page);
      await isSaved(page);
      assert.deepEqual(await names(page), left);
      await killAndStart(page, disk);
      await step.eventually(() => names(page), left);
      // And is not back the next time either, whichever copy is read.
      await page.reload();
      await isSaved(page);
      assert.deepEqual(await names(page), left);
      // What is entered from then on is kept as ever.
      await step.addGroup(page, { name: 'Contoh Sesudah' });
      await isSaved(page);
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      await isSaved(page);
      await step.eventually(() => names(page), [...left, 'Contoh Sesudah'].sort());
      assert.deepEqual(violations, []);
    }));
}

test('which book is open, the name and the language are what they were called saved as', () =>
  withBook({}, async ({ page }) => {
    await step.addGroup(page, { name: 'Contoh Sendiri' });
    await isSaved(page);
    const disk = await onDisk(page);
    await step.go(page, 'files');
    const name = page.getByRole('textbox', { name: 'Nama Anda di berkas' }).first();
    await name.fill('Contoh Nama');
    await name.blur();
    await step.go(page, 'more');
    await page.getByRole('button', { name: 'Masuk mode latihan' }).click();
    const leave = page.getByRole('button', { name: 'Keluar dari latihan' });
    await leave.waitFor();
    await isSaved(page);
    await killAndStart(page, disk);
    await leave.waitFor();
    await leave.click();
    await isSaved(page);
    await step.go(page, 'files');
    assert.equal(await page.getByRole('textbox', { name: 'Nama Anda di berkas' }).first().inputValue(), 'Contoh Nama');
    assert.deepEqual(await names(page), ['Contoh Sendiri']);
  }));

test('a second copy that never answers is given up, and everything goes on without it', () =>
  withBook(
    {
      prepare: async (context) => {
        await context.clock.install();
        // Neither an answer nor an error, as WebKit has had it.
        await context.addInitScript(() => {
          IDBFactory.prototype.open = () => ({});
        });
      },
    },
    async ({ page, context, violations }) => {
      await step.addGroup(page, { name: 'Contoh Sendiri' });
      assert.equal(await state(page), 'Menyimpan…');
      await context.clock.fastForward(6_000);
      await step.eventually(() => state(page), ALONE);
      await withFile(async (file) => {
        await step.openFile(page, file);
        await step.takeIn(page);
      });
      await step.eventually(() => state(page), ALONE);
      assert.equal((await names(page)).length, 3);
      await AWAY['what came after the point that was gone back to'].take(page);
      assert.deepEqual(await names(page), ['Contoh Sendiri']);
      await AWAY['what was deleted with everything'].take(page);
      assert.deepEqual(await names(page), []);
      assert.deepEqual(violations, []);
    },
  ));

test('another window that wants a newer database gets it, and this one says that it goes on without', () =>
  withBook({}, async ({ page, context }) => {
    await step.addGroup(page, { name: 'Contoh Sendiri' });
    await isSaved(page);
    const other = await context.newPage();
    await other.goto(new URL('icons/icon.svg', page.url()).href);
    const opened = await other.evaluate(
      () =>
        new Promise((done) => {
          const request = indexedDB.open('buku-kube', 99);
          request.onblocked = () => done('blocked');
          request.onsuccess = () => done('opened');
          request.onerror = () => done('failed');
        }),
    );
    assert.equal(opened, 'opened');
    await step.go(page, 'groups');
    await step.addGroup(page, { name: 'Contoh Lagi' });
    await step.eventually(() => state(page), ALONE);
  }));

test('what anybody else says on the channel is not heard', () =>
  withBook({}, async ({ page, context, violations }) => {
    await step.addGroup(page, { name: 'Contoh Sendiri' });
    await isSaved(page);
    const other = await context.newPage();
    await other.goto(new URL('icons/icon.svg', page.url()).href);
    await other.evaluate(() => {
      const channel = new BroadcastChannel('buku-kube');
      for (const message of [null, undefined, 7, 'x', {}, [7], ['x'], [null, null], new Blob([])]) channel.postMessage(message);
    });
    await step.go(page, 'groups');
    await step.addGroup(page, { name: 'Contoh Lagi' });
    await isSaved(page);
    assert.deepEqual(await names(page), ['Contoh Lagi', 'Contoh Sendiri']);
    // The other window is no page, and so asks for an icon.
    assert.deepEqual(violations.filter((it) => !it.includes('favicon.ico')), []);
  }));

test('restore points that still hold a person are named before deleting, and go in the same step', () =>
  withBook({}, async ({ page }) => {
    await begin(page);
    await step.openGroup(page, 'Contoh Mawar');
    await step.readMember(page, 'Contoh Satu');
    await page.getByRole('button', { name: 'Hapus orang ini', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 titik pemulihan di perangkat ini dibuat sebelumnya').waitFor();
    await dialog.getByRole('checkbox', { name: 'Hapus juga 1 titik pemulihan itu' }).check();
    await dialog.getByRole('button', { name: 'Ya, hapus', exact: true }).click();
    await step.seePage(page, 'Contoh Mawar');
    await step.goStorage(page);
    await points(page).getByText('Belum ada titik pemulihan.').waitFor();
    await AWAY['what was deleted with everything'].take(page);
    await page.getByText('Masih ada 1 titik pemulihan').waitFor();
  }));

/** Holds back what the second copy answers when all its texts are asked for, in a page that says so. */
function holdReading() {
  const { getAll } = IDBObjectStore.prototype;
  const waiting = [];
  let isHeld = sessionStorage.getItem('reading') === 'held';
  window.letRead = () => {
    isHeld = false;
    for (const request of waiting.splice(0)) request.dispatchEvent(new Event('success'));
  };
  IDBObjectStore.prototype.getAll = function (...args) {
    const request = getAll.apply(this, args);
    if (this.name !== 'texts') return request;
    request.addEventListener('success', (event) => {
      if (!isHeld || !event.isTrusted) return;
      event.stopImmediatePropagation();
      waiting.push(request);
    });
    return request;
  };
}

test('deleting everything waits until the second copy has been read; what is typed meanwhile is saved at once', () =>
  withBook({ prepare: (context) => Promise.all([giveHands(context), context.addInitScript(holdReading)]) }, async ({ page, violations }) => {
    await hand(page, 'addGroup', { 'Nama KUBE': 'Contoh Melati' });
    await hand(page, 'said');
    await page.evaluate(() => sessionStorage.setItem('reading', 'held'));
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await hand(page, 'addGroup', { 'Nama KUBE': 'Contoh Mawar' });
    const names = async () => (await step.recordsIn(page)).map((record) => record.changes[0].set.name).sort();
    assert.deepEqual(await names(), ['Contoh Mawar', 'Contoh Melati']);

    await step.go(page, 'more');
    await page.getByRole('button', { name: 'Hapus semua data di perangkat ini' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('HAPUS');
    await dialog.getByRole('button', { name: 'Ya, hapus' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
    assert.deepEqual(await names(), ['Contoh Mawar', 'Contoh Melati'], 'nobody has seen yet what the second copy holds');
    await page.evaluate(() => window.letRead());
    await page.getByText('Buku ini sudah kosong.').waitFor();
    assert.deepEqual(await names(), []);
    await page.evaluate(() => sessionStorage.removeItem('reading'));
    await page.reload();
    await hand(page, 'said');
    assert.deepEqual(await names(), [], 'nor does it come back');
    assert.deepEqual(violations, []);
  }));
