import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { actingAt } from './acting.ts'
import type { Door } from './door.ts'

/** The cards of the directory and where their buttons lead, as a chat platform shows them. */
export function playCards(platform: string, open: () => Promise<Door>): void {
  describe(`cards of the directory on ${platform}`, () => {
    let here: Door
    beforeAll(async () => {
      here = await open()
    })
    afterAll(() => here.end())
    const { say, press, fill } = actingAt(() => here)

    test('lead a member from a person on to their entity, their meetings and who they sit with', async () => {
      await say('unodc', 'directory person', { person: 'focal.who@compact.example' }, 'Duty station')
      await press('unodc', 'Meetings of BMLE', 'No meetings of BMLE from')
      await say('unodc', 'directory person', { person: 'focal.who@compact.example' }, 'Duty station')
      await press('unodc', 'Who else at WHO', 'Also called')
      await say('unodc', 'wg show', { wg: 'BMLE' }, 'Vice-chairs')
      await press('unodc', 'Vacant seats', 'Seats in BMLE without a named holder')
      expect(here.wrong()).toEqual([])
    })

    test('turn the pages of a list, and lead on from a State', async () => {
      await say('unodc', 'directory list', {}, 'page 1 of 3')
      await press('unodc', 'Next', 'page 2 of 3')
      await say('unodc', 'directory find', { query: 'Kenya' }, 'Nothing found for “Kenya”')
      await press('unodc', 'Recommendations to Kenya', 'There are no such recommendations')
      expect(here.wrong()).toEqual([])
    })

    test('open the forms that change them to the secretariat', async () => {
      await say('secretariat', 'directory entity', { entity: 'WHO' }, 'World Health Organization')
      await fill(
        'secretariat',
        'Edit',
        { name: 'World Health Organization (WHO)' },
        'World Health Organization (WHO)',
      )
      await say('secretariat', 'directory person', { person: 'focal.who@compact.example' }, 'Duty station')
      await fill('secretariat', 'Edit', { name: 'WHO desk' }, 'WHO desk')
      expect(here.wrong()).toEqual([])
    })
  })
}
