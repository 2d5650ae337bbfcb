// Hands and windows: a dialog over a page that is drawn anew, two windows on one form, what was deleted elsewhere, midnight, Enter on a
// phone, a page that the browser translates, a list on paper.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withBook } from '../harness.mjs';
import { hold, isHeld, release, slowWorkers, translate } from '../pretend.mjs';
import * as step from '../steps.mjs';

const t = step.WORDS.id;
const main = (page) => page.getByRole('main');
const name = (page) => page.getByRole('textbox', { name: t.memberName });
const isSettled = (page) => page.getByRole('banner').getByText(/^(Belum dikirim: |Tersimpan di perangkat ini$)/).waitFor();
const drawn = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

/** Goes to an address of the app without anything else. */
const to = (page, hash) => page.evaluate((hash) => void (location.hash = hash), hash);
const groupOf = (page) => page.evaluate(() => /group\/([0-9a-f-]{36})/.exec(Object.keys(localStorage).find((key) => key.startsWith('buku-kube/book/group/')))[1]);

/** Another tab on the same book. */
async function another({ context, server }, hash = '') {
  const tab = await context.newPage();
  await tab.goto(server.url + hash);
  await isSettled(tab);
  return tab;
}

/** Deletes a member in a tab. */
async function erase(tab, group, member) {
  await step.openGroup(tab, group);
  await step.readMember(tab, member);
  await tab.getByRole('button', { name: t.eraseMember, exact: true }).click();
  await tab.getByRole('dialog').getByRole('button', { name: t.eraseYes, exact: true }).click();
  await step.seePage(tab, group);
  await isSettled(tab);
}

async function clearAll(tab) {
  await step.go(tab, 'more');
  await tab.getByRole('button', { name: t.clearAll, exact: true }).click();
  await tab.getByRole('dialog').getByRole('textbox').fill('HAPUS');
  await tab.getByRole('dialog').getByRole('button', { name: t.eraseYes, exact: true }).click();
  await tab.getByRole('heading', { name: t.empty }).or(tab.getByText('Buku ini sudah kosong.')).first().waitFor();
}

