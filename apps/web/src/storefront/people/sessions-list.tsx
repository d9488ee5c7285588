import { shop } from '../../rpc.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'

/** Where the account is signed in, with the way to end each of the others, or all of them. */
export function SessionsList() {
  const { m, dateTime } = useWords()
  const [{ items }] = shop.auth.sessions.useSuspenseQuery()
  const utils = shop.useUtils()
  const options = {
    onSuccess: (now: Parameters<typeof utils.auth.sessions.setData>[1]) => utils.auth.sessions.setData(undefined, now),
  }
  const end = shop.auth.endSession.useMutation(options)
  const endOthers = shop.auth.endOtherSessions.useMutation(options)
  return (
    <>
      <ul className="sessions">
        {items.map(({ id, device, createdAt, current }) => (
          <li key={id}>
            <span>{device || m('unknown_device')}</span>
            <small>{m('open_since', { at: dateTime(createdAt) })}</small>
            {current ? (
              <strong>{m('this_device')}</strong>
            ) : (
              <LinkButton aria-label={m('end_session_named', { device })} onClick={() => end.mutate({ id })}>
                {m('end_session')}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
      <ProblemNotice error={end.error ?? endOthers.error} />
      {items.length > 1 && (
        <Button busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {m('end_other_sessions')}
        </Button>
      )}
    </>
  )
}
