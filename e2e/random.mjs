// Chance that can be had again: the same seed, the same choices. Deliberately absent: anything that is hard to guess.

/** Chance out of a seed (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(next() * count);
  return {
    /** A whole number from 0 to below `count`. */
    below,
    /** One of these. */
    pick: (list) => list[below(list.length)],
    /** Whether something that happens so often happens now. */
    happens: (share) => next() < share,
  };
}

/** A seed for a run that was given none. */
export const anySeed = () => Math.floor(Math.random() * 2 ** 32);
