import { expect, test } from 'vitest'

import { inFreshWorld, monday } from '../../support/lines/inFreshWorld.ts'
import { buttonLike, buttonNamed, buttonsOf, press } from '../../support/lines/pressed.ts'
import { focal } from '../../support/world.ts'

const who = focal('interpol')

test.each([
  'no wait, Friday',
  'I meant Friday',
  'No, wait, Friday',
  'actually make it Friday',
  'sorry, I mean Friday',
])(
  '“%s” offers one’s last change with the other time, and changes nothing before it is pressed',
  async (line) => {
    await inFreshWorld(monday, async (here) => {
      await here.say(who, 'remind me tomorrow at 9 to call Bob')
      const offered = await here.say(who, line)
      expect(offered.text).toContain('Nothing was changed yet.')
      expect((await here.say(who, '/reminder list R1')).text).toContain('Tue 24 Nov 2026, 09:00')
      const moved = await press(here, who, buttonNamed(offered, 'Make R1 Friday'))
      expect(moved.text).toContain('R1 comes Fri 27 Nov 2026, 09:00')
    })
  },
)

test('a meeting that was scheduled or moved gets another hour so, and what is no time is not guessed', async () => {
  await inFreshWorld(monday, async (here) => {
    expect((await here.say(who, 'no wait, Friday')).text).toContain('not changed anything yet')
    await here.say(who, '/meeting schedule Drones wg:ETCIP start:"3 Dec 10:00" confirm:yes')
    const offered = await here.say(who, 'make it 4pm')
    expect((await press(here, who, buttonNamed(offered, 'Make M1 4pm'))).text).toContain(
      'Thu 3 Dec 2026, 16:00',
    )
    const vague = await here.say(who, 'I meant the other room')
    expect(vague.text).toContain('Take it back and say it again')
    expect(buttonLike(vague, /^Make/)).toBeUndefined()
  })
})

test.each(['oops', 'never mind', 'forget it', 'scrap that', 'my mistake'])(
  '“%s” shows the last change with its undo, and offers nothing else',
  async (line) => {
    await inFreshWorld(monday, async (here) => {
      await here.say(who, 'remind me tomorrow at 9 to call Bob')
      const shown = await here.say(who, line)
      expect(shown.text).toContain('Your last change')
      expect(buttonsOf(shown).map(({ label }) => label)).toEqual(['Undo: cancel it'])
    })
  },
)
