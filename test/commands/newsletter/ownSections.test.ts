import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonLike, buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-12-20T12:00:00Z' })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
})
afterAll(() => here.end())

async function file(format: 'markdown' | 'html' | 'json'): Promise<string> {
  const reply = await here.say(secretariat, `/newsletter export format:${format}`)
  const found = reply.answer.message.blocks.find(({ kind }) => kind === 'file')
  return found?.kind === 'file' ? found.content : ''
}

const training = (country: string, day: number) =>
  `"UNODC training for prosecutors of ${country} on mutual legal assistance (${day} Nov)"`

test('a section of one’s own stands in its place in every form of the issue, under its own title, and is undone by a press', async () => {
  const standing = await file('markdown')
  const added = await here.say(
    secretariat,
    '/newsletter plan add "Trainings of the period" part:joint before:civil-society',
  )
  expect(added.text).toContain('(trainings-of-the)')
  await here.say(focal('unodc'), `/update post ${training('Niger', 3)} section:"trainings of the period"`)

  const page = await file('markdown')
  expect(page.indexOf('### Trainings of the period')).toBeGreaterThan(0)
  expect((await here.say(secretariat, '/newsletter draft')).text).toMatch(
    /Regional focus[\s\S]*Trainings of the period\n.*UNODC training for prosecutors of Niger[\s\S]*Collaboration with civil society/,
  )
  expect(await file('html')).toContain('Trainings of the period</h3>')
  expect(JSON.parse(await file('json')).sections[2].subsections[2]).toMatchObject({
    key: 'trainings-of-the',
    title: 'Trainings of the period',
    items: [{ text: expect.stringContaining('prosecutors of Niger') }],
  })

  const refused = await press(here, secretariat, buttonNamed(added, 'Undo'))
  expect(refused.outcome).toBe('refused')
  expect(refused.text).toContain('U1 stands in “Trainings of the period”')
  expect(buttonNamed(refused, 'Move U1').command).toBe('update move')
  await here.say(secretariat, '/update move U1 section:regional')
  expect((await press(here, secretariat, buttonNamed(added, 'Undo'))).outcome).toBe('done')
  await here.say(secretariat, '/update withdraw U1')
  expect(await file('markdown')).toBe(standing)
  expect((await here.say(focal('unodc'), '/update show U1')).text).toContain('Regional focus')
})

test('a section like a standing one is offered beside it, and is proposed once the secretariat moves such updates there', async () => {
  await here.say(secretariat, '/newsletter plan restore trainings-of-the')
  await here.say(secretariat, '/newsletter plan add Assessments part:leadership like:member-states date:yes')
  const visit = await here.say(focal('cted'), '/update post "CTED assessment visit to Jordan (10-12 Nov)"')
  expect(visit.text).toContain('I am not sure of the section')
  const isOwn = visit.text.includes('Section: Assessments')
  expect(buttonLike(visit, isOwn ? /^Engagement/ : /^Assessments/)).toBeDefined()

  for (const [day, country] of ['Chad', 'Mali', 'Benin', 'Togo', 'Ghana', 'Kenya'].entries()) {
    const posted = await here.say(focal('unodc'), `/update post ${training(country, day + 10)}`)
    const id = /U\d+/.exec(posted.text)?.[0] ?? ''
    await here.say(secretariat, `/update move ${id} section:trainings-of-the`)
    await here.say(secretariat, `/update accept ${id}`)
  }
  const next = await here.say(focal('unodc'), `/update post ${training('Uganda', 20)}`)
  expect(next.text).toContain('Section: Trainings of the period')
})

test('what a section needs is said to authors, in its own titles, and is undone by a press', async () => {
  const needs = await here.say(secretariat, '/newsletter plan needs trainings-of-the link:yes')
  expect(needs.text).toContain('with date and link')
  const asked = await here.say(
    focal('unodc'),
    '/update post "UNODC training for judges of Malawi (28 Nov)" section:trainings-of-the',
  )
  expect(asked.text).toContain('add its link')

  await press(here, secretariat, buttonNamed(needs, 'Undo'))
  const quiet = await here.say(
    focal('unodc'),
    '/update post "UNODC training for police of Zambia (29 Nov)" section:trainings-of-the',
  )
  expect(quiet.text).not.toContain('add its link')
})

test('a removed section is neither proposed nor taken, its own lines go, and it comes back where it stood', async () => {
  const before = (await here.say(secretariat, '/newsletter plan show')).text
  const removed = await here.say(secretariat, '/newsletter plan remove "what is new"')
  expect(removed.text).toContain('new and outgoing chairs')
  expect(await file('json')).not.toContain('"key": "what-is-new"')
  const refused = await here.say(
    focal('who'),
    '/update post "WHO took over as chair (3 Dec)" section:what-is-new',
  )
  expect(refused.outcome).toBe('refused')
  expect(refused.text).toContain('not a section of the newsletter any more')
  expect((await here.say(secretariat, '/help sections')).text).not.toContain('What is new')
  expect(
    (await here.say(focal('who'), '/update post "WHO is the new chair of the group (4 Dec)"')).text,
  ).not.toContain('What is new')

  await press(here, secretariat, buttonNamed(removed, 'Undo'))
  expect((await here.say(secretariat, '/newsletter plan show')).text).toBe(before)
})

