import { type Json, object, text } from '../../../../src/core/json.ts'
import type { Asked, Deed, Ground, Scheduled } from './asked.ts'
import { app } from './defaults.ts'
import { invalid, no, type Reply } from './faults.ts'
import { enterGuild } from './guilds.ts'

/** So many may be ahead or going on in one server. */
const quota = 100

/** Meetings in the calendar of a server; undefined where something else is asked for. */
export function scheduling(ground: Ground, asked: Asked): Deed | undefined {
  const { method, parts } = asked
  const [root, guild = '', what, id, ...more] = parts
  if (root !== 'guilds' || what !== 'scheduled-events' || more.length > 0) return undefined
  const body = object(asked.body)
  if (id === undefined) {
    if (method === 'GET') return { kind: 'events', act: () => list(ground, guild) }
    return method === 'POST' ? { kind: 'event', act: () => create(ground, guild, body) } : undefined
  }
  const on = (act: (found: Scheduled) => Reply, changes = true) => {
    return () => withEvent(ground, guild, id, changes, act)
  }
  if (method === 'GET') return { kind: 'events', act: on((one) => ok(one), false) }
  if (method === 'PATCH') return { kind: 'moveEvent', act: on((one) => change(ground, one, body)) }
  return method === 'DELETE' ? { kind: 'removeEvent', act: on((one) => remove(ground, one)) } : undefined
}

function list(ground: Ground, guild: string): Reply {
  const where = enterGuild(ground, guild)
  if ('status' in where) return where
  return { status: 200, body: standing(ground, guild).map(eventObject) }
}

function standing({ events }: Ground, guild: string): readonly Scheduled[] {
  return events.filter((one) => one.guild === guild && one.status < 3)
}

function create(ground: Ground, guild: string, body: Json): Reply {
  const refused = unwelcome(ground, guild)
  if (refused) return refused
  const wrong = problems(ground, body)
  if (wrong.length > 0) return invalid(wrong)
  if (standing(ground, guild).length >= quota) {
    return no(400, 30_038, 'Maximum number of uncompleted guild scheduled events reached (100)')
  }
  const made = { id: ground.mint(), guild, status: 1, body }
  ground.events.push(made)
  return ok(made)
}

function change(ground: Ground, event: Scheduled, body: Json): Reply {
  const { status = event.status, ...more } = body
  const allowed = { 1: [1, 2, 4], 2: [2, 3] }[event.status] ?? []
  if (!allowed.includes(Number(status))) return no(400, 180_000, 'Cannot update a finished event')
  const merged = { ...event.body, ...more }
  const moves = 'scheduled_start_time' in more || 'scheduled_end_time' in more
  const wrong = moves ? problems(ground, merged) : []
  if (wrong.length > 0) return invalid(wrong)
  event.status = Number(status)
  event.body = merged
  return ok(event)
}

function remove(ground: Ground, event: Scheduled): Reply {
  ground.events.splice(ground.events.indexOf(event), 1)
  return { status: 204 }
}

function problems({ clock }: Ground, body: Json): readonly string[] {
  const [start, end] = ['scheduled_start_time', 'scheduled_end_time'].map((name) =>
    Date.parse(text(body[name]) ?? ''),
  )
  const isOutside = body['entity_type'] === 3
  const location = text(object(body['entity_metadata'])['location'])
  const said: readonly (string | false)[] = [
    body['privacy_level'] !== 2 && 'privacy_level: must be 2',
    !isWithin(text(body['name']), 100) && 'name: must be of 1 to 100 characters',
    (text(body['description']) ?? '').length > 1000 && 'description: at most 1000 characters',
    Number.isNaN(start) && 'scheduled_start_time: is missing',
    Number(start) < clock.now().getTime() && 'scheduled_start_time: Cannot schedule event in the past.',
    isOutside && Number.isNaN(end) && 'scheduled_end_time: is missing',
    Number(end) <= Number(start) && 'scheduled_end_time: Cannot schedule event to end before it starts.',
    isOutside && !isWithin(location, 100) && 'entity_metadata: a location of 1 to 100 characters',
    !isOutside && 'entity_type: is of no kind that is played here',
  ]
  return said.filter((one) => one !== false)
}

function isWithin(value: string | undefined, most: number): boolean {
  return value !== undefined && value.length <= most
}

function unwelcome(ground: Ground, guild: string): Reply | undefined {
  const where = enterGuild(ground, guild)
  if ('status' in where) return where
  return where.mayEvents ? undefined : no(403, 50_013, 'Missing Permissions')
}

function withEvent(
  ground: Ground,
  guild: string,
  id: string,
  changes: boolean,
  act: (found: Scheduled) => Reply,
): Reply {
  const where = enterGuild(ground, guild)
  const refused = 'status' in where ? where : changes ? unwelcome(ground, guild) : undefined
  if (refused) return refused
  const found = ground.events.find((one) => one.guild === guild && one.id === id)
  return found ? act(found) : no(404, 10_070, 'Unknown Guild Scheduled Event')
}

function ok(event: Scheduled): Reply {
  return { status: 200, body: eventObject(event) }
}

function eventObject({ id, guild, status, body }: Scheduled): Json {
  const common = { id, guild_id: guild, channel_id: null, creator_id: app.id, status, entity_id: null }
  return { ...common, description: null, recurrence_rule: null, user_count: 0, ...body, ...{ status } }
}
