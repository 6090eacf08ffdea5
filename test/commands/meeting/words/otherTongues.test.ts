import { expect, test } from 'vitest'

import { answered } from '../../../support/lines/answered.ts'
import { inFreshWorld, monday } from '../../../support/lines/inFreshWorld.ts'
import { focal, secretariat } from '../../../support/world.ts'

const [chair, member] = [focal('interpol'), focal('cted')]
const plenary = '/meeting schedule Plenary wg:ETCIP start:"4 Dec 15:00" confirm:yes'

test('who writes English after another language is understood', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, plenary)
    await answered(here, [
      [member, 'I can not assist to M1', 'You said no to M1'],
      [member, 'I assist to M1', 'You said yes to M1'],
      [member, 'I am not available for M1', 'You said no to M1'],
      [member, 'I confirm my participation to the meeting of 4 December', 'You said yes to M1'],
      [member, 'remember me to send the report tomorrow at 9', ': send the report'],
      [member, 'remind to me call Bob at 10h tomorrow', ': call Bob'],
      [member, 'do me a reminder for tomorrow 9h: send the list', ': send the list'],
      [chair, 'change the hour of M1 at 16h', 'to Fri 4 Dec 2026, 16:00'],
      [chair, 'change the hour of M1 to 11', 'to Fri 4 Dec 2026, 11:00'],
      [chair, 'M1 at 9h30', 'to Fri 4 Dec 2026, 09:30'],
      [chair, 'the meeting of 4 December is cancelled', 'Cancel the meeting M1 Plenary'],
    ])
  })
})

test('what is asked about a meeting is answered with its card, and about some days with their meetings', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, plenary)
    for (const line of [
      'when is M1?',
      'at what time is M1?',
      'where is M1?',
      'what is the link of M1?',
      'is M1 still on?',
    ])
      expect([line, (await here.say(member, line)).text]).toEqual([
        line,
        expect.stringContaining('M1 Plenary (ETCIP), Fri 4 Dec 2026'),
      ])
    await answered(here, [
      [member, 'meetings between 1 and 15 December', '1 meeting from 1 Dec 2026 to 15 Dec 2026'],
      [member, 'meetings from 1 Dec to 15 Dec', '1 meeting from 1 Dec 2026 to 15 Dec 2026'],
      [member, "next week's meetings", '1 meeting from 30 Nov 2026 to 6 Dec 2026'],
      [member, 'when is our next meeting?', 'M1 Plenary'],
    ])
  })
})

test('the rest of a series is moved and ended in one sentence', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(
      chair,
      '/meeting schedule Call wg:ETCIP start:"1 Dec 10:00" repeat:weekly until:"31 Dec" confirm:yes',
    )
    await answered(here, [
      [
        chair,
        'move M2 and all following to 11:00',
        'Moved: Call, the rest of the series, from Tue 8 Dec 2026, 10:00',
      ],
      [chair, 'cancel M3 and the rest', 'Cancel 3 meetings of Call'],
      [chair, 'end the series of M1', 'Cancel 5 meetings of Call'],
    ])
  })
})

test('seats and one’s own record are changed in a sentence', async () => {
  await inFreshWorld(monday, async (here) => {
    await answered(here, [
      [secretariat, 'add IAEA to PCVE as observer', 'IAEA is an observer of PCVE'],
      [secretariat, 'IOM joins ETCIP as an observer', 'IOM is an observer of ETCIP'],
      [secretariat, 'vacant seats in ETCIP', 'Seats in ETCIP'],
      [chair, 'join ETCIP', '[INTERPOL]'],
      [member, 'change my phone number to +1 212 555 0100', '+1 212 555 0100'],
      [member, 'set my title to Legal Officer', 'Legal Officer'],
      [member, 'which group am I in?', 'member of ETCIP'],
    ])
  })
})
