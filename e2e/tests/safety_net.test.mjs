// What stands behind the book: the second copy, restore points, an app that is too old. Each is looked at as a person would.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const SAVED = /^(Tersimpan di perangkat ini|Belum dikirim: \d+ perubahan)$/;
const state = (page) => page.getByRole('banner').getByRole('status').locator('.unseen');
const isSaved = (page) => step.eventually(async () => SAVED.test((await state(page).innerText()).trim()), true, 'saved');

/** Opens a file of five KUBE. */
async function openSample(page) {
  const folder = await step.newFolder();
  try {
    await step.openFile(page, await step.sampleFile({ groups: 5, members: 40, seed: 2, out: folder.path('sample.json') }));
  } finally {
    await folder.remove();
  }
}

/** Takes that file in, and answers the restore points. */
async function takeSample(page) {
  await openSample(page);
  await step.takeIn(page);
  await step.closeMessage(page);
  await step.goStorage(page);
  return page.getByRole('region', { name: 'Titik pemulihan' });
}

/** A book with one KUBE and one member in it. */
async function begin(page) {
  await step.addGroupOf(page, { name: 'Contoh Mawar' }, step.TEN.slice(0, 1));
  await step.go(page, 'summary');
  await isSaved(page);
}

test('what localStorage lost comes back from the second copy, and is written to both again', () =>
  withBook({}, async ({ page, violations }) => {
    await begin(page);
    const before = await step.storedRecords(page);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await step.eventually(() => step.bar(page, 'Samarinda'), '1 dari 20');
    await isSaved(page);
    assert.deepEqual(await step.storedRecords(page), before);
    assert.deepEqual(violations, []);
  }));

test('what the second copy lost is written to it again', () =>
  withBook({}, async ({ page }) => {
    await begin(page);
    const before = await step.storedRecords(page);
    await page.evaluate(
      () =>
        new Promise((done, fail) => {
          const request = indexedDB.open('buku-kube');
          request.onerror = fail;
          request.onsuccess = () => {
            const transaction = request.result.transaction(['texts'], 'readwrite');
            transaction.objectStore('texts').clear();
            transaction.oncomplete = () => (request.result.close(), done());
          };
        }),
    );
    await page.reload();
    await isSaved(page);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await step.eventually(() => step.bar(page, 'Samarinda'), '1 dari 20');
    await isSaved(page);
    assert.deepEqual(await step.storedRecords(page), before);
  }));

/** Cuts the text of a group, in localStorage and, if asked, in the second copy; answers what is left of it. */
const rot = (page, isInBoth) =>
  page.evaluate(async (isInBoth) => {
    const key = Object.keys(localStorage).find((key) => key.startsWith('buku-kube/book/group/'));
    const rotten = localStorage.getItem(key).slice(0, -3);
    localStorage.setItem(key, rotten);
    if (!isInBoth) return rotten;
    return new Promise((done) => {
      const request = indexedDB.open('buku-kube');
      request.onsuccess = () => {
        const transaction = request.result.transaction('texts', 'readwrite');
        transaction.objectStore('texts').put(rotten, key);
        transaction.oncomplete = () => (request.result.close(), done(rotten));
      };
    });
  }, isInBoth);

const unread = (page) => page.getByRole('region', { name: 'Data yang tidak terbaca' });

test('a text that rotted is told and healed from the second copy, and nothing of it stays', () =>
  withBook({}, async ({ page }) => {
    await begin(page);
    const before = await step.storedRecords(page);
    await rot(page);
    await page.reload();
    await page.getByText('sudah dipulihkan dari salinan cadangan').waitFor();
    await step.eventually(() => step.bar(page, 'Samarinda'), '1 dari 20');
    await isSaved(page);
    // What is whole again is not kept a second time: it names people whom nobody could erase there.
    assert.deepEqual(await step.storedRecords(page), before);
    await step.goStorage(page);
    assert.equal(await unread(page).count(), 0);
  }));

