import type { OptionKind } from '../../core/option.ts'

const kinds = ['entity', 'entities', 'person', 'group', 'meeting', 'section', 'zone'] as const

/** A kind of option of which a form offers what may be meant while it is typed. */
export type PickedKind = (typeof kinds)[number]

export function isPicked(kind: OptionKind): kind is PickedKind {
  return kinds.some((one) => one === kind)
}

/** How a platform names the list that it asks for, `pick:entity`; undefined for a kind without one. */
export function listOf(kind: OptionKind): string | undefined {
  return isPicked(kind) ? `pick:${kind}` : undefined
}

/** The kind whose list a platform asks for; undefined for what is no list of ours. */
export function kindOfList(list: string): PickedKind | undefined {
  return kinds.find((one) => list === `pick:${one}`)
}
