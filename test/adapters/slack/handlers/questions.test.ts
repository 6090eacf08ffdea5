import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { meetingsIn } from '../../../support/lines/meetingsIn.ts'
import { type SlackWorld, slackWorld, users } from '../../../support/slack/world.ts'

const chair = { user: users.interpol }
const line = 'schedule Quarterly wg:ETCIP start:"12 Dec 14:30"'

let here: SlackWorld
beforeAll(async () => {
  here = await slackWorld({}, { askAbove: 5 })
})
beforeEach(() => here.far.clear())
afterAll(() => here.end())

const shown = () => here.far.responses.map(({ body }) => String(body['text']))

describe('what is asked before it is done', () => {
  test('shows whom it would write to, sends at one press, and is taken back by one', async () => {
    const asked = (await here.command('/meeting', line, chair)).json ?? {}
    await here.settle()
    expect(asked['response_type']).toBe('ephemeral')
    expect(asked['text']).toMatch(/^Schedule Quarterly .*invite 26 people\?/)
    expect(asked['text']).toContain('Nothing has been sent or changed yet.')
    expect([await meetingsIn(here.database), here.far.messages.length]).toEqual([0, 0])

    await here.press(asked, 'Send the invitations', 'ephemeral', chair)
    await expect.poll(shown).toContainEqual(expect.stringMatching(/^Scheduled M1: Quarterly/))
    expect(await meetingsIn(here.database)).toBe(1)
    await here.settle()

    const done = here.far.responses.find(({ body }) => String(body['text']).startsWith('Scheduled'))?.body
    here.far.clear()
    await here.press(done, 'Undo: cancel it', 'ephemeral', chair)
    await expect.poll(shown).toContainEqual(expect.stringMatching(/^Cancel/))
    const sure = here.far.responses.at(-1)?.body
    if (await meetingsIn(here.database)) await here.press(sure, 'Yes, go ahead', 'ephemeral', chair)
    await expect.poll(() => meetingsIn(here.database, 'cancelled')).toBe(1)
  })

  test('is answered in advance by confirm:yes', async () => {
    const body = (await here.command('/meeting', `${line} confirm:yes`, chair)).json
    expect(body?.['text']).toMatch(/^Scheduled M\d+: Quarterly/)
  })

  test('an update that looks like two is asked about, in a mention too', async () => {
    const text =
      'update post - UNODC trained prosecutors in Cairo on 3 November. - UNODC trained judges in Tunis (5 Nov)'
    await here.command('/newsletter', 'open 2026-11..2026-12 closes:2027-01-08', { user: users.secretariat })
    await here.tell('app_mention', { text: `<@UBOT1> ${text}`, user: users.unodc }, { user: users.unodc })
    await here.settle()
    await expect
      .poll(() => here.far.messages.map(({ args }) => String(args['text'])))
      .toContainEqual(expect.stringContaining('This looks like 2 items'))
    const { rows } = await here.database.store.pool.query('select count(*)::int as n from updates')
    expect(rows[0].n).toBe(0)
  })
})
