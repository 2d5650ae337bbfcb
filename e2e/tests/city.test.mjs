// The office of a city puts together what thirty pendamping sent: any order comes to one book, each preview's counts are
// exact, and what one file brought goes out again alone. Recaps and changes only go the same way.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { withBook } from '../harness.mjs';
import * as office from '../office.mjs';
import * as step from '../steps.mjs';

const t = step.WORDS.id;
const main = (page) => page.getByRole('main');
const press = (within, name) => within.getByRole('button', { name, exact: true }).click();
const see = (page, text) => main(page).getByText(text).filter({ visible: true }).first().waitFor();

let folder;
let files;
before(async () => {
  folder = await step.newFolder();
  files = await office.allFiles();
  for (const file of files) file.path = await folder.put(file.name, file.bytes);
});
after(() => folder.remove());

/** The three roads by which files arrive at a desk. */
const ROADS = {
  async picker(page, some) {
    await step.chooseFile(page, some.map((file) => file.path));
  },
  async drop(page, some) {
    await step.go(page, 'files');
    const data = await carried(page, some);
    await main(page).getByRole('heading', { name: 'Buka', exact: true }).dispatchEvent('drop', { dataTransfer: data });
  },
  async paste(page, some) {
    await step.go(page, 'files');
    const data = await carried(page, some);
    await page.locator('body').evaluate((element, data) => {
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, data);
  },
};

const carried = (page, some) =>
  page.evaluateHandle(
    (some) => {
      const data = new DataTransfer();
      for (const { name, bytes } of some) data.items.add(new File([Uint8Array.from(atob(bytes), (it) => it.charCodeAt(0))], name));
      return data;
    },
    some.map(({ name, bytes }) => ({ name, bytes: bytes.toString('base64') })),
  );

/** Hands files over, unlocks those that are locked, and ends on the preview. */
async function handOver(page, road, some) {
  await ROADS[road](page, some);
  for (const { name } of some.filter((file) => file.isLocked)) {
    const question = page.getByRole('form', { name: 'Berkas ini terkunci' });
    await question.getByText(name).waitFor();
    await page.getByRole('textbox', { name: 'Kata sandi', exact: true }).fill(office.PASSPHRASE);
    await press(page, 'Buka kunci');
  }
  await step.seePage(page, t.preview);
}

const numbers = (text) => text.match(/\d[\d.]*/g).map((number) => Number(number.replaceAll('.', '')));

/** What the preview says of the book before and after: groups and households. */
async function totals(page) {
  const [groups, households, groupsAfter, householdsAfter] = numbers(await main(page).getByText(/^Sekarang .*; setelah digabungkan /).innerText());
  return { before: [groups, households], after: [groupsAfter, householdsAfter] };
}

/** Looks at the sums of the preview, takes all in and answers what the book holds then. */
async function takeAll(page, some, held) {
  const counts = await step.previewCounts(page);
  const groups = new Set(some.flatMap((file) => [...file.groups]));
  assert.equal(Object.values(counts).reduce((sum, count) => sum + count, 0), groups.size, JSON.stringify(counts));
  const { before, after } = await totals(page);
  assert.deepEqual(before, held);
  await step.takeIn(page, { conflicts: Boolean(counts.conflict) });
  const said = await page.getByRole('status').getByText(/^Berkas digabungkan\. /).innerText();
  assert.deepEqual(numbers(said), after);
  return after;
}

/** Takes batches in, each `[road, files]`; answers what the book holds then. */
async function takeBatches(page, batches) {
  let held = [0, 0];
  for (const [road, some] of batches) {
    await handOver(page, road, some);
    held = await takeAll(page, some, held);
  }
  return held;
}

/** The records that a file of the whole book holds, by id. */
async function records(page) {
  // From another page, so that Berkas begins anew.
  await step.go(page, 'summary');
  const { records } = JSON.parse(await readFile(await step.sendFile(page), 'utf8'));
  return new Map(records.map((record) => [record.id, record]).sort());
}

const inBatches = (all) => [
  ['picker', all.slice(0, 11)],
  ['drop', all.slice(11, 20)],
  ['paste', all.slice(20, 21)],
  ['picker', all.slice(21)],
];

test('thirty files in any order and by any road come to one book, and each sum of the preview is exact', () =>
  withBook({}, async ({ page: one, violations }) => {
    const held = await takeBatches(one, inBatches(files));
    // Thirty groups, and the one of which a recap came; of three members each, one was erased.
    assert.deepEqual(held, [31, 30 * 3 - 1 + office.RECAPPED.households]);
    const ofOne = await records(one);
    await withBook({}, async ({ page: other }) => {
      const again = files.toReversed();
      const held = await takeBatches(other, [
        ['drop', again.slice(0, 5)],
        ['picker', again.slice(5, 9)],
        ['paste', again.slice(9, 18)],
        ['drop', again.slice(18)],
      ]);
      assert.deepEqual(held, [31, 97]);
      assert.deepEqual(await records(other), ofOne);
    });
    // Every change of every file is here.
    for (const { file } of files.filter(({ isBad }) => !isBad)) {
      for (const { id, changes } of file.records) {
        const record = ofOne.get(id);
        assert.ok(record, id);
        if (record.changes.some(({ erase }) => erase)) continue;
        const known = JSON.stringify(record.changes);
        for (const { at } of changes) assert.ok(known.includes(at), `${id} ${at}`);
      }
    }
    const receipts = [...ofOne.values()].filter(({ kind }) => kind === 'receipt');
    assert.equal(receipts.length, office.SENDERS + 2);

    // Opened once more, there is nothing new in any.
    await handOver(one, 'picker', files);
    await see(one, t.nothingNew);
    const counts = await step.previewCounts(one);
    assert.deepEqual(Object.keys(counts).filter((key) => !['same', 'newerHere'].includes(key)), []);
    await see(one, 'terpotong.txt');
    await press(one, t.cancel);
    await step.seePage(one, t.files);

    const inConflict = Array.from({ length: office.SENDERS }, (_, number) => number).filter(office.isInConflict);
    await one.goto(`${one.url().split('#')[0]}#/conflicts`);
    await step.seePage(one, t.conflictsTitle);
    await see(one, '3 isian yang berbeda di 3 KUBE');
    for (const number of inConflict) await see(one, office.groupName(number));
    await one.goto(`${one.url().split('#')[0]}#/duplicates`);
    await see(one, '1 dari 1 pasang');
    for (const number of office.TWINS) await see(one, office.groupName(number));
    await one.goto(`${one.url().split('#')[0]}#/files/coverage`);
    await step.seePage(one, t.coverageTitle);
    const senders = main(one).getByRole('region', { name: 'Per pengirim', exact: true }).getByRole('row');
    await step.eventually(async () => (await senders.count()) - 1, office.SENDERS);
    for (let number = 0; number < office.SENDERS; number += 1) {
      assert.equal(await senders.filter({ hasText: office.senderName(number) }).count(), 1);
    }
    assert.deepEqual(violations, []);
  }));

for (const undone of [12, 13]) {
  test(`undoing one file in the middle (${undone}) leaves what the others brought`, () =>
    withBook({}, async ({ page, violations }) => {
      // The gzip'ed one has a group that the file before it has, too; the delta and the locked ones stay out of it here.
      const some = files.slice(12, 16);
      await handOver(page, 'picker', some);
      await step.takeIn(page, { conflicts: true });
      await step.go(page, 'files');
      const list = main(page).getByRole('region', { name: 'Berkas yang sudah digabungkan', exact: true });
      await press(list.getByRole('listitem').filter({ hasText: office.senderName(undone) }), t.undo);
      await step.eventually(() => list.getByRole('listitem').count(), 3);
      const left = await records(page);
      await withBook({}, async ({ page: never }) => {
        await handOver(never, 'drop', some.filter(({ sender }) => sender !== undone));
        // Either of the two alone contradicts nobody.
        await step.takeIn(never);
        assert.deepEqual(left, await records(never));
      });
      // The others one after another: in the end nothing is left of any.
      for (let count = 3; count > 0; count -= 1) {
        await press(list.getByRole('listitem').nth((count * 7) % count), t.undo);
        await step.eventually(() => list.getByRole('listitem').count(), count - 1);
      }
      const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('/group/')));
      await step.eventually(kept, [], 'no group is kept');
      assert.deepEqual(violations, []);
    }));
}

