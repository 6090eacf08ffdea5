import { standingsFrom } from '../../../db/directory/terms/standings.ts'
import { takenBackIf } from '../../../db/store/savepoints/takenBackIf.ts'
import type { Question } from '../../../src/core/feature/feature.ts'
import type { Notice } from '../../../src/core/feature/notice.ts'
import { handOverOffice } from '../../../src/core/feature/officeWords.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'
import { type Block, block, button, headed, message, type Rich, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import type { Context } from '../../define.ts'
import { questionTo } from '../../records/askWhereMany.ts'
import { changeWords, entityIn } from './changeWords.ts'
import { type ChangedPerson, changedStandings, type StandingChange } from './standings.ts'
import { toldLine, whom } from './toldLine.ts'

interface Changed {
  /** The number of the change; undefined where nothing was. */
  readonly change: number | undefined
}

/** What was done, and who is told; nothing is told where nothing was changed. */
type Done<T> = T & { readonly told: Block | undefined }

/**
 * Changes the terms of a group, and tells everybody whose standing in it is another one from today on or from a later
 * day, but the caller. Where they are many, it shows first who they are and leaves everything as it was.
 */
export async function changeTerms<T extends Changed>(
  context: Context,
  group: { readonly id: number; readonly acronym: string },
  act: () => Promise<T>,
): Promise<Done<T> | Question> {
  const { db, today, caller, confirmed, askAbove } = context
  const before = await standingsFrom(db, group.id, today)
  const made = await takenBackIf(
    db,
    async () => {
      const result = await act()
      const changed = changedStandings(before, await standingsFrom(db, group.id, today), today)
      return { result, told: changed.filter(({ personId }) => personId !== caller.personId) }
    },
    ({ told }) => !confirmed && told.length > askAbove,
  )
  const { result, told } = made
  if (result.change === undefined) return { ...result, told: undefined }
  if (!confirmed && told.length > askAbove) return questionOf(context, group.acronym, told)
  context.notify(told.map((one) => noticeTo(context, { group, change: result.change ?? 0 }, one)))
  return { ...result, told: toldLine(told.map(({ name }) => name)) }
}

interface Handing extends Pick<Context, 'db' | 'today'> {
  /** By whose order. */
  readonly by: string
  /** Who is told of it already, or does it. */
  readonly heard: readonly (number | null)[]
}

/**
 * Changes terms of some groups, and says what everybody else is to hear whose standing in one of them is another one from
 * today on.
 */
export async function withTermNotices<T extends { readonly change: number }>(
  { db, today, by, heard }: Handing,
  groups: readonly { readonly id: number; readonly acronym: string }[],
  act: () => Promise<T>,
): Promise<{ readonly made: T; readonly notices: readonly Notice[]; readonly names: readonly string[] }> {
  const before = await Promise.all(groups.map(({ id }) => standingsFrom(db, id, today)))
  const made = await act()
  const after = await Promise.all(groups.map(({ id }) => standingsFrom(db, id, today)))
  const told = groups.flatMap((group, at) =>
    changedStandings(before[at] ?? [], after[at] ?? [], today)
      .filter(({ personId }) => !heard.includes(personId))
      .map((person) => ({ group, person })),
  )
  const notices = told.map(({ group, person }) => ({
    ...noticeTo({ caller: { name: by } }, { group, change: made.change }, person),
    key: `terms:D${made.change}:G${group.id}:${person.personId}`,
  }))
  return { made, notices, names: [...new Set(told.map(({ person }) => person.name))] }
}

function questionOf(context: Context, group: string, told: readonly ChangedPerson[]): Promise<Question> {
  const lines = Map.groupBy(told, ({ changes }) => JSON.stringify(changes))
  const shown = [...lines.values()].map((people): Rich => {
    const roles = (people[0]?.changes ?? []).filter(({ part, passes }) => part.kind === 'role' && !passes)
    return rich`${[whom(people.map(({ name }) => name)), changeWords(group, roles).join('; ')].filter((part) => part !== '').join(': ')}`
  })
  return questionTo(context, told, {
    what: `This is about to write to ${counted(told.length, 'person', 'people')}:`,
    more: [block.list(shown)],
    yes: 'Do it and tell them',
  })
}

function noticeTo(
  { caller }: { readonly caller: Pick<Context['caller'], 'name'> },
  {
    group,
    change,
  }: { readonly group: { readonly id: number; readonly acronym: string }; readonly change: number },
  { personId, changes }: ChangedPerson,
) {
  const [first = '', ...more] = changeWords(group.acronym, changes)
  const office = changes.some(({ part }) => part.kind === 'leads')
  return {
    key: `terms:D${change}:${personId}`,
    personId,
    kind: 'term',
    subject: `group:${group.id}`,
    message: headed(
      office ? 'Term of office' : 'Membership',
      withReason(
        message(
          rich`${first}, by a change of ${caller.name}.${more.map((line) => ` ${line}.`).join('')}`,
          block.buttons(button('Show the group', 'wg show', { wg: group.acronym })),
        ),
        reasonOf(group.acronym, changes, office),
        false,
      ),
    ),
  }
}

function reasonOf(group: string, changes: readonly StandingChange[], office: boolean) {
  const { entity, byName } = entityIn(changes)
  return {
    as:
      entity === undefined
        ? `one of those whom this concerns in ${group}`
        : byName
          ? `named for ${entity} in ${group}`
          : `one of those who stand for ${entity}`,
    otherwise: office
      ? handOverOffice
      : `Is that wrong? ${entity === undefined ? 'Tell the secretariat.' : `/directory wrong ${entity} tells the secretariat.`}`,
  }
}
