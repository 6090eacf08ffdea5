import { expect, test } from 'vitest'
import { inFreshWorld, monday } from '../../support/lines/inFreshWorld.ts'
import { buttonsOf } from '../../support/messages/shownMessage.ts'
import { focal, secretariat } from '../../support/world.ts'

const who = focal('who')
const chair = focal('interpol')

test('questions about meetings and words about absences are no updates', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(secretariat, '/meeting schedule Plenary wg:ETCIP start:"17 Dec 14:30"')
    const answerTo = async (line: string) => (await here.say(who, line)).text
    expect(await answerTo('when is the next meeting of ETCIP?')).toMatch(/^M1 Plenary/)
    expect(await answerTo("I can't come on 17 Dec")).toContain('You said no to M1')
    expect(await answerTo("i can't come on 18 Dec")).toContain('There is no such meeting on 18 Dec 2026')
    expect(await answerTo("I'm on leave next week")).toMatch(/^You are away/)
    expect(await answerTo('list of working groups')).toContain('ETCIP')
  })
})

test('a question how something is done is answered with the command that does it', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(who, line)).text
    expect(await answerTo('how do I post an update')).toMatch(
      /(?:first most likely|does it):[-•\s]+\/update post <text>/,
    )
    expect(await answerTo('how can I add a person?')).toMatch(
      /(?:first most likely|does it):[-•\s]+\/directory add person/,
    )
    expect(await answerTo('how do I change my time zone')).toMatch(
      /(?:first most likely|does it):[-•\s]+\/profile timezone/,
    )
    expect(await answerTo('how do I answer an invitation')).toMatch(
      /(?:first most likely|does it):[-•\s]+\/meeting rsvp/,
    )
    expect(await answerTo('/help how do I upload our spreadsheet')).toContain('/directory import <file>')
    expect(await answerTo('how do I cook rice')).toContain('I know no command for “cook rice”')
  })
})

test('what people ask and order in their own words is done, with what stands in the middle of it', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string, as = secretariat) => (await here.say(as, line)).text
    await answerTo('/meeting schedule Plenary wg:ETCIP start:"17 Dec 14:30"')
    expect(await answerTo("what's on in December?")).toContain('M1')
    expect(await answerTo('when can ETCIP meet?')).toContain('The best times for ETCIP')
    expect(await answerTo('push M1 back a week')).toContain('to Thu 24 Dec 2026, 14:30')
    expect(await answerTo('bring M1 forward by an hour')).toContain('to Thu 24 Dec 2026, 13:30')
    expect(await answerTo('who do I ask about aviation')).toContain('ICAO')
    expect(await answerTo('/meeting show M١')).toContain('M1 Plenary')
    await answerTo('/newsletter open 2026-11..2026-12 closes:2027-01-08 confirm:yes')
    expect(await answerTo('export the newsletter as word')).toContain('.docx')
  })
})

test('a meeting is asked for with its group, its hour and its length, and a day on which one cannot come names it', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(chair, line)).text
    expect(await answerTo('schedule ETCIP call next Thu 3pm 1h30')).toMatch(
      /^Scheduled M1: ETCIP call \(ETCIP\), .*\n.*Thu 26 Nov 2026, 15:00 \(Europe\/Paris\), 1 h 30 min/,
    )
    expect(await answerTo('book a meeting for ETCIP on Monday at 3pm for 90 minutes')).toContain(
      '15:00 (Europe/Paris), 1 h 30 min',
    )
    expect(await answerTo('set up a call with ETCIP on 8 December at 15:00')).toMatch(
      /^Scheduled M3: ETCIP call/,
    )
    expect(await answerTo('who else is coming')).toMatch(/^M2 ETCIP meeting/)
    expect(await answerTo('cant make thursday')).toContain('You said no to M1')
    expect(await answerTo('cant make friday')).toContain('There is no such meeting on 27 Nov 2026')
  })
})

test('an entity may stand before the role that it takes, and before what it joins as', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    expect(await answerTo('/wg appoint PCVE UNODC chair')).toContain('UNODC is chair of PCVE')
    expect(await answerTo('/wg appoint PCVE vice-chair UNODC')).toContain('UNODC is vice-chair of PCVE')
    expect(await answerTo('/wg appoint BMLE WHO vice chair')).toContain('WHO is vice-chair of BMLE')
    expect(await answerTo('/wg appoint BMLE vice chair ICAO')).toContain('ICAO is vice-chair of BMLE')
    expect(await answerTo('/wg join PCVE WHO as observer')).toContain('WHO is an observer of PCVE')
    expect(await answerTo('/wg join PCVE ICAO')).toContain('ICAO is a member of PCVE')
  })
})

test('a sentence behind a slash and the name of a feature does what it does alone, or is asked about', async () => {
  await inFreshWorld(monday, async (here) => {
    const said = async (line: string) => {
      const { text, answer } = await here.say(chair, line)
      return { text, buttons: buttonsOf(answer.message).map(({ label }) => label) }
    }
    for (const [line, text] of [
      ['/meeting could you show me what is on next week please', /^No meetings from 30 Nov 2026/],
      ['meeting what is on next week', /^No meetings from 30 Nov 2026/],
      ['/profile I am away next week', /^You are away 30 Nov/],
      ['/wg who chairs ETCIP', /^The chair of ETCIP/],
      ['/update what have I posted', /^You have posted no updates yet/],
      // Another feature is not made to change anything.
      ['/update I am away next week', /update has no action “I”; nothing was done/],
      ['/newsletter when does it close', /^No issue has been opened yet/],
      ['/meeting frobnicate the thing now', /has no action “frobnicate”. It has: schedule/],
    ] as const)
      expect((await said(line)).text).toMatch(text)
    for (const [line, ...buttons] of [
      ['/reminder call Lauren tomorrow at 9', 'Remind me: call Lauren'],
      ['/help who chairs ETCIP', '/directory find who chairs ETCIP', '/wg show ETCIP'],
      ['/help my time zone is Vienna', '/profile timezone Vienna'],
      // As the help itself has it.
      [
        /own words works too: (.+)\.$/m.exec((await said('/help')).text)?.[1] ?? '',
        '/meeting list next week',
      ],
      ['/help when is the next meeting of ETCIP', '/meeting list ETCIP'],
    ] as const) {
      const asked = await said(line)
      expect(asked.text).toContain('I am not sure what you mean, and nothing was done.')
      expect(asked.buttons.slice(0, buttons.length)).toEqual(buttons)
    }
    // Whoever is not linked is offered nothing that they may not do.
    const { answer } = await here.say('nobody@elsewhere.example', '/help who chairs ETCIP')
    expect(buttonsOf(answer.message).map(({ label }) => label)[0]).toBe('Link my account')
    expect((await said('/help asdf qwer zxcv')).text).toContain('I know no command for “asdf qwer zxcv”')
  })
})
