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

/** A square picture in the sizes we have of it. */
export function Picture({ path, alt, sizes, eager = false }: Props) {
  if (!path)
    return (
      <div className="picture is-missing" role="img" aria-label={alt || 'Comptoir'}>
        <span aria-hidden>C</span>
      </div>
    )
  return (
    <img
      className="picture"
      src={`${path}-480.webp`}
      srcSet={widths.map((width) => `${path}-${width}.webp ${width}w`).join(', ')}
      sizes={sizes}
      width={960}
      height={960}
      alt={alt}
      loading={eager ? 'eager' : 'lazy'}
      fetchPriority={eager ? 'high' : 'auto'}
      decoding="async"
    />
  )
}
