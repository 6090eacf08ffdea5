import { standingEntities } from '../../db/directory/entities.ts'
import { isShort, isWord, peopleBeginning } from '../../db/directory/find/peopleBeginning.ts'
import { type Search, searchDirectory } from '../../db/directory/find/search.ts'
import { allKnownGroups } from '../../db/directory/groups.ts'
import { identify } from '../../db/directory/identify.ts'
import { colleagues } from '../../db/directory/people.ts'
import { meetingsNamed, type NamedMeeting } from '../../db/meetings/upcoming.ts'
import type { Db } from '../../db/store/db.ts'
import type { Suggest } from '../core/adapter.ts'
import { type Choice, UserError } from '../core/errors.ts'
import type { Caller } from '../core/feature/caller.ts'
import { ownValue } from '../core/json.ts'
import { clean } from '../core/language/clean.ts'
import { shorten } from '../core/text/text.ts'
import { dayOf, formatDay } from '../core/time/day.ts'
import { meetingsOffered } from './meetings.ts'
import { plannedSections } from './plannedSections.ts'
import { recordChoices } from './records.ts'
import { sectionChoices } from './sections.ts'
import { updateChoices } from './updates.ts'
import { zoneChoices } from './zones.ts'

const typedLimit = 100
const most = 100
/** The limits for labels and values on the strictest platform. */
const choiceLimit = 75

/** A request for suggestions, once the caller is known and the text cut to length. */
interface SuggestQuery {
  readonly db: Db
  readonly now: Date
  readonly caller: Caller
  readonly typed: string
  readonly prefix: string | undefined
  readonly implied: Suggest['implied']
  readonly limit: number
}

/** Suggestions for the typed text, best first: each value reads back as exactly what its label says. */
export async function suggest(db: Db, now: Date, asked: Suggest): Promise<readonly Choice[]> {
  const limit = Math.min(most, Math.floor(asked.limit))
  const typed = readTyped(asked.typed)
  const find = finderOf(asked)
  if (!find || typed === undefined || !(limit > 0)) return []
  const caller = await identify(db, { ...asked.caller, vouchedEmail: asked.vouchedEmail ?? null }, now)
  if (!caller) return []
  const found = await find({ db, now, caller, typed, prefix: asked.prefix, implied: asked.implied, limit })
  return found
    .filter(({ value }) => value !== '' && value.length <= choiceLimit)
    .map(({ label, value }) => ({ label: shorten(label, choiceLimit), value }))
    .slice(0, limit)
}

/** A text names records by their numbers, or one of several kinds. */
function finderOf({ kind, names, prefix }: Suggest): Finder | undefined {
  if (kind !== 'text') return ownValue(finders, kind)
  if (prefix !== undefined) return finders.record
  const each = (names ?? []).flatMap((name) => finders[name] ?? [])
  return each.length === 0 ? undefined : (asked) => anyOf(each, asked)
}

async function anyOf(each: readonly Finder[], asked: SuggestQuery): Promise<readonly Choice[]> {
  const found: Choice[] = []
  for (const find of each) found.push(...(await find(asked)))
  return found
}

