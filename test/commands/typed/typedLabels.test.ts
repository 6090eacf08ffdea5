import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inFreshWorld, monday } from '../../support/lines/inFreshWorld.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
})
afterAll(() => here.end())

const wide = { timeout: 60_000 }

describe('a label in an update', () => {
  test.each<readonly [typed: string, ...wanted: readonly RegExp[]]>([
    ['"UNODC trained 30 judges in Dakar" Place: online. Register here: https://unodc.org/reg (9 Nov)', /: UNODC trained 30 judges in Dakar. Register here \(9 Nov\)$/m, /Date: 9 Nov 2026/, /Place: online$/m, /Link: Register here$/m],
    ['UNODC webinar on cybercrime. Place: online. Register here: https://unodc.org/cyber (10 Nov)', /Date: 10 Nov 2026/, /Place: online$/m],
    ['UNODC trained guards in the north. Place: St. Petersburg (11 Nov)', /Place: St. Petersburg$/m, /Date: 11 Nov 2026/],
    ['UNODC opened a hotline for wardens. Place: Hall 5, Vienna (12 Nov)', /Place: Hall 5, Vienna$/m, /Date: 12 Nov 2026/],
    ['UNODC trained pilots in Bamako (13 Nov) link: https://unodc.org/pilots. More courses follow', /Link: https:\/\/unodc.org\/pilots$/m, /\(13 Nov\). More courses follow/],
    ['UNODC met mayors of the coast. Date: 14 Nov. Participants came by sea', /Date: 14 Nov 2026/, /coast. Participants came by sea \(14 Nov\)$/m],
    ['Title: Safe travel for staff\nDate: 2 - 6 November 2026\nVenue: Entebbe, Uganda\nPartners: DSS, UNICEF\nSummary: UNITAR trained 25 staff.', /: Safe travel for staff: UNITAR trained 25 staff, Entebbe, Uganda. Partners: DSS, UNICEF/, /Place: Entebbe, Uganda$/m],
    ['Launch of a note by OHCHR on families\nDate: Thursday, 3 December 2026, 14:00-15:30 CET\nVenue: Palais des Nations, Geneva', /Date: 3 Dec 2026/, /\(Thursday, 3 December 2026, 14:00-15:30 CET\)/, /Place: Geneva$/m],
    ['section:regional place:Nyon "UNODC trained six prosecutors from Chad (15 Nov)"', /: UNODC trained six prosecutors from Chad \(15 Nov\)$/m, /Place: Nyon$/m],
    ['entities:UNODC,IOM UNODC and IOM trained 40 officers in Niger (16 Nov)', /: UNODC and IOM trained 40 officers in Niger \(16 Nov\)$/m, /Entities: UNODC, IOM$/m],
    ['link:https://unodc.org/manual UNODC published a manual for wardens of prisons (17 Nov)', /Link: https:\/\/unodc.org\/manual$/m, /: UNODC published a manual/],
    ['place:"Hall 5. Upper floor" UNODC counted the votes of the assembly (18 Nov)', /Place: Hall 5. Upper floor$/m],
  ])('%s', wide, async (typed, ...wanted) => {
    const { text } = await here.say(secretariat, `/update post ${typed} confirm:yes`)
    for (const part of wanted) expect(text).toMatch(part)
  }) // biome-ignore format: a table

  test('of an edit leaves the quoted words behind its value to the text', async () => {
    await inFreshWorld(monday, async (one) => {
      await one.say(secretariat, '/update post UNODC trained 30 judges in Dakar (9 Nov)')
      const edited = await one.say(
        secretariat,
        '/update edit U1 place:Thies "UNODC trained 31 judges there (10 Nov)"',
      )
      expect(edited.text).toMatch(/: UNODC trained 31 judges there \(10 Nov\)\n/)
      expect(edited.text).toMatch(/Date: 10 Nov 2026[\s\S]*Place: Thies$/m)
    })
  })

  test('with names in small letters after it is not torn: what was not taken is repeated', async () => {
    const asked = await here.say(
      secretariat,
      '/update post entities:UNODC and IOM trained 40 officers (10 Nov)',
    )
    expect(asked.text).toContain('Not taken yet: entities: UNODC and IOM trained 40 officers (10 Nov)')
  })
})

