// Who may stand twice in the book: told while typing, listed with reasons, put side by side, and decided in three ways that
// outlive a reload. Planted by typing through the forms, in both languages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violationsOf } from '../axe.mjs';
import { shots, withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const TEXTS = {
  id: {
    like: 'Mungkin sudah terdaftar',
    whyTyped: 'Contoh Satu (Contoh Melati): NIK sama; Nama mirip, tanggal lahir sama.',
    whyGroup: 'Contoh Melati: Nama KUBE mirip, satu kelurahan.',
    open: 'Buka',
    found: '4 pasang data mungkin ganda',
    look: 'Periksa data ganda',
    title: 'Data ganda',
    pair: 'Bandingkan',
    mark: 'Mungkin ganda',
    sameNik: /^NIK sama \d/,
    shown: (some, all) => `${some} dari ${all} pasang`,
    samePerson: 'Orang yang sama',
    merged: 'Digabungkan. Sekarang dihitung satu kali.',
    leave: 'Isi tanggal keluar',
    leaveGo: 'Simpan tanggal keluar',
    leaveDate: 'Tanggal keluar',
    notADay: 'Tanggal keluar tidak boleh sesudah hari ini.',
    left: 'Tanggal keluar disimpan.',
    notPerson: 'Bukan orang yang sama',
    notGroup: 'Bukan KUBE yang sama',
    ruled: 'Keputusan disimpan. Pasangan ini tidak ditanyakan lagi.',
    none: 'Tidak ada data yang diduga ganda.',
    decided: 'Sudah diputuskan (3 keputusan)',
    isSame: 'Diputuskan: sama.',
    isNot: 'Diputuskan: tidak sama.',
    reveal: 'Tampilkan nomor lengkap',
    members: (count) => `${count} anggota`,
  },
  en: {
    like: 'May be registered already',
    whyTyped: 'Contoh Satu (Contoh Melati): Same NIK; Similar name, same date of birth.',
    whyGroup: 'Contoh Melati: Similar name of the KUBE, same village.',
    open: 'Open',
    found: '4 pairs of records may be duplicates',
    look: 'Check for duplicates',
    title: 'Duplicates',
    pair: 'Compare',
    mark: 'Possible duplicate',
    sameNik: /^Same NIK \d/,
    shown: (some, all) => `${some} of ${all} pairs`,
    samePerson: 'The same person',
    merged: 'Put together. It now counts once.',
    leave: 'Enter the date of leaving',
    leaveGo: 'Save the date of leaving',
    leaveDate: 'Date of leaving',
    notADay: 'The date of leaving cannot be after today.',
    left: 'Date of leaving saved.',
    notPerson: 'Not the same person',
    notGroup: 'Not the same KUBE',
    ruled: 'Decision saved. This pair is not asked again.',
    none: 'No records are suspected to be duplicates.',
    decided: 'Already decided (3 decisions)',
    isSame: 'Decided: the same.',
    isNot: 'Decided: not the same.',
    reveal: 'Show whole numbers',
    members: (count) => (count === 1 ? '1 member' : `${count} members`),
  },
};

const [one, two, three] = step.TEN;
const GROUP = { name: 'Contoh Melati' };
/** The same group as somebody else writes it, and the same people. */
const AGAIN = { name: 'KUBE Contoh Melatti' };
const TWINS = [
  { name: 'Hj. CONTOH SATU, S.Sos.', nik: one.nik },
  // Another serial; the date of birth in it is the same.
  { name: 'Tjontoh Dua', nik: '6472031703859052' },
  { name: 'Contoh Tiga', nik: '6472036902889053' },
];

const main = (page) => page.getByRole('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const said = (page, text) => page.getByRole('status').getByText(text, { exact: true }).first().waitFor();
/** The links to pairs. */
const pairs = (page) => main(page).locator('a[href*="#/duplicates/"]');

async function assertAccessible(page, what) {
  const violations = await violationsOf(page);
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), [], what);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(width <= 0, `${what} is no wider than the screen`);
}

/** Two groups with three people who are in both, typed by hand; what is said while typing is held. */
async function plant(page, t) {
  const words = await step.words(page);
  await step.addGroupOf(page, GROUP, [one, two, three]);
  await step.go(page, 'groups');
  await page.getByRole('link', { name: words.addGroup, exact: true }).click();
  await step.fillGroup(page, AGAIN);
  await said(page, t.whyGroup);
  await page.getByRole('button', { name: words.saveGroup, exact: true }).click();
  await step.seePage(page, words.newMember);
  assert.equal(await main(page).getByText(t.like).count(), 0, 'nothing is said of an empty form');

  await step.fillMember(page, TWINS[0]);
  await said(page, t.whyTyped);
  await main(page).getByRole('link', { name: t.open, exact: true }).click();
  await step.seePage(page, words.readMember);
  await main(page).getByText(one.name, { exact: true }).first().waitFor();
  await page.goBack();
  await step.seePage(page, words.newMember);
  assert.equal(await page.getByRole('textbox', { name: words.nik }).inputValue(), step.written(one.nik), 'what was typed is still there');
  await press(page, words.saveAndAdd);
  await page.getByRole('status').getByText(TWINS[0].name).first().waitFor();
  for (const twin of TWINS.slice(1)) {
    await step.fillMember(page, twin);
    await page.getByRole('status').getByText(t.like).waitFor();
    await press(page, words.saveAndAdd);
    await page.getByRole('status').getByText(twin.name).first().waitFor();
  }
}

