import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Suggest } from '../../../src/core/adapter.ts'
import type { Choice } from '../../../src/core/errors.ts'
import { stranger } from '../../../src/dispatch/caller/identifyCaller.ts'
import { readersFor } from '../../../src/dispatch/names/readers.ts'
import { subsections } from '../../../src/newsletter/sections.ts'
import { suggest } from '../../../src/suggest/suggest.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const now = new Date('2026-11-21T12:00:00Z')

describe('suggestions', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(secretariat, `/meeting schedule "Border talks" wg:BMLE start:"1 Dec 10:00"`)
    await here.say(secretariat, `/meeting schedule "Quarterly talks" wg:ETCIP start:"2 Dec 10:00"`)
    await here.say(secretariat, `/meeting schedule "${'Long '.repeat(29)}talks" wg:ETCIP start:"3 Dec 10:00"`)
    await here.say(secretariat, `/meeting schedule "Cancelled talks" wg:ETCIP start:"22 Nov 10:00"`)
    await here.press(secretariat, 'meeting cancel', { meeting: 'M4' }, true)
    await here.say(secretariat, `/meeting schedule "Older talks" wg:ETCIP start:"23 Nov 10:00"`)
    await here.database.store.pool.query(
      `update meetings set starts_at = '2026-10-01T10:00:00Z', status = 'held', summary = 'x' where id = 5`,
    )
  })
  afterAll(() => here.end())

  function asked(
    kind: Suggest['kind'],
    typed: string,
    who = focal('ipu'),
    limit = 10,
  ): Promise<readonly Choice[]> {
    const caller = { platform: 'terminal', tenant: 'local', account: who }
    return suggest(here.database.store.kysely, now, { caller, vouchedEmail: who, kind, typed, limit })
  }

  const values = (choices: readonly Choice[]) => choices.map(({ value }) => value)

  test.each([
    ['entity', 'unod', 'UNODC'],
    ['entity', 'interpoll', 'INTERPOL'],
    ['entity', 'Health', 'WHO'],
    ['person', 'interpoll', 'focal.interpol@compact.example'],
    ['group', 'etc', 'ETCIP'],
    ['group', 'bordr', 'BMLE'],
    ['meeting', 'M2', 'M2'],
    ['meeting', 'm', 'M2'],
    ['meeting', 'quart', 'M2'],
    ['meeting', 'quartrely', 'M2'],
    ['section', 'reg', 'regional'],
    ['section', 'publcations', 'publications'],
    ['section', 'academia', 'civil-society'],
    ['zone', 'vien', 'Europe/Vienna'],
    ['zone', 'new yo', 'America/New_York'],
    ['zone', 'geneva', 'Europe/Zurich'],
    ['zone', 'Nairobbi', 'Africa/Nairobi'],
    ['zone', 'japan', 'Asia/Tokyo'],
  ] as const)('of %s for “%s” are led by or hold %s', async (kind, typed, wanted) => {
    expect(values(await asked(kind, typed))).toContain(wanted)
  })

  test('put the exact acronym first', async () => {
    expect(values(await asked('entity', 'CTED'))[0]).toBe('CTED')
    expect(values(await asked('group', 'ETCIP'))[0]).toBe('ETCIP')
  })

  test('begin with what is the caller’s own before anything is typed', async () => {
    const entities = await asked('entity', '')
    const groups = await asked('group', '', focal('interpol'), 3)
    const zones = await asked('zone', '', focal('opcw'))
    const people = await asked('person', '')

    expect(values(entities)[0]).toBe('IPU')
    expect(entities).toHaveLength(10)
    expect(values(groups)).toContain('ETCIP')
    expect(values(zones)[0]).toBe('Europe/Amsterdam')
    expect(new Set(values(zones)).size).toBe(zones.length)
    // Those of the reader's own part of the world stand before the others.
    const europe = values(zones).map((zone) => zone.startsWith('Europe/'))
    expect(europe.lastIndexOf(true)).toBeLessThan(europe.indexOf(false))
    expect(zones[0]?.label).toBe('Europe/Amsterdam, now 13:00')
    expect(values(people)).toEqual(['focal.ipu@compact.example'])
    expect(values(await asked('section', ''))).toEqual(subsections.map(({ key }) => key))
  })

  test('of meetings begin with those one is invited to, without the cancelled', async () => {
    const invited = await asked('meeting', '', focal('ipu'))

    expect(values(invited)).toEqual(['M2', 'M3', 'M1'])
  })

  test('of meetings by their words put those ahead before the past, and the cancelled last', async () => {
    const found = await asked('meeting', 'talks')

    expect(values(found)).toEqual(['M1', 'M2', 'M3', 'M5', 'M4'])
    expect(found[4]?.label).toContain('cancelled')
    expect(values(await asked('meeting', 'bmle'))).toEqual(['M1'])
  })

  test('carry labels of 75 characters at the most, of which a meeting’s day is the last to go', async () => {
    const [long] = await asked('meeting', 'long')

    expect(long?.label).toMatch(/^M3 Long .*… \(ETCIP\), 3 Dec 2026$/)
    for (const kind of ['entity', 'person', 'group', 'meeting', 'section', 'zone'] as const) {
      for (const { label, value } of await asked(kind, '', focal('interpol'), 100)) {
        expect(label.length).toBeLessThanOrEqual(75)
        expect(value.length).toBeLessThanOrEqual(75)
      }
    }
    // No word is cut in the middle.
    const labels = (await asked('group', '', focal('interpol'), 100)).map(({ label }) => label)
    expect(labels).toContainEqual(expect.stringMatching(/^ETCIP: .* and Critical Infrastructure…$/))
  })

  test('leave out what could not be sent back whole, and never part a character', async () => {
    const { pool } = here.database.store
    await pool.query(`insert into entities (acronym, name, kind) values ($1, 'Overlong', 'organization')`, [
      'Q'.repeat(76),
    ])
    await pool.query(`insert into entities (acronym, name, kind) values ('QX', $1, 'organization')`, [
      `Overlong${'🌍'.repeat(60)}`,
    ])
    const found = await asked('entity', 'overlong')

    expect(values(found)).toEqual(['QX'])
    expect(found[0]?.label.isWellFormed()).toBe(true)
    expect(found[0]?.label).toMatch(/…$/)
  })

  test('are read back by the grammar as just what was chosen', async () => {
    const readers = readersFor(here.database.store.kysely, { now, zone: 'UTC', caller: stranger })
    for (const { value } of await asked('entity', '', focal('ipu'), 100))
      expect((await readers.entities([value]))[0]?.().acronym).toBe(value)
    for (const { value } of await asked('group', '', focal('ipu'), 100))
      expect((await readers.groups([value]))[0]?.().acronym).toBe(value)
    for (const { value } of await asked('person', 'focal', focal('ipu'), 100))
      expect((await readers.person(value)).email).toBe(value)
    for (const { value } of await asked('meeting', 'talks'))
      expect(`M${(await readers.meeting(value)).id}`).toBe(value)
    for (const { value } of await asked('section', '')) expect(await readers.section(value)).toBe(value)
  })

  test('leave out an entity that is retired, and a person who left', async () => {
    const { pool } = here.database.store
    expect(values(await asked('entity', 'UNITAD'))).toContain('UNITAD')
    await pool.query(`update entities set retired = '2024-09-17' where acronym = 'UNITAD'`)
    await pool.query(`update people set retired_on = '2024-09-17' where email = $1`, [focal('unitad')])

    expect(values(await asked('entity', 'UNITAD'))).not.toContain('UNITAD')
    expect(values(await asked('entity', '', focal('ipu'), 100))).not.toContain('UNITAD')
    expect(values(await asked('person', 'UNITAD'))).not.toContain(focal('unitad'))
  })

  test('complete the last of several entities and keep those before it', async () => {
    const found = await asked('entities', 'WHO, cted; Inter')

    expect(found[0]?.value).toBe('WHO, cted, INTERPOL')
    expect(values(await asked('entities', 'interp'))[0]).toBe('INTERPOL')
    expect(values(await asked('entities', 'WHO, who'))).not.toContain('WHO, WHO')
    expect(values(await asked('groups', 'ETCIP, bml'))).toEqual(['ETCIP, BMLE'])
  })

  test('find an Arabic name', async () => {
    await here.database.store.pool.query("update people set name = 'فاطمة الزهراء' where email = $1", [
      focal('opcw'),
    ])

    const [found] = await asked('person', 'فاطم')
    expect(found?.value).toBe(focal('opcw'))
    expect(found?.label).toContain('فاطمة الزهراء')
  })

  test.each(['%', '_', '%%%', '\\', "'", 't%s', 't___s', '…', '؟'])(
    'take “%s” for characters and not for everything',
    async (typed) => {
      for (const kind of [
        'entity',
        'entities',
        'person',
        'group',
        'groups',
        'meeting',
        'section',
        'zone',
      ] as const)
        expect((await asked(kind, typed, focal('ipu'), 100)).length, kind).toBeLessThan(10)
      expect(await asked('meeting', typed)).toEqual([])
    },
  )

  test.each(['x'.repeat(10_000), '🌍'.repeat(5_000), 'talks '.repeat(2_000), '\u0000', '\ud800', 'a\u0007b'])(
    'bear what nobody types (%#)',
    async (typed) => {
      for (const kind of [
        'entity',
        'entities',
        'person',
        'group',
        'meeting',
        'section',
        'zone',
        'text',
      ] as const)
        await expect(asked(kind, typed)).resolves.toBeInstanceOf(Array)
    },
  )

  test('read no more than the first hundred characters', async () => {
    expect(values(await asked('entity', `INTERPOL ${' '.repeat(91)}${'zzz '.repeat(1000)}`))).toContain(
      'INTERPOL',
    )
  })

  test('are none for somebody who is not linked, nor for what has no names', async () => {
    for (const kind of [
      'entity',
      'entities',
      'person',
      'group',
      'groups',
      'meeting',
      'section',
      'zone',
    ] as const)
      expect(await asked(kind, '', 'nobody@compact.example')).toEqual([])
    for (const kind of ['text', 'integer', 'moment', 'day', 'period', 'duration', 'record', 'flag'] as const)
      expect(await asked(kind, 'a')).toEqual([])
  })

  test.each([
    [0, 0],
    [-1, 0],
    [Number.NaN, 0],
    [3, 3],
    [1000, 100],
  ])('asked for %d are at most %d', async (limit, most) => {
    expect((await asked('zone', 'a', focal('ipu'), limit)).length).toBe(most)
    expect((await asked('entity', '', focal('ipu'), limit)).length).toBeLessThanOrEqual(most)
  })
})
