// What has become of the changes: each is looked for in the app's own file of the book. Deliberately absent: the app's idea of
// a book; the file is read as the JSON that it is.

/** The records of a file's text; none for a book that has nothing to send. */
export const recordsOf = (text) => (text === null ? [] : JSON.parse(text).records);

/** What a book has that can be changed. */
export function bookOf(records) {
  const has = (kind) => records.filter((it) => it.kind === kind && !it.changes.some((change) => change.erase));
  return {
    groups: has('group').map((it) => it.id),
    members: has('member').map((it) => ({ id: it.id, group: valueOf(it, 'group') })),
  };
}

const valueOf = (record, field) => record.changes.findLast((change) => change.set?.[field] !== undefined)?.set[field];

/**
 * Looks for changes in a book.
 * @returns `{ lost, half }`: the changes that were called saved and are not all there; the sentences on what is there by half
 */
export function look(records, changes) {
  const sets = new Map();
  for (const { set } of records.flatMap((record) => record.changes)) {
    for (const text of Object.values(set ?? {})) sets.set(text, set);
  }
  const groups = new Set(records.filter((it) => it.kind === 'group').map((it) => it.id));
  const lost = [];
  const half = [];
  for (const change of changes) {
    const found = change.homes.map((pieces) => {
      const there = pieces.flatMap((piece) => Object.entries(piece).filter(([key]) => key !== 'group').map(([key, text]) => sets.get(text)?.[key] === text));
      const some = there.some(Boolean);
      if (some && !there.every(Boolean)) half.push(`${change.mark}: ${there.filter(Boolean).length} of ${there.length} values`);
      return there.every(Boolean);
    });
    if (change.saved && !found.every(Boolean)) lost.push(change);
    // What is there once must be there for ever, whether the page lived to say so or not.
    if (found.every(Boolean)) change.saved = true;
  }
  for (const record of records.filter((it) => it.kind === 'member')) {
    if (!groups.has(valueOf(record, 'group'))) half.push(`${record.id}: a member without its KUBE`);
  }
  return { lost, half };
}
