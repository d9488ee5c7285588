import { useEffect, useState } from 'react'
import type { Located, Target } from './address.ts'
import type { Match } from './load.ts'
import type { RouterState } from './router.ts'
import { useRouter, useShown } from './view.tsx'

interface Select<T> {
  select?: (of: T) => unknown
}
const chosen = <T>(of: T, { select }: Select<T> = {}): unknown => (select ? select(of) : of)

export const useRouterState = (options?: Select<RouterState>): unknown => chosen(useShown(), options)
export const useLocation = (options?: Select<Located>): unknown => chosen(useShown().location, options)

/** A route of the page that is shown. */
export function useMatch({
  from,
  shouldThrow = true,
  ...options
}: Select<Match> & { from: string; shouldThrow?: boolean }) {
  const match = useShown().matches.find(({ routeId }) => routeId === from)
  if (match === undefined && shouldThrow) throw new Error(`${from} is no part of this page`)
  return match && chosen(match, options)
}

export const useNavigate = () => useRouter().navigate

/** Goes there as soon as it is shown. */
export function Navigate(target: Target): null {
  const { navigate } = useRouter()
  const [to] = useState(target)
  useEffect(() => void navigate(to), [navigate, to])
  return null
}

/** What a page reads of its own route. */
export const getRouteApi = (from: string) => {
  const part =
    (name: 'loaderData' | 'params' | 'search' | 'context') =>
    (options: Select<unknown> = {}) =>
      useMatch({ from, select: (match) => chosen<unknown>(match[name], options) })
  return {
    id: from,
    useMatch: (options: Select<Match> = {}) => useMatch({ from, ...options }),
    useLoaderData: part('loaderData'),
    useParams: part('params'),
    useSearch: part('search'),
    useRouteContext: part('context'),
    useNavigate,
  }
}
