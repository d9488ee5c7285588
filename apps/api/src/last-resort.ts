import type { Logger } from 'pino'

/**
 * What no code waited for is written in the log, and harms nobody else: a failed promise leaves the shop open; an error that broke off a
 * callback may have left half a thought behind, so the process ends with 1, for whoever keeps it running to start it again. SAFETY S-63.
 */
export function watchLastResort(log: Logger): void {
  process.on('unhandledRejection', (err) => log.error({ err }, 'a failure that nobody waited for'))
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'an error that nobody caught: the shop closes')
    process.exit(1)
  })
}
