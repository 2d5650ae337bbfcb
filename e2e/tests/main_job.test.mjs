// The main job, end to end: from an empty book on one phone to the same chart on another, without a server between them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBook, serve } from '../harness.mjs';
import * as step from '../steps.mjs';

const GROUP = { name: 'Contoh Melati' };
const PHONE = { lang: 'id', viewport: { width: 360, height: 740 } };

/** Two phones that share nothing but the place they got the page from. */
async function withTwoPhones(use) {
  const server = await serve();
  const phones = [];
  try {
    for (let count = 0; count < 2; count += 1) phones.push(await openBook({ ...PHONE, server }));
    await use(phones[0].page, phones[1].page);
    for (const phone of phones) assert.deepEqual(phone.violations, []);
  } finally {
    for (const phone of phones) await phone.close();
    await server.close();
  }
}

/** Sends the whole book of one phone to the other, which takes it in. */
async function pass(from, to, wish) {
  const file = await step.sendFile(from);
  await step.openFile(to, file);
  const counts = await step.previewCounts(to);
  await step.takeIn(to, wish);
  return counts;
}

/** What a phone shows of a field in conflict, such as "Contoh Satu: No. HP/WA". */
const conflict = (page, title) =>
  page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: title, exact: true }) });

/** Fails unless exactly these values stand there to be chosen. */
async function assertDisputed(page, title, values) {
  await page.getByRole('heading', { name: 'Dua isian berbeda' }).waitFor();
  const choices = conflict(page, title).getByRole('listitem');
  assert.equal(await choices.count(), values.length);
  for (const value of values) {
    const choice = choices.filter({ has: page.getByText(value, { exact: true }) });
    assert.equal(await choice.getByRole('button', { name: 'Pakai yang ini', exact: true }).count(), 1, value);
  }
}

/** Fails when the page of the KUBE asks for a decision. */
async function assertNoConflict(page) {
  await page.getByRole('link', { name: 'Anggota 10', exact: true }).waitFor();
  assert.equal(await page.getByRole('heading', { name: 'Dua isian berbeda' }).count(), 0, 'no conflict');
}

