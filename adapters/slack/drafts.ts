import { createHash } from 'node:crypto'

import { decodeButton, encodeButton } from '../../src/core/button.ts'
import type { Clock } from '../../src/core/clock.ts'
import type { Keep } from '../../src/core/keep.ts'
import type { Button, Message } from '../../src/core/message.ts'
import { object, text } from './json.ts'

/** What Slack lets a button carry. */
const valueLimit = 2_000
const pressDays = 90
const formHours = 48

/** What a press asks for. */
export interface Pressed {
  readonly command: string
  readonly values: Readonly<Record<string, string>>
  readonly confirmed: boolean
  /** Opens the command's form with these values, rather than running it. */
  readonly ask: boolean
}

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

/** What is too long for Slack to carry lies in the store, under a name made of its content. */
export interface Drafts {
  /** What each button of a message carries; long ones are laid down first. */
  values(tenant: string, message: Message): Promise<(button: Button) => string>
  /** Undefined for what was never ours or is too old. */
  read(tenant: string, value: string): Promise<Pressed | undefined>
  putForm(tenant: string, user: string, draft: FormDraft): Promise<string>
  form(tenant: string, id: string): Promise<FormDraft | undefined>
}

export function createDrafts(keep: Keep, clock: Clock): Drafts {
  const keyOf = (tenant: string, kind: 'press' | 'form', key: string) => ({
    platform: 'slack',
    kind,
    tenant,
    key,
  })
  const after = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000)

  async function lay(tenant: string, encoded: string): Promise<string> {
    if (encoded.length <= valueLimit) return encoded
    const id = nameOf(tenant, encoded)
    await keep.put(keyOf(tenant, 'press', id), { encoded }, { expiresAt: after(pressDays * 24) })
    return `kept|${id}`
  }

  return {
    async values(tenant, message) {
      const carried = new Map<Button, string>()
      for (const one of message.blocks) {
        if (one.kind !== 'buttons') continue
        for (const button of one.buttons) carried.set(button, await lay(tenant, encodeButton(button)))
      }
      return (button) => carried.get(button) ?? encodeButton(button)
    },
    async read(tenant, value) {
      const id = /^kept\|([0-9a-f]{32})$/.exec(value)?.[1]
      const kept = id === undefined ? undefined : await keep.get(keyOf(tenant, 'press', id))
      const encoded = id === undefined ? value : text(object(kept?.value)['encoded'])
      return encoded === undefined ? undefined : decodeButton(encoded)
    },
    async putForm(tenant, user, draft) {
      const id = nameOf(tenant, `${user} ${JSON.stringify(draft)}`)
      await keep.put(keyOf(tenant, 'form', id), draft, { expiresAt: after(formHours) })
      return id
    },
    async form(tenant, id) {
      const kept = await keep.get(keyOf(tenant, 'form', id))
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

function nameOf(tenant: string, content: string): string {
  return createHash('sha256').update(`${tenant} ${content}`).digest('hex').slice(0, 32)
}
