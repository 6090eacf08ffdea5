import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World } from '../../../support/world.ts'
import { colleague, remindedIn, worldWithAction } from './opcwAction.ts'

describe('while somebody is away', () => {
  let here: World
  beforeEach(async () => {
    here = await worldWithAction()
  })
  afterEach(() => here.end())

  const reminded = () => remindedIn(here)

  test('their alternate is asked to do what they would be asked, once, and told for whom', async () => {
    const noted = await here.say(focal('opcw'), `/profile away 1 Dec - 8 Dec alternate:${colleague}`)
    await here.turn('2026-12-07T12:00:00Z')
    await here.turn('2026-12-08T12:00:00Z')

    expect(noted.text).toContain('is asked of OPCW colleague on these days')
    expect(reminded()).toEqual([colleague])
    expect(here.delivered.findLast(({ to }) => to === colleague)?.text).toMatch(
      /Why you: you are the one who stands in for .*OPCW.* \(its owner\), who is away until 8 Dec 2026; .+ set it\./,
    )
    await here.turn('2026-12-10T12:00:00Z')
    expect(reminded()).toEqual([colleague, focal('opcw')])
  })

  test('who is named and is nobody is said, and the days are not guessed anew', async () => {
    const { text, outcome } = await here.say(focal('opcw'), "I'm away 1-5 December, Alex covers for me")
    expect([outcome, text]).toEqual(['refused', 'I know no person called “Alex”.'])
  })

  test('nobody is asked where they named nobody, and they are once they are back', async () => {
    const noted = await here.say(focal('opcw'), '/profile away 1 Dec - 8 Dec')
    await here.turn('2026-12-07T12:00:00Z')
    expect(reminded()).toEqual([])
    await here.turn('2026-12-09T12:00:00Z')

    expect(noted.text).toContain('waits until you are back')
    expect(reminded()).toEqual([focal('opcw')])
  })

  test('what was done in the meantime is not asked for when they are back', async () => {
    await here.say(focal('opcw'), '/profile away 1 Dec - 8 Dec')
    await here.turn('2026-12-07T12:00:00Z')
    await here.say(focal('interpol'), '/meeting action done A1')
    await here.turn('2026-12-09T12:00:00Z')

    expect(reminded()).toEqual([])
  })

  test('their alternate is asked of each thing, also where they have one of their own from the same meeting', async () => {
    await here.say(focal('opcw'), `/profile away 1 Dec - 8 Dec alternate:${colleague}`)
    await here.say(focal('interpol'), `/meeting action add M1 what:Print owner:${colleague} due:"10 Dec"`)
    await here.turn('2026-12-07T12:00:00Z')

    const asked = here.delivered.flatMap(({ text }) => /Your action is due .+: (A\d)/.exec(text)?.[1] ?? [])
    expect(asked.sort()).toEqual(['A1', 'A2'])
  })

  test('an alternate in another zone who is asked anyway is asked once, in the times of their own', async () => {
    const other = 'second.interpol@compact.example'
    await here.say(
      secretariat,
      `/directory add person "INTERPOL second" email:${other} entity:INTERPOL timezone:Asia/Baghdad confirm:yes`,
    )
    await here.say(focal('interpol'), `/profile away 10 Dec - 20 Dec alternate:${other}`)
    await here.turn('2026-12-16T10:00:00Z')

    const asked = here.delivered.filter(({ text }) => text.startsWith('What came of M1'))
    expect(asked.map(({ to }) => to)).toEqual([other])
    expect(asked[0]?.text).toContain('(Asia/Baghdad)')
  })

  test('an alternate reads the times of their own zone', async () => {
    const other = 'third.cted@compact.example'
    await here.say(
      secretariat,
      `/directory add person "CTED third" email:${other} entity:CTED timezone:Asia/Baghdad confirm:yes`,
    )
    await here.say(focal('cted'), `/profile away 21 Nov - 20 Dec alternate:${other}`)
    await here.say(secretariat, '/newsletter open November-December closes:2026-12-18')
    await here.turn('2026-11-23T16:00:00Z')
    await here.turn('2026-11-24T08:00:00Z')

    const asked = here.delivered.filter(({ text }) => /is open: please send what CTED/.test(text))
    expect(asked.map(({ to }) => to)).toEqual([other])
    expect(asked[0]?.text).toContain('(Asia/Baghdad)')
  })

  test('an alternate who is away too is not asked', async () => {
    await here.say(focal('opcw'), `/profile away 1 Dec - 8 Dec alternate:${colleague}`)
    await here.say(colleague, '/profile away 5 Dec - 8 Dec')
    await here.turn('2026-12-07T12:00:00Z')

    expect(reminded()).toEqual([])
  })

  test.each([
    ['wants no such reminders', (here: World) => here.say(colleague, '/reminder stop action')],
    [
      'has gone to another entity',
      (here: World) => here.say(secretariat, `/directory edit person ${colleague} entity:CTED`),
    ],
  ])('an alternate who %s is not asked, and they are once they are back', async (_, change) => {
    await here.say(focal('opcw'), `/profile away 1 Dec - 8 Dec alternate:${colleague}`)
    const changed = await change(here)
    await here.turn('2026-12-07T12:00:00Z')
    expect(changed.outcome).toBe('done')
    expect(reminded()).toEqual([])
    await here.turn('2026-12-09T12:00:00Z')

    expect(reminded()).toEqual([focal('opcw')])
  })

  test('their alternate hears that they are named, and that they are not any more', async () => {
    await here.say(focal('opcw'), `/profile away 1 Dec - 8 Dec alternate:${colleague}`)
    await here.say(focal('opcw'), `/profile away 1 Dec - 8 Dec alternate:${colleague}`)
    await here.say(focal('opcw'), '/profile away back:A1')

    const texts = here.delivered.filter(({ to }) => to === colleague).map(({ text }) => text)
    expect(texts).toEqual([
      expect.stringMatching(/is away 1 Dec – 8 Dec 2026, and named you/),
      expect.stringMatching(/is not away 1 Dec – 8 Dec 2026, so you are asked nothing/),
    ])
  })

  test('the same days again keep the alternate, and another one can be undone to the first', async () => {
    const other = 'other.opcw@compact.example'
    await here.say(secretariat, `/directory add person "OPCW other" email:${other} entity:OPCW`)
    await here.say(focal('opcw'), `/profile away 1 Dec - 8 Dec alternate:${colleague}`)
    const again = await here.say(focal('opcw'), '/profile away 1 Dec - 8 Dec')
    const changed = await here.say(focal('opcw'), `/profile away 1 Dec - 8 Dec alternate:${other}`)
    const undo = changed.answer.message.blocks.flatMap((one) =>
      one.kind === 'buttons' ? one.buttons : [],
    )[0]
    await here.press(focal('opcw'), undo?.command ?? '', undo?.values ?? {})

    expect(again.text).toContain('is asked of OPCW colleague on these days')
    expect(undo?.label).toBe('Undo: OPCW colleague again')
    expect((await here.say(focal('opcw'), '/profile away')).text).toContain('OPCW colleague in your place')
  })

  test('a merge of their alternate hands the place to the one who stays', async () => {
    const twin = 'twin.opcw@compact.example'
    await here.say(secretariat, `/directory add person "OPCW twin" email:${twin} entity:OPCW`)
    await here.say(focal('opcw'), `/profile away 1 Dec - 8 Dec alternate:${twin}`)
    const merged = await here.say(secretariat, `/directory merge ${twin} into:${colleague} confirm:yes`)
    const listed = await here.say(focal('opcw'), '/profile away')

    expect(merged.outcome).toBe('done')
    expect(listed.text).toContain('OPCW colleague in your place')
  })

  test('meetings are reminded of as ever', async () => {
    await here.say(focal('cted'), '/profile away 11 Dec - 13 Dec')
    await here.turn('2026-12-11T13:30:00Z')

    const texts = here.delivered
      .filter(({ text }) => text.startsWith('Reminder, tomorrow'))
      .map(({ to }) => to)
    expect(texts).toContain(focal('cted'))
  })

  test('whoever was named before another hears that they are not asked, and is told when named again', async () => {
    const other = 'other.opcw@compact.example'
    await here.say(secretariat, `/directory add person "OPCW other" email:${other} entity:OPCW`)
    for (const [minute, named] of [colleague, other, colleague].entries()) {
      here.clock.set(new Date(Date.UTC(2026, 10, 21, 12, minute)))
      await here.say(focal('opcw'), `/profile away 1 Dec - 8 Dec alternate:${named}`)
    }
    const told = (to: string) => here.delivered.filter((one) => one.to === to).map(({ text }) => text)

    expect(told(colleague)).toEqual([
      expect.stringContaining('and named you'),
      expect.stringContaining('OPCW other is now asked in the place of'),
      expect.stringContaining('and named you'),
    ])
    expect(told(other)).toHaveLength(2)
  })

  test('nobody of another entity stands in, and an alternate is undone with the absence', async () => {
    const foreign = await here.say(focal('opcw'), `/profile away 1 Dec - 8 Dec alternate:${focal('cted')}`)
    await here.say(focal('opcw'), `/profile away 1 Dec - 8 Dec alternate:${colleague}`)
    const listed = await here.say(focal('opcw'), '/profile away')
    const back = await here.say(focal('opcw'), '/profile away back:A1')
    const undo = back.answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))[0]
    await here.press(focal('opcw'), undo?.command ?? '', undo?.values ?? {})

    expect(foreign.outcome).toBe('refused')
    expect(foreign.text).toContain('is not of OPCW; name a colleague of your entity. Nothing was changed.')
    expect(listed.text).toContain('1 Dec – 8 Dec 2026, OPCW colleague in your place')
    expect((await here.say(focal('opcw'), '/profile away')).text).toContain('OPCW colleague in your place')
  })
})
