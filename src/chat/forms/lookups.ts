import type { OptionKind } from '../../core/option.ts'

const kinds = ['entity', 'entities', 'person', 'group', 'groups', 'meeting', 'section', 'zone'] as const

/** A kind of option that a form offers suggestions for. */
export type PickedKind = (typeof kinds)[number]

export function isPicked(kind: OptionKind): kind is PickedKind {
  return kinds.some((one) => one === kind)
}

/** The name of a kind's list on a platform, `pick:entity`; undefined for a kind without one. */
export function listOf(kind: OptionKind): string | undefined {
  return isPicked(kind) ? `pick:${kind}` : undefined
}

/** The kind that a list name stands for; undefined for a name that is not ours. */
export function kindOfList(list: string): PickedKind | undefined {
  return kinds.find((one) => list === `pick:${one}`)
}
