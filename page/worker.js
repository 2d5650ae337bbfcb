// The shell of a worker: takes what the page asks, hands it to the wasm, tells how far it is, and answers.
//
// xtask/src/workers.rs puts this behind the script that wasm-bindgen writes, and names the wasm. The page asks
// `{ id, ask, texts, blobs }` and is answered `{ id, done, of, stage }` on the way and `{ id, answer, bytes }` in the end, or
// `{ id, failed }`. Deliberately absent: any knowledge of what is asked; a way to stop, for which the page ends the worker.
const READY = wasm_bindgen({ module_or_path: './worker_bg.wasm' });

/** The most bytes of one file, zipped or not: `Limits::BYTES` in src/exchange/limits.rs. */
const MOST = 64 * 1024 * 1024;

/** The bytes of a file, unzipped if it is gzip and can be; `undefined` when there are too many. */
async function bytesOf(blob) {
  if (blob.size > MOST) return undefined;
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
    if (size > MOST) return undefined;
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
