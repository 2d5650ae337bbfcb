// What a person does with the book, step by step, and what can be read off the screen. Everything is found by role and
// name, in the words of the language at hand. Deliberately absent: style classes, and waiting for time to pass.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The words that the steps look for. */
export const WORDS = {
  id: {
    nav: 'Menu utama',
    back: 'Kembali',
    places: ['Ringkasan', 'KUBE', 'Kegiatan', 'Berkas', 'Lainnya'],
    summary: 'Ringkasan',
    groups: 'KUBE',
    events: 'Kegiatan',
    files: 'Berkas',
    more: 'Lainnya',
    summaryTitle: 'Ringkasan Kaltim',
    addGroup: 'Tambah KUBE',
    groupName: /^Nama KUBE/,
    business: 'Jenis usaha',
    sewing: 'Menjahit, konveksi',
    village: /^Kelurahan\/desa\/kampung/,
    programme: 'Program',
    pkp: 'PKP (Penanggulangan Kemiskinan Perkotaan)',
    year: 'Tahun anggaran',
    saveGroup: 'Simpan & isi anggota',
    newGroup: 'KUBE baru',
    editGroup: 'Ubah profil KUBE',
    toEditGroup: 'Ubah profil',
    newMember: 'Anggota baru',
    readMember: 'Anggota',
    editMember: 'Ubah anggota',
    markLeft: 'Tandai keluar',
    consentAll: 'Catat untuk semua',
    useAgain: 'Pakai lagi',
    newEvent: 'Kegiatan baru',
    eventName: /^Nama kegiatan/,
    memberName: /^Nama sesuai KTP/,
    nik: /^NIK/,
    sex: 'Jenis kelamin',
    male: 'Laki-laki',
    female: 'Perempuan',
    born: 'Tanggal lahir',
    role: 'Jabatan dalam KUBE',
    phone: 'No. HP/WA',
    moreFields: 'Isian lain',
    saveAndAdd: 'Simpan & tambah lagi',
    saveAndFinish: 'Simpan & selesai',
    save: 'Simpan',
    saved: (name) => `${name} disimpan.`,
    members: /^Anggota \d+$/,
    profile: 'Profil',
    history: 'Riwayat',
    addMember: 'Tambah anggota',
    sendGroup: 'Kirim KUBE ini',
    full: 'Lengkap',
    withoutPassphrase: 'Tanpa kata sandi',
    prepare: 'Siapkan berkas',
    download: 'Unduh',
    sentYes: 'Ya, sudah',
    choose: 'Pilih berkas',
    drop: 'atau seret berkas ke halaman ini',
    paste: 'Tempel teks berkas',
    pasteLabel: 'Teks berkas',
    pasteGo: 'Periksa teks',
    preview: 'Periksa berkas',
    takeIn: 'Gabungkan semua',
    takeInConflicts: 'Gabungkan semua; isian berbeda dipilih nanti',
    nothingNew: 'Tidak ada yang baru di berkas ini. Semua isinya sudah ada di buku ini.',
    standings: {
      conflict: 'Perlu dipilih',
      suspected: 'Diduga ganda',
      erased: 'Dihapus',
      changed: 'Berubah di keduanya',
      newerThere: 'Lebih baru di berkas',
      new: 'Baru',
      newerHere: 'Lebih baru di sini',
      same: 'Sama',
    },
    undo: 'Urungkan',
    cancel: 'Batal',
    close: 'Tutup',
    conflicts: 'Dua isian berbeda',
    conflictsTitle: 'Isian yang berbeda',
    writeAnother: 'Tulis isian lain',
    coverageTitle: 'Kelengkapan berkas',
    keepThis: 'Pakai yang ini',
    empty: 'Buku ini masih kosong',
    allocated: 'Alokasi PKP 2014',
    practice: 'Coba dengan data latihan',
    makeBook: 'Buat buku',
    enterPractice: 'Masuk mode latihan',
    leavePractice: 'Keluar dari latihan',
    chartGroups: 'KUBE per kabupaten/kota',
    chartHouseholds: 'KK per kabupaten/kota',
    table: 'Tabel',
    total: 'Jumlah',
    errors: 'Ada yang perlu diperbaiki',
    takeAway: /: hapus saringan ini$/,
    eraseGroup: 'Hapus KUBE ini',
    eraseMember: 'Hapus orang ini',
    eraseYes: 'Ya, hapus',
    clearAll: 'Hapus semua data di perangkat ini',
    clearTitle: 'Hapus semua',
    missing: 'Halaman tidak ada',
    storage: 'Penyimpanan',
    openStorage: 'Buka penyimpanan',
    sendOther: 'Kirim yang lain',
    sheetChoices: 'Wilayah, data pribadi, CSV',
    chooseFolder: 'Pilih folder',
    allowAgain: 'Izinkan lagi',
    stopFolder: 'Berhenti menulis',
    keepAsk: 'Minta agar tidak dihapus',
    wrongClocks: 'Jam perangkat tidak tepat',
  },
  en: {
    nav: 'Main menu',
    back: 'Back',
    places: ['Summary', 'KUBE', 'Events', 'Files', 'More'],
    summary: 'Summary',
    groups: 'KUBE',
    events: 'Events',
    files: 'Files',
    more: 'More',
    summaryTitle: 'Kaltim summary',
    addGroup: 'Add KUBE',
    groupName: /^Name of the KUBE/,
    business: 'Kind of business',
    sewing: 'Sewing',
    village: /^Village/,
    programme: 'Programme',
    pkp: 'PKP (urban poverty programme)',
    year: 'Budget year',
    saveGroup: 'Save & enter members',
    newGroup: 'New KUBE',
    editGroup: 'Edit KUBE profile',
    toEditGroup: 'Edit profile',
    newMember: 'New member',
    readMember: 'Member',
    editMember: 'Edit member',
    markLeft: 'Mark as left',
    consentAll: 'Record for all',
    useAgain: 'Use again',
    newEvent: 'New event',
    eventName: /^Name of the event/,
    memberName: /^Name as on the identity card/,
    nik: /^NIK/,
    sex: 'Sex',
    male: 'Male',
    female: 'Female',
    born: 'Date of birth',
    role: 'Role',
    phone: 'Mobile number',
    moreFields: 'More fields',
    saveAndAdd: 'Save & add another',
    saveAndFinish: 'Save & finish',
    save: 'Save',
    saved: (name) => `${name} saved.`,
    members: /^Members \d+$/,
    profile: 'Profile',
    history: 'History',
    addMember: 'Add member',
    sendGroup: 'Send this KUBE',
    full: 'Everything',
    withoutPassphrase: 'Without one',
    prepare: 'Prepare the file',
    download: 'Download',
    sentYes: 'Yes, sent',
    choose: 'Choose a file',
    drop: 'or drop files on this page',
    paste: "Paste the file's text",
    pasteLabel: 'Text of the file',
    pasteGo: 'Check the text',
    preview: 'Check the file',
    takeIn: 'Take everything in',
    takeInConflicts: 'Take all in; conflicts later',
    nothingNew: 'Nothing new in this file. All it holds is already in this book.',
    standings: {
      conflict: 'Conflict',
      suspected: 'Suspected duplicate',
      erased: 'Erased',
      changed: 'Changed in both',
      newerThere: 'Newer in the file',
      new: 'New',
      newerHere: 'Newer here',
      same: 'The same',
    },
    undo: 'Undo',
    cancel: 'Cancel',
    close: 'Close',
    conflicts: 'Two different values',
    conflictsTitle: 'Values in conflict',
    writeAnother: 'Write another value',
    coverageTitle: 'What has come in',
    keepThis: 'Use this one',
    empty: 'This book is still empty',
    allocated: 'Allocated by PKP in 2014',
    practice: 'Try it with practice data',
    makeBook: 'Keep a book',
    enterPractice: 'Enter practice mode',
    leavePractice: 'Leave practice',
    chartGroups: 'KUBE per city and regency',
    chartHouseholds: 'Households (KK) per city and regency',
    table: 'Table',
    total: 'Total',
    errors: 'Something needs correcting',
    takeAway: /: remove this filter$/,
    eraseGroup: 'Delete this KUBE',
    eraseMember: 'Delete this person',
    eraseYes: 'Yes, delete',
    clearAll: 'Delete all data on this device',
    clearTitle: 'Delete everything',
    missing: 'No such page',
    storage: 'Storage',
    openStorage: 'Open storage',
    sendOther: 'Send something else',
    sheetChoices: 'Area, personal data, CSV',
    chooseFolder: 'Choose a folder',
    allowAgain: 'Allow again',
    stopFolder: 'Stop writing',
    keepAsk: 'Ask it not to clear',
    wrongClocks: 'Wrong clocks',
  },
};

