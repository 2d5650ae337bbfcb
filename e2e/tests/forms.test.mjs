// The forms: nothing typed is lost, mistakes are told where they are made, and ten members go in quickly.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const BROUGHT_BACK = 'Isian yang belum disimpan dikembalikan.';
const DISCARD = 'Hapus isian ini';

const nameOfGroup = (page) => page.getByRole('textbox', { name: /^Nama KUBE/ });
const nameOfMember = (page) => page.getByRole('textbox', { name: /^Nama sesuai KTP/ });
const nik = (page) => page.getByRole('textbox', { name: /^NIK/ });
const born = (page) => page.getByRole('textbox', { name: 'Tanggal lahir', exact: true });
const village = (page) => page.getByRole('combobox', { name: /^Kelurahan\/desa\/kampung/ });
const role = (page) => page.getByRole('combobox', { name: 'Jabatan dalam KUBE', exact: true });
const rt = (page) => page.getByRole('textbox', { name: 'RT', exact: true });
const found = (page) => page.getByRole('listbox').getByRole('option');
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

/** The word chosen in a list. */
const chosen = (list) => list.evaluate((select) => select.selectedOptions[0]?.textContent.trim());

/** Whether what has the focus is this. */
const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement);

/** What a field is described by: its help and its remarks. */
const remarks = (locator) =>
  locator.evaluate((field) => {
    const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
    return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  });

async function openNewGroup(page) {
  await step.go(page, 'groups');
  await page.getByRole('link', { name: 'Tambah KUBE', exact: true }).click();
  await step.seePage(page, 'KUBE baru');
}

test('a half-typed form for a group comes back after a reload, and can be discarded', () =>
  withBook({}, async ({ page, violations }) => {
    await openNewGroup(page);
    await step.fillGroup(page, { name: 'Contoh Setengah' });
    await page.reload();
    await step.seePage(page, 'KUBE baru');
    await page.getByRole('status').getByText(BROUGHT_BACK).waitFor();
    assert.equal(await nameOfGroup(page).inputValue(), 'Contoh Setengah');
    assert.equal(await village(page).inputValue(), step.SIDODADI.written);
    assert.equal(await chosen(page.getByRole('combobox', { name: 'Jenis usaha', exact: true })), 'Menjahit, konveksi');
    await press(page, DISCARD);
    await step.eventually(() => nameOfGroup(page).inputValue(), '');
    await step.eventually(() => page.getByText(BROUGHT_BACK).count(), 0);
    await page.reload();
    await step.seePage(page, 'KUBE baru');
    assert.equal(await nameOfGroup(page).inputValue(), '', 'what was discarded stays away');
    assert.equal(await page.getByText(BROUGHT_BACK).count(), 0);
    assert.deepEqual(violations, []);
  }));

test('a half-typed form for a member comes back after a reload, and can be discarded', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroup(page, { name: 'Contoh Melati' });
    await step.fillMember(page, step.TEN[0]);
    await rt(page).fill('04');
    await page.reload();
    await step.seePage(page, 'Anggota baru');
    await page.getByRole('status').getByText(BROUGHT_BACK).waitFor();
    assert.equal(await nameOfMember(page).inputValue(), step.TEN[0].name);
    assert.equal(await nik(page).inputValue(), step.written(step.TEN[0].nik));
    assert.equal(await rt(page).inputValue(), '04');
    assert.equal(await page.getByRole('radio', { name: 'Perempuan' }).isChecked(), true);
    await press(page, DISCARD);
    await step.eventually(() => nameOfMember(page).inputValue(), '');
    assert.equal(await village(page).inputValue(), step.SIDODADI.written, 'a new form has the village of the group');
    assert.equal(await chosen(role(page)), 'Ketua');

    // A member who is there already.
    await step.addMember(page, step.TEN[0]);
    await step.openMember(page, step.TEN[0].name);
    await nameOfMember(page).fill('Contoh Satu Setengah');
    await page.reload();
    await step.seePage(page, 'Ubah anggota');
    await page.getByRole('status').getByText(BROUGHT_BACK).waitFor();
    assert.equal(await nameOfMember(page).inputValue(), 'Contoh Satu Setengah');
    await press(page, DISCARD);
    await step.eventually(() => nameOfMember(page).inputValue(), step.TEN[0].name);
    assert.deepEqual(violations, []);
  }));

