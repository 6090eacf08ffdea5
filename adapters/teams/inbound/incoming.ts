import type { RemoteFile } from '../../../src/chat/asking/remoteFile.ts'
import type { Json } from '../../../src/core/json.ts'
import type { ActionData } from '../api/activity.ts'
import type { Origin } from './origin.ts'

/** What Teams sent, in our own words; what we do not know has a name too. */
export type Incoming =
  | {
      readonly kind: 'line'
      readonly origin: Origin
      /** As it was typed, without the mention of the bot; other mentions are names. */
      readonly text: string
      /** What stood before the bot was mentioned. */
      readonly before: string
      /** What was sent along. */
      readonly files: readonly RemoteFile[]
      readonly deliveryId: string
    }
  | {
      readonly kind: 'press'
      readonly origin: Origin
      readonly data: ActionData
      /** The answer can show the presser a card of their own; else it goes by message. */
      readonly execute: boolean
      readonly deliveryId: string
    }
  /** Somebody’s own view of a shared card is wanted. */
  | { readonly kind: 'refresh'; readonly origin: Origin; readonly card: string }
  /** A button that opens a form, or one in a dialog: what comes of it is shown there. */
  | {
      readonly kind: 'open'
      readonly origin: Origin
      readonly data: ActionData
      /** The bot may not be in the conversation. */
      readonly apart?: true
      readonly deliveryId: string
    }
  | {
      readonly kind: 'submit'
      readonly origin: Origin
      readonly data: Json
      /** From a form that stands in the chat: what it is answered with is said there. */
      readonly inChat?: true
    }
  | {
      readonly kind: 'shortcut'
      readonly origin: Origin
      readonly name: string
      readonly message?: { readonly text: string; readonly link: string | undefined }
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
      /** Of a file that was offered; undefined for one that somebody sent to the bot. */
      readonly id: string | undefined
      readonly upload: Json | undefined
      readonly deliveryId: string
    }
  /** The bot was added: to a person’s apps, or to a team or chat. */
  | {
      readonly kind: 'added'
      readonly origin: Origin
      /** It was there before, and is of a newer version now. */
      readonly upgraded?: true
    }
  | { readonly kind: 'removed'; readonly origin: Origin }
  | { readonly kind: 'joined'; readonly origin: Origin; readonly members: readonly string[] }
  | {
      readonly kind: 'room-gone'
      readonly origin: Origin
      /** A channel, or all of a team’s. */
      readonly channel: string | undefined
      readonly why: string
    }
  | { readonly kind: 'ignored'; readonly why: string }
  /** An invoke that is not ours: it is answered as such. */
  | { readonly kind: 'foreign'; readonly why: string }
