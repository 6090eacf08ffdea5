import type { RecordedChange } from '../../../db/directory/edit/changes.ts'
import { reachablePerson } from '../../../db/directory/identities.ts'
import { altersTerms } from '../../../db/directory/terms/groupTerms.ts'
import { handedGroups } from '../../../db/directory/transfers/handover.ts'
import { entityById } from '../../../db/directory/visibility/entityById.ts'
import { groupAcronym } from '../../../db/directory/visibility/groupAcronym.ts'
import { takenBackIf } from '../../../db/store/savepoints/takenBackIf.ts'
import type { Question } from '../../../src/core/feature/feature.ts'
import type { Block } from '../../../src/core/message.ts'
import type { Day } from '../../../src/core/time/day.ts'
import { type Context, found } from '../../define.ts'
import { asksFirst } from '../../records/askWhereMany.ts'
import { changeTerms, withTermNotices } from '../../wg/told/changeTerms.ts'
import { tellOfGroupChange } from '../../wg/told/groupChanged.ts'
import { askBeforeClosing, peopleOfGroup, tellOfClosing } from '../../wg/told/groupClosed.ts'
import { toldLine } from '../../wg/told/toldLine.ts'
import { tellSeatReverted } from '../seats/tellSeatReverted.ts'
import { takenBack } from './changedLines.ts'
import { tellOfEntityChange } from './entityChanged.ts'
import { tellMerged } from './merged.ts'
import { tellImportReverted, tellPersonReverted } from './personReverted.ts'
import { tellRetired } from './retired.ts'

interface Reverted {
  /** The number of the change that took it back. */
  readonly change: number
  readonly told: readonly (Block | undefined)[]
}

/** Takes a change back by `act`, and tells again those who were told of it; asks first where they are many. */
export async function revertAndTell(
  context: Context,
  change: RecordedChange,
  act: () => Promise<number>,
): Promise<Reverted | Question> {
  return takenBackIf(
    context.db,
    () => reverted(context, change, act),
    (made) => 'kind' in made,
  )
}

async function reverted(
  context: Context,
  change: RecordedChange,
  act: () => Promise<number>,
): Promise<Reverted | Question> {
  const { db } = context
  const { kind, recordId: id } = change
  if (altersTerms(change)) {
    const group = { id, acronym: await groupAcronym(db, id) }
    const made = await changeTerms(context, group, async () => ({ change: await act() }))
    return asksFirst(made) ? made : { ...made, told: [made.told] }
  }
  switch (kind) {
    case 'person':
      return tellPersonReverted(context, change, act)
    case 'import':
      return tellImportReverted(context, change, act)
    case 'merge':
      return change.before === null ? { change: await act(), told: [] } : mergeTakenBack(context, change, act)
    case 'entity':
      return entityReverted(context, change, act)
    case 'group':
      return groupReverted(context, change, act)
    case 'seat':
      return tellSeatReverted(context, change, act)
    case 'handover':
      return handoverReverted(context, change, act)
  }
}

/** Whose standing in a group is another one again hears that; those between whom it was handed over are told of it all. */
async function handoverReverted(context: Context, reverted: RecordedChange, act: () => Promise<number>) {
  const { db, today, caller, notify } = context
  const heard = [reverted.after['from'], reverted.after['to'], caller.personId].map(Number)
  const groups = await handedGroups(db, reverted)
  const { made, notices, names } = await withTermNotices(
    { db, today, by: caller.name, heard },
    groups,
    async () => ({ change: await act() }),
  )
  notify(notices)
  return { change: made.change, told: [toldLine(names)] }
}

async function entityReverted(
  context: Context,
  reverted: RecordedChange,
  act: () => Promise<number>,
): Promise<Reverted | Question> {
  const { db, today } = context
  const change = await act()
  const entity = found(await entityById(db, reverted.recordId), 'such entity')
  const retired = retiredAgain(reverted, today)
  if (retired === undefined)
    return { change, told: [await tellOfEntityChange(context, entity, { ...takenBack(reverted), change })] }
  const telling = await tellRetired(context, entity, { change, on: retired })
  return 'kind' in telling ? telling : { change, told: [telling.told] }
}

async function groupReverted(
  context: Context,
  reverted: RecordedChange,
  act: () => Promise<number>,
): Promise<Reverted | Question> {
  const { db, today } = context
  const { recordId: id } = reverted
  const retired = retiredAgain(reverted, today)
  if (retired === undefined) {
    const change = await act()
    const group = { id, acronym: await groupAcronym(db, id) }
    return { change, told: [await tellOfGroupChange(context, group, { ...takenBack(reverted), change })] }
  }
  const people = await peopleOfGroup(context, { id, acronym: await groupAcronym(db, id) }, today)
  const change = await act()
  const question = await askBeforeClosing(context, people, retired)
  return question ?? { change, told: [tellOfClosing(context, people, { change, closed: retired })] }
}

/** Since when a record is retired once a change is taken back, null for not; undefined where that stays as it is. */
function retiredAgain({ before }: RecordedChange, today: Day): Day | null | undefined {
  if (before === null) return today
  const retired = before['retired']
  return typeof retired === 'string' || retired === null ? retired : undefined
}

async function mergeTakenBack(context: Context, { after }: RecordedChange, act: () => Promise<number>) {
  const { db } = context
  const change = await act()
  const people = {
    twin: await reachablePerson(db, Number(after['from'])),
    kept: await reachablePerson(db, Number(after['to'])),
  }
  return { change, told: tellMerged(context, people, { change, takenBack: true }) }
}
