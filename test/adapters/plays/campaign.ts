import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { actingAt, patience } from './acting.ts'
import type { Door } from './door.ts'

/** A campaign for an issue over all entities of the sample, from the first call to the thanks, as a chat platform shows it. */
export function playCampaign(platform: string, open: () => Promise<Door>): void {
  describe(`a campaign for an issue on ${platform}`, () => {
    let here: Door
    beforeAll(async () => {
      here = await open()
    })
    afterAll(() => here.end())
    const { sees, told, say, press } = actingAt(() => here)

    const [editor, poster, passer, silent] = ['secretariat', 'cted', 'unodc', 'interpol'] as const

    /** Everybody who answers for an entity is called once, however often it is looked for what is due. */
    async function call() {
      await here.turn('2026-12-01T15:00:00Z')
      const issue = { period: '2026-11..2026-12', closes: '2027-01-08' }
      await say(editor, 'newsletter open', issue, 'entities are called from')
      for (const minute of [11, 12, 40]) await here.turn(`2026-12-01T15:${minute}:00Z`)
      for (const who of [poster, passer, silent]) {
        await expect.poll(() => told(who, 'is open: please send'), patience).toBe(1)
      }
      await say(editor, 'newsletter call', { note: 'The printer waits until Friday.' }, 'The printer waits')
    }

    /** One posts and one passes by a button of the call, which is gone then. */
    async function answer() {
      const text = 'CTED trained judges in Dakar, Senegal (20 Nov)'
      await (await here.open(poster, 'Post an update'))({ text })
      await sees(poster, 'Posted U1')
      await here.settle()
      await press(passer, 'Nothing to report', 'Noted: UNODC has nothing to report')
      await expect(here.press(passer, 'Nothing to report')).rejects.toThrow('sees no button')
      await say(editor, 'newsletter status', {}, 'UNODC')
    }

    /** Only who has not answered is reminded: a week, two days and a day before, and anew before another closing day. */
    async function remind() {
      const seen = async (words: string, times: number) => {
        await expect.poll(() => told(silent, words), patience).toBe(times)
        for (const who of [poster, passer]) expect(told(who, words)).toBe(0)
      }
      await here.turn('2027-01-01T15:00:00Z')
      await seen('closes in 7 days', 1)
      expect(here.toldTo(silent).join('\n')).toContain('The printer waits until Friday.')
      await here.turn('2027-01-06T15:00:00Z')
      await seen('closes in 2 days', 1)
      await here.turn('2027-01-07T15:00:00Z')
      await seen('closes tomorrow', 1)
      await say(editor, 'newsletter extend', { closes: '2027-01-15' }, '15 Jan 2027')
      await here.turn('2027-01-08T15:00:00Z')
      await seen('closes in 7 days', 2)
      await say(editor, 'newsletter call', { exclude: 'INTERPOL' }, 'Left out: INTERPOL')
      await here.turn('2027-01-13T15:00:00Z')
      await here.turn('2027-01-14T15:00:00Z')
      await seen('closes in 2 days', 1)
      await seen('closes tomorrow', 1)
    }

    /** The secretariat hears who is missing, and whoever contributed is thanked once. */
    async function end() {
      await here.turn('2027-01-16T15:00:00Z')
      await expect.poll(() => told(editor, 'entities have not answered'), patience).toBe(1)
      await say(editor, 'update accept', { update: 'U1' }, 'Accepted')
      await say(editor, 'newsletter approve', {}, 'Approved')
      await here.command(editor, 'newsletter publish')
      await sees(editor, 'Publish No. 1')
      await press(editor, 'Yes, publish it', 'Published No. 1')
      await expect.poll(() => told(poster, 'Thank you'), patience).toBe(1)
      for (const who of [passer, silent]) expect(told(who, 'Thank you')).toBe(0)
      expect(here.wrong()).toEqual([])
    }

    test('is lived from the first call to the thanks', async () => {
      for (const part of [call, answer, remind, end]) await part()
    })
  })
}
