import { UserError } from '../../src/core/errors.ts'
import { type Block, block, button } from '../../src/core/message.ts'
import { shorten } from '../../src/core/text/text.ts'

/** The letter before the number of each kind of record that somebody may be reminded of. */
const kinds: Readonly<Record<string, string>> = {
  R: 'reminder',
  M: 'meeting',
  N: 'newsletter',
  A: 'action',
  P: 'poll',
  S: 'silence',
  U: 'update',
}

/** `meeting:12` of `M12`. Raises `UserError`. */
export function readSubject(text: string): string {
  const [, letter = '', number] = /^#?([a-z]) ?#?(\d{1,9})$/i.exec(text.trim()) ?? []
  const kind = Object.hasOwn(kinds, letter.toUpperCase()) ? kinds[letter.toUpperCase()] : undefined
  if (kind !== undefined && number !== undefined) return `${kind}:${Number(number)}`
  throw new UserError(
    `“${shorten(text)}” is not a number of a reminder. Give one as it stands in /reminder list, such as R3, or M12 for a meeting’s reminder.`,
    { option: 'reminder' },
  )
}

/** `M12` of `meeting:12`; undefined where its kind has no letter. */
export function nameSubject(subject: string): string | undefined {
  const [kind, number] = subject.split(':')
  const letter = Object.keys(kinds).find((one) => kinds[one] === kind)
  return letter === undefined || number === undefined ? undefined : `${letter}${number}`
}

/** Buttons that say a reminder once more later. Before an event, one of them is for just before it. */
export function snoozeButtons(
  subject: string,
  until: readonly ('10m' | '1h' | 'tomorrow' | 'before')[],
): Block | undefined {
  const reminder = nameSubject(subject)
  if (reminder === undefined || until.length === 0) return undefined
  return block.buttons(
    ...until.map((when) => button(labels[when], 'reminder snooze', { reminder, until: when })),
  )
}

const labels = {
  '10m': 'Again in 10 minutes',
  '1h': 'Again in an hour',
  tomorrow: 'Tomorrow morning',
  before: 'Just before it',
} as const
