import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { actingAt, patience } from './acting.ts'
import type { Door } from './door.ts'

/** A group's line that its chair clears, and that two edit at once, as a chat platform shows it. */
export function playClearing(platform: string, open: () => Promise<Door>): void {
  describe(`a line that its chair clears on ${platform}`, () => {
    let here: Door
    beforeAll(async () => {
      here = await open()
    })
    afterAll(() => here.end())
    const { sees, told, say, press, opened } = actingAt(() => here)

    const [editor, author, chair] = ['secretariat', 'cted', 'interpol'] as const
    const words = (what: string) => `ETCIP WG discussed ${what} (26 Nov)`

    /** The chair is asked for each line of the group, and clears it by a press. */
    async function clear() {
      await here.turn('2026-12-01T15:00:00Z')
      const issue = { period: '2026-11..2026-12', closes: '2027-01-08' }
      await say(editor, 'newsletter open', issue, 'entities are called from')
      await say(
        chair,
        'update clearance',
        { asked: 'yes', wg: 'ETCIP' },
        'From now on the chairs of ETCIP clear',
      )
      const line = { text: words('drones'), wg: 'ETCIP', section: 'wg-meetings' }
      await say(author, 'update post', line, 'It waits for clearance by the chairs of ETCIP')
      await expect.poll(() => told(chair, 'waits for your clearance for ETCIP'), patience).toBe(1)
      await press(chair, 'Clear', 'Cleared U1 for ETCIP')
      await expect.poll(() => told(author, 'cleared your update U1 for ETCIP'), patience).toBe(1)
    }

    /** Two open the form on the same words: whoever sends it second sees what the first wrote before it is replaced. */
    async function edit() {
      await say(editor, 'update show', { update: 'U1' }, 'drones')
      const sendSecond = await opened(editor, 'Edit')
      const text = words('drones and airports')
      await say(author, 'update edit', { update: 'U1', text }, 'version 2')
      await sendSecond(
        { text: words('drones at sea') },
        'That was changed by CTED focal point since you opened the form',
      )
      await sees(editor, words('drones and airports'))
    }

    /** Each edit has asked for another clearance, and shown what was cleared before. */
    async function clearAgain() {
      await expect.poll(() => told(chair, `It said before: ${words('drones')}`), patience).toBe(1)
      await say(editor, 'update accept', { update: 'U1' }, 'U1 waits for clearance by the chairs of ETCIP')
      await press(chair, 'Clear', `Cleared U1 for ETCIP: ETCIP WG discussed drones and airports`)
      await say(editor, 'update accept', { update: 'U1' }, 'Accepted U1')
      expect(here.wrong()).toEqual([])
    }

    test('is cleared by a press, edited by two and cleared anew', async () => {
      for (const part of [clear, edit, clearAgain]) await part()
    })
  })
}
