import { holdUpdateOver } from '../../../db/newsletter/mergeUpdates.ts'
import { openNewsletters, periodOf } from '../../../db/newsletter/newsletters.ts'
import type { Update } from '../../../db/newsletter/updates.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, message, rich } from '../../../src/core/message.ts'
import { formatPeriod } from '../../../src/core/time/period.ts'
import { line } from '../../../src/newsletter/compose/changes.ts'
import { type Context, command } from '../../define.ts'
import { which } from '../options.ts'
import { nextButton, tellPerson, undoButton } from '../tell.ts'
import { lockLive } from './live.ts'

export const holdOver = command({
  name: 'hold-over',
  about: 'Keep an update for the next issue, whatever its date; its author is told',
  options: { update: which },
  access: secretariat,
  changes: true,
  examples: ['/update hold-over U1'],
  async run(context, { update: id }) {
    const update = await lockLive(context, id)
    if (update.newsletterId === null)
      throw new UserError(`U${id} waits for the next issue already; nothing was changed.`)
    const { change, where } = await holdOne(context, update)
    return message(
      rich`Held over: U${id} goes to ${where}: ${line(update)}`,
      block.buttons(undoButton(id, change), nextButton),
    )
  },
})

/** Moves an update to the next issue and tells its author; gives the change and the issue in words. */
export async function holdOne(
  context: Context,
  update: Update,
): Promise<{ readonly change: number; readonly where: string }> {
  const { db, caller } = context
  const { id } = update
  const open = await openNewsletters(db)
  const now = open.find((issue) => issue.id === update.newsletterId)
  const next = open
    .filter((issue) => issue.kind === 'bi-monthly' && issue.id !== update.newsletterId)
    .filter((issue) => now === undefined || issue.periodFrom > now.periodTo)
    .toSorted((one, other) => one.periodFrom.localeCompare(other.periodFrom))[0]
  const change = await holdUpdateOver(db, { id, newsletterId: next?.id ?? null, by: caller.personId })
  const where = next ? `the ${formatPeriod(periodOf(next))} issue` : 'the next issue that is opened'
  if (update.authorId !== caller.personId) {
    const said = message(rich`The secretariat keeps your update U${id} for ${where}: ${line(update)}`)
    tellPerson(context, update, change, { personId: update.authorId, kind: 'edited' }, said)
  }
  return { change, where }
}
