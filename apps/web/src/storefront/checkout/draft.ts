const key = 'comptoir.checkout'

/** What was typed at checkout in this tab and not yet ordered: text by field; null where nothing is kept. It ends with the tab. */
export function draftOf<T extends Record<string, string>>(blank: T): T | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return null
    const texts = Object.keys(blank).map((name) => [name, Reflect.get(kept, name)] as const)
    return texts.every(([, text]) => typeof text === 'string') ? (Object.fromEntries(texts) as T) : null
  } catch {
    // Whatever lies there instead, or a browser that keeps nothing.
    return null
  }
}

/** Keeps what is typed through a reload. */
export function keepDraft(typed: Record<string, string>): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(typed))
  } catch {
    // A full or closed storage only means that nothing is kept.
  }
}

/** The order was placed, or the person has gone. */
export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
