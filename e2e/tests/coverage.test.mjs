// Who has sent, who is late, and who has sent nothing; and what every chart says it covers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newProfile, serve, withBook } from '../harness.mjs';
import * as pretend from '../pretend.mjs';
import * as step from '../steps.mjs';

const DAY = 86_400_000;
const daysAgo = (days) => `${new Date(Date.now() - days * DAY).toISOString().slice(0, 19)}Z`;

/** A file of one group in a city, of a sender with a device of his own. */
function fileOf({ number, name, facilitator, region, days, about }) {
  const records = step.someRecords({ group: { name: `Contoh ${number}`, region, facilitator } });
  const own = JSON.parse(JSON.stringify(records).replaceAll('0146695', `01466${number}5`));
  return step.fileOf(own, {
    id: `019e7044-88c8-78c8-88c8-c8c8c8c8c8c${number}`,
    created: daysAgo(days),
    from: { device: `00000${number}`, name },
    ...(about && { about }),
  });
}

const FILES = [
  {
    number: 2,
    name: 'Contoh Pendamping Satu',
    facilitator: 'CONTOH PENDAMPING SATU',
    region: '64.72.02.1003',
    days: 5,
    about: { groups: 1, households: 1, regions: { 64.72: 1 } },
  },
  {
    number: 3,
    name: 'Contoh Pendamping Dua',
    facilitator: 'Contoh Pendamping Dua',
    region: '64.71.01.1001',
    days: 1,
    about: { groups: 1, households: 1, regions: { 64.71: 1 }, to: 'Dinas Sosial' },
  },
  // Written before a file said anything of itself.
  { number: 4, name: 'Contoh Pendamping Tiga', facilitator: 'Contoh Yang Belum', region: '64.72.02.1003', days: 1 },
];

const notes = (page) => page.locator('figcaption').allInnerTexts();

/** The rows of a table, as its cells read. */
async function rows(page, name) {
  const lines = await page.getByRole('region', { name, exact: true }).getByRole('row').all();
  const cells = lines.slice(1).map(async (line) => {
    const texts = await line.locator('th, td').allInnerTexts();
    return texts.map((text) => text.replace(/\s+/g, ' ').trim());
  });
  return Promise.all(cells);
}

/** A date as the app writes it. */
const written = (days) =>
  new Intl.DateTimeFormat('id-ID', { day: 'numeric', month: 'long', year: 'numeric' }).format(Date.now() - days * DAY);

test('three have sent, one of them long ago, and who is missing is named; any order comes to the same', async () => {
  const [server, folder] = [await serve(), await step.newFolder()];
  const profiles = [];
  try {
    const found = [];
    for (const order of [FILES, FILES.toReversed()]) {
      const profile = await newProfile();
      profiles.push(profile);
      const visit = (wish, look) => withBook({ server, profile: profile.folder, ...wish }, look);
      await visit({}, async ({ page, violations }) => {
        await step.seePage(page, 'Ringkasan Kaltim');
        // An empty book has no charts of its own: what is there was published.
        await page.getByRole('figure', { name: step.WORDS.id.allocated, exact: true }).waitFor();
        assert.deepEqual((await notes(page)).filter((note) => note.startsWith('Mencakup')), []);
        for (const one of order) {
          const path = await folder.put(`${one.number}.txt`, step.textOf(fileOf(one)));
          await step.openFile(page, path);
          await step.takeIn(page);
        }
        await step.go(page, 'summary');
        const covers = `Mencakup 3 KUBE; berkas dari 3 pengirim, terakhir ${written(1)}. `;
        await step.eventually(async () => (await notes(page)).map((note) => note.startsWith(covers)), [true, true]);

        // What was received, with what each file said it holds; none of it waits to be sent.
        await step.go(page, 'files');
        const list = page.getByRole('region', { name: 'Terkirim dan diterima', exact: true });
        assert.equal(await list.getByText(/^Ke |^Penerima/).count(), 0, 'nothing went');
        assert.equal(await list.getByRole('listitem').count(), 3);
        await list.getByText('Dari Contoh Pendamping Dua', { exact: true }).waitFor();
        await list.getByText(/Seluruh buku · 1 KUBE, 1 KK$/).first().waitFor();
        await page.getByText('Tersimpan di perangkat ini').first().waitFor();

        // Who has sent.
        await list.getByRole('link', { name: 'Siapa yang sudah mengirim', exact: true }).click();
        await step.seePage(page, 'Kelengkapan berkas');
        await page.getByText(/^Belum ada berkas: 1 kabupaten\/kota, 1 pendamping\./).waitFor();
        const cities = await rows(page, 'Per kabupaten/kota');
        assert.deepEqual(cities[0], ['Bontang Belum ada berkas', '–', '–', '0']);
        assert.deepEqual(
          cities.slice(1).map(([name, , sent, here]) => [name, sent, here]),
          [
            ['Balikpapan Dalam 30 hari terakhir', '1', '1'],
            ['Samarinda Dalam 30 hari terakhir', '1', '2'],
          ],
        );
        const persons = await rows(page, 'Per pendamping');
        assert.deepEqual(persons[0], ['Contoh Yang Belum Belum ada berkas', '–', '–', '1']);
        assert.equal((await rows(page, 'Per pengirim')).length, 3);
        found.push([cities, persons, await rows(page, 'Per pengirim')]);

        // A file that leaves is noted, and is none that came.
        await step.sendFile(page);
        await list.getByText(/Penerima tidak dicatat/).waitFor();
        assert.equal(await list.getByRole('listitem').count(), 4);
        await page.reload();
        await step.go(page, 'files');
        await step.eventually(() => list.getByRole('listitem').count(), 4);
        await step.go(page, 'summary');
        await step.eventually(async () => (await notes(page)).map((note) => note.startsWith(covers)), [true, true]);
        assert.deepEqual(violations, []);
      });

      // Four weeks later the first has not sent again.
      await visit({ hash: '#/files/coverage', prepare: pretend.days(27) }, async ({ page }) => {
        await step.seePage(page, 'Kelengkapan berkas');
        await page.getByText(/Berkas terakhir lebih dari 30 hari: 1 kabupaten\/kota, 1 pendamping\.$/).waitFor();
        const [bontang, samarinda] = await rows(page, 'Per kabupaten/kota');
        assert.deepEqual([bontang[0], samarinda[0]], ['Bontang Belum ada berkas', 'Samarinda Lebih dari 30 hari']);
        assert.deepEqual((await rows(page, 'Per pengirim'))[0].slice(0, 1), ['Contoh Pendamping Satu (000002) Lebih dari 30 hari']);
      });
    }
    assert.deepEqual(found[0], found[1], 'whatever the order');
  } finally {
    for (const profile of profiles) await profile.remove();
    await server.close();
    await folder.remove();
  }
});
