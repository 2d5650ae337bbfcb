// What the page under measure is given before it starts: a watch for its opening, and hands that measure what they do.
// Deliberately absent: any help from the app; what is measured is the release as people have it.

/** Gives every page of a context the instruments. */
export const giveInstruments = (context) => context.addInitScript(makeInstruments);

// Runs in the page, and so knows nothing of this file.
function makeInstruments() {
  const marks = {};
  /** Notes the time of the first call that counts, and takes itself away again. */
  const once = (owner, name, note) => {
    const own = owner[name];
    owner[name] = function (...args) {
      if (note()) owner[name] = own;
      return own.apply(this, args);
    };
  };
  // The app asks for the keys, reads and folds all of them in one go, and then makes its first element.
  once(Storage.prototype, 'key', () => (marks.read = performance.now()));
  const drawn = () => {
    if (marks.read && !marks.drawn) marks.drawn = performance.now();
    return marks.drawn;
  };
  once(Document.prototype, 'createElement', drawn);
  once(Document.prototype, 'createElementNS', drawn);
  once(Node.prototype, 'cloneNode', drawn);

  // The memory of whatever wasm the page starts.
  const memories = new Set();
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await own.apply(WebAssembly, args);
      for (const part of Object.values((made.instance ?? made).exports)) if (part instanceof WebAssembly.Memory) memories.add(part);
      return made;
    };
  }
  const wasm = () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);

  /** Until what stands is painted: a message that a frame sends comes after it. */
  const painted = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(null);
      }),
    );
  /** Looks at each frame until something is there, and answers when it is painted. */
  const shown = (isThere) =>
    new Promise((done) => {
      const look = () => (isThere() ? painted().then(done) : requestAnimationFrame(look));
      look();
    });
  /** The summary is finished when both its charts stand. */
  const isOpen = () => document.querySelectorAll('figure.chart tfoot').length === 2;
  marks.open = shown(isOpen);

  /** Does something inside a frame, and answers how long it took until that frame was painted. */
  const inFrame = (act) =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        const begun = performance.now();
        port1.onmessage = () => done(performance.now() - begun);
        act();
        port2.postMessage(null);
      }),
    );
  const heading = () => document.querySelector('h1')?.textContent;
  const button = (word) => [...document.querySelectorAll('button')].find((it) => it.textContent === word && !it.disabled);

  /** Goes somewhere, until the page of that heading is painted. */
  async function go(hash, isThere) {
    const begun = performance.now();
    location.hash = hash;
    return (await shown(isThere)) - begun;
  }

  /**
   * Presses a form's button, and answers how long the task took from when the app hears of it, what it changed at once
   * included, but not what comes after; nor the browser's own work at a click, which is the same whatever the app does.
   */
  function press(word) {
    const target = button(word);
    return new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      let begun;
      addEventListener('submit', () => (begun = performance.now()), { once: true, capture: true });
      port1.onmessage = () => done(performance.now() - begun);
      // Sent first, so that it comes before whatever the task puts off.
      port2.postMessage(null);
      target.click();
    });
  }

  /** An element as plain data, and plain data as an element: the floor of painting a list. */
  const describe = (node) =>
    node.nodeType === Node.TEXT_NODE
      ? node.data
      : node.nodeType === Node.ELEMENT_NODE
        ? [node.namespaceURI, node.localName, [...node.attributes].map((it) => [it.name, it.value]), [...node.childNodes].map(describe)]
        : '';
  const build = (plain) => {
    if (typeof plain === 'string') return document.createTextNode(plain);
    const [space, name, attributes, children] = plain;
    const element = document.createElementNS(space, name);
    for (const [key, value] of attributes) element.setAttribute(key, value);
    element.append(...children.map(build));
    return element;
  };

  // How long the page does not answer, and what it says meanwhile of how far it is.
  let tasks = [];
  let words = new Set();
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  const watch = new MutationObserver(() => {
    const text = document.querySelector('.progress [role="status"]')?.textContent;
    if (text) words.add(text);
  });
  function listen() {
    [tasks, words] = [[], new Set()];
    observer.observe({ type: 'longtask' });
    watch.observe(document.body, { childList: true, characterData: true, subtree: true });
  }
  /** The longest task of the main thread, in milliseconds, 50 if none was longer; how many different words of progress there were. */
  function heard() {
    tasks.push(...observer.takeRecords());
    observer.disconnect();
    watch.disconnect();
    return { longest: Math.max(50, ...tasks.map((task) => task.duration)), words: words.size };
  }

  // How long the workers take for what they are asked.
  const asked = {};
  const Own = window.Worker;
  window.Worker = class extends Own {
    constructor(...args) {
      super(...args);
      this.open = new Map();
      this.addEventListener('message', ({ data }) => {
        const begun = this.open.get(data?.id);
        if (begun && 'answer' in data) asked[begun.ask] = performance.now() - begun.at;
      });
    }
    postMessage(message, ...rest) {
      this.open.set(message.id, { ask: message.ask, at: performance.now() });
      super.postMessage(message, ...rest);
    }
  };

  window.bench = { asked, listen, heard, marks, wasm, shown, painted, inFrame, go, press, describe, build, heading, button };
}
