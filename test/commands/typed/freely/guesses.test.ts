import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monday } from '../../../support/lines/inFreshWorld.ts'
import { buttonsOf } from '../../../support/messages/shownMessage.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const unodc = focal('unodc')

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
  await here.say(secretariat, '/meeting schedule Plenary wg:ETCIP start:"17 Dec 14:30" confirm:yes')
})
afterAll(() => here.end())

const offered = async (line: string) => {
  const { text, answer } = await here.say(unodc, line)
  return { text, labels: buttonsOf(answer.message).map(({ label }) => label) }
}

describe('a yes to what was guessed', () => {
  test('answers no invitation that waits: what is a form is asked about again', async () => {
    expect((await offered('delete the meeting')).text).toContain('Is it this?')
    const yes = await offered('yes')
    expect(yes.text).toContain('Is it this? Nothing was done.')
    expect(yes.labels).toEqual(['/meeting cancel'])
    expect((await here.say(unodc, '/meeting show M1')).text).not.toMatch(/you said yes/i)
  })

  test('opens the only look that was offered', async () => {
    await here.say(unodc, 'UNODC trained judges in Hanoi')
    expect((await offered('is my profile right')).labels[0]).toBe('/profile show')
    expect((await offered('yes')).text).toContain('UNODC')
  })
})

describe('what somebody is or does', () => {
  test.each(['she is travelling next week', 'Amina is travelling next week'])(
    'offers no absence of one’s own where it is somebody else: %s',
    async (line) => {
      expect((await offered(line)).labels).toEqual(['Yes: /update post'])
    },
  )

  test.each([
    ['French is my language', '/profile language'],
    ['tomorrow is a day off for me', '/profile away tomorrow'],
  ])('offers to set what is one’s own: %s', async (line, label) => {
    expect((await offered(line)).labels[0]).toBe(label)
  })
})

describe('what begins with a word of a command', () => {
  test.each([
    ['Call for experts: border management', '/directory find border management'],
    ['New toolkit on border management', '/library add wg:BMLE'],
    ['Check the new directory of experts', undefined],
    ['Plan of action adopted', undefined],
  ])('is offered as an update as well, and its first word as nobody’s name: %s', async (line, first) => {
    const { labels } = await offered(line)
    expect(labels.some((label) => /update post|Post it as an update/.test(label))).toBe(true)
    expect(labels.join()).not.toMatch(/"(?:Call|New|Check|Plan)"/)
    if (first !== undefined) expect(labels[0]).toBe(first)
  })

  test.each([
    'On mission to Mali from 3 to 7 December, UNODC trains 40 judges on evidence.',
    'On 3 December, UNODC and INTERPOL train judges in Mali',
    'Reminder sent to all States on the deadline for the survey',
    'Directory sent to all States on the deadline for the survey',
    'Help desk opened in Nairobi for States of East Africa',
    'Help to Mozambique on border security',
    'Report on foreign fighters published by UNODC in Vienna',
    'List of sanctions updated on 3 November in New York',
    'Release of the handbook on evidence celebrated in Lyon',
    'Seeing clearly: screening film shown to 40 officers in Accra',
    'Agenda of the Lyon conference adopted by 40 States',
    'New members of ETCIP trained in Accra by UNODC',
  ])('and tells what was done is nothing but an update: %s', async (line) => {
    expect(await offered(line)).toMatchObject({
      text: expect.stringContaining('Shall I post it as an update?'),
      labels: ['Yes: /update post'],
    })
  })

  test.each([
    ['Meeting with the Ministry of Interior of Ghana on border security', '/meeting schedule'],
    ['Update posted by UNODC last week', '/update list period:"last week" words:UNODC'],
    ['Update of the handbook published', 'Yes: /update post'],
    ['Profile of foreign fighters study launched', 'Yes: /update post'],
    ['Update with the Ministry of Interior of Ghana on border security', 'Yes: /update post'],
  ])('and may be told as well as asked is offered as both: %s', async (line, first) => {
    const { labels } = await offered(line)
    expect(labels[0]).toBe(first)
    expect(labels.at(-1)).toMatch(/update post|Post it as an update/)
  })

  test.each([
    ['help with my update', /^\/update: Post what/],
    ['Help with posting an update', /^\/update post: /],
    ['reminder on Friday at 9 to call Geneva', /Remind me: call Geneva/],
    ['on mission to Mali from 3 to 7 December', /“to Mali from 3 to 7 December” as a period[\s\S]*\[from 3 to 7 December\]/],
    ['who sent the report', /^There are no updates yet/],
    ['Show the updates posted last week', /update list|No update|U\d/],
  ])('and asks for something does not become an update: %s', async (line, wanted) => {
    const { text } = await offered(line)
    expect(text).toMatch(wanted)
    expect(text).not.toContain('Shall I post it')
  }) // biome-ignore format: a table

  test('is offered as no command that only others may use', async () => {
    expect((await offered('Check the new directory of experts')).text).not.toContain('Did you mean')
  })
})

