import { type Engine, engines } from '@comptoir/db/testing'

/** The engines to try: both, or the one that `--engine` names. */
export const wantedEngines: readonly Engine[] = engines.filter(
  (engine) => engine === (process.env['RIG_ENGINE'] ?? engine),
)
