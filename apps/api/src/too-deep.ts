/** So many lists and objects may stand in one another in what a call sends. */
const mostDepth = 32

/** Whether a JSON text nests deeper than any input of ours does; anything but a text is no concern of this. */
export function tooDeep(text: unknown): boolean {
  if (typeof text !== 'string' || text.length <= mostDepth) return false
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i)
    if (quoted) {
      if (letter === 0x5c) i++
      else if (letter === 0x22) quoted = false
    } else if (letter === 0x22) quoted = true
    else if (letter === 0x7b || letter === 0x5b) {
      if (++depth > mostDepth) return true
    } else if (letter === 0x7d || letter === 0x5d) depth--
  }
  return false
}
