import { getRouteApi, Link } from '@tanstack/react-router'
import { admin } from '../../rpc.ts'
import { Page } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { FilterSelect, FilterText } from '../filter.tsx'
import { byPage } from '../by-page.ts'
import { Listing } from '../listing.tsx'
import { useFilters } from '../use-filters.ts'
import { useMay } from '../use-may.ts'
import { deeds, isDeed, knownDeeds } from './deeds.ts'
import { DeedDetails } from './deed-details.tsx'
import { Subject } from './subject.tsx'
import { useColleagues } from './use-colleagues.ts'

const route = getRouteApi('/admin/staff/audit')

/** Who changed what, when and from where. */
export function AuditPage() {
  const { m, dateTime } = useWords()
  const may = useMay()
  const search = route.useSearch()
  const set = useFilters()
  const query = admin.audit.list.useInfiniteQuery({ ...search, limit: 50 }, byPage)
  const colleagues = useColleagues(may('staff:write'))
  return (
    <Page title={m('audit')}>
      <search className="filters is-five">
        <FilterSelect
          label={m('who')}
          value={search.actorId}
          choices={[...colleagues.keys()]}
          words={(id) => colleagues.get(id) ?? id}
          onChange={(value) => set('actorId', value)}
        />
        <FilterSelect
          label={m('deed')}
          value={search.action !== undefined && isDeed(search.action) ? search.action : undefined}
          choices={knownDeeds}
          words={(one) => m(deeds[one])}
          onChange={(value) => set('action', value)}
        />
        <FilterText label={m('subject_id')} value={search.subjectId} onChange={(value) => set('subjectId', value)} />
        <FilterText label={m('from_day')} type="date" value={search.from} onChange={(value) => set('from', value)} />
        <FilterText label={m('to_day')} type="date" value={search.to} onChange={(value) => set('to', value)} />
        {Object.keys(search).length > 0 && (
          <Link to="/admin/audit" search={{}}>
            {m('clear_filters')}
          </Link>
        )}
      </search>
      <Listing query={query} empty={{ title: m('no_deeds'), words: m('no_deeds_words') }}>
        {(items) => (
          <Table
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                head: m('when'),
                render: ({ at }) => <time dateTime={at}>{dateTime(at)}</time>,
                phone: 'end',
                className: 'figures is-whole',
              },
              { head: m('who'), render: ({ actorName }) => actorName, className: 'is-whole' },
              {
                head: m('deed'),
                render: ({ action }) => (isDeed(action) ? m(deeds[action]) : action),
                className: 'is-first is-strong',
              },
              { head: m('on_what'), render: ({ subjectId }) => <Subject id={subjectId} />, phone: 'end' },
              { head: m('details'), render: (deed) => <DeedDetails {...deed} />, phone: 'wide' },
            ]}
          />
        )}
      </Listing>
    </Page>
  )
}
