// The service worker: keeps the whole page in the browser, so that it opens without a network, and never changes it by half.
//
// xtask/src/stamp.rs writes the list of files over the one below. A worker has one cache, named by its version, and is
// installed only when every file in it has the hash that the list says. A new version is installed beside the old one and
// waits there until the page sends "use" or all tabs are closed. Deliberately absent: keeping any answer that is not in the list.
//
// It is also where Android hands over what is shared to the installed app: a POST to an address that no host answers. The
// files go into a cache of their own, and the page takes them from there (src/web/inbox.rs).
const VERSION = '';
/** [name, type, SHA-256] of each file; the first is the page itself. */
const FILES = [];

const SCOPE = self.registration.scope;
const OURS = `buku-kube ${SCOPE} `;
const CACHE = OURS + VERSION;
const PAGE = 'index.html';

/** What was shared and is not opened yet. Its name does not begin as those of versions do, so that no update sweeps it away. */
const INBOX = `buku-kube-inbox ${SCOPE}`;
/** Where the manifest has things shared to. */
const SHARE = `${SCOPE}share`;
/** How much may wait there: whoever shares more is told so, and what waits already stays. */
const MOST_FILES = 100;
const MOST_BYTES = 192 * 1024 * 1024;

const byName = new Map(FILES.map((file) => [file[0], file]));

/** Where a file is found. Some hosts send `index.html` on to its folder, and what was sent on cannot answer for a page. */
const address = (name) => SCOPE + (name === PAGE ? '' : name);

/** A response with the bytes that the list means, or nothing. */
async function checked(response, [, type, sum]) {
  if (!response || response.status !== 200 || response.type === 'opaque') return undefined;
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  if (Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') !== sum) return undefined;
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) headers.delete(name);
  headers.set('content-type', type);
  return new Response(bytes, { headers });
}

/** A file from whoever has it whole: an older version or an install that was broken off, the browser's own cache, the host. */
async function whole(file) {
  const url = address(file[0]);
  const kept = await Promise.all(
    (await caches.keys())
      .filter((name) => name.startsWith(OURS))
      .map(async (name) => (await caches.open(name)).match(url)),
  );
  for (const response of kept) {
    const good = await checked(response, file);
    if (good) return good;
  }
  for (const cache of ['default', 'reload']) {
    const good = await checked(await fetch(url, { cache, credentials: 'same-origin' }), file);
    if (good) return good;
  }
  throw new Error(`${file[0]} is not what version ${VERSION} has`);
}

async function install() {
  const cache = await caches.open(CACHE);
  // One after the other: over a weak signal what has come is kept, and the next attempt goes on from there.
  for (const file of FILES) await cache.put(address(file[0]), await whole(file));
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && name !== CACHE) await caches.delete(name);
  }
  await self.clients.claim();
}

/** The file that a request means, if it is in the list. A page elsewhere in the scope is none of ours: it may be another site. */
function meant(request) {
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(SCOPE)) return undefined;
  const name = (url.origin + url.pathname).slice(SCOPE.length) || PAGE;
  return byName.has(name) ? name : undefined;
}

async function answer(name, request) {
  const kept = await (await caches.open(CACHE)).match(address(name));
  return kept ?? fetch(request);
}

/** The files of a form that was shared, or its text as a file. */
function shared(form) {
  // A form without a file sends one without a name and without a byte.
  const files = form.getAll('files').filter((part) => part instanceof File && (part.name || part.size));
  if (files.length) return files;
  const text = ['text', 'url', 'title'].map((name) => form.get(name)).find((part) => typeof part === 'string' && part.trim());
  return text ? [new File([text], '', { type: 'text/plain' })] : [];
}

/** Keeps what was shared until the page has opened it; answers how many files, or why not. */
async function keep(form) {
  const files = shared(form);
  if (!files.length) return 'nothing';
  const cache = await caches.open(INBOX);
  const sizes = (await cache.keys()).map(({ url }) => Number(/-(\d+)\?/.exec(url)?.[1] ?? 0)).concat(files.map((file) => file.size));
  if (sizes.length > MOST_FILES || sizes.reduce((sum, size) => sum + size) > MOST_BYTES) return 'full';
  // One address a file, and never one that is there already: time, place, size, name.
  const time = Date.now();
  const put = [];
  try {
    for (const [place, file] of files.entries()) {
      const url = `${SHARE}/${time}-${crypto.randomUUID()}-${place}-${file.size}?${encodeURIComponent(file.name)}`;
      put.push(url);
      await cache.put(url, new Response(file));
    }
  } catch (error) {
    // Not half of what was shared.
    for (const url of put) await cache.delete(url);
    throw error;
  }
  return files.length;
}

async function receive(request) {
  const outcome = await request
    .formData()
    .then(keep)
    .catch(() => 'failed');
  return Response.redirect(`${SCOPE}#/files?share=${outcome}`, 303);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'POST' && url === SHARE) return event.respondWith(receive(event.request));
  const name = meant(event.request);
  if (name) event.respondWith(answer(name, event.request));
});
self.addEventListener('message', (event) => {
  if (event.data === 'use') self.skipWaiting();
});
