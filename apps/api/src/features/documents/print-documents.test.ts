import { createHash } from 'node:crypto'
import { readSettings, saveSettings } from '@comptoir/db/stores/settings'
import { describe, expect, test } from 'vitest'
import { addProduct, anAddress, checkoutOf, type Visit } from '../../testing-orders.ts'
import { wordsOfPdf } from '../../testing-papers.ts'
import { openTestShop, type TestShop } from '../../testing.ts'
import { creditNoteFile, invoiceFile, packingSlips, printedInvoices } from './print-documents.ts'

const shelf = async (shop: TestShop) => ({
  bowl: await addProduct(shop),
  tea: await addProduct(shop, { vatCategory: 'reduced', priceCents: 1055 }),
})

/** Orders three bowls and two teas and pays. */
async function paidOrder(shop: TestShop, visit: Visit, address = anAddress) {
  const { bowl, tea } = await shelf(shop)
  await visit.shop.cart.add({ variantId: bowl.variantId, quantity: 3 })
  const cart = await visit.shop.cart.add({ variantId: tea.variantId, quantity: 2 })
  const { order } = await visit.shop.orders.checkout({ ...checkoutOf(cart), address })
  const id = order.id as `order_${string}`
  await visit.shop.orders.pay({ id, card: 'card_success' })
  return { id, reference: order.reference }
}

// The way someone with the database's own tools would.
async function emptyCatalogue({ database, db }: TestShop): Promise<void> {
  const parts = ['product_option_texts', 'product_option_values', 'product_options', 'product_texts', 'product_words']
  const tables = [
    'holds',
    'stock_movements',
    'images',
    'variants',
    ...parts,
    'products',
    'category_texts',
    'categories',
  ]
  const wipe = tables.map((table) => `delete from ${table};`).join(' ')
  await database.execute(`pragma foreign_keys = off; drop trigger stock_movements_no_delete; ${wipe}`)
  for (const table of [db.read.tables.products, db.read.tables.variants]) expect(await db.read.$count(table)).toBe(0)
}

const filesOf = (shop: TestShop) => shop.db.read.select().from(shop.db.read.tables.documentFiles)

