import { allKnownEntities } from '../../../db/directory/entities.ts'
import { findEntities } from '../../../db/directory/find/entity.ts'
import { namedHolders } from '../../../db/directory/find/holders.ts'
import { findPerson } from '../../../db/directory/find/person.ts'
import { retiredNamed } from '../../../db/directory/find/retired.ts'
import { viewerOf } from '../../../db/directory/visibility/audience.ts'
import { reminderById } from '../../../db/ledger/reminders/reminders.ts'
import { pollById } from '../../../db/meetings/polls/polls.ts'
import type { Db } from '../../../db/store/db.ts'
import { UserError } from '../../core/errors.ts'
import { type Caller, ownsOrLeads } from '../../core/feature/caller.ts'
import type { Readers } from '../../core/language/readValues.ts'
import type { GroupRef, MeetingRef } from '../../core/option.ts'
import { fold } from '../../core/text/nearest.ts'
import { shorten } from '../../core/text/text.ts'
import { type Day, dayOf, formatDay } from '../../core/time/day.ts'
import { hasLeft } from '../../directory/find/hasLeft.ts'
import { withoutRecord } from '../../directory/find/withoutRecord.ts'
import { readSection } from '../../newsletter/sections.ts'
import { plannedSections, sectionOfUpdate } from '../../suggest/plannedSections.ts'
import { asShown, withoutArticle } from './asWritten.ts'
import { focalPointNamed } from './entity/focalPoint.ts'
import { noEntity } from './entity/noEntity.ts'
import { refuseNoPerson } from './entity/noPerson.ts'
import { personsEntity } from './entity/personsEntity.ts'
import { groupMeant, onlyGroup } from './groupMeant.ts'
import { issueOfMonths, issueTyped } from './issueMeant.ts'
import { withoutLongNames } from './longNames.ts'
import { meetingMeant, ownMeeting, refuseNextOrLast } from './meetingMeant.ts'
import { momentBefore } from './momentBefore.ts'
import { noMeeting, refuseAll, whichMeeting } from './nearMeeting.ts'
import { only } from './only.ts'
import { recordMeant } from './recordMeant.ts'
import { runningMeeting } from './runningMeeting.ts'
import { saysAll } from './saysAll.ts'

interface Reading {
  readonly now: Date
  readonly zone: string
  readonly caller: Caller
}

/** Readers that look names up in the store: one round trip for each name, and for each list of entities. */
export function readersFor(db: Db, reading: Reading): Omit<Readers, 'file'> {
  const { now, zone, caller } = reading
  const meeting = (text: string) => readMeeting(db, text, reading)
  const today = dayOf(now, zone)
  const viewer = viewerOf(caller, today)
  return withoutLongNames({
    now,
    zone,
    entities: (names, among) => readEntities(db, names, { ...reading, among, today }),
    person: (text) => readPerson(db, text, viewer, now),
    groups: async (names) => {
      const found: (() => GroupRef)[] = []
      for (const name of names) {
        const lookup = await groupMeant(db, name, now).catch(asUserError)
        found.push(() => {
          if (lookup instanceof UserError) throw lookup
          return onlyGroup(lookup, name)
        })
      }
      return found
    },
    meeting,
    momentBefore: (text, here) => momentBefore(db, text, here, meeting),
    section: async (text) =>
      (await sectionOfUpdate(db, text, caller)) ?? readSection(text, await plannedSections(db)),
    issue: async (text, issues) =>
      (await issueTyped(db, text)) ?? issueOfMonths(db, text, issues, { now, zone }),
    record: (prefix, text) => recordMeant(db, prefix, text, caller),
    comesAt: async (prefix, id) => {
      if (prefix === 'P') {
        const poll = await pollById(db, id)
        return poll && { at: poll.closesAt, zone: poll.zone }
      }
      const found = prefix === 'R' ? await reminderById(db, id) : undefined
      return found && ownsOrLeads(caller, found) ? found : undefined
    },
  })
}

/** The refusal itself, which is raised only where that name is wanted; any other error is raised now. */
function asUserError(error: unknown): UserError {
  if (error instanceof UserError) return error
  throw error
}

/** Raises `UserError` for none, and for several. */
async function readMeeting(db: Db, text: string, { now, zone, caller }: Reading): Promise<MeetingRef> {
  const { personId } = caller
  const own = (await ownMeeting(db, text, personId, now)) ?? (await runningMeeting(db, text, caller, now))
  if (own) return own
  if (/^(?:it|this|that)(?: one| meeting)?$/i.test(text))
    throw await whichMeeting(db, { now, zone, personId })
  if (saysAll(text)) await refuseAll(db, text, { now, zone, personId })
  const found = await meetingMeant(db, text, { now, zone, personId })
  if (found.kind === 'none') {
    await refuseNextOrLast(db, text, { now, zone })
    throw await noMeeting(db, text, { now, zone, personId })
  }
  return only(found, text, 'meeting', (one) => ({
    label: `M${one.id} ${shorten(one.title)}, ${formatDay(dayOf(one.startsAt, zone))}`,
    value: `M${one.id}`,
  }))
}

