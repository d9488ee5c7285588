// TS2339: Property 'query' does not exist
import { createShopClient } from '@comptoir/client'

void createShopClient({ url: '' }).cart.clear.query()