test('a file that was taken in by half and again stands once in the list, as the last, and is undone at once', () =>
  withBook({}, async ({ page, violations }) => {
    const [twice, other] = [files[14], files[18]];
    await handOver(page, 'picker', [other]);
    await step.takeIn(page);
    const without = await records(page);
    await step.go(page, 'files');
    const list = main(page).getByRole('region', { name: 'Berkas yang sudah digabungkan', exact: true });
    await press(list, t.undo);
    await list.waitFor({ state: 'detached' });

    await handOver(page, 'picker', [twice]);
    await main(page).getByRole('listitem').filter({ hasText: office.groupName(15) }).getByRole('checkbox', { name: 'Gabungkan', exact: true }).uncheck();
    await press(page, 'Gabungkan, kecuali 1 KUBE');
    await step.seePage(page, t.groups);
    for (const file of [other, twice]) {
      await handOver(page, 'picker', [file]);
      await step.takeIn(page);
    }
    await step.go(page, 'files');
    const items = list.getByRole('listitem');
    assert.equal(await items.count(), 2);
    assert.ok((await items.nth(0).innerText()).includes(office.senderName(twice.sender)), 'what came last stands first');
    await press(items.nth(0), t.undo);
    await step.eventually(() => items.count(), 1);
    // What this device has sent stands in the book, too.
    const brought = (all) => [...all.values()].filter(({ id, kind }) => kind !== 'receipt' || id === other.file.id);
    assert.deepEqual(brought(await records(page)), brought(without));
    assert.deepEqual(violations, []);
  }));

