// TS2339: Property 'everything' does not exist
import { createShopClient } from '@comptoir/client'

void createShopClient({ url: '' }).catalog.everything.query()
