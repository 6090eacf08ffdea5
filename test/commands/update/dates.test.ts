import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const unodc = focal('unodc')
let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-26T10:00:00Z' })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
})
afterEach(() => here.end())

describe('the date of an update', () => {
  test('in numbers that may be two days is asked for with both as buttons', async () => {
    const posted = await here.say(unodc, '/update post UNODC opened an office in Doha (11/12)')
    expect(posted.text).toContain(
      '“11/12” may be 11 December or 12 November. Which one? No date was read yet.',
    )
    const dated = await press(here, unodc, buttonNamed(posted, 'It was 12 November'))
    expect(dated.text).toContain('Date: 12 Nov 2026')
    const [id] = /U\d+/.exec(posted.text) ?? []
    const edited = await here.say(unodc, `/update edit ${id} date:11/12/2024`)
    expect(edited.text).toContain('[11 December 2024]')
    expect((await here.say(unodc, `/update edit ${id} date:31 Nov`)).text).toContain(
      'There is no 31 November',
    )
  })

  test.each([
    'UNESCO held a seminar in Lomé, Togo on 12/11/2026',
    'On the date of 12/11/2026 UNESCO held a seminar in Rabat, Morocco',
  ])('in numbers that may be two days is asked for in the sentence, too: %s', async (text) => {
    const posted = await here.say(unodc, `/update post ${text}`)
    expect(posted.text).toContain('“12/11/2026” may be 12 November 2026 or 11 December 2026. Which one?')
    const dated = await press(here, unodc, buttonNamed(posted, 'It was 12 November 2026'))
    expect(dated.text).toContain('Date: 12 Nov 2026')
  })

  test.each(['max 30 people', 'Day 2', '3 way', '5 man team'])(
    'is not missed in brackets that name no month: (%s)',
    async (words) => {
      const posted = await here.say(
        unodc,
        `/update post UNODC trained judges in Vienna (${words}) confirm:yes`,
      )
      expect(posted.text).not.toContain('as a date')
    },
  )

  test.each(['3 Noc', '33 Nov', '3 Novemeber'])('is missed in (%s)', async (words) => {
    const posted = await here.say(unodc, `/update post UNODC trained judges in Vienna (${words}) confirm:yes`)
    expect(posted.text).toContain('No date was read')
  })

  test('stands before a text that is not told from it: its words are repeated', async () => {
    const asked = await here.say(unodc, '/update post section:regional we trained judges in Vienna (3-5 Nov)')
    expect(asked.text).toContain('/update post still needs: text')
    expect(asked.text).toContain('Not taken yet: section: regional we trained judges in Vienna (3-5 Nov)')
  })

  test('in numbers with one reading in the issue is that one', async () => {
    const posted = await here.say(unodc, '/update post UNODC opened an office in Doha (02-11-2026)')
    expect(posted.text).toContain('Date: 2 Nov 2026')
  })

  test('of another year, alone in the last brackets, is asked about', async () => {
    const asked = await here.say(unodc, '/update post UNODC trained officers (10 Feb 2025)')
    expect(asked.outcome).toBe('asked')
    expect(asked.text).toContain('10 Feb 2025 lies outside November–December 2026')
  })

  test('given beside a text that tells another is said to overrule it', async () => {
    const posted = await here.say(
      unodc,
      '/update post UNODC opened an office in Doha (12 Nov) date:14 Nov confirm:yes',
    )
    expect(posted.text).toContain('The text says 12 Nov; 14 Nov is printed.')
    const edited = await here.say(unodc, '/update edit U1 date:15 Nov')
    expect(edited.text).toContain('The text says 12 Nov; 15 Nov is printed.')
    expect((await here.say(unodc, '/update edit U1 date:12 Nov')).text).not.toContain('The text says')
  })

  test('alone is no item', async () => {
    for (const text of ['(3 Nov)', '3 Nov', '3-5 November 2026'])
      expect((await here.say(unodc, `/update post "${text}"`)).text).toContain('does not say what happened')
    expect((await here.say(unodc, '/update post "UNODC 20 (3 Nov)"')).text).toContain('Posted U1')
  })

  test('given beside a text that tells the same stays as the text has it', async () => {
    const bracketed = await here.say(unodc, '/update post "UNODC opened in Doha (10 Nov)" date:10/11/2026')
    expect(bracketed.text).toContain('UNODC opened in Doha (10 Nov)')
    const inside = await here.say(unodc, '/update post "UNODC met judges in Lima on 11 Nov" date:11/11/2026')
    expect(inside.text).toContain(': UNODC met judges in Lima on 11 Nov\n')
  })

  test('given in numbers is printed as an issue prints it', async () => {
    const posted = await here.say(unodc, '/update post "UNODC opened in Doha" date:10/11/2026')
    expect(posted.text).toContain('UNODC opened in Doha (10 Nov)')
  })

  test('inside the text is shown where several items are posted at once', async () => {
    const text =
      '- On 3 November UNODC trained 30 judges in Vienna\n- UNODC opened in Doha on 12 November its office'
    const asked = await here.press(unodc, 'update post', { text })
    const posted = await press(here, unodc, buttonNamed(asked, 'Post as 2 updates'))
    expect(posted.text).toMatch(/U2 for .*, 12 Nov: UNODC opened/)
    expect(posted.text).not.toContain('no date')
  })

  test('is no place for other words, which are named and change nothing', async () => {
    await here.say(unodc, '/update post UNODC opened an office in Doha (12 Nov)')
    const refused = await here.say(unodc, '/update edit U1 date:3 Nov in Nyon')
    expect(refused.outcome).toBe('refused')
    expect(refused.text).toContain('“in Nyon” is no part of a date, so nothing was changed.')
    expect((await press(here, unodc, buttonNamed(refused, 'Date 3 Nov'))).text).toContain('Date: 3 Nov 2026')
    const again = '/update edit U1 date:4 Nov, and again on 6 Nov at the same place'
    expect((await here.say(unodc, again)).text).toContain('and “at the same place” is no part of a date')
    expect((await here.say(unodc, '/update edit U1 date:24 Nov/online')).outcome).toBe('done')
  })

  test('that was taken away is not called unreadable when something else is changed', async () => {
    await here.say(unodc, '/update post "UNODC trained judges in Doha (16-18 Nov)" section:regional')
    await here.say(unodc, '/update edit U1 date:none')
    const edited = await here.say(unodc, '/update edit U1 place:none')

    expect(edited.text).not.toContain('cannot read')
  })

  test('that no calendar has is said where it stands in the sentence too', async () => {
    const posted = await here.say(
      unodc,
      '/update post "On 31 November 2026 UNODC trained judges in Doha" section:regional',
    )

    expect(posted.text).toContain(
      'There is no 31 November 2026 in the calendar: November has 30 days. No date was read.',
    )
  })
})

