import { createDrafts, type Drafts, keptPresent } from '../../../src/chat/forms/drafts.ts'
import type { Host } from '../../../src/core/adapter.ts'
import type { Form } from '../../../src/core/invocation.ts'
import { text } from '../../../src/core/json.ts'

/** Where a form was asked for, so that its answer finds the way back. */
export interface FormDraft {
  readonly command: string
  readonly channel: string | undefined
  readonly thread: string | undefined
  readonly private: boolean
  readonly responseUrl: string | undefined
  /** When the form was asked for, in milliseconds since 1970: a response URL lives for half an hour. */
  readonly at: number
  /** How the record stood that the form changes. */
  readonly present: Form['present']
}

export type FormDrafts = Drafts<FormDraft>

export function createFormDrafts(host: Pick<Host, 'keep' | 'clock'>): FormDrafts {
  return createDrafts('slack', host, (kept) => {
    const command = text(kept['command'])
    if (command === undefined) return undefined
    return {
      command,
      channel: text(kept['channel']),
      thread: text(kept['thread']),
      private: kept['private'] === true,
      responseUrl: text(kept['responseUrl']),
      at: typeof kept['at'] === 'number' ? kept['at'] : 0,
      present: keptPresent(kept),
    }
  })
}
