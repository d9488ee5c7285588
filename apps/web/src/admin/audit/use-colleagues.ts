import { useEffect } from 'react'
import { admin } from '../../rpc.ts'
import { byPage } from '../by-page.ts'

/** The names of all colleagues by id, page after page; none for whoever may not see them. */
export function useColleagues(enabled: boolean): ReadonlyMap<string, string> {
  const { data, hasNextPage, isFetching, fetchNextPage } = admin.staff.list.useInfiniteQuery(
    { limit: 100 },
    { ...byPage, enabled },
  )
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  return new Map(data?.pages.flatMap(({ items }) => items.map(({ id, name, email }) => [id, name || email])))
}
