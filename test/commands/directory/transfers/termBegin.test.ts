import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

describe('a chair who was appointed ahead', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(secretariat, `/wg appoint ETCIP role:chair entity:INTERPOL person:${focal('interpol')}`)
    await here.say(focal('interpol'), '/meeting schedule Planning wg:ETCIP start:"15 Jan 2027 10:00"')
  })
  afterAll(() => here.end())

  const say = (line: string, who = secretariat) => here.say(who, line)
  const toldTo = (to: string, text: string) =>
    here.delivered.filter((one) => one.to === to && one.text.includes(text))

  async function organizer(): Promise<string> {
    const { rows } = await here.database.store.pool.query(
      'select p.email from meetings m join people p on p.id = m.organizer_id where m.id = 1',
    )
    return rows[0].email
  }

  test('is told on the first day, with whoever chaired before and the secretariat, once', async () => {
    const appointed = await say(`/wg appoint ETCIP chair WHO person:${focal('who')} from:2026-12-10`)
    expect(appointed.text).toContain(
      'INTERPOL focal point keeps what is in hand for the group until it is handed over: 1 meeting organized.',
    )
    expect(appointed.text).toContain('INTERPOL stays a member from 10 Dec 2026 on')
    await here.turn('2026-12-09T15:00:00Z')
    expect(toldTo(secretariat, 'chairs ETCIP from')).toHaveLength(0)
    await here.turn('2026-12-10T15:00:00Z')
    await here.turn('2026-12-10T16:00:00Z')

    const words =
      'WHO focal point (WHO) chairs ETCIP from 10 Dec 2026 on; INTERPOL focal point (INTERPOL) did until the day before.'
    for (const reader of [secretariat, focal('who'), focal('interpol')]) {
      expect(toldTo(reader, words), reader).toHaveLength(1)
    }
    expect(toldTo(secretariat, 'for the group: 1 meeting organized.')).toHaveLength(1)
  })

  test('takes over what the one before has in hand, by one press and a yes, also days later', async () => {
    await here.turn('2026-12-14T15:00:00Z')
    const fields = { what: 'ETCIP chair', to: focal('who') }
    const asked = await here.press(secretariat, 'directory handover', fields)
    expect(asked.text).toContain('1 meeting organized')
    expect((await here.press(secretariat, 'directory handover', fields, true)).outcome).toBe('done')

    expect(await organizer()).toBe(focal('who'))
    expect((await say('/wg history ETCIP')).text).toContain('since 10 Dec 2026: WHO (WHO focal point), chair')
  })

  test('who is handed the chair on that day is told by the handover alone', async () => {
    const chair = `/wg appoint ETCIP chair UNDP person:${focal('undp')} from:2027-01-10`
    expect((await say(chair)).text).toContain('1 meeting organized')
    const fields = { what: 'ETCIP chair', to: focal('undp'), on: '2027-01-10' }
    await here.press(secretariat, 'directory handover', fields, true)
    here.delivered.length = 0
    await here.turn('2027-01-10T15:00:00Z')

    expect(toldTo(focal('undp'), 'You have taken over')).toHaveLength(1)
    expect(toldTo(focal('undp'), 'chairs ETCIP from')).toHaveLength(0)
    expect(await organizer()).toBe(focal('undp'))
  })

  test('whose entity was handed the chair leaves the entity before in the group, until that is taken back', async () => {
    const fields = { what: 'ETCIP chair', to: focal('icao') }
    const done = await here.press(secretariat, 'directory handover', fields, true)
    expect((await say('/wg show ETCIP')).text).toContain('ICAO (ICAO focal point)')
    expect((await say('/directory entity UNDP')).text).toContain('ETCIP (member)')

    const number = /D\d+/.exec(JSON.stringify(done.answer.message))?.[0] ?? ''
    expect((await say(`/directory revert ${number}`)).outcome).toBe('done')
    expect((await say('/wg show ETCIP')).text).toContain('UNDP (UNDP focal point)')
  })
})
