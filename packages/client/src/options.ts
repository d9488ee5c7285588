/** The secrets of a program: the client sends them, keeps the cart's up to date, and lets the caller set and store them. */
export interface Tokens {
  /** What `auth.login` or `auth.register` answered to `session: 'token'`; null or absent for a guest. */
  bearer?: string | null | undefined
  /** The guest cart's token; the client writes it when the shop hands one out. */
  cart?: string | null | undefined
}

interface Common {
  /** Where the shop lives, as `https://shop.example`; empty for the page's own origin. */
  url: string | URL
  /** In which language the shop answers. */
  locale?: 'fr' | 'en' | (() => 'fr' | 'en')
  /** Another fetch than the global one. */
  fetch?: typeof globalThis.fetch
  /** How long one request may take, in ms, its answer read; `Infinity` waits for ever. A minute by default; streams stand as long as they like. */
  timeoutMs?: number
  /** A stream was away for longer than the shop keeps its events: it goes on from now, and what was read before is to be read again. */
  onResync?: (path: string) => void
}

/** A program holds `tokens`; a page of a browser lets cookies travel by `credentials`. One or the other. */
export type ClientOptions = Common &
  ({ tokens?: Tokens; credentials?: never } | { credentials: 'same-origin' | 'include'; tokens?: never })
