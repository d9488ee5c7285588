const mostTokens = 8
const longestToken = 30

const ligatures: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** Lower case without accents and ligatures: "Œuvres d’été" gives "oeuvres d’ete". */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[œæßøłđðþı]/g, (letter) => ligatures[letter] ?? letter)

// Nobody looks for the article of "l’huile": both sides lose it.
const elision = /(?<![a-z0-9])(?:[cdjlmnst]|qu)['’ʼ](?=[a-z0-9])/g

const tokensOf = (text: string): string[] =>
  (
    fold(text)
      .replaceAll(elision, '')
      .match(/[a-z0-9]+/g) ?? []
  ).map((token) => token.slice(0, longestToken))

/** The words that a search asks for: at most 8, each `[a-z0-9]+` of at most 30 characters. The last one counts as a beginning. */
export const searchTokens = (query: string): string[] => [...new Set(tokensOf(query))].slice(0, mostTokens)

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'
const fewestForgiven = 4
const mostForgiven = 20

/** Whether a slip in a word of a search is forgiven: short ones and plain numbers mean what they say. */
export const forgivable = (token: string): boolean =>
  token.length >= fewestForgiven && token.length <= mostForgiven && /[a-z]/.test(token)

/** Every spelling that one slip can have turned into this one: a letter too many, too few, another, or two in each other's place. */
export function oneSlipAway(token: string): string[] {
  const found = new Set<string>()
  for (let i = 0; i <= token.length; i++) {
    const [head, tail] = [token.slice(0, i), token.slice(i)]
    if (tail !== '') found.add(head + tail.slice(1))
    if (tail.length > 1) found.add(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2))
    for (const letter of alphabet) {
      found.add(head + letter + tail)
      if (tail !== '') found.add(head + letter + tail.slice(1))
    }
  }
  found.delete(token)
  return [...found]
}

/** The folded words of texts, each once, as the index keeps them: the same folding as a search, so that both always meet. */
export const wordsOf = (texts: Iterable<string>): string => [...new Set([...texts].flatMap(tokensOf))].join(' ')
