import { breachIn } from '@comptoir/domain/books'
import { expect, test } from 'vitest'
import { onEachDatabase, openTestDatabase, type TestDatabase } from '../testing.ts'
import { writeExampleBooks } from './example-books.ts'
import { checkBooks } from './index.ts'

interface Corruption {
  name: string
  invariant: string
  /** What the breach must name. */
  subject: string
  plant: string
}

const corruptions: Corruption[] = [
  {
    name: 'a line that is not unit price x quantity',
    ...{
      invariant: 'INV-02',
      subject: 'line_paid',
      plant: `update order_lines set unit_cents = 1100 where id = 'line_paid'`,
    },
  },
  {
    name: 'an order total that its lines do not give',
    ...{ invariant: 'INV-02', subject: 'order_open' },
    plant: `update orders set total_cents = 1300, net_cents = 1100 where id = 'order_open'`,
  },
  {
    name: 'a tax group that its rate does not give',
    ...{ invariant: 'INV-02', subject: 'order_open' },
    plant: `update order_taxes set tax_cents = 201, net_cents = 999 where order_id = 'order_open'`,
  },
  {
    name: 'a refund of more than was captured',
    ...{ invariant: 'INV-03', subject: 'payment_back', plant: `update refunds set amount_cents = 1300` },
  },
  {
    name: 'a ledger entry of another amount',
    ...{ invariant: 'INV-04', subject: 'capture payment_paid EUR' },
    plant: `update ledger_entries set amount_cents = 1201 where id = 'entry_capture_order_paid_a'`,
  },
  {
    name: 'a paid order whose payment is missing',
    ...{ invariant: 'INV-05', subject: 'order_paid' },
    plant: `delete from payment_events where payment_id = 'payment_paid'`,
  },
  {
    name: 'money kept of an order that counts as unpaid',
    ...{ invariant: 'INV-05', subject: 'order_paid' },
    plant: `update orders set payment = 'unpaid' where id = 'order_paid'`,
  },
  {
    name: 'a charge that the gateway does not know',
    ...{
      invariant: 'INV-06',
      subject: 'payment_paid',
      plant: `delete from gateway_charges where key = 'payment_paid'`,
    },
  },
  {
    name: 'a charge that we do not know',
    ...{ invariant: 'INV-06', subject: 'payment_stray' },
    plant: `update gateway_charges set key = 'payment_stray' where key = 'payment_paid'`,
  },
  {
    name: 'money that the gateway never gave back',
    ...{ invariant: 'INV-06', subject: 'payment_back', plant: `delete from gateway_refunds` },
  },
  {
    name: 'a cancelled order that keeps its money',
    ...{ invariant: 'INV-07', subject: 'order_paid' },
    plant: `update orders set placement = 'cancelled' where id = 'order_paid'`,
  },
  {
    name: 'a shelf that its movements do not give',
    ...{ invariant: 'INV-11', subject: 'variant_1', plant: `update variants set on_hand = 8` },
  },
  {
    name: 'a movement that was deleted',
    ...{ invariant: 'INV-11', subject: 'variant_1', plant: `delete from stock_movements where kind = 'received'` },
  },
  {
    name: 'stock promised to nobody',
    ...{ invariant: 'INV-12', subject: 'variant_1', plant: `update variants set allocated = 2` },
  },
  {
    name: 'stock that came back twice',
    ...{ invariant: 'INV-13', subject: 'order_back variant_1' },
    plant: `update stock_movements set quantity = 2 where kind = 'return'`,
  },
  {
    name: 'a parcel that left without a movement',
    ...{ invariant: 'INV-13', subject: 'order_paid variant_1' },
    plant: `delete from stock_movements where id = 'movement_paid'`,
  },
  {
    name: 'a paid order without an invoice',
    ...{ invariant: 'INV-20', subject: 'order_paid' },
    plant: `delete from invoice_lines where invoice_id = 'invoice_paid'; delete from invoices where id = 'invoice_paid'`,
  },
  {
    name: 'a refund without a credit note',
    ...{ invariant: 'INV-20', subject: 'refund_back' },
    plant: `delete from credit_note_lines; delete from credit_notes`,
  },
  {
    name: 'a hole in the invoice numbers',
    ...{ invariant: 'INV-21', subject: '2026' },
    plant: `update invoices set serial = 3, number = 'F2026-000003' where id = 'invoice_back'`,
  },
  {
    name: 'an invoice number spelled by hand',
    ...{ invariant: 'INV-21', subject: 'F-1', plant: `update invoices set number = 'F-1' where id = 'invoice_paid'` },
  },
  {
    name: 'an invoice that was edited',
    ...{ invariant: 'INV-23', subject: 'F2026-000001' },
    plant: `update invoices set total_cents = 1100, net_cents = 900 where id = 'invoice_paid'`,
  },
  {
    name: 'an invoice line of another rate',
    ...{ invariant: 'INV-23', subject: 'F2026-000001' },
    plant: `update invoice_lines set rate_bp = 550 where invoice_id = 'invoice_paid'`,
  },
  {
    name: 'a status that the history does not end at',
    ...{ invariant: 'INV-30', subject: 'order_open' },
    plant: `update orders set status = 'validated', placement = 'validated' where id = 'order_open'`,
  },
  {
    name: 'a history with a missing row',
    ...{ invariant: 'INV-30', subject: 'order_paid #3' },
    plant: `delete from order_events where order_id = 'order_paid' and seq = 2`,
  },
  {
    name: 'a step that does not exist',
    ...{ invariant: 'INV-30', subject: 'order_paid #2' },
    plant: `update order_events set from_status = 'refunded' where order_id = 'order_paid' and seq = 2`,
  },
  {
    name: 'a status that the axes deny',
    ...{
      invariant: 'INV-32',
      subject: 'order_open',
      plant: `update orders set status = 'paid' where id = 'order_open'`,
    },
  },
  {
    name: 'a shipped order without a parcel',
    ...{ invariant: 'INV-32', subject: 'order_paid', plant: `delete from deliveries where order_id = 'order_paid'` },
  },
  {
    name: 'a kept document that was changed',
    ...{ invariant: 'INV-22', subject: 'F2026-000001' },
    plant: `update document_files set sha256 = '${'0'.repeat(64)}' where number = 'F2026-000001'`,
  },
  {
    name: 'a kept document that nobody issued',
    ...{ invariant: 'INV-22', subject: 'F2026-000009' },
    plant: `update document_files set number = 'F2026-000009' where number = 'F2026-000002'`,
  },
  {
    name: 'an ordered cart that is open again',
    ...{ invariant: 'INV-40', subject: 'order_open', plant: `update carts set state = 'open' where id = 'cart_open'` },
  },
  {
    name: 'an ordered cart that still counts as open',
    ...{
      invariant: 'INV-41',
      subject: 'cart_paid',
      plant: `update carts set owner_key = 'user_1' where id = 'cart_paid'`,
    },
  },
  {
    name: 'a missing event position',
    ...{ invariant: 'INV-52', subject: 'outbox', plant: `update outbox set position = 3 where position = 2` },
  },
  {
    name: 'an amount that no number of this program can hold',
    ...{ invariant: 'INV-01', subject: 'order_open' },
    plant: `update orders set goods_cents = 9007199254740993 where id = 'order_open'`,
  },
  {
    name: 'an amount in a currency of nobody',
    ...{ invariant: 'INV-01', subject: 'payment_paid' },
    plant: `update payments set currency = 'XXX' where id = 'payment_paid'`,
  },
  {
    name: 'an invoice that the ledger does not know',
    ...{ invariant: 'INV-04', subject: 'invoice_paid' },
    plant: `delete from ledger_entries where event = 'sale' and order_id = 'order_paid'`,
  },
  {
    name: 'money in the ledger that nobody paid',
    ...{ invariant: 'INV-04', subject: 'entry_capture_order_paid_a' },
    plant: `update ledger_entries set event_id = 'payment_9' where event = 'capture' and order_id = 'order_paid'`,
  },
  {
    name: 'a refund that the ledger holds at another amount',
    ...{ invariant: 'INV-04', subject: 'refund_back' },
    plant: `update ledger_entries set amount_cents = amount_cents / 2 where event = 'refund'`,
  },
  {
    name: 'a credit note that the ledger does not know',
    ...{ invariant: 'INV-04', subject: 'credit_back', plant: `delete from ledger_entries where event = 'credit'` },
  },
  {
    name: 'an order line that was changed after its invoice',
    ...{ invariant: 'INV-08', subject: 'line_paid' },
    plant: `update order_lines set quantity = 2, unit_cents = 600 where id = 'line_paid'`,
  },
  {
    name: 'a movement without a reason',
    ...{ invariant: 'INV-11', subject: 'movement_in' },
    plant: `update stock_movements set reason = '' where id = 'movement_in'`,
  },
  {
    name: 'goods that came back although the refund left them out',
    ...{ invariant: 'INV-13', subject: 'order_back variant_1', plant: `update refunds set restock = false` },
  },
  {
    name: 'an invoice without its buyer',
    ...{ invariant: 'INV-24', subject: 'F2026-000001' },
    plant: `update invoices set buyer = '{"name":"","email":"","address":{}}' where id = 'invoice_paid'`,
  },
  {
    name: 'a history row that names no call',
    ...{ invariant: 'INV-30', subject: 'order_paid #1' },
    plant: `update order_events set request_id = '' where order_id = 'order_paid' and seq = 1`,
  },
  {
    name: 'an order that was given back and lived on',
    ...{ invariant: 'INV-31', subject: 'order_back #5' },
    plant: `insert into order_events (id, order_id, seq, kind, from_status, to_status, actor, data, request_id, at)
      select 'event_x', order_id, 6, kind, 'refunded', 'shipped', 'guest', data, 'x', at from order_events
        where order_id = 'order_back' and seq = 5;
      update order_events set from_status = 'refunded', to_status = 'paid' where order_id = 'order_back' and seq = 5`,
  },
  {
    name: 'a refunded order whose refund is gone',
    ...{ invariant: 'INV-32', subject: 'order_back', plant: `delete from refunds where id = 'refund_back'` },
  },
  {
    name: 'a parcel that never arrived, of an order that did',
    ...{ invariant: 'INV-32', subject: 'order_paid' },
    plant: `update deliveries set delivered_at = null where order_id = 'order_paid'`,
  },
  {
    name: 'a payment that was captured twice',
    ...{ invariant: 'INV-51', subject: 'payment_paid' },
    plant: `drop index payment_events_once;
      insert into payment_events (id, payment_id, kind, reason, amount_cents, at)
      select 'event_again', payment_id, kind, reason, amount_cents, at from payment_events where id = 'event_paid_b'`,
  },
  {
    name: 'an event that was taken out of the middle',
    ...{ invariant: 'INV-52', subject: 'outbox', plant: `delete from outbox where position = 1` },
  },
  {
    name: 'work that is done and still held',
    ...{ invariant: 'INV-52', subject: 'event_job', plant: `update jobs set locked_until = run_at` },
  },
  {
    name: 'a step by a colleague that the trail does not know',
    ...{ invariant: 'INV-60', subject: 'order_paid #3', plant: `delete from audit where action = 'orders.shipped'` },
  },
  {
    name: 'a refund by a colleague that the trail does not know',
    ...{ invariant: 'INV-60', subject: 'refund_back', plant: `delete from audit where subject_id = 'order_back'` },
  },
  {
    name: 'a shelf that a colleague filled past the trail',
    ...{ invariant: 'INV-60', subject: 'movement_in' },
    plant: `update stock_movements set actor_id = 'user_2' where id = 'movement_in'`,
  },
  {
    name: 'a deed of nobody',
    ...{ invariant: 'INV-60', subject: 'audit_order_paid_2' },
    plant: `update audit set action = '' where id = 'audit_order_paid_2'`,
  },
  {
    name: 'a session that outlives its end',
    ...{ invariant: 'INV-62', subject: 'user_1', plant: `update sessions set kind = 'other'` },
  },
  {
    name: 'the secret of a colleague’s link in clear',
    ...{ invariant: 'INV-64', subject: 'user_2', plant: `update staff_links set token_hash = 'secret'` },
  },
  {
    name: 'the secret of a preview in clear',
    ...{ invariant: 'INV-64', subject: 'product_1', plant: `update product_previews set token_hash = 'secret'` },
  },
  {
    name: 'a card number in a message',
    ...{ invariant: 'INV-65', subject: 'message_1' },
    plant: `update messages set body = 'ma carte 4242 4242 4242 4242' where id = 'message_1'`,
  },
  {
    name: 'a card number in a note about a customer',
    ...{ invariant: 'INV-65', subject: 'note_1', plant: `update customer_notes set body = '4242424242424242'` },
  },
  {
    name: 'an order line of a product that is gone',
    ...{ invariant: 'INV-71', subject: 'line_open' },
    plant: `update order_lines set product_id = 'product_9' where id = 'line_open'`,
  },
  {
    name: 'an address without its town',
    ...{ invariant: 'INV-71', subject: 'address_1', plant: `update addresses set city = ''` },
  },
  {
    name: 'a link of a colleague that ended before it began',
    ...{ invariant: 'INV-71', subject: 'user_2', plant: `update staff_links set expires_at = created_at` },
  },
  {
    name: 'a preview that ended before it began',
    ...{ invariant: 'INV-71', subject: 'product_1', plant: `update product_previews set expires_at = created_at` },
  },
  {
    name: 'an import that is done and never ended',
    ...{ invariant: 'INV-71', subject: 'import_1', plant: `update import_jobs set finished_at = null` },
  },
  {
    name: 'an import whose file is gone',
    ...{ invariant: 'INV-71', subject: 'import_1', plant: `delete from import_files` },
  },
  {
    name: 'a thread that counts more unread than was written',
    ...{ invariant: 'B15', subject: 'thread_1', plant: `update threads set unread_by_customer = 2` },
  },
  {
    name: 'a thread that is sorted by the wrong instant',
    ...{ invariant: 'B15', subject: 'thread_1', plant: `update threads set last_message_at = created_at` },
  },
  {
    name: 'a person whom no search finds',
    ...{ invariant: 'B15', subject: 'user_1', plant: `delete from user_words where word = 'ada'` },
  },
  {
    name: 'an erased person whose name is still there',
    ...{ invariant: 'INV-66', subject: 'user_1' },
    plant: `update users set erased_at = created_at where id = 'user_1'`,
  },
  {
    name: 'an order that still says where an erased person lives',
    ...{ invariant: 'INV-66', subject: 'order_paid' },
    plant: `update users set erased_at = created_at where id = 'user_1'; update orders set user_id = 'user_1' where id = 'order_paid'`,
  },
  {
    name: 'an address in capitals',
    ...{
      invariant: 'INV-63',
      subject: 'user_1',
      plant: `update users set email = 'Ada@email.test' where id = 'user_1'`,
    },
  },
  {
    name: 'a speed that was counted on no day',
    ...{ invariant: 'INV-71', subject: 'heute home LCP', plant: `update page_speeds set day = 'heute'` },
  },
  {
    name: 'a password in clear',
    ...{ invariant: 'INV-64', subject: 'user_1', plant: `update users set password_hash = 'password123'` },
  },
  {
    name: 'a session secret in clear',
    ...{ invariant: 'INV-64', subject: 'user_1', plant: `update sessions set id = 'secret'` },
  },
  {
    name: 'an address that leads to no product',
    ...{ invariant: 'INV-16', subject: 'product_1', plant: `update products set slug = 'bolle'` },
  },
  {
    name: 'a product on the shelf that never came there',
    ...{ invariant: 'INV-71', subject: 'product_1', plant: `update products set shown_at = null` },
  },
  {
    name: 'a product price that no variant has',
    ...{ invariant: 'B15', subject: 'product_1', plant: `update products set min_price_cents = 900` },
  },
  {
    name: 'a product shown as sold out',
    ...{ invariant: 'B15', subject: 'product_1', plant: `update products set in_stock = false` },
  },
  {
    name: 'a revenue that a recount does not give',
    ...{ invariant: 'B15', subject: '2026-03-29', plant: `update sales_days set revenue_cents = 1200` },
  },
  {
    name: 'orders counted under a day on which none came',
    ...{ invariant: 'B15', subject: '2025-12-31 created' },
    plant: `insert into status_days (day, status, orders) values ('2025-12-31', 'created', 1)`,
  },
  {
    name: 'sales of a product that a recount does not give',
    ...{ invariant: 'B15', subject: '2026-03-29 product_1', plant: `update product_days set quantity = 3` },
  },
]

