import { admin } from '../../rpc.ts'
import { useMay } from '../use-may.ts'

/** Conversations that colleagues open, close or take are shown as they are now. */
export function useThreadChanges(): void {
  const may = useMay()
  const utils = admin.useUtils()
  admin.support.onChange.useSubscription(
    {},
    {
      enabled: may('support:read'),
      onData: ({ data }) => {
        void utils.support.list.invalidate()
        void utils.support.get.invalidate({ id: data.threadId })
      },
    },
  )
}
