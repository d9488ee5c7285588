import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { speak } from './ui/speak.ts'
import { Spoken } from './ui/spoken.tsx'

/** Around every page: what is said to whoever cannot see it. */
export function Root() {
  useArrival()
  return (
    <>
      <Outlet />
      <Spoken />
    </>
  )
}

/** The content of the page takes the focus, as after a load. */
export const focusContent = (): void => document.querySelector('main')?.focus({ preventScroll: true })

/** A page that opens without a load: the focus goes to its content, its title is said, and what it says of itself first. */
function useArrival(): void {
  const path = useRouterState({ select: ({ location, matches }) => (matches.length > 0 ? location.pathname : null) })
  const before = useRef<string | null>(null)
  useEffect(() => {
    const arrives = before.current !== null && before.current !== path
    before.current = path
    if (!arrives) return
    // A page may have put the focus where it is wanted by itself.
    if (!document.querySelector('main')?.contains(document.activeElement)) focusContent()
    speak(document.title)
    for (const first of document.querySelectorAll('main [data-said-first]')) speak(first.textContent)
  }, [path])
}
