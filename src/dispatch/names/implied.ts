import { findEntities } from '../../../db/directory/find/entity.ts'
import { allKnownGroups } from '../../../db/directory/groups.ts'
import { meetingNumber } from '../../../db/meetings/find/findMeeting.ts'
import { groupsOfRoom } from '../../../db/meetings/groupsOfRoom.ts'
import { recordsNamed } from '../../../db/records/named.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Room } from '../../core/address.ts'
import { UserError } from '../../core/errors.ts'
import { type Caller, leads } from '../../core/feature/caller.ts'
import { waitingMeeting } from '../../core/language/trailing/answers.ts'
import { button } from '../../core/message.ts'
import type { Options } from '../../core/option.ts'
import { fold } from '../../core/text/nearest.ts'
import { meetingsImplied } from '../../suggest/meetings.ts'
import { ofRoom } from './agenda/ofRoom.ts'
import { withItemOfOnly } from './agenda/withItemOfOnly.ts'
import { withAll, withEveryone } from './everyone.ts'
import { withLikeMeeting } from './likeMeeting.ts'
import { isNext, meetingMeant } from './meetingMeant.ts'

type Fields = Readonly<Record<string, string>>

interface Asking {
  readonly caller: Caller | null
  /** Where it was asked. */
  readonly room: Room
  readonly now: Date
}

/** The fields with what a line leaves out as understood: the group that its title names, the meeting under way. */
export async function withImplied(db: Db, options: Options, fields: Fields, asking: Asking): Promise<Fields> {
  await refuseGroup(db, options, fields, asking.now)
  const like = await withLikeMeeting(db, options, withAll(options, fields), asking)
  const titled = await withGroupInTitle(db, options, await withRecord(db, options, like, asking))
  const led = await withLedGroup(db, options, titled, asking)
  return withEveryone(db, options, await withMeeting(db, options, led, asking), asking)
}

/** Raises `UserError` for the acronym of a working group where an entity is wanted, with the command for groups as a button. */
async function refuseGroup(db: Db, options: Options, fields: Fields, now: Date): Promise<void> {
  const [name, option] = Object.entries(options).find(([, { ofGroup }]) => ofGroup) ?? []
  const typed = fields[name ?? '']
  if (name === undefined || !option?.ofGroup || typed === undefined) return
  const group = (await allKnownGroups(db)).find(({ acronym }) => fold(acronym) === fold(typed))
  const [entity] = group ? await findEntities(db, [typed], now) : []
  if (!group || entity?.kind === 'one') return
  const [command, own] = option.ofGroup
  const values = { ...without(fields, name), [own]: group.acronym }
  throw new UserError(
    `${group.acronym} is a working group and no entity; nothing was done. Did you mean the group?`,
    {
      option: name,
      buttons: [button(`Yes: /${command} ${group.acronym}`, command, values)],
    },
  )
}

/** The fields with the one group that the caller leads, in a room one of that room; unchanged where there are several. */
async function withLedGroup(
  db: Db,
  options: Options,
  fields: Fields,
  { caller, room }: Asking,
): Promise<Fields> {
  const [name] = Object.entries(options).find(([, { onlyLed, required }]) => onlyLed && required) ?? []
  if (name === undefined || fields[name] !== undefined || !caller || caller.isSecretariat) return fields
  const led = new Set(caller.roles.map(({ groupId }) => groupId).filter((id) => leads(caller, id)))
  const bound = (await groupsOfRoom(db, room)).map(({ id }) => id)
  const [only, ...others] = [...led].filter((id) => bound.length === 0 || bound.includes(id))
  if (only === undefined || others.length > 0) return fields
  const group = (await allKnownGroups(db)).find(({ id }) => id === only)
  return group ? { ...fields, [name]: group.acronym } : fields
}

/** Adds the only open record if none was named; no change if there is none, or several. */
async function withRecord(db: Db, options: Options, fields: Fields, { caller }: Asking): Promise<Fields> {
  const [name, option] = Object.entries(options).find(([, { onlyOpen }]) => onlyOpen) ?? []
  if (name === undefined || !option || fields[name] !== undefined || !caller) return fields
  const [only, ...others] = await recordsNamed(db, option.prefix ?? '', caller, { words: '', limit: 2 })
  return only && others.length === 0 ? { ...fields, [name]: `${option.prefix}${only.id}` } : fields
}