test('a saved form leaves nothing half-typed behind', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
    await openNewGroup(page);
    assert.equal(await nameOfGroup(page).inputValue(), '');
    assert.equal(await page.getByText(BROUGHT_BACK).count(), 0);
    assert.deepEqual(violations, []);
  }));

test('a date of birth that differs from the NIK is told in place, and does not keep the form from being saved', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroup(page, { name: 'Contoh Melati' });
    await step.fillMember(page, step.TEN[0]);
    await page.getByText('Perempuan, lahir 5 Juni 1990, Kec. Samarinda Ulu, Kota Samarinda', { exact: true }).waitFor();
    await step.eventually(() => born(page).inputValue(), '05/06/1990');
    await born(page).fill('06/06/1990');
    await born(page).press('Tab');
    await step.eventually(async () => /Berbeda dari tanggal di NIK \(5 Juni 1990\): periksa KTP\./.test(await remarks(born(page))), true);
    await page.getByRole('radio', { name: 'Laki-laki' }).check();
    await page.getByText('Berbeda dari jenis kelamin di NIK: periksa KTP.', { exact: true }).waitFor();
    await press(page, 'Simpan & selesai');
    await step.seePage(page, 'Contoh Melati');
    await page.getByRole('link', { name: /Contoh Satu/ }).waitFor();
    assert.deepEqual(violations, []);
  }));

test('a NIK is counted while it is typed, and stands in groups of four once it was left', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroup(page, { name: 'Contoh Melati' });
    assert.match(await remarks(nik(page)), /^16 digit sesuai KTP/);
    await nik(page).pressSequentially('647203');
    await step.eventually(async () => (await remarks(nik(page))).trim(), '6 dari 16 digit');
    await nik(page).pressSequentially('4506909001');
    await step.eventually(async () => /^Perempuan, lahir/.test(await remarks(nik(page))), true, 'what the number says is alone there');
    await nik(page).press('Tab');
    assert.equal(await nik(page).inputValue(), '6472 0345 0690 9001');
    await step.fillMember(page, { name: 'Contoh Satu' });
    await press(page, 'Simpan & selesai');
    await step.seePage(page, 'Contoh Melati');
    await step.openMember(page, 'Contoh Satu');
    assert.equal(await nik(page).inputValue(), '6472 0345 0690 9001');
    assert.deepEqual(violations, []);
  }));

test('a wrong NIK is told after leaving the field, and the list of errors leads back to it', () =>
  withBook({}, async ({ page, violations }) => {
    const sentence = 'Digit ke-7 dan ke-8 bukan tanggal. Periksa kembali KTP atau KK.';
    await step.addGroup(page, { name: 'Contoh Melati' });
    await nameOfMember(page).fill('Contoh Satu');
    await nik(page).pressSequentially('6472037206909001');
    assert.doesNotMatch(await remarks(nik(page)), /bukan tanggal/, 'nobody is scolded while typing');
    await nik(page).press('Tab');
    await step.eventually(async () => (await remarks(nik(page))).includes(sentence), true);
    assert.equal(await nik(page).getAttribute('aria-invalid'), 'true');

    const before = await step.storedRecords(page);
    await press(page, 'Simpan & selesai');
    const errors = page.getByRole('alert').filter({ has: page.getByRole('heading', { name: 'Ada yang perlu diperbaiki' }) });
    await errors.waitFor();
    await step.eventually(() => hasFocus(errors), true, 'the list of errors has the focus');
    await step.seePage(page, 'Anggota baru');
    assert.deepEqual(await step.storedRecords(page), before, 'nothing is saved');
    await errors.getByRole('button', { name: `NIK: ${sentence}`, exact: true }).click();
    await step.eventually(() => hasFocus(nik(page)), true, 'the error leads to its field');

    await nik(page).fill(step.TEN[0].nik);
    await press(page, 'Simpan & selesai');
    await step.seePage(page, 'Contoh Melati');
    assert.deepEqual(violations, []);
  }));

test('a group without a name is not saved', () =>
  withBook({}, async ({ page, violations }) => {
    await openNewGroup(page);
    await step.pickVillage(page);
    await press(page, 'Simpan & isi anggota');
    const errors = page.getByRole('alert').filter({ has: page.getByRole('heading', { name: 'Ada yang perlu diperbaiki' }) });
    await errors.getByRole('button', { name: 'Nama KUBE: Isi nama KUBE.', exact: true }).click();
    await step.eventually(() => hasFocus(nameOfGroup(page)), true);
    assert.deepEqual(await step.storedRecords(page), []);
    await nameOfGroup(page).fill('   ');
    await press(page, 'Simpan & isi anggota');
    await errors.waitFor();
    assert.deepEqual(await step.storedRecords(page), [], 'spaces are no name');
    assert.deepEqual(violations, []);
  }));

