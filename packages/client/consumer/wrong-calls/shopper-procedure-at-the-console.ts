// TS2339: Property 'cart' does not exist
import { createAdminClient } from '@comptoir/client'

void createAdminClient({ url: '' }).cart.get.query()
