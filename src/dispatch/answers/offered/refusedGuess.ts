import { UserError } from '../../../core/errors.ts'
import { unasked } from '../../../core/language/prose.ts'
import type { Button } from '../../../core/message.ts'

/** A guess at what was meant that is for others to do. */
export interface NotTheirs {
  readonly guess: Button
  readonly why: UserError
}

/** Says why a guess is refused; of what a button does with the line itself, behind what is wrong with the line. */
export function refusedGuess(
  { guess: { label }, why }: NotTheirs,
  { message, buttons }: UserError,
): UserError {
  const meant = label.replace(/^Yes: /, '')
  const said = meant.startsWith('Without ')
    ? `${message} Without it:`
    : `You may mean ${meant}; nothing was done.`
  return new UserError(`${said} ${why.message}`, { buttons: [...why.buttons, ...buttons.map(unasked)] })
}
