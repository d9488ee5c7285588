import type { AnchorHTMLAttributes, FocusEvent, MouseEvent, TouchEvent } from 'react'
import { located, saysAll, type Target } from './address.ts'
import { useRouter, useShown } from './view.tsx'

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>, Target {
  activeProps?: AnchorHTMLAttributes<HTMLAnchorElement>
  activeOptions?: { exact?: boolean; includeSearch?: boolean }
  /** False loads nothing ahead of the click. */
  preload?: false
}

const restMs = 50

/** An anchor that changes the page in place, and loads it while one still points at it. */
export function Link(props: Props) {
  const { to, params, search, hash, replace, resetScroll, ...rest } = props
  const { activeProps = { className: 'active' }, activeOptions, preload, children, ...anchor } = rest
  const router = useRouter()
  const { location } = useShown()
  const target = { to, params, search, hash, replace, resetScroll } as Target
  const href = router.hrefOf(target)
  const outside = /^[a-z]+:/i.test(href)
  const next = located(href, router.options.parseSearch)
  const at = next.pathname
  const inPath = activeOptions?.exact
    ? location.pathname === at
    : location.pathname === at || location.pathname.startsWith(`${at}/`)
  const sameSearch =
    activeOptions?.includeSearch === false ||
    (saysAll(router.options.parseSearch(location.searchStr), next.search) &&
      (!activeOptions?.exact || saysAll(next.search, router.options.parseSearch(location.searchStr))))
  const active = !outside && inPath && sameSearch
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    anchor.onClick?.(event)
    const own = anchor.target === undefined || anchor.target === '_self'
    const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) && event.button === 0
    if (event.defaultPrevented || outside || !own || !plain) return
    event.preventDefault()
    void router.navigate(target)
  }
  const ahead = () => {
    if (preload === false || outside) return
    void router.preloadRoute(href)
  }
  const point = ({ currentTarget }: MouseEvent<HTMLAnchorElement> | FocusEvent<HTMLAnchorElement>) => {
    const timer = setTimeout(ahead, restMs)
    const gone = () => clearTimeout(timer)
    currentTarget.addEventListener('mouseleave', gone, { once: true })
    currentTarget.addEventListener('blur', gone, { once: true })
  }
  const touch = (event: TouchEvent<HTMLAnchorElement>) => {
    anchor.onTouchStart?.(event)
    ahead()
  }
  const className = [anchor.className, active && activeProps.className].filter(Boolean).join(' ')
  return (
    <a
      {...(active && { 'aria-current': 'page', 'data-status': 'active', ...activeProps })}
      {...anchor}
      {...(className !== '' && { className })}
      href={href}
      onClick={click}
      onMouseEnter={point}
      onFocus={point}
      onTouchStart={touch}
    >
      {children}
    </a>
  )
}
