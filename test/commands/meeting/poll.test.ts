import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

const slots = '10 Dec 14:30; 11 Dec 09:00; 14 Dec 10:00'

describe('a poll for the time of a meeting', () => {
  let here: World
  beforeEach(async () => {
    here = await world()
  })
  afterEach(() => here.end())

  const open = (more = '') =>
    here.say(focal('interpol'), `/meeting poll open "Fourth meeting" wg:ETCIP slots:"${slots}" ${more}`)
  const deliveriesTo = (word: string) => here.delivered.filter(({ text }) => text.includes(word))

  test('is put to everybody of the group, each in their own zone', async () => {
    const reply = await open()
    const asked = deliveriesTo('Which time suits you for Fourth meeting')

    expect(reply.outcome).toBe('done')
    expect(asked.find(({ to }) => to === focal('cted'))?.text).toContain('08:30 (America/New_York)')
    expect(asked.map(({ to }) => to)).toContain(focal('ipu'))
    expect(asked.map(({ to }) => to)).not.toContain(focal('unaoc'))
  })

  test('takes a day alone as the last one on which to vote', async () => {
    await open('until:"8 Dec"')
    expect(deliveriesTo('Which time suits you')[0]?.text).toContain('8 Dec 2026')
    await here.turn('2026-12-08T22:00:00Z')
    expect((await here.say(focal('cted'), '/meeting poll vote P1 slots:2')).outcome).toBe('done')
    await here.turn('2026-12-08T23:00:00Z')
    expect((await here.say(focal('cted'), '/meeting poll vote P1 slots:1')).outcome).toBe('refused')
  })

  test('takes votes by words and by presses, and changes of mind, observers apart', async () => {
    await open()
    await here.say(focal('cted'), '/meeting poll vote P1 slots:"1, 3" if-needed:2')
    await here.press(focal('who'), 'meeting poll vote', { poll: 'P1', turn: '3' })
    await here.press(focal('unodc'), 'meeting poll vote', { poll: 'P1', turn: '3' })
    await here.press(focal('unodc'), 'meeting poll vote', { poll: 'P1', turn: '3' })
    await here.say(focal('ipu'), '/meeting poll vote P1 slots:2')
    const shown = await here.say(focal('interpol'), '/meeting poll show P1')

    expect(shown.text).toContain('1. Thu 10 Dec 2026, 14:30 (Europe/Paris): 1 yes; observers: 1 no\n')
    expect(shown.text).toContain('2. Fri 11 Dec 2026, 09:00 (Europe/Paris): 1 if needed; observers: 1 yes\n')
    expect(shown.text).toContain(
      '3. Mon 14 Dec 2026, 10:00 (Europe/Paris): 2 yes, 1 if needed; observers: 1 no\n',
    )
    expect(shown.text).toContain('Slot 3 leads; 3 of')
    expect(shown.text).toContain('IPU (observer): 1 no, 2 yes, 3 no')
  })

  test('counts by entity: of two of its people the better word counts', async () => {
    await open()
    await here.say(secretariat, '/meeting poll vote P1 slots:1 if-needed:2')
    await here.say(focal('unoct'), '/meeting poll vote P1 slots:"1, 2"')
    const shown = (await here.say(focal('interpol'), '/meeting poll show P1')).text

    expect(shown.match(/(?<=Paris\): ).*/g)).toEqual(['1 yes', '1 yes', '1 no'])
    expect(shown).toContain('1 of 23 members have voted')
  })

  test('is settled at the time that leads: the meeting is scheduled, voters are thanked', async () => {
    await open('place:"Room 4" duration:90m')
    await here.say(focal('cted'), '/meeting poll vote P1 slots:2')
    const settled = await here.say(focal('interpol'), '/meeting poll settle P1')
    const again = await here.say(focal('interpol'), '/meeting poll settle P1')
    const late = await here.say(focal('who'), '/meeting poll vote P1 slots:1')

    expect(settled.text).toContain('P1 is settled: M1 Fourth meeting (ETCIP), Fri 11 Dec 2026, 09:00')
    const invitation = deliveriesTo('You are invited: Fourth meeting').find(({ to }) => to === focal('who'))
    expect(invitation?.text).toContain('Thank you to everybody who did')
    expect(invitation?.text).toContain('Room 4')
    expect(again.text).toContain('settled already, as M1')
    expect(late.text).toContain('your vote was not taken')
  })

  test('that ties asks which of the two it shall be', async () => {
    await open()
    await here.say(focal('cted'), '/meeting poll vote P1 slots:"1, 3"')
    const asked = await here.say(focal('interpol'), '/meeting poll settle P1')
    const settled = await here.press(focal('interpol'), 'meeting poll settle', { poll: 'P1', slot: '3' })

    expect(asked.outcome).toBe('refused')
    expect(asked.text).toContain('Slots 1 and 3 tie')
    expect(settled.text).toContain('Mon 14 Dec 2026')
  })

  test('reminds those who have not voted, once each, and tells its opener when it has closed', async () => {
    await open('until:"27 Nov 12:00"')
    await here.say(focal('cted'), '/meeting poll vote P1 slots:1')
    await here.turn('2026-11-26T11:30:00Z')
    await here.turn('2026-11-26T12:30:00Z')
    const reminded = deliveriesTo('You have not voted yet').map(({ to }) => to)
    await here.turn('2026-11-27T11:30:00Z')
    const late = await here.say(focal('who'), '/meeting poll vote P1 slots:1')

    expect(reminded).toContain(focal('who'))
    expect(reminded).not.toContain(focal('cted'))
    expect(new Set(reminded).size).toBe(reminded.length)
    expect(late.outcome).toBe('refused')
    expect(deliveriesTo('has closed').map(({ to }) => to)).toEqual([focal('interpol')])
    expect((await here.say(focal('interpol'), '/meeting poll show P1')).text).not.toContain('[Close it]')
  })

  test('is closed by its chairs alone, and opened again by the button', async () => {
    await open()
    const member = await here.say(focal('cted'), '/meeting poll close P1')
    const closed = await here.say(focal('interpol'), '/meeting poll close P1')
    const vote = await here.say(focal('cted'), '/meeting poll vote P1 slots:1')
    await here.press(focal('interpol'), 'meeting poll close', { poll: 'P1', reopen: 'yes' })

    expect(member.outcome).toBe('refused')
    expect(closed.outcome).toBe('done')
    expect(vote.outcome).toBe('refused')
    expect((await here.say(focal('cted'), '/meeting poll vote P1 slots:1')).outcome).toBe('done')
  })

  test.each([
    ['slots:"10 Dec 14:30"', 'at least two times'],
    ['slots:"10 Nov 14:30; 11 Dec 09:00"', 'has passed'],
    ['slots:"10 Dec 14:30; nonsense"', 'nonsense'],
    ['slots:"10 Dec 14:30; 11 Dec 09:00" until:"12 Dec 09:00"', 'after the first'],
    [
      `slots:"${Array.from({ length: 21 }, (_, at) => `10 Dec ${8 + Math.floor(at / 4)}:${(at % 4) * 15 || '00'}`).join('; ')}"`,
      '20 at most',
    ],
  ])('%s is refused, and nobody is asked', async (option, why) => {
    const reply = await here.say(focal('interpol'), `/meeting poll open Fourth wg:ETCIP ${option}`)

    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain(why)
    expect(deliveriesTo('Which time')).toEqual([])
  })

  test.each([
    ['slots:9', 'is not a time of this poll'],
    ['slots:"1" if-needed:"1"', 'is given both under slots: and under if-needed:'],
    ['slots:sometime', 'give numbers'],
  ])('a vote with %s is refused', async (option, why) => {
    await open()

    expect((await here.say(focal('cted'), `/meeting poll vote P1 ${option}`)).text).toContain(why)
    expect((await here.say(focal('unaoc'), '/meeting poll vote P1 slots:1')).outcome).toBe('refused')
  })
})

