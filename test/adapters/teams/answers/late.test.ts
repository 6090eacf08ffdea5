import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { type Json, object } from '../../../../src/core/json.ts'
import { hurriedAnswerMs } from '../../../support/runner/answerWaits.ts'
import { until } from '../../../support/runner/until.ts'
import type { Posted } from '../../../support/teams/far/asked.ts'
import { places } from '../../../support/teams/far/defaults.ts'
import { fieldsOf, findAction } from '../../../support/teams/shown/cards.ts'
import { wordsOf } from '../../../support/teams/shown/words.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let here: TeamsWorld
let offered: Posted
let dialog: Json

beforeAll(async () => {
  here = await teamsWorld({}, { timings: { answerMs: hurriedAnswerMs } })
  await here.say('interpol', 'meeting schedule', { where: 'channel' })
  offered = await until(lastSaid)
  dialog = (await here.press(offered, 'Fill in the form', 'interpol')).json
})

beforeEach(async () => {
  here.far.clear()
  // What is known of an account is asked for again, and that takes long.
  await here.database.store.pool.query(`delete from kept where kind = 'member'`)
  here.clock.set(new Date(here.clock.now().getTime() + 600_000))
  here.far.fault('member', { kind: 'slow', ms: 2 * hurriedAnswerMs }, 1)
})

afterAll(() => here.end())

const channel = { where: 'channel', channel: { id: places.channel } } as const
const slow = 'This is taking longer than usual. I will send you the answer.'

function lastSaid(): Posted {
  const found = here.far.messages.at(-1)
  if (!found) throw new Error('nothing was said')
  return found
}

/** What comes in the end, to its reader alone. */
async function comes(): Promise<Posted> {
  await expect.poll(() => here.far.messages.length).toBeGreaterThan(0)
  expect(here.far.messages).toHaveLength(1)
  expect(lastSaid().targetedTo).toMatch(/^29:/)
  return lastSaid()
}

async function withoutClaims(work: () => Promise<void>): Promise<void> {
  const { keep } = here.bot
  const { claim } = keep
  const away = () => Promise.reject(new Error('the store is away'))
  Object.assign(keep, { claim: away })
  await work().finally(() => Object.assign(keep, { claim }))
}

describe('what takes too long for its dialog', () => {
  test('and is amiss is told by a message with a button that opens the form with all that was typed', async () => {
    const values = { title: 'A title that I typed', wg: 'ETCIP', start: '2026-12-12' }
    const closed = await here.submit('interpol', dialog, 'Send', values, channel)
    const posted = await comes()
    const again = await here.press(posted, 'Edit again', 'interpol')

    expect(object(closed.json['task'])['value']).toBe(slow)
    expect(wordsOf(posted.activity)).toMatch(/time/)
    expect(fieldsOf(again.json)).toMatchObject({ 'f.title': 'A title that I typed', 'f.start': '2026-12-12' })
  })

  test('and is sent by somebody who is not let in is refused by a message that offers the form again', async () => {
    const elsewhere = '00000000-0000-4000-8000-0000000000b9'
    const user = here.far.addUser({ id: '29:ext', name: 'Ext', email: 'x@y.example', tenantId: elsewhere })
    const team = here.far.teams.get(places.team)
    if (team) team.members = [...team.members, user.id]
    const given = { ...channel, user, tenant: here.by('interpol').tenant ?? '' }
    await here.submit('unodc', dialog, 'Send', { title: 'A title that I typed' }, given)
    const posted = await comes()

    expect(findAction(posted.activity, 'Edit again')).toBeDefined()
  })

  test('and lacks what is needed offers the form with what there is', async () => {
    await here.submit('interpol', dialog, 'Send', { title: 'Only a title' }, channel)
    const posted = await comes()
    const again = await here.press(posted, 'Fill in the form', 'interpol')

    expect(fieldsOf(again.json)).toMatchObject({ 'f.title': 'Only a title' })
  })

  test('and is a form of another time is told to be too old', async () => {
    await here.submit('interpol', withCommand(dialog, 'no such'), 'Send', {}, channel)

    expect(wordsOf((await comes()).activity)).toContain('too old')
  })

  test('and was to open by a button of another time is told to be too old', async () => {
    const data = { verb: 'press', b: '0|what', o: 'old', msteams: { type: 'task/fetch' } }
    const opened = await here.fetch('interpol', data, channel)

    expect(wordsOf(opened.json)).toContain(slow)
    expect(wordsOf((await comes()).activity)).toContain('too old')
  })

  test('and fails is told so with the reference that stands in the log', async () => {
    const data = { verb: 'press', b: 'kept|0123456789abcdef0123456789abcdef', o: 'old' }
    await here.database.store.pool.query('alter table kept rename to kept_away')
    await here.fetch('interpol', { ...data, msteams: { type: 'task/fetch' } }, channel)
    const posted = await comes().finally(() =>
      here.database.store.pool.query('alter table kept_away rename to kept'),
    )
    const reference = /reference ([0-9A-F]{8})/.exec(wordsOf(posted.activity))?.[1]

    expect(reference).toBeDefined()
    expect(here.log.join('\n')).toContain(String(reference))
  })
})

describe('a command that was done', () => {
  test('is answered though nothing can remember that it was', async () => {
    await withoutClaims(async () => {
      await here.say('interpol', 'reminder add Tea at:"tomorrow 9:00"', channel)
      expect(wordsOf((await comes()).activity)).toContain('I will remind you')
    })
  })

  test('late, and fails, is told so to who typed it', async () => {
    const dispatch = here.bot.dispatch
    Object.assign(here.bot, { dispatch: () => Promise.reject(new Error('broken')) })
    await here.say('interpol', 'meeting list', channel)
    const posted = await comes().finally(() => Object.assign(here.bot, { dispatch }))

    expect(wordsOf(posted.activity)).toMatch(/Something went wrong on our side.*reference [0-9A-F]{8}/)
  })
})

/** The dialog of another command. */
function withCommand(shown: Json, command: string): Json {
  return JSON.parse(
    JSON.stringify(shown).replaceAll('"command":"meeting schedule"', `"command":"${command}"`),
  )
}
