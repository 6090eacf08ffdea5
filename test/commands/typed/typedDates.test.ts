import { describe, expect, test } from 'vitest'

import { inFreshWorld, monday } from '../../support/lines/inFreshWorld.ts'
import { secretariat } from '../../support/world.ts'

const issue = '/newsletter open 2026-11..2026-12 closes:2027-01-08'

describe('what people type: dates of an update', () => {
  const span = /Date: 3 Nov 2026 to 5 Nov 2026/
  const list = /Date: 4 Nov 2026 to 6 Nov 2026/
  const one = /Date: 3 Nov 2026\n/
  test.each<[string, string, RegExp]>([
    ['a hyphen of Word', 'UNODC trained judges in Dakar, Senegal (3‐5 Nov)', span],
    ['a hyphen bullet', 'UNODC trained judges in Dakar, Senegal (3⁃5 Nov)', span],
    ['a dash of figures', 'UNODC trained judges in Dakar, Senegal (3‒5 Nov)', span],
    ['a minus', 'UNODC trained judges in Dakar, Senegal (3−5 Nov)', span],
    ['a dash', 'UNODC trained judges in Dakar, Senegal (3–5 Nov)', span],
    ['days with and', 'UNODC trained judges in Dakar on 4, 5 and 6 November 2026', list],
    ['days with commas', 'UNODC trained judges in Dakar on 4, 5, 6 November', list],
    ['days in brackets', 'UNODC trained judges in Dakar (4, 5 and 6 November 2026)', list],
    ['hyphens', 'UNODC trained judges in Dakar (16-Nov-2026)', /Date: 16 Nov 2026\n/],
    ['capitals', 'UNODC trained judges in Dakar, 3 NOVEMBER 2026', one],
    ['small letters', 'UNODC trained judges in Dakar, 3 nov', one],
    ['within the sentence', 'UNODC trained judges in Dakar on 3 november', one],
    ['in brackets, in capitals', 'UNODC trained judges in Dakar (3 NOV)', one],
  ])('%s', async (_, text, wanted) => {
    await inFreshWorld(monday, async (here) => {
      await here.say(secretariat, issue)
      const reply = await here.say(secretariat, `/update post "${text}"`)
      expect(`${reply.text}\n`).toMatch(wanted)
      expect(reply.text).not.toMatch(/Posted U1 .* on 4\n/)
    })
  })

  test('the option takes what Excel writes', async () => {
    await inFreshWorld(monday, async (here) => {
      await here.say(secretariat, issue)
      const reply = await here.say(
        secretariat,
        '/update post "UNODC trained judges in Dakar" date:16-Nov-2026',
      )
      expect(reply.text).toContain('Date: 16 Nov 2026')
    })
  })

  test('a date that is only mentioned dates nothing, and sends it to no other issue', async () => {
    await inFreshWorld(monday, async (here) => {
      await here.say(secretariat, '/newsletter open 2026-09..2026-10 closes:2026-12-31')
      await here.say(secretariat, issue)
      for (const [text, day] of [
        [
          'UNODC presented the resolution of 21 December 2017 to judges in Dakar, Senegal (10 Nov)',
          '10 Nov 2026',
        ],
        ['CTED marked five years since the attack of 1 March 2021, Christchurch (3 Nov)', '3 Nov 2026'],
      ]) {
        const reply = await here.say(secretariat, `/update post "${text}"`)
        expect(`${reply.text}\n`).toContain(`Date: ${day}\n`)
        expect(reply.text).toContain('for the November–December 2026 issue')
      }
      expect((await here.say(secretariat, '/update list period:2021-03')).text).toContain(
        'There are no such updates',
      )
    })
  })

  test('what is posted on the last evening of December belongs to December', async () => {
    await inFreshWorld('2027-01-01T01:00:00Z', async (here) => {
      await here.say(secretariat, '/update post "CTED issued guidelines on drones"')
      expect((await here.say(secretariat, '/update list period:2026-12')).text).toContain('U1')
      const opened = await here.say(secretariat, issue)
      expect(opened.text).toContain('1 update posted before it opened')
    })
  })
})
