import { partsOf, type Values } from './routes.ts'

/** Where one is: `href` is path, query and hash; `search` is what the route reads of the query. */
export interface Located {
  href: string
  pathname: string
  search: Values
  searchStr: string
  hash: string
  /** Which entry of the history this is. */
  key: string
}
/** Where one wants to go. */
export interface Target {
  to?: string
  href?: string
  params?: Record<string, string | number>
  search?: Values | true | ((before: Values) => Values)
  hash?: string
  replace?: boolean
  resetScroll?: boolean
}

export function located(href: string, parse: (text: string) => Values, key = ''): Located {
  const { pathname, search, hash } = new URL(href, 'http://shop')
  return {
    href: pathname + search + hash,
    pathname,
    search: parse(search),
    searchStr: search,
    hash: decodeHash(hash),
    key,
  }
}
const decodeHash = (hash: string) => hash.replace(/^#/, '')

const filled = (path: string, params: Record<string, string | number> = {}): string =>
  `/${partsOf(path)
    .map((part) => (part.startsWith('$') ? encodeURIComponent(String(params[part.slice(1)] ?? '')) : part))
    .join('/')}`

/** The address of a target, from where one is. */
export function hrefOf(target: Target, from: Located, stringify: (search: Values) => string): string {
  const { to = '.', href, params, search, hash } = target
  if (href !== undefined) return href
  // An address that is already whole.
  if (/[?#]|^[a-z]+:/i.test(to)) return to
  const path = to === '.' ? from.pathname : filled(to, params)
  const asked = search === true ? from.search : typeof search === 'function' ? search(from.search) : (search ?? {})
  return path + stringify(asked) + (hash ? `#${hash}` : '')
}

/** Whether all that `part` says is said in `whole` too. */
export const includes = (whole: unknown, part: unknown): boolean => {
  if (Array.isArray(part))
    return Array.isArray(whole) && whole.length === part.length && part.every((one, at) => includes(whole[at], one))
  return whole === part
}
export const saysAll = (whole: Values, part: Values): boolean =>
  Object.entries(part).every(([name, value]) => value === undefined || includes(whole[name], value))
