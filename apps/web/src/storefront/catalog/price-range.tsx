import type { FocusEvent } from 'react'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words.tsx'
import { useListSearch } from './use-list-search.ts'

const shown = (cents: number | undefined) => (cents === undefined ? '' : String(cents / 100))

interface Props {
  /** The lowest and the highest price of what the list holds, shown while nothing is typed. */
  least: number | null
  most: number | null
}

/** From and to, in euros; counts when a field is left or Enter is pressed. */
export function PriceRange({ least, most }: Props) {
  const { m } = useWords()
  const { search } = useListSearch()
  const settle = ({ target }: FocusEvent<HTMLInputElement>) => target.form?.requestSubmit()
  return (
    <div className="price-range">
      <Field
        label={m('price_least')}
        name="min"
        inputMode="decimal"
        defaultValue={shown(search.minCents)}
        placeholder={least === null ? undefined : String(Math.floor(least / 100))}
        onBlur={settle}
      />
      <Field
        label={m('price_most')}
        name="max"
        inputMode="decimal"
        defaultValue={shown(search.maxCents)}
        placeholder={most === null ? undefined : String(Math.ceil(most / 100))}
        onBlur={settle}
      />
    </div>
  )
}
