import { useEffect } from 'react'

/** What another tab of this browser may have changed: the cart, or who is signed in. */
export type TabNews = 'cart' | 'person'

let line: BroadcastChannel | undefined
const open = () => (line ??= new BroadcastChannel('comptoir'))

/** Says to the browser's other tabs of the shop what changed here. */
export const tellOtherTabs = (news: TabNews): void => {
  // A channel reaches this origin only and takes no target.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  open().postMessage(news)
}

/** Hears what other tabs changed; never what this one did. */
export function useOtherTabs(hear: (news: TabNews) => void): void {
  useEffect(() => {
    const channel = open()
    const listen = ({ data }: MessageEvent) => {
      if (data === 'cart' || data === 'person') hear(data)
    }
    channel.addEventListener('message', listen)
    return () => channel.removeEventListener('message', listen)
  }, [hear])
}
