// TS2345: Type '{}' is not assignable to type 'undefined'
import { createShopClient } from '@comptoir/client'

createShopClient({ url: '', credentials: 'include', tokens: {} })
