// What axe finds on a page. It runs in the page itself, which has no frames: `@axe-core/playwright` reads its source twice for
// each question, and opens an empty page beside for the answers of frames. Deliberately absent: which rules matter.
import assert from 'node:assert/strict';
import axe from 'axe-core';

/**
 * What breaks a rule, as axe tells it.
 * @param {import('playwright-core').Page} page
 * @param {string[]} [tags] rules with one of these tags; without them, axe's own choice
 */
export async function violationsOf(page, tags) {
  assert.equal(page.frames().length, 1, 'a page of ours has no frames, into which this would not look');
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    // What passes is counted and not told, which is no part of the answer.
    const wish = { resultTypes: ['violations'], ...(tags && { runOnly: { type: 'tag', values: tags } }) };
    return (await window.axe.run(document, wish)).violations;
  }, tags);
}
