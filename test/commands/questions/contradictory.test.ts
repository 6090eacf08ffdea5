import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterAll(() => here.end())

const say = (line: string, who = secretariat) => here.say(who, line)

test('a reminder for oneself and for a group asks for which, and each choice sets it', async () => {
  const asked = await say('/reminder add "Call" at:"3 Dec 10:00" for:me wg:ETCIP')
  expect(asked.text).toContain('for:me is for you alone, and wg:ETCIP for the group. Which one?')
  expect((await press(here, secretariat, buttonNamed(asked, 'Me alone'))).text).toContain(
    'R1: I will remind you',
  )
  expect((await press(here, secretariat, buttonNamed(asked, 'ETCIP'))).text).toContain(
    'R2: I will remind ETCIP',
  )
})

test('“tomorrow” in a text that comes on another day is pointed out', async () => {
  const said = 'The text says “tomorrow”, and will be read on 3 Dec 2026.'
  expect((await say('/reminder add "Call them tomorrow" at:"3 Dec 11:00"')).text).toContain(said)
  expect((await say('/reminder add "Call them on 6 Dec" at:"3 Dec 12:00"')).text).not.toContain(
    'The text says',
  )
})

test('what would have to be asked first is not done where nothing is asked, and a label is no language', async () => {
  expect((await say('/wg edit ETCIP number:9 confirm:no')).text).toContain(
    'Leave it out. Nothing was changed.',
  )
  expect((await say('/profile language French language:Arabic')).text).toContain('I know no language called')
})

test('an entity behind a name is that of the person, or is said not to be taken', async () => {
  expect((await say('/directory add person "Jo Doe (WHO)" email:jo@who.example')).text).toContain(
    'Added Jo Doe (WHO)',
  )
  expect((await say('/directory person jo@who.example')).text).not.toContain('(WHO) (WHO)')
  const other = await say('/directory add person "Ann Roe (WHO)" email:ann@iom.example entity:IOM')
  expect(other.text).toContain('WHO stood behind the name and is not taken: entity: says IOM.')
  const foreign = await say('/directory add person "Bo Loe (WHO)" email:bo@who.example', focal('iom'))
  expect(foreign.outcome).toBe('refused')
})

test('two answers to an invitation are asked about, and whoever is named for an entity that is not theirs is pointed out', async () => {
  await say('/meeting schedule Quarterly wg:ETCIP start:"10 Dec 14:30"', focal('interpol'))
  const both = await say('/meeting rsvp M1 yes no', focal('cted'))
  expect(both.text).toContain('You said yes and no to M1 Quarterly. Which one?')
  expect((await press(here, focal('cted'), buttonNamed(both, 'No'))).text).toContain('You said no')
  const named = await say('/wg appoint ETCIP role:vice-chair entity:WHO person:focal.iom@compact.example')
  expect(named.text).toContain('IOM focal point stands for IOM in the directory, and not for WHO.')
})
