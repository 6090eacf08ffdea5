import { features } from '../../../commands/index.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Answer, Invocation } from '../../../src/core/invocation.ts'
import type { Button } from '../../../src/core/message.ts'
import { readInput } from '../../../src/dispatch/readInput.ts'
import { newRun } from '../../../src/dispatch/run.ts'
import { runCommand } from '../../../src/dispatch/runCommand.ts'
import type { World } from '../world.ts'

/** What came of the last of several presses: an answer, or the sentence of a refusal. */
export type PressOutcome = Answer | UserError

class Undone extends Error {}

/** Presses buttons one after the other as somebody, and takes all of it back. */
export async function tryPresses(
  here: World,
  who: string,
  presses: readonly Button[],
): Promise<PressOutcome> {
  let tried: PressOutcome | undefined
  await here.database.store.kysely
    .transaction()
    .execute(async (trx) => {
      for (const { command, values, confirmed = false, ask = false } of presses) {
        const invocation: Invocation = {
          caller: { platform: 'terminal', tenant: 'local', account: who },
          place: { platform: 'terminal', tenant: 'local', channel: who, private: true },
          vouchedEmail: who,
          input: { kind: 'fields', command, fields: values, confirmed, ask },
        }
        const asked = readInput(features, invocation)
        tried = await runCommand(
          { ...newRun(here.bot.services, invocation), now: here.clock.now() },
          trx,
          asked,
        )
      }
      throw new Undone()
    })
    .catch((error: unknown) => {
      if (error instanceof UserError) tried = error
      else if (!(error instanceof Undone)) throw error
    })
  if (!tried) throw new Error('nothing was pressed')
  return tried
}