describe('a suggestion of times', () => {
  let here: World
  beforeEach(async () => {
    here = await world()
  })
  afterEach(() => here.end())

  const suggest = (more = '') => here.say(focal('interpol'), `/meeting suggest ETCIP ${more}`)

  test('names the best times, who would be outside their hours, and offers to schedule and to vote', async () => {
    const reply = await suggest('between:"7-11 Dec"')
    const labels = reply.answer.message.blocks.flatMap((block) =>
      block.kind === 'buttons' ? block.buttons.map(({ label }) => label) : [],
    )

    expect(reply.outcome).toBe('done')
    expect(reply.text).toMatch(
      /1\. \w{3} \d+ Dec 2026, \d\d:\d\d \(Europe\/Paris\): \d+ of \d+ within their hours/,
    )
    expect(reply.text).toContain('outside')
    expect(labels).toContain('Schedule 1')
    expect(labels).toContain('Put them to a vote')
  })

  test('spares an absence, another meeting of the group, and a holiday', async () => {
    await here.say(focal('interpol'), '/meeting schedule Other wg:ETCIP start:"9 Dec 09:00" duration:8h')
    const reply = await suggest('between:"9 Dec"')
    const christmas = await suggest('between:"25 Dec"')

    expect(reply.text).not.toMatch(/Wed 9 Dec 2026, (09|1[0-6]):/)
    expect(christmas.text).toContain(': 0 of')
  })

  test('tells who bore the unsocial hours of the last meetings', async () => {
    await here.say(
      focal('interpol'),
      '/meeting schedule Early wg:ETCIP start:"25 Nov 08:00" timezone:Asia/Bangkok',
    )
    await here.turn('2026-11-26T12:00:00Z')

    expect((await suggest()).text).toMatch(/Outside their hours in the last 6 meetings: .*CTED 1/)
  })

  test.each([
    ['between:"1-5 Nov"', 'has passed'],
    ['between:2027', 'too long'],
  ])('%s is refused', async (option, why) => {
    expect((await suggest(option)).text).toContain(why)
  })
})
