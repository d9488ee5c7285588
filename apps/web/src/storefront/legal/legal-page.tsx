import { getRouteApi } from '@tanstack/react-router'
import { shop } from '../../rpc.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words.tsx'
import { LegalArticles } from './legal-articles.tsx'
import { isLegalText, legalTitles } from './legal-titles.ts'

const route = getRouteApi('/$locale/legal/$text')

/** The terms of sale, what becomes of data, or how to withdraw. */
export function LegalPage() {
  const { m } = useWords()
  const { text } = route.useParams()
  const [info] = shop.shop.info.useSuspenseQuery()
  if (!isLegalText(text)) return null
  return (
    <Page
      title={m(legalTitles[text])}
      lead={text === 'terms' ? m('terms_version', { version: info.termsVersion }) : undefined}
      className="legal-page"
    >
      <div className="prose">
        <LegalArticles text={text} of={info} />
      </div>
    </Page>
  )
}
