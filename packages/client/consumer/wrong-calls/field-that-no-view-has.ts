// TS2339: Property 'passwordHash' does not exist on type
import { createShopClient } from '@comptoir/client'

void createShopClient({ url: '' })
  .auth.profile.query()
  .then((profile) => profile.passwordHash)
