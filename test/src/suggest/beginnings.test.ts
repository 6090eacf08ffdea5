import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { suggest } from '../../../src/suggest/suggest.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const now = new Date('2026-11-21T12:00:00Z')

describe('after the first letters of a name', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    for (const [name, email] of [
      ['Zölle Quint', 'zoelle@ipu.example'],
      ['Adam Zo', 'adam@ipu.example'],
      ['Zora Zorn', 'third@ipu.example'],
      ['王小明', 'ming@ipu.example'],
      ['Zzz Gone', 'gone@ipu.example'],
    ])
      await here.say(secretariat, `/directory add person "${name}" email:${email} entity:IPU`)
    await here.press(secretariat, 'directory retire person', { person: 'gone@ipu.example' }, true)
  })
  afterAll(() => here.end())

  async function offered(typed: string, limit = 10): Promise<readonly string[]> {
    const account = focal('ipu')
    const caller = { platform: 'terminal', tenant: 'local', account }
    const db = here.database.store.kysely
    const found = await suggest(db, now, { caller, vouchedEmail: account, kind: 'person', typed, limit })
    return found.map(({ value }) => value)
  }

  test('people are offered by any word of it, the whole word first, each of them once', async () => {
    expect(await offered('zo')).toEqual(['adam@ipu.example', 'zoelle@ipu.example', 'third@ipu.example'])
    expect(await offered('Z', 2)).toEqual(['adam@ipu.example', 'zoelle@ipu.example'])
  })

  test('accents count for nothing, and a name without spaces is found by its given name', async () => {
    expect(await offered('zöl')).toEqual(['zoelle@ipu.example'])
    expect(await offered('小')).toEqual(['ming@ipu.example'])
    expect(await offered('明')).toEqual(['ming@ipu.example'])
  })

  test('a longer word offers the names that it begins first, and then who has it elsewhere', async () => {
    await here.say(secretariat, '/directory edit person adam@ipu.example title:"Zora liaison"')
    expect(await offered('zora')).toEqual(['third@ipu.example', 'adam@ipu.example'])
    expect(await offered('zora', 1)).toEqual(['third@ipu.example'])
    expect(await offered('quint ')).toEqual(['zoelle@ipu.example'])
    expect((await offered('adam@ipu'))[0]).toBe('adam@ipu.example')
  })

  test('a text that may name somebody or a group offers them, each kind after the other', async () => {
    const account = focal('ipu')
    const asked = {
      caller: { platform: 'terminal', tenant: 'local', account },
      ...{ vouchedEmail: account, kind: 'text' as const, limit: 10 },
    }
    const offeredIn = async (typed: string, names?: typeof every) =>
      (await suggest(here.database.store.kysely, now, { ...asked, typed, ...(names && { names }) })).map(
        ({ value }) => value,
      )
    const every = ['entity', 'group', 'person'] as const
    expect(await offeredIn('etc', every)).toEqual(['ETCIP'])
    expect((await offeredIn('UNODC', every))[0]).toBe('UNODC')
    expect(await offeredIn('quint', every)).toEqual(['zoelle@ipu.example'])
    expect(await offeredIn('UNOD')).toEqual([])
  })

  test('an acronym offers who stands for the entity', async () => {
    expect(await offered('ipu')).toContain(focal('ipu'))
  })

  test('nobody is offered who left, and a new name replaces the old one', async () => {
    expect(await offered('zzz')).not.toContain('gone@ipu.example')
    await here.say(secretariat, '/directory edit person third@ipu.example name:"Nora Xy"')

    expect(await offered('zor')).not.toContain('third@ipu.example')
    expect(await offered('xy')).toEqual(['third@ipu.example'])
  })
})
