import type { RemoteFile } from '../../../src/chat/asking/remoteFile.ts'
import type { Json } from '../../../src/core/json.ts'
import type { Origin } from './origin.ts'
import type { Press } from './press.ts'

/** What Slack sent, in our own terms; unknown things have a kind too. */
export type Incoming =
  | {
      readonly kind: 'line'
      readonly origin: Origin
      readonly via: 'command' | 'mention' | 'direct'
      /** The slash command with its prefix; undefined for what was written as a message. */
      readonly command?: string
      /** As Slack writes it: mentions and special characters are still escaped. */
      readonly text: string
      /** The attached files. */
      readonly files?: readonly RemoteFile[]
      /** What the message is called in its channel; undefined for a slash command. */
      readonly ts?: string
      readonly deliveryId: string
    }
  /** A message was edited, or deleted where it has no text. */
  | {
      readonly kind: 'changed'
      readonly origin: Origin
      readonly channel: string
      readonly ts: string
      readonly text: string | undefined
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
      /** Somebody left a channel; it matters only where that is the bot. */
      readonly left?: string
    }
  | { readonly kind: 'ignored'; readonly why: string }

/** Raised for a payload that lacks a required part. */
export function incomplete(what: string): Incoming {
  return { kind: 'ignored', why: `a ${what} with required parts missing` }
}
