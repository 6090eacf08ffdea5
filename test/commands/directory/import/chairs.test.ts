import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { secretariat, type World, world } from '../../../support/world.ts'
import { giveFile, pressLabelled, takeOver } from '../giveFile.ts'

describe('a list of chairs', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
  })
  afterAll(() => here.end())

  const give = (wg: string, organisation: string, since: string) =>
    giveFile(here, 'early.csv', `WG,Function,Organisation,Since\n${wg},chair,${organisation},${since}\n`)
  const show = async (wg: string, on: string) => (await here.say(secretariat, `/wg show ${wg} on:${on}`)).text

  test('ends who is in office the day before the next one, as is said first, and an undo brings back', async () => {
    const file = 'WG,Function,Organisation,Since,Until\nETCIP,chair,CTED,2027-01-01,\n'
    const reply = await giveFile(here, 'chairs.csv', file)
    expect(reply.text).toContain('1 role new, 0 changed')
    expect(reply.text).toContain('Row 2, Function: INTERPOL (Lauren Daly) is chair until 31 Dec 2026 then.')
    const taken = await takeOver(here, reply)
    expect(taken.outcome).toBe('done')
    expect(await show('ETCIP', '2026-12-31')).toContain('chaired by INTERPOL (Lauren Daly)')
    const after = await show('ETCIP', '2027-01-01')
    expect(after).toContain('chaired by CTED')
    expect(after).toMatch(/Members: .*INTERPOL/)
    expect((await giveFile(here, 'chairs.csv', file)).text).toContain('0 roles new, 0 changed, 1 unchanged')

    await pressLabelled(here, taken, 'Undo')
    const again = await show('ETCIP', '2027-01-01')
    expect(again).toContain('chaired by INTERPOL (Lauren Daly)')
    expect(again).not.toMatch(/Members: .*INTERPOL/)
  })

  test('may end one chair and begin another in two rows, in either order', async () => {
    const reply = await giveFile(
      here,
      'turn.csv',
      'WG,Function,Organisation,Since,Until\nRMME,chair,UNDP,2027-01-01,\nRMME,chair,UNOCT,,2026-11-30\n',
    )
    expect(reply.text).toContain('1 role new, 1 changed')
    expect(reply.text).not.toContain('is chair until')
    const other = await giveFile(
      here,
      'turn.csv',
      'WG,Function,Organisation,Since,Until\nRMME,chair,UNOCT,,2026-11-30\nRMME,chair,UNDP,2027-01-01,\n',
    )
    await takeOver(here, other)
    expect(await show('RMME', '2026-12-15')).toContain('Chair: none')
    expect(await show('RMME', '2027-01-01')).toContain('chaired by UNDP')
  })

  test.each([
    ['PCVE', 'UNDP', 'PCVE,chair,UNOCT,,New Holder\nPCVE,chair,UNDP,2027-01-01,\n'],
    ['BMLE', 'IOM', 'BMLE,chair,IOM,2027-01-01,\nBMLE,chair,CTED,,New Holder\n'],
  ])('may end who is in office and name their holder anew in another row: %s', async (wg, next, rows) => {
    const before = await show(wg, '2027-01-01')
    const reply = await giveFile(here, 'both.csv', `WG,Function,Organisation,Since,Holder\n${rows}`)
    expect(reply.text).toContain('1 role new, 1 changed')
    expect(reply.text).toContain('is chair until 31 Dec 2026 then.')
    const taken = await takeOver(here, reply)
    expect(taken.outcome).toBe('done')
    expect(await show(wg, '2026-12-31')).toContain('(New Holder)')
    expect(await show(wg, '2027-01-01')).toContain(`chaired by ${next}`)
    await pressLabelled(here, taken, 'Undo')
    expect(await show(wg, '2027-01-01')).toBe(before)
  })

  test.each([
    ['in order', 'chair,UNODC,2024-02-01\nchair,CTED,2027-01-01\nchair,UNDP,2027-07-01'],
    ['in no order', 'chair,UNDP,2027-07-01\nchair,UNODC,2024-02-01\nchair,CTED,2027-01-01'],
  ])('may follow one another in one list, each until the next begins: %s', async (name, rows) => {
    const acronym = name === 'in order' ? 'CHAIN' : 'LINKS'
    await here.say(secretariat, `/wg add ${acronym} name:"A Group of Turns ${name}"`)
    const file = `WG,Function,Organisation,Since\n${rows.replaceAll(/^/gm, `${acronym},`)}\n`
    const reply = await giveFile(here, 'turns.csv', file)
    expect(reply.text).toContain('3 roles new')
    expect(reply.text).toContain('UNODC is chair until 31 Dec 2026 then.')
    expect(reply.text).toContain('CTED is chair until 30 Jun 2027 then.')
    await takeOver(here, reply)
    expect(await show(acronym, '2026-12-31')).toContain('chaired by UNODC')
    expect(await show(acronym, '2027-06-30')).toContain('chaired by CTED')
    expect(await show(acronym, '2028-01-01')).toContain('chaired by UNDP')
    expect((await giveFile(here, 'turns.csv', file)).text).toContain('0 roles new, 0 changed, 3 unchanged')
  })

  test('that begins with no day, or before the one in office, is refused with row and column', async () => {
    const reply = await give('BMLE', 'WHO', '')
    expect(reply.text).toContain('Row 2, Since: CTED is chair on some of these days')
    const turn =
      'WG,Function,Organisation,Since,Until\nBMLE,chair,CTED,,2026-11-30\nBMLE,chair,UNDP,2027-01-01,\n'
    await takeOver(here, await giveFile(here, 'turn.csv', turn))
    const before = await give('BMLE', 'WHO', '2026-12-15')
    expect(before.text).toContain('Row 2, Since: UNDP is chair on some of these days')
    expect(before.text).not.toContain('role new')
  })
})
