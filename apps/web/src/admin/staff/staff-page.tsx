import { useState } from 'react'
import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { State } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { byPage } from '../by-page.ts'
import { Listing } from '../listing.tsx'
import { type Colleague, ColleagueAccess, ColleagueRole } from './colleague-row.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { type HandedOver, LinkDialog } from './link-dialog.tsx'

/** Who may enter the console, and as what. */
export function StaffPage() {
  const { m, shortTime } = useWords()
  const query = admin.staff.list.useInfiniteQuery({ limit: 50 }, byPage)
  const utils = admin.useUtils()
  const [inviting, setInviting] = useState(false)
  const [link, setLink] = useState<HandedOver | null>(null)
  const handOver = (made: HandedOver) => {
    setInviting(false)
    setLink(made)
    void utils.staff.list.invalidate()
  }
  const access = ({ disabled, linkEndsAt }: Colleague) =>
    disabled
      ? m('access_closed')
      : linkEndsAt === null
        ? m('access_open')
        : m('access_invited', { at: shortTime(linkEndsAt) })
  return (
    <Page
      title={m('colleagues')}
      aside={
        query.isSuccess && (
          <Button kind="primary" onClick={() => setInviting(true)}>
            {m('invite')}
          </Button>
        )
      }
    >
      <Listing query={query} empty={{ title: m('colleagues'), words: m('invite_words') }}>
        {(items) => (
          <Table
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                head: m('name'),
                render: ({ name, email, you }) => (
                  <>
                    <span className="is-whole">
                      <strong>{name || m('colleague_unnamed')}</strong> {you && <small>{m('you')}</small>}
                    </span>
                    <small className="is-under">{email}</small>
                  </>
                ),
                className: 'is-tall',
              },
              {
                head: m('role'),
                render: (one) => <ColleagueRole colleague={one} />,
                phone: 'end',
                className: 'is-first',
              },
              {
                head: m('access'),
                render: (one) => (
                  <State tone={one.disabled ? 'gone' : one.linkEndsAt === null ? 'good' : 'few'}>{access(one)}</State>
                ),
                phone: 'wide',
              },
              {
                head: <span className="unseen">{m('deed')}</span>,
                render: (one) => <ColleagueAccess colleague={one} onLink={handOver} />,
                phone: 'wide',
              },
            ]}
          />
        )}
      </Listing>
      <InviteDialog open={inviting} onClose={() => setInviting(false)} onLink={handOver} />
      <LinkDialog made={link} onClose={() => setLink(null)} />
    </Page>
  )
}
