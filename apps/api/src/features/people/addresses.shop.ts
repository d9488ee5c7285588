import type { Writer } from '@comptoir/db'
import * as addresses from '@comptoir/db/stores/addresses'
import { AddressIdInput, AddressesInput, SaveAddressInput } from '@comptoir/domain/people/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { change, type Fresh } from '../../change.ts'
import type { Context, CurrentUser } from '../../context.ts'
import { signedIn } from '../../trpc.ts'
import { AddressBookView, addressBookView } from './address-book-view.ts'
import { removeAddress, saveAddress, setDefaultAddress } from './change-addresses.ts'

/** A change of the caller's book; answers the book as it is then. */
const inBook = (
  ctx: Context & { user: CurrentUser },
  operation: string,
  input: unknown,
  work: (tx: Writer, fresh: Fresh) => Promise<void>,
): Promise<AddressBookView> =>
  change(ctx, operation, input, async (tx, fresh) => {
    await work(tx, fresh)
    return addressBookView(await addresses.list(tx, ctx.user.id))
  })

/** The addresses that a shopper keeps for the next order. */
export const addressesForShop = {
  list: signedIn
    .input(AddressesInput)
    .output(AddressBookView)
    .query(async ({ ctx }) => addressBookView(await addresses.list(ctx.db.read, ctx.user.id))),

  /** Refuses: address_not_found, address_book_full. */
  save: signedIn
    .input(SaveAddressInput)
    .output(AddressBookView)
    .mutation(({ ctx, input }) =>
      inBook(ctx, 'addresses.save', input, (tx, fresh) => saveAddress(tx, ctx.user.id, input, fresh)),
    ),

  /** Refuses: address_not_found. */
  setDefault: signedIn
    .input(AddressIdInput)
    .output(AddressBookView)
    .mutation(({ ctx, input }) =>
      inBook(ctx, 'addresses.setDefault', input, (tx) => setDefaultAddress(tx, ctx.user.id, input.id)),
    ),

  /** Refuses: address_not_found. */
  remove: signedIn
    .input(AddressIdInput)
    .output(AddressBookView)
    .mutation(({ ctx, input }) =>
      inBook(ctx, 'addresses.remove', input, (tx) => removeAddress(tx, ctx.user.id, input.id)),
    ),
} satisfies TRPCRouterRecord
