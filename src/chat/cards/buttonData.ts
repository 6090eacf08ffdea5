import { createHash } from 'node:crypto'

import { decodeButton, encodeButton } from '../../core/button.ts'
import type { Clock } from '../../core/clock.ts'
import { object, text } from '../../core/json.ts'
import type { Keep } from '../../core/keep.ts'
import type { Button, Message } from '../../core/message.ts'

const keptDays = 90

/** What a press asks for. */
export interface PressRequest {
  readonly command: string
  readonly values: Readonly<Record<string, string>>
  readonly confirmed: boolean
  /** Opens the command's form with these values, rather than running it. */
  readonly ask: boolean
}

/** The data that buttons carry; data too long for the platform is stored under a name made from its content. */
export interface ButtonData {
  /** The data for each button of a message; long data is stored first. */
  values(tenant: string, message: Message): Promise<(button: Button) => string>
  /** Undefined for data that was never ours or is too old. */
  read(tenant: string, value: string): Promise<PressRequest | undefined>
}

/** The most characters that the platform allows in the data of a button, and of what is chosen from a list. */
export interface ButtonDataLimits {
  readonly button: number
  readonly choice: number
}

export function createButtonData(
  platform: string,
  limits: ButtonDataLimits,
  keep: Keep,
  clock: Clock,
): ButtonData {
  const keyOf = (tenant: string, key: string) => ({ platform, kind: 'press', tenant, key })

  async function store(tenant: string, encoded: string, limit: number): Promise<string> {
    if (encoded.length <= limit) return encoded
    const id = contentName(tenant, encoded)
    const expiresAt = new Date(clock.now().getTime() + keptDays * 86_400_000)
    await keep.put(keyOf(tenant, id), { encoded }, { expiresAt })
    return `kept|${id}`
  }

  return {
    async values(tenant, message) {
      const dataOf = new Map<Button, string>()
      for (const one of message.blocks) {
        if (one.kind !== 'buttons') continue
        const limit = one.listed ? limits.choice : limits.button
        for (const button of one.buttons) dataOf.set(button, await store(tenant, encodeButton(button), limit))
      }
      return (button) => dataOf.get(button) ?? encodeButton(button)
    },
    async read(tenant, value) {
      const id = /^kept\|([0-9a-f]{32})$/.exec(value)?.[1]
      const kept = id === undefined ? undefined : await keep.get(keyOf(tenant, id))
      const encoded = id === undefined ? value : text(object(kept?.value)['encoded'])
      return encoded === undefined ? undefined : decodeButton(encoded)
    },
  }
}

/** A name of 32 characters, always the same for the same content. */
export function contentName(tenant: string, content: string): string {
  return createHash('sha256').update(`${tenant} ${content}`).digest('hex').slice(0, 32)
}
