import { expectedInvitees } from '../../../db/meetings/expectedInvitees.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'
import {
  type Block,
  block,
  button,
  type Message,
  message,
  type Rich,
  rich,
} from '../../../src/core/message.ts'
import type { Rhythm } from '../../../src/meetings/cadence/rhythm.ts'
import type { Context } from '../../define.ts'
import { rhythmText } from '../rhythmWords.ts'
import { toldLine } from './toldLine.ts'

interface Group {
  readonly id: number
  readonly acronym: string
}

/**
 * Tells the other chairs of a group what was decided of its rhythm, since they are reminded by it; says to the caller
 * whom. `change` names what was done, so that nobody is told of it twice.
 */
export function tellOtherChairs(
  context: Context,
  group: Group,
  { change, text }: { readonly change: string; readonly text: Rich },
): Promise<Block | undefined> {
  return tellChairs(context, group, {
    key: `rhythm:G${group.id}:${change}`,
    kind: 'rhythm',
    message: message(text, block.buttons(button('Show its rhythm', 'wg cadence', { wg: group.acronym }))),
  })
}

interface News {
  /** Names what was done, so that nobody is told of it twice. */
  readonly key: string
  readonly kind: string
  readonly message: Message
}

/** Tells the other chairs of a group what was done with it; says to the caller whom. */
export async function tellChairs(
  { db, caller, today, notify }: Context,
  group: Group,
  { key, kind, message: said }: News,
): Promise<Block | undefined> {
  const people = await expectedInvitees(db, [group.id], today)
  const chairs = people.filter(({ personId, as }) => as === 'chair' && personId !== caller.personId)
  const why = {
    as: `among those who chair ${group.acronym}`,
    otherwise: `Is that wrong? Speak to ${caller.name}.`,
  }
  notify(
    chairs.map(({ personId }) => ({
      key: `${key}:${personId}`,
      personId,
      kind,
      subject: `group:${group.id}`,
      message: withReason(said, why, false),
    })),
  )
  return toldLine(chairs.map(({ name }) => name))
}

/** Tells the other chairs how their group meets from now on; `change` is the number of what was recorded. */
export function tellOfRhythm(
  context: Context,
  group: Group,
  { change, rhythm }: { readonly change: number; readonly rhythm: Rhythm },
): Promise<Block | undefined> {
  return tellOtherChairs(context, group, {
    change: `D${change}`,
    text: rich`${group.acronym} ${rhythmText(rhythm)} from now on, by a change of ${context.caller.name}.`,
  })
}