test('a question that offers a reminder has its button, so nothing that is over is offered as one', async () => {
  for (const line of [
    'we trained 20 customs officers in Goma last week',
    'We trained 20 customs officers in Goma on 5 November at 10:00',
  ]) {
    const { text, labels } = await offered(line)
    expect(text).toContain('Shall I post it as an update?')
    expect(labels).toEqual(['Yes: /update post'])
  }
  expect((await offered('tomorrow at 9 call Bob about drones')).labels[0]).toMatch(/^Remind me: /)
})

describe('what is guessed comes before what begins with the same word', () => {
  test.each([
    ['remove UNODC focal point from the directory', '/directory retire person UNODC focal point'],
    ['add a new person', '/directory add person'],
    ['send a reminder to everyone who has not posted', '/newsletter nudge'],
    ['change the chair of ETCIP to OHCHR', '/wg appoint ETCIP role:chair entity:OHCHR'],
  ])('%s', async (line, wanted) => {
    const { answer } = await here.say(secretariat, line)
    const labels = buttonsOf(answer.message).map(({ label }) => label)
    expect(labels[0]).toBe(wanted)
    expect(new Set(labels).size).toBe(labels.length)
  })

  test('and opens a form where what is named has its place in a text', async () => {
    const { labels } = await offered('i want to talk about drones at the next meeting')
    expect(labels[0]).toMatch(/^\/meeting agenda add/)
    expect((await offered('what did UNODC post')).labels.join()).not.toContain('vacancies')
  })
})

describe('a few words of which nothing is the name', () => {
  test.each([
    ['the members', '/wg show'],
    ['my annual leave', '/profile away'],
    ['plenary meeting room', '/meeting show plenary'],
  ])('are offered as what they ask for: %s', async (line, wanted) => {
    const { text, labels } = await offered(line)
    expect(text).toMatch(/Is it (?:this|one of these)\?/)
    expect(labels).toContain(wanted)
  })

  test.each([
    ['blue elephants', /nothing of that name/],
    ['UNODC', /^UNODC: /],
  ])('are said to be no name, or are one: %s', async (line, wanted) => {
    expect((await offered(line)).text).toMatch(wanted)
  })
})

describe('a question', () => {
  test.each([
    ['list meetings of ETCIP next month', /^1 meeting of ETCIP/],
    ['any updates', /update/],
    ['who is replacing Anna', /no person called “Anna”/],
    ['when will the newsletter be out', /No issue has been opened yet/],
    ['who have we got for drones', /for “drones”/],
    ['why have we got that', /^I know no command/],
  ])('is answered by what it asks for: %s', async (line, wanted) => {
    expect((await offered(line)).text).toMatch(wanted)
  })
})

test('what is for the chairs of a group is offered to them alone, and nobody else is left without a word', async () => {
  const line = 'the call on M1 should be scrapped'
  const asChair = await here.say(focal('interpol'), line)
  expect(buttonsOf(asChair.answer.message).map(({ label }) => label)).toContain('/meeting cancel M1')
  const other = await here.say(focal('cted'), line)
  expect(other.text).toContain('You may mean /meeting cancel M1; nothing was done. Only the chairs of')
  expect(buttonsOf(other.answer.message).map(({ label }) => label)).not.toContain('/meeting cancel M1')
})
