import { expect, test } from 'vitest'

import { inFreshWorld, monday } from '../../support/lines/inFreshWorld.ts'
import { focal } from '../../support/world.ts'

const who = focal('cted')

test.each([
  ['recuérdame mañana a las 10 llamar a Ana', 'Tue 24 Nov 2026, 10:00', 'llamar a Ana'],
  ['recuérdame a las 10 de llamar a Ana', 'Mon 23 Nov 2026, 10:00', 'llamar a Ana'],
  ["rappelle-moi demain à 10h d'appeler Anne", 'Tue 24 Nov 2026, 10:00', 'appeler Anne'],
  ['напомни завтра в 10 позвонить Анне', 'Tue 24 Nov 2026, 10:00', 'позвонить Анне'],
  ['ذكرني غدا الساعة 10 بالاتصال بآنا', 'Tue 24 Nov 2026, 10:00', 'بالاتصال بآنا'],
])('“%s” has its time before the text: %s', async (line, at, text) => {
  await inFreshWorld(monday, async (here) => {
    const reply = await here.say(who, line)
    expect(reply.text).toContain(at)
    expect(reply.text.replace(/[\u2068\u2069]/g, '')).toContain(`: ${text}`)
  })
})

test('one reminder is shown by its number wherever days are looked for', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(who, '/reminder add "Call Bob" at:"tomorrow 10:00"')
    for (const line of ['/reminder list R1', 'reminder R1', '/reminder R1', 'reminder list r1'])
      expect((await here.say(who, line)).text, line).toMatch(/^R1 .*Call Bob/)
  })
})

test('whoever wants quiet for once reads why that is not set, and what is there instead', async () => {
  await inFreshWorld(monday, async (here) => {
    for (const line of ['mute until tomorrow', 'mute for 2 hours', 'do not disturb today']) {
      const reply = await here.say(who, line)
      expect(reply.text, line).toContain('Quiet hours are those of every day')
      expect(reply.outcome, line).toBe('refused')
    }
  })
})

test.each([
  ['Remind me tommorow at 9 to call Bob', 'Tue 24 Nov 2026, 09:00', 'call Bob'],
  ['remind me to call Bob tonite at 8', 'Mon 23 Nov 2026, 20:00', 'call Bob'],
  ['remind me to call Bob on Wensday at 10', 'Wed 25 Nov 2026, 10:00', 'call Bob'],
  ['remind me to call Bob Thurdsay 10am', 'Thu 26 Nov 2026, 10:00', 'call Bob'],
  ['remind me to see the match at 9', 'Mon 23 Nov 2026, 09:00', 'see the match'],
])('“%s” takes a day for what it is though a letter slipped: %s', async (line, at, text) => {
  await inFreshWorld(monday, async (here) => {
    const reply = await here.say(who, line)
    expect(reply.text).toContain(`${at} (America/New_York): ${text}\n`)
  })
})

test.each([
  ['every Friday at 4pm remind me to send the report', 'Fri 27 Nov 2026, 16:00', 'send the report'],
  ['tomorrow at 9 remind me to call Bob', 'Tue 24 Nov 2026, 09:00', 'call Bob'],
  ['in 2 hours please remind me to call Bob', 'Mon 23 Nov 2026, 06:00', 'call Bob'],
  ["don't let me forget to call Bob tomorrow at 9", 'Tue 24 Nov 2026, 09:00', 'call Bob'],
])('“%s” sets a reminder: %s', async (line, at, text) => {
  await inFreshWorld(monday, async (here) => {
    expect((await here.say(who, line)).text).toContain(`${at} (America/New_York): ${text}`)
  })
})

test('a reminder is said again, put off and done in a few words', async () => {
  await inFreshWorld(monday, async (here) => {
    const { answer } = await here.say(who, 'set an alarm for 7am')
    expect(answer.form?.given['at']).toBe('7am')
    await here.say(who, 'remind me at 10 to call Bob')
    expect((await here.say(who, 'R1 at 11')).text).toContain('R1 comes Mon 23 Nov 2026, 11:00')
    expect((await here.say(who, 'move R1 to Friday')).text).toContain('R1 comes Fri 27 Nov 2026, 11:00')
    expect((await here.say(who, 'postpone R1 by 3 days')).text).toContain('Mon 30 Nov 2026, 11:00')
    await here.turn('2026-11-30T16:01:00Z')
    expect((await here.say(who, 'remind me again in 20 minutes')).text).toContain('30 Nov 2026, 11:21')
    await here.say(who, 'remind me on Friday at 10 to pay')
    expect((await here.say(who, 'R2 done')).text).toContain('Cancelled R2')
  })
})

test.each([
  [
    'what do I have to do this week?',
    /^\d+ reminders? from 23 Nov 2026 to 29 Nov 2026:|^You have no reminders from/,
  ],
  ['anything due tomorrow?', /on 24 Nov 2026/],
  ["what's on my plate?", /reminders? ahead/],
  ['my deadlines', /reminders? ahead/],
  ['who covers for me?', /^You have no absence ahead/],
  ["who's covering for me while I'm away", /^You have no absence ahead|away/],
])('%j shows what is meant', async (line, wanted) => {
  await inFreshWorld(monday, async (here) => {
    const reply = await here.say(who, line)
    expect(reply.outcome).toBe('done')
    expect(reply.text).toMatch(wanted)
  })
})

