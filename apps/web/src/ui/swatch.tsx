/** A spot of a colour that comes with the data: as a drawing, since the page's policy lets no element carry a style. */
export const Swatch = ({ colour, className }: { colour: string; className?: string }) => (
  <svg className={className} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden>
    <rect width="1" height="1" fill={colour} />
  </svg>
)
