import { preload } from 'react-dom'

interface Props {
  /** A picture of ours without its size: `/pictures/tea`. */
  path: string | null | undefined
  alt: string
  /** How wide it stands, as in the `sizes` of an image. */
  sizes: string
  /** `high` for the picture a page opens with, which waits for nothing; `low` for what stands beside it. */
  priority?: 'high' | 'auto' | 'low'
}

const widths = [160, 480, 960]
const inSizes = (path: string, kind: 'avif' | 'webp') =>
  widths.map((width) => `${path}-${width}.${kind} ${width}w`).join(', ')

/** A square picture in the sizes we have of it, as AVIF where the browser knows that. */
export function Picture({ path, alt, sizes, priority = 'auto' }: Props) {
  if (!path)
    return (
      <div className="picture is-missing" role="img" aria-label={alt || 'Comptoir'}>
        <span aria-hidden>C</span>
      </div>
    )
  const avif = inSizes(path, 'avif')
  const first = priority === 'high'
  if (first)
    preload(`${path}-480.avif`, {
      ...{ as: 'image', type: 'image/avif', imageSrcSet: avif, imageSizes: sizes, fetchPriority: 'high' },
    })
  return (
    <picture className={first ? undefined : 'is-later'}>
      <source type="image/avif" srcSet={avif} sizes={sizes} />
      <img
        className="picture"
        src={`${path}-480.webp`}
        srcSet={inSizes(path, 'webp')}
        sizes={sizes}
        width={960}
        height={960}
        alt={alt}
        loading={first ? 'eager' : 'lazy'}
        fetchPriority={priority}
        decoding={first ? 'auto' : 'async'}
      />
    </picture>
  )
}
