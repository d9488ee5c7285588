import type { TokenView } from '@comptoir/client'
import { useState } from 'react'
import { useWords } from '../../words.tsx'
import { LinkButton } from '../button.tsx'
import { State } from '../states.tsx'
import { Confirm } from './confirm.tsx'
import { scopeKey } from './scope-key.ts'

interface Props {
  tokens: readonly TokenView[]
  busy: boolean
  error: unknown
  /** Revokes a token; `done` is called when it is. */
  onRevoke: (token: TokenView, done: () => void) => void
}

/** Tokens with what each may do, its end and its last use, and the way to revoke it. */
export function TokenList({ tokens, busy, error, onRevoke }: Props) {
  const { m, date, dateTime } = useWords()
  const [asked, setAsked] = useState<TokenView | null>(null)
  const name = asked?.name ?? ''
  return (
    <>
      <ul className="token-list">
        {tokens.map((token) => (
          <li key={token.id}>
            <div>
              <strong>{token.name}</strong> <code>{token.hint}</code>
            </div>
            <small>{token.scopes.map((scope) => m(scopeKey(scope))).join(', ')}</small>
            <small>
              <State tone={token.ended ? 'gone' : 'good'}>
                {m(token.ended ? 'token_ended' : 'token_ends', { at: date(lastDayOf(token.endsAt)) })}
              </State>{' '}
              {token.lastUsedAt === null
                ? m('token_never_used')
                : m('token_last_used', { at: dateTime(token.lastUsedAt) })}
            </small>
            <LinkButton aria-label={m('token_revoke_named', { name: token.name })} onClick={() => setAsked(token)}>
              {m('token_revoke')}
            </LinkButton>
          </li>
        ))}
      </ul>
      <Confirm
        title={m('token_revoke_title', { name })}
        words={m('token_revoke_words')}
        yes={m('token_revoke')}
        {...{ open: asked !== null, busy, error }}
        onYes={() => asked && onRevoke(asked, () => setAsked(null))}
        onClose={() => setAsked(null)}
      />
    </>
  )
}

// The end is the midnight after the last day.
const lastDayOf = (endsAt: string): string => new Date(Date.parse(endsAt) - 1).toISOString()
