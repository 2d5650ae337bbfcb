// How screens fit the hand: a top line that never grows, forms that fill the screen, and a way back that never leads into a form.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shots, withBook } from '../harness.mjs';
import * as step from '../steps.mjs';

const t = step.WORDS.id;
const LONG = { name: 'Contoh Kelompok Usaha Bersama Ibu Penjahit Seragam Sekolah Sidodadi' };
const main = (page) => page.getByRole('main');
const heading = (page) => page.getByRole('heading', { level: 1 });
const boxOf = (locator) => locator.evaluate((element) => element.getBoundingClientRect().toJSON());

/** Widths and heights of phones upright, on their side and with an open keyboard, of tablets, laptops and desks. */
const SIZES = [
  [320, 640],
  [360, 740],
  [360, 400],
  [740, 360],
  [768, 1024],
  [1280, 800],
  [1920, 1080],
];

/** How large letters are, in percent. */
const LETTERS = [100, 125, 150, 200];

const sized = async (page, [width, height], percent) => {
  await page.setViewportSize({ width, height });
  await page.evaluate((percent) => (document.documentElement.style.fontSize = `${percent}%`), percent);
};

test('the top line is 56 px high and one line, however long a name and however large the letters', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroupOf(page, LONG, step.TEN.slice(0, 1));
    for (const size of SIZES) {
      for (const percent of LETTERS) {
        await sized(page, size, percent);
        const told = `${size.join('x')} at ${percent} %`;
        const top = await boxOf(page.getByRole('banner'));
        assert.ok(top.height <= 57, `${told}: ${top.height} px`);
        const title = await boxOf(heading(page));
        assert.ok(title.width >= 90 && title.right <= size[0], `${told}: a title of ${title.width} px`);
        // What it says is there to be heard and pointed at whether or not its word finds room.
        assert.match(await page.getByRole('banner').getByRole('link').last().innerText(), /Belum dikirim: 2 perubahan/);
        const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        assert.ok(!isWide, `${told}: it scrolls sideways`);
      }
    }
    await sized(page, [360, 740], 100);
    await page.getByText(LONG.name).and(main(page).getByRole('paragraph')).waitFor();
    assert.ok(await page.getByText('2 belum dikirim', { exact: true }).isVisible());
    if (process.env.SHOTS) await shots(page, 'top-line-360');
    assert.deepEqual(violations, []);
  }));

for (const lang of ['id', 'en']) {
  test(`no word of the five places is broken or covers another, at any size of letters (${lang})`, () =>
    withBook({ lang }, async ({ page }) => {
      const links = page.getByRole('navigation', { name: step.WORDS[lang].nav }).getByRole('link');
      for (const size of SIZES.filter(([width]) => width < 960)) {
        for (const percent of LETTERS) {
          await sized(page, size, percent);
          const places = await links.evaluateAll((links) =>
            links.map((link) => {
              const word = link.querySelector('span').getBoundingClientRect();
              const box = link.getBoundingClientRect();
              return { fits: word.left >= box.left - 1 && word.right <= box.right + 1, height: box.height };
            }),
          );
          assert.equal(places.length, 5);
          for (const { fits, height } of places) assert.ok(fits && height >= 44, `${size.join('x')} at ${percent} %`);
        }
      }
    }));
}

test('a form fills a phone: no places at its foot, its buttons under the thumb, and nothing stands still on a low screen', () =>
  withBook({}, async ({ page }) => {
    await step.addGroup(page, { name: 'Contoh Melati' });
    const bar = page.getByRole('navigation', { name: t.nav, includeHidden: true });
    const save = page.getByRole('button', { name: t.saveAndAdd, exact: true });
    assert.ok(!(await bar.isVisible()));
    const foot = await boxOf(save);
    assert.ok(foot.bottom > 700 && foot.bottom <= 740, `the button ends at ${foot.bottom}`);
    // As much as a keyboard leaves: the field that is typed into is seen whole, with what is said below it.
    await page.setViewportSize({ width: 360, height: 400 });
    const nik = page.getByRole('textbox', { name: t.nik });
    await nik.fill(step.TEN[0].nik);
    const below = page.getByText(/✓ |Perempuan, lahir/).first();
    await below.scrollIntoViewIfNeeded();
    for (const place of [nik, below]) {
      const isOnTop = await place.evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const found = document.elementFromPoint(left + width / 2, top + height / 2);
        return element === found || element.contains(found);
      });
      assert.ok(isOnTop, 'nothing covers it');
    }
    for (const place of [page.getByRole('banner'), save.locator('..')]) {
      assert.equal(await place.evaluate((element) => getComputedStyle(element).position), 'static');
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    assert.ok(await bar.isVisible(), 'a laptop has them at its side');
    const form = await boxOf(page.locator('form'));
    assert.ok(form.width <= 640, `${form.width} px`);
    const wide = await boxOf(save);
    assert.ok(wide.left >= form.left && wide.right <= form.right, 'the buttons are at the foot of the form');
  }));

