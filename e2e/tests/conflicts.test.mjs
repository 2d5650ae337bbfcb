// Fields in conflict: two phones change the same, the file goes over, one decides for all of it in one place, and the decisions
// go back with the next file.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBook, serve } from '../harness.mjs';
import * as step from '../steps.mjs';

const GROUP = { name: 'Contoh Melati' };
const WORDS = {
  id: {
    need: '1 KUBE dengan isian yang berbeda',
    title: 'Isian yang berbeda',
    count: (fields) => `${fields} isian yang berbeda di 1 KUBE`,
    fields: ['Contoh Satu: Tanggal lahir', 'Contoh Satu: NIK', 'Contoh Satu: No. HP/WA'],
    mark: 'Isian berbeda',
    ofMember: 'Isian anggota ini yang berbeda: Tanggal lahir, NIK, No. HP/WA',
    all: 'Lihat semua isian yang berbeda',
    show: 'Tampilkan',
    here: /^di perangkat ini, /,
    there: /^di perangkat Contoh Kedua, /,
    third: 'Tulis isian lain',
    thirdLabel: 'Isian yang benar',
    use: 'Simpan isian ini',
    empty: 'Isi dulu, atau pilih salah satu isian di atas.',
    saved: 'Pilihan disimpan.',
    back: 'Pilihan dibatalkan; isian itu perlu dipilih lagi.',
    none: 'Tidak ada isian yang berbeda.',
    sender: 'Nama Anda di berkas',
  },
  en: {
    need: '1 KUBE with conflicting values',
    title: 'Values in conflict',
    count: (fields) => (fields === 1 ? '1 value in conflict in 1 KUBE' : `${fields} values in conflict in 1 KUBE`),
    fields: ['Contoh Satu: Date of birth', 'Contoh Satu: NIK (national id number)', 'Contoh Satu: Mobile number'],
    mark: 'In conflict',
    ofMember: 'Of this member, in conflict: Date of birth, NIK (national id number), Mobile number',
    all: 'See all conflicts',
    show: 'Show',
    here: /^on this device, /,
    there: /^on the device of Contoh Kedua, /,
    third: 'Write another value',
    thirdLabel: 'The right value',
    use: 'Save this value',
    empty: 'Fill this in, or choose one of the values above.',
    saved: 'Choice saved.',
    back: 'Choice taken back; that field is in conflict again.',
    none: 'No values are in conflict.',
    sender: 'Your name in the file',
  },
};

async function pass(from, to, wish) {
  await step.openFile(to, await step.sendFile(from));
  await step.takeIn(to, wish);
}

/** One field in conflict, by its heading. */
const dispute = (page, title) => page.getByRole('main').getByRole('group', { name: title, exact: true });
const headings = (page) => page.getByRole('main').getByRole('heading', { level: 3 }).allInnerTexts();
const focused = (page) => page.evaluate(() => document.activeElement?.innerText?.trim().split('\n')[0] ?? '');
const press = (within, name) => within.getByRole('button', { name, exact: true }).click();

/** Two phones, of which the first has three fields of a member in conflict. */
async function withConflicts(lang, use) {
  const server = await serve();
  const phones = [];
  try {
    for (let count = 0; count < 2; count += 1) phones.push(await openBook({ lang, server }));
    const [one, two] = phones.map((phone) => phone.page);
    await step.addGroupOf(one, GROUP, step.TEN.slice(0, 2));
    await pass(one, two);
    await step.go(two, 'files');
    await two.getByRole('textbox', { name: WORDS[lang].sender }).fill('Contoh Kedua');
    await step.changeMember(one, GROUP.name, 'Contoh Satu', 'born', '05/06/1991');
    await step.changeMember(one, GROUP.name, 'Contoh Satu', 'nik', '6472034506919001');
    await step.changeMember(one, GROUP.name, 'Contoh Satu', 'phone', '081200000001');
    await step.changeMember(two, GROUP.name, 'Contoh Satu', 'born', '05/06/1992');
    await step.changeMember(two, GROUP.name, 'Contoh Satu', 'nik', '6472034506929001');
    await step.changeMember(two, GROUP.name, 'Contoh Satu', 'phone', '081200000002');
    await pass(two, one, { conflicts: true });
    await use(one, two);
    for (const phone of phones) assert.deepEqual(phone.violations, []);
  } finally {
    for (const phone of phones) await phone.close();
    await server.close();
  }
}

