import { Link, useRouterState } from '@tanstack/react-router'
import { otherLocale } from '../locale.ts'
import { useWords } from '../words.tsx'

/** The same page in the other language, named in that language; `short` where there is little room. */
export function LanguageLink({ short = false }: { short?: boolean }) {
  const { locale } = useWords()
  const other = otherLocale(locale)
  const href = useRouterState({ select: (state) => state.location.href })
  const name = other === 'fr' ? 'Français' : 'English'
  return (
    <Link to={href.replace(/^\/(?:fr|en)/, `/${other}`)} preload={false} hrefLang={other} lang={other}>
      {short ? name.slice(0, 2) : name}
      {short && <span className="unseen"> · {name}</span>}
    </Link>
  )
}
