import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { type Json, object } from '../../../../src/core/json.ts'
import { until } from '../../../support/runner/until.ts'
import type { Posted } from '../../../support/teams/far/asked.ts'
import { places } from '../../../support/teams/far/defaults.ts'
import { taskSubmit } from '../../../support/teams/sent/invokes.ts'
import { cardIn, fieldsOf, findAction } from '../../../support/teams/shown/cards.ts'
import { saidIn, wordsOf } from '../../../support/teams/shown/words.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let here: TeamsWorld
let offered: Posted

beforeAll(async () => {
  here = await teamsWorld()
  await here.say('interpol', 'meeting schedule', { where: 'channel' })
  offered = await until(lastSaid)
})

beforeEach(() => here.far.clear())

afterAll(() => here.end())

const channel = { where: 'channel', channel: { id: places.channel } } as const
const right = { title: 'Quarterly', wg: 'ETCIP', start: '2026-12-12', 'start~time': '14:30' }

function lastSaid(): Posted {
  const found = here.far.messages.at(-1)
  if (!found) throw new Error('nothing was said')
  return found
}

async function open(): Promise<Json> {
  return (await here.press(offered, 'Fill in the form', 'interpol')).json
}

async function query(words: string): Promise<number> {
  const { rows } = await here.database.store.pool.query(words)
  return rows[0]?.n
}

const meetings = (title: string) => query(`select count(*)::int as n from meetings where title = '${title}'`)

describe('a form that is sent again', () => {
  test('as it was, once what it was refused for is put right, is done once, however often Teams brings it', async () => {
    const dialog = await open()
    const values = { ...right, title: 'Put right' }
    await query(`update working_groups set acronym = 'ZZZ' where acronym = 'ETCIP'`)
    const refused = await here.submit('interpol', dialog, 'Send', values, channel)
    here.clock.set(new Date('2026-11-21T12:00:10Z'))
    await here.submit('interpol', dialog, 'Send', values, channel)
    here.clock.set(new Date('2026-11-21T12:00:20Z'))
    await query(`update working_groups set acronym = 'ETCIP' where acronym = 'ZZZ'`)
    const data = object(findAction(cardIn(refused.json), 'Send')['data'])
    const send = () =>
      here.bring(taskSubmit({ ...data, ...fieldsOf(refused.json) }, here.by('interpol', channel)))
    await send()
    here.clock.set(new Date('2026-11-21T12:00:30Z'))
    await send()

    expect(wordsOf(refused.json)).toContain('ETCIP')
    expect(await meetings('Put right')).toBe(1)
  })

  test('and whose first answer could not be said is closed with what came of it', async () => {
    const dialog = await open()
    const values = { ...right, title: 'Unsaid' }
    here.far.fault('send', { kind: 'status', status: 500 }, 1)
    await here.submit('interpol', dialog, 'Send', values, channel)
    const again = await here.submit('interpol', dialog, 'Send', values, channel)

    expect(object(again.json['task'])).toMatchObject({
      type: 'message',
      value: expect.stringContaining('Unsaid'),
    })
    expect(await meetings('Unsaid')).toBe(1)
  })

  test('by somebody else is theirs, and not answered with the first one’s answer', async () => {
    const dialog = await open()
    const values = { ...right, title: 'Mine' }
    await here.submit('interpol', dialog, 'Send', values, channel)
    await expect.poll(() => saidIn(here.far.messages, places.channel)).toHaveLength(1)
    const other = await here.submit('unodc', dialog, 'Send', values, channel)

    expect(wordsOf(other.json)).toContain('Only the chairs of ETCIP and the secretariat may do this')
    expect(await meetings('Mine')).toBe(1)
  })
})