/** The words of the page's language. */
export async function words(page) {
  // Until the app stands, the page shows what it says while it opens, in the language of the file that is served.
  await page.getByRole('banner').first().waitFor();
  return WORDS[await page.locator('html').getAttribute('lang')];
}

/** An invented village, as the picker and the pages write it. */
export const SIDODADI = {
  typed: 'sidodadi',
  listed: 'Kel. Sidodadi, Kec. Samarinda Ulu, Kota Samarinda',
  written: 'Sidodadi, Samarinda Ulu, Samarinda',
};

/**
 * Ten invented persons. Their NIK are of Samarinda Ulu, and tell date of birth and sex: a woman's day is 40 more.
 * The serials begin with 9, as all invented ones do.
 */
export const TEN = [
  { name: 'Contoh Satu', nik: '6472034506909001', born: '05/06/1990', sex: 'female' },
  { name: 'Contoh Dua', nik: '6472031703859002', born: '17/03/1985', sex: 'male' },
  { name: 'Contoh Tiga', nik: '6472036902889003', born: '29/02/1988', sex: 'female' },
  { name: 'Contoh Empat', nik: '6472033112799004', born: '31/12/1979', sex: 'male' },
  { name: 'Contoh Lima', nik: '6472034101929005', born: '01/01/1992', sex: 'female' },
  { name: 'Contoh Enam', nik: '6472030911819006', born: '09/11/1981', sex: 'male' },
  { name: 'Contoh Tujuh', nik: '6472036408959007', born: '24/08/1995', sex: 'female' },
  { name: 'Contoh Delapan', nik: '6472031407779008', born: '14/07/1977', sex: 'male' },
  { name: 'Contoh Sembilan', nik: '6472037009839009', born: '30/09/1983', sex: 'female' },
  { name: 'Contoh Sepuluh', nik: '6472032210879010', born: '22/10/1987', sex: 'male' },
];

