import type { RemoteFile } from '../../../src/chat/asking/remoteFile.ts'
import type { Json } from '../../../src/core/json.ts'
import type { ActionData } from '../api/activity.ts'
import type { Origin } from './origin.ts'

/** What Teams sent, in our own terms; unknown things have a kind too. */
export type Incoming =
  | {
      readonly kind: 'line'
      readonly origin: Origin
      /** As typed, without the mention of the bot; other mentions are names. */
      readonly text: string
      /** The text before the mention of the bot. */
      readonly before: string
      /** The attached files. */
      readonly files: readonly RemoteFile[]
      readonly deliveryId: string
    }
  /** A message was edited or restored, or deleted where it has no text. */
  | { readonly kind: 'changed'; readonly origin: Origin; readonly text: string | undefined }
  | {
      readonly kind: 'press'
      readonly origin: Origin
      readonly data: ActionData
      /** The reply can replace the card for the presser; otherwise it goes by message. */
      readonly execute: boolean
      readonly deliveryId: string
    }
  /** A client asks for its user's own view of a shared card. */
  | { readonly kind: 'refresh'; readonly origin: Origin; readonly card: string }
  /** A button that opens a form, or one in a dialog: the result is shown in the dialog. */
  | {
      readonly kind: 'open'
      readonly origin: Origin
      readonly data: ActionData
      /** The bot may not be a member of the conversation. */
      readonly apart?: true
      readonly deliveryId: string
    }
  | {
      readonly kind: 'submit'
      readonly origin: Origin
      readonly data: Json
      /** From a form in the chat itself: the answer goes there. */
      readonly inChat?: true
    }
  | {
      readonly kind: 'shortcut'
      readonly origin: Origin
      readonly name: string
      readonly message?: {
        readonly text: string
        readonly link: string | undefined
        readonly id: string | undefined
      }
      readonly deliveryId: string
    }
  | {
      readonly kind: 'typeahead'
      readonly origin: Origin
      readonly dataset: string
      readonly typed: string
    }
  | {
      readonly kind: 'file'
      readonly origin: Origin
      /** The file that was offered; undefined for one that somebody sent to the bot. */
      readonly id: string | undefined
      readonly upload: Json | undefined
      readonly deliveryId: string
    }
  /** The bot was added to a person’s apps, or to a team or chat. */
  | {
      readonly kind: 'added'
      readonly origin: Origin
      /** An installed app was updated to a newer version. */
      readonly upgraded?: true
    }
  | { readonly kind: 'removed'; readonly origin: Origin }
  | { readonly kind: 'joined'; readonly origin: Origin; readonly members: readonly string[] }
  | {
      readonly kind: 'room-gone'
      readonly origin: Origin
      /** One channel, or all channels of a team. */
      readonly channel: string | undefined
      readonly why: string
    }
  | { readonly kind: 'ignored'; readonly why: string }
  /** An invoke that we do not handle; the response says so. */
  | { readonly kind: 'foreign'; readonly why: string }
