import { createRemembered } from '../../../src/chat/work/remembered.ts'
import type { Clock } from '../../../src/core/clock.ts'
import { type Json, object, text } from '../../../src/core/json.ts'
import type { Keep } from '../../../src/core/keep.ts'
import type { Origin } from '../inbound/origin.ts'
import { createRosterMarks, type RosterMarks } from './rosterMarks.ts'

/** How to write to a person. */
export interface PersonReference {
  /** Teams’ own id, `29:…`, or the Microsoft Entra id. */
  readonly id: string
  readonly serviceUrl: string
  readonly bot: string
  /** The personal chat with the bot; undefined until there is one. */
  readonly conversation: string | undefined
}

/** How to write to a channel or a group chat. */
export interface RoomReference {
  readonly serviceUrl: string
  readonly team: string | undefined
}

/** Addresses of people and rooms, stored across restarts and refreshed by every activity. */
export interface References {
  /** Learns the addresses in an activity, except those of a room where the bot may not be a member. */
  learn(origin: Origin, account: { readonly tenant: string; readonly account: string }): Promise<void>
  /** Learns the address of a channel or a group chat. */
  found(origin: Origin): Promise<void>
  person(tenant: string, account: string): Promise<PersonReference | undefined>
  /** Adds somebody from a roster who never wrote to the bot; an address from their own activity is kept. */
  met(tenant: string, account: string, person: PersonReference): Promise<void>
  opened(tenant: string, account: string, person: PersonReference): Promise<void>
  /** The chat is closed; the next message opens a new one. */
  closed(tenant: string, account: string): Promise<void>
  room(tenant: string, conversation: string): Promise<RoomReference | undefined>
  /** The channels of a team that the bot knows about. */
  roomsOf(tenant: string, team: string): Promise<readonly string[]>
  forget(tenant: string, conversation: string): Promise<void>
  readonly rosters: RosterMarks
}

/** How often an unchanged address is written again, in case another process has changed it. */
const rewriteAfterMs = 10 * 60_000
const maxRemembered = 20_000

export function createReferences(keep: Keep, clock: Clock): References {
  const written = createRemembered<string>({ max: maxRemembered, ttlMs: rewriteAfterMs, clock })
  const keyOf = (kind: 'person' | 'room', tenant: string, key: string) => ({
    platform: 'teams',
    kind,
    tenant,
    key,
  })

  async function put(kind: 'person' | 'room', tenant: string, key: string, value: object): Promise<void> {
    const name = `${kind} ${tenant} ${key}`
    const json = JSON.stringify(value)
    if (written.get(name) === json) return
    await keep.put(keyOf(kind, tenant, key), value)
    written.put(name, json)
  }

  async function person(tenant: string, account: string): Promise<PersonReference | undefined> {
    const kept = await keep.get(keyOf('person', tenant, account))
    return kept && readPerson(object(kept.value))
  }

  async function found({ kind, tenant, conversation, serviceUrl, team }: Origin): Promise<void> {
    if (kind === 'personal') return
    await put('room', tenant, conversation, { serviceUrl, ...(team === undefined ? {} : { team }) })
  }

  return {
    person,
    found,
    rosters: createRosterMarks(keep, clock),
    async learn(origin, { tenant, account }) {
      const { serviceUrl, bot, user, conversation, kind } = origin
      const own = kind === 'personal'
      const known = own ? undefined : written.get(`person ${tenant} ${account}`)
      // Only activities from the personal chat name that chat; elsewhere it is unknown.
      const before = own || known ? undefined : await person(tenant, account)
      const chat = own
        ? conversation
        : (before?.conversation ?? (known && text(object(JSON.parse(known))['conversation'])))
      await put('person', tenant, account, {
        id: user.id,
        serviceUrl,
        bot,
        ...(chat === undefined ? {} : { conversation: chat }),
      })
      if (!origin.apart) await found(origin)
    },
    async met(tenant, account, reference) {
      const before = await person(tenant, account)
      if (before?.conversation === undefined) await put('person', tenant, account, { ...reference })
    },
    opened: (tenant, account, reference) => put('person', tenant, account, { ...reference }),
    async closed(tenant, account) {
      const before = await person(tenant, account)
      if (before) await put('person', tenant, account, { ...before, conversation: undefined })
    },
    async room(tenant, conversation) {
      const kept = await keep.get(keyOf('room', tenant, conversation))
      return kept && readRoom(object(kept.value))
    },
    async roomsOf(tenant, team) {
      const all = await keep.list({ platform: 'teams', kind: 'room', tenant })
      return all.filter(({ value }) => object(value)['team'] === team).map(({ key }) => key)
    },
    async forget(tenant, conversation) {
      written.forget(`room ${tenant} ${conversation}`)
      await keep.drop(keyOf('room', tenant, conversation))
    },
  }
}

function readPerson(value: Json): PersonReference | undefined {
  const id = text(value['id'])
  const serviceUrl = text(value['serviceUrl'])
  if (id === undefined || serviceUrl === undefined) return undefined
  return { id, serviceUrl, bot: text(value['bot']) ?? '', conversation: text(value['conversation']) }
}

function readRoom(value: Json): RoomReference | undefined {
  const serviceUrl = text(value['serviceUrl'])
  if (serviceUrl === undefined) return undefined
  return { serviceUrl, team: text(value['team']) }
}
