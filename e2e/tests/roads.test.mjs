// The roads by which files leave and arrive: the share sheet as each browser has it, download and clipboard; the picker, a
// drop, a paste, what is shared to the installed app and what is opened with it; and windows inside other apps.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { killer } from '../durability/kill.mjs';
import { newProfile, openBook, serve, withBook } from '../harness.mjs';
import * as pretend from '../pretend.mjs';
import * as step from '../steps.mjs';
import { fileOf, someRecords, textOf } from '../steps.mjs';
import { forget, kept, newVersion, release, stampOf } from '../versions.mjs';

const { WORDS } = step;
const t = WORDS.id;
const main = (page) => page.getByRole('main');
const see = (page, text) => main(page).getByText(text).waitFor();
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const preview = (page) => step.seePage(page, t.preview);

/** A file with one group of its own. */
function aFile(number) {
  const id = (kind) => `0146695${kind}-ca43-7809-aa23-4cbafa33d7${40 + number}`;
  // Nobody who is like somebody of another file.
  const name = ['Contoh Ahmad', 'Contoh Budi', 'Contoh Citra'][number - 1];
  const [group, member] = someRecords({
    group: { name: `Contoh ${number}`, region: `64.72.02.100${number}` },
    member: { group: id(3), name, birth_date: `197${number}-0${number}-11` },
  });
  return { name: `kube-64-full (${number}).txt`, text: textOf(fileOf([{ ...group, id: id(3) }, { ...member, id: id(4) }], { id: id(5) })) };
}
const FILES = [1, 2, 3].map(aFile);
const [ONE, TWO, THREE] = FILES;

let folder;
before(async () => {
  folder = await step.newFolder();
  for (const file of FILES) file.path = await folder.put(file.name, file.text);
});
after(() => folder.remove());

/** Takes in what stands on the preview: the groups of these files, and no other. */
async function takeIn(page, ...numbers) {
  assert.deepEqual(await step.previewCounts(page), { new: numbers.length });
  await step.takeIn(page);
  for (const number of numbers) await main(page).getByText(`Contoh ${number}`, { exact: true }).waitFor();
}

// Out.

/** A book with something to send, and its file ready. */
async function ready(page, extension = 'json') {
  await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
  await step.go(page, 'files');
  await step.chooseOpenFile(page);
  await press(page, t.prepare);
  // By the name that it will have on the first way.
  await see(page, new RegExp(`^Berkas siap: KUBE Samarinda - lengkap - \\d{4}-\\d\\d-\\d\\d\\.${extension} \\(\\d+ kB\\)\\.$`));
}

/** The ways that are offered, the main one first and marked. */
const ways = (page) =>
  main(page)
    .locator('.handing')
    .getByRole('button')
    .evaluateAll((all) => all.map((button) => (button.className === 'solid' ? `*${button.innerText}` : button.innerText)));
const isUnsent = (page) => page.getByRole('banner').getByText('Belum dikirim: 2 perubahan').waitFor();
const isSent = (page) => page.getByRole('banner').getByText('Tersimpan di perangkat ini').waitFor();

for (const how of ['absent', 'noCanShare', 'noFiles']) {
  test(`where files cannot be shared (${how}) that is said, and download is the way`, () =>
    withBook({ prepare: pretend.sharing(how) }, async ({ page, violations }) => {
      await ready(page);
      await see(page, 'Peramban ini tidak dapat membagikan berkas. Ketuk Unduh, lalu lampirkan berkas itu di WhatsApp.');
      assert.deepEqual(await ways(page), ['*Unduh', 'Salin teks']);
      await isUnsent(page);
      const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Unduh')]);
      assert.match(download.suggestedFilename(), /^KUBE Samarinda - lengkap - \d{4}-\d\d-\d\d\.json$/);
      // A download lies on this very phone: only a word of the person makes it sent.
      await see(page, 'Sudah terkirim?');
      await press(page, 'Belum');
      await page.getByText('Tetap dihitung belum dikirim.').waitFor();
      await isUnsent(page);
      await Promise.all([page.waitForEvent('download'), press(page, 'Unduh')]);
      await press(page, 'Ya, sudah');
      await isSent(page);
      assert.equal(await main(page).getByText('Sudah terkirim?').count(), 0);
      assert.deepEqual(violations, []);
    }));
}

