import { admin } from '../../rpc.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words.tsx'
import { Answer } from '../forbidden.tsx'
import { BookCheck } from './book-check.tsx'
import { PageSpeeds } from './page-speeds.tsx'
import { ShopFacts } from './shop-facts.tsx'

const everyMs = 1000

/** How the shop as a whole is: its books, its data, what waits, its last backup. */
export function SystemPage() {
  const { m } = useWords()
  const query = admin.system.get.useQuery(undefined, {
    // The check runs on the server: this page only looks how far it is.
    refetchInterval: ({ state }) => (state.data?.checking ? everyMs : false),
  })
  return (
    <Page title={m('system')} lead={m('system_lead')}>
      <Answer query={query}>
        {(system) => (
          <>
            <BookCheck of={system} />
            <ShopFacts of={system} />
            <PageSpeeds speeds={system.speeds} />
          </>
        )}
      </Answer>
    </Page>
  )
}
