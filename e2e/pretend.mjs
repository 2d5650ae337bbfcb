// What a browser is made to pretend, each by a script that runs before the page's own: a clock that is off, a folder that
// can be chosen without a picker, an iPhone, an answer about keeping, a share sheet, a file opened with the app, workers that
// take their time. Handed to `openBook` as `prepare`.

/** One after the other. */
export const both =
  (...all) =>
  async (context) => {
    for (const one of all) await one(context);
  };

/** The clock is so many days off. */
export const days = (off) => (context) =>
  context.addInitScript((ms) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + ms;
  }, off * 86_400_000);

/**
 * The picker answers with a folder of the browser's own file system, which can be kept and written to like a real one.
 * `permission` is what the browser says of writing there, `asked` what the person says; both stand in localStorage, so that
 * a test can change them. `window.writes` counts.
 */
export const folder = ({ permission = 'granted', asked = 'granted', picked = 'folder', full = false } = {}) => (context) =>
  context.addInitScript(
    ({ permission, asked, picked, full }) => {
      // An empty page has none of these.
      if (!isSecureContext) return;
      localStorage.setItem('test/permission', permission);
      window.writes = 0;
      window.showDirectoryPicker = async () => {
        if (picked !== 'folder') throw new DOMException('as wished', picked);
        return (await navigator.storage.getDirectory()).getDirectoryHandle('Cadangan', { create: true });
      };
      FileSystemHandle.prototype.queryPermission = async () => localStorage.getItem('test/permission');
      FileSystemHandle.prototype.requestPermission = async () => {
        localStorage.setItem('test/permission', asked);
        return asked;
      };
      const create = FileSystemFileHandle.prototype.createWritable;
      FileSystemFileHandle.prototype.createWritable = function createWritable(...args) {
        if (full) throw new DOMException('no room', 'QuotaExceededError');
        window.writes += 1;
        return create.apply(this, args);
      };
    },
    { permission, asked, picked, full },
  );

/** What stands in that folder: texts by name. */
export const inFolder = (page) =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('Cadangan', { create: true });
    const files = {};
    for await (const [name, handle] of folder.entries()) {
      // A file is empty until its writer closes; while it is swapped for a newer one it is gone, even from under who reads it.
      const text = await handle.getFile().then((file) => file.text()).catch(() => '');
      if (text) files[name] = text;
    }
    return files;
  });

/** The page is put away, as far as it can tell. */
export const leave = (page) => page.evaluate(() => window.dispatchEvent(new Event('pagehide')));

/** The browser says `before` of keeping what is stored, and `after` once it was asked; without them it does not say. */
export const keeping = (before, after) => (context) =>
  context.addInitScript(
    ({ before, after }) => {
      if (!isSecureContext) return;
      window.asked = 0;
      let says = before;
      StorageManager.prototype.persisted = async () => says;
      StorageManager.prototype.persist = async () => {
        window.asked += 1;
        says = after;
        return says;
      };
    },
    { before, after },
  );

/** Safari on an iPhone, in a tab or, `installed`, from the home screen. The user agent is the context's. */
export const iphone = ({ installed = false } = {}) => (context) =>
  context.addInitScript((installed) => {
    Object.defineProperty(Navigator.prototype, 'standalone', { get: () => installed });
    delete window.showDirectoryPicker;
  }, installed);

/** The context's options for it. */
export const IPHONE = {
  userAgent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
};

/**
 * What the browser has of a share sheet: `absent`, `noCanShare` (of links only), `noFiles` (says it cannot), else what comes of
 * it: `done`, `AbortError`, `NotAllowedError`. Like Chrome on Android it says yes to files of any type, and then refuses all but
 * texts. `window.shared` holds what left, `window.sharings` how each attempt was made; `window.comesOf` can be changed.
 */
