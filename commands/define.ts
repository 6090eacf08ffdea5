import type { Db, Trx } from '../db/store/db.ts'
import type { CommandSpec } from '../src/core/catalog.ts'
import { type Choice, UserError } from '../src/core/errors.ts'
import type * as core from '../src/core/feature/feature.ts'
import type { Button, Message } from '../src/core/message.ts'
import type { Options, Values } from '../src/core/option.ts'

// The words of `src/core/feature/feature.ts` on the house's own store.
export type Context = core.Context<Trx>
export type Command = core.Command<Trx>
export type Feature = core.Feature<Db, Trx>
export type HomeContext = core.HomeContext<Db>
export type { HomePart, Question, Refusal } from '../src/core/feature/feature.ts'

type Reply = Message | core.Refusal | core.Question

export function refusal(text: string, ...buttons: readonly Button[]): core.Refusal {
  return { kind: 'refusal', text, buttons }
}

/** A command as data with its handler; the handler's arguments are typed from the options. */
export function command<const O extends Options>(
  spec: Omit<CommandSpec, 'options' | 'audience' | 'changes'> &
    Partial<Pick<CommandSpec, 'audience' | 'changes'>> &
    Pick<Command, 'byKey' | 'refuse'> & {
      readonly options: O
      run(context: Context, values: Values<O>): Promise<Reply> | Reply
      present?(context: Context, values: Values<O>): Promise<Readonly<Record<string, string>>>
      edits?(context: Context, values: Values<O>): core.EditedRecord
      formerly?(context: Context, values: Values<O>): Promise<readonly Readonly<Record<string, string>>[]>
    },
): Command {
  const { run, present, edits, formerly, ...data } = spec
  return {
    audience: 'caller',
    changes: false,
    ...data,
    // The dispatcher read these values from these very options.
    run: async (context, values) => run(context, values as Values<O>),
    ...(edits && { edits: (context, values) => edits(context, values as Values<O>) }),
    ...(formerly && { formerly: (context, values) => formerly(context, values as Values<O>) }),
    ...(present && { present: (context, values) => present(context, values as Values<O>) }),
  }
}

export function feature(spec: Feature): Feature {
  return spec
}

/** The record of a number that the caller typed; raises `UserError` when there is none. */
export function found<T>(row: T | undefined, what: string, choices: readonly Choice[] = []): T {
  if (row === undefined) throw new UserError(`There is no ${what}.`, { choices })
  return row
}
