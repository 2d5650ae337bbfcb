// Files locked with a passphrase: an independent JOSE library opens ours and we open its, and a wrong passphrase costs
// nothing. Prints how long locking takes at full speed and slowed to a quarter.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { FlattenedEncrypt, flattenedDecrypt } from 'jose';
import { violationsOf } from '../axe.mjs';
import { withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const GROUP = 'Contoh Melati';
const ROUNDS = 600_000;
const bytes = (text) => new TextEncoder().encode(text);

let folder;
before(async () => {
  folder = await step.newFolder();
});
after(() => folder.remove());

/** What jose makes of a locked file; it ignores by itself what stands beside the JWE. */
async function joseOpens(text, passphrase) {
  const options = { maxPBES2Count: ROUNDS, keyManagementAlgorithms: ['PBES2-HS512+A256KW'] };
  const { plaintext } = await flattenedDecrypt(JSON.parse(text), bytes(passphrase), options);
  return new TextDecoder().decode(plaintext);
}

async function joseLocks(plain, passphrase, parameters) {
  const jwe = new FlattenedEncrypt(bytes(plain)).setProtectedHeader({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM' });
  return JSON.stringify(await jwe.setKeyManagementParameters(parameters).encrypt(bytes(passphrase)));
}

const sending = (page) => page.getByRole('region', { name: 'Kirim', exact: true });
const phrase = (page) => sending(page).getByRole('status').filter({ hasText: /^\s*([a-z]{4,7} ){5}[a-z]{4,7}\s*$/ });

/** Chooses the file with everything, which is locked unless one chooses otherwise. */
const everything = (page) => page.getByRole('radio', { name: 'Lengkap', exact: true }).check();

/** Locks the file with everything and downloads it. */
async function lockAndDownload(page) {
  await page.getByRole('button', { name: 'Siapkan berkas', exact: true }).click();
  await page.getByText('Berkas terkunci dan siap dikirim.', { exact: true }).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Unduh', exact: true }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

/** How many records of groups and members a file has; receipts of what was sent before are there, too. */
const people = (text) => JSON.parse(text).records.filter(({ kind }) => kind !== 'receipt').length;

async function unlock(page, passphrase) {
  await page.getByRole('textbox', { name: 'Kata sandi', exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Buka kunci', exact: true }).click();
}

test('a file of everything leaves locked, tells nothing, and jose opens it with the words that were shown', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroupOf(page, { name: GROUP }, step.TEN.slice(0, 3));
    await step.go(page, 'files');
    await everything(page);
    const shown = (await phrase(page).innerText()).trim();
    const text = await lockAndDownload(page);

    const outer = JSON.parse(text);
    assert.deepEqual(Object.keys(outer), ['format', 'version', 'protected', 'encrypted_key', 'iv', 'tag', 'ciphertext']);
    const header = JSON.parse(Buffer.from(outer.protected, 'base64url').toString());
    assert.deepEqual([header.alg, header.enc, header.cty], ['PBES2-HS512+A256KW', 'A256GCM', 'json']);
    assert.ok(header.p2c >= ROUNDS, `${header.p2c} rounds`);
    for (const { name, nik } of step.TEN.slice(0, 3)) assert.ok(!text.includes(name) && !text.includes(nik));

    const file = JSON.parse(await joseOpens(text, shown));
    assert.equal(file.kind, 'full');
    assert.equal(file.records.length, 4);
    await assert.rejects(joseOpens(text, `${shown} lagi`));
    assert.deepEqual(violations, []);
  }));

test('another passphrase is another file: what was prepared before does not leave', () =>
  withBook({}, async ({ page }) => {
    await step.addGroupOf(page, { name: GROUP }, step.TEN.slice(0, 1));
    await step.go(page, 'files');
    await everything(page);
    const first = (await phrase(page).innerText()).trim();
    await lockAndDownload(page);
    await page.getByRole('button', { name: 'Ganti', exact: true }).click();
    await page.getByRole('button', { name: 'Siapkan berkas', exact: true }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Unduh', exact: true }).count(), 0);
    const second = (await phrase(page).innerText()).trim();
    assert.notEqual(second, first);
    const text = await lockAndDownload(page);
    assert.equal(people(await joseOpens(text, second)), 2);
    await assert.rejects(joseOpens(text, first));
  }));

test('a passphrase of one\'s own is judged, and jose opens with what the page says is used', () =>
  withBook({}, async ({ page }) => {
    await step.addGroupOf(page, { name: GROUP }, step.TEN.slice(0, 1));
    await step.go(page, 'files');
    await everything(page);
    await page.getByRole('button', { name: 'Buat kata sandi sendiri', exact: true }).click();
    const own = page.getByRole('textbox', { name: 'Kata sandi buatan Anda', exact: true });
    await own.fill('rahasia');
    await page.getByText(/^Terlalu mudah ditebak\./).waitFor();
    await page.getByRole('button', { name: 'Siapkan berkas', exact: true }).click();
    assert.equal(await page.getByRole('button', { name: 'Unduh', exact: true }).count(), 0, 'nothing is made of it');
    await own.fill('Warung-Kopi Pagi   Hangat');
    await page.getByText('Yang dipakai dan perlu Anda sampaikan: warung kopi pagi hangat', { exact: true }).waitFor();
    const text = await lockAndDownload(page);
    assert.equal(people(await joseOpens(text, 'warung kopi pagi hangat')), 2);
  }));

test('what jose locked opens here, with other rounds and salt, after a wrong passphrase that changed nothing', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroup(page, { name: 'Contoh Lain' });
    const [group, member] = step.someRecords({ group: { name: GROUP } });
    const plain = step.textOf(step.fileOf([group, member]));
    for (const [place, parameters] of [
      { p2c: 1_000, p2s: new Uint8Array(8).fill(3) },
      { p2c: 700_000, p2s: new Uint8Array(64).fill(5) },
    ].entries()) {
      const path = await folder.put(`kunci-${place}.txt`, `\ufeff${await joseLocks(plain, 'kopi pagi hangat', parameters)}\r\n`);
      await step.chooseFile(page, path);
      await page.getByRole('form', { name: 'Berkas ini terkunci' }).waitFor();
      const before = await step.stored(page);
      await unlock(page, 'kopi pagi dingin');
      await page.getByRole('alert').getByText(/^Kata sandi tidak cocok; tidak ada yang diubah\./).waitFor();
      assert.deepEqual(await step.stored(page), before);
      await unlock(page, 'Kopi-pagi hangat ');
      await step.seePage(page, step.WORDS.id.preview);
    }
    await step.takeIn(page);
    await page.getByRole('link', { name: GROUP }).waitFor();
    assert.deepEqual(violations, []);
  }));

test('asking can be left, a damaged or foreign lock is told at once, and the question is accessible', () =>
  withBook({}, async ({ page }) => {
    const locked = JSON.parse(await joseLocks('{}', 'kopi pagi', { p2c: 1_000 }));
    const good = await folder.put('baik.json', JSON.stringify(locked));
    await step.chooseFile(page, good);
    const question = page.getByRole('form', { name: 'Berkas ini terkunci' });
    await question.waitFor();
    const field = page.getByRole('textbox', { name: 'Kata sandi', exact: true });
    await step.eventually(() => field.evaluate((it) => it === document.activeElement), true, 'the field has the focus');
    await page.getByRole('button', { name: 'Sembunyikan', exact: true }).click();
    await step.eventually(() => page.locator('#unseal').getAttribute('type'), 'password');
    const violations = await violationsOf(page);
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
    await page.getByRole('button', { name: 'Batal', exact: true }).click();
    await question.waitFor({ state: 'detached' });

    const alert = page.getByRole('region', { name: 'Buka', exact: true }).getByRole('alert');
    const cut = await folder.put('rusak.json', JSON.stringify({ ...locked, tag: 'AAAA' }));
    await step.chooseFile(page, cut);
    await alert.getByText(/^Berkas terkunci ini rusak/).waitFor();
    const foreign = { ...locked, protected: Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url') };
    await step.chooseFile(page, await folder.put('lain.json', JSON.stringify(foreign)));
    await alert.getByText(/^Berkas ini dikunci dengan cara yang belum dikenal/).waitFor();
  }));

test('locking takes seconds at most, and the page stays free meanwhile', (t) =>
  withBook({}, async ({ page, context }) => {
    await step.addGroupOf(page, { name: GROUP }, step.TEN.slice(0, 1));
    await step.go(page, 'files');
    await everything(page);
    const client = await context.newCDPSession(page);
    for (const rate of [1, 4]) {
      await client.send('Emulation.setCPUThrottlingRate', { rate });
      const derive = await page.evaluate(async (iterations) => {
        const salt = crypto.getRandomValues(new Uint8Array(35));
        const base = await crypto.subtle.importKey('raw', new Uint8Array(40), 'PBKDF2', false, ['deriveKey']);
        const begun = performance.now();
        const how = { name: 'PBKDF2', hash: 'SHA-512', salt, iterations };
        await crypto.subtle.deriveKey(how, base, { name: 'AES-KW', length: 256 }, false, ['wrapKey']);
        return performance.now() - begun;
      }, ROUNDS);
      await page.getByRole('button', { name: 'Ganti', exact: true }).click();
      const begun = performance.now();
      await page.getByRole('button', { name: 'Siapkan berkas', exact: true }).click();
      await page.getByText('Berkas terkunci dan siap dikirim.', { exact: true }).waitFor();
      const whole = performance.now() - begun;
      t.diagnostic(`${rate}x: ${ROUNDS} rounds ${Math.round(derive)} ms, from the tap to "ready" ${Math.round(whole)} ms`);
      assert.ok(derive < 10_000, `${derive} ms`);
    }
  }));