/** Reads until what is read is as expected; then, or after ten seconds, asserts it. */
export async function eventually(read, expected, message) {
  const until = Date.now() + 10_000;
  let found = await read();
  while (!isEqual(found, expected) && Date.now() < until) {
    // Asking without a pause would take the machine from what is waited for.
    await new Promise((next) => setTimeout(next, 20));
    found = await read();
  }
  assert.deepEqual(found, expected, message);
}

function isEqual(one, other) {
  try {
    assert.deepEqual(one, other);
    return true;
  } catch {
    return false;
  }
}

/** Waits for the page of this heading. */
export async function seePage(page, title) {
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
}

/** Goes to one of the five places: `summary`, `groups`, `events`, `files`, `more`. A form, which fills a phone, is left first. */
export async function go(page, place) {
  const t = await words(page);
  const link = page.getByRole('navigation', { name: t.nav }).getByRole('link', { name: t[place], exact: true });
  const back = page.getByRole('banner').getByRole('link', { name: t.back, exact: true });
  await link.or(back).filter({ visible: true }).first().waitFor();
  if (!(await link.isVisible())) await back.click();
  await link.click();
  await seePage(page, place === 'summary' ? t.summaryTitle : t[place]);
}

/** Picks a village by typing and tapping. */
export async function pickVillage(page, { typed, listed, written } = SIDODADI) {
  const t = await words(page);
  const box = page.getByRole('combobox', { name: t.village });
  await box.fill(typed);
  await page.getByRole('option', { name: listed, exact: true }).click();
  await eventually(() => box.inputValue(), written);
}

/** Fills in the form for a new group, and leaves it open. */
export async function fillGroup(page, { name, village = SIDODADI, year = '2014' }) {
  const t = await words(page);
  await page.getByRole('textbox', { name: t.groupName }).fill(name);
  await page.getByRole('combobox', { name: t.business, exact: true }).selectOption({ label: t.sewing });
  if (village) await pickVillage(page, village);
  await page.getByRole('combobox', { name: t.programme, exact: true }).selectOption({ label: t.pkp });
  await page.getByRole('textbox', { name: t.year, exact: true }).fill(year);
}

