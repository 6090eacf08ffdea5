import { afterEach, describe, expect, test } from 'vitest'

import type { Letter } from '../../../src/core/feature/notice.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
let letters: Letter[]
afterEach(() => here.end())

async function begin(): Promise<void> {
  letters = []
  here = await world({
    mailer: async (letter) => void letters.push(letter),
    publicUrl: 'https://bot.example',
  })
  await here.say(secretariat, '/meeting schedule Plenary wg:ETCIP start:2026-12-10T14:00Z duration:1h')
}

/** The lines of the calendar object in a letter, unfolded. */
function lines(letter: Letter | undefined): readonly string[] {
  return letter?.calendar?.text.replace(/\r\n /g, '').split('\r\n') ?? []
}

const to = (address: string) => letters.filter((one) => one.to === address)

describe('calendar letters', () => {
  test('go to everybody invited, each naming its reader alone, and follow the meeting', async () => {
    await begin()
    await here.turn('2026-11-21T12:01:00Z')
    await here.turn('2026-11-21T12:02:00Z')
    const [invitation] = to(focal('wco'))
    expect(to(focal('wco'))).toHaveLength(1)
    expect(invitation?.subject).toMatch(/^Invitation: Plenary \(ETCIP\)/)
    expect(lines(invitation)).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        'SEQUENCE:0',
        expect.stringMatching(/^UID:meeting-1-[0-9a-f]{12}@bot\.example$/),
        'STATUS:CONFIRMED',
      ]),
    )
    expect(lines(invitation).filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1)
    expect(invitation?.calendar?.text.match(/@compact\.example/g)).toHaveLength(1)

    await here.say(secretariat, '/meeting move M1 start:2026-12-11T14:00Z')
    await here.turn('2026-11-21T12:03:00Z')
    expect(to(focal('wco')).at(-1)?.subject).toMatch(/^Changed: Plenary/)
    expect(lines(to(focal('wco')).at(-1))).toContain('SEQUENCE:1')

    await here.say(secretariat, '/meeting cancel M1 confirm:yes')
    await here.turn('2026-11-21T12:04:00Z')
    expect(lines(to(focal('wco')).at(-1))).toEqual(
      expect.arrayContaining([
        'METHOD:CANCEL',
        'SEQUENCE:2',
        'STATUS:CANCELLED',
        ...lines(invitation).filter((line) => line.startsWith('UID:')),
      ]),
    )
    expect(to(focal('wco'))).toHaveLength(3)
  })

  test('stay away from whoever declined, and come again when a cancelled meeting is restored', async () => {
    await begin()
    await here.say(focal('wco'), '/meeting rsvp M1 no')
    await here.turn('2026-11-21T12:01:00Z')
    expect(to(focal('wco'))).toEqual([])
    await here.say(secretariat, '/meeting cancel M1 confirm:yes')
    await here.turn('2026-11-21T12:02:00Z')
    await here.say(secretariat, '/meeting restore M1')
    await here.turn('2026-11-21T12:03:00Z')
    expect(to(focal('interpol')).map((one) => one.calendar?.method)).toEqual(['REQUEST', 'CANCEL', 'REQUEST'])
  })
})

