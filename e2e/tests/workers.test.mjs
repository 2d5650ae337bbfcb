// Workers are under no policy of the page: what could carry data out of them is gone before any of their wasm runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const WAYS = ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'importScripts', 'Worker', 'SharedWorker', 'caches', 'FontFace'];

test('a worker can ask for no address, on a host that sends no policy', () =>
  withBook({}, async ({ page, server, violations }) => {
    await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
    // It has made a file, so its wasm has run.
    await step.sendFile(page);
    const worker = page.workers().find((worker) => worker.url().includes('import_worker'));
    const tried = await worker.evaluate(
      async ([ways, address]) => {
        const told = ways.map((way) => [way, typeof self[way], Object.getOwnPropertyDescriptor(self, way)?.configurable]);
        const asked = await Promise.resolve()
          .then(() => fetch(address))
          .then(() => 'answered', (error) => error.name);
        const imported = await Promise.resolve()
          .then(() => importScripts(address))
          .then(() => 'answered', (error) => error.name);
        // What the prototypes still had would do as well.
        const inherited = ways.filter((way) => way in WorkerGlobalScope.prototype || way in DedicatedWorkerGlobalScope.prototype);
        return { told, asked, imported, inherited };
      },
      [WAYS, `${server.url}elsewhere`],
    );
    assert.deepEqual(tried.told, WAYS.map((way) => [way, 'undefined', false]));
    assert.deepEqual([tried.asked, tried.imported, tried.inherited], ['TypeError', 'TypeError', []]);
    assert.ok(!server.hits.some((path) => path.endsWith('elsewhere')));
    assert.deepEqual(violations, []);
  }));
