import { expect, test } from 'vitest'

import { eventBody, hashOf } from '../../../../adapters/discord/events/body.ts'
import type { EventRecord } from '../../../../adapters/discord/events/records.ts'
import { stepOf } from '../../../../adapters/discord/events/step.ts'
import type { PlatformEvent } from '../../../../src/core/adapter.ts'

const guild = '900'
const subject = 'meeting:1'
const noon = new Date('2026-11-21T12:00:00Z')

function at(hours: number): Date {
  return new Date(noon.getTime() + hours * 3_600_000)
}

function meeting(changes: Partial<PlatformEvent> = {}): PlatformEvent {
  return {
    ...{ subject, title: 'Plenary', group: 'ETCIP', startsAt: at(1), endsAt: at(2), zone: 'UTC' },
    ...{ place: null, cancelled: false, rooms: [{ platform: 'discord', tenant: guild, channel: '1' }] },
    ...changes,
  }
}

function recordOf(told: PlatformEvent, id: string | undefined = '7'): EventRecord {
  const body = eventBody(told)
  const { startsAt, endsAt } = told
  return { guild, subject, id, hash: hashOf(body), name: body.name, startsAt, endsAt }
}

/** What is to be done at noon to a meeting that Discord was told of as `told`. */
function doing(now: PlatformEvent | undefined, told?: PlatformEvent, id?: string): string | undefined {
  const record = told && recordOf(told, id)
  return stepOf({ guild, subject, meeting: now, record }, noon)?.doing
}

test('a meeting ahead gets an event, and one that Discord was told of as it is needs nothing', () => {
  expect(doing(meeting())).toBe('create')
  expect(doing(meeting(), meeting())).toBeUndefined()
})

test('a meeting that has changed changes its event', () => {
  expect(doing(meeting({ title: 'Other' }), meeting())).toBe('change')
  expect(doing(meeting({ startsAt: at(3), endsAt: at(4) }), meeting())).toBe('change')
})

test('an event is taken back where the meeting is cancelled, gone, or has no room in that server any more', () => {
  expect(doing(meeting({ cancelled: true }), meeting())).toBe('withdraw')
  expect(doing(undefined, meeting())).toBe('withdraw')
  expect(doing(meeting({ rooms: [] }), meeting())).toBe('withdraw')
})

test('of a meeting that takes place only the end is kept up', () => {
  const begun = { startsAt: at(-1), endsAt: at(1) }

  expect(doing(meeting({ ...begun, title: 'Other' }), meeting(begun))).toBeUndefined()
  expect(doing(meeting({ ...begun, endsAt: at(2) }), meeting(begun))).toBe('change')
  expect(doing(meeting({ ...begun, endsAt: at(-0.5) }), meeting(begun))).toBe('withdraw')
  expect(doing(meeting({ startsAt: at(24), endsAt: at(25) }), meeting(begun))).toBe('withdraw')
})

test('a meeting that is over, or begins without an event, is left alone', () => {
  const over = { startsAt: at(-3), endsAt: at(-2) }

  expect(doing(meeting(over), meeting(over))).toBeUndefined()
  expect(doing(meeting({ startsAt: at(-1) }))).toBeUndefined()
})
