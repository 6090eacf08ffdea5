import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Api, ApiCall } from '../../../../adapters/discord/api/api.ts'
import { errorCodes } from '../../../../adapters/discord/api/codes.ts'
import { eventBody } from '../../../../adapters/discord/events/body.ts'
import { createMirror, type Mirror } from '../../../../adapters/discord/events/mirror.ts'
import { CallError } from '../../../../src/chat/delivery/failure.ts'
import type { PlatformEvent } from '../../../../src/core/adapter.ts'
import { settableClock } from '../../../../src/core/clock.ts'
import { object } from '../../../../src/core/json.ts'
import type { Message } from '../../../../src/core/message.ts'
import { openApi } from '../../../support/discord/rules/openapi.ts'
import { until } from '../../../support/runner/until.ts'
import { memoryKeep } from '../../../support/stubHost.ts'

const home = '111111111111111111'
const away = '222222222222222222'
const bot = '999999999999999999'

function meeting(number: number, more: Partial<PlatformEvent> = {}): PlatformEvent {
  const startsAt = more.startsAt ?? new Date('2026-12-12T13:30:00Z')
  return {
    subject: `meeting:${number}`,
    title: 'Quarterly meeting',
    group: 'ETCIP',
    startsAt,
    endsAt: new Date(startsAt.getTime() + 90 * 60_000),
    zone: 'Europe/Paris',
    place: null,
    cancelled: false,
    rooms: [room(home)],
    ...more,
  }
}

function room(tenant: string, channel = '333333333333333333') {
  return { platform: 'discord', tenant, channel }
}

interface FakeEvent {
  readonly id: string
  readonly guild: string
  readonly creator_id: string
  /** 1 is ahead, 2 goes on. */
  readonly status: number
  readonly body: ReturnType<typeof object>
}

/** Scheduled events of servers in memory; `fault` is what the next call of a method fails with, before or after. */
function discord() {
  const events = new Map<string, FakeEvent>()
  const calls: ApiCall[] = []
  const faults: { method: string; error: CallError; done: boolean; always: boolean }[] = []
  let last = 0
  const api: Api = {
    async call(request) {
      calls.push(request)
      await new Promise((resolve) => setTimeout(resolve, 2))
      const at = faults.findIndex(({ method }) => method === request.method)
      const fault = faults[at]
      if (fault && !fault.always) faults.splice(at, 1)
      if (fault && !fault.done) throw fault.error
      const answer = act(request)
      if (fault) throw fault.error
      return answer
    },
  }

  function act({ method, path, body }: ApiCall): unknown {
    if (path === '/users/@me') return { id: bot }
    const [, , guild = '', , id = ''] = path.split('/')
    const here = [...events.values()].filter((event) => event.guild === guild)
    if (method === 'GET' && id === '')
      return here.map((event) => ({ ...event.body, id: event.id, creator_id: event.creator_id }))
    if (method === 'POST') {
      if (here.length >= 100) throw new CallError('Full.', { status: 400, code: errorCodes.tooManyEvents })
      last += 1
      const made = {
        id: `77777777777777${1000 + last}`,
        guild,
        creator_id: bot,
        status: 1,
        body: object(body),
      }
      events.set(made.id, made)
      return { ...made.body, id: made.id }
    }
    const known = events.get(id)
    if (!known) throw new CallError('Unknown event.', { status: 404, code: errorCodes.unknownEvent })
    if (method === 'GET') return { ...known.body, status: known.status, id }
    const { status = known.status, ...more } = object(body)
    const refused = ({ 1: [1, 2, 4], 2: [2, 3] }[known.status] ?? []).every((one) => one !== status)
    const moves = known.status === 2 && 'scheduled_start_time' in more
    if (refused || moves) throw new CallError('Not that.', { status: 400, code: 180_000 })
    if (status === 3 || status === 4) events.delete(id)
    else events.set(id, { ...known, body: { ...known.body, ...object(body) } })
    return {}
  }

  return {
    api,
    events,
    calls,
    fail: (method: string, error: CallError, { done = false, always = false } = {}) =>
      faults.push({ method, error, done, always }),
    mend: () => faults.splice(0),
    /** Somebody starts all events by hand, or nobody does. */
    turn: (status: number) => {
      for (const event of events.values()) events.set(event.id, { ...event, status })
    },
    made: () => calls.filter(({ method }) => method === 'POST').length,
    writes: () => calls.filter(({ method }) => method !== 'GET').length,
    starts: (guild = home) =>
      [...events.values()]
        .filter((event) => event.guild === guild)
        .map((event) => event.body['scheduled_start_time']),
  }
}

