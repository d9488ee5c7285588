import { readSettings } from '@comptoir/db/stores/settings'
import { type Locale, locales } from '@comptoir/domain'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../context.ts'

/** Paper by day, as in the pages' own `theme-color`, which has the night too. */
const paper = '#fdfaf4'
const words = {
  fr: {
    description: 'Un magasin général : de bonnes choses, simplement.',
    cart: 'Panier',
    products: 'Tous les rayons',
  },
  en: { description: 'A general store: good things, plainly.', cart: 'Cart', products: 'All shelves' },
} satisfies Record<Locale, object>

const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
  ...{ src: `/pictures/${name}-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose },
})

/** What a device needs to install the shop: one manifest for each language, under the name that the shop gave itself. */
export const manifestOf = (locale: Locale, name: string) => ({
  ...{ id: '/', name, short_name: name, lang: locale, dir: 'ltr', start_url: `/${locale}`, scope: '/' },
  description: words[locale].description,
  ...{ display: 'standalone', background_color: paper, theme_color: paper },
  icons: [icon('icon', 192, 'any'), icon('icon', 512, 'any'), icon('icon-maskable', 512, 'maskable')],
  shortcuts: [
    { name: words[locale].products, url: `/${locale}/products` },
    { name: words[locale].cart, url: `/${locale}/cart` },
  ],
})

/** `/fr/shop.webmanifest` and `/en/shop.webmanifest`. */
export function mountManifest(app: FastifyInstance, services: Services): void {
  for (const locale of locales)
    app.get(`/${locale}/shop.webmanifest`, async (_, reply) => {
      const { shopName } = await readSettings(services.db.read)
      return reply
        .type('application/manifest+json; charset=utf-8')
        .header('cache-control', 'public, max-age=3600')
        .send(JSON.stringify(manifestOf(locale, shopName)))
    })
}