test('a text that rotted in both copies is told, and kept for download', () =>
  withBook({}, async ({ page }) => {
    await begin(page);
    const rotten = await rot(page, true);
    await page.reload();
    await step.goStorage(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      unread(page).getByRole('button').first().click(),
    ]);
    const { readFile } = await import('node:fs/promises');
    assert.equal(await readFile(await download.path(), 'utf8'), rotten, 'untouched');
  }));

test('an app that is too old for what stands there says so, shows the rest and writes nothing', () =>
  withBook({}, async ({ page }) => {
    await begin(page);
    const before = await page.evaluate(() => {
      const table = Array.from({ length: 256 }, (_, n) => {
        for (let bit = 0; bit < 8; bit += 1) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
        return n >>> 0;
      });
      const crc = (text) => {
        let sum = 0xffffffff;
        for (const byte of new TextEncoder().encode(text)) sum = (sum >>> 8) ^ table[(sum ^ byte) & 255];
        return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
      };
      const rest = '9\nfrom the future';
      localStorage.setItem('buku-kube/book/group/0197412c-5a00-7000-8000-000000000009', `kube 99 ${crc(`kube 99 ${rest}`)} ${rest}`);
      return JSON.stringify(localStorage);
    });
    await page.reload();
    await page.getByRole('alert').getByText('versi aplikasi yang lebih baru').waitFor();
    assert.equal(await step.bar(page, 'Samarinda'), '1 dari 20');
    await step.openGroup(page, 'Contoh Mawar');
    await step.openMember(page, step.TEN[0].name);
    await page.getByLabel('Nama sesuai KTP').fill('Contoh Lain');
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByRole('alert').getByText('versi aplikasi yang lebih baru').waitFor();
    const after = await page.evaluate(() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => !key.includes('/form/'))));
    assert.deepEqual(after, JSON.parse(before), 'the newer text and all others stand as they stood');
    await page.reload();
    await page.getByRole('alert').getByText('versi aplikasi yang lebih baru').waitFor();
    assert.equal(await page.getByLabel('Nama sesuai KTP').inputValue(), 'Contoh Lain', 'what was typed is still there');
  }));

test('before a file is taken in there is a restore point, and one tap goes back to it', () =>
  withBook({}, async ({ page, violations }) => {
    await begin(page);
    const before = await step.storedRecords(page);
    const points = await takeSample(page);
    await points.getByText('sebelum menggabungkan berkas').waitFor();
    assert.match(await points.getByRole('listitem').innerText(), /1 KUBE · \d+ kB/);

    await points.getByRole('button', { name: 'Kembali ke sini' }).click();
    await page.getByText('Buku kembali ke titik itu').waitFor();
    await isSaved(page);
    assert.deepEqual(await step.storedRecords(page), before);
    await points.getByRole('listitem').filter({ hasText: 'sebelum kembali ke titik lain' }).waitFor();
    await page.reload();
    await isSaved(page);
    assert.deepEqual(await step.storedRecords(page), before, 'and the second copy has gone back, too');

    await points.getByRole('button', { name: 'Kembali ke sini' }).first().click();
    await page.getByText('Buku kembali ke titik itu').waitFor();
    await step.go(page, 'summary');
    assert.equal(await page.getByText('6 dari 50').count(), 1, 'going back can be gone back on');
    assert.deepEqual(violations, []);
  }));

