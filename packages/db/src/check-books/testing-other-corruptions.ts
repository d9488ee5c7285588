import type { Corruption } from './testing-corruptions.ts'

/** What can be wrong with carts, calls, events, people, secrets, and with figures that are kept. */
export const otherCorruptions: readonly Corruption[] = [
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
    name: 'money that was settled without a deed in the trail',
    ...{ invariant: 'INV-60', subject: 'payment_aside' },
    plant: `delete from audit where subject_id = 'payment_aside'`,
  },
  {
    name: 'a card number in the note on settled money',
    ...{ invariant: 'INV-65', subject: 'payment_aside' },
    plant: `update unmatched_money set note = '4242 4242 4242 4242' where key = 'payment_aside'`,
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
    name: 'a product on the shelf without its words in a language',
    ...{ invariant: 'INV-71', subject: 'product_1', plant: `delete from product_words where language = 'en'` },
  },
  {
    name: 'words of a product that stand in another place of the order of popularity',
    ...{ invariant: 'INV-71', subject: 'product_1', plant: `update products set search_no = 7` },
  },
  {
    name: 'a word of a product that no search knows',
    ...{ invariant: 'INV-71', subject: 'product_1', plant: `delete from search_words where beginning = 'bleu'` },
  },
  {
    name: 'a word that a search does not know until it is written to its end',
    ...{ invariant: 'INV-71', subject: 'product_1', plant: `delete from search_words where beginning = 'ble'` },
  },
  {
    name: 'a word that a search takes for the beginning of another',
    ...{ invariant: 'INV-71', subject: 'product_1' },
    plant: `update search_words set whole = false where beginning = 'blue'`,
  },
  {
    name: 'a word that a search looks for among other kinds of product only',
    ...{ invariant: 'INV-71', subject: 'product_1' },
    plant: `update search_words set kinds = '一' where beginning = 'bowl'`,
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
    name: 'an address in capitals',
    ...{
      invariant: 'INV-63',
      subject: 'user_1',
      plant: `update users set email = 'Ada@email.test' where id = 'user_1'`,
    },
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
  {
    name: 'the secret of a token in clear',
    ...{ invariant: 'INV-64', subject: 'token_1', plant: `update tokens set secret_hash = 'x' where id = 'token_1'` },
  },
  {
    name: 'a token of a person that calls itself an app’s',
    ...{ invariant: 'INV-62', subject: 'token_1', plant: `update tokens set kind = 'app' where id = 'token_1'` },
  },
  {
    name: 'a token of an app that calls itself a person’s',
    ...{ invariant: 'INV-62', subject: 'token_2', plant: `delete from apps where user_id = 'user_3'` },
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
    name: 'what was written about money of an erased person',
    ...{ invariant: 'INV-66', subject: 'order_open' },
    plant: `update users set erased_at = (select max(ends_at) from tokens) where id = 'user_1';
      update orders set user_id = 'user_1', email = (select email from users where id = 'user_1'), access_token_hash = null
      where id = 'order_open'`,
  },
  {
    name: 'a speed that was counted on no day',
    ...{ invariant: 'INV-71', subject: 'heute home LCP', plant: `update page_speeds set day = 'heute'` },
  },
]
