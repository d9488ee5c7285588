import { getRouteApi, Link } from '@tanstack/react-router'
import firstOrder from '../../../../../examples/first-hour/first-order.ts?raw'
import refused from '../../../../../examples/first-hour/refused.ts?raw'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words.tsx'
import { Snippet } from './snippet.tsx'

const route = getRouteApi('/$locale/developers')
const scopes = 'catalog:read, cart:write, orders:write'
const pages = ['/docs', '/reference', '/redoc', '/openapi.json']

/** From nothing to a placed order: the client, a token, twelve lines; the shop's own address stands in each. */
export function DevelopersPage() {
  const { locale, m } = useWords()
  const { world } = route.useRouteContext()
  const here = (code: string) => code.trim().replaceAll('http://localhost:4000', world.origin)
  return (
    <Page title={m('developers')} lead={m('developers_lead')} className="developers-page">
      <h2>{m('developers_install')}</h2>
      <p>{m('developers_install_words')}</p>
      <Snippet label={m('developers_install')} code={`npm install ${world.origin}/client.tgz`} />
      <h2>{m('developers_token')}</h2>
      <p>{m('developers_token_words', { scopes })}</p>
      <p>
        <Link to="/$locale/account/tokens" params={{ locale }}>
          {m('developers_token_link')}
        </Link>
      </p>
      <h2>{m('developers_order')}</h2>
      <p>{m('developers_order_words', { file: 'first-order.ts' })}</p>
      <Snippet label={m('developers_order')} code={here(firstOrder)} />
      <h2>{m('developers_refused')}</h2>
      <p>{m('developers_refused_words')}</p>
      <Snippet label={m('developers_refused')} code={here(refused)} />
      <p>
        <Link to="/$locale/developers/refusals" params={{ locale }}>
          {m('developers_refused_link')}
        </Link>
      </p>
      <h2>{m('developers_other')}</h2>
      <p>{m('developers_other_words')}</p>
      <ul className="codes">
        {pages.map((page) => (
          <li key={page}>
            <a href={page}>
              <code translate="no">{page}</code>
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}
