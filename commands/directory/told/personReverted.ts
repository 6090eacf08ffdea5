import { changeOf, type RecordedChange, redoes } from '../../../db/directory/edit/changes.ts'
import { reachedPeople } from '../../../db/directory/hours/reached.ts'
import { standingChanges } from '../../../db/directory/import/undo/touched.ts'
import { entityById } from '../../../db/directory/visibility/entityById.ts'
import { type Block, rich } from '../../../src/core/message.ts'
import { type Day, isDay } from '../../../src/core/time/day.ts'
import { type Context, found } from '../../define.ts'
import { toldLine } from '../../wg/told/toldLine.ts'
import { askForNominee } from '../seats/askForNominee.ts'
import { tellNoneWanted } from '../seats/noneWanted.ts'
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
  reverted: RecordedChange,
  act: () => Promise<number>,
): Promise<Told> {
  const { recordId: id, before, after, reverts } = reverted
  const person = found((await reachedPeople(context.db, [id]))[0], 'such person')
  const retired = retiredAgain(before, context.today)
  const change = await act()
  if (retired === undefined)
    return {
      change,
      told: [
        ...(await tellOfEdit(context, { id, name: person.name, change, ...takenBack({ before, after }) })),
        await tellOfPlace(context, person, reverted, change),
      ],
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
    if (retired === null) {
      const text = rich`${name} represents ${entity.acronym} again: ${context.caller.name} took the retirement back. Nobody needs to take their place.`
      told.push(await tellNoneWanted(context, { reverted: reverted.id, change, entityId: entity.id, text }))
    } else {
      told.push(await askForNominee(context, { personId: id, name, entity, change, seats: [], on: retired }))
    }
  }
  return { change, told }
}

/** Whoever was asked for a successor to somebody who had left an entity hears that they are back, or is asked again. */
async function tellOfPlace(
  context: Context,
  { id, name }: { readonly id: number; readonly name: string },
  reverted: RecordedChange,
  change: number,
): Promise<Block | undefined> {
  const { db, caller, today } = context
  const leaves = reverted.after['entityId']
  const returnsTo = reverted.before?.['entityId']
  if (typeof leaves === 'number' && (await redoes(db, reverted))) {
    const { acronym } = found(await entityById(db, leaves), 'such entity')
    const entity = { id: leaves, acronym }
    return askForNominee(context, { personId: id, name, entity, seats: [], on: today, change })
  }
  if (typeof returnsTo !== 'number') return undefined
  const { acronym } = found(await entityById(db, returnsTo), 'such entity')
  const text = rich`${name} represents ${acronym} again: ${caller.name} took the change back. Nobody needs to take their place.`
  return tellNoneWanted(context, { reverted: reverted.id, change, entityId: returnsTo, text })
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
