// Files that are no good, and names that mean harm: each is refused in one plain sentence or shown as the text it is, and
// the book stays what it was. And files that merely look odd, which are good.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile, truncate } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { withBook } from '../harness.mjs';
import * as step from '../steps.mjs';
import { fileOf, someRecords, textOf } from '../steps.mjs';

const MEGABYTE = 1024 * 1024;
const good = () => textOf(fileOf(someRecords()));

/** What is wrong, the file, and the sentence in both languages. */
const BAD = [
  {
    what: 'an empty file',
    name: 'kosong.json',
    content: '',
    id: 'Berkas ini kosong. Minta pengirim mengirim ulang.',
    en: 'This file is empty. Ask the sender to send it again.',
  },
  {
    what: 'a text that is no JSON',
    name: 'pesan.txt',
    content: 'Selamat pagi, ini daftar anggota KUBE.\n',
    id: 'Ini teks biasa, bukan berkas Buku KUBE. Pilih berkas yang namanya dimulai dengan KUBE.',
    en: 'This is plain text, not a Buku KUBE file. Choose one whose name begins with KUBE.',
  },
  {
    what: 'a picture',
    name: 'foto.png',
    content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0xff, 0xfe, 1]),
    id: 'Ini gambar, bukan berkas Buku KUBE. Pilih berkas KUBE; bila isinya daftar, minta sebagai Excel atau CSV.',
    en: 'This is a picture, not a Buku KUBE file. Choose a KUBE file; if it shows a list, ask for it as Excel or CSV.',
  },
  {
    what: 'a PDF',
    name: 'kube-64-full.txt',
    content: '%PDF-1.7\n1 0 obj\n',
    id: 'Ini PDF, bukan berkas Buku KUBE. Pilih berkas KUBE; bila isinya daftar, minta sebagai Excel atau CSV.',
    en: 'This is a PDF, not a Buku KUBE file. Choose a KUBE file; if it holds a list, ask for it as Excel or CSV.',
  },
  {
    what: 'a document of Word',
    name: 'kube-64-full.json',
    content: Buffer.from('PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\xff\xfe[Content_Types].xmlword/document.xml', 'latin1'),
    id: 'Ini dokumen Word atau sejenisnya, bukan berkas Buku KUBE. Pilih berkas yang namanya dimulai dengan KUBE.',
    en: 'This is a document of Word or the like, not a Buku KUBE file. Choose one whose name begins with KUBE.',
  },
  {
    what: 'a page of the web in place of a download',
    name: 'kube-64-full.json',
    content: '<!DOCTYPE html>\n<title>Masuk</title>\n',
    id: 'Ini halaman web, bukan berkas Buku KUBE. Mungkin unduhannya gagal; minta pengirim mengirim ulang berkasnya.',
    en: 'This is a web page, not a Buku KUBE file. The download may have failed; ask the sender to send the file again.',
  },
  {
    what: 'JSON of something else',
    name: 'tempat.geojson',
    content: JSON.stringify({ type: 'FeatureCollection', features: [] }),
    id: 'Berkas ini berisi data lain, bukan Buku KUBE. Pilih berkas yang namanya dimulai dengan KUBE.',
    en: 'This file holds other data, not a Buku KUBE. Choose one whose name begins with KUBE.',
  },
  {
    what: 'a file of a newer version',
    name: 'kube-64-full.json',
    content: textOf(fileOf(someRecords(), { version: 2 })),
    id: 'Berkas ini dibuat Buku KUBE versi lebih baru. Muat ulang halaman ini saat ada jaringan, lalu buka lagi.',
    en: 'This file was made by a newer Buku KUBE. Reload this page when there is a network, then open it again.',
  },
  {
    what: 'a file whose contents were changed on the way',
    name: 'kube-64-full.json',
    content: good().replace('Contoh Satu', 'Contoh Dua'),
    id: 'Isi berkas ini berubah sejak dikirim. Minta pengirim mengirim ulang.',
    en: "This file's contents have changed since it was sent. Ask the sender to send it again.",
  },
  {
    what: 'a file that stops in the middle',
    name: 'kube-64-full.json',
    content: good().slice(0, -200),
    id: 'Berkas ini terpotong di tengah. Minta pengirim mengirim ulang seluruhnya.',
    en: 'This file stops in the middle. Ask the sender to send all of it again.',
  },
  {
    what: 'a file of 500 MB',
    name: 'kube-64-full.json',
    bytes: 500 * MEGABYTE,
    id: 'Berkas ini terlalu besar (lebih dari 448 MB) untuk berkas Buku KUBE. Pilih berkas lain.',
    en: 'This file is too large (over 448 MB) for a Buku KUBE file. Choose another file.',
  },
  {
    what: 'brackets in brackets, ten thousand deep',
    name: 'kube-64-full.json',
    content: '['.repeat(10_000) + ']'.repeat(10_000),
    id: 'Susunan berkas ini tidak wajar dan tidak dibaca. Minta berkas baru dari pengirim.',
    en: 'This file is built in an abnormal way and is not read. Ask the sender for a new one.',
  },
  {
    what: 'a value of another type',
    name: 'kube-64-full.json',
    content: textOf(fileOf(someRecords({ group: { name: 42 } }))),
    id: 'Catatan ke-1, isian Nama KUBE: Format isian ini tidak dikenal. Berkas tidak digabungkan; minta pengirim memperbaikinya.',
    en: 'Record 1, Name of the KUBE: This value is of an unknown form. The file was not taken in; ask the sender to correct it.',
  },
  {
    what: 'records that are no list',
    name: 'kube-64-full.json',
    content: textOf(fileOf([], { records: 'semua' })),
    id: 'Bagian awal berkas ini rusak. Minta pengirim mengirim ulang.',
    en: 'The first part of this file is damaged. Ask the sender to send it again.',
  },
  {
    what: 'a birthday on 31 February',
    name: 'kube-64-full.json',
    content: textOf(fileOf(someRecords({ member: { birth_date: '1990-02-31' } }))),
    id: 'Catatan ke-2 ("Contoh Satu"), isian Tanggal lahir: Tanggal ini tidak ada di kalender. Periksa tanggal dan bulannya. Berkas tidak digabungkan; minta pengirim memperbaikinya.',
    en: 'Record 2 ("Contoh Satu"), Date of birth: There is no such day. Check the day and the month. The file was not taken in; ask the sender to correct it.',
  },
];

