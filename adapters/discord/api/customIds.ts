/** What was pressed: a command typed in advance, or a step of a form that was begun. */
export type PressId =
  | {
      readonly kind: 'button'
      readonly data: string
      /** The record whose shared card it stands in: `meeting:12`. */
      readonly card: string | undefined
    }
  /** The button that opens the next step, or the one that sends what there is. */
  | { readonly kind: 'next' | 'send'; readonly step: StepId }
  | { readonly kind: 'unknown' }

/** How much of the 100 characters is left to what a button carries. */
export const buttonDataLimit = 78

/** Discord demands that every `custom_id` of a message is different, so each begins with its place. */
export function buttonId(place: number, data: string, card: string | undefined): string {
  const mark =
    card !== undefined && card.length <= 18 ? `k${place.toString(36)}~${card}~` : `b${place.toString(36)}~`
  return `${mark}${data}`
}

/** A list carries nothing itself: what is chosen from it does. */
export function listId(row: number): string {
  return `l${row}`
}

/** Reads the `custom_id` of a press, which comes from outside and proves nothing. */
export function readPressId(id: string): PressId {
  const [, card, data] = /^(?:b[0-9a-z]|k[0-9a-z]~([a-z-]+:\d{1,9}))~(.+)$/s.exec(id) ?? []
  if (data !== undefined) return { kind: 'button', data, card }
  for (const kind of ['next', 'send'] as const) {
    const step = readStepId(kind, id)
    if (step) return { kind, step }
  }
  return { kind: 'unknown' }
}

/** One step of a form: the draft, the step from 0, and the command, which outlives the draft. */
export interface StepId {
  readonly draft: string
  readonly step: number
  readonly command: string
  /** Whether the message in which the form was opened exists for it alone, and is replaced by the answer. */
  readonly prompted: boolean
}

const kinds = { form: 'f', next: 'n', send: 'g' } as const

/** `form`: a modal; `next`: the button that opens it; `send`: the button that sends what there is. */
export function stepId(kind: keyof typeof kinds, { draft, step, command, prompted }: StepId): string {
  return `${kinds[kind]}~${draft}~${step}~${prompted ? 'p' : ''}~${command}`
}

/** The step that a `custom_id` names; undefined where it names none. */
export function readStepId(kind: keyof typeof kinds, id: string): StepId | undefined {
  const [sign, draft, step, prompted, command] = id.split('~')
  if (sign !== kinds[kind] || !draft || !/^\d{1,2}$/.test(step ?? '') || !command) return undefined
  return { draft, step: Number(step), command, prompted: prompted === 'p' }
}
