import { readersOf } from '../../db/directory/hours/readers.ts'
import { type Block, message, type Rich } from '../../src/core/message.ts'
import { type HeedfulReader, nothingSent, reach } from '../../src/core/reach/reach.ts'
import type { Seated } from '../../src/core/reach/whom.ts'
import type { Context, Question } from '../define.ts'

/** Somebody who is about to be told, and as what, where the question says so. */
export type Told = Seated & { readonly personId: number }

export interface Telling {
  /** What would be done, as a question that names how many are told. */
  readonly what: Rich | string
  /** What else is to be known before it is done. */
  readonly more?: readonly (Block | undefined)[]
  /** By when those who are told need to know. */
  readonly neededBy?: Date | undefined
  readonly yes: string
  /** Option texts that replace what was typed, so that the button means what was shown. */
  readonly values?: Question['values']
}

/** Shows who is about to be told and when it reaches them, where they are many and it was not confirmed. */
export async function askWhereMany(
  context: Context,
  people: readonly Told[],
  telling: Telling,
): Promise<Question | undefined> {
  return isMany(context, people) ? questionTo(context, people, telling) : undefined
}

/** Whether more people are about to be told than are written to unseen, whoever does it apart. */
export function isMany({ caller, confirmed, askAbove }: Context, people: readonly Told[]): boolean {
  const others = new Set(people.map(({ personId }) => personId))
  others.delete(caller.personId)
  return !confirmed && others.size > askAbove
}

/** Asks whatever their number is. */
export async function questionTo(
  context: Context,
  people: readonly Told[],
  { what, more = [], neededBy, yes, values = {} }: Telling,
): Promise<Question> {
  const shown = await reached(context, people, neededBy)
  return { kind: 'question', message: message(what, ...more, ...shown, nothingSent), yes, values }
}

/** Whom something goes to that is said now, and when it reaches them by their clocks. */
export async function reached(
  context: Context,
  people: readonly Told[],
  neededBy?: Date,
): Promise<readonly Block[]> {
  return reach(await readersAmong(context, people), { at: context.now, neededBy })
}

/** Those who are told, with their own quiet hours; whoever does it is awake. */
export async function readersAmong(
  { db, caller }: Pick<Context, 'db' | 'caller'>,
  people: readonly Told[],
): Promise<readonly (HeedfulReader & Seated)[]> {
  const seats = new Map(people.map((one) => [one.personId, one.as]))
  const readers = await readersOf(db, [...seats.keys()])
  return readers.map((one) => {
    const as = seats.get(one.personId)
    const own = one.personId === caller.personId ? { quietFrom: null, quietTo: null } : {}
    return { ...one, ...own, ...(as && { as }) }
  })
}

/** Whether it asks first, rather than that it is done. */
export function asksFirst<T extends object>(made: T | Question): made is Question {
  return 'kind' in made && made.kind === 'question'
}
