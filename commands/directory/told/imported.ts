import { allKnownEntities } from '../../../db/directory/entities.ts'
import { type ReachedPerson, reachedPeople } from '../../../db/directory/hours/reached.ts'
import { colleagues } from '../../../db/directory/people.ts'
import { allStandingsFrom, type Standing } from '../../../db/directory/terms/standings.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'
import { type Block, block, button, headed, message, rich } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'
import { byWhom } from '../../records/byWhom.ts'
import { changeWords } from '../../wg/told/changeWords.ts'
import { changedStandings } from '../../wg/told/standings.ts'
import { toldLine } from '../../wg/told/toldLine.ts'
import { changedLines, changedWords, type RecordChange } from './changedLines.ts'
import { type PersonChange, tellPeopleChanged } from './personChanged.ts'

/** More people than an entity has. */
const most = 200

/** What an import changed in records that were there before. */
export interface ImportedChanges {
  readonly people: readonly PersonChange[]
  readonly entities: readonly PersonChange[]
  readonly groups: readonly PersonChange[]
}

/** Who was what in every group before an import. */
export type StandingsBefore = ReadonlyMap<number, readonly Standing[]>

export function standingsBefore({ db, today }: Context): Promise<StandingsBefore> {
  return allStandingsFrom(db, today)
}

/**
 * Tells whoever was in the directory before an import what it changed in their record, for their entity and in their
 * groups, each once, and says to the caller who is told. Those who are new in it are not: they hear of their meetings.
 * `change` is the number of the import, or of its undo.
 */
export async function tellOfImport(
  context: Context,
  before: StandingsBefore,
  changes: ImportedChanges,
  {
    change,
    isNew = () => false,
    isBack = false,
  }: {
    readonly change: number
    readonly isNew?: (personId: number) => boolean
    /** Whether the import was taken back. */
    readonly isBack?: boolean
  },
): Promise<readonly Block[]> {
  const lines = await linesBeside(context, before, changes)
  lines.delete(context.caller.personId)
  for (const id of [...lines.keys()]) if (isNew(id)) lines.delete(id)
  const own = await tellPeopleChanged(context, changes.people, change, lines)
  const heard = new Set(changes.people.map(({ id }) => id))
  const others = (await reachedPeople(context.db, [...lines.keys()])).filter(
    ({ id, retiredOn }) => !heard.has(id) && retiredOn === null,
  )
  context.notify(
    others.map((person) => noticeTo(context, person, { lines: lines.get(person.id) ?? [], change, isBack })),
  )
  return [...own, toldLine(others.map(({ name }) => name))].filter((one) => one !== undefined)
}

function noticeTo(
  { caller }: Context,
  { id }: ReachedPerson,
  {
    lines,
    change,
    isBack,
  }: { readonly lines: readonly string[]; readonly change: number; readonly isBack: boolean },
) {
  const done = isBack ? 'took back what a file had changed in' : 'changed by a file'
  return {
    key: `imported:D${change}:${id}`,
    personId: id,
    kind: 'entity-changed',
    subject: `person:${id}`,
    message: headed(
      'Directory',
      withReason(
        message(
          rich`${byWhom(caller)} ${done} what the directory says of your entity or your groups.`,
          block.list(lines),
          block.buttons(button('Show my record', 'directory person', { person: `P${id}` })),
        ),
        {
          as: 'one of those whom this concerns',
          otherwise: `Not right? Tell ${caller.name} or the secretariat.`,
        },
        false,
      ),
    ),
  }
}

/** What each person is told beside their own record: their standing in groups, their entity and the groups that they lead. */
async function linesBeside(
  context: Context,
  before: StandingsBefore,
  { entities, groups }: ImportedChanges,
): Promise<Map<number, string[]>> {
  const { db, today } = context
  const lines = new Map<number, string[]>()
  const say = (personId: number, line: string) => lines.set(personId, [...(lines.get(personId) ?? []), line])
  const after = await allStandingsFrom(db, today)
  for (const [groupId, is] of after) {
    const group = is[0]?.group ?? ''
    // A group that is new in it had nobody.
    const was = before.get(groupId) ?? is.slice(0, 1).map((one) => ({ ...one, personId: null, as: null }))
    for (const { personId, changes } of changedStandings(was, is, today))
      for (const words of changeWords(group, changes)) say(personId, words)
    const edited = groups.find(({ id }) => id === groupId)
    const words = edited && wordsOf(edited)
    const leaders = is.filter(({ as, day }) => as === 'leads' && day === today)
    if (words !== undefined)
      for (const { personId } of leaders) if (personId !== null) say(personId, `${group}: ${words}`)
  }
  const acronyms =
    entities.length === 0
      ? new Map<number, string>()
      : new Map((await allKnownEntities(db)).map(({ id, acronym }) => [id, acronym]))
  for (const entity of entities) {
    const words = wordsOf(entity)
    if (words === undefined) continue
    for (const { id } of await colleagues(db, entity.id, most))
      say(id, `${acronyms.get(entity.id) ?? ''}: ${words}`)
  }
  return lines
}

function wordsOf({ before, after }: RecordChange): string | undefined {
  const columns = Object.entries(after).filter(([column]) => column !== 'parts')
  const lines = changedLines({ before, after: Object.fromEntries(columns) })
  return lines.length === 0 ? undefined : changedWords(lines).words
}
