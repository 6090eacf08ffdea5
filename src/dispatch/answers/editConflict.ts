import { changersSince } from '../../../db/records/changers.ts'
import { UserError } from '../../core/errors.ts'
import type { EditedRecord } from '../../core/feature/feature.ts'
import { isSameText, shownVersion, unknownPresent } from '../../core/form.ts'
import type { Answer } from '../../core/invocation.ts'
import { ownValue } from '../../core/json.ts'
import { labelOf } from '../../core/language/labels.ts'
import { type Button, block, message } from '../../core/message.ts'
import { list } from '../../core/text/list.ts'
import type { ReadCommand } from '../readInput.ts'
import type { Context } from '../services.ts'

type Fields = Readonly<Record<string, string>>

type Values = Record<string, unknown>

interface Sent {
  readonly fields: Fields
  readonly values: Values
}

/**
 * Asks before a form overwrites fields that somebody changed since it was opened; else what it means. What it had to
 * send along, since its command needs it, is as it stands now. Raises `UserError` for a form that was sent as it was
 * opened.
 */
export async function askAboutConflict(
  context: Context,
  asked: ReadCommand,
  { fields, values, again }: Sent & { again(fields: Fields): Promise<Values> },
): Promise<Answer | Sent> {
  const { command, words, present: opened, confirmed } = asked
  if (!command.present || !opened || confirmed) return { fields, values }
  const isLost = ownValue(opened, shownVersion) === unknownPresent?.[shownVersion]
  const changed = Object.entries(fields).filter(
    ([name, text]) =>
      // The record itself is required, and is no field that could change.
      (Object.hasOwn(opened, name) || ownValue(command.options, name)?.required !== true) &&
      !isSameText(text, ownValue(opened, name)),
  )
  const names = new Set(changed.map(([name]) => name))
  if (changed.length === 0) throw new UserError('The form was sent as it was opened, so nothing was changed.')
  const edited = command.edits?.(context, values)
  await edited?.hold()
  const stands = await command.present(context, values)
  const others = changed.filter(([name, text]) => {
    const now = ownValue(stands, name) ?? ''
    return !isSameText(now, ownValue(opened, name) ?? '') && !isSameText(now, text)
  })
  if (others.length === 0) {
    const along = Object.keys(fields).filter((name) => Object.hasOwn(opened, name) && !names.has(name))
    const moved = along.flatMap((name) => {
      const now = ownValue(stands, name)
      return now === undefined || isSameText(now, fields[name]) ? [] : [[name, now] as const]
    })
    if (moved.length === 0) return { fields, values }
    const current = { ...fields, ...Object.fromEntries(moved) }
    return { fields: current, values: await again(current) }
  }
  const kept = Object.entries(stands).filter(([name]) => edited?.keeps?.includes(name))
  const taken = { ...Object.fromEntries(kept), ...fields }
  const mine: Button = { label: 'Take mine', command: words, values: taken, style: 'primary' }
  const change: Button = { label: 'Change', command: words, values: fields, ask: true }
  const what = isLost
    ? 'I no longer know what this form showed as you opened it.'
    : `That was changed${await byWhom(context, asked, edited)} since you opened the form.`
  return {
    outcome: 'asked',
    audience: 'caller',
    message: message(
      `${what} Nothing was changed yet; this is what stands there now:`,
      block.fields(others.map(([name]) => [labelOf(name), ownValue(stands, name) ?? 'nothing'])),
      block.text('Yours would take the place of that.'),
      block.buttons(mine, change),
    ),
  }
}

/** ` by yourself and Ana`; empty where that is not known. */
async function byWhom(
  context: Context,
  { words, present }: ReadCommand,
  edited: EditedRecord | undefined,
): Promise<string> {
  const version = ownValue(present ?? {}, shownVersion)
  if (version === undefined || !edited) return ''
  const { subject, alsoBy } = edited
  const changers = await changersSince(context.db, {
    subject,
    after: Number(version),
    commands: [words, ...alsoBy],
  })
  if (changers.length === 0) return ''
  const { personId } = context.caller
  return ` by ${list(
    changers.map(({ id, name }) => (id === personId ? 'yourself' : name)),
    'and',
  )}`
}
