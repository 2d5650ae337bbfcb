// Where what stands, and what sees to it that it is not only in this browser: the reminder, the folder, the browser asked to
// keep, the iPhone; and clocks that are wrong.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newProfile, serve, withBook } from '../harness.mjs';
import * as pretend from '../pretend.mjs';
import * as step from '../steps.mjs';

const { WORDS } = step;
const t = WORDS.id;

/** One profile and one origin for several visits. */
async function withVisits(use) {
  const [server, profile] = [await serve(), await newProfile()];
  try {
    await use((wish, look) => withBook({ server, profile: profile.folder, ...wish }, look));
  } finally {
    await server.close();
    await profile.remove();
  }
}

const main = (page) => page.getByRole('main');
const see = (page, text) => main(page).getByText(text).waitFor();
/** The top line says how much is not sent. */
const unsent = (page, count) => page.getByRole('banner').getByText(`Belum dikirim: ${count} perubahan`).waitFor();
const gone = (page, text) => main(page).getByText(text).waitFor({ state: 'detached' });
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();

test('Penyimpanan says since when a file holds what, and what is in none', () =>
  withBook({}, async ({ page, violations }) => {
    await step.goStorage(page);
    await see(page, 'Belum ada berkas dengan seluruh isi buku yang keluar dari perangkat ini.');
    assert.equal(await main(page).getByText(/hanya ada di perangkat ini/).count(), 0, 'nothing to send, nothing to say');
    await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
    await step.goStorage(page);
    await see(page, 'Belum ada berkas dengan seluruh isi buku yang keluar dari perangkat ini.');
    await see(page, '2 perubahan hanya ada di perangkat ini. Kirim atau unduh berkas setelah selesai bekerja hari ini.');
    await step.sendFile(page);
    await step.goStorage(page);
    await see(page, /^Terakhir \d+ \S+ \d{4} \d\d\.\d\d\. Semua perubahan ada di dalamnya\.$/);
    await gone(page, /hanya ada di perangkat ini/);
    await step.changeMember(page, 'Contoh Melati', 'Contoh Satu', 'memberName', 'Contoh Satu Baru');
    await step.goStorage(page);
    await see(page, /^Terakhir .* Belum di dalamnya: 1 perubahan\.$/);
    assert.deepEqual(violations, []);
  }));

test('a reminder comes after seven days, names them, and goes with the file', () =>
  withVisits(async (visit) => {
    await visit({}, async ({ page }) => {
      await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
      await step.go(page, 'summary');
      await unsent(page, 2);
      assert.equal(await main(page).getByText(/Kirim berkas|Belum dikirim/).count(), 0, 'it is no problem yet');
    });
    await visit({ prepare: pretend.days(6) }, async ({ page }) => {
      await unsent(page, 2);
      assert.equal(await main(page).getByText(/Kirim berkas|Belum dikirim/).count(), 0, 'nor after six days');
    });
    await visit({ prepare: pretend.days(8) }, async ({ page }) => {
      await main(page).getByRole('link', { name: 'Kirim berkas: 2 perubahan hanya ada di perangkat ini, sudah 8 hari' }).click();
      await see(page, '2 perubahan hanya ada di perangkat ini, sudah 8 hari. Kirim atau unduh berkas hari ini.');
      await step.sendFile(page);
      await step.go(page, 'summary');
      await page.getByRole('heading', { name: 'Perlu diperiksa' }).waitFor();
      assert.equal(await main(page).getByText(/Kirim berkas|Belum dikirim/).count(), 0);
    });
  }));

test('a reminder comes on the first day with the thirtieth change', () =>
  withBook({}, async ({ page }) => {
    for (const name of ['Contoh Melati', 'Contoh Mawar', 'Contoh Anggrek']) {
      const last = name === 'Contoh Anggrek' ? 8 : 9;
      const members = step.TEN.slice(0, last).map((member) => ({ name: `${member.name} ${name}` }));
      await step.addGroupOf(page, { name }, members);
    }
    await step.go(page, 'summary');
    await unsent(page, 29);
    assert.equal(await main(page).getByText(/Kirim berkas/).count(), 0);
    await step.changeMember(page, 'Contoh Melati', 'Contoh Satu', 'memberName', 'Contoh Satu Baru');
    await step.go(page, 'summary');
    await see(page, 'Kirim berkas: 30 perubahan hanya ada di perangkat ini');
  }));