test('the members of a group are reminded by its chair in any words for them', async () => {
  await inFreshWorld(monday, async (here) => {
    for (const whom of [
      'the members of ETCIP',
      'everyone in ETCIP',
      'all ETCIP members',
      'all members of ETCIP',
    ]) {
      const reply = await here.say(focal('interpol'), `remind ${whom} about the deadline tomorrow at 9`)
      expect(reply.text, whom).toMatch(
        /^R\d+: I will remind ETCIP \(.*\) Tue 24 Nov 2026, 09:00 \(Europe\/Paris\): the deadline/,
      )
    }
  })
})

test.each([
  ['提醒我明天9点打电话', 'Tue 24 Nov 2026, 09:00', '打电话'],
  ['请提醒我明天下午三点开会', 'Tue 24 Nov 2026, 15:00', '开会'],
  ['明天下午三点半提醒我开会', 'Tue 24 Nov 2026, 15:30', '开会'],
  ['提醒我 明天十二点 打电话', 'Tue 24 Nov 2026, 12:00', '打电话'],
])('“%s” sets a reminder though no spaces separate its words', async (line, at, text) => {
  await inFreshWorld(monday, async (here) => {
    expect((await here.say(who, line)).text).toContain(`${at} (America/New_York): ${text}`)
  })
})

test.each([
  ['remind me at quarter to five pm to call Vienna', 'Mon 23 Nov 2026, 16:45', 'call Vienna'],
  ['remind me tomorrow at half past nine, call Vienna', 'Tue 24 Nov 2026, 09:30', 'call Vienna'],
  ['remind me in a quarter of an hour, call Bob', 'Mon 23 Nov 2026, 04:15', 'call Bob'],
  ['remind me at ten to call Bob', 'Mon 23 Nov 2026, 10:00', 'call Bob'],
  ['remind me on Friday at ten thirty: call Bob', 'Fri 27 Nov 2026, 10:30', 'call Bob'],
  ['remind me at half past nine tomorrow to call Bob', 'Tue 24 Nov 2026, 09:30', 'call Bob'],
])('“%s” takes an hour in words before the text', async (line, at, text) => {
  await inFreshWorld(monday, async (here) => {
    expect((await here.say(who, line)).text).toContain(`${at} (America/New_York): ${text}`)
  })
})

test.each([
  ['remind me on Friday to send the report at 10', 'Fri 27 Nov 2026, 10:00', 'send the report'],
  ['remind me tomorrow to look at 5 to 10 reports at 9', 'Tue 24 Nov 2026, 09:00', 'look at 5 to 10 reports'],
  ['remind me on 4 December that the draft is due at noon', 'Fri 4 Dec 2026, 12:00', 'the draft is due'],
  ['remind me on Friday review at 10', 'Fri 27 Nov 2026, 10:00', 'review'],
  ['remind me at 9 to call Bob on Friday', 'Fri 27 Nov 2026, 09:00', 'call Bob'],
  ['remind me Friday at 10 call Bob about Monday', 'Fri 27 Nov 2026, 10:00', 'call Bob about Monday'],
  ['rappelle-moi vendredi d’appeler Bob à 10h', 'Fri 27 Nov 2026, 10:00', 'appeler Bob'],
  ['recuérdame el viernes llamar a Bob a las 10', 'Fri 27 Nov 2026, 10:00', 'llamar a Bob'],
  ['remind me in 2 hours to prepare the call at 5pm', 'Mon 23 Nov 2026, 06:00', 'prepare the call at 5pm'],
  ['remind me tomorrow at 9 to plan the Monday at 10', 'Tue 24 Nov 2026, 09:00', 'plan the Monday at 10'],
])(
  '“%s” means the time before the words, with the hour after them where it has none',
  async (line, at, text) => {
    await inFreshWorld(monday, async (here) => {
      expect((await here.say(who, line)).text).toContain(`${at} (America/New_York): ${text}\n`)
    })
  },
)

test('a day before the words asks for its hour where another time after them has one of its own', async () => {
  await inFreshWorld(monday, async (here) => {
    const asked = await here.say(who, 'remind me on Friday to prepare the meeting on Monday at 10')
    expect(asked.text).toContain('“Friday” has no time of day')
    const set = await here.say(who, 'at 9')
    expect(set.text).toContain(
      'Fri 27 Nov 2026, 09:00 (America/New_York): prepare the meeting on Monday at 10',
    )
  })
})

test('an hour in words that may be either is asked for, and nothing of the text is lost', async () => {
  await inFreshWorld(monday, async (here) => {
    const asked = await here.say(who, 'remind me at quarter to five, call Vienna')
    expect(asked.text).toContain('may mean 4:45 in the afternoon or 4:45 in the morning')
    expect((await here.say(who, 'in the afternoon')).text).toContain('16:45 (America/New_York): call Vienna')
  })
})

test('a reminder is stopped by its words', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(who, 'remind me to call Bob tomorrow at 9')
    expect((await here.say(who, 'stop my reminder about Bob')).text).toMatch(/^Cancelled R1 /)
  })
})
