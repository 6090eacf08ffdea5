import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

/** ETCIP is led by INTERPOL; IPU observes it. */
const [chair, observer, member] = [focal('interpol'), focal('ipu'), focal('who')]

describe('what members keep among themselves', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-12-10T13:00:00Z' })
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"10 Dec 14:30" timezone:Europe/Paris')
    await here.say(chair, '/meeting start M1')
    await here.say(member, '/meeting note M1 text:"Between us"')
    await here.say(member, '/meeting note M1 text:"For everybody" audience:shareable')
    await here.say(chair, '/meeting propose M1 text:"Adopt the plan"')
    await here.say(member, '/meeting note M1 text:"Not funded" objects:R1')
    await here.say(chair, '/meeting resolve M1 objections:"WHO, OHCHR" outcome:adopted')
    await here.say(chair, '/meeting propose M1 text:"Meet weekly"')
    await here.say(chair, '/meeting resolve M1 outcome:"not adopted"')
  })
  afterAll(() => here.end())

  test('is in the history for members, and not for observers, who read the rest', async () => {
    const [inside, outside] = [
      (await here.say(member, '/meeting history M1')).text,
      (await here.say(observer, '/meeting history M1')).text,
    ]

    for (const kept of ['Between us', 'Not funded', 'Objections to R1: WHO, OHCHR', 'Meet weekly']) {
      expect(inside).toContain(kept)
      expect(outside).not.toContain(kept)
    }
    for (const shared of ['For everybody', 'R1 is adopted: Adopt the plan'])
      expect(outside).toContain(shared)
  })

  test('keeps why an entity objected when its chair names it once more', async () => {
    const reply = await here.say(chair, '/meeting minutes M1')
    const file = reply.answer.message.blocks.find((one) => one.kind === 'file')

    expect(file?.kind === 'file' ? file.content : '').toContain(
      'Resolved: Adopt the plan (objections: OHCHR; WHO: Not funded)',
    )
  })

  test.each([
    [secretariat, '/meeting note M1 text:No objects:R3', 'UNOCT is not among them that day'],
    [chair, '/meeting resolve M1 proposal:R3 objections:"IPU, UNOCT" outcome:adopted', 'IPU and UNOCT are not among them that day'],
  ])('no observer and no outsider is down as objecting: %s %s', async (who, line, why) => {
    await here.say(secretariat, '/wg leave ETCIP entity:UNOCT confirm:yes')
    await here.say(chair, '/meeting propose M1 text:"A third one"')
    const reply = await here.say(who, line)

    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain(why)
  })

  test('the history tells that a note was taken out, and by whom', async () => {
    await here.press(member, 'meeting note', { meeting: 'M1', text: 'out', remove: 'N1' })

    expect((await here.say(chair, '/meeting history M1')).text).toContain(
      'WHO focal point: Took the note N1 out of the minutes.',
    )
  })
}) // biome-ignore format: a table
