import { admin } from '../../rpc.ts'
import { useLive } from '../use-live.ts'
import { useMay } from '../use-may.ts'

/** Conversations that colleagues open, close or take are shown as they are now. */
export function useThreadChanges(): void {
  const may = useMay()
  const utils = admin.useUtils()
  useLive(may('support:read') ? { about: 'threads' } : null, (told) => {
    if (told.news !== 'thread') return
    void utils.support.list.invalidate()
    void utils.support.get.invalidate({ id: told.thread.threadId })
  })
}
