import { randomBytes } from 'node:crypto'

import type { Clock } from '../../core/clock.ts'
import { unknownPresent } from '../../core/form.ts'
import type { Form } from '../../core/invocation.ts'
import { type Json, object, text } from '../../core/json.ts'
import type { Keep } from '../../core/keep.ts'

/** Open forms, each readable only by the person who opened it, for 48 hours. */
export interface Drafts<Draft> {
  /** A new id for an opened form: 16 characters. */
  mint(): string
  /** `tenant` is `-` where accounts belong to none. */
  put(tenant: string, account: string, id: string, draft: Draft): Promise<void>
  /** Undefined for a form that is somebody else's, too old or unknown. */
  get(tenant: string, account: string, id: string): Promise<Draft | undefined>
}

const keptMs = 48 * 3_600_000

/** `read` turns stored data into a draft; undefined for data that is none. */
export function createDrafts<Draft extends { readonly present?: Form['present'] }>(
  platform: string,
  { keep, clock }: { readonly keep: Keep; readonly clock: Clock },
  read: (kept: Json) => Draft | undefined,
): Drafts<Draft> {
  const keyOf = (tenant: string, account: string, id: string) => ({
    platform,
    kind: 'form',
    tenant,
    key: `${account} ${id}`,
  })
  return {
    mint: () => randomBytes(12).toString('base64url'),
    async put(tenant, account, id, draft) {
      const expiresAt = new Date(clock.now().getTime() + keptMs)
      await keep.put(keyOf(tenant, account, id), { ...draft, knowsPresent: true }, { expiresAt })
    },
    async get(tenant, account, id) {
      const kept = await keep.get(keyOf(tenant, account, id))
      const draft = kept && read(object(kept.value))
      // A release before kept nothing of what some forms showed.
      const isLost = kept && draft?.present === undefined && object(kept.value)['knowsPresent'] !== true
      return isLost && draft ? { ...draft, present: unknownPresent } : draft
    },
  }
}

/** Stored texts by option name, without values that are no text. */
export function keptTexts(kept: Json[string]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(object(kept)).flatMap(([name, typed]) => {
      const one = text(typed)
      return one === undefined ? [] : [[name, one]]
    }),
  )
}

/** How the record stood when the form was opened; undefined for a form that changes no record. */
export function keptPresent(kept: Json): Readonly<Record<string, string>> | undefined {
  return kept['present'] === undefined ? undefined : keptTexts(kept['present'])
}
