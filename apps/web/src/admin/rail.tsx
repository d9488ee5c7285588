import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router'
import { otherLocale } from '../locale.ts'
import { admin } from '../rpc.ts'
import { LinkButton } from '../ui/button.tsx'
import { useWords } from '../words.tsx'
import { menu } from './menu.ts'
import { useMay } from './use-may.ts'

const frame = getRouteApi('/admin')

/** The menu, built from what the person may do. */
export function Rail() {
  const { locale, m } = useWords()
  const may = useMay()
  const [{ name, email, role }] = admin.auth.profile.useSuspenseQuery()
  const { world } = frame.useRouteContext()
  const router = useRouter()
  const navigate = useNavigate()
  const utils = admin.useUtils()
  const logout = admin.auth.logout.useMutation({
    onSuccess: async () => {
      await navigate({ to: '/admin/sign-in' })
      await utils.invalidate()
    },
  })
  const speak = () => {
    world.consoleLocale.write(otherLocale(locale))
    void router.invalidate()
  }
  return (
    <header className="rail">
      <p className="rail-name">
        Comptoir <small>{m('console')}</small>
      </p>
      <nav aria-label={m('console')}>
        <ul>
          {menu
            .filter(({ needs }) => may(needs))
            .map(({ to, label }) => (
              <li key={to}>
                <Link to={to} activeProps={{ className: 'is-here' }} activeOptions={{ includeSearch: false }}>
                  {m(label)}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <div className="rail-foot">
        <p>
          {name || email} <small>{m(`role_${role}`)}</small>
        </p>
        <LinkButton lang={otherLocale(locale)} onClick={speak}>
          {otherLocale(locale) === 'fr' ? 'Français' : 'English'}
        </LinkButton>
        <Link to="/$locale" params={{ locale }}>
          {m('see_shop')}
        </Link>
        <LinkButton disabled={logout.isPending} onClick={() => logout.mutate()}>
          {m('sign_out')}
        </LinkButton>
      </div>
    </header>
  )
}
