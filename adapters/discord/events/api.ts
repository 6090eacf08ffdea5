import { CallError } from '../../../src/chat/delivery/failure.ts'
import { array, object, text } from '../../../src/core/json.ts'
import type { Api } from '../api/api.ts'
import { errorCodes } from '../api/codes.ts'
import type { EventBody } from './body.ts'

/** Scheduled events of servers, as Discord has them. Everything raises `CallError`. */
export interface ScheduledEvents {
  /** Its id. */
  create(guild: string, body: EventBody): Promise<string | undefined>
  /** False where it is not there any more, or somebody ended it. */
  change(guild: string, id: string, body: EventBody): Promise<boolean>
  /** Cancels what is ahead and completes what goes on; nothing where it is over or not there any more. */
  end(guild: string, id: string): Promise<void>
  /** Ids of those that the bot made, of that name and at that moment. */
  own(guild: string, of: { readonly name: string; readonly startsAt: Date }): Promise<readonly string[]>
}

const state = { active: 2, completed: 3, cancelled: 4 } as const
/** “Cannot update a finished event”: somebody cancelled it or ended it by hand. */
const finished = 180_000

export function createScheduledEvents(api: Api): ScheduledEvents {
  let self: string | undefined

  async function change(guild: string, id: string, body: object): Promise<boolean> {
    try {
      await api.call({ method: 'PATCH', path: `${pathOf(guild)}/${id}`, body })
      return true
    } catch (error) {
      if (isGone(error)) return false
      throw error
    }
  }

  /** Undefined where it is not there any more. */
  async function statusOf(guild: string, id: string): Promise<unknown> {
    try {
      return object(await api.call({ method: 'GET', path: `${pathOf(guild)}/${id}` }))['status'] ?? null
    } catch (error) {
      if (isGone(error)) return undefined
      throw error
    }
  }

  return {
    change,
    async create(guild, body) {
      return text(object(await api.call({ method: 'POST', path: pathOf(guild), body }))['id'])
    },
    async end(guild, id) {
      const status = await statusOf(guild, id)
      if (status === undefined || status === state.completed || status === state.cancelled) return
      await change(guild, id, { status: status === state.active ? state.completed : state.cancelled })
    },
    async own(guild, { name, startsAt }) {
      self ??= text(object(await api.call({ method: 'GET', path: '/users/@me' }))['id'])
      const found = array(await api.call({ method: 'GET', path: pathOf(guild) })).map(object)
      return found
        .filter((event) => event['name'] === name && event['creator_id'] === self)
        .filter((event) => Date.parse(text(event['scheduled_start_time']) ?? '') === startsAt.getTime())
        .flatMap((event) => text(event['id']) ?? [])
    },
  }
}

function pathOf(guild: string): `/${string}` {
  return `/guilds/${guild}/scheduled-events`
}

function isGone(error: unknown): boolean {
  if (!(error instanceof CallError)) return false
  const { code, status } = error
  return code === errorCodes.unknownEvent || code === finished || (status === 404 && code === undefined)
}
