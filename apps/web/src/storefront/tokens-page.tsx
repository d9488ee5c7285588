import { useState } from 'react'
import { shop } from '../rpc.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Page } from '../ui/page.tsx'
import { Empty } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { TokenForm } from '../ui/tokens/token-form.tsx'
import { TokenList } from '../ui/tokens/token-list.tsx'
import { type MadeToken, TokenSecret } from '../ui/tokens/token-secret.tsx'
import { useWords } from '../words.tsx'

/** What the person's own programs call the shop with. */
export function TokensPage() {
  const { m } = useWords()
  const tell = useToast()
  const [{ items, offered, mostDays }] = shop.tokens.list.useSuspenseQuery()
  const utils = shop.useUtils()
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<MadeToken | null>(null)
  const create = shop.tokens.create.useMutation({
    onSuccess: (fresh) => {
      setMaking(false)
      setMade(fresh)
      void utils.tokens.list.invalidate()
    },
  })
  const revoke = shop.tokens.revoke.useMutation({ onSuccess: (now) => utils.tokens.list.setData(undefined, now) })
  const open = () => {
    create.reset()
    setMaking(true)
  }
  return (
    <Page
      title={m('tokens')}
      lead={m('tokens_words')}
      className="account-page"
      aside={
        <Button kind="primary" onClick={open}>
          {m('token_new')}
        </Button>
      }
    >
      {items.length === 0 ? (
        <Empty title={m('tokens_none')}>
          <p>{m('tokens_none_words')}</p>
        </Empty>
      ) : (
        <TokenList
          tokens={items}
          busy={revoke.isPending}
          error={revoke.error}
          onRevoke={({ id, name }, done) =>
            revoke.mutate(
              { id },
              {
                onSuccess: () => {
                  done()
                  tell(m('token_revoked', { name }))
                },
              },
            )
          }
        />
      )}
      <Dialog title={m('token_new')} open={making} onClose={() => setMaking(false)}>
        <TokenForm
          {...{ offered, mostDays }}
          busy={create.isPending}
          error={create.error}
          onMake={(wanted) => create.mutate(wanted)}
          onClose={() => setMaking(false)}
        />
      </Dialog>
      <TokenSecret
        made={made}
        onClose={() => {
          setMade(null)
          // Nothing of the page keeps what was shown once.
          create.reset()
        }}
      />
    </Page>
  )
}
