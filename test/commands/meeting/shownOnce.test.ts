import { expect, test } from 'vitest'

import { inFreshWorld } from '../../support/lines/inFreshWorld.ts'
import { focal } from '../../support/world.ts'

const chair = focal('interpol')
const member = focal('cted')

test('a poll that is closed, opened again or extended, and a meeting that ended, say in a heading what they are', async () => {
  await inFreshWorld('2026-11-23T09:00:00Z', async (here) => {
    const heading = async (line: string) => (await here.say(chair, line)).answer.message.heading
    await here.say(chair, '/meeting poll open Next wg:ETCIP slots:"14 Jan 14:30; 15 Jan 09:00" confirm:yes')
    expect(await heading('/meeting poll extend P1 until:"3 Dec"')).toBe('Poll P1')
    expect(await heading('/meeting poll close P1')).toBe('Poll P1: closed')
    expect(await heading('/meeting poll close P1 reopen:yes')).toBe('Poll P1')

    await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"23 Nov 11:00" confirm:yes')
    await here.turn('2026-11-23T10:00:00Z')
    await here.say(chair, '/meeting start M1')
    await here.say(chair, '/meeting propose M1 text:"Adopt the guide"')
    const ended = await here.say(chair, '/meeting end M1')
    expect(ended.answer.message.heading).toBe('Meeting M1: ended')
    expect(ended.text).toContain('Not decided: R1 Adopt the guide')
  })
})

test('what became of a meeting stands once on its card, and a day once in its history', async () => {
  await inFreshWorld('2026-11-23T09:00:00Z', async (here) => {
    await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"23 Nov 11:00" confirm:yes')
    await here.turn('2026-11-23T11:30:00Z')
    await here.say(chair, '/meeting hold M1 summary:"agreed on a plan"')

    const shown = await here.say(member, '/meeting show M1')
    expect(shown.text.match(/: held/g)).toHaveLength(1)
    expect(
      shown.answer.message.blocks.flatMap((one) =>
        one.kind === 'fields' ? one.fields.map(({ label }) => label) : [],
      ),
    ).not.toContain('Status')
    const history = await here.say(chair, '/meeting history M1')
    expect(history.text.match(/^\S* ?Mon 23 Nov 2026, \d\d:\d\d/gm)).toHaveLength(1)
  })
})

test('a room of the group reads the facts and the buttons of a poll and of a move once, on the card that comes to it', async () => {
  await inFreshWorld('2026-11-23T09:00:00Z', async (here) => {
    const place = { platform: 'terminal', tenant: 'local', channel: 'one', private: false }
    const poll = '/meeting poll open Next wg:ETCIP slots:"14 Jan 14:30; 15 Jan 09:00" confirm:yes'
    const move = '/meeting move M1 start:"11 Dec 15:00" confirm:yes'
    await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"10 Dec 15:00" confirm:yes')
    const elsewhere = [await here.say(chair, poll, { place }), await here.say(chair, move, { place })]
    await here.say(chair, '/wg bind ETCIP', { place })
    const [polled, moved] = [
      await here.say(chair, poll, { place }),
      await here.say(chair, move.replace('11', '12'), { place }),
    ]

    for (const { text } of elsewhere) expect(text).toMatch(/Vote for 1|Length: 1 h/)
    for (const { text } of [polled, moved]) expect(text).not.toMatch(/Vote for 1|Length: 1 h/)
    expect(polled.text).toContain('[Close it]')
    expect(polled.answer.message.card).toBeUndefined()
    expect(moved.text).toContain('Undo: move it back')
    expect(here.announced.map(({ text }) => text)).toEqual([
      expect.stringContaining('Vote for 1'),
      expect.stringContaining('Length: 1 h'),
    ])
  })
})
