import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { listMeetings } from '../../../db/meetings/meetings.ts'
import { buttonLike, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const chair = focal('interpol')

describe('the list of meetings', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(secretariat, '/directory add person "Alternate of WHO" email:alt@who.example entity:WHO')
    for (let hour = 0; hour < 7; hour++)
      await here.say(
        chair,
        `/meeting schedule "Meeting ${hour}" wg:ETCIP start:"2027-01-1${hour}T1${Math.floor(hour / 2)}:00"`,
      )
    // Two at once: the order between them is that of their numbers.
    await here.say(chair, '/meeting schedule Twin wg:ETCIP start:"2027-01-13T11:00" confirm:yes')
  })
  afterAll(() => here.end())

  const wanted = {
    groupId: null,
    personId: null,
    from: new Date('2027-01-01T00:00:00Z'),
    to: new Date('2027-02-01T00:00:00Z'),
    offset: 0,
  }

  test('goes on after a meeting, and page after page shows each once in the order of the whole', async () => {
    const db = here.database.store.kysely
    const whole = (await listMeetings(db, { ...wanted, limit: 100 })).map(({ id }) => id)
    const seen: number[] = []
    for (;;) {
      const page = await listMeetings(db, { ...wanted, after: seen.at(-1) ?? null, limit: 3 })
      if (page.length === 0) break
      seen.push(...page.map(({ id }) => id))
    }

    expect(whole).toHaveLength(8)
    expect(seen).toEqual(whole)
  })

  test('begins no earlier than its first day, even after a meeting before it', async () => {
    const from = new Date('2027-01-15T00:00:00Z')
    const page = await listMeetings(here.database.store.kysely, { ...wanted, from, after: 1, limit: 100 })

    expect(page.every(({ startsAt }) => startsAt >= from)).toBe(true)
    expect(page).toHaveLength(2)
  })

  test('names what lies beyond the days that nobody set, and no more where they were set', async () => {
    const listed = await here.say(focal('cted'), '/meeting list wg:ETCIP')
    const all = await here.say(chair, '/meeting schedule Far wg:ETCIP start:"2027-06-10T14:00" confirm:yes')
    const far = /M\d+/.exec(all.text)?.[0]
    expect(listed.text).not.toContain('Beyond these days')
    const more = await here.say(focal('cted'), '/meeting list wg:ETCIP')
    expect(more.text).toContain(`Beyond these days comes ${far} Far, Thu 10 Jun 2027`)
    expect((await here.say(focal('cted'), '/meeting list December')).text).not.toContain('Beyond')

    const later = buttonLike(more, /^Later meetings/)
    expect((later && (await press(here, focal('cted'), later)))?.text).toContain(`${far} Thu 10 Jun 2027`)
  })

  test('offers the next page by the last meeting of this one', async () => {
    for (let at = 0; at < 26; at++)
      await here.say(chair, `/meeting schedule "Long ${at}" wg:ETCIP start:"2028-03-01T10:00" confirm:yes`)
    const first = await here.say(chair, '/meeting list from:2028-02-01 to:2028-04-01')
    const last = /M(\d+)(?!.*M\d+ )/s.exec(first.text)?.[1]
    const second = await here.say(chair, `/meeting list from:2028-02-01 to:2028-04-01 page:2 after:M${last}`)

    expect(first.text).toContain('25 meetings')
    expect(first.text).toContain('[Next page]')
    expect(second.text).toContain('1 meeting from')
    expect(second.text).toContain('Long 25')
  })

  test('is not counted through to a far page, which is reached by its days', async () => {
    const far = await here.say(chair, '/meeting list from:2028-02-01 to:2028-04-01 page:399')
    expect(far.text).toContain('Pages from 21 on are reached page by page, or by their days: from: and to:.')
  })

  test('counts entities that said yes, not their people', async () => {
    await here.say(focal('who'), '/meeting rsvp M1 yes')
    await here.say('alt@who.example', '/meeting rsvp M1 yes')
    await here.say(focal('cted'), '/meeting rsvp M1 yes')

    expect((await here.say(chair, '/meeting list January')).text).toMatch(/M1 .*2 entities said yes/)
  })
})
