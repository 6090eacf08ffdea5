import { afterAll, beforeAll, expect, test } from 'vitest'

import { features } from '../../../../commands/index.ts'
import { type Bot, createBot } from '../../../../src/bot/bot.ts'
import type { Invocation } from '../../../../src/core/invocation.ts'
import { createLog } from '../../../../src/process/log.ts'
import { createSeal } from '../../../../src/process/seal.ts'
import { giveFile } from '../../../commands/directory/giveFile.ts'
import { plainMessage } from '../../../support/plain.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const [who, other] = [focal('cted'), focal('unodc')]

test('“next” and “more” turn the page of the list that was the last answer to somebody there', async () => {
  await here.say(who, '/directory list')
  const second = await here.say(who, 'next')
  const third = await here.say(who, 'More.')
  expect(second.text).toContain('page 2 of 3')
  expect(third.text).toContain('page 3 of 3')
  for (const word of ['next', 'more'])
    expect((await here.say(who, word)).text).toContain('That was the last page.')

  await here.say(who, '/directory vacancies')
  expect((await here.say(who, '/next page')).text).toContain('page 2')
})

test('“next” turns no page for another person, elsewhere, after another answer or much later', async () => {
  const elsewhere = { place: { platform: 'terminal', tenant: 'local', channel: '#etcip', private: false } }
  await here.say(who, '/directory list')
  expect((await here.say(other, 'next')).text).not.toContain('page 2')
  expect((await here.say(who, 'next', elsewhere)).text).not.toContain('page 2')
  await here.say(who, '/profile show')
  expect((await here.say(who, 'next')).text).not.toContain('page 2')
  await here.say(who, '/directory list')
  await here.turn('2026-11-21T13:00:00Z')
  expect((await here.say(who, 'next')).text).not.toContain('page 2')
})

test('“next” turns the page on whichever of two replicas the list was read, and not after a later answer of the other', async () => {
  const [one, two] = [replica(), replica()]
  expect(await asked(one, '/directory list')).toContain('page 1 of 3')
  expect(await asked(two, 'next')).toContain('page 2 of 3')
  expect(await asked(one, 'more')).toContain('page 3 of 3')
  expect(await asked(two, 'more')).toContain('That was the last page.')

  // The list that was read last goes on, wherever another was read before.
  await asked(one, '/directory list')
  later(1000)
  await asked(two, '/directory vacancies')
  expect(await asked(one, 'next')).toContain('Seats without a named holder')

  later(1000)
  await asked(two, '/profile show')
  expect(await asked(replica(), 'next')).not.toContain('page')
})

test('a page is kept for half an hour, encrypted, in one row for each place', async () => {
  const [one, two] = [replica(), replica()]
  await asked(one, '/directory find border')
  await asked(one, '/directory list')
  await asked(one, 'next')
  await asked(two, 'next')
  const { rows } = await here.database.store.pool.query(`select * from kept where kind = 'page'`)
  const mine = rows.filter(({ key }) => key.includes(who))
  expect(mine).toHaveLength(1)
  expect(JSON.stringify(mine)).toContain('sealed')
  expect(JSON.stringify(mine)).not.toContain('directory list')
  later(31 * 60_000)
  expect(await asked(replica(), 'next')).not.toContain('page')
})

test('“yes” and “no” answer what was asked last, on whichever replica, and no invitation', async () => {
  const chair = focal('interpol')
  const meeting = '/meeting schedule "Drones" wg:ETCIP start:"10 Dec 14:30" confirm:yes'
  await here.say(chair, meeting)
  const [one, two] = [replica(), replica()]
  expect(await asked(one, '/profile forget')).toContain('Nothing has been changed yet')
  later(1000)
  expect(await asked(two, 'no')).toContain('Nothing was done.')
  later(1000)
  expect(await asked(one, 'no')).toContain('You said no to M1 Drones')

  later(1000)
  expect(await asked(one, 'UNODC trained 30 judges in Tunis on 5 March')).toContain('Shall I post it')
  later(1000)
  expect(await asked(two, 'Yes, please')).toContain('UNODC trained 30 judges')
  later(1000)
  expect(await asked(one, 'yes')).toContain('No invitation to a meeting waits')
})

