import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words.tsx'
import { AccountForm } from './account-form.tsx'

const route = getRouteApi('/$locale/sign-in')

/** One page for both; then back to where one came from. */
export function SignInPage() {
  const { locale, m } = useWords()
  const { back, mode } = route.useSearch()
  const navigate = route.useNavigate()
  const router = useRouter()
  const registering = mode === 'register'
  return (
    <Page
      title={m(registering ? 'register' : 'sign_in')}
      lead={m(registering ? 'register_lead' : 'sign_in_lead')}
      className="narrow-page"
    >
      <AccountForm
        mode={mode ?? 'sign-in'}
        back={back}
        onMode={(to) =>
          void navigate({
            search: { ...(back ? { back } : {}), ...(to === 'register' ? { mode: 'register' as const } : {}) },
            replace: true,
          })
        }
        onDone={() => router.history.replace(back ?? `/${locale}/account`)}
      />
      <p className="account-other">
        {m('ordered_as_guest')}{' '}
        <Link to="/$locale/find-order" params={{ locale }}>
          {m('find_order')}
        </Link>
      </p>
    </Page>
  )
}
