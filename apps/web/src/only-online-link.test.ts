import { createTRPCUntypedClient, TRPCClientError, type TRPCLink } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'
import { observable } from '@trpc/server/observable'
import { afterEach, expect, test, vi } from 'vitest'
import { onlyOnline } from './only-online-link.ts'

afterEach(() => vi.unstubAllGlobals())

function openLine() {
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
  vi.stubGlobal('document', {})
  vi.stubGlobal('navigator', { onLine: false })
  const { sent, pay } = openLine()
  await expect(pay()).rejects.toThrow(TRPCClientError)
  vi.stubGlobal('navigator', { onLine: true })
  expect(sent).toEqual([])
  expect(await pay()).toBe('sent')
  expect(sent).toEqual(['orders.pay'])
})

test('on a server there is no such question', async () => {
  const { sent, pay } = openLine()
  await pay()
  expect(sent).toEqual(['orders.pay'])
})
