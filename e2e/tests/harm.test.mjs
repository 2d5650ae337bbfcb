// What a careless or hostile file may do to a book, by a user's words, before and after a reload: recaps that hide, forged clocks,
// histories without end, what this version does not know, workbooks that unfold, twins, squatters. What a file asks to take away
// is in `consent.test.mjs`, a second copy that never answers in `taken_away.test.mjs`.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const t = step.WORDS.id;
const HARM = fileURLToPath(new URL('../../tests/fixtures/harm/', import.meta.url));
const main = (page) => page.getByRole('main');
const case_ = (name) => `${HARM}${name}`;
const isKept = (page) => page.getByRole('banner').getByText(/^(Tersimpan di perangkat ini|Belum dikirim: \d+ perubahan)$/).waitFor();
const see = (page, text) => main(page).getByText(text).first().waitFor();

let folder;
before(async () => (folder = await step.newFolder()));
after(() => folder.remove());

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const DAY_MS = 86_400_000;
/** When a stamp was made, milliseconds since 1970. */
const msOf = (stamp) => [...stamp.slice(0, 10)].reduce((ms, letter) => ms * 32 + LETTERS.indexOf(letter), 0);
function stamp(ms, device, count = 0) {
  let text = '';
  for (let rest = ms * 1024 + count, place = 0; place < 12; place += 1, rest = Math.floor(rest / 32)) text = LETTERS[rest % 32] + text;
  return `${text}${device}`;
}
const record = (id, kind, changes) => ({ id, kind, changes: changes.map(([at, seen, set]) => ({ at, seen, set })) });

/** Writes a file of these records. */
let number = 0;
function file(records, header = {}) {
  const counts = {};
  for (const { kind } of records) counts[kind] = (counts[kind] ?? 0) + 1;
  number += 1;
  const id = `019e7044-88c8-78c8-88c8-${String(number).padStart(12, '0')}`;
  const sorted = records.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return folder.put(`berkas-${number}.json`, step.textOf(step.fileOf(sorted, { id, counts, ...header })));
}

/** A group with so many members, as its pendamping wrote them. */
const MADE = Date.UTC(2026, 4, 20);
const idOf = (of) => `019e7044-88c8-7${String(of).padStart(3, '0')}-88c8-c8c8c8c8c8c8`;
const NAMES = ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam'].map((name) => `Contoh ${name}`);
const groupOf = (id, name = 'Contoh Asli') => [
  record(id, 'group', [[stamp(MADE, '000005'), [], { name, region: '64.72.02.1003' }]]),
  ...NAMES.map((name, place) => record(idOf(place + 1), 'member', [[stamp(MADE, '000005', place + 1), [], { group: id, name }]])),
];

/** Takes the open preview in, whatever it brings. */
async function take(page) {
  await main(page).getByRole('button', { name: /^(Gabungkan semua|Catat sebagai diterima)/ }).click();
  await step.seePage(page, t.groups);
}

async function openAndTake(page, path) {
  await step.openFile(page, path);
  await take(page);
}

/** Looks now, and after a reload. */
async function beforeAndAfter(page, look) {
  await look();
  await isKept(page);
  await page.reload();
  await isKept(page);
  await look();
}

async function households(page, count) {
  await step.go(page, 'summary');
  await step.eventually(() => step.bar(page, 'Samarinda', 'chartHouseholds'), String(count));
}

test('a recap of 2099 hides no member, whichever came first', () =>
  withBook({}, async ({ page, violations }) => {
    const group = '01a21a50-462f-7b0f-9f50-9d4a47d333ae';
    await openAndTake(page, await file(groupOf(group)));
    await openAndTake(page, case_('recap-of-2099-hides-six-members.json'));
    await beforeAndAfter(page, async () => {
      await households(page, 6);
      await step.openGroup(page, 'Contoh Asli');
      for (const name of NAMES) await see(page, name);
    });
    assert.deepEqual(violations, []);
  }));

for (const order of [[1, 2], [2, 1]]) {
  test(`of two recaps of one moment the one counted later counts (${order.join(' before ')})`, () =>
    withBook({}, async ({ page, violations }) => {
      for (const which of order) await openAndTake(page, case_(`recap-late-${which}.json`));
      await beforeAndAfter(page, () => households(page, 10));
      assert.deepEqual(violations, []);
    }));
}

test('a stamp of this very device in the year 9999 moves no clock, and what is sent carries none of its time on', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroupOf(page, { name: 'Contoh Asli' }, step.TEN.slice(0, 1));
    const own = JSON.parse(await readFile(await step.sendFile(page), 'utf8'));
    const member = own.records.find(({ kind }) => kind === 'member');
    const forged = stamp(Date.UTC(9999, 0, 1), own.from.device);
    const change = [forged, [member.changes.at(-1).at], { occupation: 'Petani' }];
    await openAndTake(page, await file([record(member.id, 'member', [change])], { from: { device: 'zzzzz0', name: 'Contoh Lain' } }));
    const names = [step.TEN[0].name, 'Contoh Sebelas', 'Contoh Dua Belas'];
    for (const place of [1, 2]) {
      await step.changeMember(page, 'Contoh Asli', names[place - 1], 'memberName', names[place]);
      await isKept(page);
      await page.reload();
      await isKept(page);
    }
    const sent = JSON.parse(await readFile(await step.sendFile(page), 'utf8'));
    const stamps = sent.records.flatMap(({ changes }) => changes.map(({ at }) => at)).filter((at) => at !== forged);
    const latest = Math.max(...stamps.map(msOf));
    assert.ok(latest < Date.now() + DAY_MS + 60_000, new Date(latest).toISOString());
    assert.notEqual(sent.from.device, own.from.device, 'whose mark was used elsewhere gets another');
    assert.deepEqual(violations, []);
  }));

