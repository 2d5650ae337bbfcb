// Practice mode: a full book of invented data to learn with, which never touches the real one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const CITIES = [
  ['Samarinda', 20, 200],
  ['Balikpapan', 15, 150],
  ['Bontang', 15, 150],
];

test('practice mode shows the 50 KUBE and 500 KK of the press release, city by city, in chart and table alike', () =>
  withBook({}, async ({ page, violations }) => {
    await step.practise(page);
    await page.getByRole('region', { name: 'Mode latihan' }).waitFor();
    for (const [city, groups, households] of CITIES) {
      assert.equal(await step.bar(page, city), `${groups} dari ${groups}`);
      assert.equal(await step.bar(page, city, 'chartHouseholds'), `${households} dari ${households}`);
    }
    const folded = (name) => step.chart(page, name).then((figure) => figure.getByText('7 kabupaten/kota belum punya KUBE', { exact: true }));

    for (const [name, column] of [['chartGroups', 1], ['chartHouseholds', 2]]) {
      const [head, ...rows] = await step.chartTable(page, name);
      assert.deepEqual(head, ['Kabupaten/kota', 'Terdaftar', 'Alokasi']);
      assert.equal(rows.length, 11, 'ten cities and kabupaten, and their sum');
      for (const [city, ...numbers] of CITIES) {
        const number = String(numbers[column - 1]);
        assert.deepEqual(rows.find((row) => row[0] === city), [city, number, number]);
      }
      assert.deepEqual(rows.find((row) => row[0] === 'Berau'), ['Berau', '0', '–']);
      const total = column === 1 ? '50' : '500';
      assert.deepEqual(rows.at(-1), ['Jumlah', total, total]);
      const drawn = rows.slice(0, -1).filter((row) => row[2] !== '–');
      for (const row of drawn) {
        assert.equal(await step.bar(page, row[0], name), `${row[1]} dari ${row[2]}`, `${row[0]}: the bar says what the table says`);
      }
      // Those of which there is nothing, and nothing is expected, are named in one line.
      await (await folded(name)).click();
      const named = await (await step.chart(page, name)).locator('details .inside').first().innerText();
      const nothing = rows.slice(0, -1).filter((row) => row[2] === '–').map((row) => row[0]);
      assert.deepEqual(named.trim().split(', '), nothing);
    }
    assert.deepEqual(violations, []);
  }));

test('leaving practice shows the real book untouched, and coming back finds the practice data as it was', () =>
  withBook({}, async ({ page, violations }) => {
    const before = await step.storedRecords(page);
    assert.deepEqual(before, []);
    await step.practise(page);
    await page.getByRole('region', { name: 'Mode latihan' }).waitFor();
    await step.addGroupOf(page, { name: 'Contoh Latihan Saya' }, step.TEN.slice(0, 1));
    await step.go(page, 'summary');
    assert.equal(await step.bar(page, 'Samarinda'), '21 dari 20');

    await page.getByRole('button', { name: 'Keluar dari latihan', exact: true }).click();
    await page.getByRole('heading', { name: 'Buku ini masih kosong' }).waitFor();
    assert.equal(await step.allocated(page, 'Samarinda'), '20 KUBE 200 KK');
    assert.equal(await page.getByRole('figure', { name: step.WORDS.id.chartGroups, exact: true }).count(), 0, 'nothing of it is counted');
    assert.deepEqual(await step.storedRecords(page), [], 'nothing of practice is in the real book');
    await page.reload();
    await page.getByRole('heading', { name: 'Buku ini masih kosong' }).waitFor();

    await step.go(page, 'more');
    await page.getByRole('button', { name: 'Masuk mode latihan', exact: true }).click();
    await page.getByRole('region', { name: 'Mode latihan' }).waitFor();
    await step.openGroup(page, 'Contoh Latihan Saya');
    await page.reload();
    await step.seePage(page, 'Contoh Latihan Saya');
    await step.go(page, 'summary');
    assert.equal(await step.bar(page, 'Samarinda'), '21 dari 20', 'practice stays after a reload');

    await step.go(page, 'more');
    await page.getByRole('button', { name: 'Mulai latihan dari awal', exact: true }).click();
    await step.go(page, 'summary');
    assert.equal(await step.bar(page, 'Samarinda'), '20 dari 20', 'begun afresh');
    assert.deepEqual(violations, []);
  }));
