import type { Owner } from '../../../db/meetings/record/actionRows.ts'
import { orUserError, UserError } from '../../../src/core/errors.ts'
import type { Day } from '../../../src/core/time/day.ts'
import { readDay } from '../../../src/core/time/typedDay.ts'
import type { Context } from '../../define.ts'
import { readOwner } from './owner.ts'

export interface ActionInWords {
  readonly what: string
  readonly owner?: Owner
  readonly due?: Day
}

/** Who may be named without an option: the caller, a role, an acronym, an address, or a name of two to four words. */
const named =
  /^(?:I|me|(?:[Tt]he )?(?:co-|vice-)?chair|\p{Lu}[\p{Lu}\p{Nd}-]+|\S{1,100}@\S{1,100}|\p{Lu}[\p{L}.'’-]{0,40}(?: \p{Lu}[\p{L}.'’-]{0,40}){1,3})$/u

/** Whether words may name somebody, as far as their form goes. */
export function mayName(words: string): boolean {
  return named.test(words)
}

/**
 * Takes `OPCW to send the draft by Friday` apart, as the minutes of meetings have it: who, what, and by when. Whatever
 * names nobody of the directory, or no day ahead, stays in the words.
 */
export async function readActionInWords(
  context: Context,
  typed: string,
  given: { readonly owner: boolean; readonly due: boolean },
): Promise<ActionInWords> {
  const ended = given.due ? undefined : withDue(context, typed)
  const rest = ended?.what ?? typed
  const begun = given.owner ? undefined : await withOwner(context, rest)
  return { what: rest, ...ended, ...begun }
}

function withDue({ now, zone, today }: Context, typed: string): { what: string; due: Day } | undefined {
  const at = [...typed.matchAll(/ by /gi)].at(-1)?.index ?? -1
  if (at < 1 || typed.length - at > 40) return undefined
  const due = orUserError(() => readDay(typed.slice(at + 4).replace(/[.!]$/, ''), { now, zone }, 'due'))
  if (due instanceof UserError || due < today) return undefined
  return { what: typed.slice(0, at).replace(/,$/, ''), due }
}

async function withOwner(
  context: Context,
  typed: string,
): Promise<{ what: string; owner: Owner } | undefined> {
  const [, who = '', what = ''] = /^([^,:]{1,100}?)(?: to | will | shall |: )(\S.*)$/su.exec(typed) ?? []
  if (what === '' || !mayName(who)) return undefined
  const owner = await readOwner(context, who).catch(asUserError)
  if (owner instanceof UserError) return undefined
  return { what: `${what.slice(0, 1).toUpperCase()}${what.slice(1)}`, owner }
}

function asUserError(error: unknown): UserError {
  if (error instanceof UserError) return error
  throw error
}