test('the keyboard of a phone says what Enter does: next, and done in the last field', () =>
  withBook({ options: { hasTouch: true, isMobile: true } }, async ({ page }) => {
    await step.addGroup(page, { name: 'Contoh Melati' });
    const name = page.getByRole('textbox', { name: t.memberName });
    await name.focus();
    assert.equal(await name.getAttribute('enterkeyhint'), 'next');
    await page.keyboard.press('Enter');
    const nik = page.getByRole('textbox', { name: t.nik });
    assert.ok(await nik.evaluate((field) => field === document.activeElement));
    assert.equal(await nik.getAttribute('enterkeyhint'), 'next');
    const consent = page.getByRole('textbox', { name: /^Tanggal persetujuan/ });
    await consent.focus();
    assert.match(await consent.getAttribute('enterkeyhint'), /^(next|done)$/);
  }));

test('after saving, "back" leads to where the form was opened, and never into an empty form', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 2));
    await page.goBack();
    await step.seePage(page, t.groups);

    await step.openGroup(page, 'Contoh Melati');
    await step.openMember(page, step.TEN[0].name);
    await page.getByRole('textbox', { name: t.phone }).fill('081200000001');
    await step.saveMember(page, 'Contoh Melati');
    await page.goBack();
    await step.seePage(page, t.groups);

    // By an address of its own there is no such page before it: the form gives its place away.
    await page.goForward();
    await step.openMember(page, step.TEN[1].name);
    const form = page.url();
    await page.goto('about:blank');
    await page.goto(form);
    await page.getByRole('textbox', { name: t.phone }).fill('081200000002');
    await page.getByRole('button', { name: t.save, exact: true }).click();
    await step.seePage(page, t.readMember);
    await page.goBack();
    await step.eventually(async () => page.url(), 'about:blank');
    assert.deepEqual(violations, []);
  }));

test('the empty form after the last person ends entering, and is no mistake', () =>
  withBook({}, async ({ page }) => {
    await step.addGroup(page, { name: 'Contoh Melati' });
    await step.addMember(page, step.TEN[0], { again: true });
    await page.getByRole('button', { name: t.saveAndFinish, exact: true }).click();
    await step.seePage(page, 'Contoh Melati');
    assert.equal(await main(page).getByRole('alert').filter({ hasText: /\S/ }).count(), 0);
    await main(page).getByRole('link', { name: step.TEN[0].name }).waitFor();
    await page.goBack();
    await step.seePage(page, t.groups);
  }));

test('who leaves a half-typed form is told where it waits, and is led back to it', () =>
  withBook({}, async ({ page, violations }) => {
    await step.addGroup(page, { name: 'Contoh Melati' });
    await step.fillMember(page, { name: 'Contoh Setengah' });
    await step.go(page, 'groups');
    const said = page.getByRole('status').filter({ hasText: 'Isian Anda belum disimpan dan menunggu di formulirnya.' });
    await said.getByRole('link', { name: 'Lanjutkan mengisi', exact: true }).click();
    await step.seePage(page, t.newMember);
    assert.equal(await page.getByRole('textbox', { name: t.memberName }).inputValue(), 'Contoh Setengah');
    await step.addMember(page, { name: 'Contoh Setengah' });
    await step.go(page, 'groups');
    assert.equal(await said.count(), 0, 'what is saved waits nowhere');
    assert.deepEqual(violations, []);
  }));

/** A book with 75 groups of a made-up file. */
async function withManyGroups(use) {
  const disk = await step.newFolder();
  try {
    const path = await step.sampleFile({ groups: 75, members: 150, seed: 3, out: disk.path('banyak.json') });
    await withBook({}, async (book) => {
      await step.openFile(book.page, path);
      await step.takeIn(book.page);
      await use(book);
    });
  } finally {
    await disk.remove();
  }
}

const rows = (page) => main(page).getByRole('listitem');
const scrolled = (page) => page.evaluate(() => Math.round(scrollY));

