/** What a button's `custom_id` says: what it carries, and the record whose shared card it stands in. */
export interface ReadId {
  readonly carried: string
  /** `meeting:12`. */
  readonly card: string | undefined
}

/** How much of the 100 characters is left to what a button carries. */
export const carriedLimit = 78

/** The place makes it unlike every other one of its message, which Discord asks for. */
export function buttonId(place: number, carried: string, card: string | undefined): string {
  const mark =
    card !== undefined && card.length <= 18 ? `k${place.toString(36)}~${card}~` : `b${place.toString(36)}~`
  return `${mark}${carried}`
}

/** A list carries nothing itself: what is chosen from it does. */
export function listId(row: number): string {
  return `l${row}`
}

/** Undefined for what is no button of ours. */
export function readButtonId(id: string): ReadId | undefined {
  const [, card, carried] = /^(?:b[0-9a-z]|k[0-9a-z]~([a-z-]+:\d{1,9}))~(.+)$/s.exec(id) ?? []
  return carried === undefined ? undefined : { carried, card }
}

/** One step of a form: the draft, the step from 0, and the command, which outlives the draft. */
export interface StepId {
  readonly draft: string
  readonly step: number
  readonly command: string
  /** The message in which the form was opened is there for it alone, and makes room for what comes of it. */
  readonly prompted: boolean
}

const kinds = { form: 'f', next: 'n', send: 'g' } as const

/** `form`: a modal; `next`: the button that opens it; `send`: the button that sends what there is. */
export function stepId(kind: keyof typeof kinds, { draft, step, command, prompted }: StepId): string {
  return `${kinds[kind]}~${draft}~${step}~${prompted ? 'p' : ''}~${command}`
}

/** Undefined for what is no such step. */
export function readStepId(kind: keyof typeof kinds, id: string): StepId | undefined {
  const [sign, draft, step, prompted, command] = id.split('~')
  if (sign !== kinds[kind] || !draft || !/^\d{1,2}$/.test(step ?? '') || !command) return undefined
  return { draft, step: Number(step), command, prompted: prompted === 'p' }
}
