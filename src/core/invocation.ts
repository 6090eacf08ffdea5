import type { Account, Place } from './address.ts'
import type { Audience } from './catalog.ts'
import type { Message } from './message.ts'
import type { Option } from './option.ts'

/** Who asked what, and where. */
export interface Invocation {
  readonly caller: Account
  readonly place: Place
  /** The platform's own id of the event: the same one twice acts once and answers the same. */
  readonly deliveryId?: string
  /** The e-mail that the platform vouches for, where its word is trusted. */
  readonly vouchedEmail?: string
  readonly input: Input
}

/** A typed line, or the fields of a form, a button or a native command. */
export type Input =
  | { readonly kind: 'line'; readonly text: string }
  | {
      readonly kind: 'fields'
      /** `feature action`. */
      readonly command: string
      readonly fields: Readonly<Record<string, string>>
      readonly confirmed?: boolean
    }

/** `asked`: nothing was done yet, the message or the form asks for more. `failed`: a fault of ours. */
export type Outcome = 'done' | 'asked' | 'refused' | 'failed'

export interface Answer {
  readonly outcome: Outcome
  readonly audience: Audience
  readonly message: Message
  readonly form?: Form
}

/** A command's options still wanted; submitting it is the same command with these fields. */
export interface Form {
  readonly command: string
  readonly title: string
  /** What was given already, to be sent along. */
  readonly given: Readonly<Record<string, string>>
  readonly fields: readonly FormField[]
}

export interface FormField {
  readonly name: string
  readonly option: Option
}
