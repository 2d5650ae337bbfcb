// What goes wrong must be said, and must not cost anything that was typed; the two books never mix.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

/** Makes localStorage refuse every write, as a full one does; `false` lets it work again. */
const refuse = (page, on) =>
  page.evaluate((on) => {
    window.realSetItem ??= Storage.prototype.setItem;
    Storage.prototype.setItem = on
      ? () => {
          throw new DOMException('full', 'QuotaExceededError');
        }
      : window.realSetItem;
  }, on);

test('a member that cannot be saved is told, stays in the form, and is one member once it can be', () =>
  withBook({}, async ({ page }) => {
    await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
    await step.openGroup(page, 'Contoh Melati');
    await page.getByRole('link', { name: 'Tambah anggota' }).click();
    await refuse(page, true);
    await step.fillMember(page, step.TEN[1]);
    await page.getByRole('button', { name: 'Simpan & tambah lagi' }).click();
    await page.getByRole('alert').getByText(/penuh/).waitFor();
    await page.getByRole('link', { name: 'Gagal menyimpan' }).waitFor();
    assert.equal(await page.getByText(`${step.TEN[1].name} disimpan.`).count(), 0, 'nobody says it was saved');
    assert.equal(await page.getByRole('textbox', { name: /^Nama sesuai KTP/ }).inputValue(), step.TEN[1].name);

    await refuse(page, false);
    await page.getByRole('button', { name: 'Coba simpan lagi' }).click();
    await page.getByText('Gagal menyimpan').waitFor({ state: 'detached' });
    await page.reload();
    await step.openGroup(page, 'Contoh Melati');
    await page.getByRole('link', { name: 'Anggota 2', exact: true }).waitFor();
  }));

test('two tabs see each other, and neither overwrites what the other saved', () =>
  withBook({}, async ({ page: one, context, server, violations }) => {
    const two = await context.newPage();
    await two.goto(server.url);
    await step.addGroupOf(one, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
    await step.openGroup(two, 'Contoh Melati');
    await two.getByRole('link', { name: 'Anggota 1', exact: true }).waitFor();

    // Both forms are open before either is saved.
    for (const page of [one, two]) {
      await step.openGroup(page, 'Contoh Melati');
      await page.getByRole('link', { name: 'Tambah anggota' }).click();
    }
    await step.fillMember(one, step.TEN[1]);
    await step.fillMember(two, step.TEN[2]);
    await one.getByRole('button', { name: 'Simpan & selesai' }).click();
    await two.getByRole('button', { name: 'Simpan & selesai' }).click();
    for (const page of [one, two]) await page.getByRole('link', { name: 'Anggota 3', exact: true }).waitFor();
    await one.reload();
    await one.getByRole('link', { name: 'Anggota 3', exact: true }).waitFor();
    assert.deepEqual(violations, []);
  }));

test('leaving practice from a half-typed form or a preview leaves nothing of it in the real book', () =>
  withBook({}, async ({ page }) => {
    await step.practise(page);
    await step.go(page, 'groups');
    await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
    await page.getByRole('link', { name: 'Tambah anggota' }).click();
    await step.fillMember(page, step.TEN[0]);
    await page.getByRole('button', { name: 'Keluar dari latihan' }).click();
    await page.getByRole('heading', { name: 'Buku ini masih kosong' }).waitFor();
    const kept = await step.said(page);
    assert.doesNotMatch(kept, new RegExp(step.TEN[0].name), 'the real book has nothing of it');
  }));

test('everything is deleted only after the word, and then nothing is left on the device', () =>
  withBook({}, async ({ page }) => {
    await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 2));
    await step.go(page, 'more');
    await page.getByRole('button', { name: 'Hapus semua data di perangkat ini' }).click();
    const dialog = page.getByRole('dialog');
    const go = dialog.getByRole('button', { name: 'Ya, hapus' });
    assert.equal(await go.isDisabled(), true);
    await dialog.getByRole('textbox').fill('HAPUS');
    await go.click();
    await page.getByText('Buku ini sudah kosong.').waitFor();
    const kept = await step.said(page, 'buku-kube/');
    for (const { name } of step.TEN.slice(0, 2)) assert.doesNotMatch(kept, new RegExp(name));
    assert.doesNotMatch(kept, /Contoh Melati/);
  }));
