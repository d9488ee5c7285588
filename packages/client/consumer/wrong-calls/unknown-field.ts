// TS2353: 'colour' does not exist in type
import { createShopClient } from '@comptoir/client'

void createShopClient({ url: '' }).cart.add.mutate({ variantId: 'variant_1', quantity: 1, colour: 'red' })