test('“yes” asks which where several things are offered, and presses what alone was asked whether it was meant', async () => {
  later(60_000)
  const bot = replica()
  expect(await asked(bot, 'suggest BMLE drones call on 10 December 3pm')).toContain('Did you mean')
  later(1000)
  const which = await asked(bot, 'yes')
  expect(which).toContain('Which of these? Nothing was done.')
  expect(which).toMatch(/\/meeting suggest.*(?:Yes: |Post it as)/s)
  expect(await asked(bot, '/update list')).not.toContain('drones')

  later(1000)
  expect(await asked(bot, 'shwo M1')).toContain('Did you mean “show M1”?')
  later(1000)
  expect(await asked(bot, 'yes')).not.toContain('No invitation to a meeting waits')
})

test('after some minutes a lone “yes” is asked about, and a lone “no” is for an invitation', async () => {
  later(60_000)
  const bot = replica()
  expect(await asked(bot, 'UNODC trained 12 judges in Lagos on 6 March')).toContain('Shall I post it')
  later(6 * 60_000)
  expect(await asked(bot, 'no')).not.toContain('Nothing was done.')
  expect(await asked(bot, 'UNODC trained 13 judges in Lagos on 7 March')).toContain('Shall I post it')
  later(6 * 60_000)
  expect(await asked(bot, 'yes')).toContain('Is it this? Nothing was done.')
  expect(await asked(bot, 'no')).toContain('Nothing was done. If “no” is for an invitation')
})

test('“yes” said several times at once does what was asked once, and says it each time', async () => {
  later(1000)
  const [one, two] = [replica(false), replica(false)]
  const meeting = '/meeting schedule "Borders" wg:BMLE start:"14 Dec 14:30"'
  expect(await asked(one, meeting)).toContain('and invite')
  const answers = await Promise.all([one, two, one, two].map((bot) => asked(bot, 'yes')))

  expect(answers.every((text) => text.includes('Scheduled M2: Borders'))).toBe(true)
  const { rows } = await here.database.store.pool.query(`select 1 from meetings where title = 'Borders'`)
  expect(rows).toHaveLength(1)
})

test.each(['yes', 'no', 'next'])(
  '“%s” while the store is away is answered with a reference',
  async (word) => {
    const { pool } = here.database.store
    pool.connect = () => Promise.reject(new Error('the store is away'))
    const answer = await replica().dispatch({ ...invocation, input: { kind: 'line', text: word } })
    Reflect.deleteProperty(pool, 'connect')

    expect(answer.outcome).toBe('failed')
    expect(plainMessage(answer.message)).toMatch(/nothing was changed.*reference [0-9A-F]{8}/)
  },
)

test('after a file was read “yes” takes it over', async () => {
  const list = 'Name,E-mail,Organisation\nAna Nandu,ana@who.example,WHO\n'
  await giveFile(here, 'contacts.csv', list)
  expect((await here.say(secretariat, 'yes')).text).toContain('Imported contacts.csv')
})

function replica(mayWriteToAll = true): Bot {
  const { clock, database } = here
  const log = createLog('info', { write: () => undefined })
  const seal = createSeal(['a-key-for-tests'])
  const askAbove = mayWriteToAll ? Number.POSITIVE_INFINITY : 5
  return createBot({ features, store: database.store, clock, log, seal, askAbove })
}

async function asked(bot: Bot, text: string): Promise<string> {
  const { message } = await bot.dispatch({ ...invocation, input: { kind: 'line', text } })
  await bot.settle({ ticks: false })
  return plainMessage(message)
}

function later(ms: number): void {
  here.clock.set(new Date(here.clock.now().getTime() + ms))
}

const invocation: Omit<Invocation, 'input'> = {
  caller: { platform: 'terminal', tenant: 'local', account: who },
  vouchedEmail: who,
  place: { platform: 'terminal', tenant: 'local', channel: who, private: true },
}
