import { expect, test } from 'vitest'
import { inFreshWorld } from '../../support/lines/inFreshWorld.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { buttonsOf } from '../../support/messages/shownMessage.ts'
import { focal, secretariat } from '../../support/world.ts'

/** An issue with one update, published. */
const printed = [
  '/newsletter open November-December closes:2027-01-08',
  '/update post "WHO held a course in Geneva (20 Nov)" section:regional confirm:yes',
  '/update accept U1',
  '/newsletter approve',
  '/newsletter publish confirm:yes',
]

test('a correction takes nothing out that waits for a decision since its author edited it, and is announced as one', async () => {
  await inFreshWorld('2026-12-01T09:00:00Z', async (here) => {
    const place = { platform: 'terminal', tenant: 'local', channel: 'one', private: false }
    await here.say(focal('interpol'), '/wg bind ETCIP', { place })
    for (const line of [
      '/newsletter open November-December closes:2027-01-08',
      '/update post "WHO held a course in Geneva (20 Nov)" section:regional confirm:yes',
      '/update post "ILO held a course in Lima (21 Nov)" section:regional confirm:yes',
      '/update accept U1,U2',
      '/newsletter approve',
      '/newsletter publish confirm:yes',
    ])
      await here.say(line.includes('WHO') ? focal('who') : secretariat, line)
    await here.say(focal('who'), '/update edit U1 text:"WHO held two courses in Geneva (20 Nov)"')
    const refused = await here.say(secretariat, '/newsletter correct "There were two courses." confirm:yes')
    expect(refused.outcome).toBe('refused')
    expect(refused.text).toContain('U1 was printed and waits for a decision since it was edited')

    await press(here, secretariat, buttonNamed(refused, 'Accept U1'))
    const corrected = await here.say(secretariat, '/newsletter correct "There were two courses." confirm:yes')
    expect(corrected.text).toContain('is now “WHO held two courses in Geneva (20 Nov)”')
    const message = here.announced.at(-1)?.message
    expect(message?.heading).toBe('Newsletter corrected')
    expect(message && buttonsOf(message).map(({ label }) => label)).toEqual(['Read it as a file'])
  })
})

test('a correction that names a printed update which is as it was offers to change that one first, with what was typed', async () => {
  await inFreshWorld('2026-12-01T09:00:00Z', async (here) => {
    for (const line of printed) await here.say(line.includes('WHO') ? focal('who') : secretariat, line)
    const text = 'WHO held two courses in Geneva (20 Nov)'
    for (const [note, values] of [
      [`U1 "${text}"`, { update: 'U1', text }],
      [`U1: ${text}`, { update: 'U1', text }],
      ['U1 two courses', { update: 'U1' }],
    ] as const) {
      const refused = await here.say(secretariat, `/newsletter correct ${note}`)
      expect(refused.text, note).toContain('Nothing differs from what was printed of No. 1')
      expect(buttonNamed(refused, 'Edit U1')).toMatchObject({ command: 'update edit', values, ask: true })
    }
  })
})

test('a correction whose words only name an issue asks what was corrected, and an update that is printed says so when it is held over', async () => {
  await inFreshWorld('2026-12-01T09:00:00Z', async (here) => {
    for (const line of printed) await here.say(line.includes('WHO') ? focal('who') : secretariat, line)
    await here.say(secretariat, '/update edit U1 text:"WHO held two courses in Geneva (20 Nov)"')
    for (const words of ['1', 'No. 1', 'November-December 2026']) {
      const asked = await here.say(secretariat, `/newsletter correct "${words}" confirm:yes`)
      expect(asked.text).toContain('Say what was corrected in No. 1, November–December 2026')
      expect(asked.text).toContain('[Correct it]')
    }
    for (const words of [
      '1 "Two courses"',
      'No. 1 Two courses',
      '#1, Two courses',
      '1: Two courses',
      'November-December 2026 “Two courses”',
    ]) {
      const shown = await here.say(secretariat, `/newsletter correct ${words}`)
      expect(shown.text, words).toContain(
        'edition 2 of No. 1 (November–December 2026) with this note: “Two courses”',
      )
    }
    const counting = await here.say(secretariat, '/newsletter correct 1 course was two')
    expect(counting.text).toContain('with this note: “1 course was two”')
    const bare = await here.say(secretariat, '/newsletter correct 1 Course in Vienna')
    expect([bare.outcome, bare.text]).toEqual([
      'refused',
      expect.stringContaining('Is the correction of No. 1 meant, with the note “Course in Vienna”?'),
    ])
    const meant = await press(here, secretariat, buttonNamed(bare, 'Yes: No. 1'))
    expect(meant.text).toContain('with this note: “Course in Vienna”')
    const begins = await press(here, secretariat, buttonNamed(bare, 'The note begins with 1'))
    expect(begins.text).toContain('with this note: “1 Course in Vienna”')
    const unknown = await here.say(secretariat, '/newsletter correct 7 confirm:yes')
    expect(unknown.text).toContain('No issue has the number 7')
    const corrected = await here.say(secretariat, '/newsletter correct "There were 2 courses" confirm:yes')
    expect(corrected.text).toContain('Published edition 2 of No. 1')

    const held = await here.say(secretariat, '/update hold-over U1')
    expect(held.text).toContain('a correction would take U1 out of it')
  })
})

