import { standingAddress } from '../../../db/directory/busy/formerAddresses.ts'
import { changeOf, type RecordedChange } from '../../../db/directory/edit/changes.ts'
import { revertChange } from '../../../db/directory/edit/revert.ts'
import { entityOfPerson } from '../../../db/directory/people.ts'
import { isForgotten } from '../../../db/directory/personalData/forgotten.ts'
import { altersTerms, revertTerms } from '../../../db/directory/terms/groupTerms.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Caller, leads } from '../../../src/core/feature/caller.ts'
import { type Block, block, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { type Context, command, found } from '../../define.ts'
import { revertAndTell } from '../told/reverted.ts'
import { revertButton } from './answer.ts'
import { mayLookAfter, refuseOfHigher, refuseOfSecretariat } from './rights.ts'

export const revert = command({
  name: 'revert',
  about: 'Undo a change of the directory; what was added is retired',
  options: {
    change: required(option.record({ about: 'The number of the change, such as D12', prefix: 'D' })),
  },
  access: anyone,
  changes: true,
  mayAsk: true,
  examples: ['/directory revert D1'],
  async run(context, { change: number }) {
    const { db, caller, now, today } = context
    const change = found(await changeOf(db, number), `change D${number}`)
    const ordered = (change.kind === 'handover' || change.kind === 'seat') && change.by === caller.personId
    if (!caller.isSecretariat && change.kind !== 'person' && !ordered && !isOwnRhythm(change, caller)) {
      throw new UserError('Only the secretariat changes entities and working groups. Nothing was changed.')
    }
    if (change.kind === 'person' && !isOwn(change, caller)) {
      const before = change.before?.['entityId']
      const entities = [
        await entityOfPerson(db, change.recordId),
        ...(typeof before === 'number' ? [before] : []),
      ]
      mayLookAfter(caller, entities)
      if ('email' in change.after) await refuseOfHigher(context, change.recordId)
      const retires = change.before === null || change.after['retiredOn'] === null
      if (retires) await refuseOfHigher(context, change.recordId)
      if ('retiredOn' in change.after) await refuseOfSecretariat(context, change.recordId)
      if (
        !caller.isSecretariat &&
        ('isSecretariat' in change.after || 'isCoordinator' in change.after) &&
        change.before
      ) {
        throw new UserError(
          'Only the secretariat says who is of the secretariat and who coordinates an entity. Nothing was changed.',
        )
      }
    }
    if (change.kind === 'person' && (await isForgotten(db, change.recordId)))
      throw new UserError(
        'They asked to be forgotten, which cannot be taken back: addresses, accounts and settings are gone for good. Should they come back, add them anew with /directory add person. Nothing was changed.',
      )
    const recorder = { by: caller.personId, now }
    const reverted = await revertAndTell(context, change, () =>
      altersTerms(change) ? revertTerms(db, change, recorder) : revertChange(db, change, today, recorder),
    )
    if ('kind' in reverted) return reverted
    const { change: made, told } = reverted
    context.about(`${change.kind === 'merge' ? 'person' : change.kind}:${change.recordId}`)
    const both = tellBoth(context, change, made)
    const gone = retiredWithCalendar(change)
    const forgot = gone !== undefined && !(await standingAddress(db, gone))
    if (change.kind === 'import') return importTakenBack(change, told)
    const again = change.kind === 'person' || change.kind === 'entity' || change.kind === 'group'
    return message(
      forgot
        ? rich`Took D${number} back: it is as it was before, but for the calendar.`
        : rich`Took D${number} back: it is as it was before.`,
      forgot
        ? block.text(
            'The address at which it was published has been forgotten for good: they can give it again with /profile busy.',
          )
        : gone === undefined
          ? undefined
          : block.text('Their calendar is read again too.'),
      ...told,
      both,
      again && change.before === null
        ? block.text('What was added is out of the directory; added again, it comes back with its history.')
        : undefined,
      again ? block.buttons(revertButton(made)) : undefined,
    )
  },
})

/** What became of what a file brought. */
function importTakenBack({ after }: RecordedChange, told: readonly (Block | undefined)[]) {
  const file = typeof after['file'] === 'string' ? after['file'] : 'the file'
  return message(
    rich`Took the import of ${file} back: what it changed is as it was before, roles that it gave are gone, and what it added is retired.`,
    ...told,
    block.text('Give the corrected file again, and whatever is in it comes back.'),
  )
}

/** The number of the person with whose retirement the address of their calendar ended; undefined where none did. */
function retiredWithCalendar({ recordId, before }: RecordedChange): number | undefined {
  if (before?.['calendar'] === true) return recordId
  const twin = before?.['twin']
  const merged = typeof twin === 'object' && twin !== null && 'calendar' in twin && twin.calendar === true
  return merged && typeof before?.['from'] === 'number' ? before['from'] : undefined
}

/** What somebody changed of their own record they take back themselves, as long as no rights are in it. */
function isOwn({ kind, recordId, before, after, by }: RecordedChange, { personId }: Caller): boolean {
  const own = ['name', 'title', 'phone', 'emailFor', 'phoneFor']
  return (
    kind === 'person' &&
    recordId === personId &&
    by === personId &&
    before !== null &&
    Object.keys(after).every((column) => own.includes(column))
  )
}

/** Those between whom something was handed over hear that it goes back; says so to the caller. */
function tellBoth(context: Context, { id, kind, after }: RecordedChange, made: number): Block | undefined {
  if (kind !== 'handover') return undefined
  const people = [after['from'], after['to']]
    .filter((one) => typeof one === 'number')
    .filter((one) => one !== context.caller.personId)
  context.notify(
    people.map((personId) => ({
      key: `handover-back:${made}:${personId}`,
      personId,
      kind: 'handover',
      subject: `person:${personId}`,
      message: message(
        rich`${context.caller.name} has taken the handover D${id} back: all is back in the hands that it was in.`,
      ),
    })),
  )
  if (people.length === 0) return undefined
  if (people.length === 2) return block.text('Both are told.')
  return block.text(after['from'] === null ? 'Whoever had taken over is told.' : 'The other one is told.')
}

/** A chair says how often their group meets, and may take that back. */
function isOwnRhythm({ kind, recordId, by, after }: RecordedChange, caller: Caller): boolean {
  const isRhythm = Object.keys(after).length === 1 && 'rhythm' in after
  return kind === 'group' && by === caller.personId && isRhythm && leads(caller, recordId)
}
