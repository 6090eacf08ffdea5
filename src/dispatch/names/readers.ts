import { allKnownEntities } from '../../../db/directory/entities.ts'
import { findEntities } from '../../../db/directory/find/entity.ts'
import { findGroup } from '../../../db/directory/find/group.ts'
import { namedHolders } from '../../../db/directory/find/holders.ts'
import { findPerson } from '../../../db/directory/find/person.ts'
import { allKnownGroups } from '../../../db/directory/groups.ts'
import { viewerOf } from '../../../db/directory/visibility/audience.ts'
import { reminderById } from '../../../db/ledger/reminders/reminders.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Lookup } from '../../../db/store/lookup.ts'
import { UserError } from '../../core/errors.ts'
import { type Caller, ownsOrLeads } from '../../core/feature/caller.ts'
import { toldApart } from '../../core/language/choice/toldApart.ts'
import { list } from '../../core/language/feature.ts'
import type { Readers } from '../../core/language/values.ts'
import type { GroupRef } from '../../core/option.ts'
import { nearest } from '../../core/text/nearest.ts'
import { shorten } from '../../core/text/text.ts'
import { dayOf, formatDay } from '../../core/time/day.ts'
import { withoutRecord } from '../../directory/find/withoutRecord.ts'
import { readSection } from '../../newsletter/sections.ts'
import { plannedSections } from '../../suggest/plannedSections.ts'
import { withoutLongNames } from './longNames.ts'
import { issueOfMonths, issueTyped, recordMeant } from './meant.ts'
import { meetingMeant, ownMeeting, refuseNextOrLast } from './meetingMeant.ts'
import { noMeeting, refuseAll } from './nearMeeting.ts'
import { noEntity } from './noEntity.ts'
import { saysAll } from './saysAll.ts'

/** The readers of names on the store: one round trip for each name, and for each list of entities. */
export function readersFor(
  db: Db,
  { now, zone, caller }: { readonly now: Date; readonly zone: string; readonly caller: Caller },
): Omit<Readers, 'file'> {
  const viewer = viewerOf(caller, dayOf(now, zone))
  return withoutLongNames({
    now,
    zone,
    entities: async (names, among) => {
      const find = (each: readonly string[]) => findEntities(db, each, now, among)
      const found = await asShown(names, await withoutArticle(names, find), find)
      const known = found.some(({ kind }) => kind === 'none') ? await allKnownEntities(db) : []
      return found.map((lookup, index) => () => {
        if (lookup.kind === 'none') throw noEntity(names[index] ?? '', lookup.nearest, known)
        return only(lookup, names[index] ?? '', 'entity', ({ acronym }) => ({
          label: acronym,
          value: acronym,
        }))
      })
    },
    person: async (typed) => {
      // `Ana Ruiz <ana@example.org>`, as mail programs copy it.
      const text =
        /<(?:mailto:)?([^<>|\s]{1,200}@[^<>|\s@]{1,200})(?:\|[^<>]{0,200})?>$/i.exec(
          typed.slice(-600),
        )?.[1] ?? typed
      let found = await findPerson(db, text, viewer)
      const other = found.kind === 'none' ? otherOrder(text) : text
      if (other !== text) found = await findPerson(db, other, viewer)
      if (found.kind === 'none') await refuseHolder(db, other)
      return only(found, text, 'person', (person) => ({
        label: person.name,
        value: person.email ?? `P${person.id}`,
      }))
    },
    groups: async (names) => {
      const found: (() => GroupRef)[] = []
      for (const name of names) {
        const lookup = await groupMeant(db, name)
        found.push(() => onlyGroup(lookup, name))
      }
      return found
    },
    meeting: async (text) => {
      const own = await ownMeeting(db, text, caller.personId, now)
      if (own) return own
      if (saysAll(text)) await refuseAll(db, text, { now, zone, personId: caller.personId })
      const found = await meetingMeant(db, text, { now, zone, personId: caller.personId })
      if (found.kind === 'none') {
        await refuseNextOrLast(db, text, { now, zone })
        throw await noMeeting(db, text, { now, zone })
      }
      return only(found, text, 'meeting', (one) => ({
        label: `M${one.id} ${shorten(one.title)}, ${formatDay(dayOf(one.startsAt, zone))}`,
        value: `M${one.id}`,
      }))
    },
    section: async (text) => readSection(text, await plannedSections(db)),
    issue: async (text, issues) =>
      (await issueTyped(db, text)) ?? issueOfMonths(db, text, issues, { now, zone }),
    record: (prefix, text) => recordMeant(db, prefix, text, caller),
    comesAt: async (prefix, id) => {
      const found = prefix === 'R' ? await reminderById(db, id) : undefined
      return found && ownsOrLeads(caller, found) ? found : undefined
    },
  })
}