test('a file is left out of several, and groups are unticked: the rest is taken in, and the sums say so', () =>
  withBook({}, async ({ page, violations }) => {
    const [two, three, four] = [14, 16, 18].map((number) => files[number]);
    await handOver(page, 'drop', [two, three, four]);
    assert.deepEqual((await totals(page)).after, [6, 18]);
    const card = main(page).getByRole('listitem').filter({ hasText: three.name });
    await press(card, 'Jangan sertakan');
    await see(page, 'Tidak disertakan.');
    await step.eventually(async () => (await totals(page)).after, [4, 12]);
    const group = main(page).getByRole('listitem').filter({ hasText: office.groupName(15) });
    await group.getByRole('checkbox', { name: 'Gabungkan', exact: true }).uncheck();
    await step.eventually(async () => (await totals(page)).after, [3, 9]);
    await press(page, 'Gabungkan, kecuali 1 KUBE');
    await step.seePage(page, t.groups);
    for (const number of [14, 18, 19]) await see(page, office.groupName(number));
    for (const number of [15, 16, 17]) assert.equal(await main(page).getByText(office.groupName(number)).count(), 0);
    // What was not taken comes when the file is opened again.
    await handOver(page, 'picker', [two]);
    assert.deepEqual(await step.previewCounts(page), { new: 1, same: 1 });
    assert.deepEqual(violations, []);
  }));

/** Prepares and downloads what is chosen on Berkas, and says that it was sent. */
async function leave(page, receiver) {
  await press(main(page), t.prepare);
  const [file] = await Promise.all([page.waitForEvent('download'), main(page).getByRole('button', { name: t.download, exact: true }).first().click()]);
  await press(main(page), t.sentYes);
  return file.path();
}
const kind = (page, name) => main(page).getByRole('radio', { name, exact: true });

