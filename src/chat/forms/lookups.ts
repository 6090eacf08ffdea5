import type { ImpliedMeeting, Option, OptionKind } from '../../core/option.ts'

const kinds = ['entity', 'entities', 'person', 'group', 'groups', 'meeting', 'section', 'zone'] as const

/** A kind of option that a form offers suggestions for. */
export type PickedKind = (typeof kinds)[number]

export function isPicked(kind: OptionKind): kind is PickedKind {
  return kinds.some((one) => one === kind)
}

/** The records that are suggested by number or title, by the letters before their numbers. */
const suggestedRecords: readonly string[] = ['U', 'P', 'S', 'A', 'LIB', 'PRJ', 'REC']

/** Whether suggestions may follow what is typed into a field of an option, where a platform has such fields for all. */
export function isSuggested({ kind, required, prefix = '' }: Option): boolean {
  // What may be left out is no record of its own: the `A1` of an absence is no action.
  return isPicked(kind) || (kind === 'record' && required && suggestedRecords.includes(prefix))
}

/** The name of a kind's list on a platform, `pick:entity`; undefined for a kind without one. */
export function listOf(kind: OptionKind): string | undefined {
  return isPicked(kind) ? `pick:${kind}` : undefined
}

/** The kind that a list name stands for; undefined for a name that is not ours. */
export function kindOfList(list: string): PickedKind | undefined {
  return impliedOfList(list) ? 'meeting' : kinds.find((one) => list === `pick:${one}`)
}

/** The list of a meeting's option that takes only some, `pick:meeting:over`; `impliedOfList` reads back which. */
export function meetingList(implied: ImpliedMeeting | undefined): string {
  return implied === undefined ? 'pick:meeting' : `pick:meeting:${implied}`
}

const implied: readonly ImpliedMeeting[] = [
  'under way',
  'only under way',
  'under way if here',
  'about to begin',
  'over',
]

/** Which meetings a list offers before anything is typed; undefined for any other list. */
export function impliedOfList(list: string): ImpliedMeeting | undefined {
  return implied.find((one) => list === meetingList(one))
}
