import { expect, test } from 'vitest'
import { inFreshWorld } from '../../../support/lines/inFreshWorld.ts'
import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, secretariat } from '../../../support/world.ts'

test('one press mends dates, full stops and names of States in all updates of an issue, shows it before, and is undone by one', async () => {
  await inFreshWorld('2026-12-01T09:00:00Z', async (here) => {
    await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')
    const posts = [
      ['unodc', 'UNODC briefed the Counter-Terrorism Committee about drones. (Nov 9)'],
      ['unodc', 'UNODC visited Turkey and Ivory Coast from 2 to 6 November'],
      ['who', 'WHO held a course in Geneva (20 Nov)'],
      ['who', 'We held a course in Lima (21 - 22 Nov)'],
    ] as const
    for (const [who, text] of posts)
      await here.say(focal(who), `/update post "${text}" section:regional confirm:yes`)
    await here.say(secretariat, '/update accept U1')

    expect((await here.say(focal('who'), '/newsletter mend')).outcome).toBe('refused')
    const draft = await here.say(secretariat, '/newsletter draft')
    const shown = await press(here, secretariat, buttonNamed(draft, 'Mend the style of all'))
    expect(shown.text).toContain('Mend 3 updates of No. 1 (November–December 2026)? Nothing has been changed')
    expect(shown.text).toContain('U1, (9 Nov) for “Nov 9”, without the full stop')
    expect(shown.text).not.toContain('U3')
    here.delivered.length = 0
    const mended = await press(here, secretariat, buttonNamed(shown, 'Mend them'))
    const letters = here.delivered.filter(({ to }) => to === focal('unodc'))
    expect(letters).toHaveLength(1)
    expect(letters[0]?.text).toContain('in 2 updates of yours for No. 1')
    expect(letters[0]?.text).toContain('U2: UNODC visited Türkiye')
    expect(here.delivered.filter(({ to }) => to === focal('who'))).toHaveLength(1)
    expect(mended.text).toContain('Mended 3 updates')
    const after = await here.say(secretariat, '/newsletter draft')
    expect(after.text).toContain('UNODC briefed the Counter-Terrorism Committee about drones (9 Nov)')
    expect(after.text).toContain("UNODC visited Türkiye and Côte d'Ivoire (2-6 Nov)")
    expect(after.text).toContain('We held a course in Lima (21-22 Nov)')
    expect(after.text).not.toContain('Mend the style of all')
    expect((await here.say(secretariat, '/update show U1')).text).toContain('U1, accepted')
    expect((await here.say(secretariat, '/newsletter mend')).text).toContain('Nothing can be mended for sure')

    const undone = await press(here, secretariat, buttonNamed(mended, 'Undo all'))
    expect(undone.text).toContain('U4 is proposed again, with the words of version 1')
    const back = await here.say(secretariat, '/newsletter draft')
    expect(back.text).toContain('drones. (Nov 9)')
  })
})

test('what somebody cleared as it stands is not mended together with others', async () => {
  await inFreshWorld('2026-12-01T09:00:00Z', async (here) => {
    await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')
    await here.say(secretariat, '/update clearance on entity:UNODC')
    for (const who of ['unodc', 'who'])
      await here.say(
        focal(who),
        `/update post "${who.toUpperCase()} visited Turkey (9 Nov)" section:regional`,
      )
    const shown = await here.say(secretariat, '/newsletter mend')
    expect(shown.text).toContain('Mend 1 update of No. 1')
    expect(shown.text).toContain('U1 is cleared as it stands and left as it is')
  })
})

test('a section that somebody pressed is no guess any more, whatever is learned from the press', async () => {
  await inFreshWorld('2026-12-01T09:00:00Z', async (here) => {
    await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')
    await here.say(focal('unodc'), '/update post "UNODC workshop (10-12 Nov)"')
    const before = await here.say(secretariat, '/newsletter triage')
    expect(before.text).toContain('The section is a guess')
    await here.say(secretariat, '/update move U1 section:what-is-new')
    await here.say(secretariat, '/update move U1 section:high-level-events')
    const after = await here.say(secretariat, '/newsletter triage')
    expect(after.text).not.toContain('The section is a guess')
    const asked = await here.say(secretariat, 'nudge all')
    expect(asked.text).toMatch(/asked what there is|Ask \d+/)
    expect((await here.say(secretariat, '/newsletter nudge all')).text).toMatch(
      /\d+ were asked in the last hours|Ask \d+/,
    )
  })
})
