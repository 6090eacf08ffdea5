import { expect, test } from 'vitest'

import { inFreshWorld, monday } from '../../../support/lines/inFreshWorld.ts'
import { secretariat } from '../../../support/world.ts'

test('the time in another place is told, beside one’s own', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    expect(await answerTo('what time is it in Nairobi?')).toMatch(
      /^It is Mon 23 Nov 2026, \d\d:00 \(Africa\/Nairobi\); for you it is Mon 23 Nov 2026, \d\d:00 \(.*\)\.$/,
    )
    expect(await answerTo('What is the time?')).toMatch(/^It is Mon 23 Nov 2026, [^;]*\.$/)
    expect(await answerTo("what's the time in Atlantis")).toContain('I know no time zone called “Atlantis”')
    expect(await answerTo('/help time')).toContain('Days and times are typed')
  })
})

test('a meeting is scheduled, put on its agenda and answered in half sentences', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    expect(await answerTo('schedule ETCIP Friday 10:00')).toContain(
      'Scheduled M1: ETCIP meeting (ETCIP), Fri',
    )
    expect(await answerTo('schedule Border review wg ETCIP Friday 15:00')).toContain('Border review (ETCIP)')
    expect(await answerTo('put Budget on the agenda of M1, 20 minutes')).toContain('1. Budget (20 min)')
    expect(await answerTo('add Elections to the agenda for M1 for 5 minutes')).toContain(
      '2. Elections (5 min)',
    )
    expect(await answerTo('put Drones on the agenda of M1, presented by UNODC')).toContain(
      '3. Drones (UNODC)',
    )
    for (const line of ['prochaine réunion ?', 'когда следующая встреча?', '下次会议是什么时候？'])
      expect(await answerTo(line), line).toContain('M1 ETCIP meeting')
    expect(await answerTo('what’s on my calendar on Friday?')).toContain('M1')
    expect(await answerTo('sí, asistiré a M1')).toContain('You said yes to M1')
    expect(await answerTo('answer no to the meeting')).toContain('You said no to M2')
  })
})

test('a chair speaks in half sentences while a meeting goes on', async () => {
  await inFreshWorld('2026-11-23T09:05:00Z', async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    await answerTo('/meeting schedule "Border review" wg:ETCIP start:"today 09:10 UTC"')
    expect(await answerTo('call the meeting to order')).toContain('Started M1')
    expect(await answerTo('floor to CTED')).toContain('CTED has the floor')
    for (const line of ['how much time left?', 'time check', 'how long do we have'])
      expect(await answerTo(line), line).toContain('Ends: ')
    await answerTo('proposal: adopt the plan')
    expect(await answerTo('no objections, adopted')).toContain('R1 is adopted')
    expect(await answerTo('what did we decide?')).toContain('Minutes of M1')
    expect(await answerTo('action UNODC to draft ToR by Friday')).toContain(
      'A1 draft ToR (UNODC, due 27 Nov 2026)',
    )
    expect(await answerTo('AP: circulate minutes')).toContain('A2 circulate minutes')
  })
})

test('all that waits is accepted by any word for all, and news is posted', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    const long = `${'and the experts met with customs officials of the port of Tema '.repeat(4)}`.trim()
    expect(await answerTo(`News: UNODC trained 30 judges in Accra ${long} on 3 November 2026`)).toContain(
      'Posted U1',
    )
    expect(await answerTo('accept everything')).toContain('Accepted U1')
    await answerTo('news: CTED visited Kenya on 5 November 2026')
    expect(await answerTo('/update accept all updates')).toContain('Accepted U2')
  })
})