test('whoever edits in triage accepts and goes on by a press, and “Next” finds the issue in which something waits', async () => {
  await inFreshWorld('2026-12-01T09:00:00Z', async (here) => {
    await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')
    await here.say(focal('who'), '/update post "WHO held a course in Turkey (20 Nov)" section:regional')
    await here.say(focal('who'), '/update post "WHO held a webinar for nurses (21 Nov)" section:multi-agency')
    await here.say(secretariat, '/newsletter open 2026 kind:annual closes:2027-02-15')
    const shown = await here.say(secretariat, '/newsletter triage')
    expect(shown.text).toContain('U1 of WHO')
    const mended = await press(here, secretariat, buttonNamed(shown, 'Write Türkiye'))
    expect(mended.text).toContain('[Next]')
    const next = await press(here, secretariat, buttonNamed(mended, 'Accept'))
    expect(next.text).toContain('Accepted U1. 1 update waits')
    expect(next.text).toContain('U2 of WHO')
  })
})

test('what nobody decided on is named when its issue is published, and one press keeps it for the next issue of its months', async () => {
  await inFreshWorld('2026-12-01T09:00:00Z', async (here) => {
    await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')
    for (const day of [20, 21, 22])
      await here.press(
        focal('who'),
        'update post',
        { text: `WHO held course ${day} in Geneva (${day} Nov)`, section: 'regional' },
        true,
      )
    await here.say(secretariat, '/update accept U1')
    await here.say(secretariat, '/newsletter approve')
    const published = await here.say(secretariat, '/newsletter publish confirm:yes')
    expect(published.text).toContain('U2 and U3 were not accepted and are left out.')
    const kept = await press(here, secretariat, buttonNamed(published, 'Keep them for the next issue'))
    expect(kept.text).toContain('Held over for the next issue that is opened: 2 updates')
    expect(kept.text).toContain('[Undo all]')

    await here.say(secretariat, '/newsletter open 2026 kind:annual closes:2027-02-15')
    const next = await here.say(secretariat, '/newsletter open 2027-01..2027-02 closes:2027-03-08')
    expect(next.text).toContain('2 updates posted before it opened are in it')
  })
})

test('months without their year are those of the issue that is published, not of the year to come', async () => {
  await inFreshWorld('2026-03-10T09:00:00Z', async (here) => {
    for (const line of [
      '/newsletter open January-February closes:2026-03-20',
      '/update post "WHO held a course in Geneva (20 Feb)" section:regional confirm:yes',
      '/update accept U1',
      '/newsletter approve',
      '/newsletter publish confirm:yes',
    ])
      await here.say(secretariat, line)
    await here.turn('2026-11-23T09:00:00Z')
    await here.say(secretariat, '/update edit U1 text:"WHO held two courses in Geneva (20 Feb)"')
    const asked = await here.say(
      secretariat,
      '/newsletter correct "There were two courses" period:January-February',
    )
    expect(asked.text).toContain('Publish edition 2 of No. 1 (January–February 2026)')
    expect((await here.say(secretariat, '/newsletter status Jan-Feb')).text).toContain(
      'January–February 2026',
    )

    await here.say(secretariat, '/newsletter open January-February closes:2027-03-20')
    expect((await here.say(secretariat, '/newsletter status Jan-Feb')).text).toContain(
      'January–February 2027',
    )
    expect((await here.say(secretariat, '/newsletter read Jan-Feb')).text).toContain('2026')
  })
})

test('a correction tells each author what it changes of theirs, once, and shows before how many they are', async () => {
  await inFreshWorld('2026-12-01T09:00:00Z', async (here) => {
    for (const [who, line] of [
      [secretariat, '/newsletter open November-December closes:2027-01-08'],
      [focal('who'), '/update post "WHO held a course in Geneva (20 Nov)" section:regional confirm:yes'],
      [focal('ilo'), '/update post "ILO held a course in Lima (21 Nov)" section:regional confirm:yes'],
      [focal('iom'), '/update post "IOM held a course in Dakar (22 Nov)" section:regional confirm:yes'],
      [focal('undp'), '/update post "UNDP held a course in Accra (23 Nov)" section:regional confirm:yes'],
      [secretariat, '/update accept U1,U3,U4'],
      [secretariat, '/newsletter approve'],
      [secretariat, '/newsletter publish confirm:yes'],
      [secretariat, '/update edit U1 text:"WHO held two courses in Geneva (20 Nov)"'],
      [secretariat, '/update accept U2'],
      [secretariat, '/update withdraw U3 reason:"It was called off" confirm:yes'],
    ] as const)
      await here.say(who, line)
    here.delivered.length = 0
    const asked = await here.say(secretariat, '/newsletter correct "There were two courses."')
    expect(asked.text).toContain('3 authors are told what it changes of what each of them wrote.')
    expect(here.delivered).toEqual([])

    await press(here, secretariat, buttonNamed(asked, 'Yes, publish it'))
    const told = here.delivered.filter(({ message }) => message.heading === 'Newsletter corrected')
    expect(told.map(({ to }) => to).sort()).toEqual([focal('ilo'), focal('iom'), focal('who')])
    const toldTo = (who: string) => told.find(({ to }) => to === who)?.text
    expect(toldTo(focal('who'))).toContain('U1 reads now: WHO held two courses in Geneva (20 Nov)')
    expect(toldTo(focal('ilo'))).toContain('U2 is printed now: ILO held a course in Lima (21 Nov)')
    expect(toldTo(focal('iom'))).toContain('U3 is taken out')
    expect(toldTo(focal('iom'))).toContain('What was corrected: There were two courses.')
  })
})
