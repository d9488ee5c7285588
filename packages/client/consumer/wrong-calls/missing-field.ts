// TS2345: Property 'variantId' is missing
import { createShopClient } from '@comptoir/client'

void createShopClient({ url: '' }).cart.add.mutate({ quantity: 1 })
