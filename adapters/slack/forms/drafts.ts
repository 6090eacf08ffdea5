import { type Carried, contentName, createCarried } from '../../../src/chat/cards/buttons.ts'
import type { Clock } from '../../../src/core/clock.ts'
import { object, text } from '../../../src/core/json.ts'
import type { Keep } from '../../../src/core/keep.ts'

/** What Slack lets a button carry. */
const valueLimit = 2_000
const formHours = 48

/** Where a form was asked for, so that its answer finds the way back. */
export interface FormDraft {
  readonly command: string
  readonly channel: string | undefined
  readonly thread: string | undefined
  readonly private: boolean
  readonly responseUrl: string | undefined
  /** When it was asked for, in milliseconds since 1970: an answer address lives for half an hour. */
  readonly at: number
}

/** What Slack itself cannot carry lies in the store: long buttons, and where forms were asked for. */
export interface Drafts extends Carried {
  putForm(tenant: string, user: string, draft: FormDraft): Promise<string>
  form(tenant: string, id: string): Promise<FormDraft | undefined>
}

export function createDrafts(keep: Keep, clock: Clock): Drafts {
  const keyOf = (tenant: string, key: string) => ({
    platform: 'slack',
    kind: 'form',
    tenant,
    key,
  })
  const after = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000)

  return {
    ...createCarried('slack', valueLimit, keep, clock),
    async putForm(tenant, user, draft) {
      const id = contentName(tenant, `${user} ${JSON.stringify(draft)}`)
      await keep.put(keyOf(tenant, id), draft, { expiresAt: after(formHours) })
      return id
    },
    async form(tenant, id) {
      const kept = await keep.get(keyOf(tenant, id))
      return kept && readForm(object(kept.value))
    },
  }
}

function readForm(value: Readonly<Record<string, unknown>>): FormDraft | undefined {
  const command = text(value['command'])
  if (command === undefined) return undefined
  return {
    command,
    channel: text(value['channel']),
    thread: text(value['thread']),
    private: value['private'] === true,
    responseUrl: text(value['responseUrl']),
    at: typeof value['at'] === 'number' ? value['at'] : 0,
  }
}