test('an update that comes back into a removed section is printed there all the same', async () => {
  const posted = await here.say(
    focal('unesco'),
    '/update post "UNESCO published a guide for teachers, https://unesco.org/guide (Nov)" section:publications',
  )
  const id = /U\d+/.exec(posted.text)?.[0] ?? ''
  const moved = await here.say(secretariat, `/update move ${id} section:regional`)
  await here.say(secretariat, '/newsletter plan remove publications')
  await press(here, secretariat, buttonNamed(moved, 'Undo'))

  expect(await file('markdown')).toMatch(/### Reports and publications\n+- UNESCO published/)
  const edited = await here.say(
    secretariat,
    `/update edit ${id} text:"UNESCO published a guide for all teachers, https://unesco.org/guide (Nov)"`,
  )
  expect(edited.outcome).toBe('done')
  await here.say(secretariat, '/newsletter plan restore publications')
})

test('the same title twice, a name that is no section and a stranger are refused', async () => {
  for (const [who, line] of [
    [secretariat, 'add "regional focus"'],
    [secretariat, 'add "Regional"'],
    [secretariat, 'remove nothing-of-this'],
    [secretariat, 'restore regional'],
    [secretariat, 'needs regional'],
    [secretariat, 'add "Other things" part:guidance before:regional'],
    [focal('who'), 'add Mine'],
    [focal('who'), 'remove regional'],
    [focal('who'), 'needs regional link:yes'],
    [focal('who'), 'restore regional'],
  ] as const)
    expect([line, (await here.say(who, `/newsletter plan ${line}`)).outcome]).toEqual([line, 'refused'])
})

test('a title in another script has a key that can be typed', async () => {
  const added = await here.say(secretariat, '/newsletter plan add "أخبار المنطقة" part:joint')
  expect(added.text).toContain('(section-1)')
  expect(
    (
      await here.say(
        focal('unodc'),
        '/update post "UNODC workshop in Amman (18 Nov)" section:"أخبار المنطقة"',
      )
    ).text,
  ).toContain('أخبار المنطقة')
})

test('a section never takes the key of a part, not even of a removed one', async () => {
  const fresh = await world({ now: '2026-12-20T12:00:00Z' })
  await fresh.say(secretariat, '/newsletter plan add-part "From the field"')
  for (const section of ['wg-meetings', 'what-is-new', 'publications'])
    await fresh.say(secretariat, `/newsletter plan place ${section} part:joint`)
  const gone = await fresh.say(secretariat, '/newsletter plan remove-part guidance')
  const texts: string[] = []
  for (const title of ['From the field', 'Guidance', 'Figures', 'Closing'])
    texts.push((await fresh.say(secretariat, `/newsletter plan add title:"${title}"`)).text)
  await fresh.end()

  expect(gone.outcome).toBe('done')
  for (const [at, key] of ['from-the-field-2', 'guidance-2', 'figures-2', 'closing-2'].entries())
    expect(texts[at]).toContain(`(${key})`)
})

test('a misspelt part before which another is put is chosen by a press', async () => {
  const fresh = await world({ now: '2026-12-20T12:00:00Z' })
  const added = await fresh.say(secretariat, '/newsletter plan add-part "From the field" before:guidence')
  const put = await press(fresh, secretariat, buttonLike(added, /./) ?? buttonNamed(added, '?'))
  const moved = await fresh.say(secretariat, '/newsletter plan head from-the-field before:leadershp')
  const set = await press(fresh, secretariat, buttonLike(moved, /./) ?? buttonNamed(moved, '?'))
  await fresh.end()

  expect([added.outcome, moved.outcome]).toEqual(['refused', 'refused'])
  expect(put.text).toContain('is a part of the newsletter from now on')
  expect(set.outcome).toBe('done')
})

test('a place before a section that was removed is asked for anew, among those of the part', async () => {
  await here.say(secretariat, '/newsletter plan remove civil-society')
  const asked = await here.say(
    secretariat,
    '/newsletter plan add "Of the period" part:joint before:civil-society',
  )
  expect(asked.text).toContain('is not a section of the newsletter any more')
  const regional = buttonNamed(asked, 'Regional focus')
  expect(buttonLike(asked, /^Key issues/)).toBeUndefined()
  expect((await press(here, secretariat, regional)).text).toContain('is a section of the part joint')
})
