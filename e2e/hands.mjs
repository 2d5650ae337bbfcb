// Quick hands: the same fields and buttons that a person uses, found by their words, driven by real events from inside the
// page, so that a change takes milliseconds and not tenths of a second. In Indonesian. Deliberately absent: any way past the
// screen; what these hands cannot see, they cannot do.

/** What the top line says of a book that is kept: the one place of the tests that decides what "saved" means. */
export const SAVED = /^(Tersimpan di perangkat ini|Belum dikirim: [\d.]+ perubahan)$/;

/** How long hands wait for the screen, in milliseconds. */
const PATIENCE = 20_000;

/** What the hands are told. */
const TOLD = { saved: SAVED.source, patience: PATIENCE };

/** Gives every page of a context its hands, from its next start on. */
export const giveHands = (context) => context.addInitScript(makeHands, TOLD);

/** The same as a script, for a browser that is driven in another way. */
export const HANDS = `(${makeHands})(${JSON.stringify(TOLD)})`;

/** Lets the hands of a page do something. */
export const hand = (page, verb, ...args) => page.evaluate(([verb, args]) => window.hands[verb](...args), [verb, args]);

// Runs in the page, and so knows nothing of this file.
function makeHands({ saved, patience }) {
  const SAID = new RegExp(saved);
  const turn = () => new Promise((next) => setTimeout(next));
  const textOf = (element) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });

  async function until(read, what) {
    const end = Date.now() + patience;
    for (;;) {
      const found = read();
      if (found) return found;
      if (Date.now() > end) throw new Error(`the hands wait in vain for ${what} at ${location.hash}`);
      await turn();
    }
  }
  const heading = () => textOf(document.querySelector('h1') ?? document.body);
  const control = (label) =>
    [...document.querySelectorAll('main label, dialog label')].find((it) => it.firstChild?.textContent.trim() === label)?.control;
  const button = (word) =>
    [...document.querySelectorAll('button')].find((it) => textOf(it) === word && isSeen(it) && !it.disabled);

  /** Goes to an address, and waits for the page of this heading. */
  async function go(hash, title) {
    // The same address twice is no going: what is typed there would stay.
    if (location.hash === hash) location.hash = '#/more';
    await turn();
    location.hash = hash;
    await until(() => (title ? heading() === title : true) && location.hash === hash, `the page "${title}"`);
    await turn();
  }
  async function press(word) {
    (await until(() => button(word), `the button "${word}"`)).click();
    await turn();
  }
  async function type(label, text) {
    const field = await until(() => control(label), `the field "${label}"`);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }
  /** Opens a form as the record is now: what an earlier start left half typed is thrown away. */
  async function openForm(hash, title, fields) {
    await go(hash, title);
    await until(() => control(Object.keys(fields)[0]), 'the form');
    const discard = button('Hapus isian ini');
    if (discard) {
      discard.click();
      await turn();
    }
    for (const [label, text] of Object.entries(fields)) await type(label, text);
  }
  /** Presses the button of the open form, and waits until the form is done. */
  async function submit(word) {
    const from = location.hash;
    await press(word);
    await until(() => location.hash !== from, `the form to be done after "${word}"`);
  }
  /** Waits until the top line says that all is kept. The screen may not say it of the change before: it gets two turns. */
  async function said() {
    await turn();
    await turn();
    await until(() => SAID.test(state()), 'the word that it is saved');
  }
  const state = () => textOf(document.querySelector('header [role="status"] .unseen'));
  const says = (words) => [...document.querySelectorAll('[role="status"]')].some((it) => textOf(it).includes(words));
  /** Closes the message at the foot of the screen, so that what it says is not taken for the next. */
  async function hush(words) {
    const isClose = (it) => [textOf(it), it.getAttribute('aria-label')].includes('Tutup');
    if (says(words)) [...document.querySelectorAll('[role="status"] button')].find(isClose)?.click();
    await until(() => !says(words), `"${words}" to be gone`);
  }

  const hands = {
    state,
    said,
    press,
    submit,
    openForm,
    heading,
    /** What stands in these fields; null for one that is not there. */
    values: (labels) => labels.map((label) => control(label)?.value ?? null),
    /** Whether there is such a button. */
    has: (word) => Boolean(button(word)),
    /** What the page warns of. */
    alerts: () => [...document.querySelectorAll('[role="alert"]')].filter(isSeen).map(textOf).filter(Boolean),
    /** Opens the preview of a file. */
    async look(text) {
      await go('#/files', 'Berkas');
      await type('Teks berkas', text);
      (await until(() => control('Teks berkas')?.closest('details'), 'the place to paste')).open = true;
      await turn();
      await press('Periksa teks');
      await until(() => heading() === 'Periksa berkas', 'the preview');
    },
    async addGroup(fields) {
      await openForm('#/groups/new', 'KUBE baru', fields);
      await submit('Simpan & isi anggota');
    },
    async addMember(group, fields) {
      await openForm(`#/groups/${group}/members/new`, 'Anggota baru', fields);
      await submit('Simpan & selesai');
    },
    async editMember(group, member, fields) {
      await hands.openMember(group, member, fields);
      await submit('Simpan');
    },
    openMember: (group, member, fields) => openForm(`#/groups/${group}/members/${member}/edit`, 'Ubah anggota', fields),
    async takeIn(text) {
      await hands.look(text);
      await submit('Gabungkan semua');
    },
    /** Takes back the file that was taken in last. */
    async takeBack() {
      await go('#/files', 'Berkas');
      await press('Urungkan');
    },
    /** Goes back to the restore point that was made last. */
    async goBack() {
      await go('#/more/storage', 'Penyimpanan');
      await hush('Buku kembali ke titik itu.');
      await press('Kembali ke sini');
      await until(() => says('Buku kembali ke titik itu.'), 'the word that the book is back');
    },
    async clearAll() {
      await go('#/more', 'Lainnya');
      await press('Hapus semua data di perangkat ini');
      await type('Kata untuk melanjutkan', 'HAPUS');
      await hush('Buku ini sudah kosong.');
      await press('Ya, hapus');
      await until(() => says('Buku ini sudah kosong.'), 'the word that the book is empty');
    },
    async eraseMember(group, member) {
      await go(`#/groups/${group}/members/${member}`, 'Anggota');
      await press('Hapus orang ini');
      await submit('Ya, hapus');
    },
    /** Says that two people are one. */
    async merge(one, other) {
      await go(`#/duplicates/${one}/${other}`, 'Bandingkan');
      await submit('Orang yang sama');
    },
    isPractice: () => Boolean(button('Keluar dari latihan')),
    async practise() {
      await go('#/more', 'Lainnya');
      await press('Masuk mode latihan');
      await until(hands.isPractice, 'the practice book');
    },
    async leavePractice() {
      await press('Keluar dari latihan');
      await until(() => !hands.isPractice(), 'the real book');
    },
    async callMe(name) {
      await go('#/files', 'Berkas');
      await type('Nama Anda di berkas', name);
    },
    /** The text of the app's own file of everything, as it is downloaded, not locked; null when there is nothing to send. */
    async file() {
      await go('#/files', 'Berkas');
      const nothing = () => textOf(document.querySelector('main')).includes('Belum ada yang dapat dikirim.');
      const choice = (word) => [...document.querySelectorAll('label')].find((it) => textOf(it) === word);
      await until(() => nothing() || choice('Lengkap'), 'the choice "Lengkap"');
      if (nothing()) return null;
      // Behind one line once there is somebody to send the same again.
      const line = choice('Lengkap').closest('details');
      if (line) line.open = true;
      choice('Lengkap').click();
      await until(() => choice('Tanpa kata sandi'), 'the choice "Tanpa kata sandi"');
      choice('Tanpa kata sandi').click();
      // What another tab changes meanwhile takes the ready file away again.
      const isReady = () => {
        if (!button('Unduh')) button('Siapkan berkas')?.click();
        return button('Unduh');
      };
      await until(isReady, 'the button "Unduh"');
      const offer = URL.createObjectURL;
      let offered;
      URL.createObjectURL = (blob) => {
        offered = blob;
        return offer.call(URL, blob);
      };
      await press('Unduh');
      URL.createObjectURL = offer;
      await press('Ya, sudah');
      return offered.text();
    },
  };
  window.hands = hands;
}
