import { afterAll, beforeAll, expect, test } from 'vitest'

import { type TwoProcesses, twoProcesses } from '../../support/faults/twoProcesses.ts'
import { prepare } from '../../support/lines/changes.ts'
import { recordOf } from '../../support/lines/everyRecord.ts'
import { buttonLike, pressUndo } from '../../support/lines/pressed.ts'
import { focal, secretariat } from '../../support/world.ts'

let both: TwoProcesses
beforeAll(async () => {
  both = await twoProcesses({ now: '2026-11-23T09:00:00Z' })
  await prepare(both.one)
})
afterAll(() => both.end())

test.each([
  [
    focal('unodc'),
    '/update edit U1 place:Linz',
    'U1 has been changed since, or that change was taken back already',
  ],
  [secretariat, '/update move U1 section:publications', 'U1 has been changed since'],
  [secretariat, '/update accept U1', 'U1 has been changed since'],
  [
    focal('interpol'),
    '/meeting action hand-over A1 owner:OPCW',
    'A1 Draft the paper (UNODC, due 12 Dec 2026)',
  ],
  [focal('interpol'), '/meeting move M1 start:"17 Dec 9:00"', 'M1 Quarterly was changed once more since'],
  [focal('interpol'), '/meeting edit M1 place:"Room 5"', 'M1 Quarterly was changed once more since'],
  [secretariat, '/wg edit ETCIP number:9', 'What D1 changed is as it was before already'],
])(
  'pressed by two accounts of one person at once, the undo of %s %s acts once, and the other hears how it stands',
  async (who, line, stands) => {
    const here = both.one
    const before = await recordOf(here)
    const done = await here.say(who, line)
    expect(buttonLike(done, /^Undo/), done.text).toBeDefined()
    const replies = await both.atOnce(
      ['audit'],
      (one) => pressUndo(one, done, who),
      (other) => pressUndo(other, done, who),
    )
    expect(replies.map(({ outcome }) => outcome)).toEqual(['done', 'refused'])
    expect(replies[1].text).toContain(stands)
    expect(await recordOf(here)).toEqual(before)
  },
)
