import { holdUpdateOver } from '../../../db/newsletter/mergeUpdates.ts'
import { newsletterById, openNewsletters, periodOf } from '../../../db/newsletter/newsletters.ts'
import type { Update } from '../../../db/newsletter/updates.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { block, message, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { formatPeriod } from '../../../src/core/time/period.ts'
import { line } from '../../../src/newsletter/compose/changes.ts'
import { type Context, command } from '../../define.ts'
import { whichOnes } from '../options.ts'
import { afterPrint } from '../printed/afterPrint.ts'
import { nextButton, tellPerson, undoButton } from '../tell.ts'
import { lockOpenUpdate } from './openUpdate.ts'
import { answerSeveral, type ChangedUpdate, refuseAllSettled } from './several.ts'

export const holdOver = command({
  name: 'hold-over',
  about: 'Keep one or several updates for the next issue, whatever their dates; their authors are told',
  options: { update: whichOnes },
  access: secretariat,
  changes: true,
  examples: ['/update hold-over U1', '/update hold-over U1, U2'],
  async run(context, { update: ids }) {
    const updates: Update[] = []
    for (const id of ids) updates.push(await lockOpenUpdate(context, id))
    const live = updates.filter(({ newsletterId }) => newsletterId !== null)
    const waiting = updates
      .filter(({ newsletterId }) => newsletterId === null)
      .map(({ id }) => `U${id} waits for the next issue already`)
    refuseAllSettled(live, waiting)
    const done: Held[] = []
    for (const update of live) done.push({ update, ...(await holdOne(context, update)) })
    const [first, ...others] = done
    if (first && others.length === 0 && waiting.length === 0)
      return message(
        rich`Held over: U${first.update.id} goes to ${first.where}: ${line(first.update)}`,
        ...(await afterPrint(context, { open: [] }, first.update, true)),
        // Back into an issue that is published by now nothing is put.
        block.buttons(...(first.wasPublished ? [] : [undoButton(first.update.id, first.change)]), nextButton),
      )
    const printed = await Promise.all(
      done.map(({ update }) => afterPrint(context, { open: [] }, update, true)),
    )
    const sentence = rich`Held over for ${first?.where ?? ''}: ${counted(done.length, 'update')}; their authors are told.`
    const answer = answerSeveral(sentence, done, waiting, true)
    return { ...answer, blocks: [...answer.blocks, ...printed.flat()] }
  },
})

interface Held extends ChangedUpdate {
  /** The issue that it goes to. */
  readonly where: string
  readonly wasPublished: boolean
}

/** Moves an update to the next issue and tells its author; gives the change and the issue in words. */
export async function holdOne(context: Context, update: Update): Promise<Omit<Held, 'update'>> {
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
    const notice = message(rich`The secretariat keeps your update U${id} for ${where}: ${line(update)}`)
    tellPerson(context, update, change, { personId: update.authorId, kind: 'edited' }, notice)
  }
  const before = update.newsletterId === null ? undefined : await newsletterById(db, update.newsletterId)
  return { change, where, wasPublished: before?.status === 'published' }
}
