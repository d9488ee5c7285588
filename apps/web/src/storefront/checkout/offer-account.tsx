import { useState } from 'react'
import type { ShopOutputs } from '../../outputs.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useWords } from '../../words.tsx'
import { AccountForm, type AccountMode } from '../people/account-form.tsx'

interface Props {
  profile: ShopOutputs['auth']['me']['user'] | undefined
  /** What stands in the form for guests. */
  typed: { email: string; name: string } | null
}

/** An account is offered, never demanded: signing in or registering here keeps the cart. */
export function OfferAccount({ profile, typed }: Props) {
  const { m } = useWords()
  const [mode, setMode] = useState<AccountMode | null>(null)
  if (profile === undefined) return null
  if (profile) return <p className="offer-account">{m('ordering_as', { email: profile.email })}</p>
  return (
    <div className="offer-account">
      {m('as_guest')} <LinkButton onClick={() => setMode('sign-in')}>{m('sign_in')}</LinkButton> {m('or')}{' '}
      <LinkButton onClick={() => setMode('register')}>{m('register')}</LinkButton>
      <Dialog
        title={m(mode === 'register' ? 'register' : 'sign_in')}
        open={mode !== null}
        onClose={() => setMode(null)}
      >
        {mode && (
          <AccountForm
            mode={mode}
            onMode={setMode}
            onDone={() => setMode(null)}
            known={{ email: typed?.email ?? '', name: typed?.name ?? '' }}
          />
        )}
      </Dialog>
    </div>
  )
}
