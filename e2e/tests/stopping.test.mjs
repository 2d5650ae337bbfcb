// A file of the whole province on its way in: it can be stopped at any time, the page goes on meanwhile, and a browser that is
// killed in the middle leaves whole groups, which the same file completes. Needs cargo for the file.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { killer } from '../durability/kill.mjs';
import { newProfile, openBook, serve, withBook } from '../harness.mjs';
import { hold, release, slowWorkers } from '../pretend.mjs';
import * as step from '../steps.mjs';

const t = step.WORDS.id;
const GROUPS = 949;
const main = (page) => page.getByRole('main');
const stop = (page) => main(page).getByRole('button', { name: 'Hentikan', exact: true });
const looking = (page) => main(page).getByText(/^(Membaca berkas|Membaca buku ini|Membandingkan|Mencari data ganda): [\d.]+ dari [\d.]+/);
const taking = (page) => main(page).getByText(/^Menggabungkan: [1-9][\d.]* dari 949 KUBE$/);
/** How many groups the preview calls new; a few of the invented persons are like another by chance. */
async function news(page) {
  const { suspected = 0, ...counts } = await step.previewCounts(page);
  return counts.new + suspected;
}
const number = (text) => Number(/: ([\d.]+) /.exec(text)[1].replaceAll('.', ''));

let folder;
let province;
before(async () => {
  folder = await step.newFolder();
  province = await step.sampleFile({ groups: GROUPS, members: 7959, seed: 1, out: folder.path('provinsi.json') });
});
after(() => folder.remove());

/** Everything that is kept, but for what the first screen said and the clock, which only goes forward. */
const kept = (page) => step.stored(page, 'buku-kube/');

test('looking at the province and taking it in can be stopped: the book is byte for byte as before', () =>
  withBook({ prepare: slowWorkers }, async ({ page, context, violations }) => {
    const client = await context.newCDPSession(page);
    await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 2));
    await step.go(page, 'files');
    const before = await kept(page);

    await hold(page);
    await step.chooseFile(page, province);
    await looking(page).waitFor();
    await stop(page).click();
    await stop(page).waitFor({ state: 'detached' });
    await release(page);
    assert.deepEqual(await kept(page), before);
    await page.reload();
    await step.seePage(page, t.files);
    assert.deepEqual(await kept(page), before);

    await step.openFile(page, province);
    assert.equal(await news(page), GROUPS);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await main(page).getByRole('button', { name: t.takeIn, exact: true }).click();
    await taking(page).waitFor();
    await hold(page);
    await stop(page).click();
    await release(page);
    await page.getByText('Dihentikan. Buku ini tetap seperti sebelumnya.').waitFor();
    await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await step.seePage(page, t.files);
    const records = (all) => all.filter(([key]) => /\/(group\/|own\/|rest$|aside\/)/.test(key));
    await step.eventually(async () => records(await kept(page)), records(before));
    // Both copies, before the page is put away.
    await page.getByRole('banner').getByText(/^(Belum dikirim: |Tersimpan di perangkat ini$)/).waitFor();
    await page.reload();
    await step.seePage(page, t.files);
    assert.deepEqual(records(await kept(page)), records(before));

    // Nothing is in the way of opening it again.
    await step.openFile(page, province);
    await step.takeIn(page);
    await page.getByText(/^Berkas digabungkan\. Sekarang 950 KUBE, /).waitFor();
    assert.deepEqual(violations, []);
  }));

test('the page can be used while a file is looked at and taken in, and nobody is called away', () =>
  withBook({ prepare: slowWorkers }, async ({ page, context, violations }) => {
    const client = await context.newCDPSession(page);
    await step.addGroupOf(page, { name: 'Contoh Khusus' }, step.TEN.slice(0, 1));
    await hold(page);
    await step.chooseFile(page, province);
    await looking(page).waitFor();
    await step.openGroup(page, 'Contoh Khusus');
    await main(page).getByRole('link', { name: t.addMember }).click();
    await step.seePage(page, t.newMember);
    await release(page);
    await page.getByText('Berkas selesai diperiksa. Hasilnya ada di halaman Berkas.').waitFor();
    await step.addMember(page, step.TEN[1]);
    await step.go(page, 'files');
    await main(page).getByText('Berkas sudah diperiksa, tetapi belum digabungkan.').waitFor();
    await main(page).getByRole('link', { name: 'Lanjutkan', exact: true }).click();
    await step.seePage(page, t.preview);

    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await main(page).getByRole('button', { name: t.takeIn, exact: true }).click();
    await taking(page).waitFor();
    await hold(page);
    await page.getByRole('navigation', { name: t.nav }).getByRole('link', { name: t.files, exact: true }).click();
    const first = number(await taking(page).innerText());
    await release(page);
    await step.eventually(async () => number(await taking(page).innerText()) > first, true, 'counted on');
    await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    // The whole province, on a machine that may do other things beside it.
    await page.getByText(/^Berkas digabungkan\. Sekarang 950 KUBE, /).waitFor({ timeout: 120_000 });
    await step.seePage(page, t.files);
    await step.go(page, 'groups');
    await page.getByRole('searchbox').fill('Contoh Khusus');
    await main(page).getByRole('link', { name: /^Contoh Khusus/ }).first().click();
    await step.seePage(page, 'Contoh Khusus');
    await main(page).getByRole('link', { name: 'Anggota 2', exact: true }).waitFor();
    assert.deepEqual(violations, []);
  }));

test('killed in the middle of taking in, each group is whole, and the same file completes the book', async () => {
  const [server, profile] = [await serve(), await newProfile()];
  const wish = { server, profile: profile.folder };
  let book;
  try {
    book = await openBook(wish);
    const kill = await killer(profile.folder);
    await step.openFile(book.page, province);
    const client = await book.context.newCDPSession(book.page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await main(book.page).getByRole('button', { name: t.takeIn, exact: true }).click();
    await taking(book.page).waitFor();
    await step.eventually(async () => number(await taking(book.page).innerText()) >= 100, true);
    await kill();
    await book.close().catch(() => {});

    book = await openBook(wish);
    const { page } = book;
    const homes = (records) => {
      const homes = new Map();
      for (const record of records.filter(({ kind }) => kind !== 'receipt')) {
        const home = record.kind === 'group' ? record.id : record.changes.map(({ set }) => set?.group).find(Boolean);
        homes.set(home, [...(homes.get(home) ?? []), record]);
      }
      return homes;
    };
    const whole = homes(JSON.parse(await readFile(province, 'utf8')).records);
    const held = homes(JSON.parse(await readFile(await step.sendFile(page), 'utf8')).records);
    assert.ok(held.size > 0 && held.size < GROUPS, `${held.size} groups are here`);
    for (const [home, records] of held) assert.deepEqual(records, whole.get(home), home);

    await step.openFile(page, province);
    assert.equal((await step.previewCounts(page)).same, held.size);
    assert.equal(await news(page), GROUPS - held.size);
    await step.takeIn(page);
    assert.deepEqual(homes(JSON.parse(await readFile(await step.sendFile(page), 'utf8')).records), whole);
  } finally {
    await book?.close().catch(() => {});
    await server.close();
    await profile.remove();
  }
});
