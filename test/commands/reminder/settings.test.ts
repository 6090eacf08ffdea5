import { afterEach, describe, expect, test } from 'vitest'

import { cardBlocks } from '../../../src/chat/render/cardBlocks.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

function remindersOf(who: string): string[] {
  return here.delivered.filter((one) => one.to === who).map((one) => one.text.split('\n')[0] ?? '')
}

const who = focal('who')

/** The focal point of WHO lives by the clock of Zurich. */
async function scheduled(start: string): Promise<void> {
  await here.say(secretariat, `/meeting schedule "Plenary" wg:ETCIP start:${start}`)
  here.delivered.length = 0
}

describe('reminder settings', () => {
  test('are shown, set and undone to the letter', async () => {
    here = await world()
    await here.say(who, '/reminder settings quiet:22:00-07:00 lead:2d,1h')
    const set = await here.say(who, '/reminder settings quiet:20h-8h digest:8:00 weekly:5')
    expect(set.text).toContain('20:00-08:00')
    expect(set.text).toContain('2 days, 1 hour before it')
    expect(set.text).toContain('at 08:00')
    expect(set.text).toContain('at most 5')

    const undo = set.answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))[0]
    expect(undo?.label).toContain('Undo')
    const undone = await here.press(who, undo?.command ?? '', undo?.values ?? {})
    expect(undone.text).toContain('22:00-07:00')
    expect(undone.text).toContain('off: each reminder comes by itself')
    expect(undone.text).toContain('2 days, 1 hour before it')
  })

  test('say once what they are, on a card that has this for its heading', async () => {
    here = await world()
    const { message } = (await here.say(who, '/reminder settings')).answer

    expect(cardBlocks(message).slice(0, 2)).toEqual([
      { kind: 'heading', text: 'How you are reminded' },
      expect.objectContaining({ kind: 'fields' }),
    ])
  })

  test('refuse what cannot be read and change nothing then', async () => {
    here = await world()
    for (const wrong of [
      'quiet:tonight',
      'lead:soon',
      'digest:noonish',
      'weekly:many',
      'via:pigeon',
      'lead:90d',
    ]) {
      expect((await here.say(who, `/reminder settings ${wrong}`)).outcome).toBe('refused')
    }
    expect((await here.say(who, '/reminder settings')).text).toContain('as usual')
  })

  test('let somebody choose their own lead times', async () => {
    here = await world()
    await here.say(who, '/reminder settings lead:3d,2h')
    await scheduled('2026-12-12T14:30Z')
    for (const at of ['2026-12-05T14:30Z', '2026-12-09T14:30Z', '2026-12-12T12:30Z', '2026-12-12T14:15Z'])
      await here.turn(at)

    expect(remindersOf(who)).toEqual([
      expect.stringContaining('in 3 days'),
      expect.stringContaining('in 2 hours'),
    ])
    expect(remindersOf(focal('ipu'))).toHaveLength(3)
  })

  test('with no lead times let no meeting be reminded of', async () => {
    here = await world()
    await here.say(who, '/reminder settings lead:none')
    await scheduled('2026-12-12T14:30Z')
    await here.turn('2026-12-11T14:30Z')

    expect(remindersOf(who)).toEqual([])
  })

  test('hold what is due at night until the morning, once', async () => {
    here = await world()
    await here.say(who, '/reminder settings quiet:22:00-07:00')
    const added = await here.say(who, '/reminder add "Tea" at:"2026-11-23 03:00"')
    expect(added.text).toContain('so it waits until Mon 23 Nov 2026, 07:00')
    await here.turn('2026-11-23T02:00:00Z')
    await here.turn('2026-11-23T05:59:00Z')
    expect(remindersOf(who)).toEqual([])
    await here.turn('2026-11-23T06:00:00Z')
    await here.turn('2026-11-23T07:00:00Z')

    expect(remindersOf(who)).toEqual(['Reminder: Tea, Mon 23 Nov 2026, 03:00 (Europe/Zurich)'])
  })

  test('let what was marked urgent through the night', async () => {
    here = await world()
    await here.say(who, '/reminder settings quiet:22:00-07:00')
    const added = await here.say(who, '/reminder add "Flight" at:"2026-11-23 03:00"')
    const all = added.answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
    await here.press(who, all[0]?.command ?? '', all[0]?.values ?? {})
    await here.turn('2026-11-23T02:00:00Z')

    expect(remindersOf(who)).toHaveLength(1)
  })

  test('do not let a reminder that waits for the morning come when it was cancelled in the night', async () => {
    here = await world()
    await here.say(who, '/reminder settings quiet:22:00-07:00')
    await here.say(who, '/reminder add "Tea" at:"2026-11-23 03:00" repeat:"every Monday"')
    await here.turn('2026-11-23T02:00:00Z')
    await here.say(who, '/reminder cancel R1')
    await here.turn('2026-11-23T06:00:00Z')

    expect(remindersOf(who)).toEqual([])
  })

  test('bring a meeting’s reminder before the night where the morning would be too late', async () => {
    here = await world()
    await here.say(who, '/reminder settings quiet:22:00-07:00 lead:15m')
    // 06:30 in Zurich.
    await scheduled('2026-12-12T05:30Z')
    await here.turn('2026-12-11T20:58:00Z')
    expect(remindersOf(who)).toEqual([])
    await here.turn('2026-12-11T20:59:00Z')
    expect(remindersOf(who)).toEqual([expect.stringContaining('Plenary')])
    await here.turn('2026-12-12T05:15:00Z')

    expect(remindersOf(who)).toHaveLength(1)
  })

  test('bring what is due on a free day forward to the last working day before', async () => {
    here = await world()
    await here.say(who, '/profile hours days:Mon-Fri hours:9-17')
    // Monday; a day before is a Sunday.
    await scheduled('2026-12-14T14:30Z')
    await here.turn('2026-12-11T14:29:00Z')
    const before = remindersOf(who).length
    await here.turn('2026-12-11T14:30:00Z')

    expect(remindersOf(who).length).toBe(before + 1)
    await here.turn('2026-12-13T14:30:00Z')
    expect(remindersOf(who).length).toBe(before + 1)
  })

  test('gather reminders in one digest a day, in words that are true when it is read', async () => {
    here = await world()
    await here.say(who, '/reminder settings digest:8:00')
    await scheduled('2026-12-12T14:30Z')
    await here.say(secretariat, '/meeting schedule "Second" wg:ETCIP start:2026-12-12T16:30Z confirm:yes')
    here.delivered.length = 0
    await here.turn('2026-12-11T17:00:00Z')
    expect(remindersOf(who)).toEqual([])
    await here.turn('2026-12-12T07:00:00Z')

    expect(remindersOf(who)).toEqual(['Your digest: 2 reminders.'])
    const text = here.delivered.find((one) => one.to === who)?.text
    expect(text).toContain('Plenary (ETCIP), Sat 12 Dec 2026, 15:30')
    expect(text).not.toContain('tomorrow')
    await here.turn('2026-12-12T14:15:00Z')
    // A quarter of an hour before, no digest would come in time.
    expect(remindersOf(who)).toHaveLength(2)
  })

  test('leave a meeting out of the digest that was cancelled in the meantime', async () => {
    here = await world()
    await here.say(who, '/reminder settings digest:8:00')
    await scheduled('2026-12-12T14:30Z')
    await here.turn('2026-12-11T17:00:00Z')
    await here.say(secretariat, '/meeting cancel M1 confirm:yes')
    here.delivered.length = 0
    await here.turn('2026-12-12T07:00:00Z')

    expect(remindersOf(who)).toEqual([])
  })

  test('keep to so many reminders a week and put the rest in a brief on Monday', async () => {
    here = await world()
    await here.say(who, '/reminder settings weekly:1 lead:7d')
    for (const [at, hour] of ['10', '11', '12'].entries())
      await here.say(
        secretariat,
        `/meeting schedule "Number ${at}" wg:ETCIP start:2026-12-10T${hour}:30Z confirm:yes`,
      )
    here.delivered.length = 0
    await here.turn('2026-12-03T15:00:00Z')
    expect(remindersOf(who)).toHaveLength(1)
    await here.turn('2026-12-07T07:00:00Z')

    expect(remindersOf(who)).toEqual([
      expect.stringContaining('in seven days'),
      'Your Monday brief: 2 reminders.',
    ])
  })
})
