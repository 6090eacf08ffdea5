import { randomBytes } from 'node:crypto'

import type { Clock } from '../../../src/core/clock.ts'
import { array, object, text } from '../../../src/core/json.ts'
import type { Keep } from '../../../src/core/keep.ts'
import { everywhere } from '../api/tenant.ts'

const keptHours = 48

/** A form that somebody opened: a modal itself brings back no more than its name and what stands in it. */
export interface FormDraft {
  /** `meeting schedule`. */
  readonly command: string
  /** What was typed so far, by option name. */
  readonly given: Readonly<Record<string, string>>
  /** Names in the order of the steps, so that the steps stay what they were. */
  readonly order: readonly string[]
}

/** Forms that are open, each of whoever opened it alone, for two days. */
export interface Drafts {
  /** A name for one that is about to be put; 16 signs. */
  mint(): string
  put(account: string, id: string, draft: FormDraft): Promise<void>
  /** Undefined for what is somebody else’s, too old or was never there. */
  get(account: string, id: string): Promise<FormDraft | undefined>
}

export function createDrafts(keep: Keep, clock: Clock): Drafts {
  const keyOf = (account: string, id: string) =>
    ({ platform: 'discord', kind: 'form', tenant: everywhere, key: `${account} ${id}` }) as const

  return {
    mint: () => randomBytes(12).toString('base64url'),
    put: (account, id, draft) =>
      keep.put(keyOf(account, id), draft, {
        expiresAt: new Date(clock.now().getTime() + keptHours * 3_600_000),
      }),
    async get(account, id) {
      const kept = await keep.get(keyOf(account, id))
      return readDraft(kept?.value)
    },
  }
}

function readDraft(value: unknown): FormDraft | undefined {
  const kept = object(value)
  const command = text(kept['command'])
  if (command === undefined) return undefined
  const given = Object.entries(object(kept['given'])).flatMap(([name, typed]) => {
    const one = text(typed)
    return one === undefined ? [] : [[name, one] as const]
  })
  return {
    command,
    given: Object.fromEntries(given),
    order: array(kept['order']).flatMap((name) => text(name) ?? []),
  }
}
