// The book talks to nobody, complains of nothing, and every page of it has an address that opens it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FOLDER, newProfile, openBook, serve, withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const { WORDS } = step;

test('over a whole walk no request leaves the origin, and the console has no errors', () =>
  withBook({}, async ({ page, requests, violations, server }) => {
    await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 2));
    for (const tab of ['Profil', 'Riwayat']) await page.getByRole('link', { name: tab, exact: true }).click();
    const file = await step.sendFile(page);
    await step.openFile(page, file);
    for (const place of ['summary', 'groups', 'events', 'more']) await step.go(page, place);
    await page.getByRole('radio', { name: 'English' }).check();
    await step.seePage(page, 'More');
    await page.getByRole('button', { name: 'Enter practice mode', exact: true }).click();
    await step.go(page, 'summary');
    await page.reload();
    await step.seePage(page, WORDS.en.summaryTitle);
    assert.deepEqual(violations, []);
    const elsewhere = requests.filter((url) => /^https?:/.test(url) && !url.startsWith(server.url));
    assert.deepEqual(elsewhere, [], 'nothing outside the folder is asked for');
    assert.ok(server.hits.every((path) => path.startsWith(FOLDER)), 'all paths are relative');
  }));

test('every page opens by its address, in a sub-folder', () =>
  withBook({}, async ({ page, context, server, violations }) => {
    await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
    const group = new URL(page.url()).hash;
    await step.readMember(page, 'Contoh Satu');
    const member = new URL(page.url()).hash;
    const pages = {
      '': WORDS.id.summaryTitle,
      '#/': WORDS.id.summaryTitle,
      '#/?scope=pkp-2014': WORDS.id.summaryTitle,
      '#/?region=64.72': 'Ringkasan Samarinda',
      '#/?region=64.72&scope=pkp-2014': 'Ringkasan Samarinda',
      '#/?region=65.71': WORDS.id.summaryTitle,
      '#/city': 'Kota saya',
      '#/programme': 'Angka program',
      '#/practice': 'Latihan',
      '#/groups': 'KUBE',
      '#/groups?region=64.72&year=2014': 'KUBE',
      '#/groups/new': 'KUBE baru',
      [group]: 'Contoh Melati',
      [`${group}/profile`]: 'Contoh Melati',
      [`${group}/history`]: 'Contoh Melati',
      [`${group}/edit`]: 'Ubah profil KUBE',
      [`${group}/members/new`]: 'Anggota baru',
      [member]: 'Anggota',
      [`${member}/edit`]: 'Ubah anggota',
      '#/events': 'Kegiatan',
      '#/files': 'Berkas',
      '#/files/check': 'Periksa berkas',
      '#/more': 'Lainnya',
      '#/more/storage': WORDS.id.storage,
      '#/groups/bukan-penanda': WORDS.id.missing,
      '#/entah/apa': WORDS.id.missing,
    };
    for (const [hash, title] of Object.entries(pages)) {
      const tab = await context.newPage();
      await tab.goto(server.url + hash);
      await step.seePage(tab, title);
      await step.eventually(() => tab.title(), `${title} · Buku KUBE`, hash);
      await tab.close();
    }
    assert.deepEqual(violations, []);
  }));

const id = '01966953-ca43-7809-aa23-4cbafa33d742';

async function seeMissing(page, rest) {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/groups/${id}${rest}`);
  await page.getByRole('main').getByText(/^KUBE ini tidak ada di buku ini\./).waitFor({ timeout: 5_000 });
  await step.go(page, 'events');
}

test('a KUBE that is not in this book is said to be missing, at each of its addresses', () =>
  withBook({}, async ({ page, violations }) => {
    for (const rest of ['', '/profile', '/history', '/members/new', `/members/${id}`, `/members/${id}/edit`]) await seeMissing(page, rest);
    assert.deepEqual(violations, []);
  }));

test('the profile of a KUBE that is not in this book is not there to be edited', () =>
  withBook({}, ({ page }) => seeMissing(page, '/edit')));

test('the filters stand in the address, so that a link and "back" find the same list', () =>
  withBook({}, async ({ page, context, server, violations }) => {
    await step.practise(page);
    await (await step.chart(page, 'chartGroups')).getByRole('link', { name: /^Bontang / }).click();
    await page.getByText('15 dari 50 KUBE', { exact: true }).waitFor();
    await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
    await page.getByRole('link', { name: 'Anggota 10', exact: true }).waitFor();
    await page.goBack();
    await page.getByText('15 dari 50 KUBE', { exact: true }).waitFor();
    await page.getByRole('searchbox').fill('contoh');
    assert.doesNotMatch(page.url(), /contoh/, 'what is searched may be a name or a NIK, and browsers keep addresses');
    const tab = await context.newPage();
    await tab.goto(server.url + new URL(page.url()).hash);
    await tab.getByText('15 dari 50 KUBE', { exact: true }).waitFor();
    assert.equal(await tab.getByRole('searchbox').inputValue(), '');
    assert.deepEqual(violations, []);
  }));

test('what was entered is there when the browser is opened again', async () => {
  const server = await serve();
  const profile = await newProfile();
  try {
    let book = await openBook({ server, profile: profile.folder });
    await step.addGroupOf(book.page, { name: 'Contoh Melati' }, step.TEN.slice(0, 2));
    await book.close();
    book = await openBook({ server, profile: profile.folder });
    try {
      await step.seePage(book.page, WORDS.id.summaryTitle);
      assert.equal(await step.bar(book.page, 'Samarinda'), '1 dari 20');
      assert.equal(await step.bar(book.page, 'Samarinda', 'chartHouseholds'), '2 dari 200');
      assert.deepEqual(book.violations, []);
    } finally {
      await book.close();
    }
  } finally {
    await server.close();
    await profile.remove();
  }
});
