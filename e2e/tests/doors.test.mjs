// Berkas as three doors: the same again to whom it went last, in at most three taps; what lies behind; one list of what went and
// came; whose it is by name; and a focus that is never lost.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { newProfile, serve, shots, withBook } from '../harness.mjs';
import * as pretend from '../pretend.mjs';
import * as step from '../steps.mjs';
import { fileOf, someRecords, textOf } from '../steps.mjs';

const t = step.WORDS.id;
const GROUP = { name: 'Contoh Melati' };
const TO = 'Dinsos Samarinda';
const main = (page) => page.getByRole('main');
const door = (page, name) => page.getByRole('region', { name, exact: true });
const press = (within, name) => within.getByRole('button', { name, exact: true }).click();
const list = (page) => door(page, 'Terkirim dan diterima');
const isSent = (page) => page.getByRole('banner').getByText('Tersimpan di perangkat ini').waitFor();
const isUnsent = (page, count) => page.getByRole('banner').getByText(`Belum dikirim: ${count} perubahan`).waitFor();
const hasFocus = (page) => page.evaluate(() => document.activeElement !== document.body);

let folder;
before(async () => (folder = await step.newFolder()));
after(() => folder.remove());

/** Counts what a person taps, from the next start of the page on. */
const tapsCounted = (context) =>
  context.addInitScript(() => {
    window.taps = 0;
    document.addEventListener('click', (event) => (window.taps += Number(event.isTrusted)), true);
  });
const taps = (page) => page.evaluate(() => window.taps);

/** Whether the browser still takes what is done for the tap before it. */
const tapLasts = (lasts) => (context) =>
  context.addInitScript((lasts) => {
    if (!isSecureContext) return;
    Object.defineProperty(UserActivation.prototype, 'isActive', { get: () => lasts });
  }, lasts);

/** Downloads a file of this kind for somebody, and says that it was sent. */
async function sendTo(page, to, { kind = t.full } = {}) {
  await step.go(page, 'files');
  await step.sendOther(page);
  await main(page).getByRole('combobox', { name: 'Untuk', exact: true }).fill(to);
  await page.getByRole('radio', { name: kind, exact: true }).check();
  await press(main(page), t.prepare);
  await Promise.all([page.waitForEvent('download'), press(main(page), t.download)]);
  await press(main(page), t.sentYes);
}

/** A book of which Dinsos has had all but the last change, opened anew on Ringkasan. */
async function begin(page) {
  await step.addGroupOf(page, GROUP, step.TEN.slice(0, 2));
  await sendTo(page, TO);
  await isSent(page);
  await step.changeMember(page, GROUP.name, 'Contoh Satu', 'phone', '081200000001');
  await isUnsent(page, 1);
  await step.go(page, 'summary');
  await page.reload();
  await isUnsent(page, 1);
}
const AGAIN = `Kirim 1 perubahan ke ${TO}`;
const toFiles = (page) => page.getByRole('navigation', { name: t.nav }).getByRole('link', { name: t.files, exact: true }).click();

test('where nothing can be shared, the changes are downloaded in two taps, and sent with the third, which says so', () =>
  withBook({ prepare: pretend.both(pretend.sharing('absent'), tapsCounted) }, async ({ page, violations }) => {
    await begin(page);
    await toFiles(page);
    const phrase = (await door(page, 'Kirim').locator('.phrase').first().innerText()).trim();
    const [download] = await Promise.all([page.waitForEvent('download'), press(door(page, 'Kirim'), AGAIN)]);
    assert.match(download.suggestedFilename(), /^KUBE Samarinda - perubahan - \d{4}-\d\d-\d\d\.json$/);
    await main(page).getByText(download.suggestedFilename(), { exact: true }).waitFor();
    // It lies on this very phone.
    await isUnsent(page, 1);
    await press(door(page, 'Kirim'), t.sentYes);
    await isSent(page);
    assert.equal(await taps(page), 3);
    await step.eventually(() => hasFocus(page), true, 'the focus stays in the door');
    // It is locked with the words that stood beside the button.
    const text = await readFile(await download.path(), 'utf8');
    assert.ok(JSON.parse(text).ciphertext && !text.includes('Contoh Satu'));
    await withBook({}, async ({ page: there }) => {
      await step.chooseFile(there, await folder.put('terkunci.json', text));
      await there.getByRole('textbox', { name: 'Kata sandi', exact: true }).fill(phrase);
      await press(there, 'Buka kunci');
      await step.seePage(there, t.preview);
      assert.deepEqual(await step.previewCounts(there), { new: 1 });
    });
    await main(page).getByText(`Semua perubahan sudah dikirim ke ${TO}.`, { exact: true }).waitFor();
    assert.deepEqual(violations, []);
  }));

