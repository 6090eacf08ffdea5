import { isDeepStrictEqual } from 'node:util'

import { array, object } from '../../../src/core/json.ts'

/** The fields of a command, an option or a choice that the bot sets; Discord adds ids and names of its own. */
const ours = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'default_member_permissions',
  'nsfw',
  'contexts',
  'integration_types',
  'options',
  'required',
  'autocomplete',
  'choices',
  'value',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'channel_types',
] as const

/** Lists whose order does not matter. */
const sets: readonly string[] = ['contexts', 'integration_types', 'channel_types']

/**
 * Whether Discord has the commands that are wanted. The order of commands does not matter; that of options does. A field
 * that is left out counts as Discord’s default.
 */
export function sameCommands(there: unknown, wanted: readonly object[]): boolean {
  const [scoped] = wanted
  // Discord may report where a command of one server can be used, though it takes no such field there.
  const unsaid = scoped !== undefined && !('contexts' in scoped) ? ['contexts', 'integration_types'] : []
  const list = (commands: readonly unknown[]) =>
    commands.map((command) => normal(command, unsaid)).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return isDeepStrictEqual(list(array(there)), list(wanted))
}

type Normal = Readonly<Record<string, unknown>>

function keyOf(command: Normal): string {
  return `${command['type']} ${command['name']}`
}

function normal(value: unknown, unsaid: readonly string[]): Normal {
  const read = object(value)
  const pairs = ours
    .filter((name) => !unsaid.includes(name))
    .flatMap((name) => {
      const one = part(name, read[name])
      return one === undefined ? [] : [[name, one] as const]
    })
  return Object.fromEntries(pairs)
}

/** Undefined for a value that means the same as none. */
function part(name: string, value: unknown): unknown {
  if (value === undefined || value === null || value === false || value === '') return undefined
  if (name.endsWith('_localizations')) {
    const words = Object.entries(object(value)).toSorted(([a], [b]) => (a < b ? -1 : 1))
    return words.length > 0 ? words : undefined
  }
  if (!Array.isArray(value)) return value
  if (value.length === 0) return undefined
  return sets.includes(name) ? value.toSorted() : value.map((one) => normal(one, []))
}