test('deleting everything leaves a point that brings it back, until the points are deleted too', () =>
  withBook({}, async ({ page }) => {
    await begin(page);
    await step.go(page, 'more');
    await page.getByRole('button', { name: 'Hapus semua data di perangkat ini' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('HAPUS');
    await page.getByRole('dialog').getByRole('button', { name: 'Ya, hapus' }).click();
    await page.getByText('Buku ini sudah kosong.').waitFor();
    await isSaved(page);
    assert.deepEqual(await step.storedRecords(page), []);
    await page.reload();
    await isSaved(page);
    assert.deepEqual(await step.storedRecords(page), [], 'nor does the second copy have anything');

    await step.goStorage(page);
    const points = page.getByRole('region', { name: 'Titik pemulihan' });
    await points.getByText('sebelum menghapus semua').waitFor();
    await points.getByRole('button', { name: 'Kembali ke sini' }).click();
    await page.getByText('Buku kembali ke titik itu').waitFor();
    await step.go(page, 'summary');
    await step.eventually(() => step.bar(page, 'Samarinda'), '1 dari 20');

    await step.goStorage(page);
    await points.getByRole('button', { name: 'Hapus semua titik' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hapus semua titik' }).click();
    await points.getByText('Belum ada titik pemulihan.').waitFor();
  }));

/** No IndexedDB in the pages of a context. */
const refuse = (context) =>
  context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'SecurityError');
    };
  });

/** Fills localStorage to the last unit. */
const fill = (page) =>
  page.evaluate(() => {
    for (let [size, count] = [1 << 22, 0]; size > 0; ) {
      try {
        localStorage.setItem(`other/${count}`, 'x'.repeat(size));
        count += 1;
      } catch {
        size >>= 1;
      }
    }
  });

const drain = (page) =>
  page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('other/')) localStorage.removeItem(key);
  });

test('without IndexedDB a restore point finds its place in localStorage', () =>
  withBook({ prepare: refuse }, async ({ page }) => {
    const meta = () => page.evaluate(() => localStorage.getItem('buku-kube/book/meta'));
    await step.eventually(async () => (await meta()) !== null, true, 'the device is kept');
    const device = await meta();
    await page.reload();
    await step.eventually(async () => (await state(page).innerText()).trim(), 'Tersimpan, tanpa salinan cadangan');
    assert.equal(await meta(), device, 'and is the same after a reload');
    await step.addGroupOf(page, { name: 'Contoh Mawar' }, step.TEN.slice(0, 1));
    const before = await step.storedRecords(page);
    const points = await takeSample(page);
    await points.getByRole('button', { name: 'Kembali ke sini' }).click();
    await page.getByText('Buku kembali ke titik itu').waitFor();
    assert.deepEqual(await step.storedRecords(page), before);
  }));

test('without any place for a restore point no file is taken in, and that is said', () =>
  withBook({ prepare: refuse }, async ({ page }) => {
    await step.addGroupOf(page, { name: 'Contoh Mawar' }, step.TEN.slice(0, 1));
    const before = await step.storedRecords(page);
    await openSample(page);
    await fill(page);
    await page.getByRole('button', { name: 'Gabungkan semua' }).click();
    await page.getByText('Titik pemulihan tidak dapat dibuat').waitFor();
    assert.deepEqual(await step.storedRecords(page), before);
    assert.equal((await state(page).innerText()).trim(), 'Tersimpan, tanpa salinan cadangan');
  }));

test('with no room elsewhere a person can go on in the second copy alone, and nothing is lost', () =>
  withBook({}, async ({ page }) => {
    await begin(page);
    await fill(page);
    await step.openGroup(page, 'Contoh Mawar');
    await step.openMember(page, step.TEN[0].name);
    await page.getByLabel('Alamat').fill('alamat panjang '.repeat(7).trim());
    await page.getByRole('alert').getByText('penuh').first().waitFor();
    await page.getByRole('button', { name: 'Lanjutkan dengan salinan cadangan saja' }).click();
    await step.saveMember(page, 'Contoh Mawar');
    await step.eventually(async () => (await state(page).innerText()).trim(), 'Tersimpan hanya di salinan cadangan');
    await drain(page);
    await page.reload();
    await isSaved(page);
    assert.ok((await step.said(page, 'buku-kube/book/group/')).includes('alamat panjang'), 'it came back from the second copy');
  }));
