import type { ShopOutputs } from '../../outputs.ts'
import { ProductCard } from './product-card.tsx'

type Card = ShopOutputs['catalog']['list']['items'][number]

interface Props {
  items: readonly Card[]
  /** So many in a row where there is room; else as many as fit. */
  row?: 3 | 4
  /** How many of the first pictures a page opens with. */
  eager?: number
}

/** Products side by side, on a phone two in a row. */
export const ProductGrid = ({ items, row, eager = 0 }: Props) => (
  <ul className={row ? `grid ${row === 3 ? 'is-wide' : 'is-even'}` : 'grid'}>
    {items.map((item, place) => (
      <li key={item.id}>
        <ProductCard product={item} eager={place < eager} />
      </li>
    ))}
  </ul>
)
