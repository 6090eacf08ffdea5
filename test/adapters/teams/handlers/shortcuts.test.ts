import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { object } from '../../../../src/core/json.ts'
import { places } from '../../../support/teams/far/defaults.ts'
import { composeAction, messageAction, submitAction } from '../../../support/teams/sent/invokes.ts'
import { cardIn, fieldsOf, findAction } from '../../../support/teams/shown/cards.ts'
import { saidIn, wordsOf } from '../../../support/teams/shown/words.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let here: TeamsWorld

beforeAll(async () => {
  here = await teamsWorld()
})

afterAll(() => here.end())

const channel = { where: 'channel', channel: { id: places.channel } } as const

describe('an action', () => {
  test('on a message opens the form with its text and its link, and posts the update', async () => {
    const acted = { html: '<p>INTERPOL held a <b>seminar</b> on 3&nbsp;May&nbsp;2026.</p>' }
    const dialog = await here.bring(messageAction('post-as-update', acted, here.by('interpol', channel)))
    const data = object(findAction(cardIn(dialog.json), 'Send')['data'])
    const sent = { ...data, ...fieldsOf(dialog.json) }
    const done = await here.bring(
      submitAction('post-as-update', sent, { ...here.by('interpol', channel), acted }),
    )

    expect(fieldsOf(dialog.json)).toMatchObject({
      'f.text': 'INTERPOL held a seminar on 3 May 2026.',
      'f.link': expect.stringContaining('https://teams.microsoft.com/l/message/'),
    })
    expect(wordsOf(done.json)).toMatch(/U1\b/)
    expect(saidIn(here.far.messages, places.channel)).toEqual([])
  })

  test('beside the box for messages opens the empty form, and one that asks nothing answers', async () => {
    await here.say('interpol', 'meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
    const form = await here.bring(composeAction('post-an-update', here.by('interpol', channel)))
    const answer = await here.bring(composeAction('next-meetings', here.by('interpol', channel)))

    expect(fieldsOf(form.json)).toEqual({})
    expect(object(object(form.json['task'])['value'])['title']).toBe('Post an update')
    expect(wordsOf(answer.json)).toContain('Quarterly')
  })

  test('that is not known is answered in words', async () => {
    const answered = await here.bring(composeAction('what', here.by('interpol', channel)))

    expect(wordsOf(answered.json)).toContain('no longer exists')
  })
})