test('a text file that was ready before is shared within the tap, and counts as sent', () =>
  withBook({ prepare: pretend.sharing('done') }, async ({ page, violations }) => {
    await ready(page, 'txt');
    assert.deepEqual(await ways(page), ['*Bagikan', 'Unduh', 'Salin teks']);
    await isUnsent(page);
    const made = await page.evaluate(() => window.filesMade);
    assert.ok(made > 0);
    await press(page, 'Bagikan');
    await page.getByText('Berkas dibagikan.').waitFor();
    await isSent(page);
    assert.deepEqual(await page.evaluate(() => window.sharings), [{ inTap: true, filesMade: made }]);
    const [shared, ...more] = await page.evaluate(() => window.shared);
    assert.deepEqual(more, []);
    assert.match(shared.name, /^KUBE Samarinda - lengkap - \d{4}-\d\d-\d\d\.txt$/);
    assert.equal(shared.type, 'text/plain');
    assert.equal(JSON.parse(shared.text).counts.group, 1);
    assert.deepEqual(violations, []);
  }));

test('a sheet that is closed says nothing and sends nothing', () =>
  withBook({ prepare: pretend.sharing('AbortError') }, async ({ page, violations }) => {
    await ready(page, 'txt');
    await press(page, 'Bagikan');
    await step.eventually(() => page.evaluate(() => window.sharings.length), 1);
    await isUnsent(page);
    assert.deepEqual(await ways(page), ['*Bagikan', 'Unduh', 'Salin teks']);
    assert.equal(await main(page).getByText(/menolak/).count(), 0);
    assert.deepEqual(violations, []);
  }));

test('after "Permission denied" nothing counts as sent, and download is the main way; sharing may be tried again', () =>
  withBook({ prepare: pretend.sharing('NotAllowedError') }, async ({ page, violations }) => {
    await ready(page, 'txt');
    await press(page, 'Bagikan');
    await main(page)
      .getByRole('alert')
      .getByText('Peramban menolak membagikan berkas; belum ada yang terkirim. Ketuk Unduh, lalu lampirkan berkas itu di WhatsApp.')
      .waitFor();
    assert.deepEqual(await ways(page), ['*Unduh', 'Salin teks', 'Bagikan']);
    await isUnsent(page);
    await page.evaluate(() => {
      window.comesOf = 'done';
    });
    await press(page, 'Bagikan');
    await isSent(page);
    assert.equal(await main(page).getByText(/menolak/).count(), 0);
    assert.equal((await page.evaluate(() => window.shared)).length, 1);
    assert.deepEqual(violations, []);
  }));

test('after "Permission denied" a download counts as sent once the person says so', () =>
  withBook({ prepare: pretend.sharing('NotAllowedError'), lang: 'en' }, async ({ page }) => {
    await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
    await step.go(page, 'files');
    await step.chooseOpenFile(page);
    await press(page, WORDS.en.prepare);
    await press(page, 'Share');
    await see(page, 'The browser refused to share the file; nothing has been sent. Tap Download, then attach that file in WhatsApp.');
    await Promise.all([page.waitForEvent('download'), press(page, 'Download')]);
    await page.getByRole('banner').getByText('Not sent yet: 2 changes').waitFor();
    await press(page, 'Yes, sent');
    await page.getByRole('banner').getByText('Saved on this device').waitFor();
  }));

