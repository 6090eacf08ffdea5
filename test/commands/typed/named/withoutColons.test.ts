import { expect, test } from 'vitest'

import { inFreshWorld, monday } from '../../../support/said/inFreshWorld.ts'
import { secretariat } from '../../../support/world.ts'

test('options that are named without a colon are taken, and the answer says which', async () => {
  await inFreshWorld(monday, async (here) => {
    const said = async (line: string) => (await here.say(secretariat, line)).text
    const project = await said(
      '/project add Border Training lead UNODC budget 200k from Jan 2027 to Dec 2027',
    )
    expect(project).toContain('Added to the projects: Border Training\n')
    expect(project).toContain('Dates: 1 Jan 2027 – 31 Dec 2027')
    expect(project).toContain('Taken as options: lead: UNODC; budget: 200k; start: Jan 2027; end: Dec 2027.')
    expect(
      await said('/recommendation add Strengthen border posts country Togo theme borders due 30 June 2027'),
    ).toContain('Taken as options: country: Togo; theme: borders; due: 30 June 2027.')
    expect(await said('/recommendation add Strengthen the host country Togo')).toContain(
      'still needs: country',
    )
    const asked = await said('/meeting schedule Border review wg ETCIP Friday 10:00 place Vienna')
    expect(asked).toContain('Scheduled M1: Border review (ETCIP), Fri')
    expect(asked).toContain('Taken as options: wg: ETCIP; place: Vienna.')
  })
})

test('a quorum may be a share of the members, which the answer counts', async () => {
  await inFreshWorld(monday, async (here) => {
    const said = async (line: string) => (await here.say(secretariat, line)).text
    expect(await said('/wg edit ETCIP quorum:50%')).toContain(
      '“50%” of the 23 member entities of ETCIP is 12. It stays so when members come or go.',
    )
    expect(await said('/wg show ETCIP')).toContain('Quorum: 12 member entities')
    expect(await said('/wg edit ETCIP quorum majority pillar 3')).toContain('is 12.')
    expect(await said('/wg edit ETCIP quorum:two thirds')).toContain('is 16.')
    expect(await said('/wg edit ETCIP quorum:plenty')).toContain('I cannot read “plenty” as a quorum.')
    await said('/wg edit ETCIP quorum:0')
    expect(await said('/wg show ETCIP')).not.toContain('Quorum')
  })
})
