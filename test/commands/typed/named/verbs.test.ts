import { expect, test } from 'vitest'
import { inFreshWorld, monday } from '../../../support/lines/inFreshWorld.ts'
import { focal, secretariat } from '../../../support/world.ts'

const cted = focal('cted')

test('a verb before the number of a record needs no name of its command, in other words for the same, too', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(cted, line)).text
    await answerTo('/remind me tomorrow at 9 to send the agenda')
    expect(await answerTo('cancel R1')).toContain('Cancelled R1')
    expect(await answerTo('restore R1')).toContain('R1 is set again')
    expect(await answerTo('delete R1')).toContain('Cancelled R1')
    await answerTo('/update post CTED trained 20 judges in Lomé (3 Nov)')
    expect(await answerTo('open U1')).toContain('U1, proposed, by')
    expect(await answerTo('see U1')).toContain('U1, proposed, by')
    expect(await answerTo('remove U1')).toContain('Withdrawn U1')
    expect(await answerTo('frobnicate U1')).toContain('There is no command “frobnicate U1”')
  })
})

test('the number of a record may stand before the action, and a title in quotes opens the poll', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    await answerTo('/meeting schedule Plenary wg:ETCIP start:"10 Dec 15:00" confirm:yes')
    expect(await answerTo('/meeting agenda M1 add "Budget 2027"')).toContain(
      'Put on the agenda of M1 Plenary: Budget 2027',
    )
    expect(await answerTo('/meeting agenda M1')).toContain('1. Budget 2027')
    expect(await answerTo('/meeting M1 show')).toContain('Plenary')
    expect(
      await answerTo('/meeting poll "Which day?" wg:ETCIP slots:"1 Dec 10:00, 2 Dec 15:00" confirm:yes'),
    ).toContain('Which day?')
  })
})

test('a word for an action that a feature calls otherwise offers it, beside those of its groups', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    expect(await answerTo('/newsletter show')).toContain('/newsletter preview or /newsletter plan show?')
    // Nothing is published, so there is nothing to read yet.
    await here.say(secretariat, '/newsletter open Nov-Dec closes:2027-01-08 confirm:yes')
    const { answer } = await here.say(secretariat, '/newsletter show')
    expect(JSON.stringify(answer)).not.toContain('"command":"newsletter read","values"')
    expect(await answerTo('/meeting find ETCIP')).toContain('Did you mean /meeting suggest?')
    expect(await answerTo('/meeting add')).toContain(
      '/meeting schedule, /meeting agenda add or /meeting action add?',
    )
    for (const [typed, meant] of [
      ['/meeting decline M1', 'meeting rsvp'], ['/meeting postpone', 'meeting move'], ['/meeting clone M1', 'meeting schedule'], ['/meeting kick CTED', 'meeting attendees'],
      ['/update publish now U1', 'update accept'], ['/update hide U1', 'update withdraw'], ['/update postpone U1', 'update hold-over'], ['/update pin U1', 'newsletter order'],
      ['/newsletter postpone No. 1', 'newsletter extend'], ['/newsletter unsubscribe ana@x.example', 'newsletter subscribers remove'], ['/reminder mute', 'reminder stop'], ['/reminder finish R1', 'reminder cancel'],
      ['/wg kick ETCIP', 'wg leave'], ['/wg assign ETCIP', 'wg appoint'], ['/directory transfer Anna', 'directory handover'], ['/directory approve N1', 'directory nominee confirm'],
      ['/library archive L1', 'library retire'], ['/project finish P1', 'project edit'], ['/recommendation reject REC1', 'recommendation status'], ['/report publish 2026', 'report export'],
      ['/profile delete', 'profile forget'], ['/profile mute', 'reminder settings'],
    ]) // biome-ignore format: a table
      expect(await answerTo(`${typed}`), typed).toContain(`/${meant}`)
    expect(await answerTo('/newsletter send')).toContain('Did you mean /newsletter publish?')
    expect(await answerTo('/directory delete-person Jane')).toContain('/directory retire person?')
    expect(await answerTo('/meeting book ETCIP')).toContain('Did you mean /meeting schedule?')
    await answerTo('/update post CTED trained 20 judges in Lomé (3 Nov)')
    for (const why of ['not for this issue', 'since it names no place at all'])
      expect(await answerTo(`/update decline U1 ${why}`)).toMatch(
        /Did you mean \/update return\?.*\[\/update/s,
      )
    expect(await answerTo('/update pst CTED trained 20 judges')).toContain('/update post and what you typed?')
    expect(await answerTo('show me the next meetings pls')).toContain('No meetings from')
    expect(await answerTo('focal points for UN Women')).toContain('UN Women focal point')
  })
})

