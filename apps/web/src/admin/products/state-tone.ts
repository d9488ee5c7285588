import type { ProductState } from '@comptoir/domain/catalog'
import type { Tone } from '../../ui/states.tsx'

export const stateTone: Record<ProductState, Tone> = { draft: 'few', published: 'good', archived: 'gone' }
