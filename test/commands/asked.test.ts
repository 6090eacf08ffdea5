import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../support/world.ts'

describe('what people ask in words of their own', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z' })
  })
  afterAll(() => here.end())

  test.each([
    ['who is the chair of ETCIP?', 'ETCIP, Working Group on Emerging Threats'],
    ['chair of etcip', 'chaired by INTERPOL'],
    ['Who chairs ETCIP?', 'Lauren Daly (INTERPOL), chair of ETCIP'],
    ['ETCIP', 'chaired by INTERPOL'],
    ['cted', 'Groups on 23 Nov 2026'],
    ['WHO', 'World Health Organization'],
    ['who am I', 'secretariat@compact.example'],
    ['Who am I?', 'secretariat@compact.example'],
    ['who is UNODC?', 'UNODC'],
    ['who is my chair?', 'ETCIP Working Group on Emerging Threats'],
    ['من يرأس ETCIP؟', 'chaired by INTERPOL'],
    ['/update list accepted, proposed', 'names 2, and only one can be given. Which one?'],
    ['UNODC.', 'United Nations Office on Drugs and Crime'],
  ])('%s is answered', async (typed, answer) => {
    expect((await here.say(secretariat, typed)).text).toContain(answer)
  })

  test.each(['/cted', 'zzz yyy', 'newsleter', 'qqqq', '/thanks'])('%s names no command', async (typed) => {
    const reply = await here.say(secretariat, typed)
    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain('There is no command')
  })

  test.each([
    ['Minutes zzz', 'There is no command “Minutes”.'],
    ['/minutes M1', 'There is no command “/minutes”.'],
  ])('%s is quoted as it was typed', async (typed, answer) => {
    expect((await here.say(secretariat, typed)).text).toContain(answer)
  })

  test.each(['emerging threats & critical infrastructure protection', 'HRRoL/VoT'])(
    'the parts of one name, joined by punctuation, are one group: %s',
    async (name) => {
      expect((await here.say(secretariat, `/wg show ${name}`)).text).toMatch(/^(?:ETCIP|HRRoL-VOT), Working/)
    },
  )

  test('an answer alone is to the one invitation that waits; of several, or where all are answered, it is asked which', async () => {
    const who = focal('cted')
    expect((await here.say(who, '/meeting rsvp yes')).text).toContain('No invitation to a meeting waits')
    await here.say(secretariat, '/meeting schedule Q4 wg:ETCIP start:"10 Dec 14:30"')
    expect((await here.say(who, 'Yes.')).text).toContain('You said yes to M1 Q4')
    await here.say(secretariat, '/meeting schedule Q5 wg:ETCIP start:"11 Dec 14:30"')
    expect((await here.say(who, 'meeting rsvp No.')).text).toContain('You said no to M2 Q5')
    expect((await here.say(who, 'yes M2')).text).toContain('You said yes to M2 Q5')
    const other = await here.say(who, 'no')
    expect(other.text).toContain('Which answer do you want to change?')
    expect(other.text).toContain('[M1 Q4] [M2 Q5]')
    expect((await here.say(who, '/meeting show next')).text).toContain('M1 Q4')
    expect((await here.say(who, 'next meeting?')).text).toContain('M1 Q4')
    const unsure = await here.say(focal('who'), '👍')
    expect(unsure.text).toContain('Several invitations wait')
    expect(unsure.text).toContain('[M1 Q4] [M2 Q5]')
    const pressed = unsure.answer.message.blocks.flatMap((one) =>
      one.kind === 'buttons' ? one.buttons : [],
    )[0]
    expect((await here.press(focal('who'), pressed?.command ?? '', pressed?.values ?? {})).text).toContain(
      'You said yes to M1 Q4',
    )
  })

  test('what drops a question declines no invitation', async () => {
    expect((await here.say(focal('iom'), 'stop')).text).not.toContain('You said no')
    expect((await here.say(focal('iom'), '/meeting show M1')).text).toMatch(/No: nobody/)
  })

  test.each([
    ['/meeting list mine', '2 meetings to which you are invited'],
    ['/meeting list December', '2 meetings from 1 Dec 2026 to 31 Dec 2026'],
    ['/meeting list this week', 'No meetings from 23 Nov 2026 to 29 Nov 2026'],
    ['/meeting list ETCIP December', '2 meetings of ETCIP from 1 Dec 2026 to 31 Dec 2026'],
    ['/meeting list mine December', '2 meetings to which you are invited from 1 Dec 2026'],
    ['/meeting list PCVE', 'No meetings of PCVE'],
    ['/meeting list my December', 'to which you are invited from 1 Dec 2026 to 31 Dec 2026'],
    ['/meeting list upcoming', 'Q4'],
    ['/wg show BMLE, thanks!', 'BMLE, Working Group'],
    ['• `/wg show BMLE`', 'BMLE, Working Group'],
    ['Hi Rapporteur, please /wg show BMLE', 'BMLE, Working Group'],
    ['- /srv/wg was cleaned by UNODC (3 Nov)', 'Shall I post it'],
    ["who is BMLE's chair", 'The chair of BMLE'],
    ['who is leading NARS?', '2 co-chairs of NARS'],
    ['vice chairs of BMLE', '2 vice-chairs of BMLE'],
    ['merci beaucoup', 'You are welcome'],
    ['Thank you so much!', 'You are welcome'],
    ['thanks, that was wrong', 'not a command'],
    ['who are you', 'What I can do'],
    ['help pls', 'What I can do'],
    ['I need help with meetings', '/meeting: '],
    ['/help scheduling', '/meeting schedule: '],
    ['/help dates please', 'Days and times are typed'],
  ])('%s', async (typed, answer) => {
    expect((await here.say(focal('cted'), typed)).text).toContain(answer)
  })

  test('an issue is named by its number or its kind', async () => {
    await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
    await here.say(secretariat, '/newsletter open 2026 closes:2027-01-30 kind:annual')
    for (const number of ['n° 1', '№1', 'numéro 1'])
      expect((await here.say(secretariat, `/newsletter status ${number}`)).text).toMatch(/^No\. 1,/)
    expect((await here.say(secretariat, '/newsletter status No. 1')).text).toContain(
      'No. 1, November–December 2026',
    )
    expect((await here.say(secretariat, '/newsletter status 1')).text).toContain(
      'No. 1, November–December 2026',
    )
    expect((await here.say(secretariat, '/newsletter draft 2')).text).toContain('There is no issue No. 2')
    expect((await here.say(secretariat, '/newsletter draft annual')).text).toContain(
      'Draft of the annual issue',
    )
    expect((await here.say(secretariat, '/newsletter draft 9')).text).toContain('There is no issue No. 9')
  })

  test('with two open issues it is asked which is meant', async () => {
    const reply = await here.say(secretariat, '/newsletter status')
    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain('[November–December 2026]')
    expect(reply.text).toContain('[2026, annual]')
  })

  test('a sentence that names no command is offered as a post, and posted at one press', async () => {
    const text = 'UN Women trained 12 judges in Lagos (3 Dec)'
    const reply = await here.say(focal('cted'), text)
    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain('[Yes: /update post]')
    const [yes] = reply.answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
    expect(yes?.values).toEqual({ text })
  })

  test('an update is named by words of it, or chosen among one’s own', async () => {
    const who = focal('iom')
    await here.say(who, '/update post IOM trained border guards in Accra (3 Nov)')
    await here.say(who, '/update post IOM launched a guide on borders (5 Nov)')
    await here.say(focal('cted'), '/update post CTED visited Accra (6 Nov)')
    expect((await here.say(who, '/update show guards')).text).toContain('border guards')
    expect((await here.say(who, '/update show last')).text).toContain('a guide on borders')
    const several = await here.say(who, '/update show border')
    expect(several.text).toContain('stands in several updates')
    const none = await here.say(who, '/update withdraw CTED visited')
    expect(none.outcome).toBe('refused')
    expect(none.text).not.toContain('[U3')
    const asked = await here.say(who, '/update withdraw')
    expect(asked.outcome).toBe('asked')
    expect(asked.text).toContain('[U2 IOM launched')
    expect(asked.text).toContain('[U1 IOM trained')
    expect(asked.text).not.toContain('Accra (6')
  })

  test('what a command still wants is offered where there is a list of it', async () => {
    expect((await here.say(secretariat, '/wg show')).text).toContain('[ETCIP]')
    expect((await here.say(secretariat, '/meeting show')).text).toContain('[M1 Q4]')
  })
})