/** What entities are read with beside. */
interface Beside {
  readonly among: Parameters<Readers['entities']>[1]
  readonly today: Day
}

/** For each name a function that returns its entity, or raises `UserError`; of a person's name, why it is none. */
async function readEntities(
  db: Db,
  names: readonly string[],
  { now, caller, among, today }: Reading & Beside,
): ReturnType<Readers['entities']> {
  const viewer = viewerOf(caller, today)
  const find = (each: readonly string[]) => findEntities(db, each, now, among)
  const found = await asShown(names, await withoutArticle(names, find), find)
  const known = found.some(({ kind }) => kind === 'none') ? await allKnownEntities(db) : []
  // Only the first name not found is checked for a person.
  const lost = found.findIndex(({ kind }) => kind === 'none')
  const refused = lost < 0 ? undefined : await personsEntity(db, names[lost] ?? '', { viewer, today })
  return found.map((lookup, index) => () => {
    if (lookup.kind === 'none') {
      throw (
        (index === lost ? refused : undefined) ??
        noEntity(names[index] ?? '', lookup.nearest, known, caller.isSecretariat)
      )
    }
    return only(lookup, names[index] ?? '', 'entity', ({ acronym }) => ({ label: acronym, value: acronym }))
  })
}

/** Raises `UserError` for none, and for several. */
async function readPerson(
  db: Db,
  typed: string,
  viewer: ReturnType<typeof viewerOf>,
  now: Date,
): ReturnType<Readers['person']> {
  const text = addressInBrackets(typed) ?? typed
  let found = await findPerson(db, text, viewer)
  const other = found.kind === 'none' ? otherOrder(text) : text
  if (other !== text) found = await findPerson(db, other, viewer)
  const handle = found.kind === 'none' ? await focalPointNamed(db, text, now) : undefined
  if (handle !== undefined) found = await findPerson(db, handle, viewer)
  if (found.kind === 'none') found = await byInitial(db, other, viewer)
  if (found.kind === 'none') {
    await refuseHolder(db, other)
    await refuseNoPerson(db, text, now)
  }
  return only(found, text, 'person', (person) => ({
    label: person.name,
    value: person.email ?? `P${person.id}`,
  }))
}

/** The address of `Ana Ruiz <ana@example.org>`, as mail programs copy it. */
function addressInBrackets(typed: string): string | undefined {
  return /<(?:mailto:)?([^<>|\s]{1,200}@[^<>|\s@]{1,200})(?:\|[^<>]{0,200})?>$/i.exec(typed.slice(-600))?.[1]
}

/** `Daly, Lauren`, `Ms. Lauren Daly` and `Lauren Daly’s` as a record has the name. */
function otherOrder(text: string): string {
  const bare = text.replace(/^(?:mr|mrs|ms|mx|dr|prof)\.? (?=\S)/i, '').replace(/(?<=\p{L})['’]s$/u, '')
  return bare
    .replace(/^([^,]{1,60}), ?([^,]{1,60})$/, '$2 $1')
    .replace(/^(\p{L}{2,40}) (\p{L})\.?$/u, '$2 $1')
}

/** The person of `L. Daly`: one of that surname whose given name begins with the letter. Raises `UserError`. */
async function byInitial(
  db: Db,
  text: string,
  viewer: ReturnType<typeof viewerOf>,
): ReturnType<typeof findPerson> {
  const [, initial = '', surname = ''] = /^(\p{L})\.? (\p{L}[\p{L}\p{M} '’-]{1,60})$/u.exec(text.trim()) ?? []
  if (surname === '') return { kind: 'none', nearest: null }
  const begins = (name: string) => fold(name).startsWith(fold(initial))
  const found = await findPerson(db, surname, viewer)
  const people = found.kind === 'one' ? [found.value] : found.kind === 'several' ? found.candidates : []
  const left = people.filter(({ name }) => begins(name))
  const [first, ...others] = left
  if (first)
    return others.length === 0 ? { kind: 'one', value: first } : { kind: 'several', candidates: left }
  const held = withoutRecord((await namedHolders(db, surname)).filter(({ name }) => begins(name ?? '')))
  if (held) throw held
  return { kind: 'none', nearest: null }
}

/** Raises `UserError` that says so for somebody who has left, or who holds a role without a record of their own. */
async function refuseHolder(db: Db, text: string): Promise<void> {
  const refused = withoutRecord(await namedHolders(db, text)) ?? hasLeft(await retiredNamed(db, text))
  if (refused) throw refused
}
