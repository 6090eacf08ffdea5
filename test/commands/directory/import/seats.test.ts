import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fileBytes } from '../../../../src/core/message.ts'
import { secretariat, type World, world } from '../../../support/world.ts'
import { giveFile, pressLabelled, takeOver } from '../giveFile.ts'

const lines = (...rows: readonly string[]) => rows.join('\r\n')

describe('seats in a list', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-26T10:00:00Z', onlySecretariat: [secretariat] })
    await takeOver(
      here,
      await giveFile(
        here,
        'all.json',
        JSON.stringify({
          entities: [
            { acronym: 'OSN', name: 'Office of the North' },
            { acronym: 'CHS', name: 'Council of the South', kind: 'observer' },
          ],
          groups: [{ acronym: 'WATER', name: 'Working group on water', pillar: '2' }],
          people: [
            { name: 'Ana Nandu', email: 'ana@osn.example', entity: 'OSN' },
            { name: 'Bao Nguyen', email: 'bao@osn.example', entity: 'OSN' },
            { name: 'Min Lee', email: 'min@chs.example', entity: 'CHS' },
          ],
        }),
      ),
    )
  })
  afterAll(() => here.end())

  const give = (name: string, content: string | Uint8Array) => giveFile(here, name, content)
  const say = async (line: string) => (await here.say(secretariat, line)).text
  const seats = lines(
    'Group,Role,Entity,E-mail,From',
    'WATER,Principal,OSN,ana@osn.example,2026-01-01',
    'WATER,Alternate,OSN,bao@osn.example,2026-01-01',
    'WATER,Alternate,CHS,min@chs.example,2026-02-01',
  )

  test('are filled, and make the entity a member or an observer', async () => {
    const reply = await give('seats.csv', seats)
    expect(reply.text).toContain('2 roles new, 0 changed, 0 unchanged; 3 seats new, 0 changed, 0 unchanged')
    const taken = await takeOver(here, reply)
    expect(taken.text).toContain('3 seats new')

    expect(await say('/directory person ana@osn.example')).toContain('Seats: principal in WATER')
    expect(await say('/directory person min@chs.example')).toContain('Seats: observer in WATER')
    expect(await say('/directory vacancies wg:WATER')).toContain('Every seat in WATER has a named holder')
    expect((await give('seats.csv', seats)).text).toContain('0 seats new, 0 changed, 3 unchanged')
  })

  test('come back unchanged from an export, and are those of the day in one of the past', async () => {
    const exported = async (options: string) => {
      const { answer } = await here.say(secretariat, `/directory export csv of:roles ${options}`)
      return (
        answer.message.blocks.flatMap((one) => (one.kind === 'file' ? [fileBytes(one).toString()] : []))[0] ??
        ''
      )
    }
    const file = await exported('')
    expect(file).toContain('WATER,principal,OSN,ana@osn.example,Ana Nandu,2026-01-01')
    expect(file).toContain('WATER,observer seat,CHS,min@chs.example')
    expect((await give('roles.csv', file)).text).toMatch(/0 roles new, 0 changed.*0 seats new, 0 changed/)
    expect(await exported('on:2026-01-15')).not.toContain('observer seat')
  })

  test('whoever held a seat ends the day before the next one, as is said, and an undo gives it back', async () => {
    const next = lines('Group,Role,Entity,E-mail,From', 'WATER,Alternate,OSN,ana@osn.example,2026-12-01')
    const reply = await give('next.csv', next)
    expect(reply.text).toContain('Ana Nandu holds the principal seat until 30 Nov 2026 then')
    expect(reply.text).toContain('Bao Nguyen holds the alternate seat until 30 Nov 2026 then')
    const taken = await takeOver(here, reply)
    expect(await say('/directory person ana@osn.example on:2026-12-02')).toContain('alternate seat in WATER')
    expect(await say('/directory person bao@osn.example on:2026-12-02')).not.toContain('alternate seat')

    expect((await pressLabelled(here, taken, 'Undo')).outcome).toBe('done')
    expect(await say('/directory person ana@osn.example on:2026-12-02')).toContain('principal seat in WATER')
    expect(await say('/directory person bao@osn.example on:2026-12-02')).toContain('alternate seat in WATER')
  })

  test('two in one seat are named with the row of the second', async () => {
    const reply = await give(
      'two.csv',
      lines(
        'Group,Role,Entity,E-mail,From',
        'WATER,Principal,CHS,min@chs.example,2025-01-01',
        'WATER,Principal,OSN,bao@osn.example,2025-06-01',
      ),
    )
    expect(reply.text).toMatch(/Row 3, From: .* holds the .* seat on some of these days/)
  })

  test('a whole import with its people is taken back, seats and all', async () => {
    const taken = await takeOver(
      here,
      await give(
        'contacts.csv',
        'Name,E-mail,Organisation,Working group,Role\nUma Strand,uma@osn.example,OSN,WATER,Observer seat',
      ),
    )
    expect(taken.text).toContain('1 seat new')
    const undone = await pressLabelled(here, taken, 'Undo')
    expect(undone.outcome, undone.text).toBe('done')
  })

  test('a seat that had not begun comes back with the undo of a retirement', async () => {
    await say('/directory add person "Lea Later" email:lea@osn.example entity:OSN')
    await say('/wg add SOIL name:"Working group on soil"')
    await say('/wg join SOIL entity:OSN')
    await say(
      '/directory nominate lea@osn.example wg:SOIL as:principal from:2027-03-01 source:"Letter of 3 November"',
    )
    const retired = await here.press(
      secretariat,
      'directory retire person',
      { person: 'lea@osn.example' },
      true,
    )
    expect(retired.outcome).toBe('done')
    await pressLabelled(here, retired, 'Undo')

    expect(await say('/directory person lea@osn.example on:2027-03-02')).toContain('principal seat in SOIL')
    const { rows } = await here.database.store.pool.query(
      `select s.source from seats s join people p on p.id = s.person_id where p.email = 'lea@osn.example'`,
    )
    expect(rows).toEqual([{ source: 'Letter of 3 November' }])
  })

  test('end on the last day of their own row where an earlier row puts somebody in their place', async () => {
    await say('/wg add AIR name:"Working group on air"')
    await takeOver(
      here,
      await give(
        'air.csv',
        lines('Group,Role,Entity,E-mail,From', 'AIR,Principal,OSN,ana@osn.example,2026-01-01'),
      ),
    )
    const handed = await give(
      'handed.csv',
      lines(
        'Group,Role,Entity,E-mail,From,To',
        'AIR,Principal,OSN,bao@osn.example,2027-02-01,',
        'AIR,Principal,OSN,ana@osn.example,2026-01-01,2027-01-15',
      ),
    )
    expect((await takeOver(here, handed)).outcome).toBe('done')

    expect(await say('/directory person ana@osn.example on:2027-01-15')).toContain('principal seat in AIR')
    expect(await say('/directory person ana@osn.example on:2027-01-16')).not.toContain(
      'principal seat in AIR',
    )
    expect(await say('/directory person bao@osn.example on:2027-02-01')).toContain('principal seat in AIR')
  })

  test('that end before they begin, or are lengthened over another holder, are refused with row and column', async () => {
    const rows = (...some: readonly string[]) =>
      give('ends.csv', lines('Group,Role,Entity,E-mail,From,To', ...some))
    const early = await rows('WATER,Alternate,CHS,min@chs.example,,2024-12-31')
    expect(early.text).toMatch(/Row 2, To: The seat begins on .* would have ended before/)

    await takeOver(
      here,
      await rows(
        'WATER,Alternate,OSN,bao@osn.example,2026-01-01,2026-11-30',
        'WATER,Alternate,OSN,ana@osn.example,2026-12-01,',
      ),
    )
    const longer = await rows('WATER,Alternate,OSN,bao@osn.example,2026-01-01,2027-03-31')
    expect(longer.text).toMatch(/Row 2, To: .*seat on some of these days/)
  })
})