export const sharing = (how) => (context) =>
  context.addInitScript((how) => {
    if (!isSecureContext) return;
    delete Navigator.prototype.share;
    delete Navigator.prototype.canShare;
    window.shared = [];
    window.sharings = [];
    window.comesOf = how;
    window.filesMade = 0;
    const Plain = window.File;
    window.File = class File extends Plain {
      constructor(...args) {
        super(...args);
        window.filesMade += 1;
      }
    };
    if (how === 'absent') return;
    const isAllowed = ({ name, type }) => type === 'text/plain' && /^[^.].*\.txt$/.test(name);
    Navigator.prototype.share = async ({ files = [] }) => {
      window.sharings.push({ inTap: navigator.userActivation.isActive, filesMade: window.filesMade });
      if (window.comesOf === 'NotAllowedError' || !files.length || !files.every(isAllowed)) {
        throw new DOMException('Permission denied', 'NotAllowedError');
      }
      if (window.comesOf !== 'done') throw new DOMException('Share canceled', window.comesOf);
      for (const file of files) window.shared.push({ name: file.name, type: file.type, text: await file.text() });
    };
    if (how === 'noCanShare') return;
    Navigator.prototype.canShare = () => how !== 'noFiles';
  }, how);

/** A desktop that opens files with the installed app: `launch(page, files)` is its part. */
export const launching = (context) =>
  context.addInitScript(() => {
    const waiting = [];
    let consumer;
    const queue = {
      setConsumer(hear) {
        consumer = hear;
        for (const launch of waiting.splice(0)) hear(launch);
      },
    };
    Object.defineProperty(window, 'launchQueue', { value: queue, configurable: true });
    window.launchWith = (launch) => (consumer ? consumer(launch) : waiting.push(launch));
  });

/** Opens files with the app: their names and texts, or `null` for one that the browser does not hand over. */
export const launch = (page, files) =>
  page.evaluate((files) => {
    const handle = ([name, text]) => ({
      kind: 'file',
      name,
      getFile: async () => {
        if (text === null) throw new DOMException('gone', 'NotFoundError');
        return new File([text], name);
      },
    });
    window.launchWith({ targetURL: location.href, files: files.map(handle) });
  }, files);

/**
 * Workers that take as long as the test wishes: from `hold(page)` to `release(page)` they tell how far they are, and do not
 * answer. One that is ended meanwhile never does; with `fail` what they answer is that they broke down. `releaseOne(page)` lets one
 * answer through that is held, or the next one, and holds the others.
 */
export const slowWorkers = (context) =>
  context.addInitScript(() => {
    const waiting = new Map();
    let isHeld = false;
    window.holdWorkers = () => {
      isHeld = true;
    };
    window.releaseWorkers = async (fail) => {
      while (fail && !waiting.size) await new Promise((next) => setTimeout(next, 10));
      isHeld = false;
      const answers = [...waiting.values()].flat();
      waiting.clear();
      for (const { hear, data } of answers) hear({ data: fail ? { id: data.id, failed: true } : data });
    };
    window.heldAnswer = async () => {
      while (!waiting.size) await new Promise((next) => setTimeout(next, 10));
    };
    window.releaseOneAnswer = async () => {
      while (!waiting.size) await new Promise((next) => setTimeout(next, 10));
      const [[worker, [{ hear, data }, ...others]]] = waiting;
      if (others.length) waiting.set(worker, others);
      else waiting.delete(worker);
      hear({ data });
    };
    window.Worker = class extends Worker {
      set onmessage(hear) {
        super.onmessage = (event) => {
          const isAnswer = !('done' in event.data);
          if (isHeld && isAnswer) waiting.set(this, [...(waiting.get(this) ?? []), { hear, data: event.data }]);
          else hear(event);
        };
      }

      terminate() {
        waiting.delete(this);
        super.terminate();
      }
    };
  });

export const hold = (page) => page.evaluate(() => window.holdWorkers());
export const release = (page, { fail = false } = {}) => page.evaluate((fail) => window.releaseWorkers(fail), fail);

/** Waits until an answer is held. */
export const isHeld = (page) => page.evaluate(() => window.heldAnswer());
export const releaseOne = (page) => page.evaluate(() => window.releaseOneAnswer());

/** Replaces every text of the page as a browser does that translates it; what is marked as not to be translated stays. */
export const translate = (page) =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (text.data.trim() && !text.parentElement.closest('[translate=no], script, style, font')) found.push(text);
    }
    for (const text of found) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = `«${text.data}»`;
      outer.append(inner);
      text.replaceWith(outer);
    }
  });

/** The user agents of windows inside other apps. */
export const AGENTS = {
  whatsApp:
    'Mozilla/5.0 (Linux; Android 13; SM-A042F Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.122 Mobile Safari/537.36 WhatsApp/2.24.13.77 A',
  facebook:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/470.1.0.41.109;FBBV/615200000;FBDV/iPhone14,7;FBLC/id_ID]',
};
