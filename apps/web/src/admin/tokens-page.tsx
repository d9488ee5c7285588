import { useState } from 'react'
import { admin } from '../rpc.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Page } from '../ui/page.tsx'
import { Empty } from '../ui/states.tsx'
import { type MadeToken, TokenSecret } from '../ui/tokens/token-secret.tsx'
import { useWords } from '../words.tsx'
import { Answer } from './forbidden.tsx'
import { TokensApp } from './tokens-app.tsx'
import { TokensNewApp } from './tokens-new-app.tsx'

/** Programs that work for the shop: each with its role and its tokens. */
export function AppsPage() {
  const { m } = useWords()
  const query = admin.apps.list.useQuery()
  const [adding, setAdding] = useState(false)
  const [made, setMade] = useState<MadeToken | null>(null)
  return (
    <Page
      title={m('apps')}
      lead={m('apps_words')}
      aside={
        query.isSuccess && (
          <Button kind="primary" onClick={() => setAdding(true)}>
            {m('app_new')}
          </Button>
        )
      }
    >
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={m('apps_none')}>
              <p>{m('apps_none_words')}</p>
            </Empty>
          ) : (
            <div className="app-list">
              {items.map((app) => (
                <TokensApp key={app.id} app={app} onMade={setMade} />
              ))}
            </div>
          )
        }
      </Answer>
      <Dialog title={m('app_new')} open={adding} onClose={() => setAdding(false)}>
        <TokensNewApp onClose={() => setAdding(false)} />
      </Dialog>
      <TokenSecret made={made} onClose={() => setMade(null)} />
    </Page>
  )
}
