import type { HandoverSubject } from '../../../db/directory/transfers/load.ts'
import type { Role } from '../../../src/core/feature/caller.ts'
import type { Day } from '../../../src/core/time/day.ts'
import { readDay } from '../../../src/core/time/typedDay.ts'
import type { Context } from '../../define.ts'
import { isMe, readRecord } from '../record/readRecord.ts'

/** What a text hands over, and what it is called. */
export type NamedHanded = HandoverSubject & { readonly label: string }

const roles: readonly Role[] = ['co-chair', 'vice-chair', 'chair']

/**
 * Reads `ETCIP chair`, `vice-chair of ETCIP`, or a person. Raises `UserError` with the candidates for what means
 * nothing or several.
 */
export async function readHanded(context: Context, text: string): Promise<NamedHanded> {
  const typed = text.trim().replace(/\s+/g, ' ')
  const words = typed.toLowerCase().split(' ')
  const role = roles.find((one) => words.includes(one))
  if (role !== undefined && words.length > 1) {
    const group = typed
      .split(' ')
      .filter((word) => !['the', 'of', role].includes(word.toLowerCase()))
      .join(' ')
    const named = await readRecord(context, group, ['group'], 'what')
    return { kind: 'role', groupId: named.id, role, label: `${role} of ${named.label}` }
  }
  if (isMe(typed)) return { kind: 'person', id: context.caller.personId, label: context.caller.name }
  const { id, label } = await readRecord(context, typed, ['person'], 'what')
  return { kind: 'person', id, label }
}

/** `chair of ETCIP to ana@who.example on 1 April`: what is handed over, to whom, and from which day on. */
export async function readHandoverInOne(
  context: Context,
  text: string,
): Promise<{ readonly what: string; readonly to: { readonly id: number }; readonly on?: Day } | undefined> {
  const [, what, successor, day] =
    /^(.+?) to (.+?)(?:,? (?:on|from|as of|as from) (.+))?$/i.exec(text.trim()) ?? []
  if (what === undefined || successor === undefined) return undefined
  const { id } = isMe(successor)
    ? { id: context.caller.personId }
    : await readRecord(context, successor, ['person'], 'to')
  return { what, to: { id }, ...(day === undefined ? {} : { on: readDay(day, context, 'due') }) }
}
