import { findEntities } from '../../../db/directory/find/entity.ts'
import { findGroup } from '../../../db/directory/find/group.ts'
import { allKnownGroups } from '../../../db/directory/groups.ts'
import { findMeeting } from '../../../db/meetings/find/findMeeting.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Lookup } from '../../../db/store/lookup.ts'
import { UserError } from '../../core/errors.ts'
import { type Readers, readValues } from '../../core/language/readValues.ts'
import { button } from '../../core/message.ts'
import type { GroupRef, Options } from '../../core/option.ts'
import { list } from '../../core/text/list.ts'
import { nearest } from '../../core/text/nearest.ts'
import { shorten } from '../../core/text/text.ts'
import { withoutArticle } from './asWritten.ts'
import { only } from './only.ts'

const none = { kind: 'none', nearest: null } as const

/**
 * Finds a group by its typed name. A slip such as `BLME` gets the nearest group, anything else raises `UserError`
 * with all of them.
 */
export async function groupMeant(db: Db, text: string, now: Date): Promise<Lookup<GroupRef>> {
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
  const [entity] = await findEntities(db, [text], now)
  const meeting = entity?.kind === 'one' ? none : await findMeeting(db, text, now)
  if (meeting.kind === 'one') {
    const { id, title } = meeting.value
    throw new UserError(`“${shorten(text)}” is the meeting M${id} ${shorten(title)} and no working group.`, {
      buttons: [button(`Show M${id}`, 'meeting show', { meeting: `M${id}` })],
    })
  }
  throw new UserError(
    `${entity?.kind === 'one' ? `${entity.value.acronym} is an entity and no working group` : `I know no working group called “${shorten(text)}”`}. There are: ${list(acronyms, 'and')}.`,
    {
      choices: acronyms.slice(0, 10).map((acronym) => ({ label: acronym, value: acronym })),
    },
  )
}

/** As `only`, for a working group. */
export function onlyGroup(lookup: Lookup<GroupRef>, text: string): GroupRef {
  return only(lookup, text, 'working group', ({ acronym }) => ({ label: acronym, value: acronym }))
}

/** Raises `UserError` for the acronym of no group before the rest is asked for. */
export async function refuseUnknownGroup(
  options: Options,
  fields: Readonly<Record<string, string>>,
  readers: Readers,
): Promise<void> {
  const named = Object.entries(options).filter(
    ([name, { kind }]) =>
      (kind === 'group' || kind === 'groups') &&
      /^\p{Lu}[\p{Lu}\p{Nd}-]{1,20}$/u.test(fields[name]?.trim() ?? ''),
  )
  if (named.length > 0) await readValues(Object.fromEntries(named), fields, readers)
}
