import { vacuumWorn } from '../../../db/store/embedded/vacuum.ts'
import type { Log } from '../../core/log.ts'
import { type CronTask, startCronTask } from '../../delivery/rhythm/cronTask.ts'
import type { Services } from '../../dispatch/services.ts'
import { checkLinks } from './checkLinks.ts'
import { readCalendars } from './readCalendars.ts'
import { calendarServices } from './services.ts'

/**
 * A job that looks something up outside or tidies up now and then, on a schedule of its own, so that no tick waits for
 * it.
 */
interface OutsideJob {
  /** How often, as a cron expression. */
  readonly times: string
  /** Completes “failed to …”. */
  readonly what: string
  run(ending: AbortSignal): Promise<void>
}

/** Runs the jobs that are wanted, until they are stopped. */
export function startOutsideJobs(
  {
    store,
    clock,
    log,
    secrets,
    calendars,
  }: Pick<Services, 'store' | 'clock' | 'log' | 'secrets' | 'calendars'>,
  { followsLinks }: { readonly followsLinks: boolean },
): CronTask {
  const means = { db: store.kysely, clock, log }
  const services = calendarServices(calendars, clock)
  const jobs: readonly OutsideJob[] = [
    ...(followsLinks
      ? [
          {
            times: '20 */5 * * * *',
            what: 'follow the links of updates',
            run: (ending: AbortSignal) => checkLinks({ ...means, ending }),
          },
        ]
      : []),
    {
      times: '40 */2 * * * *',
      what: 'read when people are busy',
      run: (ending) => readCalendars({ ...means, reveal: secrets.reveal, services, ending }),
    },
    ...(store.embedded
      ? [
          {
            times: '10 * * * * *',
            what: 'vacuum the store',
            run: async () => void (await vacuumWorn(store.pool)),
          },
        ]
      : []),
  ]
  const started = jobs.map((errand) => start(errand, log))
  return {
    async stop() {
      await Promise.all(started.map(({ stop }) => stop()))
    },
  }
}

function start({ times, what, run }: OutsideJob, log: Log): CronTask {
  return startCronTask(times, (ending) =>
    run(ending).catch((error: unknown) =>
      log.error({ err: error }, `failed to ${what}, the next time will catch up`),
    ),
  )
}
