import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { calendarPage } from '../../../../src/bot/pages/calendarPages.ts'
import type { Letter } from '../../../../src/core/feature/notice.ts'
import { byIcalJs, byNodeIcal } from '../../../src/calendar/readCalendar.ts'
import { focal, type World, world } from '../../../support/world.ts'
import { scheduledStarts } from './scheduledStarts.ts'

const chair = focal('interpol')
const reader = focal('wco')
const letters: Letter[] = []

describe('a meeting of a series in letters, files and private addresses', () => {
  let here: World
  let token: string
  let sent: string | undefined
  beforeAll(async () => {
    here = await world({
      mailer: async (letter) => void letters.push(letter),
      publicUrl: 'https://bot.example',
    })
    await here.say(
      chair,
      '/meeting schedule Weekly wg:ETCIP start:"2026-12-01T14:00" timezone:Europe/Vienna repeat:weekly until:2026-12-31',
    )
    const reply = await here.say(reader, '/meeting calendar')
    token = /calendar\/([\w-]+)\.ics/.exec(reply.text)?.[1] ?? ''
    await here.turn('2026-11-21T12:01:00Z')
    sent = names(latest()[0]?.calendar?.text ?? '')[0]?.uid
    expect(sent).toMatch(/^series-1-[0-9a-f]{12}@bot\.example$/)
  })
  afterAll(() => here.end())

  /** What names an event, and its number of changes, of each event in a calendar. */
  function names(text: string) {
    return text
      .replace(/\r\n /g, '')
      .split('BEGIN:VEVENT')
      .slice(1)
      .map((event) => {
        const value = (name: string) => new RegExp(`^${name}[^:\r\n]*:(.*)$`, 'm').exec(event)?.[1]?.trim()
        return { uid: value('UID'), of: value('RECURRENCE-ID'), sequence: value('SEQUENCE') }
      })
  }
  const feed = async () =>
    (await calendarPage(here.database.store.kysely, token, here.clock.now(), 'bot.example'))?.ics ?? ''
  /** The one of the series, as its first letter had it. */
  const uid = () => sent ?? ''
  const latest = () => letters.filter(({ to }) => to === reader)
  const starts = () => scheduledStarts(here)

  test('has one identifier in all, and the start that the rule gave it', async () => {
    const own = latest().map(({ calendar }) => names(calendar?.text ?? '')[0])
    const { answer } = await here.say(reader, '/meeting calendar M2')
    const file = answer.message.blocks.flatMap((block) =>
      block.kind === 'file' ? [String(block.content)] : [],
    )

    expect(own.map((name) => name?.uid)).toEqual(own.map(() => uid()))
    expect(own.map((name) => name?.of).sort()).toEqual(['01', '08', '15'].map((day) => `202612${day}T140000`))
    expect(names(file[0] ?? '')).toEqual([{ uid: uid(), of: '20261208T140000', sequence: '0' }])
    expect(names(await feed())[0]?.uid).toBe(uid())
    expect(byIcalJs(await feed())).toEqual(await starts())
  })

  test('keeps both when it alone is moved, and its number of changes rises in letters and addresses', async () => {
    await here.say(chair, '/meeting move M2 start:"2026-12-09T10:00" timezone:Europe/Vienna series:this')
    await here.turn('2026-11-21T12:02:00Z')
    const moved = { uid: uid(), of: '20261208T140000', sequence: '1' }

    expect(names(latest().at(-1)?.calendar?.text ?? '')).toEqual([moved])
    expect(names(await feed())).toContainEqual(moved)
    expect(byIcalJs(await feed())).toEqual(await starts())
    expect(byNodeIcal(await feed())).toEqual(await starts())
  })

  test('is cancelled under the name that it was sent with, and left out by the series', async () => {
    await here.say(chair, '/meeting cancel M1 series:this confirm:yes')
    await here.turn('2026-11-21T12:03:00Z')
    const last = latest().at(-1)

    expect(last?.calendar?.method).toBe('CANCEL')
    expect(names(last?.calendar?.text ?? '')).toEqual([{ uid: uid(), of: '20261201T140000', sequence: '1' }])
    expect(byIcalJs(await feed())).toEqual(await starts())
    expect(byNodeIcal(await feed())).toEqual(await starts())
  })

  test('keeps its identifier when the rest is moved to another day and hour', async () => {
    letters.length = 0
    await here.say(
      chair,
      '/meeting move M3 start:"2026-12-17T09:00" timezone:Europe/Vienna series:rest confirm:yes',
    )
    await here.turn('2026-11-21T12:04:00Z')
    await here.turn('2026-12-01T12:00:00Z')
    const own = latest().map(({ calendar }) => names(calendar?.text ?? '')[0])

    expect(own.map((name) => [name?.uid, name?.of])).toEqual(
      ['15', '22', '29'].map((day) => [uid(), `202612${day}T140000`]),
    )
    expect(latest().map(({ calendar }) => calendar?.method)).toEqual(['REQUEST', 'REQUEST', 'REQUEST'])
    expect(byIcalJs(await feed())).toEqual(await starts())
    expect(byNodeIcal(await feed())).toEqual(await starts())
  })
})
