import { afterEach, beforeEach, expect, test } from 'vitest'

import { messageShortcut, object, viewSubmission } from '../../../support/slack/payloads.ts'
import { type SlackWorld, slackWorld, users } from '../../../support/slack/world.ts'

let here: SlackWorld
beforeEach(async () => {
  here = await slackWorld()
})
afterEach(() => here.end())

const by = { user: users.cted }

/** What Slack tells of an edit, or of an unfurled link, which nobody edited. */
function edited(channel: string, ts: string, text: string, edit: object | undefined = { user: users.cted }) {
  return here.tell(
    'message_im',
    {
      ...{ subtype: 'message_changed', channel, user: undefined, text: undefined, ts: '1700009999.000100' },
      message: { type: 'message', user: users.cted, text, ts, edited: edit },
    },
    by,
  )
}

function saidOf(): string {
  return here.far.messages.map(({ args }) => JSON.stringify(args)).join('\n')
}

test('a direct message that was edited leads to a question with the new words, and its press follows', async () => {
  const channel = `D${users.cted}`
  const ts = '1700000100.000301'
  await here.tell(
    'message_im',
    { text: 'update post "CTED visited Jordan (6-9 Nov)"', ts, user: users.cted },
    by,
  )
  await edited(channel, ts, 'update post "CTED visited Jordan (6-9 Nov)"', undefined)
  await edited(channel, ts, 'update post "CTED &amp; UNODC visited Jordan (6-10 Nov)"')
  here.far.messages.length = 0
  await here.turn('2026-11-21T12:05:00Z')
  const question = here.far.messages.at(-1)
  if (!question) throw new Error('nothing was asked')
  const asked = saidOf()
  await here.press(question.args, 'Take the new words', 'direct', by)
  const { rows } = await here.database.store.pool.query(
    "select original_text from update_versions where text like 'CTED%Jordan' order by version",
  )

  expect(asked).toContain('The message says now: CTED &amp; UNODC visited Jordan (6-10 Nov)')
  expect(rows.map(({ original_text }) => original_text)).toEqual([
    'CTED visited Jordan (6-9 Nov)',
    'CTED & UNODC visited Jordan (6-10 Nov)',
  ])
})

test('a message taken by the shortcut and deleted in its channel leads to a question', async () => {
  here.far.addChannel('T1', { id: 'C7', name: 'news' })
  const ts = '1700000200.000100'
  await here.act(
    messageShortcut(
      'post-as-update',
      { text: 'CTED held a seminar in Amman on 12 November 2026', ts },
      { ...by, channel: 'C7' },
    ),
  )
  const { id, private_metadata, callback_id, hash } = object([...here.far.views.values()].at(-1))
  await here.act(
    viewSubmission(
      {
        ...{ id, private_metadata, callback_id, hash },
        values: { text: { text: { value: 'CTED held a seminar in Amman on 12 November 2026' } } },
      },
      by,
    ),
  )
  await here.tell(
    'message_im',
    {
      ...{ subtype: 'message_deleted', channel: 'C7', channel_type: 'channel', user: undefined },
      ...{ text: undefined, deleted_ts: ts, ts: '1700009999.000200' },
    },
    by,
  )
  here.far.messages.length = 0
  await here.turn('2026-11-21T13:05:00Z')

  expect(saidOf()).toMatch(/was taken from was deleted/)
})
