import { within } from '../../../src/chat/work/within.ts'
import { StartError } from '../../../src/core/errors.ts'
import { block, message } from '../../../src/core/message.ts'
import type { AdapterContext } from '../context.ts'

interface Means extends Pick<AdapterContext, 'log'> {
  readonly host: Pick<AdapterContext['host'], 'alert'>
  readonly timings: Pick<AdapterContext['timings'], 'startMs'>
}

/**
 * Waits for the way to Discord to open, and no longer than some seconds: the rest goes on by itself. Raises
 * `StartError` where Discord refuses the bot meanwhile; a later refusal is told to the secretariat.
 */
export async function openSoon({ host, log, timings }: Means, opening: Promise<void>): Promise<void> {
  if (await within(opening, timings.startMs)) return
  log.warn({}, 'Discord has not answered yet; everything else starts')
  void opening.catch(async (error: unknown) => {
    log.error({ err: error }, 'Discord could not be opened')
    if (!(error instanceof StartError)) return
    const said = message('I do not hear Discord.', block.text(error.message))
    await host.alert('discord:refused', said).catch(() => undefined)
  })
}
