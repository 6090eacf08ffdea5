import { describe, expect, test } from 'vitest'
import { inFreshWorld, monday } from '../support/lines/inFreshWorld.ts'
import { plainText } from '../support/plain.ts'
import { secretariat } from '../support/world.ts'

const interpol = 'focal.interpol@compact.example'
const unodc = 'focal.unodc@compact.example'
const who = 'focal.who@compact.example'
const issue = '/newsletter open 2026-11..2026-12 closes:2027-01-08'

describe('what people say beside commands', () => {
  test('is answered, and searches nothing', async () => {
    await inFreshWorld(monday, async (here) => {
      for (const line of ['thanks', 'Thank you!', 'bye'])
        expect((await here.say(secretariat, line)).text).toMatch(/^You are welcome/)
      for (const line of ['help me please', '/help me', 'can you help me?', 'where is the help'])
        expect((await here.say(secretariat, line)).text).toMatch(/^What I can do/)
      const undo = await here.say(secretariat, 'undo')
      expect(undo.text).toBe('You have not changed anything yet that could be taken back.')
    })
  })

  test('“help” fits a phone in a chat, where the features are buttons', async () => {
    await inFreshWorld(monday, async (here) => {
      const caller = { platform: 'teams', tenant: 't1', account: secretariat }
      const { answer, text } = await here.say(secretariat, '/help', { caller })
      const items = answer.message.blocks.flatMap((one) => (one.kind === 'list' ? one.items : []))
      expect(items.length).toBeGreaterThan(5)
      for (const item of items) expect(plainText(item).length).toBeLessThan(100)
      expect(text).not.toContain('schedule · ')
      expect((await here.say(secretariat, '/help')).text).toContain('schedule · ')
      const meeting = await here.say(secretariat, '/help meeting', { caller })
      expect(meeting.text).toContain('/meeting schedule: Schedule a meeting')
      expect(meeting.text).not.toContain('[timezone:]')
      expect(meeting.text).toMatch(/And also: .*minutes[\s\S]*\[minutes\]/)
    })
  })

  test('“remind me” is a reminder, whichever comes first', async () => {
    await inFreshWorld(monday, async (here) => {
      const wanted = /I will remind you Tue 24 Nov 2026, 10:00 \(America\/New_York\): call them/
      for (const line of [
        'remind me tomorrow at 10 to call them',
        'remind me to call them tomorrow at 10',
        '/remind me to call them tomorrow at 10:00',
        'Please remind me tomorrow 10am to call them',
      ])
        expect((await here.say(secretariat, line)).text).toMatch(wanted)
    })
  })

  test('an action that there is not says so, and is not a search', async () => {
    await inFreshWorld(monday, async (here) => {
      const unknown = await here.say(secretariat, '/directory frobnicate UNODC')
      expect(unknown.outcome).toBe('refused')
      expect(unknown.text).toContain('/directory has no action “frobnicate”')
      const hyphened = await here.say(secretariat, '/directory add-person "Jane Doe"')
      expect(hyphened.text).toContain('Did you mean /directory add person?')
      expect((await here.say(secretariat, '/directory find lauren daly')).text).toContain('Lauren Daly')
    })
  })

  test('without an issue the secretariat is offered to open one, and nobody else is', async () => {
    await inFreshWorld(monday, async (here) => {
      expect((await here.say(secretariat, '/newsletter draft')).text).toContain('Open an issue')
      expect((await here.say(unodc, '/newsletter status')).text).not.toContain('Open an issue')
    })
  })
})