let folder;
before(async () => {
  folder = await step.newFolder();
  for (const [place, bad] of BAD.entries()) {
    bad.path = await folder.put(`${place}-${bad.name}`, bad.content ?? '');
    // Sparse: 200 MB of nothing take no room on the disk.
    if (bad.bytes) await truncate(bad.path, bad.bytes);
  }
});
after(() => folder.remove());

for (const lang of ['id', 'en']) {
  test(`a file that is no good is refused in one plain sentence, and the book is unchanged (${lang})`, (t) =>
    withBook({ lang }, async ({ page, violations }) => {
      await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
      await step.go(page, 'files');
      const before = await step.stored(page);
      for (const bad of BAD) {
        await t.test(bad.what, async () => {
          // Another page in between, so that the sentence cannot be the one of the file before.
          await step.go(page, 'summary');
          await step.chooseFile(page, bad.path);
          const alert = page.getByRole('region', { name: lang === 'id' ? 'Buka' : 'Open', exact: true }).getByRole('alert');
          await alert.getByRole('paragraph').waitFor();
          assert.equal((await alert.innerText()).trim(), bad[lang]);
          await step.seePage(page, step.WORDS[lang].files);
          assert.deepEqual(await step.stored(page), before);
        });
      }
      assert.deepEqual(violations, []);
    }));
}

/** The worker finds a device with two gigabytes of memory. */
const onSmallDevice = (context) =>
  context.route('**/import_worker-*.js', async (route) => {
    const answer = await route.fetch();
    const says = `Object.defineProperty(navigator, 'deviceMemory', { value: 2 });\n${await answer.text()}`;
    await route.fulfill({ response: answer, body: says });
  });

