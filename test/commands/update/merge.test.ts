import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buttonNamed } from '../../support/lines/pressed.ts'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-12-20T12:00:00Z' })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(
    focal('cted'),
    '/update post "CTED held a workshop on borders, Nairobi (6-9 Dec)" section:regional',
  )
  await here.say(
    focal('unodc'),
    '/update post "Border workshop of UNODC and IOM in Nairobi https://un.org/x (7 Dec)" section:regional',
  )
})
afterEach(() => here.end())

describe('two updates that tell of the same', () => {
  test('become one item that credits all, keeps both texts, and tells both authors', async () => {
    const merged = await here.say(secretariat, '/update merge U2 into:U1')
    const shown = await here.say(secretariat, '/update show U1')
    const draft = await here.say(secretariat, '/newsletter draft')

    expect(merged.text).toContain('Entities: CTED, UNODC, IOM')
    expect(merged.text).toContain('https://un.org/x')
    expect(shown.text).toContain('Merged into it: U2 of UNODC, who wrote: Border workshop of UNODC and IOM')
    expect(draft.text).toContain('1 item')
    for (const who of ['cted', 'unodc'])
      expect(here.delivered.find(({ to }) => to === focal(who))?.text).toContain(
        'made one item of your update',
      )
  })

  test('are printed with all who held it by one press, with what only the other one told', async () => {
    await here.say(focal('who'), '/update post "WHO trained nurses in Accra, Ghana (4 Dec)"')
    await here.say(
      focal('iom'),
      '/update post "WHO-IOM training of nurses in Accra https://iom.example/y (4 Dec)"',
    )
    const merged = await here.say(secretariat, '/update merge U4 into:U3')
    const { command, values } = buttonNamed(merged, 'Open it with “WHO and IOM”')
    const { text } = await here.press(secretariat, command, values)

    expect(text).toContain('WHO and IOM trained nurses in Accra, Ghana (4 Dec)')
    expect(text).toContain('https://iom.example/y')
  })

  test('are not printed as before the change that somebody made since, by a press that comes late', async () => {
    await here.say(focal('who'), '/update post "WHO trained nurses in Accra, Ghana (4 Dec)"')
    await here.say(focal('iom'), '/update post "IOM training of nurses in Accra (4 Dec)"')
    const merged = await here.say(secretariat, '/update merge U4 into:U3')
    await here.say(focal('who'), '/update edit U3 text:"WHO trained 40 nurses in Accra, Ghana (4 Dec)"')
    const { command, values } = buttonNamed(merged, 'Open it with “WHO and IOM”')
    const pressed = await here.press(secretariat, command, values)

    expect(pressed.text).toContain('was changed by somebody else since you opened it')
    expect((await here.say(secretariat, '/update show U3')).text).toContain('WHO trained 40 nurses in Accra')
  })

  test('are two again by one Undo', async () => {
    const merged = await here.say(secretariat, '/update merge U2 into:U1')
    const undo = merged.answer.message.blocks
      .flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
      .find(({ label }) => label.startsWith('Undo'))
    await here.press(secretariat, undo?.command ?? '', undo?.values ?? {})

    expect((await here.say(secretariat, '/newsletter draft')).text).toContain('2 items')
    expect((await here.say(secretariat, '/update show U1')).text).toContain('Entities: CTED\n')
    expect((await here.say(secretariat, '/update show U2')).text).toContain('U2, proposed')
  })

  test.each(['U1', 'U2'])('are two again by an undo that names %s alone', async (one) => {
    await here.say(secretariat, '/update merge U2 into:U1')
    const undone = await here.say(secretariat, `/update undo ${one}`)

    expect(undone.text).toContain('U1 is proposed again')
    expect(undone.text).toContain('U2 is proposed again')
    expect((await here.say(secretariat, '/update show U1')).text).toContain('Entities: CTED\n')
  })

  test('part alone where the one that is printed was changed since, and it says so', async () => {
    await here.say(secretariat, '/update merge U2 into:U1')
    await here.say(secretariat, '/update edit U1 place:Vienna')
    const undone = await here.say(secretariat, '/update undo U2')

    expect(undone.text).toContain('U2 is proposed again')
    expect(undone.text).toContain(
      'U1 was changed since it took U2 in, and stays as it is: entities CTED, UNODC',
    )
    expect((await here.say(secretariat, '/update show U1')).text).toContain('Vienna')
  })

  test('stay one: whatever would change the one that is not printed is refused', async () => {
    await here.say(secretariat, '/update merge U2 into:U1')
    const lines = [
      'accept U2',
      'return U2 comment:x',
      'edit U2 text:y',
      'withdraw U2',
      'move U2 section:publications',
      'merge U1 into:U2',
    ]
    for (const line of lines) {
      const reply = await here.say(secretariat, `/update ${line}`)
      expect([line, reply.outcome]).toEqual([line, 'refused'])
    }
  })

  test('are merged by the secretariat alone, and never an update into itself', async () => {
    expect((await here.say(focal('cted'), '/update merge U2 into:U1')).outcome).toBe('refused')
    expect((await here.say(secretariat, '/update merge U1 into:U1')).text).toContain(
      'cannot be merged into itself',
    )
    expect((await here.say(secretariat, '/update merge U1 into:U9')).text).toContain('There is no update U9')
  })

  test.each(['U2 U1', 'U2, U1', 'U2 and U1', 'u2 with 1'])(
    'are merged by their numbers: %s',
    async (pair) => {
      const merged = await here.say(secretariat, `/update merge ${pair}`)
      expect(merged.text).toContain('Merged U2 into U1, which is printed')
      await here.say(secretariat, '/update undo U1')
    },
  )

  test('merged by two at once are merged once', async () => {
    const replies = await Promise.all([1, 2].map(() => here.say(secretariat, '/update merge U2 into:U1')))

    expect(replies.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused'])
  })
})

test('whose update was merged into one that is withdrawn hears of it, as does whoever merged them, and again when it is back', async () => {
  await here.say(secretariat, '/update merge U2 into:U1')
  here.delivered.length = 0
  const withdrawn = await here.say(focal('cted'), '/update withdraw U1')
  const told = (who: string) => here.delivered.filter(({ to }) => to === who).map(({ text }) => text)

  expect(withdrawn.text).toContain('Merged into it was U2 of UNODC, of which nothing is printed either')
  expect(told(focal('unodc'))[0]).toContain('withdrew U1, into which your update U2 was merged: CTED held')
  expect(told(secretariat)[0]).toContain('withdrew U1, into which you merged U2 of UNODC')
  expect((await here.say(focal('unodc'), '/update show U2')).text).toContain('which is withdrawn: nothing')

  await here.say(focal('cted'), '/update restore U1')
  expect(told(focal('unodc'))[1]).toContain('restored U1, into which your update U2 was merged')

  await here.say(focal('cted'), '/update withdraw U1')
  expect((await here.press(secretariat, 'update undo', { update: 'U2' })).text).toContain(
    'U2 is proposed again',
  )
})

test('an author whose update was merged is not sent to what the secretariat alone may do', async () => {
  await here.say(secretariat, '/update merge U2 into:U1')
  const refused = await here.say(focal('unodc'), '/update edit U2 text:"UNODC did it (7 Dec)"')

  expect(refused.text).toContain('The secretariat changes U1, or separates them with /update undo U2.')
})

test('an edit is taken back by “last”, as an update is withdrawn by it', async () => {
  await here.say(focal('cted'), '/update edit U1 place:Vienna')

  expect((await here.say(focal('cted'), '/update undo last')).text).toContain('U1 is proposed again')
})

test('whose update became part of another one may read that one, and others may not', async () => {
  expect((await here.say(focal('unodc'), '/update show U1')).outcome).toBe('refused')
  await here.say(secretariat, '/update merge U2 into:U1')

  expect((await here.say(focal('unodc'), '/update show U1')).text).toContain('Merged into it: U2 of UNODC')
  expect((await here.say(focal('who'), '/update show U1')).outcome).toBe('refused')
})

test('the undo of a move says the section that the update went back to', async () => {
  await here.say(secretariat, '/update move U1 section:publications')

  expect((await here.say(secretariat, '/update undo U1')).text).toMatch(
    /U1 is proposed again, with the words of version 1, in “Regional/,
  )
})
