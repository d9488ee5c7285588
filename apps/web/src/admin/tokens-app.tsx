import { useState } from 'react'
import type { AdminOutputs } from '../outputs.ts'
import { admin } from '../rpc.ts'
import { LinkButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { State } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { Confirm } from '../ui/tokens/confirm.tsx'
import { TokenForm } from '../ui/tokens/token-form.tsx'
import { TokenList } from '../ui/tokens/token-list.tsx'
import type { MadeToken } from '../ui/tokens/token-secret.tsx'
import { useWords } from '../words.tsx'
import { RoleChoice } from './role-choice.tsx'

type Apps = AdminOutputs['apps']['list']

/** One app: its role, its tokens, and whether it is open. */
export function TokensApp({ app, onMade }: { app: Apps['items'][number]; onMade: (made: MadeToken) => void }) {
  const { m } = useWords()
  const tell = useToast()
  const utils = admin.useUtils()
  const { id, name, role, closed, items, offered, mostDays } = app
  const [making, setMaking] = useState(false)
  const [closing, setClosing] = useState(false)
  const settled = { onSuccess: (now: Apps) => utils.apps.list.setData(undefined, now) }
  const setRole = admin.apps.setRole.useMutation(settled)
  const close = admin.apps.close.useMutation(settled)
  const revoke = admin.apps.revokeToken.useMutation(settled)
  const add = admin.apps.addToken.useMutation({
    onSuccess: (made) => {
      setMaking(false)
      onMade(made)
      // Nothing of the page keeps what is shown once.
      add.reset()
      void utils.apps.list.invalidate()
    },
  })
  return (
    <section aria-label={name}>
      <div className="app-head">
        <h2>{name}</h2>
        <State tone={closed ? 'gone' : 'good'}>{m(closed ? 'access_closed' : 'access_open')}</State>
        <RoleChoice
          name={name}
          role={role}
          busy={setRole.isPending}
          onRole={(wanted) => setRole.mutate({ id, role: wanted })}
        />
        {closed ? (
          <LinkButton
            aria-label={m('app_reopen_named', { name })}
            onClick={() => close.mutate({ id: id, closed: false })}
          >
            {m('access_reopen')}
          </LinkButton>
        ) : (
          <>
            <LinkButton onClick={() => setMaking(true)}>{m('token_new')}</LinkButton>
            <LinkButton aria-label={m('app_close_named', { name })} onClick={() => setClosing(true)}>
              {m('app_close')}
            </LinkButton>
          </>
        )}
      </div>
      <ProblemNotice error={setRole.error ?? (closing ? null : close.error)} />
      {items.length === 0 ? (
        <p>{m('app_no_tokens')}</p>
      ) : (
        <TokenList
          tokens={items}
          busy={revoke.isPending}
          error={revoke.error}
          onRevoke={(token, done) =>
            revoke.mutate(
              { id: token.id },
              {
                onSuccess: () => {
                  done()
                  tell(m('token_revoked', { name: token.name }))
                },
              },
            )
          }
        />
      )}
      <Dialog title={m('token_new')} open={making} onClose={() => setMaking(false)}>
        <TokenForm
          {...{ offered, mostDays }}
          busy={add.isPending}
          error={add.error}
          onMake={(wanted) => add.mutate({ ...wanted, appId: id })}
          onClose={() => setMaking(false)}
        />
      </Dialog>
      <Confirm
        title={m('app_close_title', { name })}
        words={m('app_close_words')}
        yes={m('app_close')}
        {...{ open: closing, busy: close.isPending, error: close.error }}
        onYes={() => close.mutate({ id: id }, { onSuccess: () => setClosing(false) })}
        onClose={() => setClosing(false)}
      />
    </section>
  )
}
