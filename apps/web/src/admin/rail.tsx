import { getRouteApi, Link, useLocation, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { otherLocale } from '../locale.ts'
import { admin } from '../rpc.ts'
import { LinkButton } from '../ui/button.tsx'
import { useWords } from '../words.tsx'
import { menu } from './menu.ts'
import { useMay } from './use-may.ts'
import type { News } from './use-news.ts'

const frame = getRouteApi('/admin')

/** On a phone the menu is one line that scrolls: the entry of the page that opens comes into sight, also when the window changes. */
function useShownEntry() {
  const list = useRef<HTMLUListElement>(null)
  const path = useLocation({ select: ({ pathname }) => pathname })
  useEffect(() => {
    const line = list.current
    if (line === null) return
    const show = () => {
      const here = line.querySelector<HTMLElement>('.is-here')
      const before = here ? here.getBoundingClientRect().left - line.getBoundingClientRect().left : 0
      line.scrollLeft += before - line.clientWidth / 3
    }
    const watch = new ResizeObserver(show)
    watch.observe(line)
    return () => watch.disconnect()
  }, [path])
  return list
}

/** The menu, built from what the person may do. */
export function Rail({ news }: { news: News }) {
  const { locale, m } = useWords()
  const list = useShownEntry()
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
  const path = useLocation({ select: ({ pathname }) => pathname })
  const told: Partial<Record<(typeof menu)[number]['label'], string>> = {
    ...(news.orders > 0 && { orders: m('menu_new', { count: news.orders }) }),
    ...(news.threads > 0 && { messages: m('menu_new', { count: news.threads }) }),
    ...(news.money > 0 && { unmatched: m('menu_open', { count: news.money }) }),
  }
  const speak = () => {
    world.consoleLocale.write(otherLocale(locale))
    void router.invalidate()
  }
  return (
    <header className="rail">
      <p className="rail-name">
        <Link to="/admin">Comptoir</Link> <small>{m('console')}</small>
      </p>
      <nav aria-label={m('console')}>
        <ul ref={list}>
          <li>
            <Link to="/admin" activeProps={{ className: 'is-here' }} activeOptions={{ exact: true }}>
              {m('today')}
            </Link>
          </li>
          {menu
            .filter(({ needs }) => may(needs))
            .map(({ to, label, ...more }) => (
              <li key={to}>
                <Link
                  to={to}
                  activeProps={{ className: 'is-here' }}
                  activeOptions={{ includeSearch: false }}
                  {...('with' in more && path.startsWith(more.with) && { className: 'is-here', 'aria-current': true })}
                >
                  {m(label)}
                </Link>
                {told[label] && <span className="rail-count">{told[label]}</span>}
              </li>
            ))}
        </ul>
      </nav>
      <div className="rail-foot">
        <div role="status">{news.lost && <p>{m('live_lost')}</p>}</div>
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
