import type { ShopOutputs } from '../../outputs.ts'
import { ProductCard } from './product-card.tsx'

type Card = ShopOutputs['catalog']['list']['items'][number]

interface Props {
  items: readonly Card[]
  wide?: boolean
  /** How many of the first pictures a page opens with. */
  eager?: number
}

/** Products side by side: two, three or four in a row; `wide` rows hold three. */
export const ProductGrid = ({ items, wide = false, eager = 0 }: Props) => (
  <ul className={wide ? 'grid is-wide' : 'grid'}>
    {items.map((item, place) => (
      <li key={item.id}>
        <ProductCard product={item} eager={place < eager} />
      </li>
    ))}
  </ul>
)
