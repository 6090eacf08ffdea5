import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type Rivals, rivals } from '../../../support/rivals.ts'
import { buttonNamed, press } from '../../../support/said/pressed.ts'
import { focal, type Said, type World } from '../../../support/world.ts'

/** CTED chairs BMLE, WCO is its co-chair; both may do all of a chair’s work. */
const [chair, other, member] = [focal('cted'), focal('wco'), focal('ohchr')]

describe('in a meeting, two at once, each through a process of its own,', () => {
  let both: Rivals
  let here: World
  beforeAll(async () => {
    both = await rivals({ now: '2026-12-10T13:00:00Z' })
    here = both.one
    await here.say(chair, '/meeting schedule Quarterly wg:BMLE start:"2026-12-10T13:30Z"')
    for (const item of ['Ports', 'Rail', 'Roads'])
      await here.say(member, `/meeting agenda add M1 item:${item}`)
  })
  afterAll(() => both.end())

  const line = (who: string, text: string) => (world: World) => world.say(who, text)
  const outcomes = (said: readonly Said[]) => said.map(({ outcome }) => outcome).toSorted()
  /** What two say while histories wait, and what was said to the one who came second and was refused. */
  async function race(
    first: readonly [string, string],
    second: readonly [string, string],
    table = 'meeting_changes',
  ) {
    const said = await both.atOnce([table], line(...first), line(...second))
    return {
      outcomes: outcomes(said),
      refused: said.find(({ outcome }) => outcome === 'refused')?.text,
      said,
    }
  }

  test('start it: once', async () => {
    const { outcomes, refused } = await race([chair, '/meeting start M1'], [other, '/meeting start M1'])

    expect(outcomes).toEqual(['done', 'refused'])
    expect(refused).toContain('goes on already')
  })

  test('press “Next item”: none is skipped, typed or on a card of before', async () => {
    const shown = await here.say(chair, '/meeting next M1')
    const button = buttonNamed(shown, 'Next item')
    const said = await both.atOnce(
      ['meeting_changes'],
      (world) => press(world, chair, button),
      (world) => press(world, other, button),
    )

    expect(outcomes(said)).toEqual(['done', 'refused'])
    expect(said[1].text).toContain('The meeting has gone on meanwhile: now 3. Roads. Nothing was changed.')
  })

  test('decide a proposal in two ways: the first holds, and the second is told', async () => {
    await here.say(chair, '/meeting propose M1 text:"Meet in May"')
    const { outcomes, refused } = await race(
      [chair, '/meeting resolve M1 proposal:R1 outcome:adopted'],
      [other, '/meeting resolve M1 proposal:R1 outcome:"not adopted"'],
    )

    expect(outcomes).toEqual(['done', 'refused'])
    expect(refused).toContain('No proposal is open')
    expect((await here.say(chair, '/meeting history M1')).text).not.toContain('R1 is not adopted')
  })

  test('raise one’s hand twice: it is up once', async () => {
    const { outcomes } = await race(
      [member, '/meeting queue M1 raise'],
      [member, '/meeting queue M1 raise'],
      'speakers',
    )

    expect(outcomes).toEqual(['done', 'refused'])
    expect((await here.say(chair, '/meeting queue M1 show')).text).toContain(
      'Hands raised in Quarterly: OHCHR.',
    )
  })

  test('finish an action and hand it over: it ends done, or with its new owner and done', async () => {
    await here.say(chair, '/meeting action add M1 what:"Write it up" owner:OHCHR')
    const { outcomes, refused } = await race(
      [member, '/meeting action done A1'],
      [chair, '/meeting action hand-over A1 owner:CTED'],
    )

    expect(outcomes).toEqual(['done', 'refused'])
    expect(refused).toContain('done')
  })

  test('end it and propose: nothing is proposed in a meeting that has ended', async () => {
    const { outcomes, refused } = await race(
      [chair, '/meeting end M1'],
      [other, '/meeting propose M1 text:"Once more"'],
    )

    expect(outcomes).toEqual(['done', 'refused'])
    expect(refused).toContain('has ended; nothing was changed')
  })

  test('record its outcome: both are kept, the second as a correction of the first, and says so', async () => {
    const { outcomes, said } = await race(
      [chair, '/meeting hold M1 summary:"spoke of ports"'],
      [other, '/meeting hold M1 summary:"spoke of rail"'],
    )
    const history = (await here.say(member, '/meeting history M1')).text

    expect(outcomes).toEqual(['done', 'done'])
    expect(said[1].text).toContain('It said before: spoke of ports')
    expect((await here.say(member, '/meeting show M1')).text).toContain('spoke of rail')
    expect(history).toContain('The outcome said before: “spoke of ports”')
  })
})

