import { expect, test } from 'vitest'
import { inFreshWorld, monday } from '../../support/lines/inFreshWorld.ts'
import { buttonLike, buttonNamed, buttonsOf, press } from '../../support/lines/pressed.ts'
import { secretariat } from '../../support/world.ts'

test('who belongs to a group and who leads it is ordered in plain English, and asked where it is asked of a command', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    expect(await answerTo('add UN Women to ETCIP')).toContain('UN Women is a member of ETCIP')
    expect(await answerTo('remove UN Women from ETCIP')).toContain('End the seat of UN Women in ETCIP?')
    expect(await answerTo('WHO leaves ETCIP')).toContain('End the seat of WHO in ETCIP?')
    expect(await answerTo('make CTED chair of ETCIP from 1 January')).toContain(
      'CTED is chair of ETCIP from 1 Jan 2027',
    )
    expect(await answerTo('add Jane Doe to ETCIP')).toContain('I know no entity called “Jane Doe”')
  })
})

test('what an order says it is about decides which command is offered, with the words after it', async () => {
  await inFreshWorld(monday, async (here) => {
    // Nothing was seen that it could be: its form asks.
    expect(buttonNamed(await here.say(secretariat, 'withdraw it'), '/update withdraw').ask).toBe(true)
    const asked = await here.say(secretariat, 'add my new reminder to call Anna tomorrow at 9am')
    expect(asked.text).toContain('Did you mean /reminder add?')
    const set = await press(here, secretariat, buttonNamed(asked, '/reminder add call Anna tomorrow at 9am'))
    expect(set.text).toContain(': call Anna')
  })
})

test('what begins as an order or a saying does and is a whole sentence can be posted', async () => {
  await inFreshWorld(monday, async (here) => {
    const lines = [
      'Print media workshop held by UNESCO in Tunis on 3 November',
      'Minutes of silence were held at the memorial in Madrid on 11 March',
      'I trained 30 judges in Vienna on 3 November with INTERPOL',
      'Chair of ETCIP Lauren Daly visited Accra to discuss maritime security (3 Nov)',
    ]
    for (const line of lines) {
      const answer = await here.say(secretariat, line)
      expect(buttonLike(answer, /^(?:Yes: \/update post|Post it as an update)$/)).toBeDefined()
    }
  })
})

test('an option that there is not is not said to stand in a text from which it is left out as a photo credit', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2026-12-31')
    const reply = await here.say(
      secretariat,
      '/update post UNODC held a forum in Vienna (3 Nov) photo:pic.jpg',
    )
    expect(reply.text).toContain('Not printed, since it is a photo credit: photo:pic.jpg')
    expect(reply.text).not.toContain('as it was typed')
  })
})

test('who leads the compact is answered with the groups and those who chair them', async () => {
  await inFreshWorld(monday, async (here) => {
    expect((await here.say(secretariat, 'Who leads the compact?')).text).toContain('ETCIP')
    expect((await here.say(secretariat, 'who leads ETCIP?')).text).toContain('Lauren Daly')
  })
})

test('a group of actions without one offers those that take all the words after it', async () => {
  await inFreshWorld(monday, async (here) => {
    const edited = await here.say(secretariat, '/directory edit UNODC name:"Office of Tests"')
    expect(edited.text).toContain('/directory edit has no action “UNODC”')
    const done = await press(
      here,
      secretariat,
      buttonNamed(edited, '/directory edit entity UNODC name:"Office of Tests"'),
    )
    expect(done.text).toContain('Office of Tests')

    // Only what can be done with the address is offered.
    for (const actions of [['add'], ['add', 'remove']]) {
      const subscribed = await here.say(secretariat, '/newsletter subscribers reader@elsewhere.example')
      const [offered, ...others] = buttonsOf(subscribed)
      expect([offered, ...others].map((one) => one?.label)).toEqual(
        actions.map((action) => `/newsletter subscribers ${action} reader@elsewhere.example`),
      )
      if (offered) await press(here, secretariat, offered)
    }
  })
})

test('a bare noun in the plural lists what it names, and the name behind a slash explains its commands', async () => {
  await inFreshWorld(monday, async (here) => {
    for (const [line, answer] of [
      ['meetings', /^No meetings from 2\d Nov 2026/],
      ['Updates', /^There are no updates yet/],
      ['groups', /^8 working groups on/],
      ['recommendations', /^There are no such recommendations/],
      ['Projects', /^There are no such projects/],
      ['reminders', /reminders? ahead|^No reminders/],
      ['my tasks', /^No open actions of yours/],
      ['polls', /None that you may see is open/],
      ['/meetings', /^\/meeting: Schedule/],
    ] as const)
      expect((await here.say(secretariat, line)).text, line).toMatch(answer)
  })
})
