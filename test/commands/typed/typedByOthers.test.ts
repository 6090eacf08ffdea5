import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { buttonLike } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const [interpol, unodc] = [focal('interpol'), focal('unodc')]

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterEach(() => here.end())

describe('an update', () => {
  beforeEach(() => here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08'))

  test.each(['UN Women trained 12 judges in Lagos (3 Nov)', 'Re-entry rules were agreed in Lagos (3 Nov)'])(
    'is offered to be posted where it begins with a capital as no action does: %s',
    async (text) => {
      const reply = await here.say(unodc, `/update ${text}`)

      expect(reply.text).toContain('Did you mean /update post and what you typed?')
      const [post] = reply.answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
      expect(post?.values).toEqual({ text })
    },
  )

  test('that lasted until a day is offered that day', async () => {
    const reply = await here.say(unodc, '/update post IOM visited Cyprus (until 5 November)')

    expect(reply.text).toContain('It was 5 Nov')
    expect(reply.text).not.toContain('23')
  })

  test.each([
    'UNODC a formé 48 juges à Dakar, Sénégal (3 novembre)',
    'Die UNODC hat 20 Richter in Wien geschult (3. November)',
  ])('in another language is told so though it is short: %s', async (text) => {
    const reply = await here.say(unodc, `/update post ${text}`)

    expect(reply.text).toContain('does not look like English')
  })

  test('is of one group: where two are named, each is offered', async () => {
    const reply = await here.say(unodc, '/update post UNODC met (3 Nov) wg:"ETCIP, BMLE"')

    expect(reply.text).toContain('“ETCIP, BMLE” names 2, and only one working group can be given. Which one?')
    expect(reply.text).toContain('[ETCIP] [BMLE]')
  })
})

test.each([
  'WHO (World Health Organization)',
  'World Health Organization (WHO)',
  'WHO: World Health Organization',
  'WHO – World Health Organization',
])('an entity is known as a list shows it: %s', async (name) => {
  expect((await here.say(unodc, `/directory entity ${name}`)).text).toContain('WHO: World Health')
})

test('what stands in brackets after an acronym and is not its name is not passed over', async () => {
  const reply = await here.say(unodc, '/directory entity WHO (UNICEF)')

  expect(reply.text).toContain('I know no entity')
})

test('an action has one owner: where two are named, each is offered', async () => {
  await here.say(interpol, '/meeting schedule "Drones" wg:ETCIP start:"10 Dec 15:00"')
  const reply = await here.say(interpol, '/meeting action add M1 what:"send slides" owner:"WHO, CTED"')

  expect(reply.text).toContain('“WHO, CTED” names 2, and an action has one owner. Which one?')
  expect(reply.text).toContain('[WHO] [CTED]')
})

test('a chair of several groups who names none is offered those that they lead', async () => {
  const reply = await here.say(interpol, '/meeting schedule "Drones" start:"10 Dec 15:00"')

  expect(reply.text).toMatch(/\[BMLE\] \[ETCIP\]$/m)
})

test('a group in small letters in a title is the group that meets', async () => {
  const reply = await here.say(interpol, '/meeting schedule Drones for etcip start:"10 Dec 15:00"')

  expect(reply.text).toContain('Scheduled M1: Drones for etcip (ETCIP)')
})

test.each([
  ['10 Dec 15:00-14:00', 'begins at 15:00 and ends before, at 14:00'],
  ['10 Dec 10:00-09:30', 'begins at 10:00 and ends before, at 09:30'],
])('a meeting that ends before it begins is refused: %s', async (start, refusal) => {
  const reply = await here.say(interpol, `/meeting schedule "Drones" wg:ETCIP start:"${start}"`)

  expect(reply.text).toContain(refusal)
})

test('a meeting may go on over midnight', async () => {
  const reply = await here.say(interpol, '/meeting schedule "Drones" wg:ETCIP start:"10 Dec 22:00-01:00"')

  expect(reply.text).toContain('22:00 (Europe/Paris), 3 h')
})

test.each([
  ['by a week', 'Thu 17 Dec 2026, 15:00'],
  ['+1d', 'Fri 11 Dec 2026, 15:00'],
  ['a week earlier', 'Thu 3 Dec 2026, 15:00'],
  ['forward 30 minutes', 'Thu 10 Dec 2026, 15:30'],
  ['earlier by 2 hours', 'Thu 10 Dec 2026, 13:00'],
  ['the same day at 4pm', 'Thu 10 Dec 2026, 16:00'],
])('a meeting is moved by so much as is said: %s', async (by, to) => {
  await here.say(interpol, '/meeting schedule "Drones" wg:ETCIP start:"10 Dec 15:00"')
  const reply = await here.say(interpol, `/meeting move M1 ${by}`)

  expect(reply.text).toContain(`to ${to} (Europe/Paris)`)
})

test.each([
  ['because nobody can come', 'nobody can come'],
  ['because of the holidays', 'the holidays'],
])('a meeting is cancelled with the reason that is said after it: %s', async (text, reason) => {
  await here.say(interpol, '/meeting schedule "Drones" wg:ETCIP start:"10 Dec 15:00"')
  await here.say(interpol, `/meeting cancel M1 ${text} confirm:yes`)

  expect(here.delivered.at(-1)?.text).toContain(`Reason: ${reason}`)
})

test.each([
  ['/remind "pay dues" at:"tomorrow 10:00"', 'Tue 24 Nov 2026, 10:00 (America/New_York): pay dues'],
  ['remind me tomorrow call Bob', '“tomorrow” has no time of day'],
  ['remind me in 20 minutes: tea', '04:20 (America/New_York): tea'],
  ['/reminder add tomorrow at 10 call Bob', 'Tue 24 Nov 2026, 10:00 (America/New_York): call Bob'],
  ['/reminder add call Bob @ 10am tomorrow', 'Tue 24 Nov 2026, 10:00 (America/New_York): call Bob'],
  ['remind ETCIP to report on 14 Dec at 10:00', 'ETCIP (26 people, each in person) Mon 14 Dec 2026, 10:00'],
])('a reminder is read as it is said: %s', async (line, set) => {
  expect((await here.say(secretariat, line)).text).toContain(set)
})

test.each(['HELP!', 'Hello there', '??', '@rapporteur help'])('%s asks for help', async (line) => {
  expect((await here.say(unodc, line)).text).toMatch(/^What I can do:/)
})

test.each(['lauren', 'Daly, Lauren', 'Ms. Lauren Daly'])(
  'somebody whom a card names is known by a part of the name or in another order: %s',
  async (name) => {
    const reply = await here.say(unodc, `/directory person ${name}`)

    expect(reply.text).toContain('Lauren Daly has no record of their own in the directory, but is on file as')
  },
)

test('a person is found by the last name first', async () => {
  await here.say(secretariat, '/directory add person "Ana Silva" email:ana@silva.example entity:WHO')

  expect((await here.say(unodc, '/directory person Silva, Ana')).text).toMatch(/^Ana Silva \(WHO\)/)
})

test.each([
  ['figures 2022', 'In numbers on 31 Dec 2022'],
  ['figures 2026', 'In numbers on 23 Nov 2026'],
])('figures of a year are those of its end, or of today: /report %s', async (line, heading) => {
  expect((await here.say(unodc, `/report ${line}`)).text).toContain(heading)
})

describe('of a meeting that was held', () => {
  beforeEach(async () => {
    await here.say(interpol, '/meeting schedule "Drones" wg:ETCIP start:"10 Dec 15:00"')
    here.clock.set(new Date('2026-12-11T09:00:00Z'))
  })

  test.each(['all', 'everyone', 'Everybody'])('%s attended who was invited', async (who) => {
    const reply = await here.say(interpol, `/meeting hold M1 summary:"Drones" attended:${who}`)

    expect(reply.text).toMatch(/Attended: 1267 Monitoring Team, .*, INTERPOL, .*, WHO\n/)
  })

  test('all but some attended', async () => {
    const reply = await here.say(
      interpol,
      '/meeting hold M1 summary:"Drones" attended:"all except WHO and INTERPOL"',
    )

    expect(reply.text).toMatch(/Attended: 1267 Monitoring Team, .*, WCO\n/)
    expect(reply.text).not.toContain('INTERPOL,')
  })

  test('one who is left out and not known is asked about', async () => {
    const reply = await here.say(interpol, '/meeting hold M1 summary:"Drones" attended:"all but WHOO"')

    expect(reply.text).toContain('I know no entity called “all but WHOO”')
  })
})

test('what is not read after a meeting’s number is named, and the meeting offered', async () => {
  await here.say(interpol, '/meeting schedule "Drones" wg:ETCIP start:"10 Dec 15:00"')
  const reply = await here.say(interpol, '/meeting move M1 to the moon')

  expect(reply.text).toContain('I cannot read “to the moon” after M1 Drones.')
  expect(buttonLike(reply, /M1/)?.values).toMatchObject({ meeting: 'M1' })
})
