import { readersOf } from '../../../db/directory/hours/readers.ts'
import type { Question } from '../../core/feature/feature.ts'
import type { Notice } from '../../core/feature/notice.ts'
import { type Block, block, message, rich } from '../../core/message.ts'
import { quietEnd } from '../../core/reach/quietEnd.ts'
import { nothingSent, reachAt } from '../../core/reach/reach.ts'
import { counted } from '../../core/text/counted.ts'
import type { Context } from '../services.ts'

/** Who is about to be told something, in a sentence, and when it reaches them. */
export interface Audience {
  /** `26 people and 2 rooms`. */
  readonly said: string
  readonly shown: readonly Block[]
}

/** Those who are about to be told, where they are more than are written to unseen. */
export async function manyOf(
  { db, now, caller, askAbove }: Context,
  notices: readonly Notice[],
): Promise<Audience | undefined> {
  if (!isMany({ caller, askAbove }, notices)) return undefined
  const first = new Map(notices.toReversed().map((one) => [one.personId, one]))
  const readers = await readersOf(db, [...peopleOf(notices)])
  const rooms = notices.filter(({ room }) => room !== undefined).length
  const arrives = (reader: (typeof readers)[number]): Date => {
    const notice = first.get(reader.personId)
    const waits = notice?.urgency !== 'urgent' && (notice?.account === undefined || notice.waits === true)
    if (!waits || reader.personId === caller.personId) return now
    return quietEnd(reader, now, notice?.neededBy ?? notice?.uselessAfter) ?? now
  }
  return {
    said: `${counted(readers.length, 'person', 'people')}${rooms > 0 ? ` and ${counted(rooms, 'room')}` : ''}`,
    shown: reachAt(readers, arrives, now),
  }
}

/** Whether more people are about to be told than are written to unseen, whoever does it apart. */
export function isMany(
  { caller, askAbove }: Pick<Context, 'caller' | 'askAbove'>,
  notices: readonly Notice[],
): boolean {
  const others = peopleOf(notices)
  others.delete(caller.personId)
  return others.size > askAbove
}

/** Asks in place of a handler that did not: what they would read, whom, and when. */
export function questionToMany({ said, shown }: Audience, notices: readonly Notice[]): Question {
  const [first] = notices.filter(({ personId }) => personId !== undefined)
  return {
    kind: 'question',
    message: message(
      `This is about to write to ${said}.`,
      first && block.text(rich`They would read: ${first.message.summary}`),
      ...shown,
      nothingSent,
    ),
    yes: 'Do it and tell them',
    values: {},
  }
}

function peopleOf(notices: readonly Notice[]): Set<number> {
  return new Set(notices.flatMap(({ personId }) => personId ?? []))
}
