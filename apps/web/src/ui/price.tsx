import type { Currency } from '@comptoir/domain'
import { Fragment } from 'react'
import { useWords } from '../words.tsx'

interface Props {
  cents: number
  currency: Currency
  /** The price before a reduction. */
  was?: number | null
  /** More than one price: this is the lowest. */
  from?: boolean
}

/** An amount as the page's language writes it. */
export function Price({ cents, currency, was = null, from = false }: Props) {
  const { m, price } = useWords()
  return (
    <>
      {from && <span className="price-from">{m('price_from')} </span>}
      <span className="price">
        <Spaced text={price(cents, currency)} />
      </span>
      {was !== null && was > cents && (
        <>
          <span className="unseen">{m('price_before')} </span>
          <s className="price price-was">
            <Spaced text={price(was, currency)} />
          </s>
        </>
      )}
    </>
  )
}

// The faces have no narrow space of their own, and the one a browser makes up is too narrow for a price to breathe.
const Spaced = ({ text }: { text: string }) =>
  text.split('\u202f').map((part, place) => (
    <Fragment key={place}>
      {place > 0 && <span className="price-space">{'\u202f'}</span>}
      {part}
    </Fragment>
  ))
