import { preload } from 'react-dom'

interface Props {
  /** A picture of ours without its size: `/pictures/tea`. */
  path: string | null | undefined
  alt: string
  /** How wide it stands, as in the `sizes` of an image. */
  sizes: string
  /** For the picture a page opens with. */
  eager?: boolean
}

const widths = [160, 480, 960]
const inSizes = (path: string, kind: 'avif' | 'webp') =>
  widths.map((width) => `${path}-${width}.${kind} ${width}w`).join(', ')

/** A square picture in the sizes we have of it, as AVIF where the browser knows that. */
export function Picture({ path, alt, sizes, eager = false }: Props) {
  if (!path)
    return (
      <div className="picture is-missing" role="img" aria-label={alt || 'Comptoir'}>
        <span aria-hidden>C</span>
      </div>
    )
  const avif = inSizes(path, 'avif')
  if (eager)
    preload(`${path}-480.avif`, {
      ...{ as: 'image', type: 'image/avif', imageSrcSet: avif, imageSizes: sizes, fetchPriority: 'high' },
    })
  return (
    <picture>
      <source type="image/avif" srcSet={avif} sizes={sizes} />
      <img
        className="picture"
        src={`${path}-480.webp`}
        srcSet={inSizes(path, 'webp')}
        sizes={sizes}
        width={960}
        height={960}
        alt={alt}
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={eager ? 'high' : 'auto'}
        decoding="async"
      />
    </picture>
  )
}
