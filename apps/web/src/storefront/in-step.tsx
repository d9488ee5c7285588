import { useCallback } from 'react'
import { shop } from '../rpc.ts'
import { useForgetHere } from './people/use-profile.ts'
import { type TabNews, useOtherTabs } from './tabs.ts'

/** Keeps this tab in step with the browser's others: a cart changed there is changed here. */
export function InStep() {
  const utils = shop.useUtils()
  const forget = useForgetHere()
  useOtherTabs(
    useCallback((news: TabNews) => void (news === 'cart' ? utils.cart.get.invalidate() : forget()), [utils, forget]),
  )
  return null
}
