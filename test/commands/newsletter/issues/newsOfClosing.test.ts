import { expect, test } from 'vitest'

import { buttonNamed, goAhead, press, sayIt } from '../../../support/lines/pressed.ts'
import { focal, secretariat, world } from '../../../support/world.ts'

test('another closing day, and a closing before it, shows first whom of those called in vain it is told', async () => {
  const here = await world({ now: '2026-11-24T15:00:00Z', askAbove: 5 })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.turn('2026-11-24T15:10:00Z')
  await here.turn('2027-01-05T18:00:00Z')
  here.delivered.length = 0
  const asked = await here.say(secretariat, '/newsletter extend +3 days')
  const later = await here.say(secretariat, '/newsletter extend +3 weeks')
  await here.turn('2027-01-05T18:05:00Z')
  const unasked = here.delivered.length
  const done = await press(here, secretariat, buttonNamed(asked, 'Do it and remind them'))
  await here.turn('2027-01-05T18:10:00Z')
  const told = (words: string) => here.delivered.filter(({ text }) => text.includes(words)).length
  const reminded = [told('closes in 6 days'), told('now takes updates until')]
  const stale = await press(here, secretariat, buttonNamed(later, 'Do it and remind them'))
  const longer = await sayIt(here, secretariat, '/newsletter extend +3 weeks')
  const changed = told('now takes updates until Mon 1 Feb 2027')
  const early = await press(here, secretariat, buttonNamed(asked, 'Do it and remind them'))
  await sayIt(here, focal('who'), '/newsletter pass')
  const closing = await here.say(secretariat, '/newsletter close')
  await goAhead(here, secretariat, closing)
  const closed = told('was closed before its day')
  await here.turn('2027-01-09T18:00:00Z')
  const reopened = await here.say(secretariat, '/newsletter reopen')
  await here.end()

  expect(asked.text).toMatch(/take updates until Mon 11 Jan 2027, 23:59 .*, and remind 45 people of it now/)
  expect(asked.text).toMatch(/Tue 5 Jan 2027, 13:00: \d+ people \(America\/New_York/)
  expect(later.text).toContain('remind 45 people of it now, from whose entities nothing has come?')
  expect(unasked).toBe(0)
  expect(done.text).toContain('takes updates until Mon 11 Jan 2027')
  // A reminder that is due says the day itself.
  expect(reminded).toEqual([45, 0])
  expect(longer.text).toContain(
    '45 people are told who were called and from whose entities nothing has come.',
  )
  expect(stale.outcome).toBe('asked')
  expect(stale.text).toMatch(
    /^It was changed since you were asked: it closes Mon 11 Jan 2027.* now\. Let No\. 1.* until Fri 29 Jan 2027/,
  )
  // Whoever shortens it meanwhile is asked as well, though nobody new is called by that.
  expect([early.outcome, early.text]).toEqual(['asked', expect.stringContaining('it closes Mon 1 Feb 2027')])
  expect(changed).toBeGreaterThan(20)
  expect(closing.text).toContain('This is about to write to 44 people.')
  expect(closed).toBe(44)
  expect(reopened.text).toMatch(/Open No\. 1.* again, and remind 44 people of it now/)
})