function world(...first: readonly PlatformEvent[]) {
  const clock = settableClock(new Date('2026-11-23T09:00:00Z'))
  const keep = memoryKeep(clock)
  const far = discord()
  const texts: string[] = []
  const alerts: [string, Message][] = []
  let meetings = first
  let asked = 0
  const mirrors: Mirror[] = []
  const host = {
    clock,
    keep,
    async platformEvents(_platform: string, subject?: string) {
      asked += 1
      return subject === undefined
        ? meetings.filter((one) => one.startsAt > clock.now() && one.rooms.length > 0 && !one.cancelled)
        : meetings.filter((one) => one.subject === subject && one.rooms.length > 0)
    },
    async alert(key: string, message: Message) {
      alerts.push([key, message])
    },
  }
  const note = (_about: object, text: string) => void texts.push(text)
  const log = { info: note, warn: note, error: note }

  function replica(mayUse = (_guild: string) => true): Mirror {
    const mirror = createMirror({ host, api: far.api, log, mayUse })
    mirrors.push(mirror)
    return mirror
  }

  /** Until nothing was asked for a while. */
  async function quiet(): Promise<void> {
    for (let seen = -1; seen !== asked + far.calls.length; ) {
      seen = asked + far.calls.length
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }

  return {
    clock,
    keep,
    far,
    told: texts,
    alerts,
    replica,
    quiet,
    now: (...all: readonly PlatformEvent[]) => {
      meetings = all
    },
    /** A process that starts and looks at everything. */
    async start(): Promise<Mirror> {
      const mirror = replica()
      mirror.start()
      await quiet()
      return mirror
    },
    /** A process that hears of one change. */
    async hear(subject = 'meeting:1'): Promise<void> {
      const mirror = replica()
      mirror.changed(subject)
      await quiet()
      await mirror.stop()
    },
    end: () => Promise.all(mirrors.map((mirror) => mirror.stop())),
  }
}

let at: ReturnType<typeof world>
function given(...meetings: readonly PlatformEvent[]): ReturnType<typeof world> {
  at = world(...meetings)
  return at
}

afterEach(async () => {
  vi.useRealTimers()
  await at?.end()
})

const gone = () => new CallError('Gone.', { status: 404, code: errorCodes.unknownEvent })

describe('a meeting in the calendar of a server', () => {
  test('is an event there, and stays one while nothing changes', async () => {
    const { far, hear, start } = given(meeting(1))
    await hear()
    await hear()
    await start()

    expect(far.writes()).toBe(1)
    expect(far.calls.find(({ method }) => method === 'POST')).toMatchObject({
      path: `/guilds/${home}/scheduled-events`,
      body: {
        name: 'Quarterly meeting (ETCIP)',
        scheduled_start_time: '2026-12-12T13:30:00.000Z',
        scheduled_end_time: '2026-12-12T15:00:00.000Z',
        entity_type: 3,
        privacy_level: 2,
      },
    })
  })

  test('is moved, renamed, cancelled and restored along', async () => {
    const { far, hear, now } = given(meeting(1))
    await hear()
    now(meeting(1, { startsAt: new Date('2026-12-13T09:00:00Z') }))
    await hear()
    expect(far.starts()).toEqual(['2026-12-13T09:00:00.000Z'])
    now(meeting(1, { title: 'Extraordinary meeting' }))
    await hear()
    expect([...far.events.values()].map(({ body }) => body['name'])).toEqual([
      'Extraordinary meeting (ETCIP)',
    ])
    expect(far.made()).toBe(1)

    now(meeting(1, { cancelled: true }))
    await hear()
    expect(far.calls.at(-1)).toMatchObject({ method: 'PATCH', body: { status: 4 } })
    expect(far.events.size).toBe(0)
    const writes = far.writes()
    await hear()
    expect(far.writes()).toBe(writes)

    now(meeting(1))
    await hear()
    expect(far.starts()).toEqual(['2026-12-12T13:30:00.000Z'])
  })

  test('goes when the room is taken from the group, in that server alone', async () => {
    const { far, hear, start, now } = given(meeting(1, { rooms: [room(home), room(away)] }))
    await hear()
    expect([far.starts(home).length, far.starts(away).length]).toEqual([1, 1])
    now(meeting(1, { rooms: [room(away)] }))
    await hear('group:3')
    expect([far.starts(home).length, far.starts(away).length]).toEqual([0, 1])
    now(meeting(1, { rooms: [] }))
    await start()
    expect(far.events.size).toBe(0)
  })

  test('two rooms of the group in one server are one event', async () => {
    const { far, hear } = given(meeting(1, { rooms: [room(home), room(home, '444444444444444444')] }))
    await hear()
    expect(far.made()).toBe(1)
  })

  test('is not put where the bot may not be used, nor where there is no server', async () => {
    const { far, replica, quiet } = given(meeting(1, { rooms: [room(home), room(away), room('-')] }))
    replica((guild) => guild === away).start()
    await quiet()
    expect([far.starts(home), far.starts(away).length, far.made()]).toEqual([[], 1, 1])
  })

  test('that takes place is left alone, and so is one that is over', async () => {
    const { far, hear, start, clock, now } = given(meeting(1))
    await hear()
    clock.set(new Date('2026-12-12T13:31:00Z'))
    now(meeting(1, { title: 'Another', place: 'Vienna' }))
    await hear()
    await start()
    clock.set(new Date('2026-12-12T15:00:01Z'))
    now(meeting(1, { cancelled: true }))
    await hear()
    now()
    await start()
    expect(far.writes()).toBe(1)
  })

  test.each([
    { state: 'is shown as ahead', status: 1, last: 4 },
    { state: 'goes on', status: 2, last: 3 },
  ])('that has begun and is cancelled takes an event along that $state', async ({ status, last }) => {
    const { far, hear, clock, now } = given(meeting(1))
    await hear()
    far.turn(status)
    clock.set(new Date('2026-12-12T14:00:00Z'))
    now(meeting(1, { cancelled: true }))
    await hear()
    await hear()
    expect(far.calls.at(-1)).toMatchObject({ method: 'PATCH', body: { status: last } })
    expect([far.starts(), far.writes()]).toEqual([[], 2])
  })

  test.each([
    { state: 'is shown as ahead', status: 1 },
    { state: 'goes on', status: 2 },
  ])('that has begun and is put off is one event, anew, where the old one $state', async ({ status }) => {
    const { far, hear, start, clock, now } = given(meeting(1))
    await hear()
    far.turn(status)
    clock.set(new Date('2026-12-12T13:45:00Z'))
    now(meeting(1, { startsAt: new Date('2026-12-20T13:30:00Z') }))
    await hear()
    await start()
    expect(far.starts()).toEqual(['2026-12-20T13:30:00.000Z'])
    expect(far.writes()).toBe(3)
    now(meeting(1, { cancelled: true, startsAt: new Date('2026-12-20T13:30:00Z') }))
    await hear()
    expect(far.starts()).toEqual([])
  })

  test.each([
    { state: 'is shown as ahead', status: 1 },
    { state: 'goes on', status: 2 },
  ])('that has begun and is made longer has the new end where its event $state', async ({ status }) => {
    const { far, hear, start, clock, now } = given(meeting(1))
    await hear()
    far.turn(status)
    clock.set(new Date('2026-12-12T14:00:00Z'))
    now(meeting(1, { endsAt: new Date('2026-12-12T17:00:00Z') }))
    await hear()
    await start()

    expect([...far.events.values()].map(({ body }) => body['scheduled_end_time'])).toEqual([
      '2026-12-12T17:00:00.000Z',
    ])
    expect([far.made(), far.writes()]).toEqual([1, 2])
  })

  test('that has begun and is made so short that it is over ends in the server as well', async () => {
    const { far, hear, start, clock, now } = given(meeting(1))
    await hear()
    far.turn(2)
    clock.set(new Date('2026-12-12T14:30:00Z'))
    now(meeting(1, { endsAt: new Date('2026-12-12T14:00:00Z') }))
    await hear()
    await start()

    expect(far.calls.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([
      { status: 3 },
    ])
    expect([far.events.size, far.made()]).toEqual([0, 1])
  })

  test('that has begun and whose event somebody ended has no other when it is made longer', async () => {
    const { far, hear, start, clock, now } = given(meeting(1))
    await hear()
    far.events.clear()
    clock.set(new Date('2026-12-12T14:00:00Z'))
    now(meeting(1, { endsAt: new Date('2026-12-12T17:00:00Z') }))
    await hear()
    await start()

    expect([far.events.size, far.made(), far.writes()]).toEqual([0, 1, 2])
  })

  test('that was put off while nobody listened is found by the look at everything', async () => {
    const { far, hear, start, clock, now } = given(meeting(1))
    await hear()
    clock.set(new Date('2026-12-12T14:00:00Z'))
    now(meeting(1, { startsAt: new Date('2026-12-20T13:30:00Z') }))
    await start()
    expect(far.starts()).toEqual(['2026-12-20T13:30:00.000Z'])
  })

  test('that has begun is tried again where Discord cannot take its event back just now', async () => {
    const { far, hear, clock, now } = given(meeting(1))
    await hear()
    clock.set(new Date('2026-12-12T14:00:00Z'))
    now(meeting(1, { cancelled: true }))
    far.fail('PATCH', new CallError('Out of order.', { status: 503 }))
    await hear()
    await hear()
    expect(far.starts()).toEqual([])
  })

  test('is taken back from a server in which the bot may not be used any more', async () => {
    const { far, hear, replica, quiet } = given(meeting(1, { rooms: [room(home), room(away)] }))
    await hear()
    const mirror = replica((guild) => guild === away)
    mirror.start()
    await quiet()
    mirror.changed('meeting:1')
    await quiet()
    expect([far.starts(home), far.starts(away).length, far.writes()]).toEqual([[], 1, 3])
  })

  test('is forgotten where the bot may neither be used nor take it back, and nobody is troubled', async () => {
    const { far, hear, replica, quiet, keep, alerts, told: texts } = given(meeting(1))
    await hear()
    far.fail('PATCH', new CallError('No.', { status: 403, code: errorCodes.missingPermissions }))
    replica(() => false).start()
    await quiet()
    replica(() => false).start()
    await quiet()
    expect([far.writes(), alerts, texts]).toEqual([2, [], []])
    expect(await keep.list({ platform: 'discord', kind: 'event' })).toEqual([])
  })

  test('keeps its instant when the clocks of its zone are changed', async () => {
    const summer = new Date('2026-10-25T00:30:00Z')
    const winter = new Date('2026-10-25T01:30:00Z')
    const { far, hear, clock, now } = given(meeting(1, { startsAt: summer }))
    clock.set(new Date('2026-10-01T00:00:00Z'))
    await hear()
    expect(far.starts()).toEqual(['2026-10-25T00:30:00.000Z'])
    now(meeting(1, { startsAt: winter }))
    await hear()
    expect(far.starts()).toEqual(['2026-10-25T01:30:00.000Z'])
  })

  test('deleted by hand comes back only when the meeting changes', async () => {
    const { far, hear, start, now } = given(meeting(1))
    await hear()
    far.events.clear()
    await start()
    await hear()
    expect(far.events.size).toBe(0)
    now(meeting(1, { place: 'Vienna' }))
    await hear()
    expect(far.starts()).toHaveLength(1)
  })

  test('deleted by hand and cancelled needs nothing more', async () => {
    const { far, hear, start, now, told: texts } = given(meeting(1))
    await hear()
    far.events.clear()
    now(meeting(1, { cancelled: true }))
    await hear()
    const writes = far.writes()
    await start()
    expect([far.writes(), texts]).toEqual([writes, []])
  })
})

describe('what fails between the house and Discord', () => {
  test('a process that died before it made the event: the next one makes it', async () => {
    const { far, start } = given(meeting(1), meeting(2))
    await start()
    expect(far.starts()).toHaveLength(2)
  })

  test('a process that died after it: the next one finds it', async () => {
    const { far, keep, hear, start } = given(meeting(1))
    await hear()
    const [kept] = await keep.list({ platform: 'discord', kind: 'event' })
    if (!kept) throw new Error('Nothing was kept.')
    const { id: _, ...unsure } = object(kept.value)
    await keep.put(kept, unsure)
    await start()
    expect(far.made()).toBe(1)
    expect(object((await keep.get(kept))?.value)).toMatchObject({ id: [...far.events.keys()][0] })
  })

  test('a process that died before it took the event back: the next one takes it', async () => {
    const { far, hear, start, now } = given(meeting(1), meeting(2))
    await hear('meeting:1')
    await hear('meeting:2')
    now(meeting(1, { cancelled: true }), meeting(2, { rooms: [] }))
    await start()
    expect(far.starts()).toEqual([])
  })

  test('a look at everything comes every ten minutes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const { far, start, now, quiet } = given()
    await start()
    now(meeting(1))
    // One look a second at the most.
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    vi.advanceTimersByTime(9 * 60_000)
    await quiet()
    expect(far.made()).toBe(0)
    vi.advanceTimersByTime(60_000)
    await until(() => expect(far.made()).toBe(1))
  })

  test('two replicas at once make one event', async () => {
    const { far, replica, quiet } = given(meeting(1), meeting(2), meeting(3))
    for (const one of [replica(), replica(), replica()]) {
      one.start()
      one.changed('meeting:2')
    }
    await quiet()
    await until(() => expect(far.starts()).toHaveLength(3))
    await quiet()
    expect(far.made()).toBe(3)
  })

  test.each([
    ['made after all, and found', true, 1],
    ['not made, and made again', false, 2],
  ])('a creation of unknown fate is looked for: %s', async (_name, done, made) => {
    const { far, hear, replica } = given(meeting(1), meeting(2, { title: 'Another' }))
    await hear('meeting:2')
    const before = far.made()
    far.fail('POST', new CallError('No answer.'), { done })
    replica().changed('meeting:1')
    await until(() => expect(far.writes()).toBeGreaterThanOrEqual(before + 2))
    expect(far.made() - before).toBe(made)
    await until(() => expect(far.starts()).toHaveLength(2))
  })

  test('an event of the same name that somebody else made is not taken for ours', async () => {
    const { far, hear, start } = given(meeting(1))
    const body = object(eventBody(meeting(1)))
    far.events.set('5', { id: '5', guild: home, creator_id: '8', status: 1, body })
    far.fail('POST', new CallError('No answer.', { status: 502 }))
    await hear()
    await start()
    expect(far.starts()).toHaveLength(2)
  })

  test('Discord is given the time that it asks for', async () => {
    const { far, replica } = given(meeting(1))
    far.fail('POST', new CallError('Slow down.', { status: 429, retryAfter: 1.5 }))
    const began = performance.now()
    replica().changed('meeting:1')
    await until(() => expect(far.starts()).toHaveLength(1))
    expect(performance.now() - began).toBeGreaterThan(1_450)
    expect(far.made()).toBe(2)
  })

  test.each([
    [errorCodes.missingPermissions, 'POST', 'Create Events'],
    [errorCodes.missingPermissions, 'PATCH', 'Manage Events'],
    [errorCodes.missingAccess, 'POST', 'not in that server'],
  ])(
    'without the right (%i, %s) the server is left alone for an hour, and the secretariat told',
    async (code, method, word) => {
      const { far, hear, now, start, clock, alerts, told: texts } = given(meeting(1), meeting(2))
      if (method === 'PATCH') {
        await hear('meeting:1')
        now(meeting(1, { title: 'Renamed' }), meeting(2, { rooms: [] }))
      }
      far.fail(method, new CallError('No.', { status: 403, code }), { always: true })
      const before = far.writes()
      const mirror = await start()
      expect(far.writes()).toBe(before + 1)
      expect(alerts.map(([key]) => key)).toEqual([`discord:${home}:events`])
      expect(JSON.stringify(alerts)).toContain(word)
      expect(texts).toHaveLength(1)

      far.mend()
      clock.set(new Date('2026-11-23T10:00:01Z'))
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      mirror.changed('meeting:1')
      await until(() => expect(far.writes()).toBe(before + 2))
    },
  )

  test('a server without the right keeps no other from its events', async () => {
    const { far, start } = given(meeting(1, { rooms: [room(home), room(away)] }))
    far.fail('POST', new CallError('No.', { status: 403, code: errorCodes.missingPermissions }))
    await start()
    expect([far.starts(home), far.starts(away).length]).toEqual([[], 1])
  })

  test('the next fifty of a server are there, and the others when it is their turn', async () => {
    const many = Array.from({ length: 60 }, (_, n) =>
      meeting(n, { startsAt: new Date(Date.UTC(2026, 11, 1 + n)), cancelled: n === 0 }),
    )
    const { far, start, hear, clock } = given(...many)
    await start()
    expect(far.starts()).toHaveLength(50)
    await hear('meeting:59')
    expect(far.starts()).toHaveLength(50)
    expect(far.starts()).not.toContain('2026-12-01T00:00:00.000Z')
    clock.set(new Date('2026-12-03T12:00:00Z'))
    await start()
    expect(far.starts()).toHaveLength(52)
  })

  test('a full server is left as it is, with a word in the log', async () => {
    const { far, start, told: texts, alerts } = given(meeting(1), meeting(2))
    for (let n = 0; n < 100; n += 1) {
      far.events.set(`${n}`, { id: `${n}`, guild: home, creator_id: '8', status: 1, body: {} })
    }
    await start()
    expect([far.made(), texts.length, alerts]).toEqual([1, 1, []])
    expect(texts[0]).toContain('as many scheduled events as it may')
  })

  test('what Discord finds wrong with one event keeps no other from being made', async () => {
    const { far, start, told: texts, quiet } = given(meeting(1), meeting(2))
    far.fail('POST', new CallError('Invalid.', { status: 400, code: errorCodes.invalidBody }))
    const mirror = await start()
    mirror.changed('meeting:1')
    await quiet()
    expect([far.made(), far.starts().length, texts.length]).toEqual([2, 1, 1])
  })

  test('a deletion between a look and a change is not a fault', async () => {
    const { far, hear, now, told: texts } = given(meeting(1))
    await hear()
    now(meeting(1, { title: 'Renamed' }))
    far.fail('PATCH', gone())
    await hear()
    expect([far.made(), texts]).toEqual([2, []])
  })
})

describe('what an event says', () => {
  test('its group, its time with the zone, and where it is kept', () => {
    const { description, entity_metadata } = eventBody(meeting(12, { place: 'Room D, Vienna' }))
    expect(description).toContain('ETCIP')
    expect(description).toContain('Sat 12 Dec 2026, 14:30 (Europe/Paris)')
    expect(description).toContain('Kept by Rapporteur')
    expect(description).toContain('/meeting show M12')
    expect(entity_metadata.location).toBe('Room D, Vienna')
  })

  test('its place, else the room of the group', () => {
    const where = (more: Partial<PlatformEvent>) => eventBody(meeting(1, more)).entity_metadata.location
    expect(where({ place: 'Room D, Vienna' })).toBe('Room D, Vienna')
    expect(where({ place: null })).toContain('ETCIP')
    expect(where({ place: ' ' })).toContain('ETCIP')
  })

  test.each([
    'x'.repeat(150),
    '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'.repeat(20),
    '@everyone [x](https://e.example) <t:1:R> **b** `c` ||s|| '.repeat(4),
    'اجتماع الفريق العامل '.repeat(8),
    '',
  ])('nothing in it is longer than Discord takes, and user text stays data', (text) => {
    const body = eventBody(meeting(1, { title: text, place: text, group: text.slice(0, 60) }))
    expect(body.name.length).toBeGreaterThan(0)
    expect(body.name.length).toBeLessThanOrEqual(100)
    expect(body.description.length).toBeLessThanOrEqual(1000)
    expect(body.entity_metadata.location.length).toBeGreaterThan(0)
    expect(body.entity_metadata.location.length).toBeLessThanOrEqual(100)
    expect(body.name.isWellFormed() && body.description.isWellFormed()).toBe(true)
    expect(body.description).not.toMatch(/(?<!\\)(@everyone|<t:1)|\]\(/)
  })

  test.skipIf(!openApi)('is what Discord’s own description asks for, made, changed and cancelled', () => {
    const wrongIn = (method: string, path: string, body: object) => openApi?.validatorFor(method, path)(body)
    const body = eventBody(meeting(1, { place: 'Vienna' }))
    expect(wrongIn('POST', `/guilds/${home}/scheduled-events`, body)).toEqual([])
    for (const changed of [body, { status: 4 }]) {
      expect(wrongIn('PATCH', `/guilds/${home}/scheduled-events/${away}`, changed)).toEqual([])
    }
  })
})
