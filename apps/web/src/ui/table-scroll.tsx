import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from '../words.tsx'

/** A table that moves sideways where it is wider than the page: by hand, and by the arrow keys once it has the focus. */
export function TableScroll({ children }: { children: ReactNode }) {
  const { m } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [wide, setWide] = useState(false)
  useEffect(() => {
    const around = box.current
    if (!around) return
    const watch = new ResizeObserver(() => setWide(around.scrollWidth > around.clientWidth))
    watch.observe(around)
    if (around.firstElementChild) watch.observe(around.firstElementChild)
    return () => watch.disconnect()
  }, [])
  return (
    <div
      ref={box}
      className="table-scroll"
      {...(wide && { role: 'group', tabIndex: 0, 'aria-label': m('wide_table') })}
    >
      {children}
    </div>
  )
}
