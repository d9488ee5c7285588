import { Outlet } from '@tanstack/react-router'
import { useWords } from '../words.tsx'
import { Rail } from './rail.tsx'

/** The rail of words and, beside it, the page. */
export function Layout() {
  const { m } = useWords()
  return (
    <div className="console">
      <a className="unseen skip" href="#content">
        {m('skip_to_content')}
      </a>
      <Rail />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
