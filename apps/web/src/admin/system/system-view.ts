import type { AdminOutputs } from '../../outputs.ts'

export type SystemView = AdminOutputs['system']['get']
