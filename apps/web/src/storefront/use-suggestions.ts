import type { Locale } from '@comptoir/domain'
import { useEffect, useMemo, useState } from 'react'
import { shop } from '../rpc.ts'
import { seenProducts } from './seen-products.ts'

const restMs = 180

export type Suggestion =
  | { kind: 'shelf'; key: string; slug: string; name: string }
  | { kind: 'product'; key: string; slug: string; name: string; line: string; path: string | null }

/** What fits the beginning of a search, once the typing rests: shelves first, then products; before anything is typed, what was looked at last. */
export function useSuggestions(typed: string, wanted: boolean, locale: Locale): Suggestion[] {
  const [rested, setRested] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), restMs)
    return () => clearTimeout(timer)
  }, [typed])
  const blank = typed.trim() === ''
  const seen = useMemo(() => (wanted && blank ? seenProducts(locale) : []), [wanted, blank, locale])
  const asked = rested.trim().length >= 2
  const { data } = shop.catalog.suggest.useQuery(
    { search: rested.trim() },
    { enabled: wanted && asked, placeholderData: (before) => before },
  )
  if (blank) return seen.map((one) => ({ kind: 'product', key: `seen ${one.slug}`, ...one }))
  if (!wanted || !asked || !data) return []
  return [
    ...data.categories.map(({ slug, name }) => ({ kind: 'shelf' as const, key: `shelf ${slug}`, slug, name })),
    ...data.items.map(({ id, slug, name, line, image }) => ({
      ...{ kind: 'product' as const, key: id, slug, name, line, path: image?.path ?? null },
    })),
  ]
}
