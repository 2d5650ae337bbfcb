// The development loop, as `trunk serve` gives it: both workers do their work, so that what goes out and comes in can be tried
// there. Starts `cargo xtask dev` itself. Deliberately absent: what the release adds, which the other tests are about.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LIST = `${ROOT}tests/fixtures/lists/dki.xlsx`;
/** A machine that has built nothing yet takes minutes. */
const MINUTES = 15;

let loop;
let ended;
let server;

before(async () => {
  const port = await freePort();
  const args = ['xtask', 'dev', '--port', String(port)];
  // A group of its own, so that Trunk ends with it.
  loop = spawn(process.env.CARGO ?? 'cargo', args, { cwd: ROOT, stdio: 'inherit', detached: true });
  loop.once('exit', () => (ended = true));
  const origin = `http://localhost:${port}`;
  server = { url: `${origin}/`, origin, port };
  for (const until = Date.now() + MINUTES * 60_000; ; await wait(500)) {
    if (await fetch(server.url).then((answer) => answer.ok, () => false)) break;
    assert.ok(!ended, 'the loop goes on');
    assert.ok(Date.now() < until, `the page is there within ${MINUTES} minutes`);
  }
});
after(() => loop && !ended && process.kill(-loop.pid));

/** A port that nobody listens on. */
function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

test('a file is prepared, opened and taken in; a list is read and a workbook made', async () => {
  const folder = await step.newFolder();
  try {
    const file = folder.path('sent.json');
    await withBook({ server }, async ({ page, violations }) => {
      await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 2));
      await copyFile(await step.sendFile(page), file);
      const [workbook] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Unduh XLSX' }).click(),
      ]);
      assert.match(workbook.suggestedFilename(), /\.xlsx$/);
      assert.deepEqual(violations, []);
    });
    await withBook({ server }, async ({ page, violations }) => {
      await step.openFile(page, file);
      assert.deepEqual(await step.previewCounts(page), { new: 1 });
      await step.takeIn(page);
      await step.openGroup(page, 'Contoh Melati');
      await step.chooseFile(page, LIST);
      await step.seePage(page, 'Impor dari tabel');
      assert.deepEqual(violations, []);
    });
  } finally {
    await folder.remove();
  }
});
