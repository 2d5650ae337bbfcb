// A visit, as a pendamping records it: typed, listed, told in the history, sent, seen in a preview and in a conflict, in a sheet,
// and erased with its group. What holds of every kind of record is in `tests/native/kinds.rs`.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { openBook, serve, withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const t = step.WORDS.id;
const GROUP = { name: 'Contoh Melati' };
const main = (page) => page.getByRole('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const tab = (page, name) => page.getByRole('navigation', { name: 'Bagian KUBE ini' }).getByRole('link', { name });

let folder;
before(async () => (folder = await step.newFolder()));
after(() => folder.remove());

/** Records a visit to the group that is open. */
async function visit(page, { purpose, condition, findings }) {
  await tab(page, /^Kunjungan/).click();
  await main(page).getByRole('link', { name: 'Catat kunjungan', exact: true }).click();
  await step.seePage(page, 'Kunjungan baru');
  await page.getByLabel('Tujuan').selectOption({ label: purpose });
  await page.getByLabel('Keadaan usaha').selectOption({ label: condition });
  await page.getByLabel('Hasil atau temuan').fill(findings);
  await press(page, 'Simpan');
  await step.seePage(page, GROUP.name);
}

test('a visit is of today, is listed with what is wrong with it, and is told in the history', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroupOf(page, GROUP, step.TEN.slice(0, 2));
    await step.openGroup(page, GROUP.name);
    await tab(page, /^Kunjungan 0$/).click();
    await main(page).getByText('Belum ada kunjungan yang dicatat di KUBE ini.').waitFor();
    await visit(page, { purpose: 'Monitoring', condition: 'Terhenti sementara', findings: '' });
    await tab(page, /^Kunjungan 1$/).waitFor();
    const line = main(page).getByRole('listitem').filter({ hasText: 'Monitoring' });
    await line.getByText('Usaha tidak berjalan: tulis sebabnya di temuan.').waitFor();
    await page.reload();
    await line.getByText('Terhenti sementara').waitFor();

    await line.getByRole('link').click();
    await step.seePage(page, 'Ubah kunjungan');
    await page.getByLabel('Hasil atau temuan').fill('Gerobak rusak.');
    await press(page, 'Simpan');
    await line.getByText('Gerobak rusak.').waitFor();
    assert.equal(await line.getByText('tulis sebabnya').count(), 0);
    await tab(page, t.history).click();
    await main(page).getByText(/Hasil atau temuan/).first().waitFor();
    assert.deepEqual(violations, []);
  }));

test('a form without its day is not saved, and says why', () =>
  withBook({}, async ({ page }) => {
    await step.addGroup(page, GROUP);
    await step.openGroup(page, GROUP.name);
    await tab(page, /^Kunjungan/).click();
    await main(page).getByRole('link', { name: 'Catat kunjungan', exact: true }).click();
    await step.seePage(page, 'Kunjungan baru');
    await page.getByLabel('Tanggal kunjungan').fill('');
    await press(page, 'Simpan');
    await main(page).getByText('Isi tanggal kunjungan.').first().waitFor();
  }));

test('a visit goes in a file, is seen in the preview, and two values for it are decided', async () => {
  const server = await serve();
  const [one, two] = [await openBook({ server }), await openBook({ server })];
  try {
    await step.addGroupOf(one.page, GROUP, step.TEN.slice(0, 2));
    await step.openGroup(one.page, GROUP.name);
    await visit(one.page, { purpose: 'Monitoring', condition: 'Berjalan', findings: 'Buku kas rapi.' });
    await step.openFile(two.page, await step.sendFile(one.page));
    await main(two.page).getByText('+1 Kunjungan').waitFor();
    await step.takeIn(two.page);
    for (const [{ page }, purpose] of [[one, 'Evaluasi'], [two, 'Verifikasi']]) {
      await step.openGroup(page, GROUP.name);
      await tab(page, /^Kunjungan 1$/).click();
      await main(page).getByRole('listitem').getByRole('link').first().click();
      await step.seePage(page, 'Ubah kunjungan');
      await page.getByLabel('Tujuan').selectOption({ label: purpose });
      await press(page, 'Simpan');
      await step.seePage(page, GROUP.name);
    }
    await step.openFile(one.page, await step.sendFile(two.page));
    await main(one.page).getByText(/^Kunjungan .*: Tujuan$/).waitFor();
    await step.takeIn(one.page, { conflicts: true });
    await step.openGroup(one.page, GROUP.name);
    const dispute = main(one.page).getByRole('group', { name: /^Kunjungan .*: Tujuan$/ });
    await dispute.getByText('Verifikasi', { exact: true }).waitFor();
    await dispute.getByRole('listitem').filter({ hasText: 'Evaluasi' }).getByRole('button').click();
    await dispute.waitFor({ state: 'hidden' });
    await tab(one.page, /^Kunjungan 1$/).click();
    await main(one.page).getByRole('listitem').filter({ hasText: 'Evaluasi' }).waitFor();
  } finally {
    await one.close();
    await two.close();
    await server.close();
  }
});

test('a visit is a row of a sheet of its own, and goes with its group when that is deleted', () =>
  withBook({}, async ({ page }) => {
    await step.addGroupOf(page, GROUP, step.TEN.slice(0, 2));
    await step.openGroup(page, GROUP.name);
    await visit(page, { purpose: 'Koordinasi', condition: 'Berjalan', findings: 'Rahasia warga.' });
    await step.go(page, 'files');
    await main(page).getByText(t.sheetChoices, { exact: true }).click();
    const download = page.waitForEvent('download');
    await press(page, 'Unduh CSV Kunjungan');
    const text = await readFile(await (await download).path(), 'utf8');
    assert.match(text, /Koordinasi/);
    assert.doesNotMatch(text, /Rahasia warga/, 'a free remark stands in no masked file');

    await step.openGroup(page, GROUP.name);
    await tab(page, t.profile).click();
    await press(page, t.eraseGroup);
    await page.getByRole('dialog').getByRole('button', { name: 'Ya, hapus', exact: true }).click();
    await step.seePage(page, t.groups);
    const left = await step.recordsIn(page);
    const visits = left.filter((record) => record.kind === 'visit');
    assert.equal(visits.length, 1);
    assert.ok(visits[0].changes.every((change) => change.erase), 'nothing is left but that it was erased');
  }));
