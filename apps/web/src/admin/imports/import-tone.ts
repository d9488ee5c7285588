import type { AdminOutputs } from '../../outputs.ts'
import type { Tone } from '../../ui/states.tsx'

export type Import = AdminOutputs['imports']['get']

export const importTone: Record<Import['state'], Tone> = {
  ...{ uploaded: 'quiet', checked: 'few', running: 'few', done: 'good', failed: 'hot' },
}
