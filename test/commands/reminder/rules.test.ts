import { afterEach, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

const who = focal('who')

function reminders(by: string): string[] {
  return here.delivered
    .filter((one) => one.to === by && one.text.startsWith('Reminder'))
    .map((one) => one.text.split('\n')[0] ?? '')
}

async function scheduled(): Promise<void> {
  here = await world()
  await here.say(secretariat, '/meeting schedule "Plenary" wg:ETCIP start:2026-12-10T14:30Z')
  here.delivered.length = 0
}

describe('the rules', () => {
  test('are shown with their audience, moments, end and who is told what next', async () => {
    await scheduled()
    const all = (await here.say(secretariat, '/reminder rules')).text
    const shown = (await here.say(secretariat, '/reminder rules meeting')).text

    expect(all).toMatch(/An upcoming meeting: 7 days before.* Next Thu 3 Dec 2026/)
    expect(shown).toContain('An upcoming meeting')
    expect(shown).toContain('7 days before, 1 day before, 15 minutes before')
    expect(shown).toContain('everyone invited who has not declined')
    expect(shown).toMatch(/Next Thu 3 Dec 2026, 09:30 \(America\/New_York\) to .* focal point: M1 Plenary/)
    // Nobody but the secretariat sees who else is told.
    for (const line of ['/reminder rules', '/reminder rules meeting'])
      expect((await here.say(focal('unaoc'), line)).text).not.toContain('Plenary')
  })

  test('stand on a line each, and end with lists to choose one from, which the secretariat can switch', async () => {
    here = await world()
    const { blocks } = (await here.say(secretariat, '/reminder rules')).answer.message
    const lists = blocks.flatMap((one) => (one.kind === 'buttons' ? [one.buttons] : []))
    const lines = blocks.flatMap((one) => (one.kind === 'list' ? one.items : []))
    const [first] = lists.flat()

    expect(lists.flat().length).toBe(lines.length)
    expect(Math.max(...lists.map(({ length }) => length))).toBeLessThanOrEqual(25)
    if (!first) throw new Error('nothing to choose')
    const one = await press(here, secretariat, first)
    expect(one.text).toMatch(/Told: .*When: .*Stops: /s)
    expect((await press(here, secretariat, buttonNamed(one, 'Switch it off'))).text).toContain(
      'is switched off',
    )
    const off = await press(here, secretariat, first)
    expect(off.text).toContain('(switched off)')
    expect(buttonNamed(off, 'Switch it on').values['state']).toBe('on')
    const others = await press(here, who, first)
    expect(others.text).not.toContain('[Switch')
  })

  test('are switched by a word, say where they stand so already, and take moments while they are off', async () => {
    here = await world()
    const off = await here.say(secretariat, '/reminder rule meeting off')
    expect(off.text).toContain('is switched off')
    const again = await here.say(secretariat, '/reminder rule meeting off')
    expect(again.outcome).toBe('refused')
    expect(again.text).toContain('is switched off already. Nothing was changed.')
    const moments = await here.say(secretariat, '/reminder rule meeting moments:2d,1h')
    expect(moments.text).toContain('Once it is on, it comes 2 days before, 1 hour before.')
    expect((await here.say(secretariat, '/reminder rule newsletter off')).text).toContain('closes soon')
  })

  test('that speak after their subject take moments as they are shown, in their order', async () => {
    here = await world()
    for (const typed of ['2 days after, 4 days after', '2d,4d', '4d after, 2d after']) {
      const set = await here.say(secretariat, `/reminder rule minutes moments:"${typed}"`)
      expect(set.text).toContain('2 days after, 4 days after.')
      await here.say(secretariat, '/reminder rule minutes moments:default')
    }
  })

  test('are switched and set to other moments by the secretariat alone, without a new start', async () => {
    await scheduled()
    expect((await here.say(who, '/reminder rule meeting state:off')).outcome).toBe('refused')
    await here.say(secretariat, '/reminder rule meeting state:off')
    await here.turn('2026-12-03T14:30:00Z')
    expect(reminders(who)).toEqual([])
    await here.say(secretariat, '/reminder rule meeting state:on moments:3d')
    await here.turn('2026-12-07T14:30:00Z')

    expect(reminders(who)).toEqual([expect.stringContaining('in 3 days')])
    expect((await here.say(secretariat, '/reminder rule meeting moments:default')).text).toContain(
      '7 days before',
    )
  })

  test('may be left by anyone and followed again', async () => {
    await scheduled()
    const left = await here.say(who, '/reminder stop meeting')
    expect(left.text).toContain('Undo: hear it again')
    await here.turn('2026-12-03T14:30:00Z')
    expect(reminders(who)).toEqual([])
    expect(reminders(focal('ipu'))).toHaveLength(1)
    await here.say(who, '/reminder resume meeting')
    await here.turn('2026-12-09T14:30:00Z')

    expect(reminders(who)).toEqual([expect.stringContaining('tomorrow')])
  })

  test('tell everyone in /reminder list what is coming for them, and why', async () => {
    await scheduled()
    const listed = (await here.say(who, '/reminder list')).text

    expect(listed).toContain('Thu 3 Dec 2026, 15:30 (Europe/Zurich): M1 Plenary (ETCIP)')
    expect(listed).toContain('invited as a member of ETCIP')
  })

  test('take days before and after at a given hour, as they are typed, and give them back', async () => {
    await scheduled()
    await here.say(secretariat, '/meeting action add M1 what:Draft owner:WHO due:"11 Dec 2026"')
    here.delivered.length = 0
    const set = await here.say(
      secretariat,
      '/reminder rule action moments:"2 days before at 10:30, on the day, 3d after"',
    )
    expect(set.text).toContain('2 days before at 10:30, on the day, 3 days after')
    const listed = await here.say(who, '/reminder list')
    expect(listed.text).toMatch(/Wed 9 Dec 2026, 10:30 \(Europe\/Zurich\): A1 Draft/)
    const times: string[] = []
    for (const at of ['09T09:00', '09T09:30', '11T07:30', '11T08:00', '14T08:00']) {
      await here.turn(`2026-12-${at}:00Z`)
      if (here.delivered.some(({ to, text }) => to === who && text.includes('A1 Draft'))) times.push(at)
      here.delivered.length = 0
    }

    expect(times).toEqual(['09T09:30', '11T08:00', '14T08:00'])
    const other = await here.say(secretariat, '/reminder rule action moments:1d')
    const [undo] = other.answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
    const undone = await here.press(secretariat, undo?.command ?? '', undo?.values ?? {})
    expect(undone.text).toContain('2 days before at 10:30, on the day, 3 days after')
  })

  test.each([
    ['action', '2h', 'this is about a day'],
    ['term-end', '3d after', 'is after it'],
    ['meeting', '2h at 10:00', 'names an hour twice'],
    ['meeting', '1d at teatime', 'as an hour'],
  ])('of %s do not take %s, and say why', async (rule, moments, why) => {
    here = await world()
    const reply = await here.say(secretariat, `/reminder rule ${rule} moments:"${moments}"`)

    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain(why)
  })

  test('that are switched off send nothing of what waited for the morning, until they are on again', async () => {
    await scheduled()
    await here.say(secretariat, '/meeting action add M1 what:Draft owner:WHO due:"7 Dec 2026"')
    await here.say(who, '/reminder settings digest:19:00')
    await here.turn('2026-12-07T09:00:00Z')
    await here.say(secretariat, '/reminder rule action state:off')
    here.delivered.length = 0
    await here.turn('2026-12-07T18:30:00Z')
    expect(here.delivered.filter(({ text }) => text.includes('A1 Draft'))).toEqual([])
    await here.say(secretariat, '/reminder rule action state:on')
    await here.turn('2026-12-07T18:31:00Z')

    expect(here.delivered.map(({ to, text }) => (to === who ? text : '')).join()).toContain('A1 Draft')
  })

  test('that are switched off still do what they tell of, and tell nobody, then or later', async () => {
    await scheduled()
    await here.say(secretariat, '/meeting silence open "The text stands." wg:ETCIP until:"2026-12-04 12:00"')
    await here.say(secretariat, '/reminder rule silence-over state:off')
    await here.turn('2026-12-05T09:00:00Z')
    await here.say(secretariat, '/reminder rule silence-over state:on')
    await here.turn('2026-12-05T10:00:00Z')

    expect(here.delivered.filter(({ text }) => text.startsWith('Adopted'))).toEqual([])
    expect((await here.say(who, '/meeting silence list')).text).toMatch(/adopted/i)
  })
})
