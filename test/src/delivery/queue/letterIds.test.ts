import { expect, test } from 'vitest'

import type { Letter } from '../../../../src/core/feature/notice.ts'
import { focal, secretariat, world } from '../../../support/world.ts'

/** The ids of all letters of a store that begins at a moment, each with whom it is to. */
async function idsOf(now: string, later: string): Promise<readonly string[]> {
  const letters: Letter[] = []
  const here = await world({
    now,
    publicUrl: 'https://bot.example',
    mailer: async (letter) => void letters.push(letter),
  })
  try {
    await here.say(focal('cted'), '/reminder settings via:email')
    await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"10 Dec 15:00"')
    await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')
    await here.say(focal('who'), '/update post "WHO trained 40 officers in Accra, Ghana (16-18 Nov)"')
    await here.say(secretariat, '/update accept U1')
    await here.say(secretariat, '/newsletter subscribers add reader@un.example')
    await here.say(secretariat, '/newsletter approve')
    await here.press(secretariat, 'newsletter publish', {}, true)
    await here.turn(later)
  } finally {
    await here.end()
  }
  return letters.map(({ to, id }) => `${to} ${id}`)
}

test('letters of a store that was begun anew or restored have other ids than those sent before, as mail programs drop what they had', async () => {
  const first = await idsOf('2026-12-01T09:00:00Z', '2026-12-01T09:01:00Z')
  const anew = await idsOf('2026-12-01T10:00:00Z', '2026-12-01T10:01:00Z')

  expect(first.some((id) => id.includes(' n'))).toBe(true)
  expect(first.some((id) => id.includes(' calendar.'))).toBe(true)
  expect(first.some((id) => id.includes(' newsletter-'))).toBe(true)
  expect(anew).toHaveLength(first.length)
  expect(first.filter((id) => anew.includes(id))).toEqual([])
})
