// Fills a book as people do and writes out what its browser then holds. Run over an older release's `dist`:
//   node capture_profile.mjs <dist> <file>
import { writeFile } from 'node:fs/promises';
import { openBook, serve } from './harness.mjs';
import { giveHands, hand } from './hands.mjs';
import * as step from './steps.mjs';

const [root, out] = process.argv.slice(2);
const server = await serve({ root });
const book = await openBook({ server, prepare: giveHands });
const { page } = book;
await hand(page, 'addGroup', { 'Nama KUBE': 'Contoh Melati', 'Nama atau rincian usaha': 'Kue Contoh' });
const group = new URL(page.url()).hash.split('/')[2];
for (const name of ['Contoh Satu', 'Contoh Dua', 'Contoh Tiga']) {
  await hand(page, 'addMember', group, { 'Nama sesuai KTP': name, Alamat: `Jalan ${name}` });
}
const ids = async () => JSON.parse(await hand(page, 'file')).records.filter((it) => it.kind === 'member').map((it) => it.id);
const [one, two] = await ids();
await hand(page, 'editMember', group, one, { Pekerjaan: 'Dagang' });
await hand(page, 'eraseMember', group, two);
await hand(page, 'addGroup', { 'Nama KUBE': 'Contoh Mawar' });
await hand(page, 'callMe', 'Contoh Pendamping');
// A file of another device: a new group, and a field in conflict.
const others = step.someRecords({ group: { name: 'Contoh Kiriman' } });
const conflict = { id: one, kind: 'member', changes: [{ at: '01hxxxxxxx00aaaaaa', seen: [], set: { occupation: 'Tani' } }] };
await hand(page, 'look', step.textOf(step.fileOf([...others, conflict])));
await step.takeIn(page, { conflicts: true });
await hand(page, 'said');
await hand(page, 'practise');
await hand(page, 'said');
await hand(page, 'leavePractice');
await hand(page, 'openForm', '#/groups/new', 'KUBE baru', { 'Nama KUBE': 'Contoh Setengah' });
await page.waitForTimeout(3_000);
const profile = await page.evaluate(async () => {
  const done = (request) => new Promise((yes, no) => ((request.onsuccess = () => yes(request.result)), (request.onerror = () => no(request.error))));
  const databases = {};
  for (const { name, version } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name, version));
    const stores = {};
    for (const store of database.objectStoreNames) {
      const at = database.transaction(store).objectStore(store);
      const [keys, values] = [await done(at.getAllKeys()), await done(at.getAll())];
      stores[store] = { keyPath: at.keyPath, entries: keys.map((key, place) => [key, values[place]]) };
    }
    database.close();
    databases[name] = { version, stores };
  }
  return { localStorage: { ...localStorage }, databases };
});
profile.records = await step.recordsIn(page);
await writeFile(out, `${JSON.stringify(profile, null, 1)}\n`);
await book.close();
await server.close();