test('"Kirim KUBE ini" stays as it was filled in when the search for duplicates answers', () =>
  withBook({ prepare: slowWorkers }, async ({ page, violations }) => {
    await step.addGroupOf(page, { name: 'Contoh Mawar' }, step.TEN.slice(0, 2));
    await hold(page);
    await page.reload();
    await step.seePage(page, 'Contoh Mawar');
    await page.evaluate(() => window.holdWorkers());
    await page.getByRole('button', { name: t.sendGroup, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: t.sendGroup });
    const receiver = dialog.getByRole('combobox').or(dialog.getByRole('textbox')).first();
    await receiver.fill('Dinsos Contoh');
    await isHeld(page);
    await release(page);
    await drawn(page);
    assert.equal(await receiver.inputValue(), 'Dinsos Contoh');
    await dialog.getByRole('button', { name: t.prepare, exact: true }).click();
    await dialog.getByRole('button', { name: t.download, exact: true }).waitFor();
    await dialog.getByRole('button', { name: t.close, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    assert.deepEqual(violations, []);
  }));

test('no dialog is closed or emptied by the page behind it, whatever another tab changes', () =>
  withBook({}, async (book) => {
    const { page, violations } = book;
    await step.addGroupOf(page, { name: 'Contoh Teratai' }, step.TEN.slice(0, 2));
    const group = await groupOf(page);
    // There is a point to be deleted.
    const folder = await step.newFolder();
    await step.openFile(page, await folder.put('satu.json', step.textOf(step.fileOf(step.someRecords()))));
    await folder.remove();
    await step.takeIn(page);
    await isSettled(page);
    const tab = await another(book, `#/groups/${group}/members/new`);
    await page.evaluate(() => {
      window.heard = 0;
      new BroadcastChannel('buku-kube').onmessage = () => (window.heard += 1);
    });
    const openers = {
      [t.sendGroup]: () => step.openGroup(page, 'Contoh Teratai'),
      [t.eraseGroup]: async () => {
        await step.openGroup(page, 'Contoh Teratai');
        await main(page).getByRole('link', { name: t.profile, exact: true }).click();
      },
      [t.eraseMember]: async () => {
        await step.openGroup(page, 'Contoh Teratai');
        await step.readMember(page, step.TEN[0].name);
      },
      [t.clearAll]: () => step.go(page, 'more'),
      'Unduh XLSX': async () => {
        await step.go(page, 'files');
        await page.getByText(t.sheetChoices, { exact: true }).click();
        await page.getByRole('radio', { name: 'Utuh', exact: true }).check();
      },
      'Hapus semua titik': () => step.goStorage(page),
    };
    let number = 2;
    for (const [word, come] of Object.entries(openers)) {
      await come();
      await page.getByRole('button', { name: word, exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      // It is asked for what restore points still hold.
      if ([t.eraseGroup, t.eraseMember].includes(word)) await dialog.getByText(/titik pemulihan di perangkat ini/).waitFor();
      if (word === t.clearAll) await dialog.getByText(/^Titik pemulihan tetap ada/).waitFor();
      const field = dialog.locator('input').first();
      const held = () => field.evaluate((it) => (it.type === 'checkbox' ? it.checked : it.value));
      if (await field.count()) await ((await field.getAttribute('type')) === 'checkbox' ? field.check() : field.fill('HAPU'));
      const filled = (await field.count()) && (await held());
      const before = [await dialog.innerText(), await page.evaluate(() => window.heard)];
      await step.addMember(tab, step.TEN[number], { again: true });
      number += 1;
      await page.waitForFunction((heard) => window.heard > heard, before[1]);
      await drawn(page);
      assert.equal(await dialog.isVisible(), true, word);
      if (word !== t.sendGroup) assert.equal(await dialog.innerText(), before[0], word);
      if (await field.count()) assert.equal(await held(), filled, word);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    }
    assert.deepEqual(violations, []);
  }));

test('two windows on the empty form of one group are two people; what a closed window left comes back in the next', () =>
  withBook({}, async (book) => {
    const { page, violations } = book;
    await step.addGroupOf(page, { name: 'Contoh Mawar' }, step.TEN.slice(0, 1));
    const form = `#/groups/${await groupOf(page)}/members/new`;
    await to(page, form);
    await name(page).fill('Contoh Jendela Satu');
    const tab = await another(book, form);
    await drawn(tab);
    assert.equal(await name(tab).inputValue(), '', 'the other window has its own');
    await name(tab).fill('Contoh Jendela Dua');
    await page.reload();
    await step.eventually(() => name(page).inputValue(), 'Contoh Jendela Satu');
    await tab.reload();
    await step.eventually(() => name(tab).inputValue(), 'Contoh Jendela Dua');
    for (const one of [page, tab]) {
      await one.getByRole('button', { name: t.saveAndAdd, exact: true }).click();
      await step.eventually(() => name(one).inputValue(), '');
    }
    await step.openGroup(page, 'Contoh Mawar');
    for (const who of ['Contoh Jendela Satu', 'Contoh Jendela Dua']) await main(page).getByText(who, { exact: true }).waitFor();
    assert.equal(await main(page).getByText(t.conflicts).count(), 0);

    await name(tab).fill('Contoh Tertinggal');
    const left = await tab.evaluate(() => sessionStorage.getItem('buku-kube/window'));
    await tab.close();
    // A window is closed for the others once the browser has given its lock back.
    const held = () => page.evaluate(async () => (await navigator.locks.query()).held.map((lock) => lock.name));
    await step.eventually(async () => (await held()).some((lock) => lock.endsWith(left)), false);
    await to(page, form);
    await step.eventually(() => name(page).inputValue(), 'Contoh Tertinggal');
    await page.getByText('Isian yang belum disimpan dikembalikan.').waitFor();
    assert.deepEqual(violations, []);
  }));

test('what another tab has deleted is not said to be saved, and what was typed stays', () =>
  withBook({}, async (book) => {
    const { page, violations } = book;
    await step.addGroupOf(page, { name: 'Contoh Mawar' }, step.TEN.slice(0, 2));
    const group = await groupOf(page);
    const tab = await another(book);
    await step.openMember(page, step.TEN[0].name);
    await name(page).fill('Contoh Diubah');
    await erase(tab, 'Contoh Mawar', step.TEN[0].name);
    await page.getByRole('button', { name: t.save, exact: true }).click();
    const gone = main(page).getByRole('alert').filter({ hasText: 'Catatan ini sudah dihapus' });
    await gone.waitFor();
    assert.equal(await page.getByText(t.saved('Contoh Diubah'), { exact: true }).count(), 0);
    assert.equal(await name(page).inputValue(), 'Contoh Diubah');
    await gone.getByRole('button', { name: 'Jadikan catatan baru', exact: true }).click();
    await page.getByRole('button', { name: t.save, exact: true }).click();
    await step.seePage(page, 'Contoh Mawar');
    await main(page).getByText('Contoh Diubah', { exact: true }).waitFor();

    await to(page, `#/groups/${group}/members/new`);
    await name(page).fill('Contoh Tanpa KUBE');
    await clearAll(tab);
    await main(page).getByRole('alert').filter({ hasText: 'KUBE ini sudah dihapus' }).waitFor();
    await page.getByRole('button', { name: t.saveAndFinish, exact: true }).click();
    await drawn(page);
    assert.equal(await name(page).inputValue(), 'Contoh Tanpa KUBE');
    assert.deepEqual(await step.storedRecords(page), []);
    assert.deepEqual(violations, []);
  }));

test('a page that is left open over midnight has the new day', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroup(page, { name: 'Contoh Mawar' });
    const tomorrow = await page.evaluate(() => {
      const day = new Date(Date.now() + 86_400_000);
      return [day.getDate(), day.getMonth() + 1, day.getFullYear()].map((part) => String(part).padStart(2, '0')).join('/');
    });
    const date = page.getByRole('textbox', { name: 'Tanggal persetujuan' });
    await date.fill(tomorrow);
    await date.blur();
    const ahead = main(page).getByText('Tanggal persetujuan melewati tanggal hari ini.');
    await ahead.waitFor();
    await page.evaluate(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 86_400_000;
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await ahead.waitFor({ state: 'detached' });
    assert.deepEqual(violations, []);
  }));

test('on a phone Enter leads to the next field and saves nothing; with a mouse it saves but in the first field', async () => {
  await withBook({ options: { hasTouch: true, isMobile: true } }, async ({ page, violations }) => {
    await step.addGroup(page, { name: 'Contoh Mawar' });
    await name(page).fill('Contoh Satu');
    await name(page).press('Enter');
    await step.eventually(() => page.evaluate(() => document.activeElement.id), 'field-nik');
    await step.seePage(page, t.newMember);
    assert.equal(await name(page).inputValue(), 'Contoh Satu', 'not saved');
    assert.deepEqual(violations, []);
  });
  await withBook({ viewport: { width: 1280, height: 800 } }, async ({ page }) => {
    await step.addGroup(page, { name: 'Contoh Mawar' });
    await name(page).fill('Contoh Satu');
    await name(page).press('Enter');
    await step.eventually(() => page.evaluate(() => document.activeElement.id), 'field-nik');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText(t.saved('Contoh Satu'), { exact: true }).waitFor();
  });
});

test('a page that the browser has translated goes on: titles, pages, states and numbers are those of now', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroupOf(page, { name: 'Contoh Mawar' }, step.TEN.slice(0, 1));
    await step.go(page, 'summary');
    await isSettled(page);
    await page.evaluate(() => document.querySelectorAll('[translate]').forEach((one) => one.removeAttribute('translate')));
    await translate(page);
    await main(page).getByText(/^«/).first().waitFor();
    for (const [hash, title] of [
      ['#/groups', t.groups],
      ['#/more', t.more],
      ['#/files', t.files],
    ]) {
      await to(page, hash);
      await step.seePage(page, title);
      await drawn(page);
      assert.equal(await main(page).locator('font').count(), 0, `${hash}: nothing of the page before`);
      await translate(page);
    }
    // The state of saving, while the texts are another's.
    const state = page.getByRole('banner').getByRole('status').locator('.unseen');
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await to(page, `#/groups/${await groupOf(page)}/members/new`);
    await name(page).fill('Contoh Dua');
    await step.eventually(async () => (await state.innerText()).trim(), 'Gagal menyimpan');
    assert.deepEqual(violations, []);
  }));

test('a list on paper has every group that was found, with what it is of and the day, and no control', () =>
  withBook({}, async ({ page, violations }) => {
    const folder = await step.newFolder();
    try {
      await step.openFile(page, await step.sampleFile({ groups: 51, members: 255, seed: 4, out: folder.path('cetak.json') }));
    } finally {
      await folder.remove();
    }
    await step.takeIn(page);
    const rows = () => main(page).getByRole('listitem').count();
    await step.eventually(rows, 30);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => void dispatchEvent(new Event('beforeprint')));
    await step.eventually(rows, 51);
    await main(page).getByText(/^Kalimantan Timur · \d{1,2} \S+ \d{4}$/).waitFor();
    for (const control of [page.getByRole('searchbox'), page.getByRole('button'), page.getByRole('navigation')]) {
      for (const one of await control.all()) assert.equal(await one.isVisible(), false, await one.innerText());
    }
    await page.evaluate(() => void dispatchEvent(new Event('afterprint')));
    await step.eventually(rows, 30);
    assert.deepEqual(violations, []);
  }));
