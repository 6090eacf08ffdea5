import type { RemoteFile } from '../../../src/chat/asking/remoteFile.ts'
import type { Json } from '../../../src/core/json.ts'
import type { Origin } from './origin.ts'
import type { Press } from './press.ts'

/** What Slack sent, in our own words; what we do not know has a name too. */
export type Incoming =
  | {
      readonly kind: 'line'
      readonly origin: Origin
      readonly via: 'command' | 'mention' | 'direct'
      /** The slash command with its prefix; undefined for what was written as a message. */
      readonly command?: string
      /** As Slack writes it: mentions and signs are still escaped. */
      readonly text: string
      /** What was sent along. */
      readonly files?: readonly RemoteFile[]
      readonly deliveryId: string
    }
  | Press
  | {
      readonly kind: 'submit'
      readonly origin: Origin
      readonly viewId: string
      readonly metadata: string
      /** `view.state.values`, untrusted. */
      readonly values: unknown
    }
  | { readonly kind: 'typeahead'; readonly origin: Origin; readonly actionId: string; readonly typed: string }
  | {
      readonly kind: 'shortcut'
      readonly origin: Origin
      readonly name: string
      readonly message?: { readonly text: string; readonly ts: string; readonly channel: string }
      readonly deliveryId: string
    }
  | { readonly kind: 'home'; readonly origin: Origin }
  | { readonly kind: 'profile'; readonly origin: Origin; readonly user: Json }
  | { readonly kind: 'uninstalled'; readonly origin: Origin; readonly at: Date }
  | { readonly kind: 'revoked'; readonly origin: Origin; readonly bots: readonly string[]; readonly at: Date }
  | {
      readonly kind: 'room-gone'
      readonly origin: Origin
      readonly channel: string
      readonly why: string
      /** Somebody left; it is the bot's business only where it is the bot. */
      readonly left?: string
    }
  | { readonly kind: 'ignored'; readonly why: string }

/** For a payload that lacks what belongs to it. */
export function incomplete(what: string): Incoming {
  return { kind: 'ignored', why: `a ${what} without what belongs to it` }
}
