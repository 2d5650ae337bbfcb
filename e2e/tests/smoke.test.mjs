// The least that has to hold: the release build opens in a sub-folder of a static host, and talks to nobody else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shots, withBook } from '../harness.mjs';
import { WORDS, seePage } from '../steps.mjs';

test('the book opens and no request leaves its origin', () =>
  withBook({}, async ({ page, requests, violations }) => {
    await seePage(page, WORDS.id.summaryTitle);
    await shots(page, 'smoke');
    assert.ok(requests.some((url) => url.endsWith('.wasm')), 'the wasm was asked for');
    assert.deepEqual(violations, []);
  }));