/** Opens the pair in which a name stands. */
async function openPair(page, t, name) {
  await pairs(page).filter({ hasText: name }).first().click();
  await step.seePage(page, t.pair);
}

for (const lang of ['id', 'en']) {
  test(`people and groups that stand twice are told, compared and decided upon: ${lang}`, () =>
    withBook({ lang }, async ({ page, violations }) => {
      const t = TEXTS[lang];
      await plant(page, t);

      // The list of groups marks them once the book is at rest, and Ringkasan then knows how many there are.
      await step.go(page, 'groups');
      await main(page).getByText(t.mark).first().waitFor();
      await step.eventually(() => main(page).getByText(t.mark).count(), 2);
      await step.go(page, 'summary');
      await main(page).getByRole('link', { name: t.found, exact: true }).click();
      await step.seePage(page, t.title);
      await said(page, t.shown(4, 4));
      assert.equal(await pairs(page).count(), 4);
      await assertAccessible(page, 'the list');
      await shots(page, `duplicates-${lang}`);
      await main(page).getByRole('button', { name: t.sameNik }).click();
      await said(page, t.shown(1, 4));
      await main(page).getByRole('button', { name: t.sameNik }).click();

      await openPair(page, t, one.name);
      await assertAccessible(page, 'the pair');
      await shots(page, `duplicates-pair-${lang}`);
      await press(page, t.samePerson);
      await said(page, t.merged);
      await said(page, t.shown(3, 3));

      await openPair(page, t, two.name);
      // Two NIK of which one digit differs: that digit is to be seen, and the rest only when asked for.
      assert.equal(await main(page).getByText('6472••••••••••02').count() > 0, true);
      await main(page).getByText('6472••••••••••52').waitFor();
      await press(page, t.reveal);
      await main(page).getByText('6472031703859052').waitFor();
      await main(page).locator('summary', { hasText: t.leave }).click();
      const date = page.getByRole('textbox', { name: t.leaveDate, exact: true });
      await date.fill(new Date(Date.now() + 3 * 86_400_000).toLocaleDateString('en-GB'));
      await press(page, t.leaveGo);
      await main(page).getByText(t.notADay).waitFor();
      await date.fill('01/01/2024');
      await assertAccessible(page, 'the date of leaving');
      await press(page, t.leaveGo);
      await said(page, t.left);
      await said(page, t.shown(2, 2));

      await openPair(page, t, three.name);
      await press(page, t.notPerson);
      await said(page, t.ruled);
      await said(page, t.shown(1, 1));
      await openPair(page, t, GROUP.name);
      await press(page, t.notGroup);
      await said(page, t.none);

      await page.reload();
      await step.seePage(page, t.title);
      await said(page, t.none);
      await main(page).locator('summary', { hasText: t.decided }).click();
      assert.equal(await main(page).getByText(t.isSame, { exact: true }).count(), 1);
      assert.equal(await main(page).getByText(t.isNot, { exact: true }).count(), 2);
      await step.go(page, 'groups');
      const line = (name) => main(page).getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
      await line(GROUP.name).getByText(t.members(1)).waitFor();
      await line(AGAIN.name).getByText(t.members(3)).waitFor();
      assert.equal(await main(page).getByText(t.mark).count(), 0);
      assert.deepEqual(violations, []);
    }));
}

test('a decision can be taken back, and practice has duplicates of its own', () =>
  withBook({}, async ({ page, violations }) => {
    const t = TEXTS.id;
    await step.addGroupOf(page, GROUP, [one]);
    await step.addGroupOf(page, { name: 'Contoh Mawar' }, [one]);
    await step.go(page, 'summary');
    await main(page).getByRole('link', { name: t.look, exact: true }).or(main(page).getByRole('link', { name: /mungkin ganda/ })).click();
    await openPair(page, t, one.name);
    await press(page, t.samePerson);
    await said(page, t.none);
    await main(page).locator('summary', { hasText: 'Sudah diputuskan (1 keputusan)' }).click();
    await main(page).getByRole('link', { name: `${one.name} – ${one.name}`, exact: true }).click();
    await step.seePage(page, t.pair);
    await main(page).getByText(t.isSame).waitFor();
    await press(page, t.notPerson);
    await said(page, t.none);
    await step.go(page, 'groups');
    // Both count again, in the group that was chosen when they were made one.
    await main(page).getByText(t.members(2)).waitFor();
    await main(page).getByText(t.members(0)).waitFor();

    await step.go(page, 'more');
    await press(page, 'Masuk mode latihan');
    await step.seePage(page, 'Ringkasan Kaltim');
    await page.evaluate(() => (location.hash = '#/duplicates'));
    await step.seePage(page, t.title);
    // The two pairs of the practice book, and none of the real one.
    await said(page, t.shown(2, 2));
    assert.equal(await main(page).getByText('Sudah diputuskan').count(), 0, 'nothing of the real book');
    assert.deepEqual(violations, []);
  }));
