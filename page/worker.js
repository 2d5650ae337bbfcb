// The shell of a worker: takes what the page asks, hands it to the wasm, tells how far it is, and answers.
//
// Which worker it is stands behind the `?` of its address. In the release xtask/src/workers.rs puts the script that wasm-bindgen
// writes in place of the first two lines, and names the wasm. The page asks
// `{ id, ask, texts, blobs }` and is answered `{ id, done, of, stage }` on the way and `{ id, answer, bytes }` in the end, or
// `{ id, failed }`, with `missing` where the wasm did not come. `{ id, done: 0, of: 0 }` says that it is there.
// Deliberately absent: any knowledge of what is asked; a way to stop, for which the page ends the worker.
const NAME = location.search.slice(1);
importScripts(`./${NAME}.js`);
const READY = wasm_bindgen({ module_or_path: fetch(`./${NAME}_bg.wasm`) });

// The policy in the page does not hold for a worker, only what its host's headers say, if they say anything. So whatever can
// ask for an address is taken away, after the wasm is asked for and before any of it runs.
const WAYS = 'fetch XMLHttpRequest WebSocket WebSocketStream WebTransport EventSource importScripts Worker SharedWorker caches FontFace fonts';
for (const way of WAYS.split(' ')) {
  for (let holder = self; holder; holder = Object.getPrototypeOf(holder)) delete holder[way];
  Object.defineProperty(self, way, { value: undefined });
}

/** The most bytes of one file on this device, zipped or not: `Limits::bytes_on` in src/exchange/limits.rs. */
const MOST = (navigator.deviceMemory <= 2 ? 96 : 448) * 1024 * 1024;

/** The bytes of a file, unzipped if it is gzip and can be; when there are too many, `MOST`. */
async function bytesOf(blob) {
  if (blob.size > MOST) return MOST;
  const head = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  const whole = async () => new Uint8Array(await blob.arrayBuffer());
  if (head[0] !== 0x1f || head[1] !== 0x8b || !self.DecompressionStream) return whole();
  // What cannot be unzipped is handed over as it is: so it is known for what it is.
  return unzipped(blob).catch(whole);
}

async function unzipped(blob) {
  const parts = [];
  let size = 0;
  const reader = blob.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > MOST) return MOST;
    parts.push(value);
  }
}

/** `null` for a file that the browser cannot read. */
const read = (blob) => bytesOf(blob).catch(() => null);

// One after the other, as they were asked.
let before = READY;
self.onmessage = ({ data: { id, ask, texts, blobs } }) => {
  const answer = async () => {
    try {
      await READY;
    } catch (error) {
      console.error(error);
      self.postMessage({ id, failed: true, missing: true });
      return;
    }
    try {
      self.postMessage({ id, done: 0, of: 0, stage: '' });
      const files = await Promise.all((blobs ?? []).map(read));
      const tell = (done, of, stage) => self.postMessage({ id, done, of, stage });
      const [text, bytes] = await wasm_bindgen.answer(ask, texts ?? [], files, tell);
      self.postMessage({ id, answer: text, bytes }, bytes ? [bytes.buffer] : []);
    } catch (error) {
      console.error(error);
      self.postMessage({ id, failed: true });
    }
  };
  before = before.then(answer, answer);
};
