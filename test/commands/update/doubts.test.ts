import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { openForm } from '../../support/lines/openForm.ts'
import { buttonNamed, buttonsOf, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const unodc = focal('unodc')
let here: World
beforeEach(async () => {
  here = await world({ now: '2026-12-05T09:00:00Z' })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
})
afterEach(() => here.end())

async function count(): Promise<number> {
  const { rows } = await here.database.store.pool.query('select count(*)::int as n from updates')
  return rows[0].n
}

describe('before an update is posted it is asked', () => {
  test('where the same was posted before: open it, or post anyway', async () => {
    await here.say(unodc, '/update post UNODC trained 30 judges in Vienna (3 Dec)')
    const asked = await here.say(unodc, '/update post UNODC trained 30 judges in Vienna (3 Dec)')
    expect(asked.outcome).toBe('asked')
    expect(asked.text).toContain('Nothing is posted yet. It says the same as U1 of UNODC')
    expect(await count()).toBe(1)
    expect(buttonsOf(asked).map(({ label }) => label)).not.toContain('Change U1 to this')
    expect((await press(here, unodc, buttonNamed(asked, 'Open U1'))).text).toContain('U1, proposed')
    expect((await press(here, unodc, buttonNamed(asked, 'Post anyway'))).text).toContain('Posted U2')
    expect(await count()).toBe(2)
  })

  test('where another words it otherwise; what another entity wrote is not shown', async () => {
    await here.say(
      focal('un-women'),
      '/update post UN Women and UNODC held a training for judges in Accra (3 Dec)',
    )
    const reply = await here.say(
      unodc,
      '/update post UNODC, with UN Women, trained judges in Accra, Ghana (3 Dec)',
    )
    expect(reply.outcome).toBe('done')
    expect(reply.text).toContain('It is very similar to U1 of UN Women; the secretariat sees both')
    expect(reply.text).not.toContain('held a training')
    const asked = await here.say(
      secretariat,
      '/update post UNODC and UN Women trained judges in Accra (3 Dec)',
    )
    expect(asked.text).toMatch(/It looks like U\d of UN/)
  })

  test('where the text holds several items: as several, or as one', async () => {
    const text = '- UNODC trained 30 judges in Vienna (3 Dec)\n- UNODC launched a guide on evidence (4 Dec)'
    const asked = await here.press(unodc, 'update post', { text })
    expect(asked.text).toContain('This looks like 2 items')
    expect(await count()).toBe(0)
    const both = await press(here, unodc, buttonNamed(asked, 'Post as 2 updates'))
    expect(both.text).toContain('Posted U1 and U2')
    expect(await count()).toBe(2)
    const one = await press(here, unodc, buttonNamed(asked, 'Post as one'))
    expect(one.text).toContain('Posted U3')
    expect(await count()).toBe(3)
  })

  test('where its day lies outside the issue, with the year before as a way out', async () => {
    const asked = await here.say(unodc, '/update post UNODC trained 30 judges in Vienna (10 Mar)')
    expect(asked.outcome).toBe('asked')
    expect(asked.text).toContain('10 Mar 2027 lies outside November–December 2026')
    const posted = await press(here, unodc, buttonNamed(asked, 'It was 10 Mar 2026'))
    expect(posted.text).toContain('Date: 10 Mar 2026')
    expect(
      (await here.say(unodc, '/update post UNODC met prosecutors in Lima (5 Oct) confirm:yes')).text,
    ).toContain('Posted U2')
  })

  test('for which of two open issues, where the text tells no day', async () => {
    await here.say(secretariat, '/newsletter open 2026-09..2026-10 closes:2026-12-31')
    const asked = await here.say(unodc, '/update post UNODC launched a guide for teachers')
    expect(asked.outcome).toBe('refused')
    expect(asked.text).toContain('Several issues are open, and the text tells no day')
    const posted = await press(here, unodc, buttonNamed(asked, 'September–October 2026'))
    expect(posted.text).toContain('Posted U1 for the September–October 2026 issue')
    expect((await here.say(unodc, '/update post UNODC met prosecutors in Lima (5 Dec)')).text).toContain(
      'for the November–December 2026 issue',
    )
  })
})

describe('before an update is edited it is asked', () => {
  const posted = '/update post UNODC trained 30 judges in Vienna (3 Dec)'

  test.each([
    [
      'a new text',
      '/update edit U1 text:"UNODC trained judges in Vienna (5 Nov 2025)"',
      '5 Nov 2025 lies outside',
    ],
    ['a new date', '/update edit U1 date:5 Mar', '5 Mar 2027 lies outside'],
  ])('where %s lies outside the issue', async (_, line, words) => {
    await here.say(unodc, posted)
    const asked = await here.say(unodc, line)
    expect(asked.outcome).toBe('asked')
    expect(asked.text).toContain(`Nothing has been changed yet. ${words} November–December 2026`)
    expect((await here.say(unodc, '/update show U1')).text).toContain('Date: 3 Dec 2026')
    expect((await press(here, unodc, buttonNamed(asked, 'Change anyway'))).text).toContain('Changed U1')
  })

  test('with the year before as a way out, and not where it is answered in advance', async () => {
    await here.say(unodc, posted)
    const asked = await here.say(unodc, '/update edit U1 date:5 Mar')
    expect((await press(here, unodc, buttonNamed(asked, 'It was 5 Mar 2026'))).text).toContain(
      'Date: 5 Mar 2026',
    )
    expect((await here.say(unodc, '/update edit U1 date:"5 Mar 2025" confirm:yes')).text).toContain(
      'Date: 5 Mar 2025',
    )
  })

  test('for which of two open issues, where its days lie in both; a text is asked the same', async () => {
    await here.say(secretariat, '/newsletter open 2026-09..2026-10 closes:2026-12-31')
    await here.say(unodc, posted)
    const asked = await here.say(unodc, '/update edit U1 date:29 Oct-3 Nov')
    expect(asked.outcome).toBe('refused')
    expect(asked.text).toContain('29 Oct 2026 to 3 Nov 2026 lies in several issues that are open')
    const moved = await press(here, unodc, buttonNamed(asked, 'September–October 2026'))
    expect(moved.text).toContain('It is for the September–October 2026 issue now.')
    const post = await here.say(unodc, '/update post UNODC met prosecutors in Lima (29 Oct-3 Nov)')
    expect(post.text).toContain('lies in several issues that are open. Which one is it for?')
  })

  test('and told to which issue it moves, as is the author of what the secretariat edits', async () => {
    await here.say(secretariat, '/newsletter open 2026-09..2026-10 closes:2026-12-31')
    await here.say(unodc, '/update post UNODC trained 30 judges in Vienna (5 Oct)')
    expect((await here.say(unodc, '/update edit U1 place:Graz')).text).not.toContain('issue now')
    const edited = await here.say(secretariat, '/update edit U1 date:5 Nov')
    expect(edited.text).toContain('It is for the November–December 2026 issue now.')
    expect(here.delivered.at(-1)?.text).toContain('It is for the November–December 2026 issue now.')
    const back = await here.say(secretariat, '/update edit U1 issue:"Sep-Oct 2026"')
    expect(back.text).toContain('It is for the September–October 2026 issue now.')
  })

  test('and told which date stays beside a new text that tells none', async () => {
    await here.say(unodc, `${posted} date:4 Dec`)
    const edited = await here.say(unodc, '/update edit U1 text:"UNODC trained forty judges in Vienna"')
    expect(edited.text).toContain('No date was read in the new text; 4 Dec, which was set before, stays.')
  })
})

describe('what an update says beside its text', () => {
  test('is emptied by none, and a date may be named as people do', async () => {
    await here.say(unodc, '/update post UNODC trained 30 judges in Vienna (3 Dec) link:un.org/x')
    expect((await here.say(unodc, '/update edit U1 place:clear')).text).not.toContain('Place:')
    expect((await here.say(unodc, '/update edit U1 entities:clear')).text).toContain('Entities: none named')
    expect((await here.say(unodc, '/update edit U1 link:n/a')).text).not.toContain('Link:')
    expect((await here.say(unodc, '/update edit U1 date:yesterday')).text).toContain('Date: 4 Dec 2026')
    expect((await here.say(unodc, '/update edit U1 date:"last Thursday"')).text).toContain('Date: 3 Dec 2026')
    const undated = await here.say(unodc, '/update edit U1 date:none')
    expect(undated.text).toMatch(/^(?!.*cannot read).*Date: none given.*The text says 3 Dec; no date is/s)
    expect((await here.say(unodc, '/update show U1')).text).toContain('date none (was 3 Dec)')
  })
})

describe('a form that was opened before somebody else’s edit', () => {
  const text = 'UNODC trained 30 judges in Vienna (3 Dec)'

  test('changes what its author changed and keeps the rest', async () => {
    const posted = await here.say(unodc, `/update post ${text}`)
    const form = await openForm(here, unodc, buttonNamed(posted, 'Edit'))
    await here.say(secretariat, '/update edit U1 text:"UNODC trained thirty judges, Vienna (3 Dec)"')
    const reply = await form.send({ section: 'publications' })
    expect(reply.text).toContain('UNODC trained thirty judges, Vienna')
    expect(reply.text).toContain('Section: Reports and publications')
  })

  test('asks before its words take the place of words that its author has not seen', async () => {
    const posted = await here.say(unodc, `/update post ${text}`)
    const form = await openForm(here, unodc, buttonNamed(posted, 'Edit'))
    await here.say(secretariat, '/update edit U1 text:"Thirty judges learned in Vienna from UNODC (3 Dec)"')
    const asked = await form.send({ text: 'UNODC trained 31 judges in Vienna (3 Dec)' })
    expect(asked.text).toContain('That was changed by Compact Secretariat since you opened the form')
    expect((await here.say(unodc, '/update show U1')).text).toContain('Thirty judges learned')
    expect((await press(here, unodc, buttonNamed(asked, 'Take mine'))).text).toContain(
      'UNODC trained 31 judges',
    )
  })

  test('asks about words that were not seen, and then whether they lie outside the issue', async () => {
    const posted = await here.say(unodc, `/update post ${text}`)
    const form = await openForm(here, unodc, buttonNamed(posted, 'Edit'))
    await here.say(secretariat, '/update edit U1 text:"Thirty judges learned in Vienna from UNODC (3 Dec)"')
    const asked = await form.send({ text: 'UNODC trained 31 judges (10 Mar)' })
    expect(asked.text).toContain('since you opened the form')
    const outside = await press(here, unodc, buttonNamed(asked, 'Take mine'))
    expect(outside.text).toContain('10 Mar 2027 lies outside November–December 2026')
    expect((await press(here, unodc, buttonNamed(outside, 'It was 10 Mar 2026'))).text).toContain(
      'Date: 10 Mar 2026',
    )
  })
})
