import { Link } from '@tanstack/react-router'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words.tsx'
import { refusals } from './refusals.ts'

/** Every code, each with a page of its own. */
export function RefusalsPage() {
  const { locale, m } = useWords()
  return (
    <Page title={m('refusals')} lead={m('refusals_lead')} className="developers-page">
      <ul className="codes">
        {refusals.map(({ code, status }) => (
          <li key={code}>
            <Link to="/$locale/developers/refusals/$code" params={{ locale, code }}>
              <code translate="no">{code}</code>
            </Link>{' '}
            <span className="quiet">{status}</span>
          </li>
        ))}
      </ul>
    </Page>
  )
}
