// What a person was told: which changes were called saved and must be there, and which were taken away and must not come back.
// It knows of no copy and of no browser. What was under way when the end came may be either, and is then taken for what it is found
// to be. Deliberately absent: why.
import { reader, strays } from './tally.mjs';

export class Model {
  /** All changes that ever were. */
  ever = new Set();
  /** Those that must be there. */
  here = new Set();
  /** What is under way: what would be there after it; and what it does beside. */
  under = null;
  /** Parts of files that were cut: whole homes, some of them. Nothing is known of these. */
  loose = new Set();
  /** What the latest restore point holds; null where it is not known. */
  point = null;
  practice = false;
  name = '';
  /** What was done, in order, for whoever looks for a cause. */
  told = [];

  /** Something begins. `change` is of the script. */
  begin(change) {
    const after = new Set(this.here);
    const next = { practice: this.practice, name: this.name, point: this.point };
    const before = new Set(this.here);
    switch (change.way) {
      case 'undo':
        after.delete(change.of);
        break;
      case 'erase':
        for (const it of change.of) after.delete(it);
        break;
      case 'back':
        for (const it of this.here) if (!it.practice) after.delete(it);
        for (const it of this.point) after.add(it);
        next.point = before;
        break;
      case 'clear':
        after.clear();
        next.point = before.size ? before : null;
        next.name = '';
        next.practice = false;
        break;
      case 'practise':
      case 'leave':
        next.practice = change.way === 'practise';
        break;
      case 'name':
        next.name = change.name;
        break;
      default:
        after.add(change);
        this.ever.add(change);
        // In an empty book there is nothing to go back to.
        if (change.way === 'file') next.point = before.size ? before : null;
    }
    if (next.point) next.point = new Set([...next.point].filter((it) => !it.practice));
    this.under = { after, next, makesPoint: ['file', 'back', 'clear'].includes(change.way) };
  }

  /** The page said "saved". */
  saved() {
    const { after, next } = this.under;
    this.here = after;
    Object.assign(this, next);
    this.under = null;
  }

  /**
   * Compares with what is found, and goes on from that.
   * @returns `{ lost, back, half }`, sentences
   */
  compare({ real, rehearsed, isPractice, name }) {
    const { after = this.here, next = this, makesPoint = false } = this.under ?? {};
    const [inReal, inPractice] = [reader(real), reader(rehearsed)];
    const [lost, back, half] = [[], [], strays(isPractice ? rehearsed : real)];
    const here = new Set();
    for (const change of this.ever) {
      const found = (change.practice ? inPractice : inReal)(change);
      const elsewhere = (change.practice ? inReal : inPractice)(change);
      if (change.practice !== isPractice) {
        // Of a book that is not open the two copies are not made one yet: it is looked at when it is open.
        if (elsewhere.some) half.push(`${change.mark}: in the other book`);
        if (this.here.has(change) && after.has(change)) here.add(change);
        else if (this.here.has(change) || after.has(change)) this.loose.add(change);
        continue;
      }
      if (elsewhere.some) half.push(`${change.mark}: in the other book`);
      if (found.half) half.push(`${change.mark}: by half`);
      if (this.loose.has(change)) continue;
      const [must, may] = [this.here.has(change) && after.has(change), this.here.has(change) || after.has(change)];
      if (must && !found.all) lost.push(`${change.mark}, ${change.way}`);
      if (!may && found.some) back.push(`${change.mark}, ${change.way}`);
      if (found.all) here.add(change);
      else if (found.some) this.loose.add(change);
    }
    if (isPractice !== this.practice && isPractice !== next.practice) lost.push(`the book that was open: practice ${this.practice}`);
    if (name !== this.name && name !== next.name) lost.push(`the name "${this.name}", found "${name}"`);
    if (makesPoint || this.loose.size) this.point = null;
    Object.assign(this, { here, practice: isPractice, name, under: null });
    return { lost, back, half };
  }
}
