// TS2345|TS2741: Property 'variantId' is missing
import { createShopClient } from '@comptoir/client'

void createShopClient({ url: '' }).cart.add.mutate({ quantity: 1 })
