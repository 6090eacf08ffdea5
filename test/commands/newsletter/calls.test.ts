import { afterEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

/** What was said to somebody of the calls, the first line each. */
function heard(by: string): readonly string[] {
  return here.delivered
    .filter((one) => one.to === by && /of the newsletter/.test(one.text))
    .map((one) => one.text.split('\n')[0] ?? '')
}

function called(): ReadonlySet<string> {
  return new Set(
    here.delivered.filter(({ text }) => text.includes('is open: please send')).map(({ to }) => to),
  )
}

/** Opens an issue on 24 November that closes on Friday 8 January, for whom it is day. */
async function opened(line = '/newsletter open 2026-11..2026-12 closes:2027-01-08'): Promise<void> {
  here = await world({ now: '2026-11-24T15:00:00Z' })
  const reply = await here.say(secretariat, line)
  expect(reply.text).toContain('entities are called from 10:10')
}

/** What `/newsletter status` says to somebody. */
async function status(by: string): Promise<string> {
  return (await here.say(by, '/newsletter status')).text
}

describe('the calls for an issue', () => {
  test('reach one person of every entity, in its own daytime, once, however often the tick runs', async () => {
    await opened()
    expect(called().size).toBe(0)
    await here.turn('2026-11-24T15:10:00Z')
    await here.turn('2026-11-24T15:11:00Z')

    const entities = Number(
      /(\d+) entities have not answered/.exec((await here.say(secretariat, '/newsletter call')).text)?.[1],
    )
    expect(entities).toBeGreaterThan(40)
    expect(called().size).toBe(entities)
    expect(here.delivered.filter(({ text }) => text.includes('is open: please send'))).toHaveLength(entities)
    const call = here.delivered.find(({ to }) => to === focal('who'))
    expect(call?.text).toContain('Nothing to report')
  })

  test('are held back by one press before they go out', async () => {
    await opened()
    await here.say(secretariat, '/newsletter call state:off')
    await here.turn('2026-11-24T15:10:00Z')
    await here.turn('2027-01-07T15:00:00Z')

    expect(called().size).toBe(0)
  })

  test('go to the successor of who left the entity while theirs waited, once, or else to nobody', async () => {
    await opened()
    const { pool } = here.database.store
    const second = 'second.cted@compact.example'
    await here.say(
      secretariat,
      `/directory add person "Second of CTED" email:${second} entity:CTED timezone:Asia/Kathmandu`,
    )
    for (const entity of ['cted', 'who'])
      await here.say(focal(entity), '/reminder settings quiet:10:00-20:00')
    await here.turn('2026-11-24T15:10:00Z')
    expect([...heard(focal('cted')), ...heard(focal('who')), ...heard(second)]).toEqual([])
    await pool.query('update people set entity_id = null where email = any($1)', [
      [focal('cted'), focal('who')],
    ])
    for (const at of [
      '2026-11-24T22:00:00Z',
      '2026-11-25T02:00:00Z',
      '2026-11-25T02:01:00Z',
      '2026-11-26T02:00:00Z',
    ])
      await here.turn(at)

    expect([...heard(focal('cted')), ...heard(focal('who'))]).toEqual([])
    expect(heard(second)).toEqual([expect.stringContaining('what CTED has to report')])
  })

  test('come again a week, two days and a day before closing to those alone who have not answered', async () => {
    await opened()
    await here.turn('2026-11-24T15:10:00Z')
    await here.say(focal('who'), '/newsletter pass')
    await here.say(focal('cted'), '/update post "CTED trained judges in Dakar, Senegal" date:2026-11-20')
    for (const at of [
      '2027-01-01T15:00:00Z',
      '2027-01-01T16:00:00Z',
      '2027-01-06T15:00:00Z',
      '2027-01-07T15:00:00Z',
    ])
      await here.turn(at)

    expect(heard(focal('who'))).toHaveLength(1)
    expect(heard(focal('cted'))).toHaveLength(1)
    expect(heard(focal('ipu'))).toEqual([
      expect.stringContaining('is open'),
      expect.stringContaining('closes in 7 days'),
      expect.stringContaining('closes in 2 days'),
      expect.stringContaining('closes tomorrow'),
    ])
  })

  test('leave out an entity, carry a note, and begin anew before another closing day', async () => {
    await opened()
    const set = await here.say(
      secretariat,
      '/newsletter call exclude:WHO note:"The printer waits until Friday."',
    )
    expect(set.text).toContain('Left out: WHO')
    const [forOffice, forOthers] = [await status(secretariat), await status(focal('ipu'))]
    for (const text of [forOffice, forOthers])
      expect(/Nothing yet from.*/.exec(text)?.[0]).not.toMatch(/\bWHO\b/)
    expect(forOffice).toMatch(/Left out:? +WHO/)
    expect(forOthers).not.toContain('Left out')
    await here.turn('2026-11-24T15:10:00Z')
    await here.turn('2027-01-01T15:00:00Z')
    await here.say(secretariat, '/newsletter extend closes:2027-01-15')
    await here.turn('2027-01-08T15:00:00Z')

    expect(heard(focal('who'))).toEqual([])
    expect(here.delivered.find(({ to }) => to === focal('ipu'))?.text).toContain('The printer waits until')
    expect(heard(focal('ipu'))).toEqual([
      expect.stringContaining('is open'),
      expect.stringContaining('Sat 9 Jan 2027'),
      expect.stringContaining('Sat 16 Jan 2027'),
    ])
  })

  test('go to a colleague while the one who is called is away, and the last one to all others', async () => {
    here = await world({ now: '2026-11-24T15:00:00Z' })
    await here.say(
      secretariat,
      '/directory add person "Second Focal" email:second.who@compact.example entity:WHO',
    )
    await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
    await here.say(focal('who'), '/profile away "24 Nov 2026 - 30 Nov 2026"')
    await here.turn('2026-11-24T15:10:00Z')
    expect(called().has('second.who@compact.example')).toBe(true)
    expect(called().has(focal('who'))).toBe(false)
    here.delivered.length = 0
    await here.turn('2027-01-07T15:00:00Z')

    // Seen from Geneva it is the early morning after.
    expect(heard(focal('who'))).toEqual([expect.stringContaining('closes tomorrow night, Sat 9 Jan')])
    const [last, ...more] = heard('second.who@compact.example')
    expect(more).toEqual([])
    expect(last).toContain('Last call')
    // Who of the entity was asked before, and on which day; nobody of another one.
    const whole = here.delivered.find(({ text }) => text.includes(last ?? '-'))?.text
    expect(whole?.match(/Asked before: .+/g)).toEqual([
      'Asked before: Second Focal, Tue 24 Nov 2026',
      'Asked before: WHO focal point, Thu 7 Jan 2027',
    ])
  })

  test('end with the secretariat, who hears who has not answered', async () => {
    await opened()
    await here.turn('2026-11-24T15:10:00Z')
    await here.say(focal('who'), '/newsletter pass')
    here.delivered.length = 0
    await here.turn('2027-01-09T05:00:00Z')
    // Night in New York is no hour for it.
    expect(heard(secretariat)).toEqual([])
    await here.turn('2027-01-09T11:00:00Z')

    const texts = heard(secretariat)
    expect(texts).toHaveLength(1)
    expect(texts[0]).toContain('entities have not answered')
    expect(texts[0]).not.toContain('WHO,')
    expect(texts[0]).toContain('Fri 8 Jan 2027, 23:59 (America/New_York)')
  })

  test('may be seen ahead by whom they concern', async () => {
    await opened()
    const listed = await here.say(focal('ipu'), '/reminder list')

    expect(listed.text).toContain('Fri 1 Jan 2027, 09:00 (Europe/Zurich)')
    expect(listed.text).toContain('you answer for IPU, from which nothing has come')
  })

  test('are followed by thanks when the issue is published', async () => {
    await opened()
    await here.say(focal('cted'), '/update post "CTED trained judges in Dakar, Senegal" date:2026-11-20')
    await here.say(secretariat, '/update accept U1')
    await here.say(secretariat, '/newsletter approve')
    here.delivered.length = 0
    await here.say(secretariat, '/newsletter publish confirm:yes')

    expect(here.delivered.map(({ to, text }) => `${to}: ${text}`)).toEqual([
      expect.stringMatching(/^focal\.cted@compact\.example: Thank you: /),
    ])
  })
})