test('a recap of a full book gives an empty one the same charts and nobody\'s data', () =>
  withBook({}, async ({ page: full, violations }) => {
    await handOver(full, 'picker', files.slice(0, 11));
    await step.takeIn(full, { conflicts: true });
    await step.go(full, 'files');
    assert.ok(await kind(full, 'Rekap').isChecked(), 'the default');
    await see(full, 'Data pribadi: tidak ada, kecuali nama Anda sebagai pengirim.');
    const path = await leave(full);
    const text = await readFile(path, 'utf8');
    for (const { file } of files.filter(({ isBad }) => !isBad)) {
      for (const { kind, changes } of file.records) {
        for (const { set } of kind === 'member' ? changes : []) {
          for (const value of [set?.name, set?.nik]) assert.ok(!value || !text.includes(value), value);
        }
        for (const { set } of kind === 'group' ? changes : []) assert.ok(!set?.facilitator || !text.includes(set.facilitator));
      }
    }
    const file = JSON.parse(text);
    assert.equal(file.kind, 'recap');
    assert.deepEqual([...new Set(file.records.map((record) => record.kind))], ['summary']);
    await withBook({}, async ({ page: empty }) => {
      await step.openFile(empty, path);
      assert.deepEqual(await step.previewCounts(empty), { new: file.records.length });
      await step.takeIn(empty);
      const tables = async (page) => {
        await step.go(page, 'summary');
        return [await step.chartTable(page, 'chartGroups'), await step.chartTable(page, 'chartHouseholds')];
      };
      assert.deepEqual(await tables(empty), await tables(full));
      await step.openGroup(empty, office.groupName(3));
      await see(empty, 'Di perangkat ini hanya ada rekap KUBE ini, tanpa data anggota. Data lengkapnya ada pada pengirim.');
      assert.equal(await main(empty).getByRole('link', { name: t.addMember }).count(), 0);
    });
    assert.deepEqual(violations, []);
  }));

test('"changes only" is offered for who has had a file, holds what changed alone, and completes the receiver\'s book', () =>
  withBook({}, async ({ page, violations }) => {
    await handOver(page, 'picker', files.slice(14, 18));
    await step.takeIn(page);
    await step.go(page, 'files');
    const receiver = main(page).getByRole('combobox', { name: 'Untuk', exact: true });
    await receiver.fill('Dinsos Contoh');
    assert.equal(await kind(page, 'Perubahan saja').count(), 0);
    await step.chooseOpenFile(page);
    const first = await leave(page);
    const group = office.groupName(16);
    await step.changeMember(page, group, `${group.split(' ')[1]} Satu`, 'phone', '081200000001');
    await step.go(page, 'files');
    await step.sendOther(page);
    await receiver.fill('Dinsos Lain');
    assert.equal(await kind(page, 'Perubahan saja').count(), 0, 'another has had nothing');
    await receiver.fill('dinsos contoh');
    await kind(page, 'Perubahan saja').check();
    await see(page, /1 KUBE, 3 KK/);
    await kind(page, t.withoutPassphrase).check();
    const second = await leave(page);
    // The ways stay once it has left.
    await main(page).getByRole('button', { name: t.download, exact: true }).waitFor();
    const file = JSON.parse(await readFile(second, 'utf8'));
    assert.equal(file.kind, 'delta');
    const names = file.records.filter((record) => record.kind === 'group').map((record) => record.changes[0].set.name);
    assert.deepEqual(names, [group]);
    assert.equal(file.records.filter((record) => record.kind === 'member').length, 3);
    await withBook({}, async ({ page: there }) => {
      await step.openFile(there, first);
      await step.takeIn(there);
      await step.openFile(there, second);
      assert.deepEqual(await step.previewCounts(there), { newerThere: 1 });
      await step.takeIn(there);
      const [here, theirs] = [await records(page), await records(there)];
      const own = (all) => [...all.values()].filter(({ kind }) => kind !== 'receipt');
      assert.deepEqual(own(theirs), own(here));
    });
    assert.deepEqual(violations, []);
  }));
