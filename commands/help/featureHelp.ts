import {
  actionWords,
  type CommandSpec,
  entriesOf,
  entryName,
  type FeatureSpec,
  usage,
} from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { type NamedAction, readAction } from '../../src/core/language/readAction.ts'
import { type Block, block, button, code, type Message, message, rich } from '../../src/core/message.ts'
import { list } from '../../src/core/text/list.ts'
import { shorten } from '../../src/core/text/text.ts'
import type { NamedSection } from '../../src/newsletter/sections.ts'
import { commandHelp } from './commandHelp.ts'
import { entryLine, type Wordiness } from './lines.ts'

export interface HelpOptions {
  readonly wordiness?: Wordiness
  /** Those of the deployment's plan; the standing ones by default. */
  readonly sections?: readonly NamedSection[]
  /** The examples in names of the directory at hand; as the sample has them by default. */
  examples?(of: readonly string[]): Promise<readonly string[]>
}

/** Help on a feature, or on the group or the action that `action` names. Raises `UserError` where it names none. */
export async function helpOn(one: FeatureSpec, action: string, manner: HelpOptions = {}): Promise<Message> {
  const { wordiness = 'full', sections, examples = unchanged } = manner

  const single = one.commands.some(({ name, group }) => name === '' && group === undefined)
  if (action === '') return featureHelp(one, wordiness, await firstOf(one.commands, examples))
  if (single)
    throw new UserError(`/${one.name} is one command without actions, so it has no “${shorten(action)}”.`)
  const named = readAction(one, action)
  switch (named.kind) {
    case 'action':
      return commandHelp(one, named.command, await examples(named.command.examples), sections)
    case 'help':
      return named.action === ''
        ? featureHelp(one, wordiness, await firstOf(one.commands, examples))
        : groupHelp(one, named.action, await firstOf(inGroup(one, named.action), examples))
    case 'several':
    case 'unknown':
      throw unknownAction(one, named)
  }
}

/** So many actions are told of on a phone; the others are named, and are buttons like them. */
const mostInBrief = 8

/** A feature's actions and groups; in full with their usage, in brief the first of them. */
function featureHelp(one: FeatureSpec, wordiness: Wordiness, example: string | undefined): Message {
  const entries = entriesOf(one)
  // One or two more are no reason to part them.
  const shown = wordiness === 'brief' && entries.length > mostInBrief + 2 ? mostInBrief : entries.length
  const others = entries.slice(shown).map(entryName)
  const groups = entries.flatMap((entry) => (entry.kind === 'group' ? [entry] : []))
  const [first] = groups
  const sample = one.commands.find(({ group }) => group === undefined)?.name ?? ''
  return message(
    `/${one.name}: ${one.about}.`,
    block.list(entries.slice(0, shown).map((entry) => entryLine(one, entry, wordiness))),
    others.length > 0 ? block.text(`And also: ${list(others, 'and')}.`) : undefined,
    forExample(example),
    first ? block.text(rich`More on a group with ${code(`/help ${one.name} ${first.name}`)}.`) : undefined,
    wordiness === 'brief' && sample !== ''
      ? block.text(rich`What an action takes: ${code(`/help ${one.name} ${sample}`)}.`)
      : undefined,
    // One command without actions has nothing more to show.
    sample === '' ? undefined : helpChoices(one, entries.map(entryName)),
  )
}

/** The actions of a group with their usage. */
function groupHelp(one: FeatureSpec, name: string, example: string | undefined): Message {
  const commands = inGroup(one, name)
  return message(
    `/${one.name} ${name}: ${one.groups?.[name] ?? one.about}.`,
    block.list(commands.map((spec) => rich`${code(usage(one, spec))} ${spec.about}`)),
    forExample(example),
    helpChoices(one, commands.map(actionWords)),
  )
}

function inGroup(one: FeatureSpec, name: string): readonly CommandSpec[] {
  return one.commands.filter(({ group }) => group === name)
}

/** The first example of the first command that has one here. */
async function firstOf(
  commands: readonly CommandSpec[],
  examples: NonNullable<HelpOptions['examples']>,
): Promise<string | undefined> {
  return (await examples(commands.flatMap((one) => one.examples.slice(0, 1))))[0]
}

async function unchanged(examples: readonly string[]): Promise<readonly string[]> {
  return examples
}

export function forExample(example: string | undefined): Block | undefined {
  return example === undefined ? undefined : block.text(rich`For example: ${code(example)}`)
}

/** Each action or group, to be chosen for what it takes; a feature has no more of them than a list takes. */
function helpChoices(one: FeatureSpec, actions: readonly string[]): Block {
  return block.choices(actions.map((action) => button(action, 'help', { feature: one.name, action })))
}

function unknownAction(
  one: FeatureSpec,
  named: Extract<NamedAction, { kind: 'several' | 'unknown' }>,
): UserError {
  const near = named.kind === 'several' ? named.words : named.near
  const buttons = near
    .slice(0, 5)
    .map((action) => button(`/help ${one.name} ${action}`, 'help', { feature: one.name, action }))
  if (named.kind === 'several') {
    return new UserError(`“${shorten(named.typed)}” may mean ${list(near)}. Which one?`, { buttons })
  }
  const where = named.group === undefined ? `/${one.name}` : `/${one.name} ${named.group}`
  const guess = near.length > 0 ? `Did you mean ${list(near)}? ` : ''
  return new UserError(
    `${where} has no action “${shorten(named.typed)}”. ${guess}It has: ${list(named.known, 'and')}.`,
    { buttons },
  )
}
