import { expect, test } from 'vitest'

import { focal, world } from '../../support/world.ts'

test('reminders of an hour that the clocks skip are moved forward, which is said, headed by their words, and repeat at that hour', async () => {
  const here = await world({ now: '2027-02-28T01:30:00Z' })
  for (const [line, title] of [
    ['"Night" at:2027-03-28T02:30', 'Night'],
    ['Night watch 28 Mar 2027 at 02:30', 'Night watch'],
    ['"Night round" at:"28 Mar 2027 02:30" repeat:daily', 'Night round'],
    ['"Night rest" at:"in a month"', 'Night rest'],
  ] as const) {
    const reply = await here.say(focal('opcw'), `/reminder add ${line}`)
    expect(reply.text).toContain(`I will remind you Sun 28 Mar 2027, 03:30 (Europe/Amsterdam): ${title}`)
    expect(reply.text).toContain('02:30 on 28 March 2027 does not exist in Europe/Amsterdam')
  }
  await here.turn('2027-03-28T01:31:00Z')
  const told = here.delivered.filter(({ text }) => text.startsWith('Reminder: Night'))
  expect(told).toHaveLength(4)
  expect(told.map(({ message }) => message)).toContainEqual(
    expect.objectContaining({ heading: 'Reminder: Night watch', summaryBelow: true }),
  )

  expect((await here.say(focal('opcw'), '/reminder list')).text).toContain('Mon 29 Mar 2027, 02:30')
  await here.end()
})
