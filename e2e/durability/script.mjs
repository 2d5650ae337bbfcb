// What is done to the book between two kills: entering, editing and taking in a file, at random. Each change sets two fields
// or more to words that no other change sets, so that a half of one is told from the whole.
// Deliberately absent: erasing; a value that was erased on purpose looks like one that was lost.
import { randomUUID } from 'node:crypto';
import { fileOf, textOf } from '../steps.mjs';

/** Each way of changing the book, as often as it stands here. */
const WAYS = ['group', 'member', 'member', 'member', 'edit', 'edit', 'edit', 'edit', 'file'];

/** A group of more is left for the next. */
const GROUP_SIZE = 10;

/** The field of a record that each label is for. */
const KEYS = {
  'Nama KUBE': 'name',
  'Nama atau rincian usaha': 'business_name',
  'Nama sesuai KTP': 'name',
  Alamat: 'address',
  Pekerjaan: 'occupation',
};

/**
 * A random change to a book.
 * @param {{ groups: string[], members: { id: string, group: string }[] }} book what is there to be changed
 * @param {ReturnType<typeof import('../random.mjs').chance>} chance
 * @param {string} mark what no other change says
 * @returns `{ way, act, homes }`: `act` is `[name of the hands' verb, ...arguments]`, `homes` the fields that must be found
 *   together, one list for each key that the book is kept under
 */
export function anyChange(book, chance, mark) {
  const roomy = book.groups.filter((group) => book.members.filter((it) => it.group === group).length < GROUP_SIZE);
  const ways = WAYS.filter((way) => (way === 'member' ? roomy.length : way === 'edit' ? book.members.length : true));
  const way = book.groups.length ? chance.pick(ways) : 'group';
  switch (way) {
    case 'group': {
      const fields = { 'Nama KUBE': `Contoh ${mark}`, 'Nama atau rincian usaha': `Usaha ${mark}` };
      return { way, act: ['addGroup', fields], homes: [[keyed(fields)]] };
    }
    case 'member': {
      const fields = { 'Nama sesuai KTP': `Contoh ${mark}`, Alamat: `Jalan ${mark}` };
      return { way, act: ['addMember', chance.pick(roomy), fields], homes: [[keyed(fields)]] };
    }
    case 'edit': {
      const { id, group } = chance.pick(book.members);
      const fields = { Alamat: `Gang ${mark}`, Pekerjaan: `Kerja ${mark}` };
      return { way, act: ['editMember', group, id, fields], homes: [[keyed(fields)]] };
    }
    default: {
      const groups = Array.from({ length: 1 + chance.below(3) }, (_, at) => groupOf(chance, `${mark} ${at}`));
      const records = groups.flat();
      const counts = { group: groups.length, member: records.length - groups.length };
      const homes = groups.map((home) => home.map((record) => record.changes[0].set));
      return { way: 'file', act: ['takeIn', textOf(fileOf(sorted(records), { counts }))], homes };
    }
  }
}

const keyed = (fields) => Object.fromEntries(Object.entries(fields).map(([label, text]) => [KEYS[label], text]));

const sorted = (records) => records.sort((one, other) => (one.id < other.id ? -1 : 1));

/** The records of an invented group of up to six, as another device would have made them. */
function groupOf(chance, mark) {
  const group = record('group', chance, { business_name: `Usaha ${mark}`, name: `Contoh ${mark}` });
  const members = Array.from({ length: 1 + chance.below(6) }, (_, at) =>
    record('member', chance, { address: `Jalan ${mark} ${at}`, group: group.id, name: `Contoh ${mark} ${at}` }),
  );
  return [group, ...members];
}

function record(kind, chance, set) {
  return { id: randomUUID(), kind, changes: [{ at: stamp(chance), seen: [], set }] };
}

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

/** A stamp of this moment, by a device that is not the browser's. */
function stamp(chance) {
  let [ms, text] = [Date.now(), ''];
  for (let place = 0; place < 10; place += 1) {
    text = DIGITS[ms % 32] + text;
    ms = Math.floor(ms / 32);
  }
  return `${text}${DIGITS[chance.below(32)]}${DIGITS[chance.below(32)]}zzzzz0`;
}
