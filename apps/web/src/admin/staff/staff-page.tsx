import { useState } from 'react'
import type { AdminOutputs } from '../../outputs.ts'
import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words.tsx'
import { Answer } from '../forbidden.tsx'
import { ColleagueRow } from './colleague-row.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { type HandedOver, LinkDialog } from './link-dialog.tsx'

type Colleagues = AdminOutputs['staff']['list']

/** Who may enter the console, and as what. */
export function StaffPage() {
  const { m } = useWords()
  const query = admin.staff.list.useQuery()
  const utils = admin.useUtils()
  const [inviting, setInviting] = useState(false)
  const [link, setLink] = useState<HandedOver | null>(null)
  const settled = (now: Colleagues) => utils.staff.list.setData(undefined, now)
  const handOver = (made: HandedOver) => {
    setInviting(false)
    setLink(made)
    void utils.staff.list.invalidate()
  }
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
      <Answer query={query}>
        {({ items }) => (
          <div className="table-scroll">
            <table className="table">
              <thead>
                <tr>
                  <th>{m('name')}</th>
                  <th>{m('email')}</th>
                  <th>{m('role')}</th>
                  <th>{m('access')}</th>
                  <th>{m('deed')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((colleague) => (
                  <ColleagueRow key={colleague.id} colleague={colleague} settled={settled} onLink={handOver} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Answer>
      <InviteDialog open={inviting} onClose={() => setInviting(false)} onLink={handOver} />
      <LinkDialog made={link} onClose={() => setLink(null)} />
    </Page>
  )
}