describe('a day that only its reader today can tell', () => {
  test.each([
    [
      'UNODC trained 12 judges in Lagos on the 12th',
      'It was 12 Nov',
      '12 judges in Lagos \\([-\\d]+ (?:Nov|Dec)\\)$',
    ],
    [
      'UNODC trained 13 judges in Abuja on Monday',
      'It was 23 Nov',
      '13 judges in Abuja \\([-\\d]+ (?:Nov|Dec)\\)$',
    ],
    [
      'UNODC trained 14 judges in Kano (two days ago)',
      'It was 21 Nov',
      '14 judges in Kano \\([-\\d]+ (?:Nov|Dec)\\)$',
    ],
    [
      'UNODC trained 15 judges in Yola from the 10th to the 12th.',
      'It was 10-12 Nov',
      '15 judges in Yola \\([-\\d]+ (?:Nov|Dec)\\)$',
    ],
    ['UNODC trained 16 judges on Friday who had asked for it', 'It was 20 Nov', 'on Friday who had asked'],
    [
      'UNODC will train 17 judges in Ilorin on the 12th',
      'It is 12 Dec',
      '17 judges in Ilorin \\([-\\d]+ (?:Nov|Dec)\\)$',
    ],
    [
      'UNODC trained 18 judges in Enugu last week',
      'It was 16-22 Nov',
      '18 judges in Enugu \\([-\\d]+ (?:Nov|Dec)\\)$',
    ],
  ])('%s is offered as a date, which takes the place of the words', wide, async (typed, label, text) => {
    const posted = await here.say(secretariat, `/update post ${typed} confirm:yes`)
    expect(posted.text).toContain('is not a date once it is printed')
    const dated = await press(here, secretariat, buttonNamed(posted, label))
    expect(dated.text).toContain(
      `Date: ${label.replace(/^It (?:was|is) /, '').replace(/^(\d+)-/, '$1 Nov 2026 to ')} 2026`,
    )
    expect(dated.text).toMatch(new RegExp(text, 'm'))
  })

  test.each([
    'UNODC marked the 12th session of the committee in Accra',
    'UNODC met the 5th time with mayors of Turin',
  ])('is not read from a count: %s', async (typed) => {
    const posted = await here.say(secretariat, `/update post ${typed} confirm:yes`)
    expect(posted.text).not.toContain('is not a date once it is printed')
  })

  test('mid-November is that month, as it is printed', async () => {
    const posted = await here.say(
      secretariat,
      '/update post UNODC trained 19 judges in Jos (mid-November) confirm:yes',
    )
    expect(posted.text).toContain('Date: mid-November (1 Nov 2026 to 30 Nov 2026)')
  })
})

describe('a name of several words alone', () => {
  test.each([
    ['un women', /^UN Women: United Nations Entity/],
    ['ONU Femmes', /^UN Women: /],
    ['onu-mujeres', /^UN Women: /],
    ['World Health Organization', /^WHO: /],
    ['human rights', /^HRRoL-VOT, /],
    ['hrrol vot', /^HRRoL-VOT, /],
    ['please stop', /Is it (?:this|one of these)\?.*\/reminder stop/s],
    ['UN Women trained 12 judges in Lagos (3 Dec)', /Shall I post it as an update/],
  ])('%s', async (typed, wanted) => {
    expect((await here.say(secretariat, typed)).text).toMatch(wanted)
  })

  test('that is nearly one is offered by a button', async () => {
    const asked = await here.say(secretariat, 'un womn')
    expect(asked.text).toContain('Did you mean UN Women?')
    expect((await press(here, secretariat, buttonNamed(asked, 'UN Women'))).text).toMatch(/^UN Women: /)
  })
})

describe('a choice', () => {
  test('is read in the plural, with spaces and in the other spelling', async () => {
    expect((await here.say(secretariat, '/directory list regional organisations')).text).toContain(
      'There are no regional organizations',
    )
  })

  test('that is nearly one is offered by a button', async () => {
    const asked = await here.say(secretariat, '/update mine returnd')
    expect(asked.text).toContain('Did you mean returned?')
    expect((await press(here, secretariat, buttonNamed(asked, 'returned'))).text).toContain(
      'You have no updates',
    )
  })
})