test('coming back to a long list finds the same rows at the same place, by the browser and by the page', () =>
  withManyGroups(async ({ page }) => {
    await step.go(page, 'groups');
    await step.eventually(() => rows(page).count(), 30);
    // More come by themselves when the end is near; the button is there for who does not scroll.
    await main(page).getByRole('button', { name: 'Tampilkan lebih banyak', exact: true }).waitFor();
    for (const count of [60, 75]) {
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await step.eventually(() => rows(page).count(), count);
    }
    assert.equal(await main(page).getByRole('button', { name: 'Tampilkan lebih banyak', exact: true }).count(), 0);
    const link = rows(page).nth(70).getByRole('link');
    const ways = [() => page.goBack(), () => page.getByRole('banner').getByRole('link', { name: t.back, exact: true }).click()];
    for (const goBack of ways) {
      await link.scrollIntoViewIfNeeded();
      const place = await scrolled(page);
      assert.ok(place > 3000, `${place} px down`);
      const name = await link.locator('b').innerText();
      await link.click();
      await step.seePage(page, name);
      await step.eventually(() => scrolled(page), 0);
      await goBack();
      await step.seePage(page, t.groups);
      await step.eventually(() => rows(page).count(), 75);
      await step.eventually(() => scrolled(page), place);
    }
    // Who asks for the list by its name begins at its top.
    await step.go(page, 'summary');
    await step.go(page, 'groups');
    await step.eventually(() => rows(page).count(), 30);
    await step.eventually(() => scrolled(page), 0);
  }));

const chip = (page, word) => main(page).getByRole('button', { name: `${word}: hapus saringan ini`, exact: true });
const narrow = (page, name) => main(page).getByRole('combobox', { name, exact: true });
const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);

test('what a list is narrowed to is in sight, and is taken away by a tap', () =>
  withManyGroups(async ({ page, violations }) => {
    await step.go(page, 'groups');
    await narrow(page, 'Kabupaten/kota').selectOption({ label: 'Bontang' });
    await step.eventually(() => isFocused(chip(page, 'Bontang')), true);
    await narrow(page, 'Yang perlu diperiksa').selectOption({ index: 1 });
    await chip(page, 'Bontang').waitFor();
    // Each chip that is not set says what it is for, and nothing that was chosen.
    const said = await main(page).getByRole('combobox').evaluateAll((chips) => chips.map((chip) => [chip.selectedIndex, chip.ariaLabel]));
    assert.ok(said.length > 4 && said.every(([index]) => index === 0), JSON.stringify(said));
    await chip(page, 'Belum lengkap atau perlu diperiksa').waitFor();
    const found = await rows(page).count();
    assert.ok(found > 0 && found < 30, `${found} rows`);
    // Each row says what is not complete in it.
    assert.equal(await rows(page).locator('.reason').count(), found);
    if (process.env.SHOTS) await shots(page, 'chips-360');
    await page.reload();
    await chip(page, 'Bontang').click();
    await step.eventually(() => chip(page, 'Bontang').count(), 0);
    await step.eventually(() => isFocused(narrow(page, 'Kabupaten/kota')), true);
    await chip(page, 'Belum lengkap atau perlu diperiksa').click();
    await step.eventually(() => rows(page).count(), 30);
    assert.deepEqual(violations, []);
  }));

test('from a group of a list that is narrowed the next one is a tap away, and none where nothing is looked for', () =>
  withManyGroups(async ({ page, violations }) => {
    await step.go(page, 'groups');
    await narrow(page, 'Kabupaten/kota').selectOption({ label: 'Bontang' });
    await chip(page, 'Bontang').waitFor();
    const names = await rows(page).locator('b').allInnerTexts();
    const next = (name) => main(page).getByRole('link', { name: `Berikutnya: ${name}`, exact: true });
    await rows(page).first().getByRole('link').click();
    for (const [place, name] of names.entries()) {
      await step.seePage(page, name);
      if (place + 1 < names.length) await next(names[place + 1]).click();
    }
    assert.equal(await main(page).getByText(/^Berikutnya:/).count(), 0, 'the last has none');
    await step.go(page, 'groups');
    await rows(page).first().getByRole('link').click();
    await main(page).getByRole('link', { name: /^Anggota/ }).first().waitFor();
    assert.equal(await main(page).getByText(/^Berikutnya:/).count(), 0);
    assert.deepEqual(violations, []);
  }));