/** Adds a group, and ends on the form for its first member. */
export async function addGroup(page, group) {
  const t = await words(page);
  await go(page, 'groups');
  await page.getByRole('link', { name: t.addGroup, exact: true }).click();
  await seePage(page, t.newGroup);
  await fillGroup(page, group);
  await page.getByRole('button', { name: t.saveGroup, exact: true }).click();
  await seePage(page, t.newMember);
}

/** Fills in the form for a member, and leaves it open. */
export async function fillMember(page, { name, nik }) {
  const t = await words(page);
  await page.getByRole('textbox', { name: t.memberName }).fill(name);
  if (nik) await page.getByRole('textbox', { name: t.nik }).fill(nik);
}

/** Adds a member on the open form; `again` keeps the form open for the next. */
export async function addMember(page, member, { again = false } = {}) {
  const t = await words(page);
  await fillMember(page, member);
  await page.getByRole('button', { name: again ? t.saveAndAdd : t.saveAndFinish, exact: true }).click();
  // By the whole sentence: the name may stand in a warning of who is like it, too.
  await page.getByRole('status').getByText(t.saved(member.name), { exact: true }).waitFor();
}

/** Adds a group with members, and ends on its page. */
export async function addGroupOf(page, group, members) {
  await addGroup(page, group);
  for (const [place, member] of members.entries()) {
    await addMember(page, member, { again: place + 1 < members.length });
  }
  await seePage(page, group.name);
}

/** Closes the message at the foot of the screen. */
export async function closeMessage(page) {
  await page.getByRole('status').getByRole('button', { name: (await words(page)).close, exact: true }).click();
}

/** Opens the page of a group from the list. */
export async function openGroup(page, name) {
  await go(page, 'groups');
  await page.getByRole('main').getByRole('link', { name }).click();
  await seePage(page, name);
}

/** A NIK as a form writes it. */
export const written = (nik) => nik.match(/.{4}/g).join(' ');

/** Opens the form of a member from the group's page. */
export async function readMember(page, name) {
  const t = await words(page);
  // A row of a list, or of a table where there is room for one.
  const row = page.getByRole('main').getByRole('link').filter({ hasText: name });
  // As whoever has a message over it does.
  await row.evaluate((it) => it.scrollIntoView({ block: 'center' }));
  await row.click();
  await seePage(page, t.readMember);
}

/** Opens the form of a member. */
export async function openMember(page, name) {
  const t = await words(page);
  await readMember(page, name);
  await page.getByRole('link', { name: t.editMember, exact: true }).click();
  await seePage(page, t.editMember);
}

/** Saves the form of a member, and goes back to the group's page. */
export async function saveMember(page, group) {
  const t = await words(page);
  await page.getByRole('button', { name: t.save, exact: true }).click();
  await seePage(page, t.readMember);
  await page.getByRole('link', { name: t.back, exact: true }).click();
  await seePage(page, group);
}

/** Changes one field of a member, from the group's page and back to it. */
export async function changeMember(page, group, name, field, text) {
  const t = await words(page);
  await openGroup(page, group);
  await openMember(page, name);
  await page.getByRole('textbox', { name: t[field] }).fill(text);
  await saveMember(page, group);
}

/** Goes to the page of Lainnya that says where the data is, and what can be brought back. */
export async function goStorage(page) {
  const t = await words(page);
  await go(page, 'more');
  await page.getByRole('main').getByRole('link', { name: t.openStorage, exact: true }).click();
  await seePage(page, t.storage);
}

/** Opens, on Berkas, all that can be sent: it is behind one line once there is somebody to send the same again. */
export async function sendOther(page) {
  const t = await words(page);
  const line = page.getByText(t.sendOther, { exact: true });
  const kind = page.getByRole('radio', { name: t.full, exact: true });
  await line.or(kind).filter({ visible: true }).first().waitFor();
  if (!(await kind.isVisible())) await line.click();
  await kind.waitFor();
}

