// TS2322: Type 'string' is not assignable to type 'number'
import { createShopClient } from '@comptoir/client'

void createShopClient({ url: '' }).cart.add.mutate({ variantId: 'variant_1', quantity: 'two' })
