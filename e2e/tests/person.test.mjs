// A person to read, the last act taken back, values of the history used again, consent for a whole group, leaving it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shots, withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const t = step.WORDS.id;
const GROUP = { name: 'Contoh Melati' };
const main = (page) => page.getByRole('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const notice = (page) => page.getByRole('status').filter({ has: page.getByRole('button', { name: t.close, exact: true }) });
const dialog = (page) => page.getByRole('dialog');

/** The name that heads the sheet of a person. */
const named = (page, name) => main(page).getByRole('paragraph').filter({ hasText: new RegExp(`^${name}$`) });

/** Takes the last act back by the message that offers it. */
async function undo(page, said = 'Diurungkan.') {
  await notice(page).getByRole('button', { name: t.undo, exact: true }).click();
  await notice(page).getByText(said, { exact: true }).waitFor();
}

test('a person is read on a sheet: numbers hidden until asked for, ways to call and write, what is missing in one line', () =>
  withBook({ options: { permissions: ['clipboard-read', 'clipboard-write'] } }, async ({ page, violations }) => {
    await step.addGroupOf(page, GROUP, step.TEN.slice(0, 1));
    await step.openMember(page, 'Contoh Satu');
    await page.getByRole('textbox', { name: t.phone }).fill('0812 3456 7890');
    await page.getByRole('button', { name: t.save, exact: true }).click();
    await step.seePage(page, t.readMember);

    await named(page, 'Contoh Satu').waitFor();
    const content = await main(page).innerText();
    assert.ok(content.includes('6472••••••••••01') && content.includes('0812-••••-7890'), content);
    assert.ok(!(await page.content()).includes(step.TEN[0].nik), 'the NIK stands nowhere in the page');
    const nik = main(page).getByRole('definition').filter({ hasText: '6472••••' });
    await nik.getByRole('button', { name: 'Tampilkan', exact: true }).click();
    await main(page).getByText(step.TEN[0].nik, { exact: true }).waitFor();

    const way = (name) => main(page).getByRole('link', { name, exact: true }).getAttribute('href');
    assert.equal(await way('Telepon'), 'tel:+6281234567890');
    assert.equal(await way('WhatsApp'), 'https://wa.me/6281234567890');
    await main(page).getByRole('definition').filter({ hasText: '0812' }).getByRole('button', { name: 'Salin', exact: true }).click();
    await notice(page).getByText('Disalin.', { exact: true }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '0812-3456-7890');

    await main(page).getByText(/^Belum diisi: .*No\. KK/).waitFor();
    await main(page).getByRole('link', { name: 'Lengkapi', exact: true }).click();
    await step.seePage(page, t.editMember);
    await page.goBack();
    await step.seePage(page, t.readMember);
    assert.ok(!(await page.content()).includes(step.TEN[0].nik), 'what was shown is hidden again');
    if (process.env.SHOTS) await shots(page, 'person-360');
    assert.deepEqual(violations, []);
  }));

test('an addition, an edit and a deletion of a person are taken back from the message, and leave nothing behind', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroupOf(page, GROUP, step.TEN.slice(0, 1));
    const one = await step.recordsIn(page);

    await main(page).getByRole('link', { name: t.addMember, exact: true }).click();
    await step.addMember(page, step.TEN[1]);
    await main(page).getByRole('link', { name: /Contoh Dua/ }).waitFor();
    await undo(page);
    await step.eventually(() => main(page).getByRole('link', { name: /Contoh Dua/ }).count(), 0);
    assert.deepEqual(await step.recordsIn(page), one, 'as if nobody had been added');

    await step.openMember(page, 'Contoh Satu');
    await page.getByRole('textbox', { name: t.memberName }).fill('Contoh Lain');
    await page.getByRole('button', { name: t.save, exact: true }).click();
    await step.seePage(page, t.readMember);
    await named(page, 'Contoh Lain').waitFor();
    await undo(page);
    await named(page, 'Contoh Satu').waitFor();
    assert.deepEqual(await step.recordsIn(page), one, 'as if nothing had been changed');

    await press(page, t.eraseMember);
    await dialog(page).getByRole('button', { name: t.eraseYes, exact: true }).click();
    await step.seePage(page, GROUP.name);
    await undo(page);
    await main(page).getByRole('link', { name: /Contoh Satu/ }).waitFor();
    assert.deepEqual(await step.recordsIn(page), one, 'as if nobody had been deleted');

    await page.reload();
    await main(page).getByRole('link', { name: /Contoh Satu/ }).waitFor();
    assert.deepEqual(violations, []);
  }));

test('a deleted group is taken back with all its members', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroupOf(page, GROUP, step.TEN.slice(0, 3));
    const all = await step.recordsIn(page);
    await main(page).getByRole('link', { name: t.profile, exact: true }).click();
    await press(page, t.eraseGroup);
    await dialog(page).getByRole('button', { name: t.eraseYes, exact: true }).click();
    await step.seePage(page, t.groups);
    await undo(page);
    await main(page).getByRole('link', { name: /Contoh Melati/ }).waitFor();
    assert.deepEqual(await step.recordsIn(page), all);
    await page.reload();
    await step.openGroup(page, GROUP.name);
    await page.getByRole('link', { name: 'Anggota 3', exact: true }).waitFor();
    assert.deepEqual(violations, []);
  }));

