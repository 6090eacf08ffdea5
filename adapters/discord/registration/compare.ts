import { isDeepStrictEqual } from 'node:util'

import { array, object } from '../../../src/core/json.ts'

/** What of a command, an option or a choice is ours to say; Discord adds numbers and names of its own. */
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

/** Their order says nothing. */
const sets: readonly string[] = ['contexts', 'integration_types', 'channel_types']

/**
 * Whether what Discord has is what is wanted. Where it stands in the list of commands does not matter; the order of
 * options does. What is not said counts as what Discord takes for it.
 */
export function sameCommands(there: unknown, wanted: readonly object[]): boolean {
  const [scoped] = wanted
  // Of commands of one server Discord may tell where they can be used, though it is not ours to say there.
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

/** Undefined for what says no more than if it were absent. */
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
