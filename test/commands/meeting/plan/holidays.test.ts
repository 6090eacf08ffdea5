import { expect, test } from 'vitest'

import { focal, world } from '../../../support/world.ts'

test('a series names those of its meetings that fall on holidays before it is scheduled', async () => {
  const here = await world({ now: '2026-11-23T09:00:00Z', askAbove: 5 })
  try {
    const asked = await here.say(
      focal('interpol'),
      '/meeting schedule Weekly wg:ETCIP start:"2026-12-04T14:00" repeat:weekly until:2027-02-10',
    )
    const [, off = ''] = asked.text.split('Meetings of the series on holidays and absences')
    expect(off).toMatch(/Fri 25 Dec 2026: 26 people are away or on a holiday: .* and 13 more/)
    expect(off).toContain('Fri 1 Jan 2027: 26 people')
    expect(off).not.toContain('Fri 11 Dec')
  } finally {
    await here.end()
  }
})
