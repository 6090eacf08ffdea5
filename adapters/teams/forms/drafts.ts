import { randomBytes } from 'node:crypto'

import type { Clock } from '../../../src/core/clock.ts'
import { type Json, object, text } from '../../../src/core/json.ts'
import type { Keep } from '../../../src/core/keep.ts'

/** Where a form was asked for, so that its answer finds the way back. */
export interface FormDraft {
  /** The conversation with its thread; undefined where the bot may not be in it. */
  readonly at: string | undefined
  readonly conversation: string | undefined
  readonly kind: 'personal' | 'channel' | 'groupChat'
  readonly targeted: boolean
}

export interface Forms {
  /** A sign of this one form: sent twice, it acts once. */
  mint(): string
  put(tenant: string, account: string, id: string, draft: FormDraft): Promise<void>
  /** Of the one who opened it; undefined for what is too old. */
  get(tenant: string, account: string, id: string): Promise<FormDraft | undefined>
}

const keptHours = 48

export function createForms(keep: Keep, clock: Clock): Forms {
  const keyOf = (tenant: string, account: string, id: string) => ({
    platform: 'teams',
    kind: 'form',
    tenant,
    key: `${account} ${id}`,
  })
  return {
    mint: () => randomBytes(9).toString('base64url'),
    async put(tenant, account, id, draft) {
      const expiresAt = new Date(clock.now().getTime() + keptHours * 3_600_000)
      await keep.put(keyOf(tenant, account, id), draft, { expiresAt })
    },
    async get(tenant, account, id) {
      const kept = await keep.get(keyOf(tenant, account, id))
      return kept && readDraft(object(kept.value))
    },
  }
}

function readDraft(value: Json): FormDraft {
  const kind = value['kind']
  return {
    at: text(value['at']),
    conversation: text(value['conversation']),
    kind: kind === 'channel' || kind === 'groupChat' ? kind : 'personal',
    targeted: value['targeted'] === true,
  }
}
