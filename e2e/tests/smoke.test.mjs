// The least that has to hold: the release build opens in a sub-folder of a static host, and talks to nobody else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBook, shots } from '../harness.mjs';

test('the book opens and no request leaves its origin', async () => {
  const book = await openBook();
  try {
    await book.page.getByText('Buku KUBE').first().waitFor({ timeout: 15_000 });
    await shots(book.page, 'smoke');
    assert.ok(
      book.requests.some((url) => url.endsWith('.wasm')),
      'the wasm was asked for',
    );
    assert.deepEqual(book.violations, []);
  } finally {
    await book.close();
  }
});
