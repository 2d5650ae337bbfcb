// How each engine is started: its capabilities, its language, what it needs around it. In Indonesian, without a window.
// Deliberately absent: what is done in them; that is the same for all.
import { spawn } from 'node:child_process';

const isRoot = process.getuid?.() === 0;

/** Starts what the engine's driver has to find in its environment: `{ environment, stop }`. */
const nothing = async () => ({ environment: {}, stop: async () => {} });

/** A screen for a browser that cannot do without. */
async function screen() {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1024x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((done) => child.once('exit', done));
  const number = await new Promise((done, fail) => {
    child.once('error', fail).once('exit', () => fail(new Error('Xvfb ended before it had a screen')));
    child.stdio[3].once('data', (text) => done(String(text).trim()));
  });
  // Debian's WebKit says "en" of every locale that is not installed, and C.UTF-8 always is.
  const environment = { DISPLAY: `:${number}`, LANGUAGE: 'id', LC_ALL: 'C.UTF-8', GDK_BACKEND: 'x11' };
  return {
    environment,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

/** The engines by name. */
export const ENGINES = {
  chromium: {
    around: nothing,
    capabilities: (binary) => ({
      browserName: 'chrome',
      'goog:chromeOptions': {
        binary,
        args: [
          '--headless=new',
          '--lang=id',
          '--accept-lang=id-ID',
          '--disable-gpu',
          '--disable-dev-shm-usage',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--no-first-run',
          ...(isRoot ? ['--no-sandbox'] : []),
        ],
      },
    }),
  },
  firefox: {
    around: nothing,
    capabilities: (binary) => ({
      browserName: 'firefox',
      'moz:firefoxOptions': { binary, args: ['-headless'], prefs: { 'intl.accept_languages': 'id-ID, id' } },
    }),
  },
  webkit: {
    around: screen,
    capabilities: (binary) => ({ 'webkitgtk:browserOptions': { binary, args: ['--automation'] } }),
  },
};
