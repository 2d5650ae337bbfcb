// Versions of the release, and what a browser has kept of them. Relies on the form in which xtask stamps the service worker.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const STAMP = /const VERSION = '(.*)';\n([^]*)const FILES = (\[\[[^]*?\]\]);\n/;

/** The version of a release and its files, as the service worker has them. */
export async function stampOf(root = DIST) {
  const [, version, , files] = STAMP.exec(await readFile(join(root, 'sw.js'), 'utf8'));
  return { version, files: JSON.parse(files) };
}

/** A copy of the release in which the page says which one it is, and the icon is another: stamped as xtask does. */
export async function newVersion(name) {
  const root = await mkdtemp(join(tmpdir(), 'buku-kube-dist-'));
  await cp(DIST, root, { recursive: true });
  const change = async (file, from, to) => {
    const text = await readFile(join(root, file), 'utf8');
    assert.ok(text.includes(from), `${file} has ${from}`);
    await writeFile(join(root, file), text.replace(from, to));
  };
  await change('index.html', '<title>', `<meta name=release content="${name}"><title>`);
  await change('icons/icon.svg', '</svg>', `<desc>${name}</desc></svg>`);
  const { files } = await stampOf(root);
  for (const file of files) {
    file[2] = createHash('sha256').update(await readFile(join(root, file[0]))).digest('hex');
  }
  const worker = await readFile(join(root, 'sw.js'), 'utf8');
  const stamp = (_all, _version, between) => `const VERSION = '${name}';\n${between}const FILES = ${JSON.stringify(files)};\n`;
  await writeFile(join(root, 'sw.js'), worker.replace(STAMP, stamp));
  return { root, name, files, remove: () => rm(root, { recursive: true, force: true }) };
}

/** The name that a page of `newVersion` gives; of the release itself, nothing. */
export const release = (page) => page.evaluate(() => document.querySelector('meta[name=release]')?.content ?? '');

/** Waits until the page is kept whole and the worker of its own folder has it. */
export const kept = (page) =>
  page.evaluate(async () => {
    const isOurs = ({ controller }) => controller?.scriptURL === new URL('sw.js', location.href).href;
    const isReady = () => isOurs(navigator.serviceWorker) && navigator.serviceWorker.controller.state === 'activated';
    while (!isReady()) await new Promise((next) => setTimeout(next, 10));
  });

/** Leaves the folder of the book, but not its origin: a place from which a test works on what the browser keeps. */
export const leave = (page, server) => page.goto(`${server.origin}/`);

/** Registers the worker or looks for a new one while no page of the book is open; whether it came whole, and is used now. */
export const settle = (page, url) =>
  page.evaluate(async (url) => {
    let registration = await navigator.serviceWorker.getRegistration(url);
    try {
      if (registration) await registration.update();
      else registration = await navigator.serviceWorker.register(`${url}sw.js`, { scope: url, updateViaCache: 'none' });
    } catch {
      return false;
    }
    const coming = registration.installing ?? registration.waiting ?? registration.active;
    while (!['redundant', 'activated'].includes(coming.state)) await new Promise((next) => setTimeout(next, 5));
    return coming.state === 'activated';
  }, url);

/** Forgets the worker and all that it kept. */
export const forget = (page) =>
  page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
