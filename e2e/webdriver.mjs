// W3C WebDriver, spoken with fetch: enough of it to use the book in a browser that Playwright does not drive as it is
// installed. Relies on a driver's program. Deliberately absent: any engine's own commands; each difference is in
// `engines/browsers.mjs`.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** The name of an element in WebDriver's JSON. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** How long a page is waited for, in milliseconds. */
export const PATIENCE = 20_000;

const pause = (ms) => new Promise((next) => setTimeout(next, ms));

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer();
  await new Promise((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function ask(url, method, body) {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(3 * PATIENCE),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(`${value.error}: ${value.message}`), { code: value.error });
  return value;
}

/** Starts a driver in a process group of its own; `stop` ends it and the browsers it started. */
export async function startDriver(program, environment = {}) {
  const port = await freePort();
  const child = spawn(program, [`--port=${port}`], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, ...environment },
  });
  const ended = new Promise((done) => child.once('exit', done).once('error', done));
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
    await ended;
  };
  for (const end = Date.now() + PATIENCE; ; await pause(50)) {
    if (await ask(`${url}/status`, 'GET').then((it) => it.ready, () => false)) return { url, stop };
    if (child.exitCode !== null || child.pid === undefined || Date.now() > end) {
      await stop();
      throw new Error(`${program} does not answer`);
    }
  }
}

/** Opens a browser with an empty profile. */
export async function openSession(driver, capabilities) {
  const { sessionId, capabilities: has } = await ask(`${driver.url}/session`, 'POST', {
    capabilities: { alwaysMatch: capabilities },
  });
  const base = `${driver.url}/session/${sessionId}`;
  const post = (path, body = {}) => ask(`${base}/${path}`, 'POST', body);
  const id = (element) => element[ELEMENT];

  const session = {
    name: `${has.browserName} ${has.browserVersion}`,
    go: (url) => post('url', { url }),
    reload: () => post('refresh'),
    close: () => ask(base, 'DELETE'),
    /** Runs a function in the page, and answers what it answers. */
    run: (script, ...args) => post('execute/sync', { script: `return (${script})(...arguments)`, args }),
    /** The same for a function that takes its time. */
    runLong: (script, ...args) =>
      post('execute/async', {
        script: `const done = [...arguments].at(-1); (${script})(...[...arguments].slice(0, -1)).then(done, (error) => done(String(error)))`,
        args,
      }),
    /** Runs a function in the page until it answers something. */
    async until(what, script, ...args) {
      for (const end = Date.now() + PATIENCE; ; await pause(20)) {
        const found = await session.run(script, ...args).catch(() => null);
        if (found) return found;
        if (Date.now() > end) throw new Error(`${session.name} shows in vain: ${what}`);
      }
    },
    /** Scrolls to it and clicks as a mouse does; waits while something else covers the place. */
    async click(element) {
      await session.run((it) => it.scrollIntoView({ block: 'center' }), element);
      for (const end = Date.now() + PATIENCE; ; await pause(100)) {
        try {
          return await post(`element/${id(element)}/click`);
        } catch (error) {
          if (error.code !== 'element click intercepted' || Date.now() > end) throw error;
        }
      }
    },
    /** Types as a keyboard does. */
    keys: (element, text) => post(`element/${id(element)}/value`, { text }),
  };
  return session;
}
