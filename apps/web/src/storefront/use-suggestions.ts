import { useEffect, useState } from 'react'
import { shop } from '../rpc.ts'

const restMs = 180

export type Suggestion =
  | { kind: 'shelf'; key: string; slug: string; name: string }
  | { kind: 'product'; key: string; slug: string; name: string; line: string; path: string | null }

/** What fits the beginning of a search, once the typing rests: shelves first, then products. */
export function useSuggestions(typed: string, wanted: boolean): Suggestion[] {
  const [rested, setRested] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), restMs)
    return () => clearTimeout(timer)
  }, [typed])
  const asked = rested.trim().length >= 2
  const { data } = shop.catalog.suggest.useQuery(
    { search: rested.trim() },
    { enabled: wanted && asked, placeholderData: (before) => before },
  )
  if (!wanted || !asked || !data) return []
  return [
    ...data.categories.map(({ slug, name }) => ({ kind: 'shelf' as const, key: `shelf ${slug}`, slug, name })),
    ...data.items.map(({ id, slug, name, line, image }) => ({
      ...{ kind: 'product' as const, key: id, slug, name, line, path: image?.path ?? null },
    })),
  ]
}
