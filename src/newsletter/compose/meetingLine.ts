import type { Day } from '../../core/time/day.ts'
import { unmark } from '../pasted/marks.ts'

export interface MeetingHeld {
  /** Acronym of the group; empty for a meeting of none, `ETCIP and PCVE` for a joint one. */
  readonly group: string
  readonly kind: string
  readonly summary: string
  readonly start: Day
}

/** The newsletter's line of a meeting: `ETCIP WG discussed …`. */
export function meetingLine({ group, summary }: MeetingHeld): string {
  const text = unmark(summary.trim().replace(/\s+/g, ' ')).text.replace(/\.$/, '')
  if (group === '' || text.toLowerCase().startsWith(group.toLowerCase())) return text
  const words = text.split(' ')
  const [first = ''] = words
  // A summary that begins with what was done goes on from the group's name.
  const met = / and /.test(group) ? `${group} WGs` : `${group} WG`
  if (isDone(words)) return `${met} ${first.toLowerCase()}${text.slice(first.length)}`
  return `${met} met: ${text}`
}

/** Whether the first word is what the group did, as in “discussed …”, and neither a name nor an adjective: “United Nations …”. */
function isDone([first = '', second = '', ...others]: readonly string[]): boolean {
  if (/^(met|held|heard|took|gave|chose|set|drew|saw|made|began)$/i.test(first)) return true
  if (!/^\p{L}+ed$/iu.test(first)) return false
  const passive = [second, ...others.slice(0, 5)].some((word) => /^(?:is|are|was|were)$/i.test(word))
  return !passive && !(/^\p{Lu}/u.test(first) && /^\p{Lu}\p{Ll}/u.test(second))
}

export interface RoleTaken {
  /** Whether the role began, or ended with nobody to follow. */
  readonly kind: 'begun' | 'ended'
  readonly role: string
  readonly entity: string
  /** The person, where one is known. */
  readonly holder: string | null
  readonly groupName: string
  readonly groupAcronym: string
}

/** A name that says what kind of group it is has an article; `Transport` has none. */
const isKindOfGroup =
  /(?<!\p{L})(?:group|committee|sub-?committee|force|team|network|panel|board|council|forum|commission|cluster|secretariat|unit|platform|alliance|partnership|section|cell|track)(?!\p{L})/iu

/** The newsletter's line of a role that changed hands. */
export function roleLine({ kind, role, entity, holder, groupName, groupAcronym }: RoleTaken): string {
  const who = holder === null ? entity : `${holder} (${entity})`
  const group = `${isKindOfGroup.test(groupName) ? 'the ' : ''}${groupName} (${groupAcronym})`
  const office = `${role.charAt(0).toUpperCase()}${role.slice(1)}`
  if (kind === 'ended') {
    const now = role === 'chair' ? '; the Chair is vacant' : ''
    return `${who} is no longer ${office} of ${group}${now}`
  }
  return `${who} is ${role === 'chair' ? 'the new' : 'a new'} ${office} of ${group}`
}
