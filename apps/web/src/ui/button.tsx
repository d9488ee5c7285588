import type { ComponentProps } from 'react'

type Kind = 'primary' | 'plain'

interface Props extends ComponentProps<'button'> {
  kind?: Kind
  wide?: boolean
  /** While its work runs: the button keeps its words and its focus, but does nothing. */
  busy?: boolean
}

/** The class names of a link that looks like a button. */
export const buttonClass = (kind: Kind = 'plain', wide = false): string =>
  `button${kind === 'primary' ? ' is-primary' : ''}${wide ? ' is-wide' : ''}`

export function Button({
  kind = 'plain',
  wide = false,
  busy = false,
  className = '',
  onClick,
  type = 'button',
  ...rest
}: Props) {
  return (
    <button
      {...rest}
      // A submit that is busy must not submit again, yet keep the focus that a disabled button loses.
      type={busy ? 'button' : type}
      aria-busy={busy || undefined}
      className={`${buttonClass(kind, wide)} ${className}`}
      onClick={busy ? undefined : onClick}
    />
  )
}

/** A button that reads like a link: for what is not the page's main step. */
export const LinkButton = ({ className = '', ...rest }: ComponentProps<'button'>) => (
  <button type="button" {...rest} className={`link ${className}`} />
)
