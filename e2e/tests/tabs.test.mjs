// Two tabs of one book, as quick as hands can be: both end with the same book, nothing typed is lost, and what was typed into
// the same field at the same time stands there to be decided. BUKU_EDITS raises the number of edits, BUKU_SEED repeats a run.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { giveHands, hand } from '../hands.mjs';
import { withBook } from '../harness.mjs';
import { anySeed, chance } from '../random.mjs';
import * as step from '../steps.mjs';

const EDITS = Number(process.env.BUKU_EDITS ?? 500);
const SEED = Number(process.env.BUKU_SEED ?? anySeed());

/** So many edits of one tab in a row, before the tabs meet at one field. */
const STRETCH = 9;

const GROUPS = 5;
const MEMBERS = 4;
const FIELDS = { Alamat: 'address', Pekerjaan: 'occupation', 'Tempat lahir': 'birth_place' };
const LABELS = Object.keys(FIELDS);

/** Opens a book with a second tab, both with quick hands; `clock` is put before the app's own. */
const withTabs = (use, clock = () => {}) =>
  withBook({ prepare: (context) => Promise.all([giveHands(context), context.addInitScript(clock)]) }, async (book) => {
    const two = await book.context.newPage();
    await two.goto(book.server.url);
    await use(book.page, two);
    assert.deepEqual(book.violations, []);
  });

/** The records of the app's own file, as one tab makes it; without the receipts, of which each such file leaves one. */
async function records(page) {
  return JSON.parse(await hand(page, 'file')).records.filter(({ kind }) => kind !== 'receipt');
}

/** Waits until both tabs have the same book, and answers its records. */
async function settled(one, two) {
  let found;
  await step.eventually(async () => {
    const both = [await records(one), await records(two)];
    found = both[0];
    return JSON.stringify(both[0]) === JSON.stringify(both[1]);
  }, true, 'both tabs have the same book');
  return found;
}

/** Fills a book by hand, and answers its groups and their members. */
async function fill(page) {
  for (let group = 0; group < GROUPS; group += 1) {
    await hand(page, 'addGroup', { 'Nama KUBE': `Contoh ${group}` });
    const id = new URL(page.url()).hash.split('/')[2];
    for (let member = 0; member < MEMBERS; member += 1) {
      await hand(page, 'addMember', id, { 'Nama sesuai KTP': `Contoh ${group} ${member}` });
    }
  }
  const members = (await records(page)).filter((it) => it.kind === 'member');
  return members.map((it) => ({ id: it.id, group: it.changes[0].set.group }));
}

/** The values of a field that no later change was made on top of: by the plain words of the rule, and slowly. */
function latest(record, key) {
  const seen = new Map(record.changes.map((change) => [change.at, change.seen]));
  const under = (at, found = new Set()) => {
    for (const older of seen.get(at) ?? []) {
      if (!found.has(older)) under(older, found.add(older));
    }
    return found;
  };
  const setters = record.changes.filter((change) => key in (change.set ?? {}));
  const covered = setters.reduce((all, change) => under(change.at, all), new Set());
  return new Set(setters.filter((change) => !covered.has(change.at)).map((change) => change.set[key]));
}

/** All that is in conflict, as `NAME: LABEL`, sorted. */
function conflictsOf(all, group) {
  const members = all.filter((it) => it.kind === 'member' && it.changes[0].set.group === group);
  const found = members.flatMap((it) =>
    LABELS.filter((label) => latest(it, FIELDS[label]).size > 1).map((label) => `${it.changes[0].set.name}: ${label}`),
  );
  return found.sort();
}

/** The conflicts that a tab lists on the page of a group, sorted. */
async function listed(page, group) {
  await page.goto(`${page.url().split('#')[0]}#/groups/${group}`);
  await page.getByRole('link', { name: `Anggota ${MEMBERS}`, exact: true }).waitFor();
  const titles = await page.getByRole('main').getByRole('heading', { level: 3 }).allInnerTexts();
  return titles.map((title) => title.trim()).sort();
}

