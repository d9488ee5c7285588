import * as customers from '@comptoir/db/stores/customers'
import * as people from '@comptoir/db/stores/people'
import { refuse } from '@comptoir/domain'
import { isStaff, personQuery } from '@comptoir/domain/people'
import { AddCustomerNoteInput, CustomerIdInput, CustomersInput } from '@comptoir/domain/people/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { change } from '../../change.ts'
import { staffCall } from '../../staff-call.ts'
import { staff } from '../../trpc.ts'
import { addCustomerNote } from './add-customer-note.ts'
import { CustomerPageView, customerRows, CustomerView, customerView } from './customer-view.ts'

/** Customers, as the staff see them. */
export const customersForAdmin = {
  /** By the beginning of a name or an e-mail, else the newest first. Refuses: cursor_invalid. */
  list: staff
    .input(CustomersInput)
    .output(CustomerPageView)
    .query(async ({ ctx, input }) => {
      const word = personQuery(input.search ?? '')
      const { rows, nextCursor } =
        word === '' ? await customers.list(ctx.db.read, input) : await customers.search(ctx.db.read, word, input)
      return { items: await customerRows(ctx.db.read, rows), nextCursor }
    }),

  /** Refuses: customer_not_found. */
  get: staff
    .input(CustomerIdInput)
    .output(CustomerView)
    .query(async ({ ctx, input }) => {
      const account = await people.find(ctx.db.read, input.id)
      if (account === undefined || isStaff(account.role)) return refuse('customer_not_found')
      return customerView(ctx.db.read, account)
    }),

  /** Refuses: customer_not_found. */
  addNote: staff
    .input(AddCustomerNoteInput)
    .output(CustomerView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'customers.addNote', input, async (tx, fresh) =>
        customerView(tx, await addCustomerNote(tx, staffCall(ctx), input, fresh)),
      ),
    ),
} satisfies TRPCRouterRecord
