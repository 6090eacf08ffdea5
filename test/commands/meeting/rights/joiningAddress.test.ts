import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { calendarPage } from '../../../../src/bot/pages/calendarPages.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

/** ETCIP is led by INTERPOL; IPU observes it and CTED is a member. BMLE alone is led by UNODC. */
const address = 'https://meet.example/join-me'
const outsider = 'guest@example.org'

describe('the address by which one joins a meeting', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z' })
    await here.say(secretariat, `/directory add person "Otto Outside" email:${outsider} entity:OPCW`)
    await here.say(
      focal('interpol'),
      `/meeting schedule Plenary wg:ETCIP start:"10 Dec 15:00" link:${address} confirm:yes`,
    )
  })
  afterAll(() => here.end())

  const feedOf = async (who: string) => {
    const { text } = await here.say(who, '/meeting calendar of:all')
    const token = /\/calendar\/([\w-]+)\.ics/.exec(text)?.[1] ?? ''
    const page = await calendarPage(here.database.store.kysely, token, here.clock.now(), 'example.org')
    return page?.ics ?? ''
  }

  test.each([secretariat, focal('interpol'), focal('cted'), focal('ipu')])(
    'is shown to %s, in the file and in the calendar of all groups too',
    async (who) => {
      expect((await here.say(who, '/meeting show M1')).text).toContain(address)
      expect((await here.say(who, '/meeting calendar meeting:M1')).text).toContain(address)
      expect(await feedOf(who)).toContain(address)
    },
  )

  test('is kept from anybody else, who is told whom to ask', async () => {
    const shown = await here.say(outsider, '/meeting show M1')
    const file = await here.say(outsider, '/meeting calendar meeting:M1')
    const feed = await feedOf(outsider)

    expect(shown.text).toContain('Link: told to those who are invited; ask the chairs of ETCIP')
    expect(file.text).toContain('only those who are invited are given it')
    expect(feed).toContain('SUMMARY:Plenary (ETCIP)')
    for (const text of [shown.text, file.text, feed]) expect(text).not.toContain('meet.example')
  })
})
