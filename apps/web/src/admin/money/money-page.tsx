import { useState } from 'react'
import { admin } from '../../rpc.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { byPage } from '../by-page.ts'
import { Listing } from '../listing.tsx'
import { columnsIn, type UnmatchedMoney } from './columns.tsx'
import { SettleDialog } from './settle-dialog.tsx'

/** Money that fits no order: what waits for a person, and what was settled before. */
export function MoneyPage() {
  const words = useWords()
  const { m, shortTime } = words
  const [chosen, choose] = useState<UnmatchedMoney | null>(null)
  const waiting = admin.unmatchedMoney.list.useInfiniteQuery({ limit: 40 }, byPage)
  const settled = admin.unmatchedMoney.list.useInfiniteQuery(
    { settled: true, limit: 40 },
    { ...byPage, enabled: waiting.isSuccess },
  )
  const shared = columnsIn(words)
  return (
    <Page title={m('unmatched_money')} lead={m('unmatched_lead')}>
      <Listing query={waiting} empty={{ title: m('no_unmatched'), words: m('no_unmatched_words') }}>
        {(items) => (
          <Table
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              ...shared,
              {
                head: <span className="unseen">{m('deed')}</span>,
                render: (one) => <LinkButton onClick={() => choose(one)}>{m('settle_money')}</LinkButton>,
                phone: 'wide',
              },
            ]}
          />
        )}
      </Listing>
      {waiting.isSuccess && (
        <section aria-labelledby="settled">
          <h2 id="settled">{m('settled_money')}</h2>
          <Listing query={settled} empty={{ title: m('no_settled'), words: m('no_settled_words') }}>
            {(items) => (
              <Table
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  ...shared,
                  {
                    head: m('settled_by'),
                    render: ({ settledByName, settledAt }) => (
                      <>
                        <span className="is-whole">{settledByName}</span>{' '}
                        {settledAt !== null && <small className="is-under">{shortTime(settledAt)}</small>}
                      </>
                    ),
                    phone: 'wide',
                    label: m('settled_by'),
                  },
                  { head: m('what_was_done'), render: ({ note }) => note, phone: 'wide', className: 'is-last' },
                ]}
              />
            )}
          </Listing>
        </section>
      )}
      <SettleDialog money={chosen} onClose={() => choose(null)} />
    </Page>
  )
}
