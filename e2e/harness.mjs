// Opens the release build in a real browser, as a person would find it on a static host, and keeps account of what the
// page asked for and complained of. Relies on `dist/` and on playwright-core. Deliberately absent: what the app looks
// like inside; a test finds its own way by role and by words.
import { access, mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contextAlone, contextOfShared, newProfile } from './browser.mjs';

export { findBrowser, newProfile } from './browser.mjs';

/** What is served unless another folder is named. */
export const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const SHOTS = fileURLToPath(new URL('./shots/', import.meta.url));

/** The sub-folder that the book is served in: a host's root would hide a path that is not relative. */
export const FOLDER = '/buku/';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves a folder at a sub-folder of a free loopback port.
 * @returns {Promise<{ url: string, origin: string, port: number, hits: string[], root: string,
 *   fault?: (path: string) => 'drop' | 'cut' | 'delay' | undefined, close: () => Promise<void> }>}
 *   `hits` are the paths asked for, so that a test can tell the network from a cache. `root` can be set to another folder,
 *   as when a new version is put on the host; `fault` says of each path, without the folder, how its answer goes wrong:
 *   the line breaks in the middle, half of it comes and looks like all of it, or it comes late.
 */
export async function serve({ root = DIST, port = 0, folder = FOLDER, cache = 'no-cache' } = {}) {
  await access(join(root, 'index.html')).catch(() => {
    throw new Error(`${root} holds no index.html; run \`cargo xtask build\` first.`);
  });
  const hits = [];
  const host = { hits, root, fault: undefined };
  const server = createServer(async (request, response) => {
    const { root } = host;
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    hits.push(path);
    const file = resolve(root, `.${sep}${path.slice(folder.length)}`, path.endsWith('/') ? 'index.html' : '');
    const ours = path.startsWith(folder) && `${file}${sep}`.startsWith(resolve(root) + sep);
    try {
      if (!ours) throw new Error('outside');
      let body = await readFile(file);
      const fault = host.fault?.(path.slice(folder.length));
      if (fault === 'delay') await new Promise((done) => setTimeout(done, 300));
      if (fault === 'cut') body = body.subarray(0, body.length / 2);
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'content-length': body.length, 'cache-control': cache });
      if (fault === 'drop') response.write(body.subarray(0, body.length / 2), () => response.destroy());
      else response.end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
    }
  });
  await new Promise((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done));
  const origin = `http://localhost:${server.address().port}`;
  const close = () =>
    new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
  return Object.assign(host, { url: origin + folder, origin, port: server.address().port, close });
}

/**
 * Opens the book.
 *
 * @param {object} wish
 * @param {string} [wish.profile] a folder whose storage is kept from one opening to the next; fresh without it. Needs a
 *   `server` to share: another port is another origin, whose storage is another
 * @param {string} [wish.alone] why it needs a browser and a profile on disk of its own, and not only a context
 * @param {'id' | 'en'} [wish.lang] the browser's language
 * @param {'light' | 'dark'} [wish.theme] the system's colour scheme
 * @param {{ width: number, height: number }} [wish.viewport] a cheap phone's if not given
 * @param {boolean} [wish.offline] begin without a network, which only a profile that has been here can
 * @param {string} [wish.path] another address of the server than the book's
 * @param {string} [wish.hash] the route, such as `#/kube`
 * @param {Awaited<ReturnType<typeof serve>>} [wish.server] one to share; without it the book brings its own and ends it
 * @param {string} [wish.timezone] such as `Asia/Makassar`
 * @param {(context: import('playwright-core').BrowserContext) => Promise<void>} [wish.prepare] called before the page opens
 * @param {boolean} [wish.mayLeave] whether a page may go to another origin
 * @param {object} [wish.options] any other option of Playwright's context
 * @returns `{ context, page, server, requests, violations, close }`: `requests` are the addresses that the pages asked
 *   for, `violations` whatever must not happen: a request to another origin, an error on the console, an uncaught error.
 */
export async function openBook({
  profile,
  alone,
  lang = 'id',
  theme = 'light',
  viewport = { width: 360, height: 740 },
  offline = false,
  path = '',
  hash = '',
  server,
  timezone,
  prepare,
  mayLeave = false,
  options = {},
} = {}) {
  if (profile && !server) throw new Error('a kept profile needs a shared server: another port is another origin.');
  const host = server ?? (await serve());
  const fresh = !profile && alone ? await newProfile() : undefined;
  const folder = profile ?? fresh?.folder;
  const wished = {
    locale: lang === 'id' ? 'id-ID' : 'en-GB',
    colorScheme: theme,
    viewport,
    timezoneId: timezone,
    offline,
    acceptDownloads: true,
    ...options,
  };
  const context = await (folder ? contextAlone(folder, wished) : contextOfShared(wished)).catch(async (error) => {
    await Promise.all([fresh?.remove(), server ? undefined : host.close()]);
    throw error;
  });

  const requests = [];
  const violations = [];
  // On the context: a second tab, a popup and the service worker are heard too.
  context.on('request', (request) => {
    const url = request.url();
    requests.push(url);
    if (/^(data|blob|about):/.test(url)) return;
    if (new URL(url).origin !== host.origin) violations.push(`request to another origin: ${url}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') violations.push(`console error: ${message.text()} (${message.location().url})`);
  });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
    );
  });
  context.on('weberror', (error) => violations.push(`uncaught error: ${error.error()}`));

  const close = async () => {
    await context.close();
    if (!server) await host.close();
    await fresh?.remove();
    // Whatever else a test is about; not so where a measure opens another origin itself.
    if (mayLeave) return;
    const never = violations.filter((violation) => /^request to another origin|^console error: policy:/.test(violation));
    if (never.length) throw new Error(never.join('\n'));
  };
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    // Long enough for a machine that builds beside it; a step that waits this long waits in vain.
    context.setDefaultTimeout(20_000);
    await prepare?.(context);
    await page.goto(host.url + path + hash);
    return { context, page, server: host, requests, violations, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Opens the book, lets `use` use it and closes it whatever happens. An error tells what the page complained of, too.
 * @param {Parameters<typeof openBook>[0]} wish
 * @param {(book: Awaited<ReturnType<typeof openBook>>) => Promise<void>} use
 */
export async function withBook(wish, use) {
  const book = await openBook(wish);
  let failure;
  try {
    await use(book);
  } catch (error) {
    failure = error;
    if (book.violations.length) error.message += `\nThe page complained:\n${book.violations.join('\n')}`;
  }
  await book.close().catch((error) => {
    failure ??= error;
  });
  if (failure) throw failure;
}

/**
 * Writes a picture of the page to `e2e/shots/NAME.png` and answers where.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {object} [options] Playwright's, such as `{ fullPage: false }`
 */
export async function shots(page, name, options = {}) {
  await mkdir(SHOTS, { recursive: true });
  const path = join(SHOTS, `${name}.png`);
  await page.screenshot({ path, fullPage: true, animations: 'disabled', ...options });
  return path;
}
