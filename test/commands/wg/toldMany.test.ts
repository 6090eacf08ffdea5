import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { focal, secretariat, type World, world } from '../../support/world.ts'
import { toldBy } from './toldBy.ts'

describe('a change that concerns many', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z', askAbove: 5 })
    await here.say(secretariat, '/wg add WATER name:"Working group on water" pillar:I')
  })
  afterAll(() => here.end())

  const many = 'entity:"IOM, OPCW, IPU, UNHCR, WCO, WHO, UNESCO, UNDP, FATF"'

  test('is shown first, leaves everything as it was until then, and says how many were told', async () => {
    const asked = await here.say(secretariat, `/wg join WATER ${many}`)
    expect(asked.outcome).toBe('asked')
    expect(asked.text).toMatch(/This is about to write to \d+ people:/)
    expect(asked.text).toMatch(/IOM focal point: IOM is a member of WATER from 23 Nov 2026 on/)
    expect(asked.text).toContain('Nothing has been sent or changed yet.')
    expect(here.delivered).toEqual([])
    expect((await here.say(secretariat, '/wg show WATER')).text).not.toMatch(/Members: .*\bIOM\b/)

    const { told, answer } = await toldBy(here, `/wg join WATER ${many} confirm:yes`)
    expect(told.length).toBeGreaterThan(5)
    expect(new Set(told.map(([to]) => to)).size).toBe(told.length)
    expect(answer).toMatch(/and \d+ others are told\./)

    const undo = await here.say(secretariat, '/wg undo')
    expect(undo.text).toContain('about to write to')
    const number = /D\d+/.exec(JSON.stringify(undo.answer))?.[0] ?? ''
    const back = await toldBy(here, `/wg undo ${number} confirm:yes`)
    expect(back.told.map(([to]) => to)).toEqual(told.map(([to]) => to))
  })

  test('as the closing of a group: its members are told, and again where that is taken back', async () => {
    const asked = await here.say(secretariat, '/wg retire ETCIP')
    expect(asked.text).toContain('Close ETCIP from 23 Nov 2026 on? That is about to write to')
    expect(here.delivered.some(({ text }) => text.includes('closed'))).toBe(false)

    const { told } = await toldBy(here, '/wg retire ETCIP on:2027-01-01 confirm:yes')
    expect(told).toContainEqual([
      focal('interpol'),
      'ETCIP is closed from 1 Jan 2027 on, by a change of Compact Secretariat.',
    ])
    const last = await here.say(secretariat, '/directory audit ETCIP')
    const change = /D\d+/.exec(last.text)?.[0] ?? ''
    expect((await here.say(secretariat, `/directory revert ${change}`)).outcome).toBe('asked')
    const back = await toldBy(here, `/directory revert ${change} confirm:yes`)
    expect(back.told.map(([to]) => to)).toEqual(told.map(([to]) => to))
    expect(back.told[0]?.[1]).toBe('ETCIP is not closed after all: Compact Secretariat took that back.')
  })
})

describe('whoever is told of a change', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z' })
  })
  afterAll(() => here.end())

  test('is nobody who made it, and hears of it after their quiet hours', async () => {
    await here.say(focal('iom'), '/reminder settings quiet:22:00-07:00')
    await here.turn('2026-11-24T01:00:00Z')
    const from = here.delivered.length
    const joined = await here.say(focal('interpol'), '/wg join ETCIP entity:"IOM, INTERPOL"')
    expect(joined.text).toContain('IOM focal point is told.')
    expect(here.delivered.slice(from)).toEqual([])
    await here.turn('2026-11-24T08:00:00Z')
    const told = here.delivered.slice(from).filter(({ text }) => text.includes('a member of ETCIP'))
    expect(told.map(({ to }) => to)).toEqual([focal('iom')])
  })

  test('are those behind two records that become one, on an account each, and again where they are parted', async () => {
    for (const one of ['ipu', 'opcw']) await here.say(focal(one), '/profile show', { profile: {} })
    const toldOnAccounts = async (line: string) => {
      const from = here.told.length
      expect((await here.say(secretariat, line)).outcome).toBe('done')
      return new Map(here.told.slice(from).map(({ account, text }) => [account, text]))
    }
    const merged = await toldOnAccounts(`/directory merge ${focal('ipu')} into:${focal('opcw')} confirm:yes`)
    expect(merged.size).toBe(2)
    expect(merged.get(focal('ipu'))).toMatch(
      /Your record, P\d+, is now part of the record of OPCW focal point \(P\d+\), by/,
    )
    expect(merged.get(focal('opcw'))).toMatch(
      /The record of IPU focal point \(P\d+\) is now part of your record, by/,
    )
    expect(merged.get(focal('ipu'))).toContain('Why you: you are the one whose record it is.')

    const change = /revert (D\d+)/.exec([...merged.values()].join())?.[1] ?? ''
    const parted = await toldOnAccounts(`/directory revert ${change}`)
    expect([...parted.keys()].sort()).toEqual([focal('ipu'), focal('opcw')])
    expect(parted.get(focal('ipu'))).toContain('it is your own again')
  })

  test('are those who stand for an entity that is retired', async () => {
    const { told } = await toldBy(here, '/directory retire entity FATF confirm:yes')
    expect(told).toEqual([
      [
        focal('fatf'),
        'FATF is retired from 24 Nov 2026 on, by a change of Compact Secretariat; its seats in working groups end with it.',
      ],
    ])
  })
})
