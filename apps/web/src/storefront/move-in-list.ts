/** The place in a list of `count` after a key, -1 for none: the arrows go round through none; null where the key moves nothing. */
export function moveInList(key: string, place: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return place === count - 1 ? -1 : place + 1
  if (key === 'ArrowUp') return place === -1 ? count - 1 : place - 1
  return null
}