describe('guests of a meeting', () => {
  test('are invited by entity, told, counted with the observers, kept when memberships change, and taken off', async () => {
    await begin()
    const reply = await here.say(focal('interpol'), '/meeting attendees M1 invite:IOM')
    expect(reply.text).toContain('Guests of M1 Plenary')
    await here.turn('2026-11-22T12:00:00Z')
    await here.turn('2026-11-23T12:00:00Z')
    expect((await here.say(focal('iom'), '/meeting rsvp M1 yes')).outcome).toBe('done')
    expect((await here.say(secretariat, '/meeting attendees M1')).text).toMatch(/observers:.*IOM/)

    await press(here, focal('interpol'), buttonNamed(reply, 'Undo: take them off'))
    expect((await here.say(focal('iom'), '/meeting rsvp M1 yes')).outcome).toBe('refused')
  })

  test('outside the directory get a letter, and their address is shown to nobody', async () => {
    await begin()
    const reply = await here.say(focal('interpol'), '/meeting attendees M1 email:Briefer@elsewhere.example')
    expect(reply.text).toContain('a guest by e-mail')
    await here.turn('2026-11-21T12:01:00Z')
    expect(to('briefer@elsewhere.example')).toHaveLength(1)
    const history = await here.say(focal('wco'), '/meeting history M1')
    expect(history.text).toContain('a guest by e-mail')
    expect(history.text).not.toContain('elsewhere.example')

    await press(here, focal('interpol'), buttonNamed(reply, 'Undo: take them off'))
    await here.turn('2026-11-21T12:02:00Z')
    expect(to('briefer@elsewhere.example').map((one) => one.calendar?.method)).toEqual(['REQUEST', 'CANCEL'])
  })

  test.each([
    ['secretariat', 'a guest by e-mail'],
    ['everyone', 'Hana Hidden'],
  ])('an address for %s names nobody whom the chair may not see by it', async (audience, who) => {
    await begin()
    await here.say(secretariat, '/directory add person "Hana Hidden" email:hana@x.example entity:IOM')
    await here.say(secretariat, `/directory edit person "Hana Hidden" email-for:${audience}`)
    const texts: string[] = []
    for (const line of ['', ' withdraw:yes']) {
      const reply = await here.say(focal('interpol'), `/meeting attendees M1 email:hana@x.example${line}`)
      expect(reply.outcome).toBe('done')
      expect(reply.text).toContain(who)
      texts.push(reply.text)
    }
    texts.push((await here.say(focal('interpol'), '/meeting history M1')).text)
    if (audience !== 'everyone') expect(texts.join('\n')).not.toMatch(/Hana|IOM/)
  })

  test('who was invited by an address and has come into the directory since is taken off by the same press', async () => {
    await begin()
    const reply = await here.say(
      focal('interpol'),
      '/meeting attendees M1 email:"Briefer <briefer@elsewhere.example>"',
    )
    await here.turn('2026-11-21T12:01:00Z')
    await here.say(
      secretariat,
      '/directory add person "New Briefer" email:briefer@elsewhere.example entity:IOM',
    )
    await here.say(secretariat, '/directory edit person "New Briefer" email-for:everyone')
    const off = await press(here, focal('interpol'), buttonNamed(reply, 'Undo: take them off'))
    await here.turn('2026-11-21T12:02:00Z')

    expect(off.text).toContain('No longer guests of M1')
    expect(to('briefer@elsewhere.example').map((one) => one.calendar?.method)).toEqual(['REQUEST', 'CANCEL'])
  })

  test.each([
    ['email:nobody', 'not an e-mail address'],
    ['invite:INTERPOL', 'invited already'],
    ['withdraw:yes', 'Say whom to take off'],
    ['withdraw:yes email:a@elsewhere.example', 'None of them is a guest'],
  ])('%s is refused', async (typed, why) => {
    await begin()
    const reply = await here.say(secretariat, `/meeting attendees M1 ${typed}`)
    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain(why)
  })

  test('are invited by those who lead the group alone, and need mail where they are outside', async () => {
    here = await world()
    await here.say(secretariat, '/meeting schedule Plenary wg:ETCIP start:2026-12-10T14:00Z')
    const refused = await here.say(focal('wco'), '/meeting attendees M1 invite:IOM')
    expect(refused.outcome).toBe('refused')
    const unmailed = await here.say(secretariat, '/meeting attendees M1 email:a@elsewhere.example')
    expect(unmailed.text).toContain('No outgoing mail is set up here')
  })

  test('are told after a look at how many they are, as are those who are asked once more', async () => {
    here = await world({ askAbove: 1 })
    await here.say(secretariat, '/meeting schedule Plenary wg:ETCIP start:2026-12-10T14:00Z confirm:yes')
    const before = here.delivered.length
    const asked = await here.say(secretariat, '/meeting attendees M1 invite:IOM,UNICRI')
    expect(asked.text).toContain(
      'Invite 2 people to Plenary (M1), Thu 10 Dec 2026, 09:00 (America/New_York), as guests',
    )
    const nudge = await here.say(secretariat, '/meeting attendees M1 nudge:yes')
    expect(nudge.text).toMatch(/Ask \d+ people once more whether they will come to Plenary/)
    expect(here.delivered.length).toBe(before)

    const invited = await press(here, secretariat, buttonNamed(asked, 'Invite them'))
    expect(invited.text).toContain('2 people are told')
    expect((await press(here, secretariat, buttonNamed(nudge, 'Ask them'))).text).toContain('asked once more')
  })
})
