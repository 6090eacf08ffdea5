import { addDays, formatDay } from '../../../src/core/time/day.ts'
import { isSame, type StandingChange } from './standings.ts'

const leading: readonly string[] = ['chair', 'co-chair', 'vice-chair']

/** What somebody comes to be in a group and what they are no more, each in words without a full stop. */
export function changeWords(group: string, changes: readonly StandingChange[]): readonly string[] {
  const office = changes.filter(({ part }) => part.kind === 'leads')
  const further = changes.filter(
    ({ part, gained, from }) =>
      part.kind === 'role' &&
      !office.some(
        (one) =>
          one.from === from &&
          // Who leads a group is a member of it without being named as one.
          (leading.includes(part.role) ? one.gained === gained : one.gained && !gained),
      ) &&
      !isNamedNow(changes, { part, gained, from }) &&
      // Whoever is named for what they stood for already loses nothing.
      !(!gained && changes.some((one) => one.gained && one.from === from && isSame(one.part, part))),
  )
  return [...office, ...further.toSorted((a, b) => placeOf(a) - placeOf(b))].map((change) =>
    wordsOf(group, change),
  )
}

/** What is gained comes first, and what everybody has in a group open to all comes last. */
function placeOf({ part, gained }: StandingChange): number {
  if (!gained) return 1
  return isByName(part) ? 0 : 2
}

/** Whether a membership that everybody has in a group open to all is lost to one by name. */
function isNamedNow(
  changes: readonly StandingChange[],
  { part, gained, from }: Pick<StandingChange, 'part' | 'gained' | 'from'>,
): boolean {
  return (
    !gained && !isByName(part) && changes.some((one) => one.gained && one.from === from && isByName(one.part))
  )
}

function isByName(part: StandingChange['part']): boolean {
  return part.kind === 'role' && part.entity !== undefined
}

function wordsOf(
  group: string,
  { part, gained, from, until, before, again, passes }: StandingChange,
): string {
  const begins = formatDay(from)
  const last = formatDay(addDays(from, -1))
  const span = until === null ? `from ${begins} on` : `from ${begins} to ${formatDay(addDays(until, -1))}`
  const stays = until === null ? `beyond ${last}` : `beyond ${last}, until ${formatDay(addDays(until, -1))}`
  if (part.kind === 'leads') {
    if (again) return `You lead ${group} again, as before ${begins}`
    if (gained) return before ? `You go on leading ${group} ${stays}` : `You lead ${group} ${span}`
    return before
      ? `You do not lead ${group} any more ${span}`
      : `You do not come to lead ${group} on ${begins}`
  }
  const who = part.entity === undefined ? 'You' : part.entity
  const [is, stay, become] =
    part.entity === undefined ? ['are', 'stay', 'do not become'] : ['is', 'stays', 'does not become']
  if (gained && !isByName(part) && part.role === 'member')
    return `You are still invited to ${group}, which is open to all`
  const role = `${roleWords(part.role)} of ${group}`
  if (passes) {
    const stand = `stand for ${who} as ${role}`
    if (again) return `You ${stand} again, as before ${begins}`
    if (gained) return before ? `You still ${stand} ${stays}` : `You ${stand} ${span}`
    return before ? `You no longer ${stand} ${span}` : `You do not come to ${stand} on ${begins}`
  }
  if (again) return `${who} ${is} ${role} again, as before ${begins}`
  if (gained) return before ? `${who} ${stay} ${role} ${stays}` : `${who} ${is} ${role} ${span}`
  return before ? `${who} ${is} no longer ${role} ${span}` : `${who} ${become} ${role} on ${begins}`
}

/** `a member`, `an observer`; an office has one holder. */
export function roleWords(role: string): string {
  if (role === 'member') return 'a member'
  return role === 'observer' ? 'an observer' : role
}

/** The entity that the changes are about, and whether somebody is named for it. */
export function entityIn(changes: readonly StandingChange[]): {
  readonly entity: string | undefined
  readonly byName: boolean
} {
  for (const { part } of changes)
    if (part.kind === 'role' && part.entity !== undefined)
      return { entity: part.entity, byName: part.byName === true }
  return { entity: undefined, byName: false }
}
