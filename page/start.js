// Starts the app, says why when it cannot, and keeps account of what may happen before the app listens. The release puts it
// in place of the script that Trunk writes into the page, which the content security policy forbids; xtask/src/page.rs fills
// in the names. Relies on the words in index.html. Deliberately absent: taking those away, which the app does once it stands.
const start = document.getElementById('start');
const workers = navigator.serviceWorker;
let version = workers?.controller;

// Another version has taken over all tabs. The app may hold this one back while it has something to keep. The first version
// takes over from none, or from that of a book in a folder above.
workers?.addEventListener('controllerchange', () => {
  const before = version;
  version = workers.controller;
  if (before?.scriptURL === version?.scriptURL && dispatchEvent(new Event('renew', { cancelable: true }))) {
    location.reload();
  }
});

addEventListener('beforeinstallprompt', (event) => {
  // Offered on the page "Lainnya", and not over somebody's work.
  event.preventDefault();
  window.installOffer = event;
});

// A browser that translates the page puts an element in place of each text, and the app would go on to change the text that is gone.
// So the text stays beside its translation, empty, until the app has something new to say there or takes it away.
const translated = new WeakMap();
const isFont = (node) => node?.nodeName === 'FONT' && node.isConnected;
const forget = (text) => {
  const { font } = translated.get(text);
  translated.delete(text);
  font.remove();
};
new MutationObserver((changes) => {
  for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of changes) {
    if (type === 'characterData' && target.data && translated.has(target)) forget(target);
    for (const node of removedNodes) {
      if (node.nodeType !== Node.TEXT_NODE || node.isConnected) continue;
      const font = [...addedNodes, previousSibling, nextSibling].find(isFont);
      if (translated.has(node)) forget(node);
      else if (font && node.data.trim()) {
        translated.set(node, { font });
        node.data = '';
        font.before(node);
      }
    }
  }
}).observe(document.documentElement, { subtree: true, childList: true, characterData: true });

import('./buku-kube.js')
  .then((app) => app.default({ module_or_path: './buku-kube_bg.wasm' }))
  .catch((error) => {
    const isOld = !window.WebAssembly || error instanceof WebAssembly.CompileError;
    start.dataset.why = isOld ? 'old' : 'network';
    throw error;
  });
