import { type SyntheticEvent, useState } from 'react'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words.tsx'
import { useListSearch } from './use-list-search.ts'

const wholeCents = (typed: string): number | undefined => {
  const value = Number.parseFloat(typed.replace(',', '.'))
  return Number.isFinite(value) && value >= 0 && value < 1_000_000 ? Math.round(value * 100) : undefined
}
const shown = (cents: number | undefined) => (cents === undefined ? '' : String(cents / 100))

interface Props {
  /** The lowest and the highest price of what the list holds, shown while nothing is typed. */
  least: number | null
  most: number | null
}

/** From and to, in euros; counts when a field is left or Enter is pressed. */
export function PriceRange({ least: lowest, most: highest }: Props) {
  const { m } = useWords()
  const { search, change } = useListSearch()
  const [least, setLeast] = useState(shown(search.minCents))
  const [most, setMost] = useState(shown(search.maxCents))
  const settle = (event: SyntheticEvent) => {
    event.preventDefault()
    const minCents = wholeCents(least)
    const maxCents = wholeCents(most)
    if (minCents === search.minCents && maxCents === search.maxCents) return
    change(({ minCents: _, maxCents: __, ...rest }) => ({
      ...rest,
      ...(minCents === undefined ? {} : { minCents }),
      ...(maxCents === undefined ? {} : { maxCents }),
    }))
  }
  return (
    <form className="price-range" onSubmit={settle}>
      <Field
        label={m('price_least')}
        inputMode="decimal"
        value={least}
        placeholder={lowest === null ? undefined : String(Math.floor(lowest / 100))}
        onChange={({ target }) => setLeast(target.value)}
        onBlur={settle}
      />
      <Field
        label={m('price_most')}
        inputMode="decimal"
        value={most}
        placeholder={highest === null ? undefined : String(Math.ceil(highest / 100))}
        onChange={({ target }) => setMost(target.value)}
        onBlur={settle}
      />
      <button type="submit" className="unseen">
        {m('apply')}
      </button>
    </form>
  )
}
