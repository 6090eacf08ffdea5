import { changeOf, type RecordedChange } from '../../../db/directory/edit/changes.ts'
import { reachedPeople } from '../../../db/directory/hours/reached.ts'
import { standingChanges } from '../../../db/directory/import/undo/touched.ts'
import type { Block } from '../../../src/core/message.ts'
import { type Day, isDay } from '../../../src/core/time/day.ts'
import { type Context, found } from '../../define.ts'
import { toldLine } from '../../wg/told/toldLine.ts'
import { askForNominee, tellNoneWanted } from '../seats/askForNominee.ts'
import { takenBack } from './changedLines.ts'
import { standingsBefore, tellOfImport } from './imported.ts'
import { type PersonChange, tellOfEdit } from './personChanged.ts'
import { tellPersonRetired } from './personRetired.ts'

interface Told {
  readonly change: number
  readonly told: readonly (Block | undefined)[]
}

/** Takes a change of a person back, and tells them: that they are retired or in use again, or what stands there again. */
export async function tellPersonReverted(
  context: Context,
  { recordId: id, before, after, reverts }: RecordedChange,
  act: () => Promise<number>,
): Promise<Told> {
  const person = found((await reachedPeople(context.db, [id]))[0], 'such person')
  const retired = retiredAgain(before, context.today)
  const change = await act()
  if (retired === undefined)
    return {
      change,
      told: await tellOfEdit(context, { id, name: person.name, change, ...takenBack({ before, after }) }),
    }
  // The retirement that is taken back, or that holds again since its own taking back is.
  const retirement =
    retired === null || reverts === null ? before : (await changeOf(context.db, reverts))?.before
  const wasTold = 'terms' in (retirement ?? {})
  // Whom nobody has heard of since they were added has heard nothing of that either.
  const concerns = person.isLinked || wasTold
  const told = concerns ? [tellPersonRetired(context, person, { change, on: retired })] : []
  const { name, entity } = person
  if (wasTold && entity !== null) {
    const place = { personId: id, name, entity, change }
    if (retired === null) told.push(await tellNoneWanted(context, place))
    else told.push(await askForNominee(context, { ...place, seats: [], on: retired }))
  }
  return { change, told }
}

/** Tells people that their records are in use again, where an account speaks for them; returns the names of who is told. */
export async function tellBackInUse(
  context: Context,
  ids: readonly number[],
  change: number,
): Promise<readonly string[]> {
  const people = (await reachedPeople(context.db, ids)).filter(({ isLinked }) => isLinked)
  return people
    .filter((person) => tellPersonRetired(context, person, { change, on: null }) !== undefined)
    .map(({ name }) => name)
}

/** Takes an import back, and tells those whose records it had changed, or had added where an account speaks for them by now. */
export async function tellImportReverted(
  context: Context,
  { before }: RecordedChange,
  act: () => Promise<number>,
): Promise<Told> {
  const { db, today } = context
  const numbers = before?.['changes']
  const standing = Array.isArray(numbers)
    ? await standingChanges(
        db,
        numbers.filter((one) => typeof one === 'number'),
      )
    : []
  const people = standing.filter(({ kind }) => kind === 'person')
  const standings = await standingsBefore(context)
  const reached = new Map(
    (
      await reachedPeople(
        db,
        people.map(({ recordId }) => recordId),
      )
    ).map((one) => [one.id, one]),
  )
  const change = await act()
  const edits = people.filter((one) => retiredAgain(one.before, today) === undefined)
  const others = people.flatMap((one) => {
    const person = reached.get(one.recordId)
    const on = retiredAgain(one.before, today)
    return person?.isLinked && on !== undefined && person.retiredOn === null ? [{ person, on }] : []
  })
  const gone = others.filter(({ person, on }) => tellPersonRetired(context, person, { change, on }))
  return {
    change,
    told: [
      ...(await tellOfImport(
        context,
        standings,
        {
          people: edits.map((one) => ({ id: one.recordId, ...takenBack(one) })),
          entities: editedBefore(standing, 'entity'),
          groups: editedBefore(standing, 'group'),
        },
        { change, isBack: true },
      )),
      toldLine(gone.map(({ person }) => person.name)),
    ],
  }
}

/** The records of a kind that were changed and not added, with what stands there again. */
function editedBefore(
  changes: readonly Pick<RecordedChange, 'kind' | 'recordId' | 'before' | 'after'>[],
  kind: 'entity' | 'group',
): readonly PersonChange[] {
  return changes
    .filter((one) => one.kind === kind && one.before !== null)
    .map((one) => ({ id: one.recordId, ...takenBack(one) }))
}

/** Since when somebody is retired once a change is taken back, null for not; undefined where that stays as it is. */
function retiredAgain(before: RecordedChange['before'], today: Day): Day | null | undefined {
  if (before === null) return today
  const retired = before['retiredOn']
  if (retired === null) return null
  return typeof retired === 'string' && isDay(retired) ? retired : undefined
}
