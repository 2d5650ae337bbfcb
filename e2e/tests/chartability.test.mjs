// The 14 tests of Chartability that it calls critical, each of charts by themselves: one of each form that has many marks.
// Deliberately absent: what only one chart has, and the screens around it (`access.test.mjs`).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violationsOf } from '../axe.mjs';
import { withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const t = step.WORDS.id;
const main = (page) => page.getByRole('main');
const chart = (page) => main(page).getByRole('figure');

/** Bars, lines, small charts, tiles, slopes, and parts of a whole. */
const QUESTIONS = ['groups', 'poor', 'poor-areas', 'poor-map', 'poor-change', 'sex-by-area'];

/** Looks at each of the charts by itself. */
const each = (look, wish = {}) =>
  withBook(wish, async (book) => {
    const { page } = book;
    await step.practise(page);
    await step.seePage(page, t.summaryTitle);
    for (const question of QUESTIONS) {
      await page.evaluate((hash) => (location.hash = hash), `#/charts/${question}`);
      await step.seePage(page, 'Diagram');
      await step.eventually(() => page.url().endsWith(question), true);
      await step.eventually(() => chart(page).getAttribute('id'), `${question}-chart`);
      await chart(page).locator('.mark').first().waitFor();
      await look(page, question, book);
    }
  });

/** Red, green, blue of a colour as the browser tells it, and how light it is to the eye. */
const light = (colour) => {
  const parts = colour.match(/[\d.]+/g).slice(0, 3).map((part) => Number(part) / 255);
  const [r, g, b] = parts.map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
};

/** One colour over another, as much of it as is seen. */
const mixed = (over, under, seen) => {
  const [a, b] = [over, under].map((colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number));
  return `rgb(${a.map((part, at) => part * seen + b[at] * (1 - seen)).join(', ')})`;
};

for (const theme of ['light', 'dark']) {
  test(`Chartability: low contrast (${theme})`, () =>
    each(
      async (page, question) => {
        const { paper, words, drawn, shapes } = await chart(page).evaluate((figure) => {
          const of = (selector, what) => [...figure.querySelectorAll(selector)].map((it) => getComputedStyle(it)[what]);
          return {
            paper: getComputedStyle(document.documentElement).backgroundColor,
            words: of('h2, .finding, figcaption, summary', 'color'),
            // Each with what is drawn under it last, and how much of that is seen.
            drawn: [...figure.querySelectorAll('.scene text')].map((text) => {
              const box = text.getBoundingClientRect();
              const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
              const under = [...figure.querySelectorAll('.scene rect.fill')].filter((it) => {
                const area = it.getBoundingClientRect();
                return it.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING && area.left <= x && x <= area.right && area.top <= y && y <= area.bottom;
              });
              const style = under.length ? getComputedStyle(under.at(-1)) : undefined;
              return [getComputedStyle(text).fill, style?.fill, style ? style.fillOpacity * style.opacity : 0, text.textContent];
            }),
            shapes: [...of('.scene .fill[class*=series]:not(.series-beyond)', 'fill'), ...of('.scene .stroke[class*=series]', 'stroke')],
          };
        });
        assert.ok(words.length > 3 && drawn.length > 3);
        for (const [colour, fill, seen, text] of drawn) {
          const under = fill && seen ? mixed(fill, paper, seen) : paper;
          assert.ok(contrast(colour, under) >= 4.5, `${question}: "${text}" in ${colour} on ${under}`);
        }
        for (const colour of new Set(words)) assert.ok(contrast(colour, paper) >= 4.5, `${question}: words in ${colour} on ${paper}`);
        for (const colour of new Set(shapes)) assert.ok(contrast(colour, paper) >= 3, `${question}: a shape in ${colour} on ${paper}`);
      },
      { theme },
    ));
}

test('Chartability: only visual', () =>
  each(async (page, question) => {
    const marks = await chart(page).locator('.mark').evaluateAll((all) => all.map((mark) => ({ says: mark.getAttribute('aria-label'), role: mark.getAttribute('role') ?? mark.localName })));
    assert.ok(marks.length > 2, question);
    // Each mark tells in words what it is and its number; and what is drawn is heard, too.
    for (const { says, role } of marks) assert.ok(/\p{L}.*\d/u.test(says) && ['a', 'img'].includes(role), `${question}: ${says}, ${role}`);
    await main(page).getByRole('button', { name: 'Dengarkan', exact: true }).waitFor();
    // What is told apart by colour is told apart by a dash or an outline as well.
    const [first, second] = await chart(page).evaluate((figure) => ['.stroke.series-1', '.stroke.series-2'].map((it) => figure.querySelector(it)?.getAttribute('stroke-dasharray') ?? ''));
    if (question === 'poor') assert.notEqual(first, second);
  }));

test('Chartability: small text', () =>
  each(
    async (page, question) => {
      const sizes = await chart(page).evaluate((figure) => {
        const scene = figure.querySelector('.scene');
        const scale = scene.getBoundingClientRect().width / scene.viewBox.baseVal.width;
        const drawn = [...scene.querySelectorAll('text')].map((it) => Number(it.getAttribute('font-size')) * scale);
        const written = [...figure.querySelectorAll('h2, .finding, figcaption, summary')].map((it) => parseFloat(getComputedStyle(it).fontSize));
        return [...drawn, ...written];
      });
      assert.ok(sizes.length > 8);
      assert.ok(Math.min(...sizes) >= 11.9, `${question}: ${Math.min(...sizes)} px`);
    },
    { viewport: { width: 320, height: 640 } },
  ));

test('Chartability: seizure', () =>
  each(async (page, question) => {
    const found = await page.evaluate(() => ({
      moving: document.getAnimations().filter((it) => it.effect.getTiming().iterations > 3).length,
      drawn: document.querySelectorAll('figure animate, figure animateTransform, figure set, figure video, figure marquee').length,
      inFigure: document.getAnimations().filter((it) => it.effect.target?.closest('figure svg')).length,
    }));
    assert.deepEqual(found, { moving: 0, drawn: 0, inFigure: 0 }, question);
  }));

test('Chartability: one input type', () =>
  each(async (page, question) => {
    // By keys alone: to the marks, to the table.
    await chart(page).getByRole('link', { name: 'Ke tabel', exact: true }).focus();
    await page.keyboard.press('Tab');
    const says = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
    const first = await says();
    await page.keyboard.press('ArrowRight');
    assert.notEqual(await says(), first, question);
    await page.keyboard.press('t');
    assert.ok(await chart(page).getByRole('table').isVisible());
    await chart(page).locator('summary').click();
    assert.equal(await chart(page).getByRole('table').isVisible(), false, 'and by a pointer');
    // Each button takes the focus, and is large enough for a finger.
    for (const button of await main(page).getByRole('button').all()) {
      if (!(await button.isVisible())) continue;
      assert.ok((await button.boundingBox()).height >= 44, `${question}: ${await button.innerText()}`);
      assert.notEqual(await button.getAttribute('tabindex'), '-1');
    }
  }));

test('Chartability: no cues or instructions', () =>
  each(async (page, question) => {
    const hint = chart(page).locator(`#${question}-keys`);
    assert.equal(await chart(page).locator(`[aria-describedby="${question}-keys"]`).count(), 1, 'the drawing is described by its keys');
    await chart(page).locator('.mark').first().focus();
    await page.keyboard.press('ArrowRight');
    await hint.waitFor();
    const text = await hint.innerText();
    for (const key of ['Panah', 'Home', 'End', 'T: tabel', 'S: suara', 'Esc']) assert.ok(text.includes(key), `${key} in ${text}`);
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, 'none', `${question}: where the focus is can be seen`);
  }));

