// Files of thirty pendamping as the office of a city gets them: overlapping, some sent twice, some old, some in conflict,
// three locked, a recap, changes only, one that is cut and one that is packed. Invented, and the same at each run.
// Relies on `steps.mjs` for what a file is, and on jose for locking. Deliberately absent: what the app makes of them.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { FlattenedEncrypt } from 'jose';
import { fileOf, textOf } from './steps.mjs';

export const PASSPHRASE = 'kopi pagi hangat';
export const SENDERS = 30;

const NAMES = (
  'Anggrek Bakung Cempaka Dahlia Edelwis Flamboyan Gardenia Hortensia Imbalan Jatropa Kenanga Lavender Mawar Nusaindah Oleander ' +
  'Peony Quisqualis Rafflesia Seroja Tulipan Uranus Verbena Wijaya Xantena Yasmin Zinnia Rotanjaya Meranti Ulinbesi Gaharu'
).split(' ');
const VILLAGES = ['64.72.02.1003', '64.71.01.1001', '64.74.01.1001'];
const DAY = 86_400_000;
const BASE = Date.UTC(2026, 3, 1);
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

const encoded = (value, length) => {
  let text = '';
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = ALPHABET[rest % 32] + text;
  return text;
};
const device = (number) => encoded(number + 1000, 6);
const stamp = (ms, number) => encoded(ms, 10) + '00' + device(number);
/** A UUID of version 7 that a word stands for. */
const idOf = (word) => {
  const hex = createHash('sha256').update(word).digest('hex');
  return `019d${hex.slice(0, 4)}-${hex.slice(4, 8)}-7${hex.slice(8, 11)}-8${hex.slice(11, 14)}-${hex.slice(14, 26)}`;
};
const sorted = (fields) => Object.fromEntries(Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1)));

export const groupName = (number) => `Contoh ${NAMES[number]}`;
export const senderName = (number) => `Pendamping Contoh ${NAMES[number]}`;

/** The records of a group as its own pendamping first wrote them: the group and three members. */
function first(number) {
  const [group, at] = [idOf(`group ${number}`), (minutes) => stamp(BASE + number * 3_600_000 + minutes * 60_000, number)];
  const record = (id, kind, when, set) => ({ id, kind, changes: [{ at: at(when), seen: [], set: sorted(set) }] });
  const members = [0, 1, 2].map((place) =>
    record(idOf(`member ${number} ${place}`), 'member', 1 + place, {
      birth_date: `19${60 + number}-0${2 + place * 3}-${10 + place}`,
      group,
      name: `${NAMES[number]} ${['Satu', 'Berdua', 'Ketiga'][place]}`,
      role: ['chair', 'secretary', 'treasurer'][place],
      sex: ['female', 'male', 'female'][place],
    }),
  );
  const region = VILLAGES[number % 3];
  const about = { business: 'drinks', facilitator: senderName(number), name: groupName(number), region };
  return [record(group, 'group', 0, about), ...members];
}

/** With one more change, made on top of the first by somebody. */
const changed = (record, by, minutes, change) => ({
  ...record,
  changes: [...record.changes, { at: stamp(BASE + 20 * DAY + minutes * 60_000, by), seen: [record.changes[0].at], ...change }],
});

/** Erased by somebody: nothing is left of what it said but where it belonged. */
const erased = (record, by, group) => ({
  ...record,
  changes: [{ at: stamp(BASE + 20 * DAY, by), seen: [record.changes[0].at], erase: true, set: { group } }],
});

export const isNewer = (number) => number % 5 === 0;
export const isInConflict = (number) => number % 10 === 3;
/** Whose first member has the NIK of the first member of another group. */
export const TWINS = [4, 18];
const ERASED = 7;

/** What one pendamping has of a group: his own as it is now, that of a colleague as it was at first, or both changed. */
function has(sender, number) {
  let [group, chair, second, third] = first(number);
  if (TWINS.includes(number)) {
    for (const change of chair.changes) change.set = sorted({ ...change.set, nik: '6472034506909001' });
  }
  if (sender === number && isNewer(number)) group = changed(group, sender, number, { set: { year: 2014 } });
  if (isInConflict(number)) second = changed(second, sender, number, { set: { birth_date: sender === number ? '1971-01-02' : '1972-03-04' } });
  if (sender === number && number === ERASED) third = erased(third, sender, group.id);
  return [group, chair, second, third];
}

function made(sender, records, { word = `file ${sender}`, kind = 'full', days = 30 } = {}) {
  const counts = {};
  for (const { kind } of records) counts[kind] = (counts[kind] ?? 0) + 1;
  const groups = new Set(records.filter(({ kind }) => kind === 'group').map(({ id }) => id));
  const file = fileOf(records.toSorted((one, other) => (one.id < other.id ? -1 : 1)), {
    kind,
    id: idOf(word),
    created: new Date(BASE + days * DAY + sender * 60_000).toISOString().replace('.000', ''),
    from: { device: device(sender), name: senderName(sender) },
    counts,
  });
  return { sender, file, groups, text: textOf(file) };
}

async function locked(text) {
  const jwe = new FlattenedEncrypt(new TextEncoder().encode(text)).setProtectedHeader({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM' });
  const parameters = { p2c: 1_000, p2s: new Uint8Array(16).fill(7) };
  return JSON.stringify(await jwe.setKeyManagementParameters(parameters).encrypt(new TextEncoder().encode(PASSPHRASE)));
}

/** The group of which only a recap has come, and its recap. */
export const RECAPPED = { name: 'Contoh Rekap Saja', members: 9, households: 8 };
function recap() {
  const group = idOf('group of a recap');
  const counts = { members: 9, households: 8, women: 5, men: 4, age_30_39: 9, dtsen: 9 };
  const set = sorted({ group, name: RECAPPED.name, region: VILLAGES[0], as_of: '2026-04-20', ...counts });
  const id = idOf('summary of a recap');
  const at = stamp(BASE + 19 * DAY, 28);
  return { ...made(28, [{ id, kind: 'summary', changes: [{ at, seen: [], set }] }], { word: 'recap', kind: 'recap' }), groups: new Set([group]) };
}

/**
 * All files, each with what it is called, its bytes, whose it is and which groups it has; `groups` is empty for the one that
 * is cut. Two of each sender's: the group that is the sender's own, and the next one's as the sender once got it.
 */
export async function allFiles() {
  const files = [];
  for (let sender = 0; sender < SENDERS; sender += 1) {
    const records = [sender, (sender + 1) % SENDERS].flatMap((number) => has(sender, number));
    const one = made(sender, sender === 29 ? records.slice(0, 4) : records, { kind: sender === 29 ? 'delta' : 'full' });
    const bytes = sender % 10 === 1 ? Buffer.from(await locked(one.text)) : sender === 12 ? gzipSync(one.text) : Buffer.from(one.text);
    files.push({ ...one, bytes, isLocked: sender % 10 === 1, name: `kube-64-full-${sender}.txt` });
  }
  // Sent twice, and once long ago, before its last change.
  files.push({ ...files[4], name: 'kube-64-full-4 (1).txt' });
  const old = made(10, first(10), { word: 'old', days: 2 });
  files.push({ ...old, bytes: Buffer.from(`\ufeff${old.text.replaceAll('\n', '\r\n')}`), name: 'kube-64-lama.json' });
  const recapped = recap();
  files.push({ ...recapped, bytes: Buffer.from(recapped.text), name: 'kube-64-recap.txt' });
  files.push({ name: 'terpotong.txt', bytes: Buffer.from(files[6].text.slice(0, 900)), groups: new Set(), isBad: true });
  return files;
}
