// The browsers that tests open pages in. Starting one costs more than most tests do, so one is shared by all openings of a
// process that keep no profile: each has a context of its own, and with it storage, caches, service workers and permissions.
// Whatever needs a profile on disk gets a browser of its own. Deliberately absent: what is opened in them; `harness.mjs`
// knows that.
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** The Chromium to start: the one that CHROME names, one on PATH, or Playwright's own. */
export function findBrowser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = [process.env.CHROME, ...onPath, chromium.executablePath()].filter(Boolean).find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error('Chromium is not found; set CHROME to its program or run `cargo xtask doctor`.');
  return found;
}

/** A new folder for a browser profile that outlives one `openBook`. Whoever makes it removes it. */
export async function newProfile() {
  const folder = await mkdtemp(join(tmpdir(), 'buku-kube-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** How every browser is started. */
function launching(more = []) {
  const isRoot = process.getuid?.() === 0;
  return {
    executablePath: findBrowser(),
    headless: process.env.HEADED !== '1',
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...more,
    ],
  };
}

/** A context that is a browser of its own, with its storage in this folder. */
export const contextAlone = (folder, options) => chromium.launchPersistentContext(folder, { ...launching(), ...options });

/**
 * The shared browser compiles a function of the wasm a second time, for speed, only after ten times the usual work: an opening of
 * seconds never gets that back, and the optimising took a sixth of the CPU of the tests. A long job still comes to it. Browsers of
 * their own, and so `durability` and `bench`, are as people have them.
 */
const PATIENT = '--js-flags=--wasm-tiering-budget=130000000';

/** How long the shared browser waits for another opening before it ends, in milliseconds; a running browser keeps Node from ending. */
const IDLE_MS = 300;

/** The shared browser, while there is one: `{ browser, open, ending }`. */
let shared;

/** A fresh context of the shared browser. */
export async function contextOfShared(options) {
  shared ??= { browser: chromium.launch(launching([PATIENT])), open: 0, ending: undefined };
  const mine = shared;
  mine.open += 1;
  clearTimeout(mine.ending);
  const leave = () => {
    mine.open -= 1;
    if (mine.open === 0) mine.ending = setTimeout(() => end(mine), IDLE_MS);
  };
  try {
    const browser = await mine.browser;
    // One that has broken down is of no use to the next opening.
    browser.once('disconnected', () => forget(mine));
    const context = await browser.newContext(options);
    context.once('close', leave);
    return context;
  } catch (error) {
    forget(mine);
    leave();
    throw error;
  }
}

function forget(mine) {
  if (shared === mine) shared = undefined;
}

async function end(mine) {
  forget(mine);
  await mine.browser.then((browser) => browser.close()).catch(() => {});
}
