import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { calendarPage } from '../../../../src/bot/pages/calendarPages.ts'
import { focal, type World, world } from '../../../support/world.ts'

describe('a calendar address', () => {
  let here: World
  const now = new Date('2026-11-21T12:00:00Z')
  beforeAll(async () => {
    here = await world()
    await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
    await here.say(
      focal('interpol'),
      '/meeting schedule Series wg:ETCIP start:"8 Dec 10:00" repeat:monthly until:2027-11-30',
    )
    await here.say(focal('unodc'), '/meeting schedule Border wg:BMLE start:"14 Dec 10:00"')
    await here.say(focal('cted'), '/meeting rsvp M1 yes')
  })
  afterAll(() => here.end())

  const tokenOf = (text: string) => /\/calendar\/([\w-]+)\.ics/.exec(text)?.[1] ?? ''
  const page = (token: string, at = now) => calendarPage(here.database.store.kysely, token, at, 'example.org')
  const titles = (ics: string | undefined) =>
    [...(ics ?? '').matchAll(/^SUMMARY:(\w+)/gm)].map(([, title]) => title)

  test('shows one’s own meetings with one’s own answer, and nobody else’s name', async () => {
    const token = tokenOf((await here.press(focal('cted'), 'meeting calendar', { address: 'new' })).text)
    const { ics = '', tag } = (await page(token)) ?? {}

    expect(titles(ics).toSorted()).toEqual(['Border', 'Quarterly', 'Series'])
    expect(ics).toContain('PARTSTAT=ACCEPTED')
    expect(ics).toContain('RRULE:FREQ=MONTHLY;UNTIL=20271108T090000Z')
    expect(ics.match(/ATTENDEE/g)).toHaveLength(3)
    expect(ics.replaceAll('\r\n ', '')).not.toContain('focal.who@')
    expect((await page(token, new Date('2026-11-21T18:00:00Z')))?.tag).toBe(tag)

    await here.say(focal('interpol'), '/meeting move M1 start:"13 Dec 14:30"')
    const after = await page(token)
    expect(after?.tag).not.toBe(tag)
    expect(after?.ics).toContain('SEQUENCE:1')
  })

  test('shows one group’s meetings, or those of all', async () => {
    const group = tokenOf((await here.say(focal('cted'), '/meeting calendar wg:BMLE')).text)
    const all = tokenOf((await here.say(focal('cted'), '/meeting calendar of:all')).text)

    expect(titles((await page(group))?.ics)).toEqual(['Border'])
    expect(titles((await page(all))?.ics).toSorted()).toEqual(['Border', 'Quarterly', 'Series'])
  })

  test('is shown once, lies nowhere, and ends when it is revoked or made anew', async () => {
    const first = tokenOf((await here.say(focal('who'), '/meeting calendar')).text)
    const again = await here.say(focal('who'), '/meeting calendar')
    const second = tokenOf((await here.press(focal('who'), 'meeting calendar', { address: 'new' })).text)
    const { rows } = await here.database.store.pool.query('select * from calendar_feeds')

    expect(tokenOf(again.text)).toBe('')
    expect(JSON.stringify(rows)).not.toContain(first)
    expect(await page(first)).toBeUndefined()
    expect(await page(second)).toBeDefined()
    await here.press(focal('who'), 'meeting calendar', { address: 'revoke' })
    expect(await page(second)).toBeUndefined()
  })

  test.each(['', 'x', '../../etc/passwd', 'A'.repeat(43)])('“%s” is not an address', async (token) => {
    expect(await page(token)).toBeUndefined()
  })
})
