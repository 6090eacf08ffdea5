import { createDrafts, type Drafts, keptPresent } from '../../../src/chat/forms/drafts.ts'
import type { Host } from '../../../src/core/adapter.ts'
import type { Form } from '../../../src/core/invocation.ts'
import { text } from '../../../src/core/json.ts'

/** Where a form was asked for, so that its answer finds the way back. */
export interface FormDraft {
  /** The conversation with its thread; undefined where the bot may not be a member. */
  readonly at: string | undefined
  readonly conversation: string | undefined
  readonly kind: 'personal' | 'channel' | 'groupChat'
  readonly targeted: boolean
  /** How the record stood that the form changes. */
  readonly present: Form['present']
}

export type FormDrafts = Drafts<FormDraft>

export function createFormDrafts(host: Pick<Host, 'keep' | 'clock'>): FormDrafts {
  return createDrafts('teams', host, (kept) => {
    const kind = kept['kind']
    return {
      at: text(kept['at']),
      conversation: text(kept['conversation']),
      kind: kind === 'channel' || kind === 'groupChat' ? kind : 'personal',
      targeted: kept['targeted'] === true,
      present: keptPresent(kept),
    }
  })
}