for (const [lang, sentence] of [
  ['id', 'Berkas ini terlalu besar (lebih dari 96 MB) untuk memori perangkat ini. Buka di komputer.'],
  ['en', "This file is too large (over 96 MB) for this device's memory. Open it on a computer."],
]) {
  test(`a phone of little memory says that a file is too large for it, and where to open it (${lang})`, () =>
    withBook({ lang, prepare: onSmallDevice, options: { serviceWorkers: 'block' } }, async ({ page }) => {
      const path = await folder.put('kube-64-full.json', '{');
      await truncate(path, 100 * MEGABYTE);
      await step.chooseFile(page, path);
      await seeRefused(page, lang, sentence, '100 MB');
    }));
}

const FOLDER = new URL('../../tests/fixtures/bad/', import.meta.url);

/** Every file of the folder, bad or merely strange, and what is read of it. */
const KEPT = readFileSync(new URL('sentences.tsv', FOLDER), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t'))
  .map(([name, id, en]) => ({ name, id, en, path: fileURLToPath(new URL(encodeURIComponent(name), FOLDER)) }));

/** The passphrase of locked files that open, and a file that is told as what is in each. */
const PASSPHRASE = 'kopi pagi hangat';
const INSIDE = {
  'locked-around-a-message.json': KEPT.find(({ name }) => name === 'message.txt'),
  'locked-around-a-locked-file.json': KEPT.find(({ name }) => name === 'gzip-of-a-locked-file.gz'),
  'locked-around-a-picture.json': KEPT.find(({ name }) => name === 'picture.png'),
};

const SEEN = {
  id: { open: 'Buka', list: 'Impor dari tabel', passphrase: 'Kata sandi', unlock: 'Buka kunci' },
  en: { open: 'Open', list: 'Take in a table', passphrase: 'Passphrase', unlock: 'Unlock' },
};

async function seeRefused(page, lang, sentence, what) {
  const alert = page.getByRole('region', { name: SEEN[lang].open, exact: true }).getByRole('alert');
  await alert.getByRole('paragraph').waitFor();
  assert.equal((await alert.innerText()).trim(), sentence, what);
}

/** Chooses a file of the folder, and holds what comes of it. */
async function chooseKept(page, lang, file) {
  const t = SEEN[lang];
  // Another page in between, so that the sentence cannot be the one of the file before.
  await step.go(page, 'summary');
  await step.chooseFile(page, file.path);
  if (file[lang] === 'good') {
    await step.seePage(page, step.WORDS[lang].preview);
  } else if (file[lang] === 'list') {
    await step.seePage(page, t.list);
  } else if (file[lang] === 'asked') {
    await page.getByRole('textbox', { name: t.passphrase, exact: true }).fill(PASSPHRASE);
    await page.getByRole('button', { name: t.unlock, exact: true }).click();
    await seeRefused(page, lang, INSIDE[file.name][lang], file.name);
  } else {
    await seeRefused(page, lang, file[lang], file.name);
  }
}

// One language each: the words are held natively in both. The first ten are chosen in both.
for (const [odd, lang] of ['id', 'en'].entries()) {
  test(`every file of the folder is told for what it is, and the book is unchanged (${lang})`, (t) =>
    withBook({ lang }, async ({ page, violations }) => {
      await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
      await step.go(page, 'files');
      const before = await step.stored(page);
      const began = Date.now();
      const files = KEPT.filter((_, place) => place < 10 || place % 2 === odd);
      for (const file of files) {
        await t.test(file.name, async () => {
          await chooseKept(page, lang, file);
          assert.deepEqual(await step.stored(page), before);
        });
      }
      t.diagnostic(`${files.length} files in ${Date.now() - began} ms`);
      assert.deepEqual(violations, []);
    }));
}

/** Names that mean harm, and how they are shown: as they are, without marks that turn the direction of writing. */
const HOSTILE = {
  group: { typed: '<script>alert(1)</script> \u202eContoh\u200f', shown: '<script>alert(1)</script> Contoh' },
  script: { typed: '<img src=x onerror=alert(1)>', shown: '<img src=x onerror=alert(1)>' },
  formula: { typed: "=cmd|' /C calc'!A0", shown: "=cmd|' /C calc'!A0" },
  turned: { typed: '\u2067Contoh \u202eterbalik\u2069\u200f', shown: 'Contoh terbalik' },
};
const PERSONS = [HOSTILE.script, HOSTILE.formula, HOSTILE.turned];
const TURNING = /[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/;

/** Fails when something in the page turns the direction of writing, or came to be an element out of a name. */
async function assertHarmless(page, where) {
  assert.doesNotMatch(await page.locator('body').innerText(), TURNING, `${where}: nothing turns the writing`);
  assert.doesNotMatch(await page.title(), TURNING, `${where}: nor in the title`);
  assert.equal(await page.locator('main script, main img, header script').count(), 0, `${where}: no element out of a name`);
}

/** Looks at the hostile names on every page that has them. */
async function walkHostileNames(page) {
  const name = HOSTILE.group.shown;
  await step.go(page, 'groups');
  await page.getByRole('link', { name }).waitFor();
  await assertHarmless(page, 'the list');
  await page.getByRole('searchbox').fill('onerror');
  await page.getByRole('main').getByRole('link').filter({ hasText: HOSTILE.script.shown }).waitFor();
  await assertHarmless(page, 'a member found');
  await step.openGroup(page, name);
  for (const person of PERSONS) await page.getByRole('link', { name: person.shown }).waitFor();
  await assertHarmless(page, 'the members');
  await page.getByRole('link', { name: 'Profil', exact: true }).click();
  await page.getByRole('definition').getByText(name, { exact: true }).waitFor();
  await assertHarmless(page, 'the profile');
  await page.getByRole('button', { name: 'Hapus KUBE ini', exact: true }).click();
  await page.getByRole('dialog').getByRole('heading', { name: `Hapus ${name}?` }).waitFor();
  await assertHarmless(page, 'the question before deleting');
  await page.getByRole('dialog').getByRole('button', { name: 'Batal', exact: true }).click();
  for (const person of PERSONS) {
    await step.openGroup(page, name);
    await step.openMember(page, person.shown);
    assert.equal(await page.getByRole('textbox', { name: /^Nama sesuai KTP/ }).inputValue(), person.shown);
    await assertHarmless(page, 'the form');
  }
  await step.go(page, 'summary');
  await assertHarmless(page, 'the summary');
}

/** A file with the hostile names that no Buku KUBE wrote: uncleaned. */
function hostileFile() {
  const [group, member] = someRecords({ group: { name: HOSTILE.group.typed }, member: { name: PERSONS[0].typed } });
  const others = PERSONS.slice(1).map((person, place) => ({
    ...member,
    id: member.id.replace(/.$/, String(place)),
    changes: [{ ...member.changes[0], set: { ...member.changes[0].set, name: person.typed } }],
  }));
  const records = [group, member, ...others].sort((one, other) => (one.id < other.id ? -1 : 1));
  return folder.put('asing.json', textOf(fileOf(records)));
}

test('names that mean harm are shown as the text they are, typed or out of a file', async () => {
  let file;
  const dialogs = [];
  await withBook({}, async ({ page, violations }) => {
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      dialog.dismiss();
    });
    await step.addGroup(page, { name: HOSTILE.group.typed });
    for (const [place, person] of PERSONS.entries()) {
      await step.fillMember(page, { name: person.typed });
      await page.getByRole('button', { name: place < 2 ? 'Simpan & tambah lagi' : 'Simpan & selesai', exact: true }).click();
      if (place < 2) await page.getByText(`${place + 1} dari 10 anggota`, { exact: true }).waitFor();
    }
    await step.seePage(page, HOSTILE.group.shown);
    await step.closeMessage(page);
    await walkHostileNames(page);
    const path = await step.sendFile(page);
    file = await readFile(path, 'utf8');
    assert.deepEqual(violations, []);
  });
  assert.doesNotMatch(file, TURNING, 'what is typed is cleaned before it is kept');

  const path = await hostileFile();
  await withBook({}, async ({ page, violations }) => {
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      dialog.dismiss();
    });
    await step.openFile(page, path);
    await page.getByText(HOSTILE.group.shown, { exact: true }).waitFor();
    await assertHarmless(page, 'the preview');
    await step.takeIn(page);
    await step.closeMessage(page);
    await walkHostileNames(page);
    assert.deepEqual(violations, []);
  });
  assert.deepEqual(dialogs, [], 'no script ran');
});

