import { describe, expect, test } from 'vitest'
import { inFreshWorld, monday } from '../../support/lines/inFreshWorld.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat } from '../../support/world.ts'

describe('what people type: names and outcomes', () => {
  test('a button that puts one name of a list right keeps the others', async () => {
    await inFreshWorld(monday, async (here) => {
      const asked = await here.say(
        secretariat,
        '/update post "A seminar took place (3 Nov)" entities:"UNODC, IOM, CTDE"',
      )
      expect((await press(here, secretariat, buttonNamed(asked, 'CTED'))).text).toContain(
        'Entities: UNODC, IOM, CTED',
      )
      const chair = focal('interpol')
      await here.say(chair, '/meeting schedule "Drones" wg:ETCIP start:"23 Nov 14:30"')
      await here.turn('2026-11-24T09:00:00Z')
      const slip = await here.say(
        chair,
        '/meeting hold M1 summary:"discussed drones" attended:"OPCW, UNICRI, INTERPOLL"',
      )
      const held = await press(here, chair, buttonNamed(slip, 'INTERPOL'))
      expect(held.text).toMatch(/Attended: (?=.*INTERPOL)(?=.*OPCW)(?=.*UNICRI)/)
    })
  })

  test('an initial finds a person, and one whom a group names without a record stands for their entity', async () => {
    await inFreshWorld(monday, async (here) => {
      await here.say(secretariat, '/directory add person "Amara Okoye" email:okoye@un.example entity:CTED')
      for (const name of ['A. Okoye', 'Okoye, A.', 'Okoye A'])
        expect((await here.say(secretariat, `/directory person ${name}`)).text).toContain('okoye@un.example')
      expect((await here.say(secretariat, '/directory person B. Okoye')).text).toContain('I know no person')
      const { text } = await here.say(secretariat, '/directory person "Daly, L."')
      expect(text).toContain('Lauren Daly has no record of their own')
      const made = await here.say(secretariat, 'make daly chair of NARS')
      expect(made.text).toContain('“daly” is a person (Lauren Daly, on file for INTERPOL)')
      expect((await press(here, secretariat, buttonNamed(made, 'INTERPOL'))).text).toContain(
        'INTERPOL is chair of NARS',
      )
    })
  })

  test('the acronym of no group is refused before the rest is asked for', async () => {
    await inFreshWorld(monday, async (here) => {
      const { text } = await here.say(secretariat, '/meeting schedule "Resistance" wg:AMR')
      expect(text).toContain('I know no working group called “AMR”')
    })
  })

  test('an address after the name of a person who is added is theirs, with or without its brackets', async () => {
    await inFreshWorld(monday, async (here) => {
      for (const [typed, email] of [
        ['"عمر حسن" omar.hassan@undp.example entity:UNDP', 'omar.hassan@undp.example'],
        ['Anna Beispiel <anna@undp.example> entity:UNDP', 'anna@undp.example'],
      ])
        expect((await here.say(secretariat, `/directory add person ${typed}`)).text).toContain(email)
    })
  })

  test('an article before the name of a group or an entity is no part of it', async () => {
    await inFreshWorld(monday, async (here) => {
      expect((await here.say(secretariat, 'who is the chair of the etcip?')).text).toContain(
        'chaired by INTERPOL',
      )
      expect((await here.say(secretariat, '/directory entity the WHO')).text).toContain(
        'World Health Organization',
      )
      const slip = await here.say(secretariat, '/wg show the ETCPI')
      expect(slip.text).toContain('Did you mean ETCIP?')
    })
  })

  test('somebody whom only a group’s card names is found by each way to ask for a card', async () => {
    await inFreshWorld(monday, async (here) => {
      for (const line of ['/directory card "Lauren Daly"', 'Lauren Daly', 'daly', 'show Lauren Daly']) {
        const reply = await here.say(secretariat, line)
        expect(reply.text).toContain('Lauren Daly has no record of their own')
        expect(reply.text).toContain('on file as chair of ETCIP for INTERPOL')
        expect(buttonNamed(reply, 'Show INTERPOL')).toBeDefined()
      }
      const card = await here.say(secretariat, '/directory card UNODC focal point')
      expect(card.text).toContain('Entity: UNODC')
      expect((await here.say(secretariat, '/directory card Nobody Atall')).outcome).toBe('refused')
    })
  })

  test('who chaired is asked in plain words', async () => {
    await inFreshWorld(monday, async (here) => {
      for (const line of ['who chaired ETCIP in 2022', 'who led ETCIP in 2022?'])
        expect((await here.say(secretariat, line)).text).toContain('3 chairs of ETCIP in 2022')
      for (const line of ['who chairs ETCIP?', 'Who leads ETCIP'])
        expect((await here.say(secretariat, line)).text).toContain('Lauren Daly')
    })
  })

  test('the line of a meeting keeps the capitals of names, and its first word where it is a name', async () => {
    await inFreshWorld(monday, async (here) => {
      const chair = focal('interpol')
      await here.say(chair, '/meeting schedule "A" wg:ETCIP start:"23 Nov 10:30"')
      await here.say(chair, '/meeting schedule "B" wg:ETCIP start:"23 Nov 13:30"')
      await here.turn('2026-11-24T09:00:00Z')
      const lines = [
        [
          'M1',
          'United Nations experts presented their findings on drones',
          'United Nations experts presented',
        ],
        ['M2', 'Advanced technologies were discussed', 'Advanced technologies were discussed'],
      ]
      for (const [meeting, summary, wanted] of lines) {
        const reply = await here.say(chair, `/meeting hold ${meeting} summary:"${summary}"`)
        expect(reply.text).toMatch(new RegExp(`Newsletter line: .*${wanted}`))
      }
      const plain = await here.say(chair, '/meeting hold M2 summary:"Discussed drones"')
      expect(plain.text).toMatch(/Newsletter line: .*discussed drones/)
    })
  })

  test.each([
    ['W. Europe Standard Time', 'Europe/'],
    ['"Eastern Time (US & Canada)"', 'America/New_York'],
    ['Pacific Standard Time', 'America/Los_Angeles'],
    ['Central European Time', 'Europe/'],
    ['Eastern Time', 'America/New_York'],
    ['CET', 'Europe/'],
  ])('the zone %s is taken, or offered', async (zone, wanted) => {
    await inFreshWorld(monday, async (here) => {
      expect((await here.say(secretariat, `/profile timezone ${zone}`)).text).toContain(wanted)
    })
  })
})
