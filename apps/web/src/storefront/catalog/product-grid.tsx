import type { ShopOutputs } from '../../outputs.ts'
import { ProductCard } from './product-card.tsx'

type Card = ShopOutputs['catalog']['list']['items'][number]

/** Products side by side: two, three or four in a row; `wide` rows hold three. */
export const ProductGrid = ({ items, wide = false }: { items: readonly Card[]; wide?: boolean }) => (
  <ul className={wide ? 'grid is-wide' : 'grid'}>
    {items.map((item, place) => (
      <li key={item.id}>
        <ProductCard product={item} eager={place < 4} />
      </li>
    ))}
  </ul>
)
