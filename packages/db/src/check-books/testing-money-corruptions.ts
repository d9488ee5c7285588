import type { Corruption } from './testing-corruptions.ts'

/** More of what can be wrong with lines, money, the ledger and the goods behind them. */
export const moneyCorruptions: readonly Corruption[] = [
  {
    name: 'lines of a rate that no tax group holds',
    ...{ invariant: 'INV-02', subject: 'order_open' },
    plant: `update order_lines set rate_bp = 550 where id = 'line_open'`,
  },
  {
    name: 'an order of nothing',
    ...{ invariant: 'INV-02', subject: 'order_open', plant: `delete from order_lines where id = 'line_open'` },
  },
  {
    name: 'a line that gives money away',
    ...{ invariant: 'INV-09', subject: 'line_open' },
    plant: `update order_lines set net_cents = -1000, tax_cents = -200, gross_cents = -1200 where id = 'line_open'`,
  },
  {
    name: 'an order with less than no discount',
    ...{ invariant: 'INV-09', subject: 'order_open' },
    plant: `update orders set discount_cents = -1 where id = 'order_open'`,
  },
  {
    name: 'a refund of money that never came',
    ...{ invariant: 'INV-03', subject: 'refund_back' },
    plant: `delete from payment_events where payment_id = 'payment_back' and kind = 'captured'`,
  },
  {
    name: 'more money kept than the order costs',
    ...{ invariant: 'INV-03', subject: 'order_paid' },
    plant: `update payment_events set amount_cents = 1201 where payment_id = 'payment_paid' and kind = 'captured'`,
  },
  {
    name: 'a ledger that does not come to zero',
    ...{ invariant: 'INV-04', subject: 'EUR' },
    plant: `update ledger_entries set amount_cents = 1201 where id = 'entry_capture_order_paid_a'`,
  },
  {
    name: 'one event in two currencies',
    ...{ invariant: 'INV-04', subject: 'capture payment_paid USD' },
    plant: `update ledger_entries set currency = 'USD' where id = 'entry_capture_order_paid_a'`,
  },
  {
    name: 'VAT that was booked as earned',
    ...{ invariant: 'INV-04', subject: 'F2026-000001' },
    plant: `update ledger_entries set account = 'delivery' where id = 'entry_sale_order_paid_c'`,
  },
  {
    name: 'VAT of a sale under another rate than its invoice says',
    ...{ invariant: 'INV-04', subject: 'F2026-000001' },
    plant: `update ledger_entries set account = 'vat:reduced' where id = 'entry_sale_order_paid_c'`,
  },
  {
    name: 'VAT given back in another amount than its credit note says',
    ...{ invariant: 'INV-04', subject: 'A2026-000001' },
    plant: `update ledger_entries set amount_cents = 201 where id = 'entry_credit_order_back_c';
      update ledger_entries set amount_cents = 999 where id = 'entry_credit_order_back_b'`,
  },
  {
    name: 'goods that the ledger calls delivery',
    ...{ invariant: 'INV-04', subject: 'F2026-000001' },
    plant: `update ledger_entries set account = 'delivery' where id = 'entry_sale_order_paid_b'`,
  },
  {
    name: 'goods given back that the ledger calls delivery',
    ...{ invariant: 'INV-04', subject: 'A2026-000001' },
    plant: `update ledger_entries set account = 'delivery' where id = 'entry_credit_order_back_b'`,
  },
  {
    name: 'a ledger entry of an order that nobody knows',
    ...{ invariant: 'INV-71', subject: 'entry_capture_order_paid_a' },
    plant: `update ledger_entries set order_id = 'order_9' where id = 'entry_capture_order_paid_a'`,
  },
  {
    name: 'a line of a variant that nobody knows',
    ...{ invariant: 'INV-71', subject: 'line_open' },
    plant: `update order_lines set variant_id = 'variant_9' where id = 'line_open'`,
  },
  {
    name: 'a movement that names no call',
    ...{ invariant: 'INV-11', subject: 'movement_in' },
    plant: `update stock_movements set request_id = '' where id = 'movement_in'`,
  },
  {
    name: 'goods that left without being ordered',
    ...{ invariant: 'INV-13', subject: 'order_open variant_1' },
    plant: `update stock_movements set order_id = 'order_open' where id = 'movement_paid'`,
  },
  {
    name: 'an invoice number that would be left out',
    ...{
      invariant: 'INV-21',
      subject: 'invoice:2026',
      plant: `update counters set value = 5 where name = 'invoice:2026'`,
    },
  },
  {
    name: 'an invoice number that would be given twice',
    ...{ invariant: 'INV-21', subject: 'credit:2026', plant: `delete from counters where name = 'credit:2026'` },
  },
  {
    name: 'an order that was invoiced twice',
    ...{ invariant: 'INV-20', subject: 'order_paid' },
    plant: `drop index invoices_once; update invoices set order_id = 'order_paid' where id = 'invoice_back'`,
  },
  {
    name: 'a credit note for another order’s invoice',
    ...{ invariant: 'INV-23', subject: 'A2026-000001' },
    plant: `update credit_notes set invoice_id = 'invoice_paid', invoice_number = 'F2026-000001'`,
  },
  {
    name: 'an order line that was given another name after its invoice',
    ...{
      invariant: 'INV-08',
      subject: 'line_paid',
      plant: `update order_lines set name = 'Vase' where id = 'line_paid'`,
    },
  },
  {
    name: 'a payment of another amount than was asked for',
    ...{ invariant: 'INV-05', subject: 'payment_paid' },
    plant: `update payments set amount_cents = 1100 where id = 'payment_paid'`,
  },
  {
    name: 'money that the gateway gave back unasked',
    ...{ invariant: 'INV-06', subject: 'refund_stray' },
    plant: `insert into gateway_refunds (key, charge_key, amount_cents, state, at)
      select 'refund_stray', 'payment_stray', amount_cents, state, at from gateway_refunds`,
  },
  {
    name: 'a document line without a name',
    ...{ invariant: 'INV-24', subject: 'F2026-000001' },
    plant: `update invoice_lines set name = '' where invoice_id = 'invoice_paid'`,
  },
  {
    name: 'a credit note that its lines do not give',
    ...{ invariant: 'INV-23', subject: 'A2026-000001' },
    plant: `update credit_note_lines set rate_bp = 550 where credit_note_id = 'credit_back'`,
  },
  {
    name: 'a parcel of an order that was not shipped',
    ...{ invariant: 'INV-32', subject: 'order_paid' },
    plant: `update orders set delivery = 'none' where id = 'order_paid'`,
  },
]