test('a chosen folder gets one file a day, the same day over it, and counts as sent', () =>
  withVisits(async (visit) => {
    let first;
    await visit({ prepare: pretend.folder() }, async ({ page, violations }) => {
      await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
      await step.goStorage(page);
      await press(page, t.chooseFolder);
      await see(page, /^Cadangan: terakhir ditulis \d+ /);
      await see(page, 'Semua perubahan ada di dalamnya.');
      await page.getByRole('link', { name: 'Tersimpan di perangkat ini' }).waitFor();
      const files = await pretend.inFolder(page);
      [first] = Object.keys(files);
      assert.deepEqual(Object.keys(files), [first]);
      assert.match(first, /^KUBE - \d{4}-\d\d-\d\d - [0-9a-z]{6}\.json$/);
      assert.match(files[first], /Contoh Melati/);

      await step.addGroup(page, { name: 'Contoh Mawar' });
      for (let times = 0; times < 3; times += 1) await pretend.leave(page);
      const names = async () => Object.entries(await pretend.inFolder(page)).map(([name, text]) => [name, /Contoh Mawar/.test(text)]);
      await step.eventually(names, [[first, true]], 'the same file, with what came since');
      await pretend.leave(page);
      await step.go(page, 'summary');
      assert.equal(await page.evaluate(() => window.writes), 2, 'nothing is written that is there already');
      assert.deepEqual(violations, []);
    });
    // What was left undone is done at the next start, into the file of that day.
    await visit({ prepare: pretend.folder({ permission: 'prompt' }) }, async ({ page }) => {
      await step.addGroup(page, { name: 'Contoh Anggrek' });
      await pretend.leave(page);
      await step.goStorage(page);
      await page.getByRole('alert').getByText(/Peramban meminta izin lagi/).waitFor();
    });
    await visit({ prepare: pretend.both(pretend.days(1), pretend.folder()) }, async ({ page, server }) => {
      const count = async () => Object.keys(await pretend.inFolder(page)).length;
      await step.eventually(count, 2, 'a file of its own for another day');
      const files = await pretend.inFolder(page);
      const [second] = Object.keys(files).filter((name) => name !== first);
      assert.doesNotMatch(files[first], /Contoh Anggrek/);
      // It is a file like any other: another device takes it in.
      const disk = await step.newFolder();
      try {
        const path = await disk.put(second, files[second]);
        await withBook({ server }, async ({ page: other }) => {
          await step.openFile(other, path);
          assert.deepEqual(await step.previewCounts(other), { new: 3 });
        });
      } finally {
        await disk.remove();
      }
    });
  }));

test('permission that has lapsed is asked for again, and a no is told', () =>
  withVisits(async (visit) => {
    await visit({ prepare: pretend.folder() }, async ({ page }) => {
      await step.addGroup(page, { name: 'Contoh Melati' });
      await step.goStorage(page);
      await press(page, t.chooseFolder);
      await see(page, /^Cadangan: terakhir ditulis/);
    });
    await visit({ prepare: pretend.folder({ permission: 'prompt', asked: 'denied' }) }, async ({ page }) => {
      await step.addGroup(page, { name: 'Contoh Mawar' });
      await pretend.leave(page);
      await step.goStorage(page);
      await see(page, /Peramban meminta izin lagi/);
      await press(page, t.allowAgain);
      await see(page, 'Izin menulis ke folder ini ditolak. Izinkan lagi, atau pilih folder lain.');
      assert.doesNotMatch(Object.values(await pretend.inFolder(page)).join(), /Contoh Mawar/);
      await see(page, /Belum di dalamnya: 1 perubahan/);
    });
    await visit({ prepare: pretend.folder({ permission: 'prompt' }), hash: '#/more/storage' }, async ({ page }) => {
      await press(page, t.allowAgain);
      await gone(page, /Peramban meminta izin lagi/);
      await see(page, /Semua perubahan ada di dalamnya/);
      assert.match(Object.values(await pretend.inFolder(page)).join(), /Contoh Mawar/);
      await press(page, t.stopFolder);
      await gone(page, /^Cadangan: /);
      await page.reload();
      await step.seePage(page, t.storage);
      await main(page).getByRole('button', { name: t.chooseFolder, exact: true }).waitFor();
      assert.equal(await main(page).getByText(/^Cadangan: /).count(), 0, 'forgotten for good');
    });
  }));

