import type { Delivery, World } from '../world.ts'

/** Edits messages of the terminal’s tenant, and tells what the authors of updates are asked. */
export interface Edits {
  /** Without a text the message is deleted. */
  edit(message: string, text: string | undefined): Promise<void>
  /** Turns the clock by five minutes; what was asked about edits meanwhile. */
  asked(): Promise<Delivery | undefined>
}

export function editsIn(here: World): Edits {
  return {
    edit: (message, text) =>
      here.bot.messageChanged(
        { platform: 'terminal', tenant: 'local', message },
        text === undefined ? undefined : async () => text,
      ),
    async asked() {
      const before = here.delivered.length
      await here.turn(new Date(here.clock.now().getTime() + 5 * 60_000).toISOString())
      return here.delivered.slice(before).find(({ text }) => text.includes('was taken from'))
    },
  }
}
