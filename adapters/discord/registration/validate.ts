import { array, type Json, object, text } from '../../../src/core/json.ts'
import { commandKind, optionKind } from '../api/codes.ts'
import { limits } from '../limits.ts'
import { leafProblems } from './validateOption.ts'
import {
  describedProblems,
  duplicates,
  kindOf,
  lengthOf,
  localized,
  nameProblems,
  tooMany,
} from './validateWords.ts'

/** How many commands of each kind one server, or all of them together, may have. */
const most: Readonly<Record<number, number>> = { [commandKind.slash]: 100, 2: 15, [commandKind.message]: 15 }

/** Everything that Discord would refuse in the commands of one scope, each with its place; the SDK finds only some of it. */
export function problemsOf(commands: readonly object[]): readonly string[] {
  const read = commands.map(object)
  const counts = Object.entries(most).flatMap(([kind, limit]) => {
    const count = read.filter((command) => kindOf(command) === Number(kind)).length
    return tooMany(`commands of kind ${kind}`, count, limit)
  })
  const doubles = duplicates(read.map((command) => `${kindOf(command)} ${text(command['name'])}`))
  return [
    ...counts,
    ...doubles.map((name) => `Two commands of one kind have the same name: ${name}.`),
    ...read.flatMap(commandProblems),
  ]
}

function commandProblems(command: Json): readonly string[] {
  const where = `/${text(command['name']) ?? ''}`
  const length = wholeLength(command)
  return [
    ...(kindOf(command) === commandKind.slash ? slashProblems(where, command) : menuProblems(where, command)),
    ...setProblems(where, command),
    ...(length > limits.command
      ? [`${where} has ${length} characters in all; at most ${limits.command} fit.`]
      : []),
  ]
}

function slashProblems(where: string, command: Json): readonly string[] {
  return [...describedProblems(where, command), ...levelProblems(where, command, 0)]
}

/** A command in a menu has only a name, which may contain spaces and capitals. */
function menuProblems(where: string, command: Json): readonly string[] {
  const extra = text(command['description']) !== undefined || array(command['options']).length > 0
  return [
    ...localized(command, 'name').flatMap((name) => nameProblems(where, name, false)),
    ...(kindOf(command) in most ? [] : [`${where} is of no known kind.`]),
    ...(extra ? [`${where} stands in a menu, where it has neither a description nor options.`] : []),
  ]
}

/** The options of a command (0), of a group in it (1) or of an action (2). */
function levelProblems(where: string, holder: Json, level: number): readonly string[] {
  const options = array(holder['options']).map(object)
  const isAction = (option: Json) =>
    option['type'] === optionKind.subcommand || option['type'] === optionKind.group
  const actions = options.filter(isAction)
  const leaves = options.filter((option) => !isAction(option))
  const late = leaves.find(
    (option, index) =>
      option['required'] === true && leaves.slice(0, index).some((before) => before['required'] !== true),
  )
  return [
    ...tooMany(`options of ${where}`, options.length, limits.choices),
    ...duplicates(options.map(({ name }) => `${name}`)).map((name) => `${where} has ${name} twice.`),
    ...(actions.length > 0 && leaves.length > 0 ? [`${where} has actions and options side by side.`] : []),
    ...(level === 1 && leaves.length > 0 ? [`${where} is a group, which holds actions alone.`] : []),
    ...(level > 0 && actions.length === 0 && holder['type'] === optionKind.group
      ? [`${where} is a group without an action.`]
      : []),
    ...(late ? [`${where} ${text(late['name'])} is required and stands after one that is not.`] : []),
    ...actions.flatMap((action) => actionProblems(`${where} ${text(action['name']) ?? ''}`, action, level)),
    ...leaves.flatMap((option) => leafProblems(`${where} ${text(option['name']) ?? ''}`, option)),
  ]
}

function actionProblems(where: string, action: Json, level: number): readonly string[] {
  const group = action['type'] === optionKind.group
  const deep = level > (group ? 0 : 1)
  return [
    ...describedProblems(where, action),
    ...(deep ? [`${where} is nested too deep: a command holds groups, a group holds actions.`] : []),
    ...(deep ? [] : levelProblems(where, action, group ? 1 : 2)),
  ]
}

/** Where it may be used and by whom. */
function setProblems(where: string, command: Json): readonly string[] {
  const permissions = command['default_member_permissions']
  const odd = permissions !== undefined && permissions !== null && !/^\d{1,20}$/.test(`${permissions}`)
  const sets = [
    ['contexts', 2],
    ['integration_types', 1],
  ] as const
  return [
    ...(odd ? [`${where} has permissions that are not a number.`] : []),
    ...sets.flatMap(([name, highest]) => {
      const value = command[name]
      if (value === undefined || value === null) return []
      const members = array(value)
      const known = members.every((one) => typeof one === 'number' && one >= 0 && one <= highest)
      const fine = members.length > 0 && known && new Set(members).size === members.length
      return fine ? [] : [`${where} has ${name} that Discord does not know.`]
    }),
  ]
}

function wholeLength(part: Json): number {
  const below = [...array(part['options']), ...array(part['choices'])].map(object)
  const value = typeof part['value'] === 'string' ? part['value'].length : 0
  const own = lengthOf(part, 'name') + lengthOf(part, 'description') + value
  return below.reduce((sum, one) => sum + wholeLength(one), own)
}
