import { within } from '../../../src/chat/work/within.ts'
import { StartError } from '../../../src/core/errors.ts'
import { block, message } from '../../../src/core/message.ts'
import type { AdapterContext } from '../context.ts'

interface OpeningDependencies extends Pick<AdapterContext, 'log'> {
  readonly host: Pick<AdapterContext['host'], 'alert'>
  readonly timings: Pick<AdapterContext['timings'], 'startMs'>
}

/**
 * Waits some seconds at most for the connection to Discord; after that, the start goes on without it. Raises
 * `StartError` where Discord refuses the bot meanwhile; a later refusal is reported to the secretariat.
 */
export async function startWithin(
  { host, log, timings }: OpeningDependencies,
  opening: Promise<void>,
): Promise<void> {
  if (await within(opening, timings.startMs)) return
  log.warn({}, 'Discord has not answered yet, starting everything else')
  void opening.catch(async (error: unknown) => {
    log.error({ err: error }, 'failed to connect to Discord')
    if (!(error instanceof StartError)) return
    const notice = message('I do not hear Discord.', block.text(error.message))
    await host.alert('discord:refused', notice).catch(() => undefined)
  })
}
