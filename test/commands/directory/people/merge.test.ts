import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { secretariat, type World, world } from '../../../support/world.ts'

describe('one person once', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(secretariat, '/directory add person "Maria Sanchez" email:maria@one.example entity:WHO')
    await here.say(secretariat, '/directory nominate maria@one.example wg:BMLE as:alternate')
    await here.say('maria@one.example', '/profile show', { profile: {} })
    await here.say('maria@one.example', '/reminder add "mine" at:"10 Dec 2026 10:00"')
  })
  afterAll(() => here.end())

  const say = (line: string, who = secretariat) => here.say(who, line)

  test('a namesake in another order, accent or script is pointed out when they are added', async () => {
    expect(
      (await say('/directory add person "SÁNCHEZ, María" email:maria@two.example entity:IOM')).text,
    ).toContain('Somebody of the same name is in the directory: maria@one.example')
    await say('/directory add person "Иван Петров" email:ivan@one.example')
    expect((await say('/directory add person "Petrov Ivan" email:ivan@two.example')).text).toContain(
      'ivan@one.example',
    )
  })

  test('is shown first, then both mailboxes, accounts, seats and entities are one person’s, and it can be taken back', async () => {
    const line = '/directory merge maria@one.example into:maria@two.example'
    const asked = await say(line)
    expect(asked.outcome).toBe('asked')
    expect(asked.text).toContain('as another mailbox: maria@one.example')
    expect(asked.text).toContain('1 seat')
    expect(asked.text).toContain('1 reminder')
    const merged = await here.press(
      secretariat,
      'directory merge',
      { person: 'maria@one.example', into: 'maria@two.example' },
      true,
    )
    expect(merged.outcome).toBe('done')

    const card = await say('/directory person maria@one.example')
    expect(card.text).toContain('SÁNCHEZ, María (IOM)')
    expect(card.text).toContain('Other e-mail: maria@one.example')
    expect(card.text).toContain('Also for: WHO')
    expect(card.text).toContain('alternate in BMLE')
    // One hit with both, found by either.
    const hit = (await say('/directory find Sanchez in:people')).text
    expect(hit).toContain('1 match')
    expect(hit).toContain('SÁNCHEZ, María, IOM, WHO')
    expect((await say('/directory find sanchez who in:people')).text).toContain('of WHO')
    expect((await say('/directory find sanchez iom in:people')).text).toContain('of IOM')
    expect((await say('/directory add person X email:maria@one.example')).outcome).toBe('refused')
    expect((await say('/profile show', 'maria@one.example')).text).toContain('SÁNCHEZ, María')
    expect((await say('/reminder list', 'maria@two.example')).text).toContain('mine')

    const number = /D\d+/.exec(JSON.stringify(merged.answer.message))?.[0] ?? ''
    expect((await say(`/directory revert ${number}`)).outcome).toBe('done')
    expect((await say('/directory person maria@one.example')).text).toContain('Maria Sanchez (WHO)')
    expect((await say('/directory find Sanchez in:people')).text).not.toContain('IOM, WHO')
    expect((await say('/directory person maria@one.example')).text).toContain('alternate in BMLE')
    expect((await say('/profile show', 'maria@one.example')).text).toContain('Maria Sanchez')
    expect((await say('/directory person maria@two.example')).text).not.toContain('Other e-mail')
    expect((await say('/reminder list', 'maria@two.example')).text).not.toContain('mine')
  })

  test('two who hold the same seat on the same days are not merged, and nothing is changed', async () => {
    await say('/wg appoint RMME role:vice-chair entity:WHO person:maria@one.example')
    await say('/wg appoint RMME role:vice-chair entity:WHO person:maria@two.example')
    const refused = await here.press(
      secretariat,
      'directory merge',
      { person: 'maria@one.example', into: 'maria@two.example' },
      true,
    )

    expect(refused.outcome).toBe('refused')
    expect(refused.text).toContain('both hold vice-chair of RMME for WHO on some of the same days')
    // Before anybody is asked, too.
    expect((await say('/directory merge maria@one.example into:maria@two.example')).outcome).toBe('refused')
    expect((await say('/directory person maria@one.example')).text).toContain('Maria Sanchez (WHO)')
  })

  test('one record into itself, into a retired one, or by anybody else is refused', async () => {
    const refused = async (line: string, who = secretariat) => (await say(line, who)).outcome
    expect(await refused('/directory merge ivan@one.example into:ivan@one.example')).toBe('refused')
    await here.press(secretariat, 'directory retire person', { person: 'ivan@two.example' }, true)
    const { rows } = await here.database.store.pool.query(
      `select id from people where email = 'ivan@two.example'`,
    )
    expect(await refused(`/directory merge ivan@one.example into:P${rows[0].id}`)).toBe('refused')
    expect(
      await refused('/directory merge ivan@one.example into:maria@two.example', 'maria@two.example'),
    ).toBe('refused')
  })

  test('said twice at once it is done once, and its undo leaves nothing behind', async () => {
    await say('/directory add person "Lee Ab" email:lee@one.example entity:WHO')
    await say('/directory add person "Lee Cd" email:lee@two.example entity:WHO')
    const line = '/directory merge lee@one.example into:lee@two.example confirm:yes'
    const heard = here.delivered.length
    const both = await Promise.all([say(line), say(line)])
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'refused'])
    expect(here.delivered.slice(heard).filter(({ to }) => to === 'lee@two.example')).toHaveLength(1)
  })
})