test(`two tabs make ${EDITS} edits each, and end with one book that has them all`, (t) =>
  withTabs(async (one, two) => {
    t.diagnostic(`BUKU_SEED=${SEED}`);
    const members = await fill(one);
    await settled(one, two);
    const said = [];
    const begun = performance.now();

    const luck = chance(SEED);
    const edit = (tab, count, member) => [member.group, member.id, { [luck.pick(LABELS)]: noted(`${tab} ${count}`) }];
    const noted = (text) => {
      said.push(text);
      return text;
    };
    for (let done = 0; done < EDITS; ) {
      // Each at its own.
      const many = Math.min(STRETCH, EDITS - done - 1);
      const own = ['Kiri', 'Kanan'].map((tab) =>
        Array.from({ length: many }, (_, at) => edit(tab, done + at, luck.pick(members))),
      );
      await Promise.all([one, two].map(async (page, tab) => {
        for (const args of own[tab]) await hand(page, 'editMember', ...args);
      }));
      done += many;
      // Both at the same field: each form is open before the other is saved.
      const [member, label] = [luck.pick(members), luck.pick(LABELS)];
      const texts = ['Kiri', 'Kanan'].map((tab) => noted(`${tab} ${done}`));
      await Promise.all([one, two].map((page, tab) => hand(page, 'openMember', member.group, member.id, { [label]: texts[tab] })));
      await Promise.all([one, two].map((page) => hand(page, 'submit', 'Simpan')));
      done += 1;
    }
    const seconds = (performance.now() - begun) / 1000;
    t.diagnostic(`${said.length} edits in ${seconds.toFixed(1)} s, ${Math.round((seconds * 1000) / said.length)} ms each`);
    assert.equal(said.length, 2 * EDITS);

    const all = await settled(one, two);
    const kept = new Set(all.flatMap((record) => record.changes).flatMap((change) => Object.values(change.set ?? {})));
    assert.deepEqual(said.filter((text) => !kept.has(text)), [], 'each edit is in the history');
    const groups = [...new Set(members.map((it) => it.group))];
    const expected = groups.map((group) => conflictsOf(all, group));
    assert.ok(expected.flat().length > 0, 'the tabs met');
    t.diagnostic(`${expected.flat().length} conflicts`);
    for (const page of [one, two]) {
      for (const [at, group] of groups.entries()) assert.deepEqual(await listed(page, group), expected[at]);
    }
    await two.reload();
    // Two processes can write one key of localStorage in another order than they tell of it; the second copy heals that.
    await hand(two, 'said');
    assert.deepEqual(await records(two), all, 'and it is what was kept');
  }));

test('a form that is open while the other tab saves the same record overwrites nothing of it', () =>
  withTabs(async (one, two) => {
    await step.addGroupOf(one, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
    await step.openGroup(two, 'Contoh Melati');
    const [, , group] = new URL(two.url()).hash.split('/');
    const member = (await records(one)).find((it) => it.kind === 'member').id;

    // Other fields: both stay, and there is nothing to decide.
    await hand(two, 'openMember', group, member, { Pekerjaan: 'Contoh pekerjaan' });
    await hand(one, 'editMember', group, member, { Alamat: 'Contoh alamat' });
    await two.getByRole('status').filter({ hasText: 'diubah di perangkat atau tab lain' }).getByText('Alamat: Contoh alamat').waitFor();
    assert.equal(await two.getByRole('textbox', { name: 'Pekerjaan' }).inputValue(), 'Contoh pekerjaan', 'what was typed stays');
    await hand(two, 'submit', 'Simpan');
    assert.equal(await two.getByText('diubah di perangkat atau tab lain').count(), 0, 'what it saved itself is no news');
    let all = await settled(one, two);
    const found = () => all.find((it) => it.id === member);
    assert.deepEqual([...latest(found(), 'occupation')], ['Contoh pekerjaan']);
    assert.deepEqual([...latest(found(), 'address')], ['Contoh alamat']);

    // The same field: both stay, until somebody decides.
    await hand(two, 'openMember', group, member, { Alamat: 'Contoh alamat kanan' });
    await hand(one, 'editMember', group, member, { Alamat: 'Contoh alamat kiri' });
    await hand(two, 'submit', 'Simpan');
    all = await settled(one, two);
    assert.deepEqual([...latest(found(), 'address')].sort(), ['Contoh alamat kanan', 'Contoh alamat kiri']);
    for (const page of [one, two]) {
      await page.goto(`${page.url().split('#')[0]}#/groups/${group}`);
      await page.getByRole('heading', { level: 3, name: 'Contoh Satu: Alamat', exact: true }).waitFor();
    }

    // Deciding in one tab decides in both.
    const choice = two.getByRole('listitem').filter({ has: two.getByText('Contoh alamat kiri', { exact: true }) }).last();
    await choice.getByRole('button', { name: 'Pakai yang ini', exact: true }).click();
    for (const page of [one, two]) await page.getByRole('heading', { name: 'Dua isian berbeda' }).waitFor({ state: 'detached' });
    all = await settled(one, two);
    assert.deepEqual([...latest(found(), 'address')], ['Contoh alamat kiri']);
  }));

/** A clock that moves twice a second. Browsers that resist fingerprinting coarsen theirs too, to a tenth of a second. */
function coarse() {
  const now = Date.now.bind(Date);
  Date.now = () => Math.floor(now() / 500) * 500;
}

test('two tabs that save in the same moment of the clock lose neither change', () =>
  withTabs(async (one, two) => {
    await step.addGroupOf(one, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
    const group = new URL(one.url()).hash.split('/')[2];
    await step.openGroup(two, 'Contoh Melati');
    const member = (await records(one)).find((it) => it.kind === 'member').id;
    const said = [];
    for (let round = 0; round < 8; round += 1) {
      const texts = ['Kiri', 'Kanan'].map((tab) => `${tab} ${round}`);
      said.push(...texts);
      await Promise.all([one, two].map((page, tab) => hand(page, 'openMember', group, member, { Alamat: texts[tab] })));
      await Promise.all([one, two].map((page) => hand(page, 'submit', 'Simpan')));
    }
    const kept = (await settled(one, two)).flatMap((it) => it.changes).map((change) => change.set?.address);
    assert.deepEqual(said.filter((text) => !kept.includes(text)), []);
  }, coarse));
