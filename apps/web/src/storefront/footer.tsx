import { Link } from '@tanstack/react-router'
import { useWords } from '../words.tsx'
import { LanguageLink } from './language-link.tsx'
import { legalTitles } from './legal/legal-titles.ts'

export function Footer() {
  const { locale, m } = useWords()
  return (
    <footer className="footer">
      <p className="footer-name">Comptoir</p>
      <p className="footer-words">{m('footer_words')}</p>
      <p className="footer-language">
        <LanguageLink />
      </p>
      <nav aria-label={m('help')}>
        <ul>
          <li>
            <Link to="/$locale/support" params={{ locale }}>
              {m('write_to_us')}
            </Link>
          </li>
          <li>
            <Link to="/$locale/orders" params={{ locale }}>
              {m('my_orders')}
            </Link>
          </li>
          <li>
            <Link to="/$locale/find-order" params={{ locale }}>
              {m('find_order')}
            </Link>
          </li>
          {(['terms', 'privacy', 'withdrawal'] as const).map((text) => (
            <li key={text}>
              <Link to="/$locale/legal/$text" params={{ locale, text }}>
                {m(legalTitles[text])}
              </Link>
            </li>
          ))}
          <li>
            <Link to="/$locale/developers" params={{ locale }}>
              {m('developers')}
            </Link>
          </li>
        </ul>
      </nav>
    </footer>
  )
}