test('a folder that cannot be written to is told in a sentence, and nothing counts as sent', () =>
  withBook({ prepare: pretend.folder({ full: true }) }, async ({ page }) => {
    await step.addGroup(page, { name: 'Contoh Melati' });
    await step.goStorage(page);
    await press(page, t.chooseFolder);
    await page.getByRole('alert').getByText('Ruang di folder ini habis. Kosongkan ruang, atau pilih folder lain.').waitFor();
    await see(page, 'Cadangan: belum ada yang ditulis.');
    await see(page, 'Belum ada berkas dengan seluruh isi buku yang keluar dari perangkat ini.');
  }));

test('a picker that is closed changes nothing, and one that is refused is told', async () => {
  await withBook({ prepare: pretend.folder({ picked: 'AbortError' }), hash: '#/more/storage' }, async ({ page, violations }) => {
    await press(page, t.chooseFolder);
    await main(page).getByRole('button', { name: t.chooseFolder, exact: true }).waitFor();
    assert.deepEqual(violations, []);
  });
  await withBook({ prepare: pretend.folder({ picked: 'SecurityError' }), hash: '#/more/storage' }, async ({ page }) => {
    await press(page, t.chooseFolder);
    await page.getByRole('status').getByText(/Izin menulis ke folder ini ditolak/).waitFor();
  });
});

test('practice is never written to the folder, and deleting everything forgets the folder', () =>
  withBook({ prepare: pretend.folder() }, async ({ page }) => {
    await step.addGroup(page, { name: 'Contoh Melati' });
    await step.goStorage(page);
    await press(page, t.chooseFolder);
    await see(page, /^Cadangan: terakhir ditulis/);
    await step.go(page, 'more');
    await press(page, t.enterPractice);
    await step.addGroup(page, { name: 'Contoh Latihan Saya' });
    await pretend.leave(page);
    await step.goStorage(page);
    assert.equal(await page.getByRole('heading', { name: 'Folder cadangan' }).count(), 0);
    assert.equal(await page.evaluate(() => window.writes), 1);
    await page.getByRole('button', { name: t.leavePractice, exact: true }).click();
    await step.go(page, 'more');
    await press(page, t.clearAll);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('HAPUS');
    await dialog.getByRole('button', { name: t.eraseYes, exact: true }).click();
    await page.getByText('Buku ini sudah kosong.').waitFor();
    await step.goStorage(page);
    await main(page).getByRole('button', { name: t.chooseFolder, exact: true }).waitFor();
    assert.equal(Object.keys(await pretend.inFolder(page)).length, 1, 'what was written stays');
  }));

test('the browser is asked to keep the data after the first save, once, and not before', () =>
  withBook({ prepare: pretend.keeping(false, false) }, async ({ page, violations }) => {
    await step.goStorage(page);
    await see(page, /Peramban ini dapat menghapus data Anda bila ruang penyimpanan menipis/);
    const asked = () => page.evaluate(() => window.asked);
    assert.equal(await asked(), 0);
    await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 2));
    await step.eventually(asked, 1);
    await step.goStorage(page);
    await press(page, t.keepAsk);
    await step.eventually(asked, 2);
    await see(page, /Peramban ini dapat menghapus data Anda bila ruang penyimpanan menipis/);
    assert.deepEqual(violations, []);
  }));

