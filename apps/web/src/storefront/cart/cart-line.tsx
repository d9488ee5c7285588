import type { Currency } from '@comptoir/domain'
import { Link } from '@tanstack/react-router'
import type { ShopOutputs } from '../../outputs.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Picture } from '../../ui/picture.tsx'
import { Price } from '../../ui/price.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Quantity } from '../../ui/quantity.tsx'
import { useWords } from '../../words.tsx'
import { LineProblem } from './line-problem.tsx'
import { useCartChanges } from './use-cart-changes.ts'

export type Line = ShopOutputs['cart']['get']['lines'][number]

interface Props {
  line: Line
  currency: Currency
  /** Whether its picture comes before the others. */
  eager?: boolean
  /** When a link of the line leads away. */
  onLeave?: () => void
}

/** One line of the bill; what is wrong with it stands in it, with the way out. */
export function CartLine({ line, currency, eager = false, onLeave }: Props) {
  const { locale, m } = useWords()
  const { setQuantity, remove } = useCartChanges()
  const { id: lineId, name, optionWords, slug, image, quantity } = line
  const words = (
    <>
      <Picture path={image?.path} alt="" sizes="6rem" priority={eager ? 'high' : 'auto'} />
      <span className="line-name">
        {name || m('gone_product')} {optionWords && <small>{optionWords}</small>}
      </span>
    </>
  )
  return (
    <li
      className={line.counted ? 'cart-line' : 'cart-line is-out'}
      aria-busy={setQuantity.isPending || remove.isPending}
    >
      {slug ? (
        <Link to="/$locale/products/$slug" params={{ locale, slug }} className="line-thing" onClick={onLeave}>
          {words}
        </Link>
      ) : (
        <span className="line-thing">{words}</span>
      )}
      <span className="line-unit">
        <span className="unseen">{m('unit_price')} </span>
        <Price cents={line.unitCents} currency={currency} />
      </span>
      <form method="post" action="/do/cart/line" className="line-quantity" onSubmit={(event) => event.preventDefault()}>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="lineId" value={lineId} />
        {/* What Enter sends where no script runs: the number as it was typed. */}
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden />
        <Quantity
          name="quantity"
          stepping
          value={setQuantity.isPending ? setQuantity.variables.quantity : quantity}
          most={Math.max(line.maxQuantity, quantity)}
          of={name}
          onChange={(wanted) => setQuantity.mutate({ lineId, quantity: wanted })}
        />
        <LinkButton
          type="submit"
          name="remove"
          value="true"
          aria-label={m('remove_named', { name })}
          onClick={() => remove.mutate({ lineId })}
        >
          {m('remove')}
        </LinkButton>
      </form>
      <span className="line-amount">
        <Price cents={line.amountCents} currency={currency} />
      </span>
      <LineProblem
        line={line}
        currency={currency}
        onQuantity={(wanted) => setQuantity.mutate({ lineId, quantity: wanted })}
        onRemove={() => remove.mutate({ lineId })}
      />
      <ProblemNotice error={setQuantity.error ?? remove.error} />
    </li>
  )
}
