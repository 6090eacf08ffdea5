import type { RemoteFile } from '../../../src/chat/asking/remoteFile.ts'
import type { Json } from '../../../src/core/json.ts'
import type { PressId, StepId } from '../api/customIds.ts'
import type { Names } from './mentions.ts'
import type { Origin } from './origin.ts'

/** The message in which a button stood. */
export interface PressedMessage {
  readonly id: string
  /** Only the presser sees it. */
  readonly ephemeral: boolean
  /** The same for as long as the message stays as it was when its button was pressed. */
  readonly state: string
}

/** One interaction, by what it is. */
export type Incoming =
  | { readonly kind: 'ping' }
  | {
      readonly kind: 'command'
      readonly origin: Origin
      /** `meeting schedule`. */
      readonly command: string
      /** Option texts by name. */
      readonly fields: Readonly<Record<string, string>>
      /** What those are called whom they mention, as far as Discord says it. */
      readonly names: Names
      readonly files: readonly RemoteFile[]
    }
  | {
      /** A command in the menu of a message. */
      readonly kind: 'shortcut'
      readonly origin: Origin
      /** What the menu calls it. */
      readonly label: string
      /** What the message says, with names for mentions. */
      readonly text: string
      /** Its address. */
      readonly link: string
    }
  | {
      readonly kind: 'typeahead'
      readonly origin: Origin
      readonly command: string
      /** The option that is being typed. */
      readonly option: string
      readonly typed: string
    }
  | {
      readonly kind: 'press'
      readonly origin: Origin
      readonly pressed: PressId
      /** The `custom_id` as it came: it tells one button of the message from another. */
      readonly customId: string
      readonly message: PressedMessage
    }
  | {
      readonly kind: 'submit'
      readonly origin: Origin
      /** The step of the form; undefined for a modal that is none of ours. */
      readonly step: StepId | undefined
      /** The labels of the modal with what was put in. */
      readonly components: readonly Json[]
      readonly files: readonly RemoteFile[]
      /** Where a button opened it, the message of that button. */
      readonly message: PressedMessage | undefined
    }
  | { readonly kind: 'ignored'; readonly why: string }
