import type { Access, CommandSpec } from '../../core/catalog.ts'
import { type Choice, UserError } from '../../core/errors.ts'
import { type Caller, leads } from '../../core/feature/caller.ts'
import { type Readers, readValues } from '../../core/language/readValues.ts'
import type { Option } from '../../core/option.ts'
import { list } from '../../core/text/list.ts'
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
  if (caller.isSecretariat || !option) return choices
  const needed: Access | undefined =
    'of' in access && access.of === name ? access : option.onlyLed ? { who: 'chair', of: name } : undefined
  if (!needed) return choices
  const open: Choice[] = []
  for (const choice of choices) {
    const read = await readValues({ [name]: option }, { [name]: choice.value }, readers)
    if (mayUse(needed, caller, read)) open.push(choice)
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

function groupsLedBy(caller: Caller): readonly string[] {
  const led = caller.roles.filter(({ groupId }) => leads(caller, groupId))
  return [...new Set(led.map(({ groupAcronym }) => groupAcronym))]
}

/** A refusal without the question at its end, which names what is for others. */
function withoutGuess(said: string): string {
  const at = said.lastIndexOf(' Did you mean ')
  return at < 0 ? said : said.slice(0, at)
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
  const led = command.options[option]?.onlyLed && open.length === 0 ? groupsLedBy(caller) : []
  if (choices.length > 0 && led.length > 0)
    return new UserError(`${withoutGuess(error.message)} You lead ${list(led, 'and')}.`, {
      ...{ option, buttons },
      choices: led.map((acronym) => ({ label: acronym, value: acronym })),
    })
  return open.length === choices.length
    ? error
    : new UserError(error.message, { option, buttons, choices: open })
}