// Guards are lifted the way someone with the database's own tools would.
async function plantOn(db: TestDatabase, { plant }: Corruption): Promise<void> {
  if (db.engine === 'postgres') return db.execute(`set session_replication_role = replica; ${plant}`)
  const tables = [...plant.matchAll(/(?:update|delete from) (\w+)/g)].map(([, table]) => table)
  const lifted = tables.flatMap((table) =>
    ['update', 'delete'].map((verb) => `drop trigger if exists ${table}_no_${verb};`),
  )
  await db.execute(`pragma ignore_check_constraints = on; ${lifted.join(' ')} ${plant}`)
}

onEachDatabase('the check of the books', (open, engine) => {
  test('finds nothing in books that are right', async () => {
    await using db = await open()
    await writeExampleBooks(db)
    expect(await checkBooks(db.read)).toEqual([])
  })

  test('finds nothing in an empty shop', async () => {
    await using db = await open()
    expect(await checkBooks(db.read)).toEqual([])
  })

  test.each(corruptions)('finds $name', async (corruption) => {
    await using db = await open()
    await writeExampleBooks(db)
    await plantOn(db, corruption)
    const { invariant, subject } = corruption
    const breaches = await checkBooks(db.read)
    expect(breaches).toContainEqual(expect.objectContaining({ invariant, subject }))
    expect(breaches.every(({ words }) => words !== '' && !/[{}]/.test(words))).toBe(true)
    for (const { words } of breaches) expect(breachIn('fr', words), words).not.toBe(words)
  })
  test('finds the guard of the trail gone', async () => {
    await using db = await open()
    await writeExampleBooks(db)
    await db.execute(`drop trigger audit_no_${engine === 'sqlite' ? 'update' : 'change on audit'}`)
    expect(await checkBooks(db.read)).toMatchObject([{ invariant: 'INV-61', subject: 'audit' }])
  })

  test('finds what an open shop should have done by now', async () => {
    await using db = await open()
    await writeExampleBooks(db)
    expect(await checkBooks(db.read, { now: new Date('2026-03-29T00:30:59Z') })).toEqual([])
    expect(await checkBooks(db.read, { now: new Date('2026-03-29T00:31:01Z') })).toMatchObject([
      { invariant: 'INV-15', subject: 'order_open', words: 'the unpaid order open holds its stock past its deadline' },
      { invariant: 'INV-52', subject: 'event_out_2' },
    ])
  })

  test('names the first hundred breaches of a rule and counts the others', async () => {
    await using db = await open()
    await db.write((tx) =>
      tx
        .insert(tx.tables.limits)
        .values(
          Array.from({ length: 130 }, (_, i) => ({ key: `limit ${i}`, windowStartedAt: new Date(0), count: -1 })),
        ),
    )
    const breaches = await checkBooks(db.read)
    expect(breaches).toHaveLength(101)
    expect(breaches.at(-1)).toEqual({ invariant: 'INV-71', subject: '…', words: 'and 30 more like these' })
  })

  test('tells how far it has come', async () => {
    await using db = await open()
    const told: number[][] = []
    await checkBooks(db.read, { onProgress: (done, of) => told.push([done, of]) })
    const of = told.length
    expect(told).toEqual(Array.from({ length: of }, (_, i) => [i + 1, of]))
  })
})

test('finds a row whose parent is gone', async () => {
  await using db = await openTestDatabase('sqlite')
  await writeExampleBooks(db)
  await db.execute(`delete from users where id = 'user_1'`)
  expect(await checkBooks(db.read)).toContainEqual(
    expect.objectContaining({ invariant: 'INV-71', words: 'a row points to one of users that is not there' }),
  )
})