test('the history shows names that mean harm as the text they are', () =>
  withBook({}, async ({ page, violations }) => {
    await step.openFile(page, await hostileFile());
    await step.takeIn(page);
    await step.openGroup(page, HOSTILE.group.shown);
    await page.getByRole('link', { name: 'Riwayat', exact: true }).click();
    for (const person of PERSONS) await page.getByText(`${person.shown}: `).first().waitFor({ timeout: 5_000 });
    await assertHarmless(page, 'the history');
    assert.deepEqual(violations, []);
  }));

test('the message after saving tells the name as it is kept', () =>
  withBook({}, async ({ page }) => {
    await step.addGroup(page, { name: 'Contoh Melati' });
    await step.fillMember(page, { name: HOSTILE.turned.typed });
    await page.getByRole('button', { name: 'Simpan & tambah lagi', exact: true }).click();
    await page.getByText('1 dari 10 anggota', { exact: true }).waitFor();
    await assertHarmless(page, 'the message');
    await page.getByRole('status').getByText(`${HOSTILE.turned.shown} disimpan.`, { exact: true }).waitFor();
  }));

test('a sender whose name means harm is shown as text, too', () =>
  withBook({}, async ({ page, violations }) => {
    const from = { device: '000007', name: '<b>Contoh</b>\u202e' };
    await step.openFile(page, await folder.put('pengirim.json', textOf(fileOf(someRecords(), { from }))));
    await page.getByText('Dari <b>Contoh</b>').waitFor();
    await assertHarmless(page, 'the preview');
    assert.deepEqual(violations, []);
  }));