for (const [lasts, most] of [
  [true, 2],
  [false, 3],
]) {
  const how = lasts ? 'at once while the tap lasts' : 'with one more tap where the tap is over by then';
  test(`the changes are shared ${how}`, () =>
    withBook({ prepare: pretend.both(pretend.sharing('done'), tapLasts(lasts), tapsCounted) }, async ({ page, violations }) => {
      await begin(page);
      await toFiles(page);
      await press(door(page, 'Kirim'), AGAIN);
      if (!lasts) await press(door(page, 'Kirim'), 'Bagikan');
      await isSent(page);
      assert.equal(await taps(page), most);
      const shared = await page.evaluate(() => window.shared);
      assert.deepEqual(shared.map(({ name }) => name.replace(/\d{4}-\d\d-\d\d/, 'DAY')), ['KUBE Samarinda - perubahan - DAY.txt']);
      const [latest] = await list(page).getByRole('listitem').allInnerTexts();
      assert.match(latest, /^Ke Dinsos Samarinda\n.* · Perubahan saja · 1 KUBE, 2 KK$/);
      await step.eventually(() => hasFocus(page), true);
      assert.deepEqual(violations, []);
    }));
}

test('a sheet that is closed or refused sends nothing, and the file can be handed on in another way', () =>
  withBook({ prepare: pretend.both(pretend.sharing('NotAllowedError'), tapLasts(true)) }, async ({ page, violations }) => {
    await begin(page);
    await toFiles(page);
    await press(door(page, 'Kirim'), AGAIN);
    await door(page, 'Kirim').getByText(/^Peramban menolak membagikan berkas; belum ada yang terkirim\./).waitFor();
    await isUnsent(page, 1);
    await step.eventually(() => hasFocus(page), true);
    await Promise.all([page.waitForEvent('download'), press(door(page, 'Kirim'), t.download)]);
    await press(door(page, 'Kirim'), 'Belum');
    await isUnsent(page, 1);
    assert.deepEqual(violations, []);
  }));

test('a recap follows a recap, unlocked; and who got one KUBE alone is not offered the book', () =>
  withBook({ prepare: pretend.sharing('absent') }, async ({ page, violations }) => {
    await step.addGroupOf(page, GROUP, step.TEN.slice(0, 2));
    await sendTo(page, TO, { kind: 'Rekap' });
    await step.openGroup(page, GROUP.name);
    await page.getByRole('button', { name: t.sendGroup, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: t.sendGroup });
    await dialog.getByRole('combobox', { name: 'Untuk', exact: true }).fill('Rekan Contoh');
    // One KUBE is as full of names as the book: it is locked in the same way.
    assert.ok(await dialog.getByRole('radio', { name: 'Dengan kata sandi', exact: true }).isChecked());
    await press(dialog, t.prepare);
    await dialog.getByText('Berkas terkunci dan siap dikirim.', { exact: true }).waitFor();
    await step.eventually(() => hasFocus(page), true);
    const [one] = await Promise.all([page.waitForEvent('download'), press(dialog, t.download)]);
    assert.match(one.suggestedFilename(), /^KUBE Contoh Melati - \d{4}-\d\d-\d\d\.json$/);
    assert.ok(JSON.parse(await readFile(await one.path(), 'utf8')).ciphertext);
    await press(dialog, t.sentYes);
    await press(dialog, t.close);
    await step.go(page, 'files');
    await list(page).getByText('Ke Rekan Contoh', { exact: true }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), press(door(page, 'Kirim'), `Kirim rekap ke ${TO}`)]);
    assert.match(download.suggestedFilename(), /^KUBE Samarinda - rekap - /);
    assert.equal(JSON.parse(await readFile(await download.path(), 'utf8')).kind, 'recap');
    // A recap holds no change, so that none counts as sent by it.
    await press(door(page, 'Kirim'), t.sentYes);
    await isUnsent(page, 3);
    await step.goStorage(page);
    await main(page).getByText('Belum ada berkas dengan seluruh isi buku yang keluar dari perangkat ini.', { exact: true }).waitFor();
    assert.deepEqual(violations, []);
  }));