test('histories that come to more than a file may hold are cut off before, and the own file is one that others read', () =>
  withBook({}, async ({ page, violations }) => {
    const chain = (from) =>
      Array.from({ length: 4096 }, (_, place) => {
        const at = (number) => stamp(MADE + number * 1000, '000007');
        return [at(from + place), place ? [at(from + place - 1)] : [], { note: `n${from + place}` }];
      });
    const [group, ...others] = groupOf(idOf(0));
    await openAndTake(page, await file([group, ...others]));
    for (const from of [0, 5_000, 10_000]) await openAndTake(page, await file([record(idOf(1), 'member', chain(from))]));
    await step.openFile(page, await file([record(idOf(1), 'member', chain(15_000))]));
    await see(page, /^1 catatan tidak digabungkan, karena perubahannya akan terlalu banyak untuk dikirim lagi/);
    await page.reload();
    await isKept(page);
    const path = await step.sendFile(page);
    await withBook({}, async ({ page }) => {
      await openAndTake(page, path);
      await step.openGroup(page, 'Contoh Asli');
      for (const name of NAMES) await see(page, name);
    });
    assert.deepEqual(violations, []);
  }));

test('what this version does not know is taken within a budget, and named beyond it', () =>
  withBook({}, async ({ page, violations }) => {
    const visit = record('audit-1', 'audit', [[stamp(MADE, '000007'), [], { a: 'x'.repeat(2_800_000) }]]);
    await step.openFile(page, await file([...groupOf(idOf(0)), visit]));
    await see(page, /^1 catatan tidak digabungkan, karena isinya terlalu banyak yang tidak dikenal versi ini; perbarui aplikasi/);
    await take(page);
    await beforeAndAfter(page, async () => {
      await households(page, 6);
      const size = (await step.stored(page)).reduce((sum, [, text]) => sum + text.length, 0);
      assert.ok(size < 100_000, `${size} units`);
    });
    assert.deepEqual(violations, []);
  }));

test('a small workbook that unfolds to gigabytes is refused in words, and the page goes on', () =>
  withBook({}, async ({ page, violations }) => {
    await openAndTake(page, await file(groupOf(idOf(0))));
    await step.go(page, 'files');
    const held = await step.storedRecords(page);
    for (const name of ['repeat-long.ods', 'shared-1mb-20000cells.xlsx']) {
      await step.chooseFile(page, case_(name));
      await main(page).getByRole('alert').getByText(/^Isi berkas ini terlalu besar bila dibuka\./).waitFor();
      assert.deepEqual(await step.storedRecords(page), held);
      await page.reload();
      await isKept(page);
    }
    await households(page, 6);
    assert.deepEqual(violations, []);
  }));

test('another content under a known time mark is named, and both are kept until somebody decides', () =>
  withBook({}, async ({ page, violations }) => {
    const [group, member] = ['01a21ab4-8105-7304-9efa-718896842a2f', '01a21ab4-86b4-746e-9792-eacd5a8a0714'];
    const set = { address: 'Jalan Asli', group, name: 'Contoh Satu', role: 'chair' };
    await openAndTake(page, await file([groupOf(group)[0], record(member, 'member', [['01m8db91s80hhnnbjk', [], set]])]));
    await step.openFile(page, case_('same-stamp-other-content.json'));
    await see(page, /^1 catatan punya dua isi dengan satu tanda waktu: berkasnya rusak atau dipalsukan.*Contoh Satu\.$/);
    await take(page);
    await beforeAndAfter(page, async () => {
      await page.evaluate(() => (location.hash = '#/conflicts'));
      await see(page, 'Jalan Asli');
      await see(page, 'Jalan Z palsu');
    });
    assert.deepEqual(violations, []);
  }));

test('who takes the id of a record under another kind keeps no honest file out, and a summary under a lesser id does not count', () =>
  withBook({}, async ({ page, violations }) => {
    const group = 'd2c5ac7c-4fc9-4ad0-9f32-1570d8abad1f';
    await openAndTake(page, case_('squats-a-group-id.json'));
    await isKept(page);
    await page.reload();
    await openAndTake(page, await file(groupOf(group, 'Contoh Rekan')));
    await beforeAndAfter(page, async () => {
      await step.openGroup(page, 'Contoh Rekan');
      for (const name of NAMES) await see(page, name);
    });
    await step.openFile(page, case_('squats-a-group-id.json'));
    await see(page, /^1 catatan tidak digabungkan, karena nomornya sudah dipakai catatan jenis lain/);
    await openAndTake(page, case_('recap-shadows-by-lower-id.json'));
    const shadowed = groupOf('ddfd3d65-a8f8-445c-ae7c-b638a7437df4', 'Contoh Bayangan').slice(0, 1);
    await openAndTake(page, await file([...shadowed, record(idOf(20), 'member', [[stamp(MADE, '000005'), [], { group: shadowed[0].id, name: 'Contoh Tujuh' }]])]));
    await beforeAndAfter(page, () => households(page, 7));
    assert.deepEqual(violations, []);
  }));
