import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { UserError } from '../../../../src/core/errors.ts'
import { readDuration } from '../../../../src/core/time/duration.ts'
import { readMoment } from '../../../../src/core/time/moment.ts'
import { readPeriod } from '../../../../src/core/time/period.ts'
import { readDay } from '../../../../src/core/time/typedDay.ts'

const here = { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Paris' }

describe('what a refusal offers', () => {
  const readers = [readMoment, readDay, readPeriod, (text: string) => readDuration(text)] as const
  const texts = [
    'x', 'soon', 'at 3', 'tonight', 'the 12th', 'next week', '12 Dec', '12 Dec 2030', '10/12', '10/12 9:00', 'tomorrow 15:00 CET',
    'tomorrow 15:00 EST', '2027-03-28 02:30', 'tomorrow 2-4', 'tomorrow 10:00 with cake', 'whenever', 'long', '3-5 Nov 10:00', 'x'.repeat(300),
  ] // biome-ignore format: a table

  test.each(readers.map((read, at) => [['moment', 'day', 'period', 'duration'][at], read] as const))(
    'as a %s is read by the same reader',
    (_, read) => {
      for (const text of texts) {
        try {
          read(text, here)
        } catch (error) {
          if (!(error instanceof UserError)) throw error
          const examples = /Try (.*)$/.exec(error.message)?.[1]?.matchAll(/“([^”]+)”/g) ?? []
          for (const [, example = ''] of examples) expect(() => read(example, here)).not.toThrow()
          for (const { value } of error.choices) expect(() => read(value, here)).not.toThrow()
        }
      }
    },
  )

  test('is never anything but a sentence, whatever is typed', () => {
    const word = fc.constantFrom(
      ...'at 12 Dec 3pm in two weeks hours 2026-12-12 14:30 - to next last Mon EST .. / T h of the first half tonight 10/12 end month 3 5th COB UTC +02:00 11月 ноября غدا ' // one line
        .split(' '),
    )
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(word, { maxLength: 9 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(text, (typed) => {
        for (const read of readers) {
          try {
            read(typed, here)
          } catch (error) {
            expect(error).toBeInstanceOf(UserError)
            if (error instanceof UserError)
              for (const { value } of error.choices) expect(() => read(value, here)).not.toThrow()
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