test('a date that was set beside the text gives way to a new last day, and is said where the text tells another', async () => {
  await here.say(unodc, '/update post "UNODC trained judges in Vienna (3-5 Nov)"')
  await here.say(secretariat, '/update edit U1 date:"4-5 Nov"')
  const kept = await here.say(unodc, '/update edit U1 text:"UNODC trained 30 judges in Vienna (3-5 Nov)"')
  expect(kept.text).toContain('The text says 3-5 Nov; 4-5 Nov, which was set before, is printed.')
  const longer = await here.say(unodc, '/update edit U1 text:"UNODC trained 30 judges in Vienna (3-8 Nov)"')
  expect(longer.text).toContain('UNODC trained 30 judges in Vienna (3-8 Nov)')
  expect(longer.text).not.toContain('which was set before')
})

test('a text that says only that there is nothing to report is no item: one press notes it', async () => {
  const asked = await here.say(unodc, '/update post "Nothing to report from UNODC this time"')
  expect(asked.text).toContain('Nothing is posted yet.')
  expect(asked.text).toContain('[Post anyway]')
  const noted = await press(here, unodc, buttonNamed(asked, 'Nothing to report'))
  expect(noted.text).toContain('Noted: UNODC has nothing to report for No. 1')
  const news = await here.say(unodc, '/update post "Nothing about us without us: UNODC forum (3 Dec)"')
  expect(news.text).toContain('Posted U1')
})

test('a day in numbers that may lie in either of two open issues is read into neither of them alone', async () => {
  await here.say(secretariat, '/newsletter open 2026-09..2026-10 closes:2026-12-31')
  const asked = await here.say(unodc, '/update post "UNODC opened an office in Doha (9/11)"')
  expect(asked.text).toContain('Nothing was posted yet.')
  const posted = await press(here, unodc, buttonNamed(asked, 'November–December 2026'))
  expect(posted.text).toContain('Date: 9 Nov 2026')
  const plain = await here.say(unodc, '/update post "UNODC trained judges in Lima (12 Oct)"')
  expect(plain.text).toContain('for the September–October 2026 issue')
})

test('a new text that tells the same day within it is not said to have lost its date', async () => {
  await here.say(unodc, '/update post "UNODC trained judges in Gao, Mali (12 Nov)"')
  const edited = await here.say(unodc, '/update edit U1 UNODC trained judges in Gao, Mali (12 Nov), at court')
  expect(edited.text).toContain('Date: 12 Nov 2026')
  expect(edited.text).not.toContain('Removed')
})

test('an update is emptied of a date that stands in its words too, until new words tell another', async () => {
  await here.say(unodc, '/update post UNODC launched a toolkit in Vienna on 3 December 2026')
  const undated = await here.say(unodc, '/update edit U1 date:none')
  expect(undated.text).toMatch(
    /Date: none given.*It counts as undated, though its words still say 3 December/s,
  )
  expect(undated.text).not.toContain('in brackets at the end')
  expect((await here.say(unodc, '/update edit U1 place:Graz')).text).toContain('Date: none given')
  expect((await here.say(unodc, '/update show U1')).text).toContain('date none (was 3 Dec')
  expect((await here.say(unodc, '/update edit U1 date:none')).text).toContain('says all of that already')
  const retold = '/update edit U1 text:"UNODC launched a toolkit in Vienna on 4 December 2026"'
  expect((await here.say(unodc, retold)).text).toContain('Date: 4 Dec 2026')
  await press(here, unodc, buttonNamed(await here.say(unodc, '/update edit U1 date:none'), 'Undo'))
  expect((await here.say(unodc, '/update show U1')).text).toContain('Date: 4 Dec 2026')
})
