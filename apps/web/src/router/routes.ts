import type { ComponentType } from 'react'
import type { Located } from './address.ts'

export type Values = Record<string, unknown>
export interface Door {
  context: Values
  params: Record<string, string>
  search: Values
  deps: unknown
  location: Located
  preload: boolean
  abortController: AbortController
}
/** A component whose code may still have to come. */
export type Lazy = ComponentType<never> & { preload?: () => Promise<void>; exportName?: string }
export interface Failing {
  error: unknown
  reset: () => void
}
export interface RouteOptions {
  getParentRoute?: () => Route
  path?: string
  id?: string
  validateSearch?: (raw: Values) => Values
  loaderDeps?: (of: { search: Values }) => unknown
  beforeLoad?: (door: Door) => unknown
  loader?: (door: Door) => unknown
  component?: Lazy
  errorComponent?: Lazy
}
export interface Route {
  options: RouteOptions
  id: string
  /** The parts of its address; `$name` stands for any one. */
  parts: string[]
  chain: Route[]
  children: Route[]
  /** A part of the tree that is not loaded here may be left undefined. */
  addChildren(children: (Route | undefined)[]): Route
}

export const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '')

/** One place of the tree; it knows its parents once they were told of it. */
export function createRoute(options: RouteOptions): Route {
  const route: Route = {
    ...{ options, id: '__root__', parts: [], chain: [], children: [] },
    addChildren(children) {
      route.children = children.filter((child) => child !== undefined)
      return route
    },
  }
  route.chain = [route]
  return route
}

export const createRootRouteWithContext = () => createRoute

/** Tells every route below where it stands. */
export function settle(route: Route): Route[] {
  const below = route.children.flatMap((child) => {
    const own = child.options.path ?? `/${child.options.id}`
    const base = route.id === '__root__' ? '' : route.id.replace(/\/$/, '')
    child.id = base + (own.startsWith('/') ? own : `/${own}`)
    child.parts = [...route.parts, ...partsOf(child.options.path ?? '')]
    child.chain = [...route.chain, child]
    return settle(child)
  })
  return [route, ...below]
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A literal part is nearer than one that stands for any. */
const nearer = (a: Route, b: Route): number => {
  const at = a.parts.findIndex((part, place) => part.startsWith('$') !== b.parts[place]?.startsWith('$'))
  return at === -1 ? 0 : a.parts[at]?.startsWith('$') ? 1 : -1
}

export interface Found {
  chain: Route[]
  params: Record<string, string>
  /** False where nothing lives at the address: the chain is what stands around it. */
  whole: boolean
}

/** The routes of an address, from the outermost in. */
export function find(routes: readonly Route[], pathname: string): Found {
  const asked = partsOf(pathname)
  const fits = ({ parts }: Route) =>
    parts.every((part, place) => part === asked[place] || (part.startsWith('$') && asked[place] !== undefined))
  const [leaf] = routes
    .filter((route) => route.children.length === 0 && route.parts.length === asked.length && fits(route))
    .toSorted(nearer)
  const around = () =>
    routes
      .filter((route) => route.children.length > 0 && fits(route))
      .toSorted((a, b) => b.parts.length - a.parts.length || nearer(a, b) || a.chain.length - b.chain.length)[0]
  const chain = (leaf ?? around())?.chain ?? []
  const params = (chain.at(-1)?.parts ?? []).flatMap((part, place) =>
    part.startsWith('$') ? [[part.slice(1), decoded(asked[place] ?? '')] as const] : [],
  )
  return { chain, params: Object.fromEntries(params), whole: leaf !== undefined }
}
