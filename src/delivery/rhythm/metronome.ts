import { type TickDependencies, tick } from '../ticks.ts'
import { type CronTask, startCronTask } from './cronTask.ts'

/**
 * Ticks at once, since what came due while no process ran does not wait, and then every half minute; a slow tick is never
 * overtaken by the next.
 */
export function startMetronome(deps: TickDependencies): CronTask {
  const ticks = async () => {
    await tick(deps).catch((error: unknown) =>
      deps.log.error({ err: error }, 'tick failed, the next one will catch up'),
    )
  }
  return startCronTask('*/30 * * * * *', ticks, { atOnce: true })
}
