import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

describe('who comes to a meeting', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(secretariat, '/directory add person "Alternate of WHO" email:alt@who.example entity:WHO')
    await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
    await here.say(focal('cted'), '/meeting rsvp M1 yes')
    await here.say(focal('unodc'), '/meeting rsvp M1 no')
    await here.say(focal('ipu'), '/meeting rsvp M1 yes')
  })
  afterAll(() => here.end())

  const line = (text: string, label: string) => text.split('\n').find((one) => one.includes(label)) ?? ''

  test('is shown to the chair by entity, observers apart, with who has not answered by name', async () => {
    const shown = await here.say(focal('interpol'), '/meeting attendees M1')

    expect(line(shown.text, 'Yes')).toContain('1: CTED; observers: IPU')
    expect(line(shown.text, 'No:')).toContain('UNODC')
    expect(line(shown.text, 'No answer yet')).toContain('WHO')
    expect((await here.say(focal('cted'), '/meeting attendees M1')).outcome).toBe('refused')
  })

  test('is counted by entity for everybody as it is for the chair', async () => {
    await here.say(focal('who'), '/meeting rsvp M1 yes')
    const shown = await here.say(focal('cted'), '/meeting show M1')

    expect(line(shown.text, 'Yes')).toContain('CTED, WHO; observers: IPU')
    expect(line(shown.text, 'No answer yet')).not.toContain('WHO')
    const attended = await here.say(focal('interpol'), '/meeting attendees M1')
    expect(line(shown.text, 'No answer yet')).toBe(line(attended.text, 'No answer yet'))
  })

  test('a colleague of the same entity is sent instead, is told, and represents it as an alternate', async () => {
    const foreign = await here.say(focal('who'), `/meeting rsvp M1 no delegate:${focal('cted')}`)
    const sent = await here.say(focal('who'), '/meeting rsvp M1 no delegate:alt@who.example')
    await here.say('alt@who.example', '/meeting rsvp M1 yes')
    const shown = await here.say(focal('interpol'), '/meeting attendees M1')

    expect(foreign.text).toContain('not of your entity')
    expect(sent.outcome).toBe('done')
    expect(
      here.delivered.filter((one) => one.text.includes('asks you to take their place')).map(({ to }) => to),
    ).toEqual(['alt@who.example'])
    expect(line(shown.text, 'Yes')).toContain('WHO (by an alternate)')

    await here.press(focal('who'), 'meeting rsvp', { meeting: 'M1', answer: 'yes' })
    expect(line((await here.say(focal('interpol'), '/meeting attendees M1')).text, 'Yes')).not.toContain(
      'alternate',
    )
  })

  test('whoever has answered or is not invited is named where only they are to be asked', async () => {
    const refused = await here.press(focal('interpol'), 'meeting attendees', {
      meeting: 'M1',
      nudge: 'yes',
      only: 'UNAOC, UN Women, FATF',
    })
    expect(refused.text).toMatch(
      /(?:FATF|UNAOC|UN Women), (?:FATF|UNAOC|UN Women),? and (?:FATF|UNAOC|UN Women) have answered M1/,
    )
  })

  test('silent entities are nudged once a day, and nobody else', async () => {
    const nudged = await here.press(focal('interpol'), 'meeting attendees', { meeting: 'M1', nudge: 'yes' })
    await here.press(focal('interpol'), 'meeting attendees', { meeting: 'M1', nudge: 'yes' })
    const texts = here.delivered
      .filter(({ text }) => text.includes('asks whether you will come'))
      .map(({ to }) => to)

    expect(nudged.outcome).toBe('done')
    expect(texts).not.toContain(focal('cted'))
    expect(texts).not.toContain(focal('unodc'))
    expect(texts).not.toContain('alt@who.example')
    expect(texts).toContain(focal('unitar'))
    expect(new Set(texts).size).toBe(texts.length)
  })

  test('is present by one press once the meeting is near, and then stands in the minutes', async () => {
    const early = await here.say(focal('cted'), '/meeting rsvp M1 here')
    await here.turn('2026-12-12T13:40:00Z')
    await here.say(focal('cted'), '/meeting rsvp M1 here')
    const [, owing = ''] = (await here.say(focal('interpol'), '/meeting attendees M1')).text.split(
      'No answer yet',
    )
    expect(owing).not.toMatch(/^[^\n]*CTED/)
    await here.say(focal('cted'), '/meeting agenda add M1 item:Drones')
    await here.turn('2026-12-13T13:40:00Z')
    await here.say(focal('interpol'), '/meeting hold M1 summary:"discussed *drones*"')
    await here.say(focal('interpol'), '/meeting action add M1 what:"Send the paper" owner:OPCW due:"20 Dec"')
    const minutes = await here.say(focal('who'), '/meeting minutes M1')
    const file = minutes.answer.message.blocks.find((block) => block.kind === 'file')

    expect(early.text).toContain('has not begun')
    expect(file?.kind === 'file' && file.content).toBe(`# Minutes: Quarterly

- When: Sat 12 Dec 2026, 14:30 (Europe/Paris), 1 h
- Group: ETCIP
- Kind: regular
- Present: CTED
- Regrets: UNODC

## Summary

discussed \\*drones\\*

## 1. Drones

Not reached.

## Actions

- Send the paper (OPCW, due 20 Dec 2026)
`)
  })

  test('observers get the minutes to be shared, as a Word document too', async () => {
    const internal = await here.say(focal('ipu'), '/meeting minutes M1 rendition:internal')
    const shared = await here.say(focal('ipu'), '/meeting minutes M1 format:docx')
    const file = shared.answer.message.blocks.find((block) => block.kind === 'file')

    expect(internal.outcome).toBe('refused')
    expect(file?.kind === 'file' && file.name).toBe('minutes-etcip-2026-12-12-shareable.docx')
    expect(file?.kind === 'file' && Buffer.from(file.content, 'base64').subarray(0, 2).toString()).toBe('PK')
    expect((await here.say(focal('unaoc'), '/meeting minutes M1')).outcome).toBe('refused')
  })
})
