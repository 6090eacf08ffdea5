import type { RecordedChange } from '../../../db/directory/edit/changes.ts'
import { reachablePerson } from '../../../db/directory/identities.ts'
import { altersTerms } from '../../../db/directory/terms/groupTerms.ts'
import { entityById } from '../../../db/directory/visibility/entityById.ts'
import { groupAcronym } from '../../../db/directory/visibility/groupAcronym.ts'
import { takenBackIf } from '../../../db/store/savepoints/takenBackIf.ts'
import type { Question } from '../../../src/core/feature/feature.ts'
import type { Block } from '../../../src/core/message.ts'
import type { Day } from '../../../src/core/time/day.ts'
import { type Rhythm, rhythms } from '../../../src/meetings/cadence/rhythm.ts'
import { type Context, found } from '../../define.ts'
import { changeTerms } from '../../wg/told/changeTerms.ts'
import { askBeforeClosing, peopleOfGroup, tellOfClosing } from '../../wg/told/groupClosed.ts'
import { tellOfRhythm } from '../../wg/told/otherChairs.ts'
import { toldLine } from '../../wg/told/toldLine.ts'
import { tellMerged } from './merged.ts'
import { tellPersonRetired } from './personRetired.ts'
import { tellRetired } from './retired.ts'

interface Reverted {
  /** The number of the change that took it back. */
  readonly change: number
  readonly told?: Block | undefined
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
    return changeTerms(context, group, async () => ({ change: await act() }))
  }
  if (kind === 'merge' && change.before !== null) return mergeTakenBack(context, change, act)
  const rhythm = rhythmAgain(change)
  if (rhythm !== undefined) {
    const group = { id, acronym: await groupAcronym(db, id) }
    const made = await act()
    return { change: made, told: await tellOfRhythm(context, group, { change: made, rhythm }) }
  }
  // A retirement by itself ends terms; that of an addition that was taken back has none.
  if (kind === 'person' && change.before?.['retiredOn'] === null && 'terms' in change.before) {
    const { name } = await reachablePerson(db, id)
    const made = await act()
    return { change: made, told: tellPersonRetired(context, { id, name }, { change: made, on: null }) }
  }
  const retired = retiredAgain(change, context.today)
  if (retired === undefined || (kind !== 'group' && kind !== 'entity')) return { change: await act() }
  if (kind === 'entity') {
    const entity = found(await entityById(db, id), 'such entity')
    const made = await act()
    const telling = await tellRetired(context, entity, { change: made, on: retired })
    return 'kind' in telling ? telling : { change: made, ...telling }
  }
  const people = await peopleOfGroup(context, { id, acronym: await groupAcronym(db, id) }, context.today)
  const made = await act()
  const question = await askBeforeClosing(context, people, retired)
  return question ?? { change: made, told: tellOfClosing(context, people, { change: made, closed: retired }) }
}

/** Since when a record is retired once a change is taken back, null for not; undefined where that stays as it is. */
function retiredAgain({ before }: RecordedChange, today: Day): Day | null | undefined {
  if (before === null) return today
  const retired = before['retired']
  return typeof retired === 'string' || retired === null ? retired : undefined
}

/** The rhythm of a group once a change of it is taken back; undefined where that stays as it is. */
function rhythmAgain({ kind, before }: RecordedChange): Rhythm | undefined {
  return kind === 'group' ? rhythms.find((one) => one === before?.['rhythm']) : undefined
}

async function mergeTakenBack(context: Context, { after }: RecordedChange, act: () => Promise<number>) {
  const { db } = context
  const change = await act()
  const people = {
    twin: await reachablePerson(db, Number(after['from'])),
    kept: await reachablePerson(db, Number(after['to'])),
  }
  return { change, told: toldLine(tellMerged(context, people, { change, takenBack: true })) }
}
