import { Link } from '@tanstack/react-router'
import { admin } from '../rpc.ts'
import { Page } from '../ui/page.tsx'
import { Empty } from '../ui/states.tsx'
import { useWords } from '../words.tsx'
import { Answer } from './forbidden.tsx'
import { menu } from './menu.ts'
import { ExampleSeller } from './settings/example-seller.tsx'
import { BigFigures } from './stats/figures.tsx'
import { Days } from './stats/days.tsx'
import { LowStock } from './stats/low-stock.tsx'
import { daysIn } from './stats/period.ts'
import { Waits } from './stats/waits.tsx'
import { useMay } from './use-may.ts'

/** The morning's page: what waits to be done, and for whom may see them the figures. */
export function StartPage() {
  const { m } = useWords()
  const may = useMay()
  if (!menu.some(({ needs }) => may(needs))) return <Empty title={m('nothing_allowed')} />
  return (
    <Page title={m('today')}>
      {may('settings:write') && <Seller />}
      <Waits />
      {may('stats:read') && <LastDays />}
    </Page>
  )
}

function Seller() {
  const { m } = useWords()
  const { data } = admin.settings.get.useQuery()
  return (
    data && (
      <ExampleSeller seller={data.seller}>
        <p>
          <Link to="/admin/settings">{m('example_seller_link')}</Link>
        </p>
      </ExampleSeller>
    )
  )
}

function LastDays() {
  const { m } = useWords()
  const query = admin.stats.overview.useQuery({})
  return (
    <Answer query={query}>
      {(stats) => (
        <>
          <h2>{m('last_days', { days: daysIn(stats) })}</h2>
          <BigFigures stats={stats} />
          <Days stats={stats} />
          <LowStock of={stats.lowStock} />
        </>
      )}
    </Answer>
  )
}