/** `Daly, Lauren` and `Ms. Lauren Daly` as a record has the name. */
function otherOrder(text: string): string {
  const bare = text.replace(/^(?:mr|mrs|ms|mx|dr|prof)\.? (?=\S)/i, '')
  return bare.replace(/^([^,]{1,60}), ?([^,]{1,60})$/, '$2 $1')
}

/** Raises `UserError` for somebody whom a group's card names without their having a record: it says who they are. */
async function refuseHolder(db: Db, text: string): Promise<void> {
  const refused = withoutRecord(await namedHolders(db, text))
  if (refused) throw refused
}

const none = { kind: 'none', nearest: null } as const

/** As they are found; `the ETCIP`, `I.O.M.` and `(UNODC)` by their bare names where nothing is called so. */
async function withoutArticle<T>(
  names: readonly string[],
  find: (names: readonly string[]) => Promise<readonly Lookup<T>[]>,
): Promise<readonly Lookup<T>[]> {
  const found = await find(names)
  const bare = names.map(bareName)
  if (!found.some(({ kind }, index) => kind === 'none' && bare[index] !== names[index])) return found
  const again = await find(bare)
  return found.map((lookup, index) => (lookup.kind === 'none' ? (again[index] ?? lookup) : lookup))
}

function bareName(name: string): string {
  return name
    .replace(/^[@#("'“„«‘]{1,4}(?=\S)/u, '')
    .replace(/["'”“»’]{1,4}$/u, '')
    .replace(/^([^()]+)\)$/u, '$1')
    .replace(/^the\s+(?=\S)/i, '')
    .replace(/(?<![\p{L}\p{N}.])(?:\p{L}\.){1,9}\p{L}\b\.?/gu, (dotted) => dotted.replaceAll('.', ''))
    .replace(/^(?:\p{Lu} ){2,9}\p{Lu}$/u, (spaced) => spaced.replaceAll(' ', ''))
}

/** `WHO (World Health Organization)` and `CTED: …`, as lists show them: an acronym beside the name of the same. */
async function asShown<T extends { readonly id: number }>(
  names: readonly string[],
  found: readonly Lookup<T>[],
  find: (names: readonly string[]) => Promise<readonly Lookup<T>[]>,
): Promise<readonly Lookup<T>[]> {
  const pairs = names.map((name, index) =>
    found[index]?.kind === 'none' ? twoNames.exec(name)?.slice(1) : undefined,
  )
  const asked = [...new Set(pairs.flatMap((pair) => pair ?? []))]
  if (asked.length === 0) return found
  const again = await find(asked)
  return found.map((lookup, index) => {
    const [one, other] = (pairs[index] ?? []).map((name) => again[asked.indexOf(name)])
    const same = one?.kind === 'one' && other?.kind === 'one' && one.value.id === other.value.id
    return same ? one : lookup
  })
}

const twoNames = /^([^():]{2,120}?)(?: ?\(|: | [–—-] |, )([^():]{2,120})\)?$/u

/** A slip of the hand, such as `BLME`, is answered with the group that is meant, anything else with all of them. */
async function groupMeant(db: Db, text: string): Promise<Lookup<GroupRef>> {
  const [found = none] = await withoutArticle([text], (names) =>
    Promise.all(names.map((name) => findGroup(db, name))),
  )
  if (found.kind !== 'none' || found.nearest !== null) return found
  const acronyms = (await allKnownGroups(db)).map(({ acronym }) => acronym)
  const near = nearest(text, acronyms)
  if (near !== undefined) return { kind: 'none', nearest: near }
  if (acronyms.length === 0)
    throw new UserError(
      `I know no working group called “${shorten(text)}”, and no other: none has been set up yet. The secretariat does it with /wg add.`,
    )
  throw new UserError(
    `I know no working group called “${shorten(text)}”. There are: ${list(acronyms, 'and')}.`,
    {
      choices: acronyms.slice(0, 10).map((acronym) => ({ label: acronym, value: acronym })),
    },
  )
}

function onlyGroup(lookup: Lookup<GroupRef>, text: string): GroupRef {
  return only(lookup, text, 'working group', ({ acronym }) => ({ label: acronym, value: acronym }))
}

function only<T>(
  lookup: Lookup<T>,
  text: string,
  noun: string,
  name: (value: T) => { label: string; value: string },
): T {
  if (lookup.kind === 'one') return lookup.value
  const typed = shorten(text)
  if (lookup.kind === 'several') {
    const choices = toldApart(lookup.candidates.slice(0, 10).map(name))
    throw new UserError(
      `“${typed}” may be ${choices.map((choice) => choice.label).join(', ')}. Which ${noun}?`,
      { choices },
    )
  }
  if (lookup.nearest === null) throw new UserError(`I know no ${noun} called “${typed}”.`)
  throw new UserError(`I know no ${noun} called “${typed}”. Did you mean ${lookup.nearest}?`, {
    choices: [{ label: lookup.nearest, value: lookup.nearest }],
  })
}
