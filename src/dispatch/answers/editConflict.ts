import { UserError } from '../../core/errors.ts'
import { isSameText } from '../../core/form.ts'
import type { Answer } from '../../core/invocation.ts'
import { ownValue } from '../../core/json.ts'
import { labelOf } from '../../core/language/labels.ts'
import { type Button, block, message } from '../../core/message.ts'
import type { ReadCommand } from '../readInput.ts'
import type { Context } from '../services.ts'

type Fields = Readonly<Record<string, string>>

/**
 * Asks before a form overwrites fields that somebody changed since it was opened; undefined where nobody did. Raises
 * `UserError` for a form that was sent as it was opened.
 */
export async function askAboutConflict(
  context: Context,
  { command, words, present: opened, confirmed }: ReadCommand,
  { fields, values }: { readonly fields: Fields; readonly values: Readonly<Record<string, unknown>> },
): Promise<Answer | undefined> {
  if (!command.present || !opened || confirmed) return undefined
  const changed = Object.entries(fields).filter(
    ([name, text]) =>
      // The record itself is required, and is no field that could change.
      (Object.hasOwn(opened, name) || ownValue(command.options, name)?.required !== true) &&
      !isSameText(text, ownValue(opened, name)),
  )
  if (changed.length === 0) throw new UserError('The form was sent as it was opened, so nothing was changed.')
  const stands = await command.present(context, values)
  const others = changed.filter(([name, text]) => {
    const now = ownValue(stands, name) ?? ''
    return !isSameText(now, ownValue(opened, name) ?? '') && !isSameText(now, text)
  })
  if (others.length === 0) return undefined
  const mine: Button = { label: 'Take mine', command: words, values: fields, style: 'primary' }
  const again: Button = { label: 'Change', command: words, values: fields, ask: true }
  return {
    outcome: 'asked',
    audience: 'caller',
    message: message(
      'That was changed since you opened the form. Nothing was changed yet; this is what stands there now:',
      block.fields(others.map(([name]) => [labelOf(name), ownValue(stands, name) ?? 'nothing'])),
      block.text('Yours would take the place of that.'),
      block.buttons(mine, again),
    ),
  }
}