test('the answer about keeping is told in plain words: kept, and unknown', async () => {
  await withBook({ prepare: pretend.keeping(false, true), hash: '#/more/storage' }, async ({ page }) => {
    await press(page, t.keepAsk);
    await see(page, 'Peramban ini tidak akan menghapus data Anda tanpa diminta.');
    assert.equal(await main(page).getByRole('button', { name: t.keepAsk }).count(), 0);
  });
  await withBook({ prepare: pretend.keeping(), hash: '#/more/storage' }, async ({ page }) => {
    await see(page, /Peramban ini tidak memberi tahu apakah data Anda dapat dihapus tanpa diminta/);
  });
});

test('in a Safari tab of an iPhone the advice is to install first, and how to carry over what is here', async () => {
  const iphone = { options: pretend.IPHONE, hash: '#/files' };
  await withBook({ ...iphone, prepare: pretend.iphone() }, async ({ page, violations }) => {
    await see(page, 'iPhone dan iPad: pasang dulu');
    await see(page, /Safari menghapus data halaman yang tidak dibuka selama tujuh hari/);
    await see(page, /Tambah ke Layar Utama\. Mulailah mencatat di sana/);
    await step.addGroup(page, { name: 'Contoh Melati' });
    await step.go(page, 'files');
    const steps = main(page).getByRole('list').filter({ hasText: 'Tambah ke Layar Utama' }).getByRole('listitem');
    assert.equal(await steps.count(), 3);
    await step.goStorage(page);
    await main(page).getByRole('heading', { name: 'Tempat data Anda disimpan' }).waitFor();
    assert.equal(await page.getByRole('heading', { name: 'Folder cadangan' }).count(), 0);
    assert.deepEqual(violations, []);
  });
  for (const wish of [{ ...iphone, prepare: pretend.iphone({ installed: true }) }, { hash: '#/files' }]) {
    await withBook(wish, async ({ page }) => {
      await main(page).getByRole('heading', { name: 'Terkirim dan diterima', exact: true }).waitFor();
      assert.equal(await main(page).getByText('iPhone dan iPad: pasang dulu').count(), 0);
    });
  }
});

/** A stamp as the app writes it. */
function stamp(ms, device) {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
  let time = '';
  for (let left = ms; time.length < 10; left = Math.floor(left / 32)) time = alphabet[left % 32] + time;
  return `${time}00${device}`;
}

test('a file from a device whose clock is years ahead is taken in, and its clock is told', async () => {
  const disk = await step.newFolder();
  try {
    await withBook({}, async ({ page, violations }) => {
      await step.goStorage(page);
      assert.equal(await page.getByRole('heading', { name: t.wrongClocks }).count(), 0);
      const records = step.someRecords();
      for (const record of records) record.changes[0].at = stamp(Date.UTC(2041, 0, 15, 4), '00zz77');
      const path = await disk.put('masa-depan.json', step.textOf(step.fileOf(records)));
      await step.openFile(page, path);
      await step.takeIn(page);
      await step.goStorage(page);
      await page.getByRole('heading', { name: t.wrongClocks }).waitFor();
      await see(page, /^Jam perangkat 00zz77 salah: 2 perubahan di 1 KUBE bertanggal lebih dari sehari di depan jam di sini, yang terakhir 15 Januari 2041/);
      assert.deepEqual(violations, []);
    });
  } finally {
    await disk.remove();
  }
});

test("this device's own clock gone back is told as such", () =>
  withVisits(async (visit) => {
    await visit({ prepare: pretend.days(400) }, ({ page }) => step.addGroup(page, { name: 'Contoh Melati' }));
    await visit({ hash: '#/more/storage' }, async ({ page }) => {
      await see(page, /^Jam perangkat ini mundur: perubahan terakhir di sini bertanggal/);
    });
  }));
