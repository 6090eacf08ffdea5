import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, type Reply, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
})
afterAll(() => here.end())

const items = [
  'UNODC held a training on cash couriers for customs officers in Accra, Ghana (3 Nov)',
  'CTED held a training on open sources for police officers in Dakar, Senegal (4 Nov)',
  'UNOCT held a training on passenger data for border officers in Lima, Peru (5 Nov)',
  'INTERPOL held a training on stolen documents for immigration officers in Amman, Jordan (6 Nov)',
  'WCO held a training on small arms for customs officers in Nadi, Fiji (9 Nov)',
]

/** Posts an item, also where it was posted before; gives the answer and its number. */
async function posted(at: number): Promise<{ readonly text: string; readonly number: string }> {
  const { text } = await here.press(focal('unodc'), 'update post', { text: items[at] ?? '' }, true)
  return { text, number: /U\d+/.exec(text)?.[0] ?? '' }
}

test('what the secretariat moved teaches where the fifth like item belongs, and taking it back unteaches it', async () => {
  const moves: Reply[] = []
  const first = await posted(0)
  expect(first.text).toContain('Section: Regional focus')
  moves.push(await here.say(secretariat, `/update move ${first.number} section:civil-society`))
  for (const at of [1, 2, 3]) {
    const { text, number } = await posted(at)
    if (text.includes('Section: Regional focus'))
      moves.push(await here.say(secretariat, `/update move ${number} section:civil-society`))
  }
  const fifth = await posted(4)

  expect(fifth.text).toContain('Section: Collaboration with civil society')
  for (const move of moves) await press(here, secretariat, buttonNamed(move, 'Undo'))
  expect((await posted(4)).text).toContain('Section: Regional focus')
})

test('what no other item is like is proposed as before', async () => {
  const reply = await here.press(focal('unodc'), 'update post', {
    text: 'ETCIP WG discussed the protection of critical infrastructure (5 Nov)',
  })

  expect(reply.text).toContain('Section: Compact working group meetings')
})
