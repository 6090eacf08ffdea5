import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { version } from '../../../commands/help/topics.ts'
import manifest from '../../../package.json' with { type: 'json' }
import { monday } from '../../support/lines/inFreshWorld.ts'
import { press } from '../../support/lines/pressed.ts'
import { buttonsOf } from '../../support/messages/shownMessage.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const unodc = focal('unodc')

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(secretariat, '/meeting schedule Plenary wg:ETCIP start:"17 Dec 14:30"')
  await here.say(unodc, '/update post "UNODC trained 25 officers in Vienna (18 Nov)"')
})
afterAll(() => here.end())

describe('what is asked for in words of one’s own is done', () => {
  test.each([
    ["what's on in December?", /^1 meeting from 1 Dec 2026 to 31 Dec 2026/],
    ['when can ETCIP meet?', /^The best times for ETCIP/],
    ['push M1 back a week', /^Moved: Plenary, from Thu 17 Dec 2026, 14:30 .* to Thu 24 Dec 2026, 14:30/],
    ['postpone M1 by two hours', /^Moved: Plenary, .* to Thu 24 Dec 2026, 16:30/],
    ['postpone M1 to 18 Dec 10:00', /^Moved: Plenary, .* to Fri 18 Dec 2026, 10:00/],
    ['who do I ask about human rights?', /for “human rights”/],
    ['how do I post an update', /^(?:This|One of these) does it.*\/update post/s],
    ['show my last update', /^U1, proposed/],
    ['export newsletter as word', /newsletter-1-2026-11-2026-12\.docx/],
    ['what version is this?', /^This is Rapporteur \d/],
    ['/meeting show M١', /^M1 Plenary/],
    ['who has not answered M1?', /M1/],
    ['any meetings tomorrow?', /^No meetings on 24 Nov 2026/],
    ['which groups is WHO in?', /^WHO: World Health Organization/],
    ['is WHO in any working group?', /^WHO: World Health Organization/],
    ['who are the chairs', /^8 working groups/],
    ['give me the list of working groups', /^8 working groups/],
    ['accept M1', /^You said yes to M1/],
    ['decline the invitation to M1', /^You said no to M1/],
    ['when was the last meeting of BMLE', /No meeting of BMLE was held/],
    ['meetings of ETCIP', /^1 meeting of ETCIP/],
    ['is my update accepted?', /^You have posted no updates yet/],
    ["who's missing?", /No\. 1/],
    ['back from leave', /^You have no absence ahead/],
    ['спасибо', /^You are welcome/],
    ['شكرا!', /^You are welcome/],
    ['谢谢', /^You are welcome/],
    ['🙏', /^You are welcome/],
    ['مرحبا', /^What I can do/],
    ['unsubscribe', /^How you are reminded/],
    ['stop all notifications', /^How you are reminded/],
    ['no messages after 8pm please', /^Set\.[\s\S]*Quiet hours: 20:00-07:00/],
    ['list all entities', /entities/],
    ['list members of ETCIP', /^ETCIP, Working Group/],
    ['my time zone is Nairobi', /^Your time zone is Africa\/Nairobi now/],
    ['set my zone to Vienna', /^Your time zone is Europe\/Vienna now/],
    ['turn off reminders', /remind/i],
    [
      '/profile timezone',
      /still needs: zone[\s\S]*\n\[Europe\/Vienna, now 10:00\] \[Europe\/Zurich, now 10:00\][\s\S]*\[America\/Bogota, now /,
    ],
    ['remind me', /^\/reminder add still needs: text/],
    ['who has the floor?', /^\/meeting queue still needs: meeting/],
    ['accept all', /^Accept/],
    ['/meeting list "next two weeks"', /^No meetings from 23 Nov 2026 to 7 Dec 2026/],
    ['/meeting list ETCIP next 4 weeks', /^1 meeting of ETCIP from 23 Nov 2026 to 21 Dec 2026/],
    ['/newsletter extend 1 closes:"9 Jan 2027"', /^No\. 1, .* takes updates until Sat 9 Jan 2027/],
    ['/meeting show next BMLE', /No meeting of BMLE is ahead/],
    ['/meeting show last BMLE', /No meeting of BMLE was held/],
  ])('%s', async (line, wanted) => {
    expect((await here.say(secretariat, line)).text).toMatch(wanted)
  })

  test('an absence is taken back by none, where it is the only one', async () => {
    expect((await here.say(unodc, '/profile away none')).text).toContain('no absence ahead')
    await here.say(unodc, '/profile away "20 Dec..22 Dec"')
    expect((await here.say(unodc, '/profile away none')).text).toContain('You are not away')
    await here.say(unodc, '/profile away "20 Dec..22 Dec"')
    await here.say(unodc, '/profile away "28 Dec..29 Dec"')
    expect((await here.say(unodc, '/profile away none')).text).toMatch(/^You are away:/)
  })
})

test('the version that is told is that of the package', () => {
  expect(version).toBe(manifest.version)
})

describe('what asks or orders something is not offered as an update', () => {
  test.each([
    ['how do I change my working hours?', /^(?:This|One of these) does it.*\/profile hours/s],
    ['why was my update returned to me', /Is it (?:this|one of these)\?.*\/update (?:show|mine)/s],
    [
      'please book a room for ETCIP',
      /You may mean \/meeting schedule wg:ETCIP; nothing was done\. Only the chairs/,
    ],
    ['whats happening this month', /Is it (?:this|one of these)\?.*\/meeting list in:"this month"/s],
    ["what's INTERPOL's address", /Is it (?:this|one of these)\?.*\/directory card INTERPOL/s],
    ['is it raining in Vienna?', /I know no command for “is it raining in Vienna\?”/],
  ])('%s', async (line, wanted) => {
    const reply = await here.say(unodc, line)
    expect(reply.text).toMatch(wanted)
    expect(buttonsOf(reply.answer.message).map(({ command }) => command)).not.toContain('update post')
  })

  test('nor are words that nothing bears as a name, before what they may ask for', async () => {
    const reply = await here.say(unodc, 'show all meetings in december')
    expect(buttonsOf(reply.answer.message).map(({ command }) => command)).toEqual([
      'meeting list',
      'update post',
    ])
  })

  test('what tells something still is', async () => {
    const reply = await here.say(unodc, 'UNODC trained 20 judges in Hanoi last week')
    expect(reply.text).toContain('Shall I post it as an update?')
    const own = await here.say(unodc, 'We met on 12 Nov and discussed drones')
    expect(own.text).toContain('Shall I post it as an update?')
  })
})

test('a command that would be refused is not offered; the help on it is', async () => {
  const reply = await here.say(secretariat, '/cancel the garden party')
  for (const one of buttonsOf(reply.answer.message)) {
    const answer = await press(here, secretariat, one)
    expect(answer.outcome, one.label).not.toBe('refused')
  }
  expect(buttonsOf(reply.answer.message).map(({ command }) => command)).toEqual(['help', 'help'])
  const meant = await here.say(secretariat, '/cancel Plenary')
  expect(buttonsOf(meant.answer.message)[0]).toMatchObject({
    command: 'meeting cancel',
    values: { meeting: 'Plenary' },
  })
})

test('no word is a file: who asks to import the list is asked for it', async () => {
  const reply = await here.say(secretariat, 'import the new table')
  const [only] = buttonsOf(reply.answer.message)
  expect(only).toMatchObject({ command: 'directory import', values: {}, ask: true })
  expect((await here.say(secretariat, 'import members.csv')).outcome).toBe('refused')
})

describe('an entity that there is not', () => {
  test('is offered by the acronym of which it is a slip', async () => {
    const reply = await here.say(secretariat, '/directory entity OCHCR')
    expect(reply.text).toContain('Did you mean OHCHR')
    expect(buttonsOf(reply.answer.message)[0]?.label).toBe('OHCHR')
  })

  test('is said to be none where only its words are like those of another', async () => {
    const reply = await here.say(secretariat, '/directory entity African Union')
    expect(reply.text).toMatch(
      /no entity called “African Union”; .*The nearest name in the directory is UNOSAA \(/,
    )
  })

  test('is said to be none where it is another organization’s acronym', async () => {
    const reply = await here.say(secretariat, '/directory entity FAO')
    expect(reply.text).toMatch(/no entity called “FAO”; .*The nearest name in the directory is \w+/)
    expect(reply.text).not.toContain('Did you mean')
  })

  test('is said where it opens an update beside others, and only there', async () => {
    const post = async (text: string) => (await here.say(unodc, `/update post "${text}"`)).text
    expect(await post('XYZ and UNODC trained prosecutors in Lima (19 Nov)')).toContain(
      'XYZ is not in the directory and printed as typed; credited: UNODC.',
    )
    expect(await post('UNODC and OCHCR trained clerks in Quito (20 Nov)')).toContain(
      '“OCHCR” is not an entity of the directory; OHCHR is.',
    )
    expect(await post('UNODC USG Waly opened a centre in Accra (16 Nov)')).not.toContain(
      'not in the directory',
    )
  })
})

describe('“who” before what somebody did', () => {
  test.each([
    'WHO trained 20 nurses in Goma, DRC',
    'WHO launched the guide',
    'WHO has trained nurses in Goma',
  ])('“%s” tells of the World Health Organization, and is asked about as an update', async (line) => {
    const reply = await here.say(focal('who'), line)
    expect(reply.text).toContain('Shall I post it as an update?')
    expect(buttonsOf(reply.answer.message).map(({ command }) => command)).toEqual(['update post'])
  })

  test.each(['who came?', 'who has access to everything?', 'who covers for me'])(
    '“%s” asks, and is no name that the directory is searched for',
    async (line) => {
      const reply = await here.say(unodc, line)
      expect(reply.text).not.toContain('/directory has no action')
      expect(buttonsOf(reply.answer.message).map(({ command }) => command)).not.toContain('directory find')
    },
  )
})
