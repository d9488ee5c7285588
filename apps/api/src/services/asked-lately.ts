/** So many keys are remembered at most. */
const places = 8192

/**
 * Tells of a key whether it was asked for lately, and remembers that it was: an answer that is asked for once need not be kept. Each key has one
 * place, which the next one of the same place takes; two that look alike are taken for one, now and then.
 */
export function askedLately(): (key: string) => boolean {
  const marks = new Int32Array(places)
  return (key) => {
    let mark = 1
    for (let i = 0; i < key.length; i++) mark = (Math.imul(mark, 31) + key.charCodeAt(i)) | 0
    const place = (mark ^ (mark >>> 16)) & (places - 1)
    const known = marks[place] === mark
    marks[place] = mark
    return known
  }
}
