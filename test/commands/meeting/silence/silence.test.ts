import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

describe('adoption by silence', () => {
  let here: World
  beforeEach(async () => {
    here = await world()
  })
  afterEach(() => here.end())

  const open = (until: string) =>
    here.say(focal('interpol'), `/meeting silence open "The work plan" wg:ETCIP until:"${until}"`)
  const told = (word: string) => here.delivered.filter(({ text }) => text.includes(word)).map(({ to }) => to)

  test('circulates a text, and adopts it once when nobody has objected by its deadline', async () => {
    const opened = await open('4 Dec 18:00')
    await here.turn('2026-12-04T16:59:00Z')
    const before = told('Adopted by silence')
    await here.turn('2026-12-04T17:01:00Z')
    await here.turn('2026-12-05T17:01:00Z')
    const late = await here.press(
      focal('cted'),
      'meeting silence break',
      { silence: 'S1', reason: 'No' },
      true,
    )

    expect(opened.text).toContain('by Fri 4 Dec 2026, 18:00 (Europe/Paris)')
    expect(told('For adoption by silence')).toContain(focal('cted'))
    expect(before).toEqual([])
    expect(told('Adopted by silence')).toContain(focal('cted'))
    expect(new Set(told('Adopted by silence')).size).toBe(told('Adopted by silence').length)
    expect(late.text).toContain('adopted already')
  })

  test('ends in the evening of a day that is given without an hour', async () => {
    expect((await open('Friday 4 Dec')).text).toContain('by Fri 4 Dec 2026, 18:00 (Europe/Paris)')
  })

  test('asks with its text before it is broken', async () => {
    await open('4 Dec 18:00')
    const asked = await here.say(focal('who'), '/meeting silence break S1 reason:"Too vague"')
    const broken = await here.say(focal('who'), '/meeting silence break S1 reason:"Too vague" confirm:"yes"')

    expect(asked.outcome).toBe('asked')
    expect(asked.text).toMatch(
      /^Break the silence of S1 in ETCIP for WHO, and tell 26 people why\?\nThe work plan\nReason: Too vague/,
    )
    expect(broken.text).toContain('You broke the silence of S1 for WHO')
  })

  test('is broken by any member entity with a reason, which everybody is told, and by no observer', async () => {
    await open('4 Dec 18:00')
    const observer = await here.press(
      focal('ipu'),
      'meeting silence break',
      { silence: 'S1', reason: 'No' },
      true,
    )
    const outsider = await here.press(
      focal('unaoc'),
      'meeting silence break',
      { silence: 'S1', reason: 'No' },
      true,
    )
    const broken = await here.press(
      focal('who'),
      'meeting silence break',
      { silence: 'S1', reason: 'Too vague' },
      true,
    )
    await here.turn('2026-12-05T17:01:00Z')

    expect(observer.outcome).toBe('refused')
    expect(outsider.outcome).toBe('refused')
    expect(broken.outcome).toBe('done')
    expect(told('Too vague')).toContain(focal('cted'))
    expect(told('Adopted by silence')).toEqual([])
    expect((await here.say(focal('cted'), '/meeting silence list')).text).toContain('broken by WHO')
  })

  test('shows those who belong to the group who was told when, and nobody else', async () => {
    await open('4 Dec 18:00')
    const proof = await here.say(focal('cted'), '/meeting silence list silence:S1')

    expect(proof.text).toMatch(/Sat 21 Nov 2026, 07:00 \(America\/New_York\): .*WHO focal point \(WHO\)/)
    expect((await here.say(focal('unaoc'), '/meeting silence list silence:S1')).outcome).toBe('refused')
    expect((await here.say(focal('unaoc'), '/meeting silence list')).text).not.toContain('work plan')
  })

  test('counts a deadline in the working days that all members have in common', async () => {
    const opened = await open('5 working days')

    // 26 November is Thanksgiving in New York, and a Friday is not a working day in Doha.
    // Whoever works until six in New York still has the whole of the last day.
    expect(opened.text).toContain('by Wed 2 Dec 2026, 00:00 (Europe/Paris)')
    expect(opened.text).toContain('the end of 1 Dec 2026 in America/New_York, where it ends last')
  })

  test.each([
    ['1 Nov 18:00', 'has passed'],
    ['soon', 'soon'],
    ['0 working days', '1 to 60'],
  ])('“%s” is not a deadline', async (until, why) => {
    const reply = await open(until)

    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain(why)
    expect(told('For adoption')).toEqual([])
  })
})

test.each(['silence list S1', 'silence list s1', 'silence list silence:S1'])(
  '“/meeting %s” shows the text of that number',
  async (line) => {
    const here = await world()
    await here.say(focal('interpol'), '/meeting silence open "The work plan" wg:ETCIP until:"4 Dec 18:00"')
    expect((await here.say(focal('cted'), `/meeting ${line}`)).text).toContain('S1 (ETCIP): open until')
    expect((await here.say(focal('cted'), '/meeting silence list ETCIP')).text).toContain(
      '1 silence procedure',
    )
    await here.end()
  },
)
