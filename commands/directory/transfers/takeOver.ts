import { nameOfPerson } from '../../../db/directory/people.ts'
import type { HandoverLoad, HandoverSubject } from '../../../db/directory/transfers/load.ts'
import type { Db } from '../../../db/store/db.ts'
import { loadWords, workWords } from './loadWords.ts'

/** What a handover is called in answers and notices. */
export interface TakeOver {
  /** Completes “takes over”: `from Old Hand`, `as chair of ETCIP from Old Hand (INTERPOL)`. */
  readonly phrase: string
  /** The role that is handed over alone: `chair of ETCIP`. */
  readonly role: string | undefined
  /** What goes along, a line each. */
  readonly lines: readonly string[]
}

/** Says a handover of a person's load, or of one role with what is in hand for it. */
export async function takeOverWords(
  db: Db,
  { kind }: HandoverSubject,
  label: string,
  { held, things, from }: HandoverLoad,
): Promise<TakeOver> {
  if (kind === 'person') {
    return { phrase: `from ${label}`, role: undefined, lines: loadWords(held, things) }
  }
  const entity = held[0]?.entity
  const name = from === null ? undefined : await nameOfPerson(db, from)
  const who = name === undefined ? entity : `${name}${entity === undefined ? '' : ` (${entity})`}`
  return {
    phrase: `as ${label}${who === undefined ? '' : ` from ${who}`}`,
    role: label,
    lines: workWords(things),
  }
}

/** The groups in which a role changes hands. */
export function groupsOf({ held }: Pick<HandoverLoad, 'held'>): readonly GroupOfRole[] {
  const roles = held.filter(({ kind }) => kind === 'role')
  return [...new Map(roles.map(({ groupId: id, group: acronym }) => [id, { id, acronym }])).values()]
}

interface GroupOfRole {
  readonly id: number
  readonly acronym: string
}