for (const lang of ['id', 'en']) {
  test(`conflicts are found, settled in one place, and the decisions travel (${lang})`, () =>
    withConflicts(lang, async (one, two) => {
      const [t, w] = [WORDS[lang], step.WORDS[lang]];
      const main = one.getByRole('main');

      // The marks on the way: in the list, on the group's page, on the member, on Berkas, on Ringkasan.
      await step.go(one, 'groups');
      await main.getByRole('link', { name: t.count(3), exact: true }).waitFor();
      await main.getByRole('link', { name: GROUP.name }).getByText(t.mark, { exact: true }).waitFor();
      await step.openGroup(one, GROUP.name);
      await one.getByRole('heading', { name: w.conflicts }).waitFor();
      assert.deepEqual(await headings(one), t.fields);
      await main.getByRole('link', { name: /Contoh Satu/ }).getByText(t.mark, { exact: true }).waitFor();
      assert.equal(await main.getByRole('link', { name: /Contoh Dua/ }).getByText(t.mark).count(), 0);
      await step.openMember(one, 'Contoh Satu');
      await main.getByText(t.ofMember, { exact: true }).waitFor();
      await step.go(one, 'files');
      await main.getByText(t.count(3), { exact: true }).waitFor();
      await step.go(one, 'summary');
      await main.getByRole('link', { name: t.need, exact: true }).click();
      await step.seePage(one, t.title);

      // All of it, both values with where and when; numbers masked, and told apart all the same.
      await main.getByText(t.count(3), { exact: true }).waitFor();
      await main.getByRole('heading', { level: 2, name: GROUP.name, exact: true }).waitFor();
      assert.deepEqual(await headings(one), t.fields);
      const [born, nik, phone] = t.fields.map((title) => dispute(one, title));
      for (const said of [t.here, t.there]) assert.equal(await nik.getByText(said).count(), 1, `${said}`);
      await nik.getByText('6472•••••••1••01', { exact: true }).waitFor();
      const theirs = nik.getByRole('listitem').filter({ hasText: '6472•••••••2••01' });
      await press(theirs, t.show);
      await nik.getByText('6472034506929001', { exact: true }).waitFor();

      // One half written stays while another is settled, and the focus goes on to the next.
      await press(phone, t.third);
      const field = phone.getByRole('textbox', { name: t.thirdLabel });
      await step.eventually(() => field.evaluate((it) => it === document.activeElement), true, 'the field has the focus');
      await press(phone, t.use);
      await phone.getByText(t.empty, { exact: true }).waitFor();
      await field.fill('12');
      await press(phone, t.use);
      await step.eventually(() => field.getAttribute('aria-invalid'), 'true');
      await field.fill('0812 0000 0003');
      await nik.getByRole('listitem').filter({ hasText: '6472034506929001' }).getByRole('button', { name: w.keepThis }).click();
      await one.getByRole('status').getByText(t.saved).waitFor();
      await step.eventually(() => headings(one), [t.fields[0], t.fields[2]]);
      await step.eventually(() => focused(one), t.fields[2], 'the focus is on the next one');
      assert.equal(await field.inputValue(), '0812 0000 0003');

      // Taken back, it is in conflict again; then decided for good.
      await press(one.getByRole('status'), w.undo);
      await one.getByRole('status').getByText(t.back).waitFor();
      await step.eventually(() => headings(one), t.fields);
      assert.equal(await field.inputValue(), '0812 0000 0003');
      await nik.getByRole('listitem').filter({ hasText: '6472•••••••2••01' }).getByRole('button', { name: w.keepThis }).click();
      await step.eventually(() => headings(one), [t.fields[0], t.fields[2]]);
      await step.eventually(() => focused(one), t.fields[2], 'the focus is on the next one again');

      // A third value, by the keyboard alone.
      await field.focus();
      await one.keyboard.press('Tab');
      await one.keyboard.press('Enter');
      await step.eventually(() => headings(one), [t.fields[0]]);
      await step.eventually(() => focused(one), t.fields[0], 'the focus is on the one before');
      await born.getByRole('button', { name: w.keepThis, exact: true }).first().click();
      await main.getByText(t.none, { exact: true }).waitFor();
      await step.eventually(() => focused(one), t.none, 'the focus is on what is left to say');

      // The decisions go back.
      await pass(one, two);
      await step.openGroup(two, GROUP.name);
      assert.equal(await two.getByRole('heading', { name: w.conflicts }).count(), 0);
      await step.openMember(two, 'Contoh Satu');
      assert.match(await two.getByRole('textbox', { name: w.phone }).inputValue(), /0812.?0000.?0003/);
      assert.equal(await two.getByRole('textbox', { name: w.nik }).inputValue(), step.written('6472034506929001'));
      await two.evaluate(() => (location.hash = '#/conflicts'));
      await two.getByText(t.none, { exact: true }).waitFor();
    }));
}
