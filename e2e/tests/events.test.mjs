// An event, which belongs to no group: recorded, listed beside those that were published, warned of, told in its history, sent, seen in a
// preview and in a conflict, in a sheet of its own, deleted. What holds of every kind of record is in `tests/native/kinds.rs`.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { openBook, serve, withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const main = (page) => page.getByRole('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const own = (page, name) => main(page).getByRole('link', { name: new RegExp(`^${name}`) });

/** Records an event, and ends on the list. */
async function record(page, { name, type = 'Bimbingan teknis', starts, more = {} }) {
  await step.go(page, 'events');
  await main(page).getByRole('link', { name: 'Catat kegiatan', exact: true }).click();
  await step.seePage(page, 'Kegiatan baru');
  await page.getByRole('textbox', { name: /^Nama kegiatan/ }).fill(name);
  await page.getByLabel('Jenis kegiatan').selectOption({ label: type });
  if (starts) await page.getByRole('textbox', { name: /^Mulai/ }).fill(starts);
  await main(page).getByText('Isian lain', { exact: true }).click();
  for (const [label, text] of Object.entries(more)) await page.getByLabel(label, { exact: true }).fill(text);
  await press(page, 'Simpan');
  await step.seePage(page, 'Kegiatan');
}

const change = async (page, name, type) => {
  await step.go(page, 'events');
  await own(page, name).click();
  await step.seePage(page, 'Ubah kegiatan');
  await page.getByLabel('Jenis kegiatan').selectOption({ label: type });
  await press(page, 'Simpan');
  await step.seePage(page, 'Kegiatan');
};

test('an event of one\'s own stands beside the published ones, with what is wrong with it, after a reload too', () =>
  withBook({}, async ({ page, violations }) => {
    await step.go(page, 'events');
    await main(page).getByText('Belum ada kegiatan yang Anda catat.').waitFor();
    await main(page).getByText('Bimbingan teknis pendamping').waitFor();
    await record(page, { name: 'Contoh bimtek', starts: '05/06/2014', more: { Diundang: '32', Hadir: '33' } });
    await own(page, 'Contoh bimtek').getByText('Yang hadir lebih banyak daripada yang diundang.').waitFor();
    await page.reload();
    await own(page, 'Contoh bimtek').click();
    await step.seePage(page, 'Ubah kegiatan');
    assert.equal(await page.getByRole('textbox', { name: /^Mulai/ }).inputValue(), '05/06/2014');
    await page.getByLabel('Hadir', { exact: true }).fill('32');
    await press(page, 'Simpan');
    await step.seePage(page, 'Kegiatan');
    assert.equal(await main(page).getByText('Yang hadir lebih banyak').count(), 0);
    await own(page, 'Contoh bimtek').click();
    await main(page).getByText('Riwayat', { exact: true }).click();
    await main(page).getByRole('listitem').filter({ hasText: 'Hadir' }).first().waitFor();
    const [[key]] = (await step.stored(page)).filter(([key]) => key.includes('/own/'));
    assert.match(key, /^buku-kube\/book\/own\/[0-9a-f-]{36}$/, 'it is kept by itself');
    assert.deepEqual(violations, []);
  }));

test('events are searched by all that is shown of them, in any order of words; the list goes back when the words are gone', () =>
  withBook({}, async ({ page, violations }) => {
    await step.go(page, 'events');
    const field = main(page).getByRole('searchbox', { name: 'Cari kegiatan' });
    assert.equal(await field.count(), 0, 'nothing to search yet');
    await record(page, { name: 'Contoh bimtek', starts: '05/06/2014', more: { Penyelenggara: 'Dinsos Contoh' } });
    await record(page, { name: 'Contoh rapat', type: 'Sosialisasi', starts: '07/08/2015' });
    await field.fill('DINSOS bimtek');
    await main(page).getByText('1 dari 2 kegiatan', { exact: true }).waitFor();
    await own(page, 'Contoh bimtek').waitFor();
    assert.equal(await own(page, 'Contoh rapat').count(), 0);
    await field.fill('sosialisasi');
    await own(page, 'Contoh rapat').waitFor();
    await field.fill('tidak ada');
    await main(page).getByText('0 dari 2 kegiatan', { exact: true }).waitFor();
    await field.fill('');
    await own(page, 'Contoh bimtek').waitFor();
    await own(page, 'Contoh rapat').waitFor();
    assert.deepEqual(violations, []);
  }));

