import { expect, test } from 'vitest'

import { inFreshWorld, monday } from '../../../support/lines/inFreshWorld.ts'
import { secretariat } from '../../../support/world.ts'

test('an item goes into the library with its address and date after its title, in words of one’s own, too', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    expect(await answerTo('/library add AI toolkit, https://unicri.org/ai, March 2026')).toMatch(
      /^Added to the library: AI toolkit\n(?:.*\n)*.*Published: March 2026/,
    )
    expect(await answerTo('add to the library: "Guide on OSINT" https://interpol.int/osint')).toContain(
      'Added to the library: Guide on OSINT',
    )
    expect(await answerTo('is there a guide on OSINT?')).toContain('LIB2 Guide on OSINT')
    await answerTo('/library edit L2 entity INTERPOL')
    expect(await answerTo('/library list INTERPOL')).toMatch(/^1 item:/)
    expect(await answerTo('/library list guides')).toMatch(/^1 item:/)
    expect(await answerTo('/library list XYZ')).toContain('I know no working group called “XYZ”')
  })
})

test('projects are listed by an entity, a pillar or a status without the names of options', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    await answerTo('/project add "Safe borders" lead:UNOCT partners:CTED pillar:2 donors:EU status:ongoing')
    for (const line of ['ongoing', 'pillar II', 'pillar 2', 'UNOCT', 'CTED', 'EU', 'borders ongoing'])
      expect(await answerTo(`/project list ${line}`), line).toContain('PRJ1 Safe borders')
    for (const line of ['planned', 'pillar III', 'IOM'])
      expect(await answerTo(`/project list ${line}`), line).toContain('There are no such projects')
    expect(await answerTo('which projects does UNOCT lead?')).toContain('PRJ1 Safe borders')
    expect(await answerTo('/project edit PRJ1 status completed')).toContain('Status: completed')
  })
})

test('a recommendation is assigned, judged and listed as people say it', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    await answerTo('/recommendation add "Amend the law" country:Kenya owner:UNODC')
    expect(await answerTo('/recommendation list open Kenya')).toContain('REC1 Kenya')
    const assigned = await answerTo('/recommendation assign REC1 to UNOCT due 1 March')
    expect(assigned).toContain('REC1 is followed up by UNOCT')
    expect(assigned).toContain('Follow-up: 1 Mar 2027')
    expect(await answerTo('/recommendation status REC1 implemented law adopted on 3 November')).toContain(
      'REC1 is implemented',
    )
    expect(await answerTo('/recommendation show REC1')).toContain('law adopted on 3 November')
    expect(await answerTo('/recommendation list open')).toContain('There are no such recommendations')
  })
})

test('the work plan and the report of a group take their year, item, heading and text after its acronym', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    expect(await answerTo('/report plan ETCIP add "Second workshop" due 30 June 2027')).toContain(
      'WP1 Second workshop (due 30 Jun 2027): planned',
    )
    expect(await answerTo('/report plan ETCIP 1 done')).toContain(
      'WP1 Second workshop (due 30 Jun 2027): done',
    )
    expect(await answerTo('/report submit ETCIP 2026 challenges "Too few staff"')).toContain(
      'Submitted under “Challenges” for ETCIP in 2026',
    )
    expect(await answerTo('/report show ETCIP challenges')).toContain('Too few staff')
    expect(await answerTo('/report progress ETCIP 2026 as a file')).toContain('progress in 2026.')
    expect(await answerTo('/report record visits 300000 on 20 Nov')).toContain(
      'Visits to the platform: 300,000 on 20 Nov 2026',
    )
    expect(await answerTo('how many focal points do we have?')).toContain('In numbers on')
    expect(await answerTo('show me the annual report 2022')).toContain('Annual report 2022, as')
  })
})
