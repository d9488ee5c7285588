import type { Target } from './address.ts'

/** Thrown by a loader: the page is elsewhere. */
export interface Redirected {
  isRedirect: true
  options: Target & { statusCode?: number; reloadDocument?: boolean }
  status: number
  headers: Headers
}
/** Thrown by a loader: there is no such page. */
export interface Missing {
  isNotFound: true
}

/** To be thrown. It leads to another page, on the server with `statusCode`, 307 unless said. */
export const redirect = (options: Redirected['options']): Redirected => ({
  ...{ isRedirect: true, options, status: options.statusCode ?? 307, headers: new Headers() },
})
/** To be thrown: nothing lives here. */
export const notFound = (options: object = {}): Missing => ({ ...options, isNotFound: true })

const has = (name: string, thrown: unknown): boolean => typeof thrown === 'object' && thrown !== null && name in thrown
export const isRedirect = (thrown: unknown): thrown is Redirected => has('isRedirect', thrown)
export const isNotFound = (thrown: unknown): thrown is Missing => has('isNotFound', thrown)
