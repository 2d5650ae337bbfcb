// Lists for Excel leave Berkas: masked unless chosen otherwise, whole only after a question, of one area when that is chosen.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const main = (page) => page.getByRole('main');
const panel = (page) => page.getByRole('region', { name: 'Untuk Excel' });

/** Presses a button of the panel, or of the question it asks, and answers the file's name and text. */
async function downloaded(page, button) {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

async function withGroup(use) {
  await withBook({}, async ({ page, violations }) => {
    await step.addGroupOf(page, { name: '=Contoh Melati' }, step.TEN.slice(0, 2));
    await step.go(page, 'files');
    await panel(page).getByText(step.WORDS.id.sheetChoices, { exact: true }).click();
    await use(page);
    assert.deepEqual(violations, []);
  });
}

test('members leave as CSV for Indonesian settings, masked', () =>
  withGroup(async (page) => {
    await panel(page).getByText(/NIK, No\. KK, dan rekening disamarkan/).waitFor();
    const { name, text } = await downloaded(page, panel(page).getByRole('button', { name: 'Unduh CSV Anggota' }));
    assert.match(name, /^KUBE Samarinda - anggota - \d{4}-\d\d-\d\d\.csv$/);
    assert.ok(text.startsWith('\ufeffNo.;KUBE;'), text.slice(0, 40));
    assert.equal(text.trimEnd().split('\r\n').length, 3);
    assert.ok(text.includes(";'=Contoh Melati;Kota Samarinda;"), 'a name is no formula');
    for (const { name: member, nik } of step.TEN.slice(0, 2)) {
      assert.ok(text.includes(member));
      assert.ok(!text.replaceAll(' ', '').includes(nik));
      assert.ok(text.includes(`${nik.slice(0, 4)}••••••••••${nik.slice(-2)}`));
    }
    assert.ok(text.includes('Kelompok umur') && !text.includes('Tanggal lahir'));
  }));

test('a workbook leaves as XLSX', () =>
  withGroup(async (page) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      panel(page).getByRole('button', { name: 'Unduh XLSX' }).click(),
    ]);
    assert.match(file.suggestedFilename(), /^KUBE Samarinda - tabel - \d{4}-\d\d-\d\d\.xlsx$/);
    const bytes = await readFile(await file.path());
    assert.equal(bytes.subarray(0, 4).toString('latin1'), 'PK\x03\x04');
    assert.ok(bytes.length > 5_000);
  }));

test('whole personal data leaves only after the question', () =>
  withGroup(async (page) => {
    await panel(page).getByRole('radio', { name: 'Utuh', exact: true }).check();
    await panel(page).getByText(/^Berkas akan memuat NIK/).first().waitFor();
    await panel(page).getByRole('button', { name: 'Unduh CSV Anggota' }).click();
    const dialog = page.getByRole('dialog', { name: 'Unduh data pribadi utuh?' });
    await dialog.getByRole('button', { name: 'Tutup' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await panel(page).getByRole('button', { name: 'Unduh CSV Anggota' }).click();
    const { name, text } = await downloaded(page, dialog.getByRole('button', { name: 'Unduh utuh' }));
    assert.match(name, /^KUBE Samarinda - anggota - data utuh - /);
    const nik = step.TEN[0].nik.match(/\d{4}/g).join(' ');
    assert.ok(text.includes(nik), 'in fours, so that no spreadsheet takes it for a number');
    const recap = await downloaded(page, panel(page).getByRole('button', { name: 'Unduh CSV Rekap' }));
    assert.match(recap.name, /^KUBE Samarinda - rekap - \d/, 'numbers hold no person, and are not asked about');
    assert.match(recap.text, /\r\nSamarinda;1;20;1;2;200;2\r\n/);
  }));

test('an area is chosen among those that have groups', () =>
  withGroup(async (page) => {
    const area = panel(page).getByLabel('Wilayah');
    assert.deepEqual(await area.locator('option').allTextContents(), ['Seluruh buku', 'Kota Samarinda']);
    await area.selectOption('Kota Samarinda');
    const { text } = await downloaded(page, panel(page).getByRole('button', { name: 'Unduh CSV Rekap' }));
    assert.ok(text.includes('hanya Kota Samarinda, 1 KUBE.'));
    assert.ok(!text.includes('Balikpapan'));
    assert.equal(await main(page).getByText('Berkas tidak dapat dibuat').count(), 0);
  }));
