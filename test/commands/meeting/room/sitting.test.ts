import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

describe('a meeting in the room', () => {
  let here: World
  beforeEach(async () => {
    here = await world()
    await here.say(chair, '/wg bind ETCIP', {
      place: { platform: 'terminal', tenant: 'local', channel: 'room', private: false },
    })
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
    await here.say(chair, '/meeting schedule Next wg:ETCIP start:"20 Jan 14:30"')
    await here.say(focal('cted'), '/meeting agenda add M1 item:Drones minutes:10m')
    await here.say(focal('cted'), '/meeting agenda add M1 item:Budget')
  })
  afterEach(() => here.end())

  const chair = focal('interpol')
  const begin = async () => {
    await here.turn('2026-12-12T13:30:00Z')
    return here.say(chair, '/meeting start M1')
  }
  const card = async () => (await here.say(chair, '/meeting show M1')).text

  test('is over once it has ended, also before its hour: it has minutes and an outcome at once', async () => {
    await here.turn('2026-12-12T13:10:00Z')
    await here.say(chair, '/meeting start M1')
    const ended = await here.say(chair, '/meeting end M1')
    const shown = await card()
    const late = await here.say(focal('cted'), '/meeting rsvp M1 yes')

    expect(ended.text).toContain('[Record the outcome]')
    expect(shown).toContain('[Record the outcome]')
    expect(shown).not.toContain('[Start]')
    expect(late.text).toContain('is over')
    expect((await here.say(chair, '/meeting minutes M1')).outcome).toBe('done')
    expect((await here.say(chair, '/meeting hold M1 summary:"discussed drones"')).outcome).toBe('done')
  })

  test('is started by its chair alone, not hours ahead, and not twice', async () => {
    const early = await here.say(chair, '/meeting start M1')
    const started = await begin()
    const member = await here.say(focal('cted'), '/meeting start M1')
    const again = await here.say(chair, '/meeting start M1')

    expect(early.text).toContain('more than an hour from now')
    expect(started.outcome).toBe('done')
    expect(member.outcome).toBe('refused')
    expect(again.text).toContain('is under way already')
    const shown = here.announced.find(({ text }) => text.includes('has started'))
    expect(shown?.text).toContain('Now: 1. Drones (10 min)')
    expect(shown?.message.card).toBe('meeting:1')
  })

  test('goes from item to item and back, and says when the time of one is up', async () => {
    await begin()
    await here.turn('2026-12-12T13:39:00Z')
    const before = here.announced.filter(({ text }) => text.startsWith('Time is up')).length
    await here.turn('2026-12-12T13:41:00Z')
    await here.turn('2026-12-12T13:42:00Z')
    const next = await here.say(chair, '/meeting next M1')
    const back = await here.press(chair, 'meeting next', { meeting: 'M1', item: 'I1' })
    await here.say(chair, '/meeting next M1 item:Budget')
    const last = await here.say(chair, '/meeting next M1')

    expect(before).toBe(0)
    expect(here.announced.filter(({ text }) => text.startsWith('Time is up: Drones'))).toHaveLength(1)
    expect(next.text).toContain('Now: 2. Budget')
    expect(back.text).toContain('Now: 1. Drones')
    expect(last.text).toContain('That was the last item')
  })

  test('hands are raised and called in their order', async () => {
    await begin()
    await here.say(focal('who'), '/meeting queue M1')
    await here.say(focal('cted'), '/meeting queue M1')
    const twice = await here.say(focal('who'), '/meeting queue M1 raise')
    const member = await here.say(focal('cted'), '/meeting queue M1 call')
    const called = await here.say(chair, '/meeting queue M1 call')
    const outsider = await here.say(focal('unaoc'), '/meeting queue M1')

    expect(twice.text).toContain('up already')
    expect(member.outcome).toBe('refused')
    expect(called.text).toContain('WHO (WHO focal point) has the floor. Hands raised: CTED.')
    expect(outsider.outcome).toBe('refused')
  })

  test('proposals are adopted by consensus; objections stand by entity, and the chair is asked', async () => {
    await begin()
    await here.say(chair, '/meeting propose M1 text:"Adopt the work plan"')
    await here.say(focal('who'), '/meeting note M1 text:"The budget is missing" objects:R1')
    const observer = await here.say(focal('ipu'), '/meeting note M1 text:No objects:R1')
    const asked = await here.say(chair, '/meeting resolve M1')
    const decided = await here.press(chair, 'meeting resolve', {
      meeting: 'M1',
      proposal: 'R1',
      outcome: 'adopted',
    })
    const none = await here.say(chair, '/meeting resolve M1')

    expect(observer.outcome).toBe('refused')
    expect(asked.text).toContain('WHO objects to R1')
    expect(decided.text).toContain('R1 is adopted: Adopt the work plan\nObjections to R1: WHO.')
    expect(none.text).toContain('No proposal is open')
  })

  test('notes and decisions stand in the minutes, each in the rendition that it is for', async () => {
    await begin()
    await here.say(focal('cted'), '/meeting note M1 text:"Between us" ')
    await here.say(focal('cted'), '/meeting note M1 text:"For everybody" audience:shareable')
    await here.say(focal('cted'), '/meeting note M1 text:"A slip"')
    await here.press(focal('cted'), 'meeting note', { meeting: 'M1', text: 'out', remove: 'N3' })
    await here.say(chair, '/meeting propose M1 text:"Adopt the plan"')
    await here.say(focal('who'), '/meeting note M1 text:"Too soon" objects:R1')
    await here.say(chair, '/meeting resolve M1 outcome:adopted')
    const minutes = async (rendition: string) => {
      const reply = await here.say(chair, `/meeting minutes M1 rendition:${rendition}`)
      const file = reply.answer.message.blocks.find((block) => block.kind === 'file')
      return file?.kind === 'file' ? file.content : ''
    }

    const [internal, shareable] = [await minutes('internal'), await minutes('shareable')]
    expect(internal).toContain(
      '## 1. Drones\n\nBetween us\n\nFor everybody\n\n- Resolved: Adopt the plan (objections: WHO: Too soon)',
    )
    expect(shareable).toContain('## 1. Drones\n\nFor everybody\n\n- Resolved: Adopt the plan\n')
    expect(internal).not.toContain('A slip')
    expect(shareable).not.toContain('Between us')
  })

  test('ends with what was not reached, which the next meeting takes over', async () => {
    await begin()
    const ended = await here.say(chair, '/meeting end M1')
    const button = ended.answer.message.blocks.flatMap((block) =>
      block.kind === 'buttons' ? block.buttons : [],
    )
    const carry = button.find(({ label }) => label === 'Carry over to M2')
    const carried = await here.press(chair, carry?.command ?? '', carry?.values ?? {})

    expect(ended.text).toContain('Not reached: Budget.')
    expect(carried.text).toContain('1. Budget')
    expect((await here.say(chair, '/meeting next M1')).text).toContain('has ended')
  })

  test('closes itself when nobody ends it, and tells those who lead the group once', async () => {
    await begin()
    await here.turn('2026-12-12T16:00:00Z')
    await here.turn('2026-12-12T16:40:00Z')
    await here.turn('2026-12-12T17:40:00Z')
    const texts = here.delivered.filter(({ text }) => text.includes('closed itself')).map(({ to }) => to)

    expect(texts).toContain(chair)
    expect(new Set(texts).size).toBe(texts.length)
  })

  test.each(['next M1', 'queue M1', 'propose M1 text:x', 'resolve M1', 'end M1'])(
    '%s of a meeting that has not been started is refused',
    async (line) => {
      expect((await here.say(chair, `/meeting ${line}`)).text).toContain('has not been started')
      expect(await card()).toContain('Quarterly')
    },
  )
})
