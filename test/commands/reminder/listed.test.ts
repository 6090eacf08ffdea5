import { afterEach, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

test('a reminder of a group offers to be cancelled to those who lead the group now, and no more to whoever set it and did', async () => {
  here = await world()
  const [former, now] = [focal('interpol'), focal('unodc')]
  await here.say(former, '/reminder add Drafts at:"4 Dec 09:00" wg:ETCIP confirm:yes')
  const offered = async (whom: string) =>
    (await here.say(whom, '/reminder list')).answer.message.blocks
      .flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
      .filter(({ label }) => label === 'Cancel R1')
  expect(await offered(former)).toHaveLength(1)
  expect(await offered(now)).toHaveLength(0)
  await here.say(secretariat, '/wg appoint ETCIP role:chair entity:UNODC from:2026-11-22 confirm:yes')
  await here.turn('2026-11-22T12:00:00Z')

  expect(await offered(former)).toHaveLength(0)
  expect(await offered(now)).toHaveLength(1)
})

test('a list of more reminders than one answer holds says so, and goes on to the last', async () => {
  here = await world()
  for (let n = 1; n <= 53; n++)
    await here.say(focal('who'), `/reminder add "Call ${n}" at:"2027-03-${(n % 28) + 1} 10:00"`)
  const first = await here.say(focal('who'), '/reminder list')
  const next = await here.press(focal('who'), 'reminder list', { page: '2' })

  expect(first.text).toContain('50 reminders, page 1; more follow:')
  expect(first.text).toContain('[Next page]')
  expect(next.text).toMatch(/^\d reminders, page 2:/)
  const all = `${first.text}\n${next.text}`
  expect([...new Set(all.match(/Call \d+/g))]).toHaveLength(53)
})

test('what is asked of somebody while they are away is listed with whoever is asked then, or that it does not come', async () => {
  here = await world()
  await here.say(secretariat, '/directory add person "Second Focal" email:second@who.example entity:WHO')
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  const listed = async () => (await here.say(focal('who'), '/reminder list')).text
  await here.say(focal('who'), '/profile away "5 Jan 2027 - 20 Jan 2027"')
  expect(await listed()).toMatch(/6 Jan 2027.*you are away until 20 Jan 2027, so it does not come before/)
  expect(await listed()).not.toMatch(/1 Jan 2027, 09:00.*you are away/)
  await here.say(focal('who'), '/profile away "5 Jan 2027 - 20 Jan 2027" alternate:"Second Focal"')
  expect(await listed()).toMatch(/6 Jan 2027.*Second Focal is asked, as you are away then/)
})

test('a list of some days alone has what comes on them, and goes on to its last page', async () => {
  here = await world()
  for (let n = 1; n <= 51; n++)
    await here.say(focal('who'), `/reminder add "Call ${n}" at:"2027-03-${(n % 28) + 1} 10:00"`)
  await here.say(focal('who'), '/reminder add "File" at:"2027-04-01 09:00"')
  const [spring, asked, march] = [
    await here.say(focal('who'), '/reminder list April 2027'),
    await here.say(focal('who'), 'what is due in April 2027?'),
    await here.say(focal('who'), '/reminder list March 2027'),
  ]
  const next = march.answer.message.blocks
    .flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
    .find(({ label }) => label === 'Next page')
  const last = await here.press(focal('who'), 'reminder list', { ...next?.values })

  expect(spring.text).toMatch(/^1 reminder from 1 Apr 2027 to 30 Apr 2027:\n.*File/)
  expect(asked.text).toBe(spring.text)
  expect(march.text).toMatch(/^50 reminders from 1 Mar 2027 to 31 Mar 2027, page 1; more follow:/)
  expect(last.text).toMatch(/^1 reminder from 1 Mar 2027 to 31 Mar 2027, page 2:/)
})

test('the number of a reminder alone shows it with what can be done to it, and to nobody else', async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(focal('who'), '/reminder add "Call Bob" at:"4 Dec 10:00"')
  await here.say(focal('who'), '/reminder add "Call Ann" at:"5 Dec 10:00"')
  const shown = await here.say(focal('who'), 'R2')

  expect(shown.text).toContain('R2 Sat 5 Dec 2026, 10:00')
  expect(shown.text).toContain('[Edit]')
  expect(shown.text).not.toContain('Call Bob')
  expect((await here.say(focal('undp'), 'R2')).text).toContain('You have no reminder R2 ahead')
})