describe('of a poll, a text and an address, two at once, each through a process of its own,', () => {
  let both: Rivals
  let here: World
  beforeAll(async () => {
    both = await rivals({ now: '2026-11-23T09:00:00Z' })
    here = both.one
  })
  afterAll(() => both.end())

  const line = (who: string, text: string) => (world: World) => world.say(who, text)
  const outcomes = (said: readonly Said[]) => said.map(({ outcome }) => outcome).toSorted()

  async function poll(title: string): Promise<string> {
    const said = await here.say(
      chair,
      `/meeting poll open "${title}" wg:BMLE slots:"2027-01-12T10:00Z; 2027-01-13T10:00Z"`,
    )
    return /P\d+/.exec(said.text)?.[0] ?? said.text
  }

  test('settle it on two times: one meeting comes of it, and the second is told which', async () => {
    const id = await poll('First')
    const said = await both.atOnce(
      ['invitations'],
      line(chair, `/meeting poll settle ${id} slot:1`),
      line(other, `/meeting poll settle ${id} slot:2`),
    )
    const { rows } = await here.database.store.pool.query(`select id from meetings where title = 'First'`)

    expect(outcomes(said)).toEqual(['done', 'refused'])
    expect(said[1].text).toContain(`settled already, as M${rows[0].id}`)
    expect(rows).toHaveLength(1)
  })

  test('close it and vote: no vote is taken once it is closed', async () => {
    const id = await poll('Second')
    const said = await both.atOnce(
      ['polls'],
      line(chair, `/meeting poll close ${id}`),
      line(member, `/meeting poll vote ${id} slots:1`),
    )

    const shown = (await here.say(chair, `/meeting poll show ${id}`)).text
    if (said[1].outcome === 'refused') expect(shown).not.toContain('OHCHR: 1 yes')
    else expect(shown).toContain('OHCHR: 1 yes')
    expect(said[0].outcome).toBe('done')
  })

  test('close and settle it: the one who comes second is told what became of it', async () => {
    const id = await poll('Third')
    const said = await both.atOnce(
      ['invitations', 'audit'],
      line(chair, `/meeting poll close ${id}`),
      line(other, `/meeting poll settle ${id} slot:1`),
    )

    // What is closed may still be settled.
    expect(outcomes(said)).toEqual(['done', 'done'])
    expect((await here.say(chair, `/meeting poll show ${id}`)).text).toContain('settled')
  })

  test('break the silence: the first reason stands, and the second is told', async () => {
    await here.say(chair, '/meeting silence open "The plan" wg:BMLE until:"4 Dec 17:00"')
    const said = await both.atOnce(
      ['silence_procedures'],
      (world) => world.press(member, 'meeting silence break', { silence: 'S1', reason: 'Too vague' }, true),
      (world) => world.press(other, 'meeting silence break', { silence: 'S1', reason: 'Too dear' }, true),
    )
    const told = here.delivered
      .concat(both.other.delivered)
      .filter(({ text }) => text.includes('broken the silence'))

    expect(outcomes(said)).toEqual(['done', 'refused'])
    expect(said.find(({ outcome }) => outcome === 'refused')?.text).toContain('S1 is broken already')
    expect(new Set(told.map(({ to }) => to)).size).toBe(told.length)
  })

  test('break the silence as it ends: it is either broken or adopted, and everybody is told one of both', async () => {
    await here.say(chair, '/meeting silence open "A text" wg:BMLE until:"2026-11-24T17:00Z"')
    both.other.clock.set(new Date('2026-11-24T16:59:59Z'))
    here.clock.set(new Date('2026-11-24T17:00:01Z'))
    await both.atOnce(
      ['silence_procedures'],
      (world) => world.bot.settle({ ticks: true }),
      (world) => world.press(member, 'meeting silence break', { silence: 'S2', reason: 'No' }, true),
    )
    await here.bot.settle({ ticks: true })
    const news = here.delivered.concat(both.other.delivered).filter(({ text }) => /S2/.test(text))
    const adopted = news.filter(({ text }) => text.startsWith('Adopted by silence')).map(({ to }) => to)
    const broken = news.filter(({ text }) => text.includes('broken the silence')).map(({ to }) => to)

    expect(adopted.length > 0).not.toBe(broken.length > 0)
  })

  test('make a calendar address anew: neither fails, and one of both is open', async () => {
    await here.say(member, '/meeting calendar')
    const said = await both.atOnce(
      ['calendar_feeds'],
      (world) => world.press(member, 'meeting calendar', { address: 'new' }),
      (world) => world.press(member, 'meeting calendar', { address: 'new' }),
    )
    const { rows } = await here.database.store.pool.query(
      'select 1 from calendar_feeds where revoked_at is null',
    )

    expect(outcomes(said)).toEqual(['done', 'done'])
    expect(rows).toHaveLength(1)
  })
})
