// Holes that are put in on purpose, each as a script that runs in the page before the app: a harness that does not find them proves
// nothing. The page says what it always says; only the keeping is taken away.

/** A second copy that says yes to all and is another one at the next start. */
function forgets() {
  const open = IDBFactory.prototype.open;
  const life = crypto.randomUUID();
  IDBFactory.prototype.open = function (name, ...version) {
    return open.call(this, `${name} ${life}`, ...version);
  };
}

/** A step that takes something away leaves no mark of it. */
function unmarked() {
  const isMark = (key) => /^buku-kube\/[a-z]+\/epochs$/.test(key);
  const { put, get } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value, key) {
    return isMark(key) ? get.call(this, key) : put.call(this, value, key);
  };
  const { setItem, getItem } = Storage.prototype;
  const marks = new Map();
  Storage.prototype.setItem = function (key, text) {
    if (isMark(key)) marks.set(key, String(text));
    else setItem.call(this, key, text);
  };
  Storage.prototype.getItem = function (key) {
    return isMark(key) ? (marks.get(key) ?? null) : getItem.call(this, key);
  };
}

/** Neither copy leaves the page until a while later, as if a cache were put before them. */
function late() {
  const open = IDBFactory.prototype.open;
  const life = crypto.randomUUID();
  IDBFactory.prototype.open = function (name, ...version) {
    return open.call(this, `${name} ${life}`, ...version);
  };
  const real = window.localStorage;
  const texts = new Map(Object.entries({ ...real }));
  const keys = () => [...texts.keys()];
  const pretended = {
    key: (at) => keys()[at] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, String(text)),
    removeItem: (key) => void texts.delete(key),
  };
  Object.defineProperty(window, 'localStorage', {
    value: new Proxy(pretended, {
      get: (of, name) => (name === 'length' ? texts.size : (of[name] ?? texts.get(name))),
      ownKeys: keys,
      getOwnPropertyDescriptor: (_, key) => ({ value: texts.get(key), enumerable: true, configurable: true }),
    }),
  });
  setInterval(() => {
    for (const key of Object.keys({ ...real })) if (!texts.has(key)) real.removeItem(key);
    for (const [key, text] of texts) real.setItem(key, text);
  }, 5_000);
}

/** By name; what each would be in the app. */
export const HOLES = { mirror: forgets, mark: unmarked, late };
