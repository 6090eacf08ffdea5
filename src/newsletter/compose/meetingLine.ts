import type { Day } from '../../core/time/day.ts'
import { unmark } from '../pasted/marks.ts'

export interface MeetingHeld {
  /** Acronym of the group; empty for a meeting of none. */
  readonly group: string
  readonly kind: string
  readonly summary: string
  readonly start: Day
}

/** The newsletter's line of a meeting: `ETCIP WG discussed …`. */
export function meetingLine({ group, summary }: MeetingHeld): string {
  const said = unmark(summary.trim().replace(/\s+/g, ' ')).text.replace(/\.$/, '')
  if (group === '' || said.toLowerCase().startsWith(group.toLowerCase())) return said
  const [first = ''] = said.split(' ')
  // A summary that begins with what was done goes on from the group's name.
  if (
    /^\p{L}+ed$/iu.test(first) ||
    /^(met|held|heard|took|gave|chose|set|drew|saw|made|began)$/i.test(first)
  ) {
    return `${group} WG ${first.toLowerCase()}${said.slice(first.length)}`
  }
  return `${group} WG met: ${said}`
}

export interface RoleTaken {
  readonly role: string
  readonly entity: string
  /** The person, where one is known. */
  readonly holder: string | null
  readonly groupName: string
  readonly groupAcronym: string
}

/** The newsletter's line of a role that changed hands. */
export function roleLine({ role, entity, holder, groupName, groupAcronym }: RoleTaken): string {
  const who = holder === null ? entity : `${holder} (${entity})`
  const article = role === 'chair' ? 'the new' : 'a new'
  return `${who} is ${article} ${role} of the ${groupName} (${groupAcronym})`
}
