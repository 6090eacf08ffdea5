import { type Audience, type Catalog, findCommand, type Shortcut } from '../../core/catalog.ts'
import type { Input } from '../../core/invocation.ts'
import { missing } from '../../core/language/readValues.ts'
import type { PressRequest } from '../cards/buttonData.ts'

/** A command with its fields, ready to be dispatched. */
export type FieldsInput = Extract<Input, { kind: 'fields' }>

export const buttonTooOld = 'This button is too old to work. Please type the command instead.'
export const formTooOld = 'This form is too old to work. Please open it again.'
export const shortcutGone = 'This shortcut no longer exists. Type /help to see what I can do.'

/** The command that a button carries. */
export function pressInput({ command, values, confirmed, ask }: PressRequest): FieldsInput {
  return { kind: 'fields', command, fields: values, confirmed, ask }
}

/** The message that a shortcut is used on. */
export interface ShortcutMessage {
  /** The text as its author saw it. */
  readonly text: string
  /** The link to it, where the platform gives one. */
  readonly link?: string | undefined
}

/** The catalogue's shortcut of that name; undefined where it no longer exists. */
export function findShortcut(catalog: Catalog, fits: (shortcut: Shortcut) => boolean): Shortcut | undefined {
  return catalog.flatMap(({ shortcuts = [] }) => shortcuts).find(fits)
}

/** The command of a shortcut, filled in with the message that it was used on. */
export function shortcutInput({ command, fill, asks }: Shortcut, used?: ShortcutMessage): FieldsInput {
  const fields: Record<string, string> = {}
  if (fill && used) {
    fields[fill.text] = used.text
    if (used.link !== undefined) fields[fill.link] = used.link
  }
  return { kind: 'fields', command, fields, ask: asks }
}

/**
 * Who will see the answer, as far as that is known before the command runs. A question, for missing options or a
 * confirmation, goes to the caller alone.
 */
export function audienceAhead(
  catalog: Catalog,
  { command: words, fields, confirmed, ask }: Omit<FieldsInput, 'kind'>,
): Audience {
  const command = findCommand(catalog, words)?.command
  if (!command || ask || missing(command.options, fields).length > 0) return 'caller'
  return command.confirm !== undefined && !confirmed ? 'caller' : command.audience
}
