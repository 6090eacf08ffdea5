import { describe, expect, test } from 'vitest'

import { hoursListed } from '../../../../../src/core/time/phrases/hoursListed.ts'

describe('the bare hours of several times', () => {
  test.each([
    ['14 Dec 15:00, 15 Dec 4 and 16 Dec 5', '14 Dec 15:00, 15 Dec 16:00 and 16 Dec 17:00'],
    ['Mon 14 Dec 10, 11 or 15:00', 'Mon 14 Dec 10:00, 11:00 or 15:00'],
    ['14 Dec 3 or 4pm', '14 Dec 15:00 or 4pm'],
    ['14 Dec noon, 1 or 2', '14 Dec noon, 13:00 or 14:00'],
    ['Tue 14:00 or Wed 3', 'Tue 14:00 or Wed 15:00'],
    ['1 and 2 Dec 10:00', '1 and 2 Dec 10:00'],
    ['1 Dec 10:00, 2 and 3 Dec 11:00', '1 Dec 10:00, 2 and 3 Dec 11:00'],
    ['Tue 8 at 10:00, Wed 9', 'Tue 8 at 10:00, Wed 9'],
    ['14 Dec 10:00; 15 Dec', '14 Dec 10:00; 15 Dec'],
  ])('are read as those beside them: %s', (typed, text) => {
    expect(hoursListed(typed)).toEqual({ kind: 'sure', text })
  })

  test.each([
    ['14 Dec 9:30, 10 and 2', '14 Dec 9:30, 10:00 and 14:00', '14 Dec 9:30, 10:00 and 02:00'],
    ['14.12. 10, 15.12. 4', '14.12. 10:00, 15.12. 16:00', '14.12. 10:00, 15.12. 04:00'],
    ['14 Dec 8pm, 9 or 10', '14 Dec 8pm, 21:00 or 22:00', '14 Dec 8pm, 09:00 or 10:00'],
    ['7 Dec 9am or 2, 8 Dec 10', '7 Dec 9am or 14:00, 8 Dec 10:00', '7 Dec 9am or 02:00, 8 Dec 10:00'],
  ])('are both where none beside them is sure: %s', (typed, afternoon, morning) => {
    expect(hoursListed(typed)).toMatchObject({
      kind: 'unsure',
      afternoon: { text: afternoon },
      morning: { text: morning },
    })
  })

  test('are found in time that grows with the text', () => {
    const started = performance.now()
    hoursListed('14 Dec 4, '.repeat(5000))
    expect(performance.now() - started).toBeLessThan(1500)
  })
})