test('a list is narrowed to a kecamatan, a pendamping and a stage, each a list of what the book holds, and all in the address', () =>
  withManyGroups(async ({ page, violations }) => {
    await step.go(page, 'groups');
    const all = Number((await main(page).getByText(/^\d+ dari 75 KUBE$/).innerText()).split(' ')[0]);
    assert.equal(all, 75);
    const words = async (name) => (await narrow(page, name).getByRole('option').allInnerTexts()).slice(1);
    const cities = await words('Kabupaten/kota');
    assert.ok(cities.includes('Bontang') && !cities.includes('Mahakam Ulu'), cities.join());
    await narrow(page, 'Kabupaten/kota').selectOption({ label: 'Bontang' });
    const districts = await words('Kecamatan');
    assert.ok(districts.length > 0 && districts.every((word) => /^Bontang/.test(word)), districts.join());
    await narrow(page, 'Kecamatan').selectOption({ label: districts[0] });
    await chip(page, `Kec. ${districts[0]}`).waitFor();
    await step.eventually(async () => (await rows(page).allInnerTexts()).every((text) => text.includes(`Kec. ${districts[0]}`)), true);
    // Without the kecamatan, its city is left.
    await chip(page, `Kec. ${districts[0]}`).click();
    await step.eventually(() => narrow(page, 'Kecamatan').count(), 1);
    await chip(page, 'Bontang').click();

    const [stage] = await words('Tahap');
    await narrow(page, 'Tahap').selectOption({ label: stage });
    const [facilitator] = await words('Pendamping');
    await narrow(page, 'Pendamping').selectOption({ label: facilitator });
    await chip(page, facilitator).waitFor();
    const found = await main(page).getByText(/^\d+ dari 75 KUBE$/).innerText();
    assert.match(page.url(), /facilitator=[A-Za-z0-9%._~-]+/);
    assert.doesNotMatch(page.url(), / /);
    await page.reload();
    await chip(page, facilitator).waitFor();
    await main(page).getByText(found, { exact: true }).waitFor();
    await main(page).getByRole('button', { name: 'Hapus saringan', exact: true }).click();
    await main(page).getByText('75 dari 75 KUBE', { exact: true }).waitFor();
    assert.deepEqual(violations, []);
  }));

test('a list stands in the order that a person chooses, which an address keeps', () =>
  withManyGroups(async ({ page, violations }) => {
    await step.addGroupOf(page, { name: 'Contoh Zinnia' }, step.TEN.slice(0, 1));
    await step.go(page, 'groups');
    const first = () => rows(page).first().locator('b').innerText();
    const byName = await first();
    assert.notEqual(byName, 'Contoh Zinnia');
    await narrow(page, 'Urutkan').selectOption({ label: 'Terbaru dicatat' });
    await step.eventually(first, 'Contoh Zinnia');
    await page.reload();
    await step.eventually(first, 'Contoh Zinnia');
    await main(page).getByRole('button', { name: 'Urut: Terbaru dicatat: kembali ke urutan nama', exact: true }).click();
    await step.eventually(first, byName);
    // Where the most needing stand first, each row says why.
    await narrow(page, 'Urutkan').selectOption({ label: 'Paling perlu diperiksa' });
    await rows(page).first().locator('.reason').waitFor();
    assert.deepEqual(violations, []);
  }));

test('the words in the field that searches find room in it at 360 px, in both languages', async () => {
  for (const lang of ['id', 'en']) {
    await withBook({ lang }, async ({ page }) => {
      await step.go(page, 'groups');
      const room = await page.getByRole('searchbox').evaluate((field) => {
        const style = getComputedStyle(field);
        const draw = document.createElement('canvas').getContext('2d');
        draw.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
        const inside = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        return { needs: draw.measureText(field.placeholder).width, has: inside };
      });
      assert.ok(room.needs > 100 && room.needs <= room.has, `${lang}: ${JSON.stringify(room)}`);
    });
  }
});

test('the list is searched by business and place, forgives a slip, has the name first, and marks what it found', () =>
  withManyGroups(async ({ page }) => {
    await step.go(page, 'groups');
    const field = page.getByRole('searchbox');
    const marks = () => rows(page).first().locator('mark').allInnerTexts();
    await field.fill('mawar 2');
    await step.eventually(() => rows(page).first().locator('b').innerText(), 'Contoh Mawar 2');
    await step.eventually(async () => (await marks()).slice(0, 2), ['Mawar', '2']);
    await field.fill('anggrke');
    await step.eventually(() => rows(page).first().locator('b').innerText(), 'Contoh Anggrek');
    await field.fill('menjahit samarinda');
    await step.eventually(async () => (await marks()).includes('Menjahit') && (await marks()).includes('Samarinda'), true);
  }));