test('Chartability: controls override AT', () =>
  each(async (page, question) => {
    // No role that switches a screen reader off, and no key but those that the hint names is taken.
    const roles = await chart(page).evaluate((figure) => [...figure.querySelectorAll('[role]')].map((it) => it.getAttribute('role')));
    for (const role of roles) assert.ok(!['application', 'tree', 'grid', 'menu', 'slider'].includes(role), `${question}: ${role}`);
    await chart(page).locator('.mark').first().focus();
    const hasParts = (await chart(page).locator('.scene > g:has(> .mark)').count()) > 1;
    const taken = await page.evaluate(() =>
      ['h', 'b', 'k', 'Tab', 'CapsLock', 'Insert', 'F1', 'PageDown'].filter((key) => !document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))),
    );
    // `k` walks on a large screen wherever one is, and can be switched off; page keys lead from part to part where there are several.
    assert.deepEqual(taken.filter((key) => key !== 'k' && !(hasParts && key === 'PageDown')), [], question);
    const withOthers = await page.evaluate(() =>
      ['ctrlKey', 'altKey', 'metaKey'].filter((other) => !document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', [other]: true, bubbles: true, cancelable: true }))),
    );
    assert.deepEqual(withOthers, []);
    assert.equal(await chart(page).locator('[accesskey]').count(), 0);
  }));

test('Chartability: no explanation of purpose', () =>
  each(async (page, question) => {
    // What it counts and where its numbers come from stands below it, and is no empty word.
    const note = await chart(page).locator('figcaption').innerText();
    assert.ok(note.length > 40 && /Sumber|Dari|BPS|berkas|buku/i.test(note), `${question}: ${note}`);
  }));

test('Chartability: no title or summary', () =>
  each(async (page, question) => {
    const title = await chart(page).getByRole('heading', { level: 2 }).innerText();
    assert.ok(title.length > 8);
    assert.equal(await chart(page).getAttribute('aria-labelledby'), question);
    await main(page).getByRole('figure', { name: title, exact: true }).waitFor();
    const finding = await chart(page).locator('.finding').innerText();
    assert.ok(/\d/.test(finding) && finding.endsWith('.'), `${question}: ${finding}`);
  }));

