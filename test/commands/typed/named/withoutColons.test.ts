import { expect, test } from 'vitest'

import { inFreshWorld, monday } from '../../../support/lines/inFreshWorld.ts'
import { secretariat } from '../../../support/world.ts'

test('options that are named without a colon are taken, and the answer says which', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    const project = await answerTo(
      '/project add Border Training lead UNODC budget 200k from Jan 2027 to Dec 2027',
    )
    expect(project).toContain('Added to the projects: Border Training\n')
    expect(project).toContain('Dates: 1 Jan 2027 – 31 Dec 2027')
    expect(project).toContain('Taken as options: lead: UNODC; budget: 200k; start: Jan 2027; end: Dec 2027.')
    expect(
      await answerTo(
        '/recommendation add Strengthen border posts country Togo theme borders due 30 June 2027',
      ),
    ).toContain('Taken as options: country: Togo; theme: borders; due: 30 June 2027.')
    expect(await answerTo('/recommendation add Strengthen the host country Togo')).toContain(
      'still needs: country',
    )
    const asked = await answerTo('/meeting schedule Border review wg ETCIP Friday 10:00 place Vienna')
    expect(asked).toContain('Scheduled M1: Border review (ETCIP), Fri')
    expect(asked).toContain('Taken as options: wg: ETCIP; place: Vienna.')
  })
})

test('a quorum may be a share of the members, which the answer counts', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    expect(await answerTo('/wg edit ETCIP quorum:50%')).toContain(
      '“50%” of the 23 member entities of ETCIP is 12. It stays so when members come or go.',
    )
    expect(await answerTo('/wg show ETCIP')).toContain('Quorum: 12 member entities')
    expect(await answerTo('/wg edit ETCIP quorum majority pillar 3')).toContain('is 12.')
    expect(await answerTo('/wg edit ETCIP quorum:two thirds')).toContain('is 16.')
    expect(await answerTo('/wg edit ETCIP quorum:plenty')).toContain('I cannot read “plenty” as a quorum.')
    await answerTo('/wg edit ETCIP quorum:0')
    expect(await answerTo('/wg show ETCIP')).not.toContain('Quorum')
  })
})

test('the name of an option that ends a line is asked for what it says', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    expect(await answerTo('/report plan ETCIP 2027 add')).toContain(
      'Type it behind the name: /report plan ETCIP 2027 add:"…"',
    )
    await answerTo('/project add "Safe borders" lead:UNODC')
    expect(await answerTo('/project edit PRJ1 budget')).toContain('“budget” says nothing yet')
    expect(await answerTo('/project edit PRJ1 budget 200k')).toContain('Budget: USD 200,000')
    expect(await answerTo('/wg show ETCIP')).toContain('Chair: INTERPOL')
  })
})

test('what is still needed of a list of choices is told with the choices', async () => {
  await inFreshWorld(monday, async (here) => {
    const { text } = await here.say(secretariat, '/report submit ETCIP achievements')
    expect(text).toContain('heading is one of: Mandate, primary objectives and composition; Research')
  })
})

test('words in the place of a page are whom a list is about, and a word after an issue is its format', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    expect(await answerTo('/directory lookups Lauren Daly')).toContain(
      'Lauren Daly has no record of their own',
    )
    expect(await answerTo('/directory lookups page 2')).toContain('There is no page 2.')
    await answerTo('/newsletter open November-December 2026 closes:"20 December"')
    expect(await answerTo('/newsletter export 1 pdf')).toContain(
      '“pdf” is not a choice here: give markdown, html, docx, eml or json.',
    )
    expect(await answerTo('/newsletter export 1 word')).toContain('.docx')
  })
})

test('a reminder before a meeting is about the meeting, by its title, where nothing else is said', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    await answerTo('/meeting schedule "Border review" wg:ETCIP start:"Friday 10:00"')
    for (const line of [
      'remind me 1 hour before M1',
      'remind me about M1 an hour before',
      'remind me an hour before the meeting',
      '/reminder add M1 at:1 hour before M1',
    ])
      expect(await answerTo(line), line).toMatch(/remind you Fri 27 Nov 2026, 09:00 .*: M1 Border review\n/)
    expect(await answerTo('remind me 1 hour before M1 to print the papers')).toContain(': print the papers')
  })
})
