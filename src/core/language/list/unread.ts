import { UserError } from '../../errors.ts'
import { shorten } from '../../text/text.ts'
import { splitJoined, splitList } from './split.ts'

/** A name of the list that means nothing, or several things. */
export class Unread {
  readonly part: string
  readonly error: UserError

  constructor(part: string, error: UserError) {
    this.part = part
    this.error = error
  }
}

/** Raises `UserError` for names that could not be read: the first choice puts all of them right at once. */
export function refuseUnread(unread: readonly Unread[], whole: string): void {
  const [first, ...others] = unread
  if (!first) return
  const error = inList(first.error, first.part, whole)
  if (others.length === 0 || unread.some((one) => one.error.choices.length === 0)) throw error
  const mended = unread.reduce(
    (text, { part, error: { choices } }) => text.replace(part, () => choices[0]?.value ?? part),
    whole,
  )
  const rest = splitList(whole)
    .flatMap((part) => [part, ...splitJoined(part)])
    .filter((name) => name.length < whole.length)
  const known = rest.filter((name) => !unread.some(({ part }) => name.includes(part)))
  const without = {
    label: `Without ${unread.map(({ part }) => `“${shorten(part, 30)}”`).join(' and ')}`,
    value: known.join(', '),
  }
  throw new UserError([...new Set(unread.map((one) => one.error.message))].join(' '), {
    choices: [{ label: mended, value: mended }, ...(known.length > 0 ? [without] : [])],
    ...(error.option !== undefined && { option: error.option }),
  })
}

/** What puts one name right must not lose the others. */
function inList(error: UserError, part: string, whole: string): UserError {
  const at = whole.indexOf(part)
  if (at < 0 || whole === part) return error
  const choices = error.choices.map(({ label, value }) => ({
    label,
    value: `${whole.slice(0, at)}${value}${whole.slice(at + part.length)}`,
  }))
  const others = splitList(whole).filter((name) => name !== part)
  return new UserError(error.message, {
    choices:
      others.length > 0
        ? [...choices, { label: `Without “${shorten(part)}”`, value: others.join(', ') }]
        : choices,
    buttons: error.buttons,
    ...(error.option !== undefined && { option: error.option }),
  })
}
