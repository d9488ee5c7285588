import { Outlet } from '@tanstack/react-router'
import { NewsCount } from '../ui/page.tsx'
import { useWords } from '../words.tsx'
import { Rail } from './rail.tsx'
import { useNews } from './use-news.ts'

/** The rail of words and, beside it, the page. */
export function Layout() {
  const { m } = useWords()
  const news = useNews()
  return (
    <NewsCount value={news.orders + news.threads}>
      <div className="console">
        <a className="unseen skip" href="#content">
          {m('skip_to_content')}
        </a>
        <Rail news={news} />
        <main id="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </NewsCount>
  )
}
