import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { actingAt, patience } from './acting.ts'
import type { Door } from './door.ts'

/** An issue edited together by its buttons, from the first post to the correction, as a chat platform shows it. */
export function playEditing(platform: string, open: () => Promise<Door>): void {
  describe(`an issue edited together on ${platform}`, () => {
    let here: Door
    beforeAll(async () => {
      here = await open()
    })
    afterAll(() => here.end())
    const { sees, told, say, press, fill, opened } = actingAt(() => here)

    const [editor, author, other] = ['secretariat', 'cted', 'unodc'] as const

    /** Four are posted, two of which tell of one event. */
    async function post() {
      await here.turn('2026-12-01T15:00:00Z')
      const issue = { period: '2026-11..2026-12', closes: '2027-01-08' }
      await say(editor, 'newsletter open', issue, 'entities are called from')
      const texts = [
        [author, 'CTED and UNODC trained judges in Dakar, Senegal (17-19 Nov)', 'U1'],
        [other, 'UNODC-CTED training of judges in Dakar, Senegal (17-19 Nov)', 'U2'],
        [author, 'CTED briefed Member States on its visits (24 Nov)', 'U3'],
        [other, 'UNODC opened an office in Tashkent, Uzbekistan (30 Nov)', 'U4'],
      ] as const
      for (const [who, text, said] of texts) await say(who, 'update post', { text }, said)
    }

    /** One after the other is shown; each press decides and shows the next. */
    async function decide() {
      await say(editor, 'newsletter triage', {}, '4 updates wait')
      await press(editor, 'Accept', '3 updates wait')
      await press(editor, 'Merge into U1', 'Merged U2 into U1')
      await press(editor, 'Next', '2 updates wait')
      await fill(editor, 'Return', { comment: 'How many States were there?' }, 'Returned U3')
      await expect.poll(() => told(author, 'How many States were there?'), patience).toBe(1)
      await fill(
        author,
        'Edit',
        { text: 'CTED briefed 40 Member States on its visits (24 Nov)' },
        '40 Member',
      )
      await say(editor, 'update hold-over', { update: 'U3' }, 'Held over: U3')
      await say(editor, 'newsletter triage', { accept: 'U4' }, 'waits for a decision')
    }

    /** What was decided is printed, and a correction is shown before it is. */
    async function print() {
      await press(editor, 'Approve the issue', 'Approved')
      await here.command(editor, 'newsletter publish')
      await sees(editor, 'Publish No. 1')
      await press(editor, 'Yes, publish it', 'Published No. 1')
      await say(author, 'newsletter export', { format: 'markdown' }, 'newsletter')
      const text = 'UNODC opened an office in Samarkand, Uzbekistan (30 Nov)'
      await say(editor, 'update edit', { update: 'U4', text }, 'Samarkand')
      await here.command(editor, 'newsletter correct', { note: 'The office is in Samarkand.' })
      await sees(editor, 'Tashkent')
      await press(editor, 'Yes, publish it', 'Published edition 2 of No. 1')
      expect(here.wrong()).toEqual([])
    }

    test('is lived from the first post to the correction', async () => {
      for (const part of [post, decide, print]) await part()
    })

    test('puts back nothing that was changed while a form was open, and asks where both changed the same', async () => {
      const meeting = { wg: 'ETCIP', start: '2026-12-10 15:00', link: 'https://meet.example/first' }
      await say(
        'interpol',
        'meeting schedule',
        { title: 'Plenary', ...meeting, place: 'Room 5' },
        'Scheduled M1',
      )
      await say('interpol', 'meeting show', { meeting: 'M1' }, 'meet.example/first')
      const send = await opened('interpol', 'Edit')
      await say(editor, 'meeting edit', { meeting: 'M1', link: 'https://meet.example/second' }, 'second')
      await send({ title: 'Fourth plenary' }, 'Changed: Plenary')
      await say('interpol', 'meeting show', { meeting: 'M1' }, 'Fourth plenary')
      const stands = here.seenBy('interpol').findLast((one) => one.includes('Fourth plenary'))
      expect(stands).toContain('meet.example/second')

      const place = await opened('interpol', 'Edit')
      await say(editor, 'meeting edit', { meeting: 'M1', place: 'Room 7' }, 'Room 7')
      await place({ place: 'Room 9' }, 'That was changed by Compact Secretariat since you opened the form')
      await say('interpol', 'meeting show', { meeting: 'M1' }, 'Fourth plenary')
      expect(here.seenBy('interpol').at(-1)).not.toContain('Room 9')
    })
  })
}
