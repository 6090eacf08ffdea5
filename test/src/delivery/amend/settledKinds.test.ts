import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

describe('what a command asked of somebody', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ amends: true })
    await here.say(secretariat, '/directory add person "OPCW two" email:two@opcw.example entity:OPCW')
    await here.say(secretariat, '/directory add person "Second Secretary" email:sec2@opcw.example')
    await here.say(secretariat, '/directory edit person sec2@opcw.example secretariat:yes')
  })
  afterAll(() => here.end())

  /** What somebody sees now of the latest notice with these words. */
  function stands(to: string, words: string) {
    const one = here.delivered.findLast((each) => each.to === to && each.text.includes(words))
    return here.amended.get(one?.key ?? '') ?? one?.text
  }

  test('whether they come, says what became of it: answered, changed, cancelled', async () => {
    const [chair, one, other] = [focal('interpol'), focal('cted'), focal('unodc')]
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30" confirm:yes')
    expect(stands(one, 'You are invited')).toContain('[Yes]')
    await here.turn('2026-11-21T12:05:00Z')
    await here.say(one, '/meeting rsvp M1 yes')
    expect(stands(one, 'You are invited')).toMatch(/✓ Answered by CTED focal point/)
    expect(stands(one, 'You are invited')).not.toContain('[Yes]')
    expect(stands(other, 'You are invited')).toContain('[Yes]')

    await here.say(chair, '/meeting edit M1 title:"The fourth" confirm:yes')
    expect(stands(other, 'You are invited')).toContain('✓ Changed by INTERPOL focal point')
    expect(stands(one, 'title now The fourth')).toContain('[Yes]')
    await here.turn('2026-11-21T12:10:00Z')
    await here.say(other, '/meeting rsvp M1 no')
    // Whoever had answered before it may still answer anew.
    expect(stands(one, 'title now The fourth')).toContain('[Yes]')
    expect(stands(other, 'title now The fourth')).toContain('✓ Answered by UNODC focal point')

    await here.say(chair, '/meeting cancel M1 confirm:yes')
    expect(stands(one, 'title now The fourth')).toContain('✓ Cancelled by INTERPOL focal point')
    expect(stands(one, 'You are invited')).toContain('✓ Answered by CTED focal point')
    const late = await here.press(other, 'meeting rsvp', { meeting: 'M1', answer: 'yes' })
    expect(late.text).toContain('is cancelled; there is nothing to answer any more.')
    expect(late.text).toContain('[Show M1]')
  })

  test('to object to a text, once somebody did', async () => {
    await here.say(
      focal('interpol'),
      '/meeting silence open "The plan" wg:ETCIP until:"2026-12-15 12:00" confirm:yes',
    )
    expect(stands(focal('cted'), 'For adoption by silence')).toContain('[Break the silence]')
    await here.say(focal('unodc'), '/meeting silence break S1 reason:"No budget" confirm:yes')
    const [one, other] = [focal('cted'), focal('unodc')].map((to) => stands(to, 'For adoption by silence'))
    for (const text of [one, other]) {
      expect(text).toContain('✓ Broken by UNODC focal point')
      expect(text).not.toContain('[Break the silence]')
    }
    const late = await here.say(focal('cted'), '/meeting silence break S1 reason:"Nor for us"')
    expect(late.text).toContain('S1 is broken already; nothing was changed.')
    expect(late.text).toContain('[Show S1]')
  })

  test('of the secretariat about a nominee, once another of it has decided', async () => {
    await here.say(secretariat, '/directory edit person focal.opcw@compact.example coordinator:yes')
    await here.say(focal('opcw'), '/directory nominate two@opcw.example wg:BMLE as:alternate')
    expect(stands('sec2@opcw.example', 'nominates OPCW two')).toContain('[Confirm]')
    await here.say(secretariat, '/directory nominee confirm N1')
    expect(stands('sec2@opcw.example', 'nominates OPCW two')).toMatch(/✓ Confirmed by Compact Secretariat/)
    expect(stands('sec2@opcw.example', 'nominates OPCW two')).not.toContain('[Confirm]')

    // Where its buttons cannot be taken away, a late press changes nothing.
    for (const way of ['confirm', 'decline']) {
      const late = await here.press('sec2@opcw.example', `directory nominee ${way}`, {
        ...{ nomination: 'N1', ...(way === 'decline' && { why: 'x' }) },
      })
      expect(late.text).toContain('N1 was confirmed by Compact Secretariat already; nothing was changed.')
      expect(late.text).toContain('[Show BMLE]')
    }
  })

  test('about a record that somebody finds wrong, once it is settled', async () => {
    await here.say(focal('cted'), '/directory wrong two@opcw.example what:"She has left"')
    expect(stands(focal('opcw'), 'She has left')).toContain('[It is settled]')
    await here.say(secretariat, '/directory settle W1')
    expect(stands(focal('opcw'), 'She has left')).toContain('✓ Settled by Compact Secretariat')
    const late = await here.say('sec2@opcw.example', '/directory settle W1')
    expect(late.text).toContain('W1 was settled by Compact Secretariat already; nothing was changed.')
  })

  test('who takes a place, once whoever had it is back', async () => {
    await here.say(secretariat, '/directory edit person two@opcw.example entity:CTED')
    const asked = 'Who takes their place?'
    expect(stands(focal('opcw'), asked)).toContain('[Add a person]')
    await here.say(secretariat, '/directory edit person two@opcw.example title:Adviser')
    expect(stands(focal('opcw'), asked)).toContain('[Add a person]')
    await here.say(secretariat, '/directory edit person two@opcw.example entity:OPCW')
    expect(stands(focal('opcw'), asked)).toContain('✓ Taken back by Compact Secretariat')
    expect(stands(focal('opcw'), asked)).not.toContain('[Add a person]')
  })

  test('whether an update may go on, once it is cleared or changed', async () => {
    await here.say(secretariat, '/update clearance yes entity:OPCW')
    await here.say('two@opcw.example', '/update post OPCW trained 10 people in Lima (20 Nov)')
    expect(stands(focal('opcw'), 'waits for your clearance')).toContain('[Clear]')
    await here.say(focal('opcw'), '/update clear U1')
    expect(stands(focal('opcw'), 'waits for your clearance')).toContain('✓ Cleared by OPCW focal point')
  })
})
