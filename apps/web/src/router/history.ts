/** The entries of a window, or of one request. */
export interface RouterHistory {
  now(): { href: string; key: string }
  push(href: string): void
  replace(href: string): void
  /** Hears of Back and Forward; `undo` takes the step back, `again` makes it. */
  listen(moved: (step: { undo: () => void; again: () => void }) => void): void
}

const newKey = (): string => Math.random().toString(36).slice(2, 10)

interface Entry {
  key: string
  at: number
}
const entryOf = (state: unknown): Entry | null =>
  typeof state === 'object' && state !== null && 'key' in state && 'at' in state ? (state as Entry) : null

/** The window's own history; each entry has a key and knows its place. */
export function browserHistory(): RouterHistory {
  const hrefNow = () => location.pathname + location.search + location.hash
  if (!entryOf(history.state)) history.replaceState({ key: newKey(), at: 0 }, '')
  let entry = entryOf(history.state) ?? { key: '', at: 0 }
  let silent = false
  const write = (how: 'pushState' | 'replaceState', href: string, at: number) => {
    entry = { key: newKey(), at }
    history[how](entry, '', href)
  }
  return {
    now: () => ({ href: hrefNow(), key: entry.key }),
    push: (href) => write('pushState', href, entry.at + 1),
    replace: (href) => write('replaceState', href, entry.at),
    listen: (moved) =>
      addEventListener('popstate', ({ state }) => {
        const before = entry
        // A link to a place on the page makes an entry that nobody named.
        if (!entryOf(state)) history.replaceState({ key: newKey(), at: before.at + 1 }, '')
        entry = entryOf(history.state) ?? before
        if (silent) return void (silent = false)
        const by = entry.at - before.at
        moved({
          undo: () => {
            if (by === 0) return
            silent = true
            history.go(-by)
          },
          again: () => history.go(by),
        })
      }),
  }
}

/** One entry, where there is no window. */
export function createMemoryHistory({ initialEntries: [first = '/'] }: { initialEntries: string[] }): RouterHistory {
  let href = first
  const go = (to: string) => void (href = to)
  return { now: () => ({ href, key: '' }), push: go, replace: go, listen: () => {} }
}
