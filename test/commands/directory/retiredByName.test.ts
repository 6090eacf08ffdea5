import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buttonNamed, buttonsOf, press } from '../../support/lines/pressed.ts'
import { secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  for (const line of [
    '/directory add entity FOC name:"Forum of Cities" confirm:yes',
    '/wg add FOCI name:"Friends of the Cities"',
  ])
    expect((await here.say(secretariat, line)).outcome).toBe('done')
})
afterAll(() => here.end())

async function offeredFor(line: string): Promise<readonly string[]> {
  const reply = await here.say(secretariat, line)
  expect([line, reply.outcome]).toEqual([line, 'refused'])
  return buttonsOf(reply).map(({ label }) => label)
}

describe('an acronym stands for its entity, whoever else it may stand for', () => {
  test.each([
    ['/directory retire FOC', ['/directory retire entity FOC']],
    ['/directory edit UNODC', ['/directory edit entity UNODC']],
    ['retire UNODC', ['/directory retire entity UNODC']],
    ['delete UNODC', ['/directory retire entity UNODC']],
    ['remove UNODC', ['/directory retire entity UNODC']],
    ['retire FOCI', ['/wg retire FOCI']],
    ['delete FOCI', ['/wg retire FOCI']],
    ['retire WHO and IOM', ['/directory retire entity WHO and IOM']],
    [
      '/directory retire UNODC focal point',
      ['/directory retire person UNODC focal point', '/directory retire seat UNODC focal point'],
    ],
  ] as const)('“%s” offers %j', async (line, labels) => {
    // biome-ignore format: a table
    expect(await offeredFor(line)).toEqual(labels)
  })

  test('and where it may not be retired, the reason is said and nobody is offered in its place', async () => {
    const reply = await here.say(secretariat, '/directory retire CTED')
    expect(reply.text).toContain(
      'You may mean /directory retire entity CTED; nothing was done. CTED chairs BMLE',
    )
    expect(buttonsOf(reply)).toEqual([])
  })

  test('nobody is called like the beginning of another name', async () => {
    expect((await here.say(secretariat, '/directory person FOC')).text).toContain(
      'FOC is an entity, and nobody is on file for it.',
    )
    expect((await here.say(secretariat, '/directory person ETCIP')).text).toContain(
      'ETCIP is a working group and no person.',
    )
  })

  test('an order that names the day asks about that very entity', async () => {
    const reply = await here.say(secretariat, 'please retire FOC from 1 January')
    expect(reply.text).toContain('Retire FOC? Its roles in working groups end with it. With on “1 January”.')
  })
})

describe('what lacks nothing but what is to be changed opens its form', () => {
  test('behind a group of actions, behind a verb, and where another record was named', async () => {
    for (const line of ['/directory edit FOC', 'edit FOC', '/wg edit FOC']) {
      const [first] = buttonsOf(await here.say(secretariat, line))
      expect([line, first?.ask]).toEqual([line, true])
    }
  })

  test('without a record it asks for that first', async () => {
    const reply = await here.bot.dispatch({
      caller: { platform: 'terminal', tenant: 'local', account: secretariat },
      place: { platform: 'terminal', tenant: 'local', channel: secretariat, private: true },
      vouchedEmail: secretariat,
      input: { kind: 'fields', command: 'wg edit', fields: {}, ask: true },
    })
    expect(reply.outcome).toBe('asked')
  })

  test('a handover without a successor keeps what was typed', async () => {
    const asked = buttonNamed(await here.say(secretariat, '/directory handover CTED'), 'Name the successor')
    expect(asked).toMatchObject({ ask: true, values: { what: 'CTED' } })
    expect(
      (await press(here, secretariat, { ...asked, values: { ...asked.values, to: 'UNODC' } })).text,
    ).toContain('CTED focal point has nothing in hand')
  })
})
