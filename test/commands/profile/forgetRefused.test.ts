import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

const member = focal('cted')
const chair = focal('interpol')

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterEach(() => here.end())

describe('being forgotten', () => {
  test('is refused to whoever chairs a group by name, until it is handed over', async () => {
    await here.say(secretariat, `/wg appoint ETCIP role:chair entity:CTED person:${member} from:2026-06-01`)
    const refused = await here.say(member, '/profile forget confirm:yes')

    expect(refused.outcome).toBe('refused')
    expect(refused.text).toContain('chairs ETCIP')
    expect((await here.say(member, '/profile show')).outcome).toBe('done')
  })

  test('is refused to the last of the secretariat before anything is asked', async () => {
    const last = await here.say(secretariat, '/profile forget')
    await here.say(secretariat, `/directory edit person ${chair} secretariat:yes`)
    const other = await here.say(secretariat, '/profile forget')

    expect(last.outcome).toBe('refused')
    expect(last.text).toContain('nobody in the secretariat')
    expect(other.outcome).toBe('asked')
  })

  test('is refused to whom the settings would enter again', async () => {
    await here.end()
    here = await world({ onlySecretariat: ['one@un.example', 'two@un.example'] })

    expect((await here.say('one@un.example', '/profile forget')).text).toContain('SECRETARIAT')
  })
})
