import { describe, expect, test } from 'vitest'

import { inFreshWorld, monday } from '../../support/lines/inFreshWorld.ts'
import { type Reply, secretariat, type World } from '../../support/world.ts'

const issue = '/newsletter open 2026-11..2026-12 closes:2027-01-08'

/** The answers to lines said in order; the last line of each after the first ones is the same person's. */
async function answers(here: World, who: string, lines: readonly string[]): Promise<readonly Reply[]> {
  const replies: Reply[] = []
  for (const line of lines) replies.push(await here.say(who, line))
  return replies
}

/** What people type, each with what it must come to; the zone of the secretariat is America/New_York. */
describe('what people type: moments', () => {
  const typed: readonly (readonly [
    kind: string,
    now: string,
    cases: readonly (readonly [string, RegExp])[],
  ])[] = [
    [
      'tonight',
      monday,
      [
        ['tonight at 9:30', /Mon 23 Nov 2026, 21:30/],
        ['tonight at 8', /Mon 23 Nov 2026, 20:00/],
        ["8 o'clock tonight", /Mon 23 Nov 2026, 20:00/],
        ['tonight, 7.30', /Mon 23 Nov 2026, 19:30/],
      ],
    ],
    [
      'a span is not an hour of the night',
      monday,
      [
        ['in 1h30m', /Mon 23 Nov 2026, 05:30/],
        ['1h30', /Mon 23 Nov 2026, 05:30|Which/],
        ['2h', /Mon 23 Nov 2026, 06:00|Which/],
        ['3hrs', /Mon 23 Nov 2026, 07:00|Which/],
        ['90m', /Mon 23 Nov 2026, 05:30|Which/],
      ],
    ],
    [
      'the end of a month',
      '2027-01-31T15:00:00Z',
      [
        ['in a month at 10:00', /28 Feb 2027, 10:00/],
        ['next month 10:00', /28 Feb 2027, 10:00|one day is needed/],
        ['in 3 months at 10:00', /30 Apr 2027, 10:00/],
      ],
    ],
    [
      'numbers in words',
      monday,
      [
        ['in two hours', /23 Nov 2026, 06:00/],
        ['in ten minutes', /23 Nov 2026, 04:10/],
        ['two hours from now', /23 Nov 2026, 06:00/],
        ['in two weeks at 10:00', /Mon 7 Dec 2026, 10:00/],
        ['12-Dec-2026 14:30', /12 Dec 2026, 14:30/],
      ],
    ],
  ]

  test.each(typed)('%s', async (_, now, cases) => {
    await inFreshWorld(now, async (here) => {
      for (const [at, wanted] of cases) {
        const reply = await here.say(secretariat, `/reminder add "call them" at:"${at}"`)
        expect(reply.text, at).toMatch(wanted)
      }
    })
  })

  test('a day with its month between hyphens', async () => {
    await inFreshWorld(monday, async (here) => {
      expect((await here.say(secretariat, '/wg show ETCIP on:15-Aug-2022')).text).toContain('on 15 Aug 2022')
    })
  })
})