test('a KUBE with ten members is entered on one phone, sent as a file, and counts in the chart of another', () =>
  withTwoPhones(async (one, two) => {
    // An empty book.
    await one.getByRole('heading', { name: 'Buku ini masih kosong' }).waitFor();
    assert.equal(await step.allocated(one, 'Samarinda'), '20 KUBE 200 KK');

    // A KUBE in Samarinda with ten members, one after the other.
    await step.addGroup(one, GROUP);
    for (const [place, member] of step.TEN.entries()) {
      await step.fillMember(one, member);
      const sex = one.getByRole('radio', { name: member.sex === 'female' ? 'Perempuan' : 'Laki-laki' });
      await step.eventually(() => sex.isChecked(), true, `${member.name}: the NIK tells the sex`);
      const born = one.getByRole('textbox', { name: 'Tanggal lahir' });
      await step.eventually(() => born.inputValue(), member.born, `${member.name}: the NIK tells the date of birth`);
      const last = place === step.TEN.length - 1;
      await one.getByRole('button', { name: last ? 'Simpan & selesai' : 'Simpan & tambah lagi', exact: true }).click();
      if (!last) await one.getByText(`${place + 1} dari 10 anggota`, { exact: true }).waitFor();
    }
    await step.seePage(one, GROUP.name);
    await one.getByRole('link', { name: 'Anggota 10', exact: true }).waitFor();

    // The chart counts it.
    await step.go(one, 'summary');
    assert.equal(await step.bar(one, 'Samarinda'), '1 dari 20');
    assert.equal(await step.bar(one, 'Samarinda', 'chartHouseholds'), '10 dari 200');

    // The file, and an empty phone that opens it.
    const file = await step.sendFile(one);
    await two.getByRole('heading', { name: 'Buku ini masih kosong' }).waitFor();
    await step.openFile(two, file);
    assert.deepEqual(await step.previewCounts(two), { new: 1 });
    await two.getByText('Sekarang 0 KUBE, 0 KK; setelah digabungkan 1 KUBE, 10 KK.', { exact: true }).waitFor();
    await step.takeIn(two);
    await step.go(two, 'summary');
    assert.equal(await step.bar(two, 'Samarinda'), '1 dari 20');
    assert.equal(await step.bar(two, 'Samarinda', 'chartHouseholds'), '10 dari 200');

    // One phone changes a member's name, the other the same member's phone number: both stay.
    await step.changeMember(one, GROUP.name, 'Contoh Tiga', 'memberName', 'Contoh Tiga Baru');
    await step.changeMember(two, GROUP.name, 'Contoh Tiga', 'phone', '0812 0000 0003');
    assert.deepEqual(await pass(one, two), { changed: 1 });
    assert.deepEqual(await pass(two, one), { newerThere: 1 });
    for (const page of [one, two]) {
      await step.openGroup(page, GROUP.name);
      await assertNoConflict(page);
      await step.openMember(page, 'Contoh Tiga Baru');
      assert.match(await page.getByRole('textbox', { name: 'No. HP/WA' }).inputValue(), /0812.?0000.?0003/);
    }

    // Both change the same name: both values stand until a person decides.
    await step.changeMember(one, GROUP.name, 'Contoh Tiga Baru', 'memberName', 'Contoh Tiga Kiri');
    await step.changeMember(two, GROUP.name, 'Contoh Tiga Baru', 'memberName', 'Contoh Tiga Kanan');
    assert.deepEqual(await pass(one, two, { conflicts: true }), { conflict: 1 });
    assert.deepEqual(await pass(two, one, { conflicts: true }), { conflict: 1 });
    const titles = [];
    for (const page of [one, two]) {
      await step.openGroup(page, GROUP.name);
      const shown = page.getByRole('heading', { level: 3, name: /^Contoh Tiga (Kanan|Kiri): Nama sesuai KTP$/ });
      titles.push(await shown.innerText());
      await assertDisputed(page, titles.at(-1), ['Contoh Tiga Kanan', 'Contoh Tiga Kiri']);
    }

    // One decision on one phone settles it on both after the next exchange.
    assert.equal(titles[0], titles[1], 'both show the same value first');
    const choice = conflict(one, titles[0]).getByRole('listitem').filter({ hasText: 'Contoh Tiga Kanan' });
    await choice.getByRole('button', { name: 'Pakai yang ini', exact: true }).click();
    await one.getByRole('status').getByText('Pilihan disimpan.').waitFor();
    await assertNoConflict(one);
    await pass(one, two);
    const back = await step.sendFile(two);
    await step.openFile(one, back);
    await one.getByText('Tidak ada yang baru di berkas ini. Semua isinya sudah ada di buku ini.').waitFor();
    for (const page of [one, two]) {
      await step.openGroup(page, GROUP.name);
      await assertNoConflict(page);
      await page.getByRole('link', { name: /Contoh Tiga Kanan/ }).waitFor();
      assert.equal(await page.getByRole('link', { name: /Contoh Tiga Kiri/ }).count(), 0);
    }
  }));

test('the same file opened twice has nothing new, and what was taken in can be taken back', () =>
  withTwoPhones(async (one, two) => {
    await step.addGroupOf(one, GROUP, step.TEN.slice(0, 2));
    const file = await step.sendFile(one);
    await step.addGroupOf(two, { name: 'Contoh Kenanga' }, step.TEN.slice(2, 3));
    const before = await step.storedRecords(two);

    await step.openFile(two, file);
    await step.takeIn(two);
    await two.getByText('2 dari 2 KUBE', { exact: true }).waitFor();
    const after = await step.storedRecords(two);

    await step.openFile(two, file);
    await two.getByText('Tidak ada yang baru di berkas ini. Semua isinya sudah ada di buku ini.').waitFor();
    assert.deepEqual(await step.previewCounts(two), { same: 1 });
    assert.equal(await two.getByRole('button', { name: 'Gabungkan semua' }).count(), 0, 'there is nothing to take in');
    await two.getByRole('button', { name: 'Batal', exact: true }).click();
    await step.seePage(two, 'Berkas');
    assert.deepEqual(await step.storedRecords(two), after, 'looking changes nothing');

    await two.getByRole('region', { name: 'Berkas yang sudah digabungkan' }).getByRole('button', { name: 'Urungkan', exact: true }).click();
    await two.getByText('Dikembalikan seperti sebelum berkas digabungkan.').waitFor();
    assert.deepEqual(await step.storedRecords(two), before);
    await step.go(two, 'groups');
    await two.getByText('1 dari 1 KUBE', { exact: true }).waitFor();

    await step.openFile(two, file);
    assert.deepEqual(await step.previewCounts(two), { new: 1 }, 'it can be taken in again');
  }));
