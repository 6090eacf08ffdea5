import type { RemoteFile } from '../../../src/chat/asking/remoteFile.ts'
import type { Json } from '../../../src/core/json.ts'
import type { PressId, StepId } from '../api/customIds.ts'
import type { Names } from './mentions.ts'
import type { Origin } from './origin.ts'

/** The message that holds a button. */
export interface PressedMessage {
  readonly id: string
  /** Only the presser sees it. */
  readonly ephemeral: boolean
  /** Identifies the message as it was when its button was pressed; changes when the message is edited. */
  readonly state: string
}

/** One interaction, by kind. */
export type Incoming =
  | { readonly kind: 'ping' }
  | {
      readonly kind: 'command'
      readonly origin: Origin
      /** `meeting schedule`. */
      readonly command: string
      /** Option texts by name. */
      readonly fields: Readonly<Record<string, string>>
      /** Names of those mentioned in the options, as far as Discord gives them. */
      readonly names: Names
      readonly files: readonly RemoteFile[]
    }
  | {
      /** A command in a message's context menu. */
      readonly kind: 'shortcut'
      readonly origin: Origin
      /** Its label in the menu. */
      readonly label: string
      /** The text of the message, with names for mentions. */
      readonly text: string
      /** The link to the message. */
      readonly link: string
      /** What the message is called. */
      readonly message: string
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
      /** The raw `custom_id`, which tells apart the buttons of a message. */
      readonly customId: string
      readonly message: PressedMessage
    }
  | {
      readonly kind: 'submit'
      readonly origin: Origin
      /** The step of the form; undefined for a modal that is not ours. */
      readonly step: StepId | undefined
      /** The labels of the modal with their inputs. */
      readonly components: readonly Json[]
      readonly files: readonly RemoteFile[]
      /** The message whose button opened the modal, where one did. */
      readonly message: PressedMessage | undefined
    }
  | { readonly kind: 'ignored'; readonly why: string }
