// The release on hosts as people have them: the folder as it is, at the root and in a sub-folder, by nginx and by Python; with
// the headers of docs/hosting, too. And what the page says when it cannot be an app.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve, withBook } from '../harness.mjs';
import * as step from '../steps.mjs';
import { DIST, kept } from '../versions.mjs';

const HOSTING = fileURLToPath(new URL('../../docs/hosting/', import.meta.url));

async function freePort() {
  const probe = createServer();
  await new Promise((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

const isThere = (program, args) => {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** nginx as it comes, or with a location of ours in place of its plain one. */
function nginx(location) {
  return {
    args: async (root, home, port) => {
      const inside = (await location?.(root)) ?? `root ${root};`;
      const types = isThere('test', ['-f', '/etc/nginx/mime.types']) ? 'include /etc/nginx/mime.types;' : '';
      const config = join(home, 'nginx.conf');
      await writeFile(
        config,
        `daemon off; pid ${home}/pid; error_log stderr; events {}
         http { ${types} access_log off;
           client_body_temp_path ${home}/b; proxy_temp_path ${home}/p; fastcgi_temp_path ${home}/f;
           uwsgi_temp_path ${home}/u; scgi_temp_path ${home}/s;
           server { listen 127.0.0.1:${port}; ${inside} } }`,
      );
      return ['-c', config, '-p', home, '-e', 'stderr'];
    },
    program: 'nginx',
    asks: ['-v'],
  };
}

const OURS = async (root) =>
  (await readFile(join(HOSTING, 'nginx.conf'), 'utf8')).replace('alias /srv/buku-kube/', `alias ${root}/`);

const HOSTS = {
  nginx: nginx(),
  'nginx with the headers of docs/hosting': nginx(OURS),
  'python3 -m http.server': {
    program: 'python3',
    asks: ['--version'],
    args: async (root, _home, port) => ['-m', 'http.server', String(port), '--bind', '127.0.0.1', '--directory', root],
  },
};

/** Starts a host whose root holds the release at `/` and at `/a/b/`, and ends it. */
async function withHost({ program, args }, use) {
  const home = await mkdtemp(join(tmpdir(), 'buku-kube-host-'));
  const root = join(home, 'root');
  await cp(DIST, root, { recursive: true });
  await mkdir(join(root, 'a'));
  await cp(DIST, join(root, 'a/b'), { recursive: true });
  // nginx's workers may be another user.
  execFileSync('chmod', ['-R', 'a+rX', home]);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const host = spawn(program, await args(root, home, port), { stdio: 'ignore' });
  const ended = new Promise((done) => host.once('exit', done));
  try {
    await step.eventually(async () => (await fetch(origin).catch(() => undefined))?.ok, true);
    await use(origin);
  } finally {
    host.kill();
    await ended;
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

for (const [name, host] of Object.entries(HOSTS)) {
  test(`the folder works as it is: ${name}`, async (t) => {
    if (!isThere(host.program, host.asks)) {
      t.skip(`${host.program} is not here; install it (Debian: nginx-light, python3) to see this.`);
      return;
    }
    await withHost(host, async (origin) => {
      for (const folder of ['/', '/a/b/']) {
        const server = { url: origin + folder, origin };
        await withBook({ server }, async ({ page, context, requests, violations }) => {
          await step.addGroupOf(page, { name: 'Contoh Melati' }, step.TEN.slice(0, 1));
          for (const place of ['summary', 'events', 'files', 'more']) await step.go(page, place);
          await kept(page);
          const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
          assert.equal(scope, server.url);
          await context.setOffline(true);
          await page.reload();
          await step.seePage(page, 'Lainnya');
          const elsewhere = requests.filter((url) => /^https?:/.test(url) && !url.startsWith(server.url));
          assert.deepEqual(elsewhere, []);
          assert.deepEqual(violations, []);
        });
      }
      // One browser with both: each folder is a book of its own kind, and neither takes the other's pages.
      await withBook({ server: { url: `${origin}/`, origin } }, async ({ page }) => {
        await kept(page);
        await page.goto(`${origin}/a/b/`);
        await kept(page);
        const scope = await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).scope);
        assert.equal(scope, `${origin}/a/b/`);
        assert.equal((await page.evaluate(() => caches.keys())).length, 2);
      });
    });
  });
}

test('the page allows no script inside it, and no other origin', () =>
  withBook({}, async ({ page, server, violations }) => {
    const html = await readFile(join(DIST, 'index.html'), 'utf8');
    assert.doesNotMatch(html, /<script(?![^>]* src=)|<style| style=| on\w+=/);
    for (const [, tag] of html.matchAll(/<((?:script|link)[^>]*\.(?:js|css|wasm)[^>]*)>/g)) assert.match(tag, /integrity=/);
    assert.match(html, /name=referrer/);
    await step.seePage(page, step.WORDS.id.summaryTitle);
    const tried = await page.evaluate(async (other) => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.head.append(script);
      const link = document.createElement('a');
      link.href = 'javascript:window.ran=true';
      document.body.append(link);
      link.click();
      await new Promise((next) => setTimeout(next, 100));
      return { ran: window.ran, fetched: await fetch(other).then(() => true, () => false) };
    }, server.url.replace('localhost', '127.0.0.1'));
    assert.deepEqual(tried, { ran: undefined, fetched: false });
    for (const rule of ['script-src', 'connect-src']) {
      await step.eventually(() => violations.some((it) => it.includes(`policy: ${rule}`)), true, rule);
    }
    // They were asked for.
    violations.length = 0;
  }));

test('the manifest and all that it names are there', () =>
  withBook({}, async ({ page, context, server, violations }) => {
    const session = await context.newCDPSession(page);
    const { url, errors, data } = await session.send('Page.getAppManifest');
    assert.equal(url, `${server.url}manifest.webmanifest`);
    assert.deepEqual(errors, []);
    const manifest = JSON.parse(data);
    for (const { src } of [...manifest.icons, ...manifest.screenshots]) {
      const answer = await page.request.get(server.url + src);
      assert.ok(answer.ok(), src);
    }
    for (const { src, sizes } of [...manifest.icons, ...manifest.screenshots].filter(({ type }) => type === 'image/png')) {
      const bytes = await (await page.request.get(server.url + src)).body();
      assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, src);
    }
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
    for (const { url } of manifest.shortcuts) {
      await page.goto(new URL(url, server.url).href);
      await step.seePage(page, url.endsWith('new') ? 'KUBE baru' : 'Berkas');
    }
    assert.deepEqual(violations, []);
  }));

test('what the browser offers to install is offered under Lainnya, once', () =>
  withBook({}, async ({ page, violations }) => {
    await step.go(page, 'more');
    const tap = page.getByRole('button', { name: 'Pasang', exact: true });
    // Whatever this browser itself offered is over.
    await page.evaluate(() => dispatchEvent(new Event('appinstalled')));
    await tap.waitFor({ state: 'detached' });
    const isStopped = await page.evaluate(() => {
      const offer = new Event('beforeinstallprompt', { cancelable: true });
      offer.prompt = async () => {
        window.asked = (window.asked ?? 0) + 1;
      };
      return !dispatchEvent(offer);
    });
    assert.ok(isStopped, 'nothing is shown over the work');
    await tap.click();
    await tap.waitFor({ state: 'detached' });
    assert.equal(await page.evaluate(() => window.asked), 1);
    assert.deepEqual(violations, []);
  }));

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

test('on an iPhone three pictures say how, and where to send what is here already', () =>
  withBook(
    {
      options: { userAgent: IPHONE },
      prepare: (context) => context.addInitScript(() => Object.defineProperty(navigator, 'standalone', { value: false })),
    },
    async ({ page }) => {
      await step.go(page, 'more');
      const guide = page.getByRole('region', { name: 'Pasang di layar utama' });
      await guide.waitFor();
      assert.equal(await guide.getByRole('listitem').count(), 3);
      await guide.getByRole('link', { name: 'Sudah ada isinya? Kirim dulu berkas dari sini.' }).click();
      await step.seePage(page, 'Berkas');
    },
  ));

const OLD = /^Peramban ini mungkin terlalu usang\./;
const NETWORK = /^Belum termuat seluruhnya\./;

/** Opens the page where something is missing, and looks at what it says. */
async function says(wish, seen, unseen = []) {
  await withBook(wish, async ({ page }) => {
    for (const text of seen) await page.getByText(text).waitFor();
    for (const text of unseen) assert.equal(await page.getByText(text).isVisible(), false, String(text));
  });
}

test('the page explains itself while it loads and when something is missing', async (t) => {
  await t.test('while it loads', async () => {
    const server = await serve();
    let go;
    const wait = new Promise((done) => (go = done));
    const prepare = (context) =>
      context.route('**/*.wasm', async (route) => {
        await wait;
        await route.continue();
      });
    try {
      await withBook({ server, prepare, options: { serviceWorkers: 'block' } }, async ({ page }) => {
        for (const text of ['Sedang dibuka…', 'Opening…']) await page.getByText(text, { exact: true }).waitFor();
        for (const text of [OLD, NETWORK]) assert.equal(await page.getByText(text).isVisible(), false);
        go();
        await step.seePage(page, step.WORDS.id.summaryTitle);
        assert.equal(await page.getByText('Sedang dibuka…').count(), 0);
      });
    } finally {
      go();
      await server.close();
    }
  });
  await t.test('without JavaScript', () =>
    says({ options: { javaScriptEnabled: false } }, [/^Aktifkan JavaScript/, /^Turn on JavaScript/]));
  await t.test('without WebAssembly', () =>
    says({ prepare: (context) => context.addInitScript(() => delete window.WebAssembly) }, [OLD, /^This browser may be too old\./], [NETWORK, 'Sedang dibuka…']));
  for (const part of ['*_bg.wasm', 'buku-kube-*.js']) {
    await t.test(`when ${part} does not come`, () =>
      says(
        { prepare: (context) => context.route(`**/${part}`, (route) => route.abort()), options: { serviceWorkers: 'block' } },
        [NETWORK, /^Not all has come\./],
        [OLD, 'Opening…'],
      ));
  }
  await t.test('when no script of it runs at all, after a while', () =>
    says(
      { prepare: (context) => context.route('**/*.js', (route) => route.abort()), options: { serviceWorkers: 'block' } },
      [],
      [OLD, NETWORK],
    ).then(() =>
      withBook({ prepare: (context) => context.route('**/*.js', (route) => route.abort()) }, async ({ page }) => {
        await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
        for (const text of [OLD, NETWORK]) assert.ok(await page.getByText(text).isVisible());
      }),
    ));
  await t.test('without storage', () =>
    says(
      {
        prepare: (context) =>
          context.addInitScript(() => {
            for (const name of ['localStorage', 'indexedDB']) {
              Object.defineProperty(window, name, {
                get: () => {
                  throw new DOMException('denied', 'SecurityError');
                },
              });
            }
          }),
      },
      [/^Peramban ini tidak mengizinkan penyimpanan data\./],
    ));
});