test('the clipboard has the text, and that is sent only when the person says so', () =>
  withBook({ options: { permissions: ['clipboard-read', 'clipboard-write'] } }, async ({ page }) => {
    await ready(page);
    await press(page, 'Salin teks');
    await page.getByText('Teks disalin. Tempelkan di pesan Anda.').waitFor();
    assert.equal(JSON.parse(await page.evaluate(() => navigator.clipboard.readText())).format, 'buku-kube');
    await isUnsent(page);
    await press(page, 'Ya, sudah');
    await isSent(page);
  }));

const IPHONE = [
  { how: 'done', first: ['*Bagikan', 'Salin teks'], then: ['*Bagikan', 'Salin teks'], says: null, sent: true },
  {
    how: 'NotAllowedError',
    first: ['*Bagikan', 'Salin teks'],
    then: ['*Salin teks', 'Bagikan'],
    says: 'Berkas tidak boleh dibagikan; belum ada yang terkirim. Ketuk Salin teks lalu tempelkan di WhatsApp, atau coba Bagikan sekali lagi.',
  },
  {
    how: 'absent',
    first: ['*Salin teks'],
    says: 'Perangkat ini tidak dapat membagikan berkas. Ketuk Salin teks, lalu tempelkan di WhatsApp.',
  },
];
for (const { how, first, then, says, sent } of IPHONE) {
  test(`on an iPhone's home screen nothing is downloaded (${how})`, () =>
    withBook(
      { prepare: pretend.both(pretend.iphone({ installed: true }), pretend.sharing(how)), options: pretend.IPHONE },
      async ({ page }) => {
        await ready(page, 'txt');
        assert.deepEqual(await ways(page), first);
        if (then) {
          await press(page, 'Bagikan');
          await step.eventually(() => page.evaluate(() => window.sharings.length), 1);
        }
        if (says) await see(page, says);
        if (then) assert.deepEqual(await ways(page), then);
        await (sent ? isSent(page) : isUnsent(page));
      },
    ));
}

test('a name that is changed takes back the file that was ready', () =>
  withBook({}, async ({ page }) => {
    await ready(page);
    await main(page).getByLabel('Nama Anda di berkas').fill('Contoh Pendamping');
    await main(page).getByRole('button', { name: t.prepare, exact: true }).waitFor();
    assert.deepEqual(await ways(page), []);
    const file = await step.sendFile(page);
    await step.openFile(page, file);
    await see(page, /Contoh Pendamping/);
  }));

// In.

test('several files are picked at once and looked at together; the picker greys out none', () =>
  withBook({}, async ({ page, violations }) => {
    await step.go(page, 'files');
    const [picker] = await Promise.all([page.waitForEvent('filechooser'), main(page).getByText(t.choose, { exact: true }).click()]);
    assert.equal(picker.isMultiple(), true);
    assert.equal(await picker.element().evaluate((input) => input.accept), '');
    await picker.setFiles(FILES.map((file) => file.path));
    await preview(page);
    await takeIn(page, 1, 2, 3);
    assert.deepEqual(violations, []);
  }));

/** What a drop or the clipboard carries. */
const carried = (page, files, text) =>
  page.evaluateHandle(
    ({ files, text }) => {
      const data = new DataTransfer();
      for (const { name, text } of files) data.items.add(new File([text], name));
      if (text !== undefined) data.setData('text/plain', text);
      return data;
    },
    { files, text },
  );

test('files dropped anywhere on Berkas are opened, and the page says where they may be let go', () =>
  withBook({ viewport: { width: 1280, height: 800 } }, async ({ page, violations }) => {
    await step.go(page, 'files');
    const dataTransfer = await carried(page, [ONE, TWO]);
    const place = page.getByRole('heading', { name: 'Terkirim dan diterima' });
    await place.dispatchEvent('dragover', { dataTransfer });
    await see(page, 'Lepaskan di sini untuk membuka');
    await page.locator('.files.over').waitFor();
    await page.locator('body').dispatchEvent('dragleave', { dataTransfer });
    await see(page, 'atau seret berkas ke halaman ini');
    await place.dispatchEvent('dragover', { dataTransfer });
    await place.dispatchEvent('drop', { dataTransfer });
    await preview(page);
    await takeIn(page, 1, 2);
    // Another page is no place for it: there a drop is the browser's affair.
    const isTaken = await page.evaluate((data) => {
      const drop = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
      return !document.querySelector('main').dispatchEvent(drop);
    }, dataTransfer);
    assert.equal(isTaken, false);
    assert.deepEqual(violations, []);
  }));

