import { expect, test } from 'vitest'

import { inFreshWorld } from '../../../support/lines/inFreshWorld.ts'
import { focal, secretariat } from '../../../support/world.ts'

test('what was posted while an issue was closed is in the next one that is opened, though its days lie before', async () => {
  await inFreshWorld('2026-12-01T09:00:00Z', async (here) => {
    const early = '/update post "ILO held a course in Lima (22 Sep)" section:regional confirm:yes'
    await here.say(focal('ilo'), early)
    await here.say(focal('ilo'), '/update post "ILO holds a course in Lima (3 Jun 2027)" section:regional')
    const first = await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')
    expect(first.text).toContain(
      '1 update posted before it opened is in it. U1 tells of days before its months',
    )
    await here.say(secretariat, '/newsletter close')
    const late = await here.say(
      focal('who'),
      '/update post "WHO held a course in Geneva (20 Nov)" section:regional',
    )
    expect(late.text).toContain('Posted U3 for the next issue that is opened')
    const shown = await here.say(secretariat, '/update show U3')
    expect(shown.text).toContain('It is in no issue yet')
    await here.say(secretariat, '/update accept U1')
    for (const line of ['/newsletter approve', '/newsletter publish confirm:yes'])
      await here.say(secretariat, line)
    const next = await here.say(secretariat, '/newsletter open January-February closes:2027-03-05')
    expect(next.text).toContain(
      '1 update posted before it opened is in it. U3 tells of days before its months',
    )
    const triage = await here.say(secretariat, '/newsletter triage')
    expect(triage.text).toContain('U3 of WHO')
    expect((await here.say(secretariat, '/update show U2')).text).toContain('It is in no issue yet')
  })
})

test('an issue that is reopened has what was posted for its months while it was closed, and nothing that was held over from it', async () => {
  await inFreshWorld('2026-12-01T09:00:00Z', async (here) => {
    await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')
    await here.say(focal('ilo'), '/update post "ILO held a course in Lima (21 Nov)" section:regional')
    await here.say(secretariat, '/update hold-over U1')
    expect((await here.say(secretariat, '/update show U1')).text).toContain('It is held over')
    await here.say(secretariat, '/newsletter close')
    await here.say(focal('who'), '/update post "WHO held a course in Geneva (20 Nov)" section:regional')
    const again = await here.say(secretariat, '/newsletter reopen')
    expect(again.text).toContain('1 update posted while it was closed is in it')
    const draft = await here.say(secretariat, '/newsletter draft')
    expect(draft.text).toContain('WHO held a course')
    expect(draft.text).not.toContain('ILO held a course')
  })
})
