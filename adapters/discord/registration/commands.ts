import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandSubcommandGroupOption,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'

import {
  type Catalog,
  type CommandSpec,
  entriesOf,
  type FeatureEntry,
  type FeatureSpec,
  givenInWords,
} from '../../../src/core/catalog.ts'
import { commandKind, context, optionKind } from '../api/codes.ts'
import { optionOf, requiredByDiscord } from './options.ts'
import { problemsOf } from './validate.ts'

export type Command = RESTPostAPIApplicationCommandsJSONBody

/** Commands that Discord would not take; no other try mends that. */
export class CommandsError extends Error {
  override readonly name = 'CommandsError'
}

/**
 * The commands as Discord registers them: one of each feature with its actions and groups below it, and one in the
 * menu of a message for each shortcut that stands there. Raises a `CommandsError` that names all that Discord would
 * refuse.
 */
export function commands(catalog: Catalog): readonly Command[] {
  const made = [...catalog.map(slashCommand), ...catalog.flatMap(messageCommands)]
  const problems = problemsOf(made)
  if (problems.length > 0) {
    throw new CommandsError(
      `Discord would not take these commands:\n${problems.map((one) => `  ${one}`).join('\n')}`,
    )
  }
  return made
}

const everyCommand = {
  // The house decides who may do what; a server’s own administrators can narrow it further.
  default_member_permissions: null,
  contexts: [context.guild, context.bot],
  // Into a server, and not to a user’s own account.
  integration_types: [0],
} satisfies Partial<Command>

function slashCommand(feature: FeatureSpec): Command {
  const [first] = feature.commands
  const single = feature.commands.length === 1 && first?.name === '' && first.group === undefined
  return {
    type: commandKind.slash,
    name: feature.name,
    description: feature.about,
    ...everyCommand,
    options: single ? optionsOf(first) : entriesOf(feature).map(entryOption),
  }
}

function entryOption(
  entry: FeatureEntry,
): APIApplicationCommandSubcommandOption | APIApplicationCommandSubcommandGroupOption {
  if (entry.kind === 'action') return subcommand(entry.command)
  return {
    type: optionKind.group,
    name: entry.name,
    description: entry.about,
    options: entry.commands.map(subcommand),
  }
}

function subcommand(command: CommandSpec): APIApplicationCommandSubcommandOption {
  return {
    type: optionKind.subcommand,
    name: command.name,
    description: command.about,
    options: optionsOf(command),
  }
}

/** Required options come first: Discord accepts no other order. */
function optionsOf({ options }: CommandSpec): APIApplicationCommandBasicOption[] {
  return givenInWords(options)
    .toSorted(([, a], [, b]) => Number(requiredByDiscord(b)) - Number(requiredByDiscord(a)))
    .map(([name, option]) => optionOf(name, option))
}

function messageCommands({ shortcuts = [] }: FeatureSpec): readonly Command[] {
  return shortcuts
    .filter(({ on }) => on === 'message')
    .map(({ label }) => ({ type: commandKind.message, name: label, ...everyCommand }))
}