/** Chooses, on Berkas, a file with everything that anybody can open. */
export async function chooseOpenFile(page) {
  const t = await words(page);
  await sendOther(page);
  await page.getByRole('radio', { name: t.full, exact: true }).check();
  await page.getByRole('radio', { name: t.withoutPassphrase, exact: true }).check();
}

/** Downloads the file with everything, not locked, says that it was sent, and answers where it is. */
export async function sendFile(page) {
  const t = await words(page);
  await go(page, 'files');
  await chooseOpenFile(page);
  await page.getByRole('button', { name: t.prepare, exact: true }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: t.download, exact: true }).click(),
  ]);
  // A download lies on this device still: that it was sent is what the person says.
  await page.getByRole('button', { name: t.sentYes, exact: true }).click();
  return file.path();
}

/** Chooses a file in the picker; what comes of it is the test's to look at. */
export async function chooseFile(page, path) {
  await go(page, 'files');
  await pickFile(page, path);
}

/** The same where the page is on Berkas already. */
export async function pickFile(page, path) {
  const t = await words(page);
  const [picker] = await Promise.all([page.waitForEvent('filechooser'), page.getByText(t.choose, { exact: true }).click()]);
  await picker.setFiles(path);
}

/** Opens a file that is good, and ends on its preview. */
export async function openFile(page, path) {
  await chooseFile(page, path);
  await seePage(page, (await words(page)).preview);
}

/** Takes in the file on the preview. */
export async function takeIn(page, { conflicts = false } = {}) {
  const t = await words(page);
  await page.getByRole('button', { name: conflicts ? t.takeInConflicts : t.takeIn, exact: true }).click();
  await seePage(page, t.groups);
}

/** How many groups of the files on the preview stand how; those of which there is none are not there. */
export async function previewCounts(page) {
  const { standings } = await words(page);
  const counts = {};
  for (const [key, word] of Object.entries(standings)) {
    const chip = page.getByRole('button', { name: new RegExp(`^${word} [\\d.,]+$`) });
    if (await chip.count()) counts[key] = Number((await chip.innerText()).replace(/\D/g, ''));
  }
  return counts;
}

/** A chart of the summary: `chartGroups` or `chartHouseholds`. */
export async function chart(page, name) {
  return page.getByRole('figure', { name: (await words(page))[name], exact: true });
}

/** From an empty book into practice. What the first page offers stands at its top and at its end. */
export async function practise(page) {
  const { practice, leavePractice } = await words(page);
  await page.getByRole('main').getByRole('button', { name: practice, exact: true }).first().click();
  // The summary has its title in either book: whoever goes on before the change is called back by it.
  await page.getByRole('button', { name: leavePractice, exact: true }).first().waitFor();
}

/** What the first page says was allocated to a city, such as "20 KUBE 200 KK". */
export async function allocated(page, city) {
  const bars = page.getByRole('figure', { name: (await words(page)).allocated, exact: true }).getByRole('listitem');
  return (await bars.filter({ hasText: city }).innerText()).replace(/\s+/g, ' ').trim().slice(city.length).trim();
}

/** What stands at a city's bar, such as "1 dari 20". */
export async function bar(page, city, name = 'chartGroups') {
  const link = (await chart(page, name)).getByRole('link', { name: new RegExp(`^${city} `) });
  return (await link.innerText()).replace(/\s+/g, ' ').trim().slice(city.length).trim();
}

/** The table of a chart: rows of texts. */
export async function chartTable(page, name) {
  const figure = await chart(page, name);
  const table = figure.getByRole('table');
  if (!(await table.isVisible())) await figure.getByText((await words(page)).table, { exact: true }).click();
  await table.waitFor();
  const rows = await table.getByRole('row').all();
  return Promise.all(
    rows.map(async (row) => {
      const cells = await row.locator('th, td').allInnerTexts();
      return cells.map((cell) => cell.trim());
    }),
  );
}

/** What stands in localStorage under keys that begin so, sorted; without what the first screen said, which no record depends on. */
export function stored(page, prefix = 'buku-kube/book/') {
  return page.evaluate(
    (prefix) => Object.entries({ ...localStorage }).filter(([key]) => key.startsWith(prefix) && !key.endsWith('/glance')).sort(),
    prefix,
  );
}

/** What the stored texts say, packed ones unpacked: by any deflate that is given the dictionary. */
export async function said(page, prefix) {
  return JSON.stringify((await stored(page, prefix)).map(([key, text]) => [key, unpacked(text)]));
}