test('what somebody went on from is not taken back, and that is said', () =>
  withBook({}, async ({ page, context, server, violations }) => {
    await step.addGroupOf(page, GROUP, step.TEN.slice(0, 1));
    await step.changeMember(page, GROUP.name, 'Contoh Satu', 'memberName', 'Contoh Lain');
    const hash = new URL(page.url()).hash;
    const other = await context.newPage();
    await other.goto(server.url + hash);
    await step.changeMember(other, GROUP.name, 'Contoh Lain', 'memberName', 'Contoh Ketiga');
    await main(page).getByRole('link', { name: /Contoh Ketiga/ }).waitFor();
    await undo(page, 'Tidak diurungkan: data itu sudah diubah lagi sesudahnya.');
    await main(page).getByRole('link', { name: /Contoh Ketiga/ }).waitFor();
    assert.deepEqual(violations, []);
  }));

test('the history says what stood there before and since, and gives a value back as a new change', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroupOf(page, GROUP, step.TEN.slice(0, 1));
    await step.changeMember(page, GROUP.name, 'Contoh Satu', 'memberName', 'Contoh Lain');
    await step.readMember(page, 'Contoh Lain');
    await main(page).getByText(t.history, { exact: true }).click();
    const changes = main(page).getByRole('listitem');
    await changes.filter({ hasText: 'Contoh Satu → Contoh Lain' }).first().waitFor();
    const before = (await step.recordsIn(page)).find((record) => record.kind === 'member').changes.length;

    await main(page).getByText(/^Contoh Lain: Nama sesuai KTP/).click();
    await main(page).getByRole('button', { name: 'Pakai lagi: Nama sesuai KTP, Contoh Satu', exact: true }).click();
    await notice(page).getByText('Nama sesuai KTP dikembalikan.', { exact: true }).waitFor();
    await named(page, 'Contoh Satu').waitFor();
    await changes.filter({ hasText: 'Contoh Lain → Contoh Satu' }).first().waitFor();
    assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'BODY', 'the focus is not lost');
    const after = (await step.recordsIn(page)).find((record) => record.kind === 'member').changes;
    assert.equal(after.length, before + 1, 'nothing is taken out of the history');
    assert.ok(!(await page.content()).includes(step.TEN[0].nik), 'a NIK is masked here, too');
    assert.deepEqual(violations, []);
  }));

test('consent is recorded for all who lack it in one dialog, and for nobody else', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroupOf(page, GROUP, step.TEN.slice(0, 3));
    await step.openMember(page, 'Contoh Dua');
    await page.getByRole('textbox', { name: /^Tanggal persetujuan/ }).fill('05/06/2014');
    await step.saveMember(page, GROUP.name);
    const box = main(page).getByText('Persetujuan 2 anggota belum dicatat.', { exact: true });
    await box.waitFor();
    assert.equal(await main(page).getByText('Persetujuan belum dicatat.', { exact: true }).count(), 0, 'it is said once');

    await press(page, t.consentAll);
    const day = dialog(page).getByRole('textbox', { name: /^Tanggal persetujuan/ });
    await day.fill('31/02/2014');
    await dialog(page).getByRole('button', { name: 'Catat', exact: true }).click();
    await dialog(page).getByText(/^Tanggal ini tidak ada di kalender/).waitFor();
    await day.fill('01/07/2014');
    await dialog(page).getByRole('combobox').selectOption({ label: 'Lisan, di hadapan saksi' });
    await dialog(page).getByRole('button', { name: 'Catat', exact: true }).click();
    await notice(page).getByText('Persetujuan 2 anggota dicatat.', { exact: true }).waitFor();
    await step.eventually(() => box.count(), 0);

    const consents = async () => {
      const members = (await step.recordsIn(page)).filter((record) => record.kind === 'member');
      const last = (member, key) => member.changes.flatMap((it) => it.set?.[key] ?? []).at(-1);
      return members.map((member) => [last(member, 'name'), last(member, 'consent_date'), last(member, 'consent_way')]).sort();
    };
    assert.deepEqual(await consents(), [
      ['Contoh Dua', '2014-06-05', undefined],
      ['Contoh Satu', '2014-07-01', 'oral'],
      ['Contoh Tiga', '2014-07-01', 'oral'],
    ]);
    await undo(page);
    await box.waitFor();
    assert.deepEqual(await consents(), [['Contoh Dua', '2014-06-05', undefined], ['Contoh Satu', undefined, undefined], ['Contoh Tiga', undefined, undefined]]);
    assert.deepEqual(violations, []);
  }));

test('who has left stays on record and counts no more', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroupOf(page, GROUP, step.TEN.slice(0, 2));
    await step.readMember(page, 'Contoh Dua');
    await press(page, t.markLeft);
    await dialog(page).getByRole('textbox', { name: /^Tanggal keluar/ }).fill('01/02/2015');
    await dialog(page).getByRole('button', { name: t.markLeft, exact: true }).click();
    await main(page).getByText('sudah keluar', { exact: true }).waitFor();
    assert.equal(await main(page).getByRole('button', { name: t.markLeft, exact: true }).count(), 0);
    await page.getByRole('link', { name: t.back, exact: true }).click();
    await main(page).getByRole('link', { name: /Contoh Dua.*sudah keluar/ }).waitFor();
    await main(page).getByText(/^Baru 1 anggota/).waitFor();
    assert.deepEqual(violations, []);
  }));
