import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Posted } from '../../../support/discord/far/asked.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'
import { meetingsIn } from '../../../support/lines/meetingsIn.ts'

let here: DiscordWorld
beforeAll(async () => {
  here = await discordWorld({ askAbove: 5 })
  // The first command of a process is the slow one.
  await here.slash('interpol', 'wg list')
})
afterAll(() => here.end())

const options = { title: 'Quarterly', wg: 'ETCIP', start: '12 Dec 14:30' }

function existing(posted: Posted | undefined): Posted {
  if (!posted) throw new Error('nothing was said')
  return posted
}

const shows = ({ body }: Posted) => displayed(body).text

/** The message that says this, once it is there. */
async function message(words: RegExp): Promise<Posted> {
  const found = () => here.far.messages.findLast((one) => words.test(shows(one)))
  await expect.poll(found).toBeDefined()
  return existing(found())
}

test('a meeting shows whom it would write to, sends at one press, and is taken back by one', async () => {
  await here.slash('interpol', 'meeting schedule', options)
  const asked = await message(/Schedule Quarterly/)
  expect(asked.onlyFor ?? asked.ephemeral).toBeTruthy()
  expect(shows(asked)).toMatch(
    /Schedule Quarterly[\s\S]*invite 26 people\?[\s\S]*Nothing has been sent or changed yet/,
  )
  expect(await meetingsIn(here.database)).toBe(0)

  await here.press(asked, 'Send the invitations', 'interpol')
  const done = await message(/Scheduled M1: Quarterly/)
  expect(await meetingsIn(here.database)).toBe(1)

  await here.press(done, 'Undo: cancel it', 'interpol')
  if ((await meetingsIn(here.database)) > 0)
    await here.press(await message(/Cancel the meeting M1/), 'Yes, go ahead', 'interpol')
  await expect.poll(() => meetingsIn(here.database, 'cancelled')).toBe(1)
})

test('an hour that may be night is asked for, and its button says it whole', async () => {
  const asked = existing(
    (await here.slash('interpol', 'meeting schedule', { ...options, title: 'Drones', start: '14 Dec at 3' }))
      .posted,
  )
  expect(shows(asked)).toContain('may mean 3 in the afternoon or 3 in the morning')
  await here.press(asked, 'Mon 14 Dec 2026, 15:00 (Europe/Paris)', 'interpol')
  expect(shows(await message(/Schedule Drones/))).toContain('Mon 14 Dec 2026, 15:00')
})

test('a question about the longest text says whom it goes to and when, and its button goes ahead', async () => {
  const text = 'The work plan is adopted. '.repeat(115).trim()
  await here.slash('interpol', 'meeting silence open', { text, wg: 'ETCIP', until: '8 Dec' })
  const asked = await message(/Nothing has been sent or changed yet[\s\S]*Circulate it/)
  expect(here.far.messages.some((one) => /When it reaches them/.test(shows(one)))).toBe(true)

  await here.press(asked, 'Circulate it', 'interpol')
  await message(/Circulated S1 to 26 people/)
})
