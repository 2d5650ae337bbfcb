// The main job in one engine, by mouse and keyboard: `node engines/main.mjs ENGINE --driver PROGRAM --browser PROGRAM`.
// `cargo xtask test engines` runs it for each engine that there is. Deliberately absent: what only one engine can do.
import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { serve } from '../harness.mjs';
import { SIDODADI, TEN } from '../steps.mjs';
import { PATIENCE, openSession, startDriver } from '../webdriver.mjs';
import { ENGINES } from './browsers.mjs';

const GROUP = 'Contoh Melati';
const MEMBERS = TEN.slice(0, 2);

/** What is found by its words. Runs in the page. */
function seek(kind, words) {
  const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  const isSeen = (element) => element.getClientRects().length > 0;
  const one = (selector, fits) => [...document.querySelectorAll(selector)].find((it) => isSeen(it) && fits(it)) ?? null;
  const says = (it) => text(it) === words;
  // Without the word behind it, such as "required"; a label may be parted where a line may end.
  const named = (it) => [...it.childNodes].filter((part) => part.localName !== 'small').map((part) => part.textContent).join('').trim();
  switch (kind) {
    case 'heading':
      return one('h1', says);
    case 'button':
      return one('button', says);
    case 'link':
      return one('a', says);
    case 'option':
      return one('[role="option"]', says);
    case 'details':
      return one('summary', says);
    case 'choice':
      return one('label', says);
    case 'field':
      return one('label', (it) => named(it) === words)?.control ?? null;
    default:
      return one('main, [role="status"], dl div', (it) => text(it).includes(words));
  }
}

/** A person in front of a browser. */
function person(session) {
  const find = (kind, words) => session.until(`${kind} "${words}"`, seek, kind, words);
  /** Looks for it anew where the page was drawn again between finding it and using it. */
  const use = async (kind, words, act) => {
    for (const end = Date.now() + PATIENCE; ; ) {
      try {
        return await act(await find(kind, words));
      } catch (error) {
        if (error.code !== 'stale element reference' || Date.now() > end) throw error;
      }
    }
  };
  const press = (kind, words) => use(kind, words, session.click);
  const type = (label, text) => use('field', label, (field) => session.keys(field, text));
  return { find, press, type };
}

/** Enters a KUBE with two members, and answers the text of the file with all of it. */
async function enter(session, url) {
  const { find, press, type } = person(session);
  await session.go(url);
  await find('heading', 'Ringkasan Kaltim');
  await find('text', 'Buku ini masih kosong');
  assert.equal(await session.run(() => document.documentElement.lang), 'id');

  await press('link', 'KUBE');
  await press('link', 'Tambah KUBE');
  await find('heading', 'KUBE baru');
  await type('Nama KUBE', GROUP);
  await type('Kelurahan/desa/kampung', SIDODADI.typed);
  await press('option', SIDODADI.listed);
  await type('Tahun anggaran', '2014');
  await press('button', 'Simpan & isi anggota');
  for (const [place, { name, nik }] of MEMBERS.entries()) {
    await find('heading', 'Anggota baru');
    await type('Nama sesuai KTP', name);
    await type('NIK', nik);
    const isLast = place + 1 === MEMBERS.length;
    await press('button', isLast ? 'Simpan & selesai' : 'Simpan & tambah lagi');
    await (isLast ? find('heading', GROUP) : find('text', `${place + 1} dari 10 anggota`));
  }
  await find('link', 'Anggota 2');

  await session.reload();
  await find('heading', GROUP);
  for (const { name } of MEMBERS) await find('text', name);
  await seeSummary(session);

  await press('link', 'Berkas');
  await press('choice', 'Lengkap');
  await press('choice', 'Tanpa kata sandi');
  await press('button', 'Siapkan berkas');
  await find('button', 'Unduh');
  // The file is taken where the app hands it over: what a browser does with downloads is another matter.
  await session.run(() => {
    const offer = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      window.offered = blob;
      return offer.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = () => {};
  });
  await press('button', 'Unduh');
  await find('text', 'Berkas diunduh. Kirimkan dari folder Unduhan.');
  return session.runLong(() => window.offered.text());
}

/** Takes in a file by pasting its text into an empty book. */
async function takeIn(session, url, text) {
  const { find, press } = person(session);
  await session.go(`${url}#/files`);
  await find('heading', 'Berkas');
  await press('details', 'Tempel teks berkas');
  await press('field', 'Teks berkas');
  await session.run((text) => document.execCommand('insertText', false, text), text);
  await press('button', 'Periksa teks');
  await find('heading', 'Periksa berkas');
  await press('button', 'Gabungkan semua');
  await find('text', '1 dari 1 KUBE');
  await session.reload();
  await seeSummary(session);
}

/** The summary counts the KUBE and its members; with no programme named, it compares them with nothing and says their year. */
async function seeSummary(session) {
  const { find, press } = person(session);
  await press('link', 'Ringkasan');
  await find('heading', 'Ringkasan Kaltim');
  await find('text', 'KUBE terdaftar, 20141');
  await find('text', 'KK terdaftar2');
}

const { values, positionals } = parseArgs({
  options: { driver: { type: 'string' }, browser: { type: 'string' } },
  allowPositionals: true,
});
const engine = ENGINES[positionals[0]];
if (!engine || !values.driver || !values.browser) {
  throw new Error(`it takes one of ${Object.keys(ENGINES).join(', ')}, --driver PROGRAM and --browser PROGRAM.`);
}
const started = performance.now();
const server = await serve();
const around = await engine.around();
try {
  /**
   * Each with a profile of its own, as on two phones, and with a driver of its own: that of WebKit sometimes opens no second browser
   * while the first is still going.
   */
  const inNewBrowser = async (use) => {
    const driver = await startDriver(values.driver, around.environment);
    try {
      const session = await openSession(driver, engine.capabilities(values.browser));
      try {
        return await use(session);
      } finally {
        await session.close();
      }
    } finally {
      await driver.stop();
    }
  };
  let name;
  const text = await inNewBrowser((session) => {
    name = session.name;
    return enter(session, server.url);
  });
  const { counts } = JSON.parse(text);
  assert.deepEqual(counts, { group: 1, member: MEMBERS.length });
  await inNewBrowser((session) => takeIn(session, server.url, text));
  console.log(`${name}: the main job is done, ${((performance.now() - started) / 1000).toFixed(1)} s`);
} finally {
  await around.stop();
  await server.close();
}