test('a good file is taken whatever it is called and however it is laid out', () =>
  withBook({}, async ({ page, violations }) => {
    const file = fileOf(someRecords());
    const layouts = {
      'kube-64-full-2026-06-05 (1).txt': textOf(file),
      'DOC-20260605-WA0001.': textOf(file),
      'crlf.json': textOf(file).replaceAll('\n', '\r\n'),
      'bom.json': `\ufeff${textOf(file)}`,
      'bom-crlf.txt': `\ufeff${textOf(file).replaceAll('\n', '\r\n')}`,
      'utf-16.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(textOf(file), 'utf16le')]),
      'satu-baris.json': JSON.stringify(file),
      'berindentasi.json': JSON.stringify(file, undefined, 8),
    };
    for (const [name, content] of Object.entries(layouts)) {
      await step.openFile(page, await folder.put(name, content));
      assert.deepEqual(await step.previewCounts(page), { new: 1 }, name);
      await page.getByText('Contoh Mawar', { exact: true }).waitFor();
    }
    assert.deepEqual(violations, []);
  }));

test('a file can be dropped, and its text can be pasted', () =>
  withBook({}, async ({ page, violations }) => {
    await step.go(page, 'files');
    const data = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'kube-64-full.txt', { type: 'text/plain' }));
      return data;
    }, good());
    // Not by its words: they change while something is held over the page.
    await page.getByText('atau seret berkas ke halaman ini', { exact: true }).waitFor();
    const place = page.locator('.drop');
    for (const event of ['dragenter', 'dragover', 'drop']) await place.dispatchEvent(event, { dataTransfer: data });
    await step.seePage(page, 'Periksa berkas');
    assert.deepEqual(await step.previewCounts(page), { new: 1 });

    await step.go(page, 'files');
    await page.getByText('Tempel teks berkas', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Teks berkas', exact: true }).fill('Selamat pagi');
    await page.getByRole('button', { name: 'Periksa teks', exact: true }).click();
    await page.getByRole('alert').getByText('Ini teks biasa, bukan berkas Buku KUBE.').waitFor();
    await page.getByRole('textbox', { name: 'Teks berkas', exact: true }).fill(good());
    await page.getByRole('button', { name: 'Periksa teks', exact: true }).click();
    await step.seePage(page, 'Periksa berkas');
    assert.deepEqual(await step.previewCounts(page), { new: 1 });
    assert.deepEqual(violations, []);
  }));