test('from "Siapkan berkas" on the focus is never lost, whichever buttons come and go', () =>
  withBook({ prepare: pretend.sharing('NotAllowedError') }, async ({ page, violations }) => {
    await step.addGroupOf(page, GROUP, step.TEN.slice(0, 1));
    await step.go(page, 'files');
    await step.chooseOpenFile(page);
    const button = (name) => main(page).getByRole('button', { name, exact: true });
    await button(t.prepare).focus();
    await page.keyboard.press('Enter');
    for (const name of ['Bagikan', t.download, 'Belum', t.download, t.sentYes]) {
      await button(name).waitFor();
      await step.eventually(() => hasFocus(page), true, `before ${name}`);
      await button(name).focus();
      await page.keyboard.press('Enter');
    }
    await isSent(page);
    await step.eventually(() => hasFocus(page), true);
    assert.deepEqual(violations, []);
  }));

test('a phone is told nothing of dragging and of computers; a laptop is told that files may be dropped', async () => {
  await withBook({ options: { hasTouch: true, isMobile: true }, prepare: pretend.folder() }, async ({ page }) => {
    await step.go(page, 'files');
    await main(page).getByText(t.choose, { exact: true }).waitFor();
    assert.equal(await main(page).getByText(t.drop).isVisible(), false);
    await step.goStorage(page);
    await main(page).getByRole('heading', { name: 'Folder cadangan' }).waitFor();
    assert.equal(await main(page).getByText(/komputer/).count(), 0);
  });
  await withBook({ viewport: { width: 1280, height: 800 } }, async ({ page }) => {
    await step.go(page, 'files');
    await main(page).getByText(t.drop).waitFor();
  });
});

test('a book in daily use has Berkas on a screen and a half: three doors and one list', () =>
  withBook({ options: { hasTouch: true, isMobile: true }, prepare: pretend.sharing('done') }, async ({ page, violations }) => {
    await begin(page);
    await toFiles(page);
    await press(door(page, 'Kirim'), 'Ganti');
    await door(page, 'Kirim').getByRole('button', { name: AGAIN, exact: true }).waitFor();
    const titles = await main(page).getByRole('heading', { level: 2 }).allInnerTexts();
    assert.deepEqual(titles, ['Kirim', 'Buka', 'Untuk Excel', 'Terkirim dan diterima']);
    const first = await door(page, 'Kirim').getByRole('button').first().innerText();
    assert.equal(first, AGAIN, 'the first button is the daily job');
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    assert.ok(height <= 1_150, `${height} px`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    if (process.env.SHOTS) await shots(page, 'berkas-360');
    assert.deepEqual(violations, []);
  }));

test('a preview says of each of two values which is in this book and which in the file; history names whose device', async () => {
  const [server, profile] = [await serve(), await newProfile()];
  try {
    await withBook({ server, profile: profile.folder }, async ({ page, violations }) => {
      const records = someRecords();
      const file = (own, id) => textOf(fileOf(own, { id, from: { device: 'ndwn04', name: 'Bu Contoh, TKSK' } }));
      await step.openFile(page, await folder.put('satu.json', file(records, '019e7044-88c8-78c8-88c8-c8c8c8c8c8c1')));
      await step.takeIn(page);
      await step.changeMember(page, 'Contoh Mawar', 'Contoh Satu', 'phone', '081200000001');
      const [group, member] = structuredClone(records);
      member.changes.push({ at: '01a9mn93bw00ndwn04', seen: [member.changes[0].at], set: { phone: '+6281200000002' } });
      await step.openFile(page, await folder.put('dua.json', file([group, member], '019e7044-88c8-78c8-88c8-c8c8c8c8c8c2')));
      const sides = main(page).locator('.both').getByRole('listitem');
      const told = (await sides.allInnerTexts()).map((text) => text.split('\n').map((line) => line.trim())).sort();
      assert.deepEqual(told.map(([at]) => at), ['Di berkas', 'Di buku ini']);
      assert.deepEqual(told.map(([, value]) => value.replaceAll(/\D/g, '').slice(-1)), ['2', '1']);
      await step.takeIn(page, { conflicts: true });
      await step.openGroup(page, 'Contoh Mawar');
      await main(page).getByRole('link', { name: t.history, exact: true }).click();
      await main(page).getByText(/^di perangkat ini, /).first().waitFor();
      await main(page).getByText(/^di perangkat Bu Contoh, TKSK, /).first().waitFor();
      assert.equal(await main(page).getByText(/ndwn04/).count(), 0);
      assert.deepEqual(violations, []);
    });
  } finally {
    await profile.remove();
    await server.close();
  }
});
