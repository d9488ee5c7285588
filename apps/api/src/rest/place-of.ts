import type { Route } from './routes.ts'

/** One path of the table with what may be done there; `allow` names it all. */
export interface Place {
  routes: ReadonlyMap<string, Route>
  allow: string
}
interface Step {
  /** The next part of the path, as it is written. */
  named: Map<string, Step>
  /** The next part is a value. */
  any: Step | null
  place: (Place & { names: readonly string[] }) | null
}
/** Parts of a path that are values are no longer than this. */
const longest = 2000

let known: Promise<Step> | undefined
const tree = (): Promise<Step> => (known ??= import('./routes.ts').then(({ routes }) => grow(routes)))

function grow(routes: readonly Route[]): Step {
  const step = (): Step => ({ named: new Map(), any: null, place: null })
  const root = step()
  for (const [url, there] of Map.groupBy(routes, (route) => route.url)) {
    let at = root
    for (const part of url.split('/').slice(1)) {
      const next = part.startsWith('{') ? (at.any ?? step()) : (at.named.get(part) ?? step())
      if (part.startsWith('{')) at.any = next
      else at.named.set(part, next)
      at = next
    }
    const methods = there.map(({ method }) => method)
    const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
    at.place = { routes: new Map(there.map((route) => [route.method, route])), allow, names: there[0]?.params ?? [] }
  }
  return root
}

/** Methods that a known path refuses by name; of any other nothing is known. */
const methods = new Set(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])

function walk(at: Step, parts: readonly string[], isIt: (place: Place) => boolean): [Step, string[]] | null {
  const [part, ...rest] = parts
  if (part === undefined) return at.place !== null && isIt(at.place) ? [at, []] : null
  const named = at.named.get(part)
  const straight = named === undefined ? null : walk(named, rest, isIt)
  if (straight !== null || at.any === null || part.length > longest) return straight
  const found = walk(at.any, rest, isIt)
  return found === null ? null : [found[0], [part, ...found[1]]]
}

/**
 * The place in the table that an address names, with the values in its path; with or without a slash at its end. A part as it is written goes before a value.
 * Null where nothing lives, or nothing that the method could ask for. The table is made when the first one asks.
 */
export async function placeOf(
  address: string,
  method: string,
): Promise<{ place: Place; params: Record<string, string> } | null> {
  if (method !== 'HEAD' && !methods.has(method)) return null
  const path = address.split(/[?#]/, 1)[0] ?? ''
  const parts = (path.endsWith('/') ? path.slice(0, -1) : path).split('/').slice(1).map(decodeURIComponent)
  const found = walk(await tree(), parts, ({ routes }) => method !== 'HEAD' || routes.has('GET'))
  const [step, values] = found ?? []
  if (step === undefined || step.place === null || values === undefined) return null
  const { names, ...place } = step.place
  return { place, params: Object.fromEntries(names.map((name, i) => [name, values[i] ?? ''])) }
}