test('thirty events are listed, the others when the end comes into sight, and all on paper', () =>
  withBook({}, async ({ page, violations }) => {
    const event = (number) => {
      const text = String(number).padStart(2, '0');
      const change = { at: `018smn93bw${text}ndwn04`, seen: [], set: { name: `Contoh ke-${text}`, starts: '2014-06-05' } };
      return { id: `019e7044-885a-7a5a-9a5a-5a5a5a5a5a${text}`, kind: 'event', changes: [change] };
    };
    const records = Array.from({ length: 41 }, (_, at) => event(at));
    const folder = await step.newFolder();
    try {
      const text = step.textOf(step.fileOf(records, { counts: { event: records.length } }));
      await step.openFile(page, await folder.put('kegiatan.json', text));
    } finally {
      await folder.remove();
    }
    await step.takeIn(page);
    await step.go(page, 'events');
    const listed = () => own(page, 'Contoh ke-').count();
    await step.eventually(listed, 30);
    await page.evaluate(() => void dispatchEvent(new Event('beforeprint')));
    await step.eventually(listed, 41);
    await page.evaluate(() => void dispatchEvent(new Event('afterprint')));
    await step.eventually(listed, 30);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await step.eventually(listed, 41);
    assert.deepEqual(violations, []);
  }));

test('an event without a name is not saved, and says why', () =>
  withBook({}, async ({ page }) => {
    await page.evaluate(() => (location.hash = '#/events/new'));
    await step.seePage(page, 'Kegiatan baru');
    await press(page, 'Simpan');
    await main(page).getByText('Isi nama kegiatan.').first().waitFor();
  }));

test('an event goes in a file, is seen in the preview, and two values for it are decided', async () => {
  const server = await serve();
  const [one, two] = [await openBook({ server }), await openBook({ server })];
  try {
    await record(one.page, { name: 'Contoh rapat' });
    await step.openFile(two.page, await step.sendFile(one.page));
    await main(two.page).getByRole('heading', { name: 'Catatan lain di berkas ini' }).waitFor();
    await main(two.page).getByText('Kegiatan Contoh rapat').waitFor();
    await step.takeIn(two.page);
    await change(one.page, 'Contoh rapat', 'Musyawarah');
    await change(two.page, 'Contoh rapat', 'Sosialisasi');
    await step.openFile(one.page, await step.sendFile(two.page));
    await step.takeIn(one.page, { conflicts: true });
    await one.page.evaluate(() => (location.hash = '#/conflicts'));
    const dispute = main(one.page).getByRole('group', { name: 'Kegiatan Contoh rapat: Jenis kegiatan' });
    await dispute.getByRole('listitem').filter({ hasText: 'Musyawarah' }).getByRole('button').click();
    await dispute.waitFor({ state: 'hidden' });
    await step.go(one.page, 'events');
    await own(one.page, 'Contoh rapat').getByText('Musyawarah').waitFor();
  } finally {
    await one.close();
    await two.close();
    await server.close();
  }
});

test('an event is a row of a sheet of its own, and is gone for good when it is deleted', () =>
  withBook({}, async ({ page }) => {
    await step.addGroup(page, { name: 'Contoh Melati' });
    await record(page, { name: 'Contoh pameran', type: 'Pameran atau bazar', more: { Hasil: 'Rahasia warga.' } });
    await step.go(page, 'files');
    await main(page).getByText(step.WORDS.id.sheetChoices, { exact: true }).click();
    const download = page.waitForEvent('download');
    await press(page, 'Unduh CSV Kegiatan');
    const text = await readFile(await (await download).path(), 'utf8');
    assert.match(text, /Contoh pameran/);
    assert.doesNotMatch(text, /Rahasia warga/, 'a free remark stands in no masked file');
    await step.go(page, 'events');
    await own(page, 'Contoh pameran').click();
    await press(page, 'Hapus kegiatan ini');
    await page.getByRole('dialog').getByRole('button', { name: 'Ya, hapus', exact: true }).click();
    await step.seePage(page, 'Kegiatan');
    await main(page).getByText('Belum ada kegiatan yang Anda catat.').waitFor();
    const [left] = (await step.recordsIn(page)).filter((record) => record.kind === 'event');
    assert.ok(left.changes.every((change) => change.erase), 'nothing is left but that it was erased');
  }));
