// No room: localStorage full to the last unit, IndexedDB that refuses, and both. At every step of a run nothing that was typed
// is lost, and every failure is on the screen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SAVED, giveHands, hand } from '../hands.mjs';
import { withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

/**
 * Puts a gate before IndexedDB, which stays shut over a reload: `none` takes it away, `open` refuses the database, `put` each
 * text.
 */
function gate() {
  const shut = () => sessionStorage.getItem('gate');
  if (shut() === 'none') Object.defineProperty(window, 'indexedDB', { value: undefined });
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (name, ...version) {
    if (shut() !== 'open') return open.call(this, name, ...version);
    const request = open.call(this, `${name} ${crypto.randomUUID()}`, 1);
    // First in line, and the last: the app sees nothing but the error that follows.
    request.addEventListener('upgradeneeded', (event) => {
      event.stopImmediatePropagation();
      request.transaction.abort();
    });
    return request;
  };
  for (const verb of ['put', 'add']) {
    const real = IDBObjectStore.prototype[verb];
    IDBObjectStore.prototype[verb] = function (...args) {
      if (shut()) throw new DOMException('full', 'QuotaExceededError');
      return real.apply(this, args);
    };
  }
}

/** Fills localStorage under keys that are not the book's, until not one unit more has room. */
function fill() {
  for (let [size, count] = [1 << 22, 0]; size > 0; ) {
    try {
      localStorage.setItem(`lain/${String(count).padStart(4, '0')}`, 'x'.repeat(size));
      count += 1;
    } catch {
      size = Math.floor(size / 2);
    }
  }
}

/** Takes those keys away. */
function drain() {
  for (const key of Object.keys(localStorage)) if (key.startsWith('lain/')) localStorage.removeItem(key);
}

const shut = (page, what) => page.evaluate((what) => sessionStorage.setItem('gate', what), what);
const unshut = (page) => page.evaluate(() => sessionStorage.removeItem('gate'));

/** What breaks, and how. */
const WAYS = {
  'localStorage is full': { spoil: (page) => page.evaluate(fill) },
  'there is no IndexedDB': { spoil: (page) => shut(page, 'none'), begins: true },
  'IndexedDB cannot be opened': { spoil: (page) => shut(page, 'open'), begins: true },
  'IndexedDB is full': { spoil: (page) => shut(page, 'put') },
  'localStorage is full and IndexedDB cannot be opened': {
    spoil: async (page) => {
      await page.evaluate(fill);
      await shut(page, 'open');
    },
    begins: true,
    isAll: true,
  },
  'both are full': {
    spoil: async (page) => {
      await page.evaluate(fill);
      await shut(page, 'put');
    },
    isAll: true,
  },
};

async function mend(page) {
  await page.evaluate(drain);
  await unshut(page);
}

/** Fails unless a failure is on the screen: a warning, or a word in the top line that is neither "saved" nor "saving…". */
async function assertTold(page, what) {
  const isTold = async () => {
    const state = await hand(page, 'state');
    return (await hand(page, 'alerts')).length > 0 || !(SAVED.test(state) || state.endsWith('…'));
  };
  await step.eventually(isTold, true, `${what}: the failure is on the screen`);
}

/** Whether the app's own file has all of these texts. */
async function holds(page, texts) {
  const file = (await hand(page, 'file')) ?? '';
  return texts.filter((text) => !file.includes(JSON.stringify(text)));
}

async function reload(page) {
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** The steps of the run: `begin` goes where one types or looks, `end` saves. */
function script(group, member) {
  const form = (hash, title, word, fields) => ({
    fields,
    begin: (page) => hand(page, 'openForm', hash, title, fields),
    end: (page) => hand(page, 'press', word),
    texts: Object.values(fields),
  });
  const incoming = step.textOf(step.fileOf(step.someRecords({ group: { name: 'Contoh Kiriman' } })));
  return {
    'a new KUBE': form('#/groups/new', 'KUBE baru', 'Simpan & isi anggota', {
      'Nama KUBE': 'Contoh Penuh',
      'Nama atau rincian usaha': 'Usaha Penuh',
    }),
    'a new member': form(`#/groups/${group}/members/new`, 'Anggota baru', 'Simpan & selesai', {
      'Nama sesuai KTP': 'Contoh Dua Penuh',
      Alamat: 'Jalan Penuh',
    }),
    'a change of a member': form(`#/groups/${group}/members/${member}/edit`, 'Ubah anggota', 'Simpan', {
      Alamat: 'Gang Penuh',
      Pekerjaan: 'Pekerjaan Penuh',
    }),
    'a file': {
      begin: (page) => hand(page, 'look', incoming),
      end: (page) => hand(page, 'press', 'Gabungkan semua'),
      texts: ['Contoh Kiriman'],
      needsPoint: true,
    },
  };
}

/** One step with a store that breaks before it, and is mended after it. */
async function run(page, what, { fields, begin, end, texts, needsPoint }, { spoil, begins, isAll }) {
  await spoil(page);
  // A database that is open stays so: it can be refused only to a page that begins.
  if (begins) await reload(page);
  await begin(page);
  if (fields) await assertTold(page, `${what}, half typed`);
  await end(page);
  if (needsPoint && isAll) {
    // Without a restore point no file is taken in; it is still there to be taken in.
    await page.getByText('Titik pemulihan tidak dapat dibuat').waitFor();
    assert.deepEqual(await holds(page, texts), texts, `${what}: nothing was taken in`);
    return;
  }
  // A restore point is kept before the file is taken in: that takes turns, and a warning of before may stand all the while.
  if (needsPoint) await step.eventually(() => hand(page, 'has', 'Gabungkan semua'), false, `${what}: the preview is done`);
  await assertTold(page, what);
  if (fields) {
    const found = await hand(page, 'values', Object.keys(fields));
    const closed = found.includes(null);
    assert.ok(closed || found.every((text, at) => text === texts[at]), `${what}: what was typed stands there: ${found}`);
  }
  assert.deepEqual(await holds(page, texts), [], `${what}: it is in the file that can be sent`);
  await assertTold(page, `${what}, on the next page`);

  if (SAVED.test(await hand(page, 'state'))) {
    await reload(page);
    assert.deepEqual(await holds(page, texts), [], `${what}: what is called saved is there after a reload`);
    await assertTold(page, `${what}, after a reload`);
  }
  await mend(page);
  if (await hand(page, 'has', 'Coba simpan lagi')) await hand(page, 'press', 'Coba simpan lagi');
  await reload(page);
  await hand(page, 'said');
  assert.deepEqual(await holds(page, texts), [], `${what}: it is kept once there is room`);
  assert.deepEqual(await hand(page, 'alerts'), [], `${what}: nothing is wrong any more`);
}

for (const [way, breakage] of Object.entries(WAYS)) {
  test(`${way}: nothing typed is lost, and every failure is on the screen`, (t) =>
    withBook({ prepare: (context) => Promise.all([giveHands(context), context.addInitScript(gate)]) }, async ({ page }) => {
      await hand(page, 'addGroup', { 'Nama KUBE': 'Contoh Melati' });
      const group = new URL(page.url()).hash.split('/')[2];
      await hand(page, 'addMember', group, { 'Nama sesuai KTP': 'Contoh Satu' });
      const member = JSON.parse(await hand(page, 'file')).records.find((it) => it.kind === 'member').id;
      for (const [what, part] of Object.entries(script(group, member))) {
        await t.test(what, () => run(page, what, part, breakage));
        await mend(page);
        await reload(page);
      }
    }));
}

test('a form that is half typed when there is no room stays on the screen, and comes back once there is', () =>
  withBook({ prepare: giveHands }, async ({ page }) => {
    const fields = { 'Nama KUBE': 'Contoh Setengah', 'Nama atau rincian usaha': 'Usaha Setengah' };
    await page.evaluate(fill);
    await hand(page, 'openForm', '#/groups/new', 'KUBE baru', fields);
    await assertTold(page, 'half typed');
    assert.deepEqual(await hand(page, 'values', Object.keys(fields)), Object.values(fields));
    await page.evaluate(drain);
    await page.getByRole('textbox', { name: 'Nama atau rincian usaha' }).fill('Usaha Setengah lagi');
    await reload(page);
    await page.getByText('Isian yang belum disimpan dikembalikan.').waitFor();
    assert.deepEqual(await hand(page, 'values', Object.keys(fields)), ['Contoh Setengah', 'Usaha Setengah lagi']);
  }));
