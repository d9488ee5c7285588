import { getRouteApi, Link } from '@tanstack/react-router'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words.tsx'
import { nextSteps } from './refusals.ts'
import { Snippet } from './snippet.tsx'

const route = getRouteApi('/$locale/developers/refusals/$code')

/** One refusal: what it says, what it carries, what a program does next. */
export function RefusalPage() {
  const { locale, m } = useWords()
  const { code, kind, status, words, details } = route.useLoaderData()
  return (
    <Page title={m('refusal_of', { code })} lead={m('refusal_status', { status })} className="developers-page">
      <h2>{m('refusal_says')}</h2>
      <blockquote translate="no">{words[locale]}</blockquote>
      {details && <p className="quiet">{m('refusal_example')}</p>}
      <h2>{m('refusal_details')}</h2>
      {details ? <Snippet label={m('refusal_details')} code={details} /> : <p>{m('refusal_details_none')}</p>}
      <h2>{m('refusal_next')}</h2>
      <p>{m(nextSteps[kind])}</p>
      <p>
        <Link to="/$locale/developers/refusals" params={{ locale }}>
          {m('refusals')}
        </Link>
      </p>
    </Page>
  )
}
