// What a file may take away is asked for by itself: unticked at first, restorable after a reload; whose receipts count; and
// every change can be seen before it is taken.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const main = (page) => page.getByRole('main');
const press = (within, name) => within.getByRole('button', { name, exact: true }).click();
const see = (page, text) => main(page).getByText(text, { exact: typeof text === 'string' }).first().waitFor();

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
/** A stamp of a device at a time, milliseconds since 1970. */
function stamp(ms, device) {
  let [text, rest] = ['', ms];
  for (let place = 0; place < 10; place += 1) {
    text = LETTERS[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return `${text}00${device}`;
}

const NOW = Date.UTC(2026, 4, 20);
const [OWN, STRANGER] = ['000005', 'zzzzz0'];
const idOf = (number) => `019e7044-88c8-7${String(number).padStart(3, '0')}-88c8-c8c8c8c8c8c8`;
const [GROUP, NAMES] = ['Contoh Asli', ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam'].map((name) => `Contoh ${name}`)];
const KEPT = idOf(1);
const record = (id, kind, ...changes) => ({ id, kind, changes });
const set = (ms, device, seen, fields) => ({ at: stamp(ms, device), seen, set: fields });

/** The KUBE as its pendamping wrote it: itself and six members. */
const FIRST = stamp(NOW, OWN);
const GROUP_RECORD = record(idOf(0), 'group', set(NOW, OWN, [], { name: GROUP, region: '64.72.02.1003' }));
const MEMBERS = NAMES.map((name, place) =>
  record(idOf(place + 1), 'member', set(NOW, OWN, [], { address: `Jalan ${place}`, group: idOf(0), name })),
);
const BOOK = [GROUP_RECORD, ...MEMBERS];

/** The id of what is decided about two records, as `Id::of_pair` makes it; the lesser comes first. */
function ofPair(one, other) {
  const bytes = (id) => Buffer.from(id.replaceAll('-', ''), 'hex');
  const sum = createHash('sha256').update('pair').update(bytes(one)).update(bytes(other)).digest().subarray(0, 16);
  sum[6] = (sum[6] & 0x0f) | 0x80;
  sum[8] = (sum[8] & 0x3f) | 0x80;
  return sum.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A file of somebody else's. */
function fileOf(records, { id = 900, created = '2026-05-28T20:26:40Z' } = {}) {
  const file = { kind: 'group', id: idOf(id), created, from: { device: STRANGER, name: 'Contoh Lain' } };
  const counts = {};
  for (const { kind } of records) counts[kind] = (counts[kind] ?? 0) + 1;
  return step.textOf(step.fileOf(records.toSorted((one, other) => (one.id < other.id ? -1 : 1)), { ...file, counts }));
}

const LATER = NOW + 3_600_000;
const erased = ({ id, kind }) =>
  record(id, kind, { at: stamp(LATER, STRANGER), seen: [FIRST], erase: true, ...(kind === 'member' && { set: { group: idOf(0) } }) });
const added = (base, fields) => record(base.id, base.kind, ...base.changes, set(LATER, STRANGER, [FIRST], fields));

/** Opens the book that has the KUBE, and goes on. */
const withMembers = (use) =>
  withBook({}, async (book) => {
    const folder = await step.newFolder();
    try {
      const open = async (text) => step.openFile(book.page, await folder.put('berkas.txt', text));
      await open(step.textOf(step.fileOf(BOOK, { from: { device: OWN, name: 'Contoh Pendamping' }, counts: { group: 1, member: 6 } })));
      await step.takeIn(book.page);
      await use({ ...book, open });
      assert.deepEqual(book.violations, []);
    } finally {
      await folder.remove();
    }
  });

const tick = (page, name) => main(page).getByRole('checkbox', { name: new RegExp(`^${name}`) });
const isKept = (page) => page.getByRole('banner').getByText(/^(Tersimpan di perangkat ini|Belum dikirim: \d+ perubahan)$/).waitFor();

/** The group's page names these members. */
async function hasMembers(page, names) {
  await step.openGroup(page, GROUP);
  for (const name of names) await see(page, name);
  await step.eventually(async () => (await main(page).getByRole('link', { name: /^Contoh / }).count()), names.length);
}

test('a file that erases everything erases nothing by "Gabungkan semua"; one that is ticked is in Terhapus, and comes back', () =>
  withMembers(async ({ page, open }) => {
    await open(fileOf(BOOK.map(erased)));
    await see(page, 'Berkas ini minta menghapus 7 catatan');
    await see(page, /^Diminta oleh Contoh Lain \(zzzzz0\), \d+ Mei 2026$/);
    for (const name of [GROUP, ...NAMES]) assert.equal(await tick(page, name).isChecked(), false, name);
    await see(page, '7 catatan yang tidak dicentang tetap ada');
    await press(page, 'Gabungkan semua');
    await step.seePage(page, 'KUBE');
    await hasMembers(page, NAMES);
    await isKept(page);
    await page.reload();
    await hasMembers(page, NAMES);

    // The same file asks again, and one is let go.
    await open(fileOf(BOOK.map(erased)));
    await tick(page, NAMES[2]).check();
    await see(page, '1 dari 7 dicentang');
    await see(page, /Dihapus 1/);
    await press(page, 'Gabungkan semua');
    await step.seePage(page, 'KUBE');
    const others = NAMES.filter((name) => name !== NAMES[2]);
    await hasMembers(page, others);
    await isKept(page);
    await page.reload();
    await hasMembers(page, others);

    await step.goStorage(page);
    await main(page).getByRole('link', { name: 'Buka daftar terhapus', exact: true }).click();
    await step.seePage(page, 'Terhapus');
    await see(page, GROUP);
    await see(page, /lewat berkas dari Contoh Lain \(zzzzz0\)$/);
    await see(page, NAMES[2]);
    await press(page, 'Kembalikan');
    await see(page, 'Tidak ada data yang dihapus lewat berkas.');
    await isKept(page);
    await page.reload();
    await step.seePage(page, 'Terhapus');
    await hasMembers(page, NAMES);
    await step.openMember(page, NAMES[2]);
    await step.eventually(() => main(page).getByRole('textbox', { name: 'Alamat' }).inputValue(), 'Jalan 2');
  }));

test('a whole KUBE comes back with its members; undoing the file empties Terhapus, deleting for good does too', () =>
  withMembers(async ({ page, open }) => {
    await open(fileOf(BOOK.map(erased)));
    await press(page, 'Centang semua');
    await see(page, '7 dari 7 dicentang');
    await press(page, 'Gabungkan semua');
    await see(page, /^Di sini tampil KUBE/);
    await page.getByRole('status').getByRole('button', { name: 'Urungkan', exact: true }).click();
    await see(page, GROUP);
    await page.goto(page.url().replace(/#.*/, '#/erased'));
    await see(page, 'Tidak ada data yang dihapus lewat berkas.');

    await open(fileOf(BOOK.map(erased)));
    await press(page, 'Centang semua');
    await press(page, 'Gabungkan semua');
    await see(page, /^Di sini tampil KUBE/);
    await isKept(page);
    await page.reload();
    await page.goto(page.url().replace(/#.*/, '#/erased'));
    await step.seePage(page, 'Terhapus');
    await press(page, 'Kembalikan KUBE dan 6 anggota');
    await hasMembers(page, NAMES);
    await isKept(page);
    await page.reload();
    await hasMembers(page, NAMES);
  }));

test('who is said to be the same as another stays, unless it is ticked; without a ruling nobody is hidden at all', () =>
  withMembers(async ({ page, open }) => {
    const said = MEMBERS.slice(1).map((member) => added(member, { same_as: KEPT }));
    await open(fileOf(said, { id: 901 }));
    assert.equal(await main(page).getByText(/tidak lagi dihitung/).count(), 0);
    await press(page, 'Gabungkan semua');
    await step.seePage(page, 'KUBE');
    await hasMembers(page, NAMES);

    // With the rulings of a stranger it is asked for.
    const rulings = MEMBERS.slice(1).map(({ id }) =>
      record(ofPair(KEPT, id), 'ruling', set(LATER, STRANGER, [], { one: KEPT, other: id, verdict: 'same' })),
    );
    await open(fileOf([...said, ...rulings], { id: 902 }));
    await see(page, 'Berkas ini minta agar 5 catatan tidak lagi dihitung');
    await see(page, 'Contoh Dua digabung ke Contoh Satu; Contoh Dua tidak lagi dihitung.');
    await press(page, 'Gabungkan semua');
    await step.seePage(page, 'KUBE');
    await hasMembers(page, NAMES);
    await isKept(page);
    await page.reload();
    await hasMembers(page, NAMES);
    await open(fileOf([...said, ...rulings], { id: 902 }));
    await tick(page, NAMES[1]).check();
    await see(page, '1 dari 5 dicentang');
    await press(page, 'Gabungkan semua');
    await step.seePage(page, 'KUBE');
    await hasMembers(page, NAMES.filter((name) => name !== NAMES[1]));
  }));

test('a receipt counts as come only for a file taken in here; what others tell of is shown as told', () =>
  withMembers(async ({ page, open }) => {
    const receipt = record(idOf(950), 'receipt', { ...set(Date.UTC(2199, 0, 1), '000009', [], { kind: 'full', name: 'Contoh Palsu' }), at: stamp(Date.UTC(2199, 0, 1), '000009') });
    await open(fileOf([receipt], { id: 903 }));
    await press(page, 'Gabungkan semua');
    const check = async () => {
      await step.go(page, 'files');
      const list = page.getByRole('region', { name: 'Terkirim dan diterima', exact: true });
      // Behind one line: it is none of those that came.
      await list.getByText('Belum diterima, hanya disebut berkas lain', { exact: true }).click();
      await list.getByText('Contoh Palsu (000009), menurut berkas Contoh Lain', { exact: true }).waitFor();
      assert.equal(await list.getByText('Dari Contoh Palsu', { exact: true }).count(), 0);
      await list.getByText('Dari Contoh Lain', { exact: true }).first().waitFor();
      await list.getByRole('link', { name: 'Siapa yang sudah mengirim', exact: true }).click();
      await step.seePage(page, 'Kelengkapan berkas');
      const senders = page.getByRole('region', { name: 'Per pengirim', exact: true });
      assert.equal(await senders.getByRole('row').count(), 3, 'the head, and two who have sent');
      await senders.getByText('Contoh Palsu (000009), menurut berkas Contoh Lain', { exact: true }).waitFor();
      await step.go(page, 'summary');
      await see(page, /berkas dari 2 pengirim, terakhir 28 Mei 2026/);
    };
    await check();
    await isKept(page);
    await page.reload();
    await check();
  }));

test('a file that renames all members shows every change before it is taken', () =>
  withBook({}, async ({ page, violations }) => {
    const folder = await step.newFolder();
    try {
      const many = Array.from({ length: 12 }, (_, place) =>
        record(idOf(place + 1), 'member', set(NOW, OWN, [], { group: idOf(0), name: `Contoh Lama ${place + 1}` })),
      );
      const open = async (text) => step.openFile(page, await folder.put('berkas.txt', text));
      await open(fileOf([GROUP_RECORD, ...many], { id: 910 }));
      await step.takeIn(page);
      await open(fileOf(many.map((member, place) => added(member, { name: `Contoh Baru ${place + 1}` })), { id: 911 }));
      await see(page, 'Contoh Baru 1');
      const last = main(page).locator('ins', { hasText: /^Contoh Baru 12$/ });
      assert.equal(await last.isVisible(), false);
      await main(page).getByText('dan 7 lagi', { exact: true }).click();
      await last.waitFor();
      for (let place = 1; place <= 12; place += 1) await main(page).locator('ins', { hasText: new RegExp(`^Contoh Baru ${place}$`) }).waitFor();
      assert.deepEqual(violations, []);
    } finally {
      await folder.remove();
    }
  }));

test('the name of a file cannot turn the writing', () =>
  withBook({}, async ({ page, violations }) => {
    const folder = await step.newFolder();
    try {
      const name = 'lap\u202enosj.txt';
      const paths = [await folder.put(name, fileOf(BOOK)), await folder.put('dua.txt', fileOf([GROUP_RECORD], { id: 904 }))];
      await step.go(page, 'files');
      const [picker] = await Promise.all([page.waitForEvent('filechooser'), page.getByText('Pilih berkas', { exact: true }).click()]);
      await picker.setFiles(paths);
      await see(page, 'lapnosj.txt');
      assert.equal(await main(page).getByText(/\u202e/).count(), 0);
      assert.deepEqual(violations, []);
    } finally {
      await folder.remove();
    }
  }));
