// The floor: another origin that holds the programme as plain JSON, a page of plain JavaScript that reads it and paints what
// the app painted. The stored texts of the app are packed; these are not, so that the floor is what the browser can do at best.
import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const SCRIPT = `
  window.floor = {
    read(times) {
      const all = [];
      for (let time = 0; time < times; time += 1)
        for (let at = 0; at < localStorage.length; at += 1) all.push(JSON.parse(localStorage.getItem(localStorage.key(at))));
      return all;
    },
  };
  const times = Number(location.hash.slice(1));
  if (times) {
    const begun = performance.now();
    window.kept = window.floor.read(times);
    window.took = performance.now() - begun;
    const { build, marks, painted } = window.bench;
    document.body.replaceChildren(build(JSON.parse(sessionStorage.getItem('screen') ?? '["http://www.w3.org/1999/xhtml","p",[],[]]')));
    window.bench.marks.floor = painted();
  }
`;

/** Serves the floor with the app's own styles. */
export async function serveFloor(dist) {
  const styles = (await readdir(dist)).filter((name) => name.endsWith('.css'));
  const links = styles.map((name) => `<link rel="stylesheet" href="/${name}">`).join('');
  const page = `<!doctype html><html lang="id"><meta charset="utf-8">${links}<body><script>${SCRIPT}</script></body></html>`;
  const server = createServer(async (request, response) => {
    const name = request.url.slice(1);
    const style = styles.includes(name);
    const type = style ? 'text/css' : 'text/html; charset=utf-8';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=3600' });
    response.end(style ? await readFile(join(dist, name)) : page);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://localhost:${server.address().port}/`;
  return { url, close: () => new Promise((done) => (server.close(done), server.closeAllConnections())) };
}

/** Puts the programme there as plain JSON, a key a group. */
export async function fillFloor(page, url, plain) {
  await page.goto(`${url}empty`);
  await page.evaluate((plain) => {
    localStorage.clear();
    plain.forEach((text, at) => localStorage.setItem(`plain/${String(at).padStart(6, '0')}`, text));
  }, plain);
}
