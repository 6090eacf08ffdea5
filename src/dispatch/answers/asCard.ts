import type { Caller } from '../../core/feature/caller.ts'
import type { Answer } from '../../core/invocation.ts'
import { headed, type Message } from '../../core/message.ts'
import { ownTimes } from '../../core/text/ownTimes.ts'
import type { ReadCommand } from '../readInput.ts'
import type { Run } from '../run.ts'
import { withDistinctLabels } from './offered/distinctLabels.ts'

/** The names of the kinds of records, with the letter before their numbers if they have one. */
const records = new Map([
  ['entity', 'Entity'],
  ['figure', 'Figure'],
  ['group', 'Working group'],
  ['import', 'Import'],
  ['meeting', 'Meeting M'],
  ['newsletter', 'Newsletter'],
  ['person', 'Person'],
  ['poll', 'Poll P'],
  ['reminder', 'Reminder R'],
  ['rule', 'Reminder rule'],
  ['silence', 'Silence procedure S'],
  ['update', 'Update U'],
])

/**
 * An answer as a card: headed by what its command or its record is called, and for a reader whose zone is known with
 * times printed once.
 */
export function asCard(
  answer: Answer,
  asked: ReadCommand | undefined,
  { trace: { caller, command, subject, several }, invocation }: Pick<Run, 'trace' | 'invocation'>,
): Answer {
  // A sentence may have been read as another command.
  const heading = asked?.words === command ? asked?.command.heading : undefined
  const told = { ...answer.message, blocks: withDistinctLabels(answer.message.blocks) }
  const message = isCard(answer)
    ? withHeading(told, asks(answer) ? 'Please confirm' : (heading ?? nameOf(subject, several)))
    : told
  const isForCaller = answer.audience === 'caller' || invocation.place.private
  return { ...answer, message: isForCaller && isSure(caller) ? ownTimes(message, caller.zone) : message }
}

/** A zone that only the directory gives may be wrong, so times are then also shown on the reader's own clock. */
function isSure(caller: Caller | null): caller is Caller {
  return caller !== null && caller.zoneFrom !== 'directory'
}

/** Whether it asks for a confirmation. */
function asks({ outcome, message: { blocks } }: Answer): boolean {
  return (
    outcome === 'asked' &&
    blocks.some((one) => one.kind === 'buttons' && one.buttons.some(({ confirmed }) => confirmed))
  )
}

/** Whether an answer is more than a sentence and its buttons; a refusal in words is no card, nor is a question back. */
function isCard(answer: Answer): boolean {
  const words = answer.outcome === 'done' || asks(answer)
  return answer.message.blocks.some(({ kind }) => kind !== 'buttons' && (kind !== 'text' || words))
}

function withHeading(message: Message, heading: string | undefined): Message {
  return message.heading !== undefined || heading === undefined ? message : headed(heading, message)
}

/** `Meeting M3`, and `Meetings` of several; undefined for a record that has no name of its own. */
function nameOf(subject: string | null, several: boolean): string | undefined {
  const [kind = '', id = ''] = subject?.split(':') ?? []
  const record = records.get(kind)
  if (record === undefined || !/ [A-Z]$/.test(record)) return record
  return several ? `${record.slice(0, -2)}s` : `${record}${id}`
}
