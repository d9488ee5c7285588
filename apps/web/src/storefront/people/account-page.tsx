import { Link, Navigate, useNavigate } from '@tanstack/react-router'
import { shop } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'
import { forgetDraft } from '../checkout/draft.ts'
import { forgetSeen } from '../seen-products.ts'
import { AddressBook } from './address-book.tsx'
import { OwnData } from './own-data.tsx'
import { PasswordForm } from './password-form.tsx'
import { ProfileForm } from './profile-form.tsx'
import { SessionsList } from './sessions-list.tsx'
import { useForgetEverything } from './use-profile.ts'

/** What belongs to the account: orders, conversations, the profile, addresses, the password, sessions. */
export function AccountPage() {
  const { locale, m } = useWords()
  const [{ user: profile }] = shop.auth.me.useSuspenseQuery()
  const navigate = useNavigate()
  const forget = useForgetEverything()
  const logout = shop.auth.logout.useMutation({
    onSuccess: async () => {
      forgetSeen()
      forgetDraft()
      await navigate({ to: '/$locale', params: { locale } })
      await forget()
    },
  })
  const unread = shop.support.counts.useQuery(undefined, { enabled: profile !== null }).data?.unread ?? 0
  if (profile === null) return <Navigate to="/$locale/sign-in" params={{ locale }} replace />
  return (
    <Page
      title={profile.name ? m('hello', { name: profile.name }) : m('my_account')}
      lead={profile.email}
      className="account-page"
    >
      <ul className="account-ways">
        <li>
          <Link to="/$locale/orders" params={{ locale }}>
            {m('my_orders')}
          </Link>
        </li>
        <li>
          <Link to="/$locale/support" params={{ locale }}>
            <span>
              {m('my_messages')} {unread > 0 && <span className="cart-count">{m('unread', { count: unread })}</span>}
            </span>
          </Link>
        </li>
        <li>
          <Link to="/$locale/account/tokens" params={{ locale }}>
            {m('tokens')}
          </Link>
        </li>
      </ul>
      <section>
        <h2>{m('profile')}</h2>
        <ProfileForm profile={profile} />
      </section>
      <section>
        <h2>{m('addresses')}</h2>
        <AddressBook />
      </section>
      <section>
        <h2>{m('change_password')}</h2>
        <PasswordForm email={profile.email} />
      </section>
      <section>
        <h2>{m('sessions')}</h2>
        <SessionsList />
      </section>
      <section>
        <h2>{m('own_data')}</h2>
        <OwnData email={profile.email} />
      </section>
      <section>
        <ProblemNotice error={logout.error} />
        <Button busy={logout.isPending} onClick={() => logout.mutate()}>
          {m('sign_out')}
        </Button>
      </section>
    </Page>
  )
}