test('Chartability: reading level', () =>
  each(async (page, question) => {
    const texts = [await chart(page).locator('.finding').innerText(), await chart(page).locator('figcaption').innerText()];
    const long = texts
      .join(' ')
      .split(/(?<=[.;:?])\s+/)
      .filter((sentence) => sentence.split(/\s+/).length > 25);
    assert.deepEqual(long, [], question);
  }));

test('Chartability: no table', () =>
  each(async (page, question) => {
    const count = await chart(page).locator('.mark').count();
    await chart(page).getByRole('link', { name: 'Ke tabel', exact: true }).focus();
    await page.keyboard.press('Enter');
    const table = chart(page).getByRole('table');
    await table.waitFor();
    const cells = await table.locator('tbody td').count();
    assert.ok(cells >= count, `${question}: ${cells} numbers of ${count} marks`);
    for (const scope of ['thead th[scope=col]', 'tbody th[scope=row]']) assert.ok((await table.locator(scope).count()) > 1, scope);
    // What a mark says stands in the table.
    const text = await table.innerText();
    const says = await chart(page).locator('.mark').first().getAttribute('aria-label');
    for (const number of says.match(/\d+(?:[.,]\d+)*/g)) assert.ok(text.includes(number), `${number} of "${says}"`);
  }));

test('Chartability: data density', () =>
  each(async (page, question) => {
    const marks = chart(page).locator('.mark');
    assert.ok((await marks.count()) <= 300, question);
    // No two words are written over each other.
    const over = await chart(page).locator('.scene').evaluate((scene) => {
      const boxes = [...scene.querySelectorAll('text')].map((it) => [it.textContent, it.getBoundingClientRect()]);
      const found = [];
      for (const [at, [one, a]] of boxes.entries()) {
        for (const [other, b] of boxes.slice(at + 1)) {
          const [wide, high] = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
          if (wide > 1 && high > a.height * 0.4) found.push(`${one} / ${other}`);
        }
      }
      return found;
    });
    assert.deepEqual(over, [], question);
  }));

test('Chartability: tedious navigation', () =>
  each(async (page, question) => {
    assert.equal(await chart(page).locator('.mark[tabindex="0"]').count(), 1, `${question}: one stop of Tab`);
    const stops = await chart(page).evaluate((figure) => [...figure.querySelectorAll('a[href], button, summary, [tabindex="0"]')].filter((it) => it.tabIndex >= 0 && it.checkVisibility()).length);
    assert.ok(stops <= 4, `${question}: ${stops} stops, the table closed`);
    await chart(page).locator('.mark').first().focus();
    await page.keyboard.press('End');
    assert.equal(await chart(page).locator('.scene > g:has(> .mark)').first().evaluate((part) => part.lastElementChild === document.activeElement), true);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'figure');
  }));

test('Chartability: user style not respected', () =>
  each(
    async (page, question) => {
      const count = () => chart(page).locator('.scene text').allInnerTexts();
      const words = (await chart(page).innerText()).replace(/\s+/g, '');
      // The spaces that a person may set (WCAG 1.4.12), and letters twice as large.
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
        document.adoptedStyleSheets.push(sheet);
        document.documentElement.style.fontSize = '200%';
      });
      await step.eventually(() => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true);
      assert.equal((await chart(page).locator('h2, .finding, figcaption').allInnerTexts()).every((text) => words.includes(text.replace(/\s+/g, ''))), true);
      assert.ok((await count()).length > 4);
      const cut = await chart(page).evaluate((figure) => {
        const scene = figure.querySelector('.scene').getBoundingClientRect();
        const outside = [...figure.querySelectorAll('.scene text')].filter((it) => {
          const box = it.getBoundingClientRect();
          return box.left < scene.left - 2 || box.right > scene.right + 2 || box.bottom > scene.bottom + 2;
        });
        const written = [...figure.querySelectorAll('h2, .finding, figcaption')].filter((it) => it.scrollWidth > it.clientWidth + 1);
        return [...outside, ...written].map((it) => it.textContent);
      });
      assert.deepEqual(cut, [], question);
      await page.emulateMedia({ forcedColors: 'active' });
      const forced = await chart(page).evaluate((figure) => getComputedStyle(figure.querySelector('.scene text')).fill);
      assert.match(forced, /rgb/);
      await page.emulateMedia({ forcedColors: 'none' });
      await page.reload();
    },
    { viewport: { width: 360, height: 740 } },
  ));

test('Chartability: axe finds nothing that is critical on either', () =>
  each(async (page, question) => {
    assert.deepEqual((await violationsOf(page)).map(({ id }) => id), [], question);
  }));
