import { describe, expect, test } from 'vitest'

import type { Block } from '../../../../src/core/message.ts'
import { clockSpan, clocks } from '../../../../src/core/reach/clocks.ts'
import { type HeedfulReader, reach } from '../../../../src/core/reach/reach.ts'
import { whom } from '../../../../src/core/reach/whom.ts'

const at = new Date('2026-11-23T09:00:00Z')

function reader(personId: number, zone: string, quiet?: readonly [number, number]): HeedfulReader {
  const [quietFrom = null, quietTo = null] = quiet ?? []
  return { personId, name: `Person ${personId}`, entity: `E${personId}`, zone, quietFrom, quietTo }
}

const wordsOf = (blocks: readonly Block[]) => JSON.stringify(blocks)

describe('what is about to be said', () => {
  const asleep = reader(1, 'Europe/Zurich', [20 * 60, 11 * 60])

  test('waits for the end of quiet hours', () => {
    const shown = wordsOf(reach([asleep], { at }))
    expect(shown).toContain('Mon 23 Nov 2026, 11:00: 1 person (Europe/Zurich)')
    expect(shown).toContain('After their quiet hours: E1')
  })

  test('does not wait where it would come too late', () => {
    const shown = wordsOf(reach([asleep], { at, neededBy: new Date('2026-11-23T10:30:00Z') }))
    expect(shown).toContain('Mon 23 Nov 2026, 10:00: 1 person (Europe/Zurich)')
    expect(shown).not.toContain('After their quiet hours')
  })
})

test('however many people there are, some are named and the others counted', () => {
  const people = Array.from({ length: 100 }, (_, one) => reader(one, 'Europe/Zurich'))

  expect(wordsOf([whom(people)])).toMatch(/E0, E1, .*, E59 and 40 more/)
  expect(wordsOf([whom(people.map((one) => ({ ...one, as: 'observer' as const })))])).toMatch(
    /Members.*none.*Observers.*and 40 more/,
  )
})

test('however many clocks there are, the most common are shown and the others counted', () => {
  const zones = [...Array.from({ length: 12 }, (_, one) => `Etc/GMT+${one}`), 'Etc/GMT+11']
  const lines = clocks(
    zones.map((zone, one) => reader(one, zone)),
    () => at,
  )

  expect(lines).toHaveLength(9)
  expect(lines[0]).toContain('2 people')
  expect(lines.at(-1)).toBe('At other hours: 4 people')
})

test('clocks of an instant run from the earliest to the latest, with the day where it is another', () => {
  const people = ['Asia/Tokyo', 'America/New_York', 'Europe/Paris'].map((zone, one) => reader(one, zone))
  const late = new Date('2026-11-23T20:00:00Z')

  expect(clockSpan(late, people, 'Europe/Paris')).toBe(
    '15:00 (America/New_York) to Tue 24 Nov 2026, 05:00 (Asia/Tokyo)',
  )
  expect(clockSpan(late, [], 'Europe/Paris')).toBe('21:00 (Europe/Paris)')
})