test('a date that no calendar has is refused', () =>
  withBook({}, async ({ page, violations }) => {
    const sentence = 'Tanggal ini tidak ada di kalender. Periksa tanggal dan bulannya.';
    await step.addGroup(page, { name: 'Contoh Melati' });
    await nameOfMember(page).fill('Contoh Satu');
    await born(page).fill('31/02/1990');
    await born(page).press('Tab');
    await step.eventually(async () => (await remarks(born(page))).includes(sentence), true);
    const before = await step.storedRecords(page);
    await press(page, 'Simpan & selesai');
    await page.getByRole('alert').getByRole('button', { name: `Tanggal lahir: ${sentence}`, exact: true }).waitFor();
    assert.deepEqual(await step.storedRecords(page), before);
    assert.equal(await born(page).inputValue(), '31/02/1990', 'what was typed stays to be mended');
    assert.deepEqual(violations, []);
  }));

test('a village is found and taken with the keyboard alone', () =>
  withBook({}, async ({ page, violations }) => {
    await openNewGroup(page);
    await village(page).focus();
    await page.keyboard.type('samarinda ulu');
    await found(page).first().waitFor();
    assert.equal(await village(page).getAttribute('aria-expanded'), 'true');
    const options = await found(page).allInnerTexts();
    assert.ok(options.length > 2, options.join('; '));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.getByRole('listbox').getByRole('option', { name: options[1].trim(), exact: true, selected: true }).waitFor();
    const active = await village(page).getAttribute('aria-activedescendant');
    assert.equal((await page.locator(`[id="${active}"]`).innerText()).trim(), options[1].trim(), 'read out as it is walked to');
    // The field has room for the names alone, without "Kel." and "Kec.".
    const written = options[1].trim().replace(/(Kel\.|Desa|Kampung|Kec\.|Kota) /g, '');
    await page.keyboard.press('Enter');
    await step.eventually(() => village(page).inputValue(), written);
    assert.equal(await page.getByRole('listbox').count(), 0, 'the list is closed');
    await step.seePage(page, 'KUBE baru');

    // Escape leaves what was chosen.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('balik');
    await found(page).first().waitFor();
    await page.keyboard.press('Escape');
    await step.eventually(() => village(page).inputValue(), written);

    await page.keyboard.type('zzzz');
    await page.getByText('Tidak ditemukan. Periksa ejaan, atau ketik nama kecamatannya.').waitFor();
    assert.deepEqual(violations, []);
  }));

test('a KUBE and its first member are entered with the keyboard alone', () =>
  withBook({}, async ({ page, violations }) => {
    await openNewGroup(page);
    await nameOfGroup(page).focus();
    await page.keyboard.type('Contoh Papan Ketik');
    await page.keyboard.press('Control+Enter');
    await step.seePage(page, 'Anggota baru');
    // From the heading, which has the focus, to the first field.
    await nameOfMember(page).focus();
    await page.keyboard.type('Contoh Satu');
    // Who has typed a name is not done yet.
    await page.keyboard.press('Enter');
    await step.eventually(() => hasFocus(nik(page)), true);
    await page.keyboard.type(step.TEN[0].nik);
    await page.keyboard.press('Enter');
    await page.getByText('1 dari 10 anggota', { exact: true }).waitFor();
    const marks = page.locator('.steps > span');
    const [first, last] = [await marks.first().boundingBox(), await marks.last().boundingBox()];
    assert.equal(first.y, last.y, 'the marks of the ten stand in one line');
    await step.eventually(() => hasFocus(nameOfMember(page)), true, 'Enter saves and goes on to the next');
    assert.deepEqual(violations, []);
  }));