/** Adds the only meeting that may be meant if none was named; no change if there is none, or several. */
async function withMeeting(
  db: Db,
  options: Options,
  fields: Fields,
  { caller, room, now }: Asking,
): Promise<Fields> {
  const numbered = caller ? await withItemOfOnly(db, options, fields, { caller, room, now }) : undefined
  if (numbered) return numbered
  const [name, option] = Object.entries(options).find(([, { implied }]) => implied !== undefined) ?? []
  if (name === undefined || !option || !caller) return withoutInvitation(options, fields)
  const typed = fields[name]
  const item = typed === undefined ? undefined : itemNumbered(options, fields, typed)
  if (item !== undefined && typed !== undefined) {
    const [only, ...others] = await ofRoom(db, await meetingsImplied(db, option, caller, now), room)
    return only && others.length === 0 ? { ...fields, [name]: `M${only.id}`, [item]: typed } : fields
  }
  const text = typed === undefined ? undefined : textTyped(options, fields, typed)
  // A sentence says `it` where it names no meeting.
  const isLeftOpen = typed === 'it' && option.implied === 'under way'
  const open = typed === undefined || typed === waitingMeeting || isLeftOpen || text !== undefined
  if (
    !open ||
    (option.implied === 'under way if here' &&
      !Object.values(fields).some((one) => /^(?:not )?here$/.test(one)))
  )
    return fields
  const found = await ofRoom(db, await meetingsImplied(db, option, caller, now), room)
  const [only, ...others] = found
  const meant = only && others.length === 0 ? `M${only.id}` : undefined
  if (typed === undefined || text === undefined) {
    if (meant !== undefined) return { ...fields, [name]: meant }
    // An invitation that waits is none of these meetings.
    return typed === waitingMeeting && option.implied !== 'under way if here' ? without(fields, name) : fields
  }
  // The words may be the name of a meeting after all.
  const here = { now, zone: caller.zone, personId: caller.personId }
  if ((await meetingMeant(db, typed, here)).kind !== 'none') return fields
  return { ...without(fields, name), ...(meant !== undefined && { [name]: meant }), [text]: typed }
}

/** Drops the invitation that waits from a command that answers none: `minutes word` names no meeting. */
function withoutInvitation(options: Options, fields: Fields): Fields {
  const name = Object.keys(fields).find(
    (one) => options[one]?.kind === 'meeting' && fields[one] === waitingMeeting,
  )
  return name === undefined ? fields : without(fields, name)
}

function without(fields: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name))
}

/** The `item` that a number without a sign is while one meeting goes on, as in `next 2`; a meeting's own number is `M2`. */
function itemNumbered(options: Options, fields: Fields, typed: string): string | undefined {
  const isItem = options['item']?.kind === 'text' && !options['item'].required && fields['item'] === undefined
  return isItem && /^\p{Nd}{1,9}$/u.test(typed) ? 'item' : undefined
}

/**
 * The option of which nothing was typed where words stand in the place of a meeting: a text that is required, as in
 * `note we agreed to share`, or what stands next, as in `next Budget` and `resolve R1`.
 */
function textTyped(options: Options, fields: Fields, typed: string): string | undefined {
  if (typed === waitingMeeting || meetingNumber(typed) !== null || isNext(typed)) return undefined
  const free = Object.entries(options).filter(([name]) => fields[name] === undefined)
  const [text] = free.find(([, { kind, required }]) => kind === 'text' && required) ?? []
  if (text !== undefined) return text
  const [, second] = Object.keys(options)
  const [name, { kind, prefix = '' }] = free.find(([one]) => one === second) ?? ['', { kind: 'flag' }]
  const isRecord = kind === 'record' && new RegExp(`^#?${prefix}\\p{Nd}{1,9}$`, 'iu').test(typed)
  return kind === 'text' || isRecord ? name : undefined
}

/**
 * The fields with the group that the title names, where no other was given: `/meeting schedule ETCIP tomorrow 3pm`. A
 * title that is nothing but the name becomes `ETCIP meeting`. Unchanged where the title names none, or several.
 */
async function withGroupInTitle(
  db: Db,
  options: Options,
  fields: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const [first] = Object.keys(options)
  const wanted = Object.entries(options).find(
    ([, { kind, required }]) => (kind === 'group' || kind === 'groups') && required,
  )?.[0]
  const title = fields['title']
  if (first !== 'title' || title === undefined || !wanted || fields[wanted] !== undefined) return fields
  const typed = title.split(/[^\p{L}\p{N}-]+/u)
  // `for etcip`: so long an acronym is no other word in small letters.
  const words = new Set(typed.flatMap((word) => (/^\p{Ll}{4,}$/u.test(word) ? [word.toUpperCase()] : [word])))
  const alone = fold(title.trim())
  const named = (await allKnownGroups(db)).filter(
    ({ acronym }) => words.has(acronym) || fold(acronym) === alone,
  )
  const [only, ...others] = named
  if (!only || others.length > 0) return fields
  const bare = fold(only.acronym) === alone
  return { ...fields, [wanted]: only.acronym, ...(bare && { title: `${only.acronym} meeting` }) }
}
