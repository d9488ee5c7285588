import { Picture } from '../../ui/picture.tsx'
import { useWords } from '../../words.tsx'
import type { Product } from './sheet.ts'

/** The pictures of a product, in the order in which shoppers see them. */
export function ProductPictures({ product }: { product: Product }) {
  const { m } = useWords()
  if (product.images.length === 0) return null
  return (
    <section aria-labelledby="pictures">
      <h2 id="pictures">{m('pictures')}</h2>
      <ul className="console-pictures">
        {product.images.map((image) => (
          <li key={image.id}>
            <Picture path={image.path} alt={image.alt} sizes="8rem" />
          </li>
        ))}
      </ul>
    </section>
  )
}