describe('what people type: texts', () => {
  test('an address keeps its own bracket, and none is left behind', async () => {
    await inFreshWorld(monday, async (here) => {
      await here.say(secretariat, issue)
      const [one, two] = await answers(here, secretariat, [
        '/update post "UNODC launched a study, see https://en.wikipedia.org/wiki/Terminator_(franchise) (3 Nov)"',
        '/update post "UNODC launched a study https://un.org/search?q=a&b=(c)" confirm:yes',
      ])
      const links = [one, two].map(
        (reply) =>
          reply?.answer.message.blocks
            .flatMap((block) => (block.kind === 'fields' ? block.fields : []))
            .filter(({ label }) => label === 'Link')
            .flatMap(({ value }) => value.map((part) => (part.kind === 'link' ? part.url : ''))) ?? [],
      )
      expect(links).toEqual([
        ['https://en.wikipedia.org/wiki/Terminator_(franchise)'],
        ['https://un.org/search?q=a&b=(c)'],
      ])
      expect(one?.text).not.toMatch(/see ?\)/)
    })
  })

  test('quotes of two kinds close each other', async () => {
    await inFreshWorld(monday, async (here) => {
      for (const line of [
        '/update post "UNODC launched a study for teachers (3 Nov)” section:"regional"',
        '/update post “UNODC launched a guide for officials (3 Nov)" section:regional',
      ]) {
        const reply = await here.say(secretariat, line)
        expect(reply.text).toContain('Section: Regional focus')
        expect(reply.text).not.toMatch(/Posted .*[”"]|Posted .*section/)
      }
    })
  })

  test.each([
    "/directory find 't Hooft",
    '/directory find ‘Abd al-Rahman',
    "/directory find 's-Gravenhage",
    "/update post 'Tis the season for reports, says UNODC (3 Nov)",
  ])('%s: an apostrophe opens nothing', async (line) => {
    await inFreshWorld(monday, async (here) => {
      expect((await here.say(secretariat, line)).text).not.toContain('never closed')
    })
  })

  test('characters that show nothing are as if they were not there', async () => {
    await inFreshWorld(monday, async (here) => {
      for (const line of [
        '/directory entity CTED\u200b',
        '/directory entity CT\u00adED',
        '/directory\u200b find CTED',
        '\u200b/directory find CTED',
        '/directory find C\u200bTED',
        '/directory find CTED\u200e',
      ]) {
        const reply = await here.say(secretariat, line)
        expect(reply.outcome, JSON.stringify(line)).toBe('done')
        expect(reply.text, JSON.stringify(line)).toContain('CTED')
      }
      const posted = await here.say(secretariat, '/update post "U\u200bNODC trained judges (3 Nov)"')
      expect(posted.text).toContain('Entities: UNODC')
    })
  })

  test.each([
    ['Interpol trained 30 officers in Accra, Ghana (3 Nov)', 'Entities: INTERPOL'],
    ['Unesco and Unicri launched a guide for teachers (3 Nov)', 'Entities: UNESCO, UNICRI'],
    ['INTERPOL trained 30 officers in Accra, Ghana (3 Nov)', 'Entities: INTERPOL'],
    ['UNODC trained judges in Yangon, Myanmar (3 Nov)', 'Place: Yangon, Myanmar'],
    ['UNODC trained judges in Hanoi, Viet Nam (3 Nov)', 'Place: Hanoi, Viet Nam'],
    [
      'UNODC trained judges in Sarajevo, Bosnia and Herzegovina (3 Nov)',
      'Place: Sarajevo, Bosnia and Herzegovina',
    ],
    ["UNODC trained judges in Abidjan, Côte d'Ivoire (3 Nov)", "Place: Abidjan, Côte d'Ivoire"],
    ['UNODC trained judges in Accra, Ghana (3 Nov)', 'Place: Accra, Ghana'],
    ['UNODC signed an MoU with Myanmar (3 Nov)', 'Section: Engagement with Member States'],
    ['UNODC signed an MoU with Ghana (3 Nov)', 'Section: Engagement with Member States'],
  ])('%s: %s', async (text, wanted) => {
    await inFreshWorld(monday, async (here) => {
      await here.say(secretariat, issue)
      expect((await here.say(secretariat, `/update post "${text}"`)).text).toContain(wanted)
    })
  })

  test('no half of a character stands in an answer', async () => {
    await inFreshWorld(monday, async (here) => {
      const long = `UNODC ${'aaaaaaaaaa '.repeat(12)}😀 and more text that goes on (3 Nov)`
      const replies = await answers(here, secretariat, [
        `/update post "${long}"`,
        '/update mine',
        `/directory entity ${'a'.repeat(38)}😀bbb`,
      ])
      for (const { text } of replies) expect(text.isWellFormed()).toBe(true)
    })
  })
})
