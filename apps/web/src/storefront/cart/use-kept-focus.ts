import { type RefObject, useEffect, useRef } from 'react'
import { focusContent } from '../../arrival.tsx'

/** When the line that had the focus goes, the list keeps it, or the page once the list is empty: it would be lost. */
export function useKeptFocus(lines: number): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null)
  const before = useRef(lines)
  useEffect(() => {
    if (lines < before.current && document.activeElement === document.body) {
      if (list.current) list.current.focus()
      else focusContent()
    }
    before.current = lines
  }, [lines])
  return list
}
