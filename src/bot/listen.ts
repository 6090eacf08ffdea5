import type { Adapter } from '../core/adapter.ts'
import { codeOf, StartError } from '../core/errors.ts'
import type { Log } from '../process/log.ts'
import type { Health, Server } from '../process/server.ts'
import type { Config } from '../settings/settings.ts'
import type { Bot } from './bot.ts'

interface ServedParts {
  readonly bot: Pick<Bot, 'dispatch' | 'services'>
  readonly health: Pick<Health, 'store' | 'oldestUndelivered' | 'metrics'>
  readonly log: Log
  readonly platforms: readonly Adapter[]
}

/**
 * Opens the HTTP server with its health checks, pages and the routes of the platforms. Where the port is taken, raises
 * `StartError` if the server is `wanted`; else says so and resolves to nothing.
 */
export async function listen(
  config: Config,
  { bot, health, log, platforms }: ServedParts,
  wanted: boolean,
): Promise<{ readonly server: Server; readonly address: string } | undefined> {
  const [{ createServer }, { createNewsletterPages }, { createCalendarPages }] = await Promise.all([
    import('../process/server.ts'),
    import('./pages/newsletterPages.ts'),
    import('./pages/calendarPages.ts'),
  ])
  const inbox = config.inbox && (await import('./mail/mailReplies.ts')).inboxRoutes(bot, config.inbox)
  const pages = { db: health.store.kysely, clock: bot.services.clock, publicUrl: config.publicUrl }
  const server = await createServer(
    {
      ...health,
      queueReady: () => bot.services.jobs.ready(),
      platforms,
      calendars: createCalendarPages(pages),
      newsletters: createNewsletterPages({ ...pages, features: bot.services.features }),
    },
    [...platforms.flatMap(({ routes }) => routes ?? []), ...(inbox ? [inbox] : [])],
    log,
  )
  try {
    return { server, address: await server.listen(config.port, config.host) }
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error
    const taken = `Port ${config.port} of ${config.host} is in use already; set PORT to another one.`
    if (wanted) throw new StartError(taken)
    // Somebody who tries the prompt need not know of ports.
    process.stderr.write(`${taken} Until then there are no health checks.\n`)
    return undefined
  }
}