test('OCT is the office where a sentence names it, and the month beside a number', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(cted, line)).text
    const visited = await answerTo('/update post OCT visited Tashkent to discuss the joint plan')
    expect(visited).toMatch(/Entities: UNOCT/)
    expect(visited).toMatch(/Date: none given/)
    const workshop = await answerTo('/update post WORKSHOP ON BORDERS IN NAIROBI, 5 OCT 2026')
    expect(workshop).toMatch(/Entities: none named/)
    expect(workshop).toMatch(/Date: 5 Oct 2026/)
  })
})

test('the number of a record may stand before its verb without the name of a command', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    await answerTo('/meeting schedule Plenary wg:ETCIP start:"10 Dec 15:00" confirm:yes')
    await answerTo('/remind me tomorrow at 9 to send the agenda')
    await answerTo('/newsletter open 2026-11..2026-12 closes:2027-01-08')
    await answerTo('/update post UNODC trained 25 officers in Vienna (18 Nov)')
    expect(await answerTo('R1')).toContain('send the agenda')
    expect(await answerTo('change M1 to 90 minutes')).toContain('“90 minutes” is a length, not a time')
    expect(await answerTo('who changed M1')).toContain('M1 Plenary')
    expect(await answerTo('R1 cancel')).toContain('Cancelled R1')
    expect(await answerTo('U1 accept')).toContain('Accepted U1')
    expect(await answerTo('unaccept U1')).toContain('U1 is no longer accepted and waits for a decision again')
    expect(await answerTo('M1 cancel')).toContain('Cancel the meeting M1 Plenary')
    expect(await answerTo('change M1 to 11 Dec 16:00 confirm:yes')).toMatch(/^Moved: Plenary/)
    expect(await answerTo('U1 frobnicate')).toContain('There is no command “U1 frobnicate”')
  })
})

test('who changed something is asked of the record, and publishing and extending name no command', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    await answerTo('/newsletter open 2026-11..2026-12 closes:2027-01-08')
    expect(await answerTo('extend to 15 January')).toContain('takes updates until Fri 15 Jan 2027')
    expect(await answerTo('publish it')).toContain('Approve it first')
    expect(await answerTo('who changed ETCIP')).toContain('of ETCIP')
    expect(await answerTo('submit an update')).toContain('/update post still needs: text')
    expect(await answerTo('new update: UNODC trained 25 officers in Vienna (18 Nov)')).toMatch(
      /^Posted U1 .*: UNODC trained 25 officers in Vienna \(18 Nov\)/,
    )
  })
})

test('a text after “add update” is posted as it stands, with a colon or as a whole sentence, however long', async () => {
  await inFreshWorld(monday, async (here) => {
    const answerTo = async (line: string) => (await here.say(secretariat, line)).text
    await answerTo('/newsletter open 2026-11..2026-12 closes:2027-01-08')
    expect(await answerTo('add update UNODC trained 30 prosecutors in Dakar (3 Nov)')).toMatch(
      /^Posted U1 .*: UNODC trained 30 prosecutors in Dakar \(3 Nov\)/,
    )
    const long = `IOM held ${'a very '.repeat(30)}long workshop in Lima (4 Nov)`
    expect(await answerTo(`post a new update: ${long}`)).toContain('Posted U2')
    expect(await answerTo(`Submit our update ${long.replace('Lima', 'Quito')}`)).toContain('Posted U3')
    expect(await answerTo('new update:\nCTED visited Ghana (5 Nov)')).toMatch(
      /^Posted U4 .*: CTED visited Ghana/,
    )
    for (const line of ['add update U1 to the next issue', 'send update Please move my update to next year'])
      expect(await answerTo(line), line).not.toContain('Posted')
  })
})
