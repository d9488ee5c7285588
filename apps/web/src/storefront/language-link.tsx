import { Link, useRouterState } from '@tanstack/react-router'
import { otherLocale } from '../locale.ts'
import { useWords } from '../words.tsx'

/** The same page in the other language, named in that language. */
export function LanguageLink() {
  const { locale } = useWords()
  const other = otherLocale(locale)
  const href = useRouterState({ select: (state) => state.location.href })
  return (
    <Link
      to={href.replace(/^\/(?:fr|en)/, `/${other}`)}
      preload={false}
      hrefLang={other}
      lang={other}
      aria-label={other === 'fr' ? 'Français' : 'English'}
    >
      {other === 'fr' ? 'Fr' : 'En'}
    </Link>
  )
}