test('a text that is dropped is opened, but not where it goes into a field', () =>
  withBook({}, async ({ page }) => {
    await step.addGroup(page, { name: 'Contoh Melati' });
    await step.go(page, 'files');
    const dataTransfer = await carried(page, [], ONE.text);
    await main(page).getByLabel('Nama Anda di berkas').dispatchEvent('drop', { dataTransfer });
    assert.equal(new URL(page.url()).hash, '#/files');
    await main(page).getByRole('heading', { name: 'Buka', exact: true }).dispatchEvent('drop', { dataTransfer });
    await preview(page);
  }));

const paste = (page, selector, data) =>
  page.locator(selector).evaluate((element, data) => {
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, data);

test('files and texts pasted on Berkas are opened; what is pasted into a field goes there alone', () =>
  withBook({}, async ({ page, violations }) => {
    await step.go(page, 'files');
    await paste(page, 'body', await carried(page, [TWO]));
    await preview(page);
    await takeIn(page, 2);
    await step.go(page, 'files');
    await main(page).getByText('Tempel teks berkas').click();
    await paste(page, '#paste', await carried(page, [], ONE.text));
    assert.equal(new URL(page.url()).hash, '#/files');
    await paste(page, 'body', await carried(page, [], ONE.text));
    await preview(page);
    await takeIn(page, 1);
    // On another page a paste is nobody's.
    await paste(page, 'body', await carried(page, [THREE]));
    await step.go(page, 'files');
    await paste(page, 'body', await carried(page, [], 'Selamat pagi'));
    await see(page, 'Ini teks biasa, bukan berkas Buku KUBE. Pilih berkas yang namanya dimulai dengan KUBE.');
    assert.deepEqual(violations, []);
  }));

test('a file opened with the app is opened on any page, also one from before the app could hear', () =>
  withBook({ prepare: pretend.launching, viewport: { width: 1280, height: 800 } }, async ({ page, violations }) => {
    await step.go(page, 'groups');
    await pretend.launch(page, [[ONE.name, ONE.text], [TWO.name, TWO.text]]);
    await preview(page);
    await takeIn(page, 1, 2);
    await pretend.launch(page, [['hilang.json', null]]);
    await step.seePage(page, t.files);
    await see(page, /^Berkas tidak dapat dibaca peramban\./);
    // A launch without a file is the app being opened, and nothing else.
    await pretend.launch(page, []);
    assert.equal(new URL(page.url()).hash, '#/files');
    await page.addInitScript((file) => {
      window.launchWith({ files: [{ kind: 'file', getFile: async () => new File([file.text], file.name) }] });
    }, THREE);
    await page.goto(page.url().replace(/#.*/, '#/more'));
    await page.reload();
    await preview(page);
    await takeIn(page, 3);
    assert.deepEqual(violations, []);
  }));

// Shared to the installed app: a real POST to the address in the manifest, from a page of another origin.

/** What the manifest says of sharing, by which the browser makes the form. */
const target = (page) =>
  page.evaluate(async () => {
    const url = document.querySelector('link[rel=manifest]').href;
    const { share_target } = await (await fetch(url)).json();
    return { ...share_target, action: new URL(share_target.action, url).href };
  });

async function sharingTo(page) {
  await kept(page);
  const { action, method, enctype, params } = await target(page);
  return async (what, into = page) => {
    const texts = Object.entries(what).filter(([name]) => name !== 'files');
    const field = ([name]) => `<textarea name="${params[name]}"></textarea>`;
    await into.goto('about:blank');
    await into.setContent(
      `<form action="${action}" method="${method}" enctype="${enctype}">
        <input type=file multiple name="${params.files[0].name}">${texts.map(field).join('')}<button>go</button></form>`,
    );
    for (const [name, text] of texts) await into.locator(`[name=${params[name]}]`).fill(text);
    const files = (what.files ?? []).map((file) => ({ name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(file.text) }));
    await into.locator('input').setInputFiles(files);
    await into.locator('form button').click({ noWaitAfter: true });
  };
}

/** The names in the inbox. */
const inbox = (page) =>
  page.evaluate(async () => {
    const found = [];
    for (const name of (await caches.keys()).filter((name) => name.startsWith('buku-kube-inbox'))) {
      for (const { url } of await (await caches.open(name)).keys()) found.push(decodeURIComponent(new URL(url).search.slice(1)));
    }
    return found;
  });

/** Files are taken by the worker, and nothing follows where it leads: no page opens them. */
const quietly = (page, files) =>
  page.evaluate(async (files) => {
    const form = new FormData();
    for (const { name, text } of files) form.append('files', new File([text], name));
    const answer = await fetch('share', { method: 'POST', body: form, redirect: 'manual' });
    if (answer.type !== 'opaqueredirect') throw new Error(answer.type);
  }, files);

test('one file that is shared to the app is opened, and kept until then', () =>
  withBook({}, async ({ page, server, violations }) => {
    const share = await sharingTo(page);
    const posts = () => server.hits.filter((path) => path.endsWith('/share')).length;
    await share({ files: [ONE], title: 'Berkas' });
    await preview(page);
    await step.eventually(() => inbox(page), []);
    await takeIn(page, 1);
    assert.equal(posts(), 0, 'the host never sees what is shared');
    await page.goBack();
    await page.reload();
    assert.equal(await main(page).getByText('Berkas yang belum dibuka').count(), 0);
    assert.deepEqual(violations, []);
  }));

test('three files that are shared are looked at together; a wrong one is called by its name', () =>
  withBook({}, async ({ page, violations }) => {
    const share = await sharingTo(page);
    await share({ files: FILES });
    await preview(page);
    await step.eventually(() => inbox(page), []);
    await takeIn(page, 1, 2, 3);
    await share({ files: [{ name: 'kube-64-full.txt', text: Buffer.from('89504e470d0a1a0a', 'hex') }] });
    await see(page, /^Ini gambar, bukan berkas Buku KUBE\./);
    await step.eventually(() => inbox(page), []);
    assert.deepEqual(violations, []);
  }));

test('what was shared and not opened waits, over reloads and other shares, until it is opened or thrown away', () =>
  withBook({}, async ({ page, violations }) => {
    const share = await sharingTo(page);
    await quietly(page, FILES);
    await share({ text: 'Selamat pagi' });
    await see(page, 'Ini teks biasa, bukan berkas Buku KUBE. Pilih berkas yang namanya dimulai dengan KUBE.');
    await see(page, '3 berkas sudah sampai dan belum dibuka.');
    await page.reload();
    await step.seePage(page, t.files);
    await press(page, `Buka: ${THREE.name}`);
    await preview(page);
    await takeIn(page, 3);
    await step.eventually(() => inbox(page), [ONE.name, TWO.name]);
    await step.go(page, 'files');
    await press(page, `Hapus: ${ONE.name}`);
    await see(page, '1 berkas sudah sampai dan belum dibuka.');
    await quietly(page, [ONE]);
    await step.go(page, 'more');
    await step.go(page, 'files');
    await press(page, 'Buka semua');
    await preview(page);
    await takeIn(page, 1, 2);
    await step.eventually(() => inbox(page), []);
    assert.deepEqual(violations, []);
  }));

test('a text that is shared is opened; a share of nothing is told', () =>
  withBook({}, async ({ page, violations }) => {
    const share = await sharingTo(page);
    await share({ text: ONE.text, title: 'WhatsApp' });
    await preview(page);
    await takeIn(page, 1);
    await share({ text: 'Lihat https://contoh.example' });
    await see(page, 'Ini teks biasa, bukan berkas Buku KUBE. Pilih berkas yang namanya dimulai dengan KUBE.');
    await share({ text: '  ' });
    await see(page, /^Yang dibagikan ke sini tidak memuat berkas ataupun teks\./);
    assert.equal(new URL(page.url()).hash, '#/files', 'the address forgets what became of it');
    assert.deepEqual(await inbox(page), []);
    assert.deepEqual(violations, []);
  }));

test('while the book is open in another tab, what is typed there stays, and only one of them opens what is shared', () =>
  withBook({}, async ({ page, context, violations }) => {
    const share = await sharingTo(page);
    await step.go(page, 'groups');
    await page.getByRole('link', { name: t.addGroup }).click();
    await page.getByLabel(t.groupName).fill('Contoh Setengah');
    const tab = await context.newPage();
    await share({ files: [ONE, TWO] }, tab);
    await preview(tab);
    await step.eventually(() => inbox(tab), []);
    await takeIn(tab, 1, 2);
    await page.bringToFront();
    await step.seePage(page, t.newGroup);
    assert.equal(await page.getByLabel(t.groupName).inputValue(), 'Contoh Setengah');
    await step.go(page, 'groups');
    await main(page).getByText('Contoh 2', { exact: true }).waitFor();
    assert.deepEqual(violations, []);
  }));

test('what was shared before the browser was killed is there at the next start, and after an update', async () => {
  const [server, profile] = [await serve(), await newProfile()];
  const wish = { server, profile: profile.folder };
  let book;
  let next;
  try {
    book = await openBook(wish);
    await kept(book.page);
    const kill = await killer(profile.folder);
    await quietly(book.page, [ONE, TWO]);
    await kill();
    await book.close().catch(() => {});

    next = await newVersion('0000000000000002');
    server.root = next.root;
    book = await openBook(wish);
    const { page } = book;
    await page.getByText('Ada berkas yang sudah dibagikan ke sini dan belum dibuka. Lihat halaman Berkas.').waitFor();
    await page.getByRole('button', { name: 'Pakai sekarang', exact: true }).click();
    await step.eventually(() => release(page).catch(() => ''), next.name);
    await step.go(page, 'files');
    await see(page, '2 berkas sudah sampai dan belum dibuka.');
    await press(page, `Buka: ${TWO.name}`);
    await preview(page);
    await takeIn(page, 2);
    await step.eventually(() => inbox(page), [ONE.name]);
  } finally {
    await book?.close();
    await server.close();
    await next?.remove();
    await profile.remove();
  }
});

test('what is shared while a part of the app cannot be fetched waits for it', () =>
  withBook({}, async ({ page, server }) => {
    const share = await sharingTo(page);
    const { files } = await stampOf();
    const wasms = files.map(([name]) => name).filter((name) => name.endsWith('.wasm'));
    const later = wasms.find((name) => name.startsWith('later-'));
    assert.ok(later, wasms.join());
    await page.evaluate(async (url) => {
      for (const name of await caches.keys()) await (await caches.open(name)).delete(url);
    }, server.url + later);
    server.fault = (path) => (path === later ? 'drop' : undefined);
    await share({ files: [ONE] });
    await see(page, /^Bagian aplikasi ini belum termuat\./);
    assert.deepEqual(await inbox(page), [ONE.name]);
    server.fault = undefined;
    await press(page, 'Coba lagi');
    await preview(page);
    await takeIn(page, 1);
  }));

test('what is too much is refused whole and told, and what waits already stays', () =>
  withBook({}, async ({ page }) => {
    const share = await sharingTo(page);
    const many = Array.from({ length: 100 }, (_, place) => ({ name: `${place}.txt`, text: 'x' }));
    await quietly(page, [ONE]);
    await share({ files: many });
    await see(page, /^Terlalu banyak berkas yang belum dibuka/);
    assert.deepEqual(await inbox(page), [ONE.name]);
  }));

test('where the worker cannot keep what is shared, that is told and nothing is kept by half', () =>
  withBook({}, async ({ page, context }) => {
    const share = await sharingTo(page);
    const [worker] = context.serviceWorkers();
    await worker.evaluate(() => {
      const put = Cache.prototype.put;
      let left = 1;
      Cache.prototype.put = async function (...args) {
        if (left-- > 0) return put.apply(this, args);
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await share({ files: [ONE, TWO] });
    await see(page, /^Yang dibagikan ke sini tidak dapat disimpan/);
    assert.deepEqual(await inbox(page), []);
  }));

test('without the worker the host answers, and the page that a host may send to says what to do', () =>
  withBook({}, async ({ page, server }) => {
    await kept(page);
    const { action } = await target(page);
    await page.goto(`${server.origin}/`);
    await forget(page);
    const answer = await page.request.post(action, { multipart: { text: 'x' } });
    assert.equal(answer.ok(), false);
    await page.goto(`${server.url}#/files?share=missed`);
    await see(page, /^Yang dibagikan belum diterima/);
  }));

// Windows inside other apps.

const INSIDE = [
  {
    agent: 'whatsApp',
    lang: 'id',
    says: [/^Halaman ini sedang dibuka di dalam WhatsApp, bukan di peramban\./, 'Ketuk ⋮ di pojok atas, lalu Buka di Chrome.'],
    copy: 'Salin alamat',
    copied: 'Alamat disalin. Tempelkan di peramban.',
  },
  {
    agent: 'whatsApp',
    lang: 'en',
    says: [/^This page is open inside WhatsApp, not in a browser\./, 'Tap ⋮ in the upper corner, then Open in Chrome.'],
    copy: 'Copy the address',
    copied: 'Address copied. Paste it in your browser.',
  },
  {
    agent: 'facebook',
    lang: 'id',
    says: [
      /^Halaman ini sedang dibuka di dalam Facebook, bukan di peramban\./,
      'Ketuk ⋯ atau gambar Bagikan, lalu Buka di Safari atau Buka di browser eksternal.',
    ],
    copy: 'Salin alamat',
    copied: 'Alamat disalin. Tempelkan di peramban.',
  },
  {
    agent: 'facebook',
    lang: 'en',
    says: [
      /^This page is open inside Facebook, not in a browser\./,
      'Tap ⋯ or the Share icon, then Open in Safari or Open in external browser.',
    ],
    copy: 'Copy the address',
    copied: 'Address copied. Paste it in your browser.',
  },
];
for (const { agent, lang, says, copy, copied } of INSIDE) {
  test(`a window inside an app says so and how to get out (${agent}, ${lang})`, () =>
    withBook(
      { lang, options: { userAgent: pretend.AGENTS[agent], permissions: ['clipboard-read', 'clipboard-write'] } },
      async ({ page, server, violations }) => {
        await page.getByText(lang === 'id' ? /Cara pindah ada di halaman Berkas\.$/ : /The page Files says how to move\.$/).waitFor();
        await step.go(page, 'files');
        for (const text of says) await see(page, text);
        await press(page, copy);
        await page.getByText(copied).waitFor();
        assert.equal(await page.evaluate(() => navigator.clipboard.readText()), server.url);
        assert.deepEqual(violations, []);
      },
    ));
}

test('a browser, and the book on a home screen, say nothing of that', async () => {
  for (const wish of [{}, { prepare: pretend.iphone({ installed: true }), options: { userAgent: pretend.AGENTS.facebook } }]) {
    await withBook(wish, async ({ page }) => {
      await step.go(page, 'files');
      assert.equal(await main(page).getByText('Buka di peramban biasa').count(), 0);
    });
  }
});