/** The records that a book holds, as its texts in localStorage say. */
export async function recordsIn(page, prefix = 'buku-kube/book/') {
  const texts = (await stored(page, prefix)).filter(([key]) => /^buku-kube\/[a-z]+\/(group\/|own\/|rest$)/.test(key));
  return texts.flatMap(([, text]) => JSON.parse(unpacked(text)));
}

const DICTIONARY = readFileSync(new URL('../src/storage/dictionary.txt', import.meta.url));

function unpacked(text) {
  const [, head, body] = /^kube [23] [0-9a-f]{8} ([\d,;a-f]+)\n(.*)$/s.exec(text) ?? [];
  if (body === undefined) return text;
  if (!head.includes(',')) return inflated(body, head);
  let from = 0;
  const parts = head.split(';').map((part) => {
    const [length, units] = part.split(',');
    return inflated(body.slice(from, (from += Number(units))), length);
  });
  return `[${parts.join(',')}]`;
}

/** One packed body of so many bytes. */
function inflated(body, length) {
  const bytes = [];
  let held = 0;
  let count = 0;
  for (const unit of body) {
    held |= (unit.codePointAt(0) - 0x3400) << count;
    for (count += 15; count >= 8; count -= 8, held >>= 8) bytes.push(held & 255);
  }
  const json = inflateRawSync(Buffer.from([...bytes, held]), { dictionary: DICTIONARY });
  assert.equal(json.length, Number(length));
  return json.toString();
}

/** The records that are stored: what a file or an undo may change. */
export async function storedRecords(page) {
  const all = await stored(page);
  return all.filter(([key]) => /^buku-kube\/book\/(group\/|own\/|rest$|aside\/)/.test(key));
}

/** A folder for the files of a test. Whoever makes it removes it. */
export async function newFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'buku-kube-files-'));
  return {
    put: async (name, content) => {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
    path: (name) => join(folder, name),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

const GROUP_ID = '01466953-ca43-7809-aa23-4cbafa33d742';
const MEMBER_ID = '01466954-8d7c-79a2-a5ba-2921712641cd';

/** The records of an invented group with one member; `group` and `member` are put over their fields. */
export function someRecords({ group = {}, member = {} } = {}) {
  const record = (id, kind, at, set) => ({ id, kind, changes: [{ at, seen: [], set: sorted(set) }] });
  return [
    record(GROUP_ID, 'group', '018smn7jj300ndwn04', {
      business: 'drinks',
      name: 'Contoh Mawar',
      region: '64.72.02.1003',
      ...group,
    }),
    record(MEMBER_ID, 'member', '018smn93bw00ndwn04', {
      birth_date: '1981-05-07',
      group: GROUP_ID,
      name: 'Contoh Satu',
      role: 'chair',
      sex: 'female',
      ...member,
    }),
  ];
}

/** A file with these records, as the app writes it; `header` is put over its own. */
export function fileOf(records, header = {}) {
  const sum = createHash('sha256');
  for (const record of records) sum.update(`${JSON.stringify(record)}\n`);
  return {
    format: 'buku-kube',
    version: 1,
    kind: 'full',
    id: '019e7044-88c8-78c8-88c8-c8c8c8c8c8c8',
    created: '2026-05-28T20:26:40Z',
    app: '0.1.0',
    from: { device: '000007', name: 'Contoh Pendamping' },
    counts: { group: 1, member: 1 },
    checksum: `sha256-${sum.digest('hex')}`,
    records,
    ...header,
  };
}

/** The text of such a file. */
export function textOf(file) {
  return `${JSON.stringify(file, undefined, 1)}\n`;
}

function sorted(fields) {
  return Object.fromEntries(Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Lets the crate write a file of invented data; needs cargo. */
export async function sampleFile({ groups, members, seed, out }) {
  const numbers = Object.entries({ groups, members, seed }).flatMap(([flag, number]) => [`--${flag}`, String(number)]);
  const args = ['xtask', 'sample', ...numbers, '--out', out];
  await promisify(execFile)(process.env.CARGO ?? 'cargo', args, { cwd: ROOT, maxBuffer: 1 << 26 });
  return out;
}
