import type { Account, Place } from './address.ts'
import type { Audience } from './catalog.ts'
import type { UserError } from './errors.ts'
import type { InputFile } from './inputFile.ts'
import type { TypedLine } from './language/readLine.ts'
import type { Message } from './message.ts'
import type { Option } from './option.ts'

/** Who asks what, and where. */
export interface Invocation {
  readonly caller: Account
  readonly place: Place
  /** The platform's own id of the event: the same one twice acts once and answers the same. */
  readonly deliveryId?: string
  /** The e-mail that the platform vouches for, where its word is trusted. */
  readonly vouchedEmail?: string
  /** What a chat platform says of the caller; with it, a vouched e-mail links the account for good. */
  readonly profile?: Profile
  readonly input: Input
  /** The line of `input` as its adapter has read it already, or why it cannot be read; else it is read here. */
  readonly read?: TypedLine | UserError
  /** The message of the chat that it was typed in or is used on, as the platform names it in the caller's tenant. */
  readonly message?: string
  /** The message of the bot that holds the button that was pressed, as `Posted` names it. */
  readonly pressed?: string
  /** Files that came with it, none of them fetched yet. */
  readonly files?: readonly InputFile[]
  /** Opens what is typed in place of a file, where the platform lets people name one: a path on the terminal. */
  openFile?(typed: string): InputFile
}

/** What a chat platform knows of an account; absent is what it does not tell. */
export interface Profile {
  /** IANA zone, as the platform's own clock shows it. */
  readonly zone?: string
  /** BCP 47, e.g. `ar` or `fr-FR`. */
  readonly locale?: string
  /** The account’s name there, with its workspace and unvouched address, for whoever decides about a link. */
  readonly called?: string
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
      /** Asks for the form first, also when nothing is missing. */
      readonly ask?: boolean
      /** Of a form that changes a record: how that stood as the form was opened, as `Form` has it. */
      readonly present?: Form['present']
    }

/** `asked`: nothing was done yet, the message or the form asks for more. `failed`: a fault of ours. */
export type Outcome = 'done' | 'asked' | 'refused' | 'failed'

export interface Answer {
  readonly outcome: Outcome
  readonly audience: Audience
  readonly message: Message
  /**
   * With `asked`, the form to open now. With `refused`, the same command's form with all that was typed, so
   * that nothing need be written twice.
   */
  readonly form?: Form
  /** With `refused`, the option at fault, where the sentence belongs to one. */
  readonly option?: string
  /** The event was answered before, by this process or another; this is that answer again. */
  readonly repeated?: boolean
  /** Nothing was changed and no receipt was written: the same event may be answered twice without harm. */
  readonly looked?: boolean
  /** With `failed`, nothing could be recorded at all, so the same event may come again and do what it asks. */
  readonly unrecorded?: boolean
  /** With `failed`, the disk is full: nothing that changes anything can be done before somebody makes room. */
  readonly diskFull?: boolean
}

/** A command's options; submitting it is the same command with these fields. */
export interface Form {
  readonly command: string
  /** What it is for: `Schedule a meeting`. */
  readonly title: string
  /** The button that sends it: `Schedule`. */
  readonly submit?: string
  /** What was typed already, by option name. */
  readonly given: Readonly<Record<string, string>>
  /**
   * Of a form that changes a record: how that stands as the form is opened, by option name. It comes back with what is
   * sent, so that a field that was left as it was changes nothing.
   */
  readonly present?: Readonly<Record<string, string>> | undefined
  /** All options in their order, also those given; a required one that is not given is asked for. */
  readonly fields: readonly FormField[]
}

export interface FormField {
  readonly name: string
  readonly option: Option
}

/** The invocation with another input, which has not been read yet. */
export function withInput({ read: _former, ...others }: Invocation, input: Input): Invocation {
  return { ...others, input }
}
