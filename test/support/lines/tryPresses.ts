import { sql } from 'kysely'

import { features } from '../../../commands/index.ts'
import type { Trx } from '../../../db/store/db.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Answer, Invocation } from '../../../src/core/invocation.ts'
import type { Button } from '../../../src/core/message.ts'
import { readInput } from '../../../src/dispatch/readInput.ts'
import { newRun } from '../../../src/dispatch/run.ts'
import { runCommand } from '../../../src/dispatch/runCommand.ts'
import type { World } from '../world.ts'

/** What came of a press: an answer, or the sentence of a refusal. */
export type PressOutcome = Answer | UserError

/** Presses a button and, while that stands, lets others be pressed behind it; then takes all of it back. */
export type TryPress = (
  button: Button,
  behind?: (tried: PressOutcome, press: TryPress) => Promise<void>,
) => Promise<PressOutcome>

class Undone extends Error {}

/** Lets somebody press buttons, one instead of the other or one behind the other, and takes all of it back. */
export async function tryPresses(
  here: World,
  who: string,
  work: (press: TryPress) => Promise<void>,
): Promise<void> {
  await here.database.store.kysely
    .transaction()
    .execute(async (trx) => {
      await work(pressesFrom(here, who, trx, 'pressed'))
      throw new Undone()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error
    })
}

/** The presses at one place, each of which finds the store as it stands there. */
function pressesFrom(here: World, who: string, trx: Trx, savepoint: string): TryPress {
  let isSet = false
  return async ({ command, values, confirmed = false, ask = false }, behind) => {
    if (!isSet) await sql`savepoint ${sql.raw(savepoint)}`.execute(trx)
    isSet = true
    const invocation: Invocation = {
      caller: { platform: 'terminal', tenant: 'local', account: who },
      place: { platform: 'terminal', tenant: 'local', channel: who, private: true },
      vouchedEmail: who,
      input: { kind: 'fields', command, fields: values, confirmed, ask },
    }
    const run = { ...newRun(here.bot.services, invocation), now: here.clock.now() }
    const tried = await runCommand(run, trx, readInput(features, invocation)).catch((error: unknown) => {
      if (error instanceof UserError) return error
      throw error
    })
    await behind?.(tried, pressesFrom(here, who, trx, `${savepoint}_behind`))
    await sql`rollback to savepoint ${sql.raw(savepoint)}`.execute(trx)
    return tried
  }
}
