import { describe, expect, test } from 'vitest'

import { bareName, namedByTime } from '../../../src/meetings/namedByTime.ts'

const here = { now: new Date('2026-11-26T10:00:00Z'), zone: 'Europe/Vienna' }

describe('a meeting named by its time', () => {
  test.each([
    ['the June one', '', '2027-06-01', '2027-06-30'],
    ['ETCIP in june', 'ETCIP', '2027-06-01', '2027-06-30'],
    ["friday's PCVE meeting", 'PCVE', '2026-11-27', '2026-11-27'],
    ['the meeting on 17 June', '', '2027-06-17', '2027-06-17'],
    ['17 December call', 'call', '2026-12-17', '2026-12-17'],
    ['mercredi 16', '', '2026-12-16', '2026-12-16'],
    ['16 déc', '', '2026-12-16', '2026-12-16'],
    ['tuesdays call', 'call', '2026-12-01', '2026-12-01'],
    ['tomorrow', '', '2026-11-27', '2026-11-27'],
    ['2026-12-04', '', '2026-12-04', '2026-12-04'],
    ['Q1 plenary', 'plenary', '2027-01-01', '2027-03-31'],
  ])('%s', (text, words, from, to) => {
    expect(namedByTime(text, here, true)).toEqual({ words, days: { from, to }, which: 'next' })
  })

  test('a weekday is the one before where what is past is meant', () => {
    const days = (ahead: boolean) => namedByTime("Tuesday's call", here, ahead)?.days?.from
    expect([days(true), days(false)]).toEqual(['2026-12-01', '2026-11-24'])
  })

  test.each([
    ['the last one', '', 'latest'],
    ['next ETCIP meeting', 'ETCIP', 'next'],
    ['the latest PCVE session', 'PCVE', 'latest'],
  ])('%s', (text, words, which) => {
    expect(namedByTime(text, here, true)).toEqual({ words, days: null, which })
  })

  test.each([['Plenary'], ['marsh'], ['Phase 2'], ['the one'], [''], ['a b c d e f g h june']])(
    '“%s” names no time',
    (text) => {
      expect(namedByTime(text, here, true)).toBeUndefined()
    },
  )

  test('a name loses the words around it', () => {
    expect(bareName("the PCVE group's meeting")).toBe('PCVE group')
    expect(bareName('the one')).toBe('')
  })
})