describe('an invoice on paper', () => {
  test('says in French who sells, who buys, what, and the VAT of each rate', async () => {
    await using shop = await openTestShop()
    const { id, reference } = await paidOrder(shop, await shop.customer())
    const { name, bytes } = await invoiceFile(shop.services, id)
    expect(name).toBe('F2026-000001')
    const [text = ''] = await wordsOfPdf(bytes)
    const mentions = ['Facture F2026-000001', reference, '22 novembre 2026', 'SIREN 000 000 000', 'FR00000000000']
    const people = ['Comptoir', 'SAS au capital de 10 000 €', '12 rue du Marché', 'Camille Roux', '8 rue des Lilas']
    // 36.00 + 4.90 of delivery at 20 %, 21.10 at 5.5 %.
    const amounts = ['34,08 €', '6,82 €', '20,00 €', '1,10 €', '54,08 €', '7,92 €', '62,00 €', '5,5 %', '20 %']
    const nature = ['livraison de biens', 'Payée le 22 novembre 2026', 'page 1 sur 1']
    for (const words of [...mentions, ...people, ...amounts, ...nature]) expect(text, words).toContain(words)
  })

  test('speaks the language of its order', async () => {
    await using shop = await openTestShop()
    const { id } = await paidOrder(shop, shop.visit({ user: (await shop.customer()).bag.user, locale: 'en' }))
    const [text = ''] = await wordsOfPdf((await invoiceFile(shop.services, id)).bytes)
    for (const words of ['Invoice F2026-000001', '22 November 2026', '€62.00', '5.5%', 'Stoneware bowl', 'France'])
      expect(text, words).toContain(words)
  })

  test('keeps names of every script that it can draw, and its fonts inside', async () => {
    await using shop = await openTestShop()
    const address = { ...anAddress, name: 'Αλέξανδρος Ψ', line1: 'Łódź 3ᵉ', city: 'Пловдив' }
    const { id } = await paidOrder(shop, await shop.customer(), address)
    const { bytes } = await invoiceFile(shop.services, id)
    const [text = ''] = await wordsOfPdf(bytes)
    for (const words of ['Αλέξανδρος Ψ', 'Łódź 3ᵉ', 'Пловдив']) expect(text, words).toContain(words)
    expect(bytes.toString('latin1')).not.toContain('/Helvetica')
  })

  test('is drawn once: the same bytes whatever happens to the shop, its settings and its catalogue', async () => {
    await using shop = await openTestShop({ checked: false })
    const { id } = await paidOrder(shop, await shop.customer())
    const { bytes } = await invoiceFile(shop.services, id)
    const [kept] = await filesOf(shop)
    expect(kept?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    shop.clock.advance(400 * 24 * 3600 * 1000)
    await shop.db.write(async (tx) => {
      const { seller } = await readSettings(tx)
      await saveSettings(tx, { seller: { ...seller, name: 'Autre maison' }, timeZone: 'Asia/Tokyo' })
    })
    await emptyCatalogue(shop)
    expect((await invoiceFile(shop.services, id)).bytes.equals(bytes)).toBe(true)
    expect(await filesOf(shop)).toHaveLength(1)
  })

  test('reads from its own rows when the catalogue is gone before it was first drawn', async () => {
    await using shop = await openTestShop({ checked: false })
    const { id } = await paidOrder(shop, await shop.customer())
    await emptyCatalogue(shop)
    const [text = ''] = await wordsOfPdf((await invoiceFile(shop.services, id)).bytes)
    expect(text).toContain('Bol en grès')
  })

  test('gives the same bytes when it is drawn again a year later, and is kept once when two ask at once', async () => {
    await using shop = await openTestShop()
    const { id } = await paidOrder(shop, await shop.customer())
    const drawn: Buffer[] = []
    for (const years of [0, 1]) {
      shop.clock.advance(years * 366 * 24 * 3600 * 1000)
      drawn.push((await printedInvoices({ db: shop.db, clock: () => new Date(0) }, [id])).bytes)
    }
    expect(drawn[0]?.equals(drawn[1] ?? Buffer.alloc(0))).toBe(true)
    const [first, second] = await Promise.all([invoiceFile(shop.services, id), invoiceFile(shop.services, id)])
    expect(first.bytes.equals(second.bytes)).toBe(true)
    expect(await filesOf(shop)).toHaveLength(1)
  })

  test('runs over several sheets without losing a line, each with its number', async () => {
    await using shop = await openTestShop()
    const alice = await shop.customer()
    for (let i = 1; i <= 40; i++) {
      const text = { name: `Pièce ${i}.`, line: '', description: '', facts: [], keywords: '' }
      const { variantId } = await addProduct(shop, { texts: { fr: text, en: text } })
      await alice.shop.cart.add({ variantId, quantity: 1 })
    }
    const { order } = await alice.shop.orders.checkout(checkoutOf(await alice.shop.cart.get({})))
    await alice.shop.orders.pay({ id: order.id, card: 'card_success' })
    const sheets = await wordsOfPdf((await invoiceFile(shop.services, order.id as `order_${string}`)).bytes)
    expect(sheets.length).toBeGreaterThan(1)
    sheets.forEach((text, i) => expect(text).toContain(`page ${i + 1} sur ${sheets.length}`))
    for (let i = 1; i <= 40; i++) expect(sheets.join(' ')).toContain(`Pièce ${i}.`)
    expect(sheets.filter((text) => text.includes('Total TTC'))).toHaveLength(1)
  })

  test('is refused while the order is unpaid', async () => {
    await using shop = await openTestShop()
    const alice = await shop.customer()
    const { variantId } = await addProduct(shop)
    const cart = await alice.shop.cart.add({ variantId, quantity: 1 })
    const { order } = await alice.shop.orders.checkout(checkoutOf(cart))
    await expect(invoiceFile(shop.services, order.id as `order_${string}`)).rejects.toThrow('no invoice')
  })
})

test('a credit note on paper names the invoice it corrects and what is given back', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await paidOrder(shop, alice)
  await alice.shop.orders.cancel({ id })
  const { name, bytes } = await creditNoteFile(shop.services, id, 'A2026-000001')
  expect(name).toBe('A2026-000001')
  const [text = ''] = await wordsOfPdf(bytes)
  for (const words of [
    'Avoir A2026-000001',
    'Facture corrigée',
    'corrige la facture F2026-000001',
    '62,00 €',
    '6,82 €',
  ])
    expect(text, words).toContain(words)
  await expect(creditNoteFile(shop.services, id, 'A2026-000002')).rejects.toThrow('does not exist')
})

describe('for the parcels', () => {
  test('packing slips come in the order asked for, with pieces and places and without a price', async () => {
    await using shop = await openTestShop()
    const first = await paidOrder(shop, await shop.customer())
    const second = await paidOrder(shop, await shop.customer())
    const sheets = await wordsOfPdf((await packingSlips(shop.services, [second.id, first.id])).bytes)
    expect(sheets).toHaveLength(2)
    expect(sheets[0]).toContain(`Bon de livraison ${second.reference}`)
    expect(sheets[1]).toContain(`Bon de livraison ${first.reference}`)
    for (const text of sheets) {
      for (const words of ['8 rue des Lilas', '69003 Lyon', '5 articles dans ce colis']) expect(text).toContain(words)
      expect(text.replaceAll('10 000 €', '')).not.toMatch(/€|\d,\d\d/)
    }
    expect(await filesOf(shop)).toHaveLength(0)
  })

  test('invoices are printed together from the same drawing, each with its own sheets', async () => {
    await using shop = await openTestShop()
    const first = await paidOrder(shop, await shop.customer())
    const second = await paidOrder(shop, await shop.customer())
    const together = await wordsOfPdf((await printedInvoices(shop.services, [second.id, first.id])).bytes)
    const alone = await wordsOfPdf((await invoiceFile(shop.services, second.id)).bytes)
    expect(together).toHaveLength(2)
    expect(together[0]).toBe(alone[0])
    expect(together[1]).toContain('F2026-000001')
  })
})
