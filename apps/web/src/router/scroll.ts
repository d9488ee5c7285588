type Way = 'top' | 'stay' | 'back'

/** Where each entry of the history was scrolled to. */
export interface Scroll {
  leave(key: string): void
  next(way: Way): void
  /** Moves to where the entry that is shown now belongs. */
  arrive(location: { key: string; hash: string }): void
}

const place = 'comptoir.scroll'

function kept(): Record<string, number> {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? '{}') as Record<string, number>
  } catch {
    return {}
  }
}

export function rememberScroll(): Scroll {
  const places = kept()
  let way: Way | null = null
  addEventListener('pagehide', () => {
    // A page that is opened again is placed by the browser, before any script runs.
    history.scrollRestoration = 'auto'
    sessionStorage.setItem(place, JSON.stringify(Object.fromEntries(Object.entries(places).slice(-50))))
  })
  addEventListener('pageshow', () => void (history.scrollRestoration = 'manual'))
  return {
    leave: (key) => void (places[key] = scrollY),
    next: (to) => void (way = to),
    arrive({ key, hash }) {
      const to = way
      way = null
      if (to === null || to === 'stay') return
      const target = to === 'top' && hash !== '' ? document.getElementById(hash) : null
      if (target) target.scrollIntoView()
      else scrollTo(0, to === 'back' ? (places[key] ?? 0) : 0)
    },
  }
}
