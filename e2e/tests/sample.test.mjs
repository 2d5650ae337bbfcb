// The five-year programme: 949 KUBE with 7,959 members in one book. Says how long that takes, and fails only far beyond it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

/** What a person takes for "it hangs", even on this machine with a build beside it. */
const PATIENCE_MS = 30_000;

/** What localStorage holds in Chromium and Firefox, in UTF-16 units. */
const ROOM = 5_000_000;

async function timed(act) {
  const begun = performance.now();
  await act();
  return Math.round(performance.now() - begun);
}

test('the file of 949 KUBE and 7,959 members is read, taken in, kept, and counted after a reload', async (t) => {
  const folder = await step.newFolder();
  try {
    const file = folder.path('five-years.json');
    try {
      await step.sampleFile({ groups: 949, members: 7959, seed: 1, out: file });
    } catch (error) {
      if (/is not joined/.test(error.stderr)) return t.skip('`cargo xtask sample` is not joined yet');
      throw error;
    }
    await withBook({}, async ({ page, violations }) => {
      await step.go(page, 'files');
      const read = await timed(() => step.openFile(page, file));
      // Some of those invented have like names in one village.
      const counts = await step.previewCounts(page);
      assert.equal(counts.new + (counts.suspected ?? 0), 949);
      const taken = await timed(() => step.takeIn(page));
      await page.getByText('949 dari 949 KUBE', { exact: true }).waitFor();

      await step.go(page, 'summary');
      const reload = await timed(async () => {
        await page.reload({ waitUntil: 'commit' });
        await page.getByText('949 KUBE terdaftar, 2010 sampai 2014.').waitFor();
      });
      const figure = (word) => page.getByRole('definition').filter({ has: page.locator(`xpath=../dt[normalize-space()="${word}"]`) });
      const told = async (word) => (await figure(word).innerText()).replace(/\s+/g, ' ').trim();
      assert.match(await told('KUBE terdaftar, 2010 sampai 2014'), /^949$/);
      assert.match(await told('KK terdaftar'), /^7\.959$/);
      assert.match(await told('KK per KUBE'), /^8,4$/);

      const units = (await step.stored(page)).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
      t.diagnostic(`read and preview ${read} ms, taking in ${taken} ms, reload to the finished summary ${reload} ms`);
      t.diagnostic(`${units} units of localStorage, ${Math.round((units * 100) / ROOM)} % of the room`);
      for (const [what, ms] of Object.entries({ read, taken, reload })) assert.ok(ms < PATIENCE_MS, `${what}: ${ms} ms`);
      assert.ok(units < ROOM, `${units} units`);
      assert.deepEqual(violations, []);
    });
  } finally {
    await folder.remove();
  }
});
