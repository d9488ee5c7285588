import { createTRPCUntypedClient, type TRPCLink } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'
import { observable } from '@trpc/server/observable'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => void vi.resetModules())
afterEach(() => void vi.unstubAllGlobals())

async function openLine() {
  const { onlyOnline } = await import('./only-online-link.ts')
  const sent: string[] = []
  const shop: TRPCLink<AnyTRPCRouter> =
    () =>
    ({ op }) =>
      observable((observer) => {
        sent.push(op.path)
        observer.next({ result: { type: 'data', data: 'sent' } })
        observer.complete()
      })
  const client = createTRPCUntypedClient<AnyTRPCRouter>({ links: [onlyOnline(), shop] })
  return { sent, pay: () => client.mutation('orders.pay') }
}

test('without a network nothing is sent, and it is said at once', async () => {
  const browser = new EventTarget()
  vi.stubGlobal('document', { documentElement: { dataset: {} } })
  vi.stubGlobal('addEventListener', browser.addEventListener.bind(browser))
  const { sent, pay } = await openLine()
  browser.dispatchEvent(new Event('offline'))
  await expect(pay()).rejects.toThrow('no network')
  browser.dispatchEvent(new Event('online'))
  expect(sent).toEqual([])
  expect(await pay()).toBe('sent')
  expect(sent).toEqual(['orders.pay'])
})

test('a page that was made without the shop sends nothing', async () => {
  vi.stubGlobal('document', { documentElement: { dataset: { offline: '' } } })
  vi.stubGlobal('addEventListener', () => undefined)
  const { sent, pay } = await openLine()
  await expect(pay()).rejects.toThrow('no network')
  expect(sent).toEqual([])
})

test('on a server there is no such question', async () => {
  const { sent, pay } = await openLine()
  await pay()
  expect(sent).toEqual(['orders.pay'])
})
