import { createDrafts, type Drafts, keptPresent, keptTexts } from '../../../src/chat/forms/drafts.ts'
import type { Host } from '../../../src/core/adapter.ts'
import type { Form } from '../../../src/core/invocation.ts'
import { array, text } from '../../../src/core/json.ts'

/** A form that somebody opened: a submitted modal brings back only its id and its inputs. */
export interface FormDraft {
  /** `meeting schedule`. */
  readonly command: string
  /** What was typed so far, by option name. */
  readonly given: Readonly<Record<string, string>>
  /** How the record stood that the form changes. */
  readonly present?: Form['present']
  /** Field names in the order of the steps, so that the steps stay the same. */
  readonly order: readonly string[]
}

export type FormDrafts = Drafts<FormDraft>

export function createFormDrafts(host: Pick<Host, 'keep' | 'clock'>): FormDrafts {
  return createDrafts('discord', host, (kept) => {
    const command = text(kept['command'])
    if (command === undefined) return undefined
    return {
      command,
      given: keptTexts(kept['given']),
      present: keptPresent(kept),
      order: array(kept['order']).flatMap((name) => text(name) ?? []),
    }
  })
}
