import type { Access, CommandSpec } from '../../core/catalog.ts'
import { type Choice, UserError } from '../../core/errors.ts'
import type { Caller } from '../../core/feature/caller.ts'
import { type Readers, readValues } from '../../core/language/readValues.ts'
import type { Option } from '../../core/option.ts'
import { mayUse } from '../caller/authorize.ts'

type Restricted = Pick<CommandSpec, 'options' | 'access'>

interface Named {
  readonly name: string
  readonly readers: Readers
}

/** Of the groups or meetings whose chairs or members alone may use a command, those that are open to the caller. */
export async function openTo(
  { options, access }: Restricted,
  caller: Caller,
  choices: readonly Choice[],
  { name, readers }: Named,
): Promise<readonly Choice[]> {
  const option = options[name]
  if (caller.isSecretariat || !option || !('of' in access) || access.of !== name) return choices
  const open: Choice[] = []
  for (const choice of choices) {
    const read = await readValues({ [name]: option }, { [name]: choice.value }, readers)
    if (mayUse(access, caller, read)) open.push(choice)
  }
  return open
}

/** Why none of the groups or meetings that there are is offered. */
export function whyNotOpen(access: Access, { kind }: Option): string {
  const [leads, whose] = access.who === 'chair' ? ['chairs', 'chair'] : ['members', 'belong to']
  return kind === 'meeting'
    ? `No meeting ahead is of a working group that you ${whose}.`
    : `This is for the ${leads} of a working group and the secretariat; there is none that you ${whose}.`
}

/** A refusal without the choices that are for others alone. */
export async function withOwnChoices(
  error: unknown,
  command: Restricted,
  caller: Caller | null,
  readers: Readers,
): Promise<unknown> {
  if (!(error instanceof UserError) || error.option === undefined || !caller) return error
  const { option, choices, buttons } = error
  const open = await openTo(command, caller, choices, { name: option, readers })
  return open.length === choices.length
    ? error
    : new UserError(error.message, { option, buttons, choices: open })
}
