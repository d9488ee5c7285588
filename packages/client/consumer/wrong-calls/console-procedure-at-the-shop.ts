// TS2339: Property 'stats' does not exist
import { createShopClient } from '@comptoir/client'

void createShopClient({ url: '' }).stats.overview.query({})
