// What is done to the book between two kills, at random: entering, editing, merging, taking files in and back, erasing, going back,
// deleting everything, practice, the name. Each change that adds something sets fields to words that no other change sets, so that
// a half of one is told from the whole.
import { randomUUID } from 'node:crypto';
import { fileOf, textOf } from '../steps.mjs';

/** Each way of changing the book, as often as it stands here. */
const WAYS = [
  ...['group', 'group', 'member', 'member', 'member', 'edit', 'edit', 'edit', 'file', 'file', 'file'],
  ...['undo', 'undo', 'undo', 'merge', 'erase', 'back', 'clear', 'practise', 'name'],
];

/** And of changing the practice book. */
const REHEARSALS = ['group', 'group', 'leave'];

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
 * @param {{ groups: string[], members: { id: string, group: string, texts: string[] }[] }} book what is there to be changed
 * @param {import('./model.mjs').Model} model what is known of it
 * @param {ReturnType<typeof import('../random.mjs').chance>} chance
 * @param {string} mark what no other change says
 * @param {object} [last] the change before, in the same life
 * @returns `{ way, act, homes }`: `act` is `[name of the hands' verb, ...arguments]`, `homes` the fields that must be found
 *   together, one list for each key that the book is kept under; `of` are the changes that it takes away
 */
export function anyChange(book, model, chance, mark, last) {
  const change = (way, act, more = {}) => ({ mark, way, act, homes: [], practice: model.practice, ...more });
  const group = () => {
    const fields = { 'Nama KUBE': `Contoh ${mark}`, 'Nama atau rincian usaha': `Usaha ${mark}` };
    return change('group', ['addGroup', fields], { homes: [[keyed(fields)]] });
  };
  if (model.practice) return chance.pick(REHEARSALS) === 'leave' ? change('leave', ['leavePractice']) : group();

  // What was ruled to be one is left alone: of one of the two no form opens.
  const rulings = [...model.ever].flatMap(({ ruling }) => (ruling ? [ruling.id, ruling.older] : []));
  const members = book.members.filter((it) => !rulings.includes(it.id));
  const roomy = book.groups.filter((group) => book.members.filter((it) => it.group === group).length < GROUP_SIZE);
  const own = members.filter((it) => ofMember(model, it).some(({ way }) => way === 'member'));
  const isPossible = {
    member: roomy.length > 0,
    edit: members.length > 0,
    merge: members.length > 1,
    erase: own.length > 0,
    undo: last?.way === 'file',
    back: model.point !== null,
    name: book.groups.length > 0,
  };
  const ways = WAYS.filter((way) => isPossible[way] ?? true);
  const way = book.groups.length || model.here.size ? chance.pick(ways) : chance.pick(['group', 'file']);
  switch (way) {
    case 'group':
      return group();
    case 'member': {
      const fields = { 'Nama sesuai KTP': `Contoh ${mark}`, Alamat: `Jalan ${mark}` };
      return change(way, ['addMember', chance.pick(roomy), fields], { homes: [[keyed(fields)]] });
    }
    case 'edit': {
      const { id, group } = chance.pick(members);
      const fields = { Alamat: `Gang ${mark}`, Pekerjaan: `Kerja ${mark}` };
      return change(way, ['editMember', group, id, fields], { homes: [[keyed(fields)]], member: id });
    }
    case 'merge': {
      const [older, younger] = [...new Set([chance.pick(members).id, chance.pick(members).id])].sort();
      if (!younger) return group();
      return change(way, ['merge', older, younger], { ruling: { id: younger, older }, member: younger });
    }
    case 'erase': {
      const member = chance.pick(own);
      return change(way, ['eraseMember', member.group, member.id], { of: ofMember(model, member), erases: member.id });
    }
    case 'undo':
      return change(way, ['takeBack'], { of: last });
    case 'back':
      return change(way, ['goBack']);
    case 'clear':
      return change(way, ['clearAll']);
    case 'practise':
      return change(way, ['practise']);
    case 'name':
      return change(way, ['callMe', `Contoh ${mark}`], { name: `Contoh ${mark}` });
    default: {
      const groups = Array.from({ length: 1 + chance.below(3) }, (_, at) => groupOf(chance, `${mark} ${at}`));
      const records = groups.flat();
      const counts = { group: groups.length, member: records.length - groups.length };
      const homes = groups.map((home) => home.map((record) => record.changes[0].set));
      const header = { counts, id: randomUUID() };
      return change('file', ['takeIn', textOf(fileOf(sorted(records), header))], { homes });
    }
  }
}

/** What a change leaves of what can be changed in the same life. */
export function without(book, { way, erases }) {
  if (['undo', 'back', 'clear', 'practise', 'leave'].includes(way)) return { groups: [], members: [] };
  return { ...book, members: book.members.filter((it) => it.id !== erases) };
}

/** The changes of one member that must be there. */
function ofMember(model, { id, texts }) {
  const sets = (change) => change.homes.length === 1 && change.homes[0].length === 1 && texts.includes(Object.values(change.homes[0][0])[0]);
  return [...model.here].filter((it) => !it.practice && (it.member === id || (it.way === 'member' && sets(it))));
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