test('the next member keeps village and RT, gets the next role, and begins at the name', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroup(page, { name: 'Contoh Melati' });
    for (const [place, word] of ['Ketua', 'Sekretaris', 'Bendahara', 'Anggota', 'Anggota'].entries()) {
      await step.eventually(() => chosen(role(page)), word);
      assert.equal(await village(page).inputValue(), step.SIDODADI.written);
      if (place > 0) {
        assert.equal(await rt(page).inputValue(), '04', 'the RT stays');
        await step.eventually(() => hasFocus(nameOfMember(page)), true, 'the focus is at the name');
        for (const field of [nameOfMember(page), nik(page), born(page)]) assert.equal(await field.inputValue(), '');
        for (const radio of await page.getByRole('group', { name: 'Jenis kelamin' }).getByRole('radio').all()) {
          assert.equal(await radio.isChecked(), false, 'nobody inherits a sex');
        }
      } else {
        await rt(page).fill('04');
      }
      await step.addMember(page, step.TEN[place], { again: true });
      await page.getByText(`${place + 1} dari 10 anggota`, { exact: true }).waitFor();
    }
    assert.deepEqual(violations, []);
  }));

test('a NIK that another member of the KUBE has keeps the form from being saved', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroup(page, { name: 'Contoh Melati' });
    await step.addMember(page, step.TEN[0], { again: true });
    await page.getByText('1 dari 10 anggota', { exact: true }).waitFor();
    await step.fillMember(page, { name: 'Contoh Kembar', nik: step.TEN[0].nik });
    const before = await step.storedRecords(page);
    await press(page, 'Simpan & selesai');
    await page.getByRole('alert').getByRole('button', { name: /NIK ini sudah dipakai anggota lain di KUBE ini/ }).waitFor();
    assert.deepEqual(await step.storedRecords(page), before);
    assert.deepEqual(violations, []);
  }));

test('a NIK is masked wherever members are listed', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
    const line = page.getByRole('main').getByRole('link', { name: /Contoh Satu/ });
    assert.match(await line.innerText(), /6472••••••••••01/);
    const whole = new RegExp(step.TEN[0].nik);
    for (const tab of ['Anggota 1', 'Profil', 'Riwayat']) {
      await page.getByRole('link', { name: tab, exact: true }).click();
      await page.getByRole('link', { name: tab, exact: true }).and(page.locator('[aria-current]')).waitFor();
      assert.doesNotMatch(await page.content(), whole, tab);
    }
    await step.go(page, 'groups');
    await page.getByRole('searchbox').fill('6472034506909001');
    await page.getByText('1 dari 1 KUBE', { exact: true }).waitFor();
    assert.doesNotMatch(await page.getByRole('main').innerText(), whole, 'found by it, and not shown');
    assert.deepEqual(violations, []);
  }));

test('a person is erased only after a question, and is then gone from this device entirely', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 2));
    await step.openMember(page, 'Contoh Dua');
    await page.getByRole('textbox', { name: 'No. HP/WA', exact: true }).fill('0812 0000 0002');
    await step.saveMember(page, 'Contoh Melati');
    await step.readMember(page, 'Contoh Dua');
    await step.closeMessage(page);

    const dialog = page.getByRole('dialog', { name: 'Hapus Contoh Dua?' });
    await press(page, 'Hapus orang ini');
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Batal', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    const told = () => step.said(page, '');
    assert.ok((await told()).includes('Contoh Dua'), 'a question answered with no changes nothing');

    await press(page, 'Hapus orang ini');
    await dialog.getByRole('button', { name: 'Ya, hapus', exact: true }).click();
    await step.seePage(page, 'Contoh Melati');
    await page.getByRole('link', { name: 'Anggota 1', exact: true }).waitFor();
    assert.equal(await page.getByRole('link', { name: /Contoh Dua/ }).count(), 0);
    const text = await told();
    for (const trace of ['Contoh Dua', step.TEN[1].nik, '1985-03-17', '628120000', '0812 0000']) {
      assert.ok(!text.includes(trace), `${trace} is still kept`);
    }
    assert.ok(text.includes('Contoh Satu'), 'nobody else is gone');
    await page.reload();
    await page.getByRole('link', { name: 'Anggota 1', exact: true }).waitFor();
    assert.deepEqual(violations, []);
  }));

test('a message does not cover the last button of a page', () =>
  withBook({}, async ({ page }) => {
    await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
    await step.readMember(page, 'Contoh Satu');
    await page.getByRole('status').getByText('Contoh Satu disimpan.').waitFor();
    await page.getByRole('button', { name: 'Hapus orang ini', exact: true }).click({ timeout: 5_000 });
    await page.getByRole('dialog').waitFor();
  }));
