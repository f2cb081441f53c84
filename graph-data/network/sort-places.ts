/** The numbers from 0 up to, not including, `count`, in order. */
export function toPlaces(count: number): Uint32Array {
  const places = new Uint32Array(count);
  for (let place = 0; place < count; place += 1) places[place] = place;
  return places;
}

/**
 * Places sorted by a key of each, equal keys in the order they come in: a counting sort, O(places + keys).
 * @param keyOf a whole number from 0 up to, not including, `keyCount`
 */
export function sortPlaces(
  places: Uint32Array,
  keyOf: (place: number) => number,
  keyCount: number,
): Uint32Array {
  const next = new Uint32Array(keyCount + 1);
  const keys = new Uint32Array(places.length); // each is looked up once: they lie anywhere in memory
  for (let index = 0; index < places.length; index += 1) {
    const key = keyOf(places[index] ?? 0);
    keys[index] = key;
    next[key + 1] = (next[key + 1] ?? 0) + 1;
  }
  for (let key = 1; key <= keyCount; key += 1) next[key] = (next[key] ?? 0) + (next[key - 1] ?? 0);
  const sorted = new Uint32Array(places.length);
  for (let index = 0; index < places.length; index += 1) {
    const key = keys[index] ?? 0;
    const at = next[key] ?? 0;
    next[key] = at + 1;
    sorted[at] = places[index] ?? 0;
  }
  return sorted;
}

/** Where each place has gone: the inverse of an order of all places. */
export function invertOrder(order: Uint32Array): Uint32Array {
  const rowOf = new Uint32Array(order.length);
  for (let row = 0; row < order.length; row += 1) rowOf[order[row] ?? 0] = row;
  return rowOf;
}
