// What has become of the changes: each is looked for in the stored texts of the book, once the page says that they are whole.
// Deliberately absent: the app's idea of a book; its records are read as the JSON that they are.

/** What a book has that can be changed. */
export function bookOf(records) {
  const has = (kind) => records.filter((it) => it.kind === kind && !it.changes.some((change) => change.erase));
  return {
    groups: has('group').map((it) => it.id),
    members: has('member').map((it) => ({ id: it.id, group: valueOf(it, 'group'), texts: textsOf(it) })),
  };
}

const valueOf = (record, field) => record.changes.findLast((change) => change.set?.[field] !== undefined)?.set[field];

const textsOf = (record) => record.changes.flatMap((change) => Object.values(change.set ?? {})).filter((it) => typeof it === 'string');

/**
 * How much of each change is in a book.
 * @returns a function of a change: `{ all, some, half }`; `half` when a home has a part of it
 */
export function reader(records) {
  const sets = new Map();
  for (const { id, changes } of records) {
    for (const { set } of changes) {
      for (const [key, text] of Object.entries(set ?? {})) {
        sets.set(text, set);
        sets.set(`${id} ${key} ${text}`, set);
      }
    }
  }
  const says = (one, other) => sets.has(`${one} same_as ${other}`);
  return (change) => {
    const homes = change.homes.map((pieces) =>
      pieces.flatMap((piece) => Object.entries(piece).filter(([key]) => key !== 'group').map(([key, text]) => sets.get(text)?.[key] === text)),
    );
    if (change.ruling) homes.push([says(change.ruling.id, change.ruling.older) || says(change.ruling.older, change.ruling.id)]);
    return {
      all: homes.every((there) => there.every(Boolean)),
      some: homes.some((there) => there.some(Boolean)),
      half: homes.some((there) => there.some(Boolean) && !there.every(Boolean)),
    };
  };
}

/** Sentences on members whose group is not there. */
export function strays(records) {
  const groups = new Set(records.filter((it) => it.kind === 'group').map((it) => it.id));
  const members = records.filter((it) => it.kind === 'member' && !it.changes.some((change) => change.erase));
  return members.filter((it) => !groups.has(valueOf(it, 'group'))).map((it) => `${it.id}: a member without its KUBE`);
}
