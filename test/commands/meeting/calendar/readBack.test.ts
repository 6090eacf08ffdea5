import ICAL from 'ical.js'
import ical from 'node-ical'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Letter } from '../../../../src/core/feature/notice.ts'
import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
const reader = focal('wco')
const minuteMs = 60_000

interface Read {
  readonly method: string | undefined
  /** Without its random part and the host. */
  readonly uid: string
  readonly sequence: number
  readonly status: string
  readonly start: string
  /** The start by its rule of the one meeting of a series. */
  readonly of: string | undefined
}

function named(uid: string): string {
  return uid.replace(/-[0-9a-f]{12}@bot\.example$/, '')
}

/** By ical.js, with the zones that stand in the letter itself. */
function byIcalJs(text: string): Read {
  const calendar = new ICAL.Component(ICAL.parse(text))
  ICAL.TimezoneService.reset()
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const [event] = calendar.getAllSubcomponents('vevent')
  if (!event) throw new Error('the letter holds no event')
  const instant = (name: string) => {
    const at = event.getFirstPropertyValue(name)
    return at instanceof ICAL.Time ? at.toJSDate().toISOString() : undefined
  }
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: named(String(event.getFirstPropertyValue('uid'))),
    sequence: Number(event.getFirstPropertyValue('sequence')),
    status: String(event.getFirstPropertyValue('status')),
    start: instant('dtstart') ?? '',
    of: instant('recurrence-id'),
  }
}

/** By node-ical, with the zones that the runtime knows. */
function byNodeIcal(text: string): Read {
  const event = Object.values(ical.sync.parseICS(text)).find((one) => one?.type === 'VEVENT')
  if (event?.type !== 'VEVENT') throw new Error('the letter holds no event')
  const { method, uid, sequence, status, start, recurrenceid } = event
  return {
    method,
    uid: named(uid),
    sequence: Number(sequence),
    status: String(status),
    start: start.toISOString(),
    of: recurrenceid instanceof Date ? recurrenceid.toISOString() : undefined,
  }
}

describe('what two other libraries read in the letters to one reader', () => {
  const letters: Letter[] = []
  let here: World
  let minute = 0
  beforeAll(async () => {
    here = await world({
      mailer: async (letter) => void letters.push(letter),
      publicUrl: 'https://bot.example',
    })
  })
  afterAll(() => here.end())

  /** The letters that a line from the chair causes, as both libraries read them. */
  async function sent(line: string): Promise<readonly Read[]> {
    const before = letters.length
    expect((await here.say(chair, `/meeting ${line}`)).outcome, line).toBe('done')
    minute += 1
    await here.turn(new Date(Date.parse('2026-11-21T12:00:00Z') + minute * minuteMs).toISOString())
    const texts = letters
      .slice(before)
      .filter(({ to }) => to === reader)
      .map(({ calendar }) => calendar?.text ?? '')
    expect(texts.map(byNodeIcal)).toEqual(texts.map(byIcalJs))
    return texts.map(byIcalJs)
  }

  const single = { uid: 'meeting-1', of: undefined }
  const fields = 'start:"2026-12-10T14:00" timezone:America/New_York'

  test('is an invitation, a change and a cancellation of a meeting, with its instants', async () => {
    expect(await sent(`schedule Plenary wg:ETCIP ${fields} place:"Room 5"`)).toEqual([
      { ...single, method: 'REQUEST', sequence: 0, status: 'CONFIRMED', start: '2026-12-10T19:00:00.000Z' },
    ])
    expect(await sent('move M1 start:"2027-03-16T14:00" timezone:America/New_York')).toEqual([
      { ...single, method: 'REQUEST', sequence: 1, status: 'CONFIRMED', start: '2027-03-16T18:00:00.000Z' },
    ])
    expect(await sent('cancel M1 confirm:yes')).toEqual([
      { ...single, method: 'CANCEL', sequence: 2, status: 'CANCELLED', start: '2027-03-16T18:00:00.000Z' },
    ])
  })

  test('is the same of one meeting of a series, named by the start that its rule gave it', async () => {
    const own = { uid: 'series-1', of: '2026-12-10T19:00:00.000Z' }
    const invited = await sent(`schedule Weekly wg:ETCIP ${fields} repeat:"weekly, 2 times"`)

    expect(invited).toEqual(
      [own.of, '2026-12-17T19:00:00.000Z'].map((start) => ({
        ...own,
        ...{ of: start, method: 'REQUEST', sequence: 0, status: 'CONFIRMED', start },
      })),
    )
    expect(await sent('move M2 start:"2026-12-11T09:00" timezone:America/New_York series:this')).toEqual([
      { ...own, method: 'REQUEST', sequence: 1, status: 'CONFIRMED', start: '2026-12-11T14:00:00.000Z' },
    ])
    expect(await sent('cancel M2 series:this confirm:yes')).toEqual([
      { ...own, method: 'CANCEL', sequence: 2, status: 'CANCELLED', start: '2026-12-11T14:00:00.000Z' },
    ])
  })
})
