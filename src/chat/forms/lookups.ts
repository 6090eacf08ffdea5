import type { Suggest } from '../../core/adapter.ts'
import type { ImpliedMeeting, Option, OptionKind } from '../../core/option.ts'

const kinds = ['entity', 'entities', 'person', 'group', 'groups', 'meeting', 'section', 'zone'] as const

/** A kind of option that a form offers suggestions for. */
export type PickedKind = (typeof kinds)[number]

function isPicked(kind: OptionKind): kind is PickedKind {
  return kinds.some((one) => one === kind)
}

/** The records that are suggested by number or title, by the letters before their numbers. */
const suggestedRecords: readonly string[] = ['U', 'P', 'S', 'A', 'LIB', 'PRJ', 'REC']

/** Whether a field of this option offers suggestions as somebody types, where the platform has such fields. */
export function isSuggested({ kind, required, prefix = '' }: Option): boolean {
  // An optional record is of another kind: the `A1` of an absence is no action.
  return isPicked(kind) || (kind === 'record' && required && suggestedRecords.includes(prefix))
}

/** Whether a text may name what is in the directory, or records by their numbers. */
export function isNaming({ kind, names, prefix }: Option): boolean {
  return kind === 'text' && (names !== undefined || prefix !== undefined)
}

/** What is asked for as somebody types a value of an option. */
export function lookedUp({ kind, prefix, implied, names }: Sought): Sought {
  return {
    kind,
    ...(prefix === undefined ? {} : { prefix }),
    ...(implied === undefined ? {} : { implied }),
    ...(names === undefined ? {} : { names }),
  }
}

export type Sought = Pick<Suggest, 'kind' | 'prefix' | 'implied' | 'names'>

/** The name of an option's list on a platform, `pick:entity` or `pick:record:U`; undefined for an option without one. */
export function listOf(asked: Option): string | undefined {
  if (!isSuggested(asked)) return undefined
  const { kind, prefix, implied } = asked
  const only = { record: prefix, meeting: implied }[String(kind)]
  return only === undefined ? `pick:${kind}` : `pick:${kind}:${only}`
}

/** What a list offers: values of a kind, records of a letter, or meetings, of which only some before anything is typed. */
export type Listed = Pick<Suggest, 'kind' | 'prefix' | 'implied'>

/** Parses the name of a list; undefined for a name that is not ours. */
export function readList(list: string): Listed | undefined {
  const [, name, only] = /^pick:([a-z]+)(?::(.+))?$/.exec(list) ?? []
  const kind = kinds.find((one) => one === name)
  if (only === undefined) return kind && { kind }
  const meant = implied.find((one) => one === only)
  if (kind === 'meeting') return meant && { kind, implied: meant }
  return name === 'record' && suggestedRecords.includes(only) ? { kind: 'record', prefix: only } : undefined
}

const implied: readonly ImpliedMeeting[] = [
  'under way',
  'only under way',
  'under way if here',
  'about to begin',
  'over',
  'cancelled',
]
