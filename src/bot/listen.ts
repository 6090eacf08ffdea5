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

type Address = Pick<Config, 'host' | 'port'>

const noAddress = ({ host }: Address) =>
  `${host} is no address of this machine; set HOST to one of its own, such as 127.0.0.1, or 0.0.0.0 for all of them.`

/** Why the server cannot listen and what to set, by the codes of the system. */
const faults = new Map<string | undefined, (config: Address) => string>([
  ['EADDRINUSE', ({ host, port }) => `Port ${port} of ${host} is in use already; set PORT to another one.`],
  ['EACCES', ({ port }) => `This user may not listen on port ${port}; set PORT to one above 1023.`],
  ['EADDRNOTAVAIL', noAddress],
  ['ENOTFOUND', noAddress],
  ['EAI_AGAIN', noAddress],
])

/**
 * Opens the HTTP server with its health checks, pages and the routes of the platforms. Where it cannot listen, raises
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
    const fault = faults.get(codeOf(error))?.(config)
    if (fault === undefined) throw error
    if (wanted) throw new StartError(fault)
    // Somebody who tries the prompt need not know of ports.
    process.stderr.write(`${inLines(`${fault} Until then there are no health checks.`)}\n`)
    return undefined
  }
}

/** Broken between words, where whoever reads it has a window of so many columns. */
function inLines(text: string, columns = process.stderr.columns ?? text.length): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = [...lines.slice(-1), word].join(' ')
    if (lines.length > 0 && line.length <= columns) lines[lines.length - 1] = line
    else lines.push(word)
  }
  return lines.join('\n')
}