/** The beginning of the typed text as one line; undefined for characters that no keyboard types. */
function readTyped(text: string): string | undefined {
  try {
    // The cut may split a surrogate pair.
    const bounded =
      text.length > typedLimit ? text.slice(0, typedLimit).replace(/[\ud800-\udbff]$/, '') : text
    return clean(bounded).replace(/\s+/g, ' ').trim()
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

type Finder = (asked: SuggestQuery) => Promise<readonly Choice[]>

const finders: Partial<Record<Suggest['kind'], Finder>> = {
  entity: entityChoices,
  entities: (asked) => listedChoices(asked, entityChoices),
  person: personChoices,
  group: groupChoices,
  groups: (asked) => listedChoices(asked, groupChoices),
  meeting: meetingChoices,
  record: async (asked) =>
    asked.prefix === 'U' ? updateChoices(asked.db, asked.caller, asked.typed) : recordChoices(asked),
  section: async ({ db, typed }) => sectionChoices(typed, await plannedSections(db)),
  zone: async ({ typed, caller, now }) => zoneChoices(typed, caller.zone, now),
}

async function entityChoices({ db, now, caller, typed, limit }: SuggestQuery): Promise<readonly Choice[]> {
  const hits = typed === '' ? undefined : await directory(db, typed, 'entities', limit)
  if (hits?.length === 0) return []
  const standing = await standingEntities(
    db,
    { ownId: caller.entityId, limit, ...(hits ? { among: hits.map(({ id }) => id) } : {}) },
    now,
  )
  const byId = new Map(standing.map((entity) => [entity.id, entity]))
  const ranked = hits ? hits.map(({ id }) => byId.get(id)) : standing
  return ranked
    .filter((entity) => entity !== undefined)
    .map(({ acronym, name }) => ({ label: titled(acronym, name), value: acronym }))
}

/** In a list separated by commas, only the last name is being typed; those before it stay. */
async function listedChoices(
  asked: SuggestQuery,
  choices: (asked: SuggestQuery) => Promise<readonly Choice[]>,
): Promise<readonly Choice[]> {
  const names = asked.typed.split(/[,;]/).map((name) => name.trim())
  const kept = names.slice(0, -1).filter((name) => name !== '')
  const found = await choices({ ...asked, typed: names.at(-1) ?? '' })
  const known = new Set(kept.map((word) => word.toLowerCase()))
  return found
    .filter(({ value }) => !/[,;]/.test(value) && !known.has(value.toLowerCase()))
    .map(({ label, value }) => ({
      label: [...kept, label].join(', '),
      value: [...kept, value].join(', '),
    }))
}

async function personChoices({ db, caller, typed, limit }: SuggestQuery): Promise<readonly Choice[]> {
  if (typed !== '') {
    const word = typed.trim()
    const begun = isWord(word) ? await peopleBeginning(db, word, limit) : []
    const offered = begun.map(({ name, detail, handle }) => ({ label: titled(name, detail), value: handle }))
    if (offered.length >= limit || (offered.length > 0 && isShort(word))) return offered
    const hits = await directory(db, typed, 'people', limit)
    const known = new Set(offered.map(({ value }) => value))
    const found = hits.map(({ label, detail, handle }) => ({ label: titled(label, detail), value: handle }))
    return [...offered, ...found.filter(({ value }) => !known.has(value))].slice(0, limit)
  }
  if (caller.entityId === null) return []
  const people = await colleagues(db, caller.entityId, limit)
  return people.map(({ name, title, handle }) => ({ label: titled(name, title ?? ''), value: handle }))
}

async function groupChoices({ db, caller, typed, limit }: SuggestQuery): Promise<readonly Choice[]> {
  if (typed !== '') {
    const hits = await directory(db, typed, 'groups', limit)
    return hits.map(({ label, detail, handle }) => ({ label: titled(label, detail), value: handle }))
  }
  const own = new Set(caller.roles.map(({ groupId }) => groupId))
  const groups = await allKnownGroups(db)
  return [...groups.filter(({ id }) => own.has(id)), ...groups.filter(({ id }) => !own.has(id))].map(
    ({ acronym, name }) => ({ label: titled(acronym, name), value: acronym }),
  )
}

async function meetingChoices({
  db,
  now,
  caller,
  typed,
  implied,
  limit,
}: SuggestQuery): Promise<readonly Choice[]> {
  const begun = /^(?:m\d{0,9})?$/i.test(typed)
    ? (await meetingsOffered(db, { implied }, caller, { now, limit })).filter(({ id }) =>
        `M${id}`.startsWith(typed.toUpperCase()),
      )
    : []
  const named = typed === '' ? [] : await meetingsNamed(db, typed, now, limit)
  const found = [...begun, ...named.filter(({ id }) => begun.every((one) => one.id !== id))].slice(0, limit)
  return found.map((meeting) => ({ label: meetingLabel(meeting, caller.zone), value: `M${meeting.id}` }))
}

/** The date stays readable however long the title is. */
function meetingLabel({ id, title, groupAcronym, startsAt, status }: NamedMeeting, zone: string): string {
  const cancelled = status === 'cancelled' ? ', cancelled' : ''
  const rest = `${groupAcronym ? ` (${shorten(groupAcronym, 20)})` : ''}, ${formatDay(dayOf(startsAt, zone))}${cancelled}`
  return `${shorten(`M${id} ${title}`, choiceLimit - rest.length)}${rest}`
}

/** Only hits with a record, since only those can be read back. */
async function directory(db: Db, query: string, kind: Search['kinds'][number], limit: number) {
  const hits = await searchDirectory(db, { query, kinds: [kind], limit })
  return hits.filter((hit) => hit.kind !== 'holder')
}

function titled(name: string, detail: string): string {
  return detail === '' || detail === name ? name : `${name}: ${detail}`
}
