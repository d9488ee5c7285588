import { engines } from '@comptoir/db/testing'
import { expect, test } from 'vitest'
import { openTestShop } from '../testing.ts'
import { takeStanding } from './take-standing.ts'

test.each(engines)(
  'a call goes on while its account stands, and asks to sign in once it does not (%s)',
  async (engine) => {
    await using shop = await openTestShop({ engine })
    const asked = (id: Parameters<typeof takeStanding>[1]) => shop.services.db.write((tx) => takeStanding(tx, id))
    const { admin } = await shop.staff()
    const colleague = await shop.staff('support')
    expect(await asked(colleague.userId)).toMatchObject({ id: colleague.userId, role: 'support', disabled: false })
    await admin.staff.disable({ id: colleague.userId, disabled: true })
    await expect(asked(colleague.userId)).rejects.toMatchObject({ code: 'sign_in_first' })
    const customer = await shop.customer({ password: 'correct horse' })
    await customer.shop.account.erase({ password: 'correct horse' })
    await expect(asked(customer.userId)).rejects.toMatchObject({ code: 'sign_in_first' })
  },
)
