import { afterAll, beforeAll, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(secretariat, '/meeting schedule "Border review" wg:ETCIP start:"Friday 10:00"')
})
afterAll(() => here.end())

const answerTo = async (line: string, who = secretariat) => (await here.say(who, line)).text

test('a value that was asked for is taken from the next line', async () => {
  for (const [asked, answer, wanted] of [
    ['/reminder add Call Bob', 'tomorrow at 9 please', /remind you Tue 24 Nov 2026, 09:00 .*: Call Bob/],
    ['remind me to call Eve', 'make it Friday 10:00', /remind you Fri 27 Nov 2026, 10:00 .*: call Eve/],
    ['/reminder add Call Ann tomorrow at half past three', 'in the afternoon', /15:30 .*: Call Ann/],
    ['/project add Safe borders', 'UNODC', /Lead: UNODC/],
    ['/meeting rsvp M1', 'yes', /You said yes to M1/],
  ] as const) {
    await answerTo(asked)
    expect(await answerTo(answer), answer).toMatch(wanted)
  }
})

test('a value that was asked for is taken neither after something else, nor from what is a command', async () => {
  await answerTo('/reminder add Call Bob')
  await answerTo('/profile show')
  expect(await answerTo('tomorrow at 9')).not.toContain('I will remind you')
  await answerTo('/reminder add Call Bob')
  expect(await answerTo('help')).toContain('What I can do')
})

test('a button is pressed by its words, or by its place in words, and they are told', async () => {
  await answerTo('remind me at half past three to call')
  const text = await answerTo('what can I press?')
  expect(text).toMatch(/You can say the words of a button or its number, such as “option 2”: 1 “Mon 23 Nov/)
  await answerTo('remind me at half past three to call')
  expect(await answerTo('option 2')).toMatch(/remind you Tue 24 Nov 2026, 03:30/)
  await answerTo('remind me at half past three to call')
  expect(await answerTo('the first one')).toMatch(/remind you Mon 23 Nov 2026, 15:30/)
  expect(await answerTo('Undo: cancel it')).toMatch(/^(?:Cancelled|R\d+)/)
  expect(await answerTo('press 9')).not.toContain('Cancelled')
})

test('a word that is a command is not taken for the button of an answer that asked nothing', async () => {
  await answerTo('/wg show ETCIP')
  expect(await answerTo('history')).toContain('may mean')
})

test('a mail to the secretariat answers the invitation that waits', async () => {
  const mail = 'Dear Secretariat,\n\nI confirm my participation in the meeting.\n\nBest regards,\nA. Focal'
  expect(await answerTo(mail, focal('cted'))).toContain('You said yes to M1 Border review')
  const no = 'Dear all,\nI am unable to attend as I am on mission.\nKind regards'
  expect(await answerTo(no, focal('unodc'))).toContain('You said no to M1 Border review')
  expect(await answerTo('who said no to M1', secretariat)).toContain('UNODC')
})

test('a line that presses a button presses it once, where it comes twice at once or is delivered again', async () => {
  const extra = { deliveryId: 'line-1' }
  await here.say(secretariat, '/directory find CTED')
  const first = await here.say(secretariat, 'option 1', extra)
  const again = await here.say(secretariat, 'option 1', extra)
  expect(again.text).toBe(first.text)
  await here.turn('2026-11-23T09:01:00Z')
  expect((await here.say(secretariat, 'option 1', extra)).text).toBe(first.text)

  await here.say(secretariat, '/directory find WHO')
  const card = await answerTo('the first one')
  expect(card).toContain('World Health Organization')
  expect(await answerTo('the first one')).toBe(card)
})

test('an ok right behind a refusal answers no invitation, and a yes does', async () => {
  const who = focal('wco')
  for (const [refused, ok] of [
    ['/update show U99', 'ok'],
    ['frobnicate the thing', 'Okay.'],
    ['/meeting show M9', '👍'],
  ] as const) {
    await answerTo(refused, who)
    expect(await answerTo(ok, who)).toContain('Nothing was done.')
  }
  expect(await answerTo('ok', who)).toContain('Nothing was done.')
  expect(await answerTo('yes', who)).toContain('You said yes to M1')
})

test('a yes or a no right behind a refusal or a question that offers something is for that, and for no invitation', async () => {
  const who = focal('icao')
  for (const line of ['/wg show KKKK', '/reminder add Call Eve tomorrow at 3', '/reminder add Call Eve']) {
    for (const no of ['no', 'Nein.', 'non merci', 'nope 🙂']) {
      await answerTo(line, who)
      expect(await answerTo(no, who), `${line}, ${no}`).toMatch(/^Nothing was done\./)
    }
    await answerTo(line, who)
    expect(await answerTo('yes', who), line).toContain('Nothing was done.')
  }
  await answerTo('/meeting show M1', who)
  expect(await answerTo('Nein, danke', who)).toContain('You said no to M1')
  await answerTo('/meeting rsvp M1', who)
  expect(await answerTo('oui 🙂', who)).toContain('You said yes to M1')
})

test('the words of a button that turns a vote are a whole vote where they are typed', async () => {
  await answerTo('/meeting poll open Next wg:ETCIP slots:"10 Dec 15:00, 11 Dec 15:00"')
  const who = focal('cted')
  expect(await answerTo('/meeting poll vote P1', who)).toContain('[Vote for 2]')
  expect(await answerTo('vote for 2', who)).toContain('Your vote in P1 Next: 1 no, 2 yes.')
  expect(await answerTo('vote for 2', who)).toContain('already')

  await answerTo('/meeting poll vote P1 1', focal('unodc'))
  expect(await answerTo('/meeting poll show P1')).toContain('Slots 1 and 2 tie')
  await answerTo('/meeting poll settle P1 slot:1')
  const shown = await answerTo('/meeting poll show P1')
  expect(shown).toContain('It was settled on M2; 2 of 23 members had voted.')
  expect(shown).toContain('Did not vote:')
})
