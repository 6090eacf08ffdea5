import type { Json } from '../../../../src/core/json.ts'
import { object } from '../../../../src/core/json.ts'

/** The bot's registration, as the fake knows it. */
export const app = {
  id: '00000000-0000-4000-8000-0000000000a0',
  secret: 'an-app-secret',
  tenant: '00000000-0000-4000-8000-0000000000b0',
  name: 'Rapporteur',
} as const

/** A tenant that is not the app's own. */
export const otherTenant = '00000000-0000-4000-8000-0000000000b9'

/** The team, its channels and the group chat of the default world. */
export const places = {
  team: '19:general@thread.tacv2',
  teamName: 'Compact',
  channel: '19:working-group@thread.tacv2',
  channelName: 'Working group',
  groupChat: '19:meeting-team@thread.v2',
} as const

/** Nobody listens there; without the fake's address a test shall not reach the real one. */
export const nowhere = 'http://127.0.0.1:9/svc/'

let count = 0

/** A number that nothing else in this process has. */
export function unique(): number {
  count += 1
  return count
}

/** An id as Teams gives messages: later ones are greater. */
export function nextId(): string {
  return String(1_700_000_000_000 + unique())
}

/** An id as Entra gives them, the same for the same number. */
export function guid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

/** The bot's own id in Teams. */
export function botId(appId: string = app.id): string {
  return `28:${appId}`
}

/** Lays `over` over `under`, object by object; lists are replaced, and what is undefined is taken away. */
export function merge(under: Json, over: Json): Json {
  const merged = Object.entries(over).map(([key, value]) => {
    const both = isObject(value) && isObject(under[key])
    return [key, both ? merge(object(under[key]), object(value)) : value]
  })
  const all = Object.entries({ ...under, ...Object.fromEntries(merged) })
  return Object.fromEntries(all.filter(([, value]) => value !== undefined))
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
