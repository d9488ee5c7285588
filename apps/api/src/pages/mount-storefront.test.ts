import cookie from '@fastify/cookie'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { openTestShop } from '../testing.ts'
import { storefrontPages } from './mount-storefront.ts'
import type { PageRenderer } from './page-renderer.ts'

/** A shop whose pages show the cart of whoever reads them. */
async function openStorefront() {
  const shop = await openTestShop()
  const app = Fastify()
  await app.register(cookie, { secret: 'c'.repeat(40) })
  const renderer: PageRenderer = {
    keptPolicy: "default-src 'self'",
    async open({ call }) {
      const cart = JSON.stringify(await call({ path: 'cart.get', type: 'query', input: undefined }))
      return {
        status: 200,
        async *pieces() {
          yield cart
        },
      }
    },
  }
  app.get('/fr', await storefrontPages(app, shop.services, renderer, new URL('https://comptoir.test')))
  return {
    shop,
    read: (headers: Record<string, string> = {}) => app.inject({ url: '/fr', headers }),
    async [Symbol.asyncDispose]() {
      await app.close()
      await shop[Symbol.asyncDispose]()
    },
  }
}

test.each(['cart-token', 'order-access', 'preview-token', 'authorization'])(
  'a page that was made for a program with %s is kept for nobody',
  async (header) => {
    await using storefront = await openStorefront()
    const own = await storefront.read({ [header]: 'x'.repeat(43) })
    expect(own.headers['cache-control']).toBe('no-store')
    const others = await storefront.read()
    expect(others.headers['cache-control']).toContain('public')
  },
)
