import { afterEach, beforeEach, expect, test } from 'vitest'

import { message } from '../../../support/teams/sent/activities.ts'
import { wordsOf } from '../../../support/teams/shown/words.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let here: TeamsWorld
beforeEach(async () => {
  here = await teamsWorld()
})
afterEach(() => here.end())

function changed(id: string, text: string, type: 'messageUpdate' | 'messageDelete') {
  return here.bring(message(text, here.by('cted', { id, change: { type } })))
}

async function askedAt(iso: string) {
  const before = here.far.messages.length
  await here.turn(iso)
  return here.far.messages.slice(before).find(({ activity }) => wordsOf(activity).includes('was taken from'))
}

test('a message that was edited or deleted leads to a question in the personal chat', async () => {
  await here.say('cted', 'update post "CTED visited Jordan (6-9 Nov)"', { id: '1700000000001' })
  await changed('1700000000001', 'update post "CTED visited Iraq (6-9 Nov)"', 'messageUpdate')
  const question = await askedAt('2026-11-21T12:05:00Z')
  if (!question) throw new Error('nothing was asked')
  const words = wordsOf(question.activity)
  await here.press(question, 'Take the new words', 'cted')
  await here.turn('2026-11-21T12:06:00Z')
  await changed('1700000000001', '', 'messageDelete')
  const gone = await askedAt('2026-11-21T12:10:00Z')
  const { rows } = await here.database.store.pool.query(
    'select original_text from update_versions where update_id = 1 order by version',
  )

  expect(words).toContain('The message says now: CTED visited Iraq (6-9 Nov)')
  expect(rows.map(({ original_text }) => original_text)).toEqual([
    'CTED visited Jordan (6-9 Nov)',
    'CTED visited Iraq (6-9 Nov)',
  ])
  expect(wordsOf(gone?.activity ?? {})).toContain('was deleted')
})
