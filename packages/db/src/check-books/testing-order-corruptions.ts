import type { Corruption } from './testing-corruptions.ts'

/** What can be wrong with amounts, stock, documents and the state of orders. */
export const orderCorruptions: readonly Corruption[] = [
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
    name: 'an address that leads to no product',
    ...{ invariant: 'INV-16', subject: 'product_1', plant: `update products set slug = 'bolle'` },
  },
]
