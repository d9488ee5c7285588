import { takeFile } from '@comptoir/api/callers'
import type { Deed, Play } from './play.ts'
import type { Bag, Calls } from './visitor.ts'

type OrderId = `order_${string}`
type Step = 'validate' | 'ship' | 'deliver' | 'cancel' | 'refund'

/** A product of the run: sold as it is, with its slug for a name. */
export const productDraft = (slug: string, priceCents: number, stock: number) => ({
  ...{
    slug,
    category: null,
    state: 'published' as const,
    vatCategory: 'standard' as const,
    popularity: 0,
    options: [],
  },
  texts: { fr: { name: `Produit ${slug}` }, en: { name: `Product ${slug}` } },
  variants: [{ priceCents, stock }],
})

/** A product file as another shop would export it. */
const fileOf = (rows: readonly { slug: string; unitCents: number; stock: number }[]): string =>
  [
    'Handle,Title,Published,Option1 Name,Option1 Value,Variant Inventory Qty,Variant Price',
    ...rows.map(({ slug, unitCents, stock }) =>
      [slug, `Produit ${slug}`, 'true', 'Title', 'Default Title', stock, (unitCents / 100).toFixed(2)].join(','),
    ),
    '',
  ].join('\n')

/** Everything that colleagues do, each by someone who may. */
export function staffDeeds(play: Play, staff: Readonly<Record<string, Bag>>): Deed[] {
  const one = (...roles: string[]): Bag => {
    const who = staff[play.pick(roles) ?? 'admin']
    if (who === undefined) throw new Error('there is a colleague of each role')
    return who
  }
  /** Mostly an order for which the step makes sense, sometimes any. */
  const someOrder = (...statuses: string[]): OrderId | undefined => {
    const { orders } = play.seen()
    const fitting = orders.filter(({ status }) => statuses.includes(status))
    return play.pick(fitting.length > 0 && play.random() < 0.85 ? fitting : orders.slice(-10))?.id as
      | OrderId
      | undefined
  }
  const step =
    (
      name: Step,
      { roles, on }: { roles: string[]; on: string[] },
      run: (calls: Calls, id: OrderId, restock: boolean) => Promise<{ status: string }>,
    ) =>
    async () => {
      const id = someOrder(...on)
      if (id === undefined) return
      const restock = play.random() < 0.7
      await play.call({
        ...{ verb: `admin.${name}`, who: one(...roles), keyed: play.random() < 0.7 },
        ask: { verb: name, orderId: id, restock },
        run: (calls) => run(calls, id, restock),
        learn: ({ status }) => ({ orderId: id, status }),
      })
    }
  const adjust = async () => {
    const [variantId, goods] = play.pick([...play.model.goods]) ?? []
    if (variantId === undefined || goods === undefined) return
    const change = goods.onHand < 4 || play.random() < 0.5 ? play.whole(1, 6) : -play.whole(1, 4)
    const no = play.askNo()
    await play.call({
      ...{ verb: 'admin.adjustStock', who: one('catalogue', 'admin'), keyed: true },
      ask: { no, verb: 'adjust', variantId, change },
      run: (calls) => calls.admin.products.adjustStock({ variantId, change, reason: `ask ${no}` }),
    })
  }
  const price = () => play.whole(50, 200) * 10
  const reprice = async () => {
    const { slug = '' } = play.pick([...play.model.goods.values()]) ?? {}
    const who = one('catalogue', 'admin')
    const page = await play.call({
      verb: 'admin.products',
      who,
      run: (calls) => calls.admin.products.list({ search: '', limit: 100 }),
    })
    const id = page?.items.find((item) => item.slug === slug)?.id as `product_${string}` | undefined
    if (id === undefined) return
    const product = await play.call({ verb: 'admin.product', who, run: (calls) => calls.admin.products.get({ id }) })
    const variant = product?.variants[0]
    if (product === undefined || variant === undefined) return
    const unitCents = price()
    const { version } = product
    const known = { id: variant.id as `variant_${string}`, sku: variant.sku, priceCents: unitCents }
    await play.call({
      ...{ verb: 'admin.reprice', who, keyed: play.random() < 0.7 },
      ask: { verb: 'price', slug, unitCents },
      run: (calls) =>
        calls.admin.products.update({ ...productDraft(slug, unitCents, 0), id, version, variants: [known] }),
    })
  }
  /** A file with a new product and another price for one that is there: uploaded, checked, started, and then done in the background. */
  const importFile = async () => {
    const who = one('catalogue', 'admin')
    const no = play.askNo()
    const { slug: old = '' } = play.pick([...play.model.goods.values()]) ?? {}
    const rows = [
      { slug: `nouveau-${no}`, unitCents: price(), stock: play.whole(1, 8) },
      ...(old === '' ? [] : [{ slug: old, unitCents: price(), stock: 50 }]),
    ]
    const [fresh, changed] = rows
    if (fresh !== undefined)
      play.model.ask({ no, verb: 'goods', slug: fresh.slug, unitCents: fresh.unitCents, change: fresh.stock })
    if (changed !== undefined)
      play.model.ask({ no: play.askNo(), verb: 'price', slug: changed.slug, unitCents: changed.unitCents })
    const taken = await play.call({
      ...{ verb: 'imports.upload', who },
      run({ context }) {
        const ctx = context()
        if (ctx.user === null) throw new Error('colleagues are signed in')
        return takeFile({ ...ctx, user: ctx.user }, Buffer.from(fileOf(rows)), 'produits.csv')
      },
    })
    if (taken === undefined) return
    const id = taken.importId
    const checked = await play.call({
      ...{ verb: 'imports.check', who },
      run: (calls) => calls.admin.imports.check({ id, language: 'fr', vatCategory: 'standard' }),
    })
    if (checked !== undefined)
      await play.call({ verb: 'imports.start', who, run: (calls) => calls.admin.imports.start({ id }) })
  }

  return [
    [
      3,
      'validate',
      step('validate', { roles: ['support', 'admin'], on: ['created'] }, (calls, id) =>
        calls.admin.orders.validate({ id }),
      ),
    ],
    [
      5,
      'ship',
      step('ship', { roles: ['support', 'admin'], on: ['paid'] }, (calls, id) => calls.admin.orders.ship({ id })),
    ],
    [
      3,
      'deliver',
      step('deliver', { roles: ['support', 'admin'], on: ['shipped'] }, (calls, id) =>
        calls.admin.orders.deliver({ id }),
      ),
    ],
    [
      2,
      'cancel',
      step('cancel', { roles: ['support', 'finance', 'admin'], on: ['created', 'validated', 'paid'] }, (calls, id) =>
        calls.admin.orders.cancel({ id, reason: 'stock' }),
      ),
    ],
    [
      3,
      'refund',
      step('refund', { roles: ['finance', 'admin'], on: ['paid', 'shipped', 'delivered'] }, (calls, id, restock) =>
        calls.admin.orders.refund({ id, restock }),
      ),
    ],
    [4, 'adjustStock', adjust],
    [1.5, 'reprice', reprice],
    [0.8, 'import', importFile],
  ]
}