describe('an invitation is answered as people answer', () => {
  test('with a word for the chair, which the chair alone reads', async () => {
    await inFreshWorld(monday, async (here) => {
      await here.say(interpol, '/meeting schedule ETCIP tomorrow 3pm confirm:yes')
      const reply = await here.say(who, '/meeting rsvp M1 no "on mission"')
      expect(reply.text).toMatch(/^You said no to M1 ETCIP meeting/)
      expect(reply.text).toContain('on mission')
      expect((await here.say(interpol, '/meeting attendees M1')).text).toContain('WHO: on mission')
      expect((await here.say(who, '/meeting show M1')).text).toContain('You: no (on mission)')
      expect((await here.say(unodc, '/meeting show M1')).text).not.toContain('on mission')
      const changed = await here.say(who, 'yes M1')
      expect(changed.text).toMatch(/^You said yes/)
      expect((await here.say(interpol, '/meeting attendees M1')).text).not.toContain('on mission')
    })
  })

  test.each([
    ['/meeting rsvp M1 yes, but late', /^You said yes .*but late/s],
    ['/meeting rsvp no, on mission', /^You said no .*on mission/s],
    ['no, that is wrong', /That is not a command; nothing was done/],
    ['oui', /^You said yes/],
    ['/meeting rsvp M1 I will be late', /still needs: answer/],
  ])('%s', async (line, wanted) => {
    await inFreshWorld(monday, async (here) => {
      await here.say(interpol, '/meeting schedule ETCIP tomorrow 3pm confirm:yes')
      expect((await here.say(who, line)).text).toMatch(wanted)
    })
  })

  test('a meeting is held with a number of people, and the record is taken back to the letter', async () => {
    await inFreshWorld(monday, async (here) => {
      await here.say(interpol, '/meeting schedule ETCIP tomorrow 3pm confirm:yes')
      await here.turn('2026-11-25T09:00:00Z')
      const before = await here.say(interpol, '/meeting show M1')
      const held = await here.say(interpol, '/meeting hold M1 summary:"discussed drones" attended:25')
      expect(held.text).toContain('Participants: 25')
      expect((await here.say(interpol, '/meeting show M1')).text).toContain('Participants: 25')
      expect((await here.say(interpol, '/meeting minutes M1')).text).toContain('25')
      await here.say(interpol, '/meeting restore M1')
      expect((await here.say(interpol, '/meeting show M1')).text).toBe(before.text)
    })
  })

  test('the group stands in the title, once, and is asked for where it does not', async () => {
    await inFreshWorld(monday, async (here) => {
      const named = await here.say(
        secretariat,
        '/meeting schedule "ETCIP and drones" start:"15 Dec 10:00" kind:focus',
      )
      expect(named.text).toMatch(/^Scheduled M1: ETCIP and drones \(ETCIP\)/)
      for (const title of ['ETCIP and BMLE', 'Budget'])
        expect(
          (await here.say(secretariat, `/meeting schedule "${title}" start:"15 Dec 10:00"`)).text,
        ).toContain('still needs: wg')
    })
  })
})

describe('an update says what it did not take', () => {
  test.each([
    ['UNODC met ministers in Accra (31 Nov)', /There is no 31 November/],
    [
      'UNODC opened a lab in Vienna (3 Nov) photo:pic.jpg',
      /Not printed, since it is a photo credit: photo:pic\.jpg/,
    ],
    [
      'UNODC trained judges of high courts in Nairobi last week',
      /“last week” is not a date .*It was 16-22 Nov/s,
    ],
    [
      "L'ONUDC a formé des juges à Tunis pour la paix (du 3 au 5 novembre 2026)",
      /does not look like English/,
    ],
    ['درب مكتب الأمم المتحدة قضاة في القاهرة (3-5 نوفمبر)', /does not look like English/],
  ])('%s', async (text, wanted) => {
    await inFreshWorld(monday, async (here) => {
      await here.say(secretariat, issue)
      expect((await here.say(unodc, `/update post ${text}`)).text).toMatch(wanted)
    })
  })

  test('plain items are not doubted', async () => {
    await inFreshWorld(monday, async (here) => {
      await here.say(secretariat, issue)
      for (const text of [
        'UNODC trained 25 officers in Vienna (18 Nov)',
        'UNESCO and La Francophonie met in Dakar, Sénégal (4 Nov)',
        'Save the date: UNODC meeting on terrorism financing, Vienna (5 Dec)',
      ])
        expect((await here.say(unodc, `/update post ${text} confirm:yes`)).text).not.toMatch(
          /English|no option|No date was read/,
        )
    })
  })

  test('another section is always one press away', async () => {
    await inFreshWorld(monday, async (here) => {
      await here.say(secretariat, issue)
      expect(
        (await here.say(unodc, '/update post UNODC trained 25 officers in Vienna (18 Nov)')).text,
      ).toContain('Other section')
      const asked = await here.say(unodc, '/update edit U1 section:?')
      expect(asked.text).toContain('Reports and publications')
      // It stands there already.
      expect(asked.text).not.toContain('Regional focus')
    })
  })

  test('a partner outside the directory is left out by one press, and the others stay', async () => {
    await inFreshWorld(monday, async (here) => {
      await here.say(secretariat, issue)
      const refused = await here.say(
        unodc,
        '/update post "A seminar took place (3 Nov)" entities:"UNDP, African Union, WHO"',
      )
      expect(refused.text).toContain('Without “African Union”')
      expect(
        refused.answer.message.blocks
          .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
          .at(-1),
      ).toMatchObject({ command: 'update post', values: { entities: 'UNDP, WHO' } })
    })
  })

  test('help names the sections that may be typed', async () => {
    await inFreshWorld(monday, async (here) => {
      expect((await here.say(unodc, '/help update post')).text).toMatch(/high-level-events, .*civil-society/)
    })
  })
})
