import { afterEach, expect, test } from 'vitest'

import type { Adapter } from '../../../../src/core/adapter.ts'
import { DeliveryError, UserError } from '../../../../src/core/errors.ts'
import type { Mentions } from '../../../../src/core/feature/mention.ts'
import type { InputFile } from '../../../../src/core/inputFile.ts'
import { plainMessage } from '../../../support/plain.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

const importers = ['ohchr', 'who', 'unodc'].map(focal)

/** Says a line as this person, with what is given beside. */
function ask(who: string, text: string, more: { files?: readonly InputFile[]; platform?: string } = {}) {
  const { platform = 'terminal', files } = more
  return here.bot.dispatch({
    caller: { platform, tenant: 'local', account: who },
    place: { platform, tenant: 'local', channel: who, private: false },
    vouchedEmail: who,
    input: { kind: 'line', text },
    ...(files ? { files } : {}),
  })
}

/** How many transactions are open and wait for their program. */
async function openTransactions(): Promise<number> {
  const { rows } = await here.database.store.pool.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and state like 'idle in transaction%'`,
  )
  return rows[0]?.n ?? 0
}

/** A far side that says nothing until it is told to. */
function silence<T>(answer: () => T) {
  let asked = 0
  const said = Promise.withResolvers<void>()
  return {
    asked: () => asked,
    speak: () => said.resolve(),
    async ask() {
      asked += 1
      await said.promise
      return answer()
    },
  }
}

const table = Buffer.from('acronym,name\nABC,An entity of three letters\n')

async function worldOfImporters(): Promise<void> {
  here = await world()
  await here.database.store.pool.query('update people set is_secretariat = true where email = any($1)', [
    importers,
  ])
}

test('files that a silent server keeps back hold up nobody else, and are fetched with no transaction open', async () => {
  await worldOfImporters()
  const server = silence(() => table)
  const file = (at: number): InputFile => ({
    name: `people${at}.csv`,
    mediaType: 'text/csv',
    id: `f${at}`,
    read: server.ask,
  })
  const waiting = importers.flatMap((who, one) =>
    Array.from({ length: 5 }, (_, at) => ask(who, '/directory import', { files: [file(5 * one + at)] })),
  )
  await expect.poll(server.asked).toBeGreaterThan(2)
  const began = performance.now()
  const others = await Promise.all([
    ask(secretariat, '/wg list'),
    ask(focal('cted'), '/update post We met. entities:CTED'),
    ask(importers[0] ?? '', '/wg list'),
  ])
  const took = performance.now() - began
  const open = await openTransactions()
  server.speak()
  const imported = await Promise.all(waiting)

  expect(others.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done'])
  expect(took).toBeLessThan(5_000)
  expect(open).toBe(0)
  for (const { message } of imported) expect(plainMessage(message)).toContain('ABC')
  // Each is fetched once.
  expect(server.asked()).toBe(15)
})

test('a file that cannot be had is refused in the words of who tried to fetch it', async () => {
  await worldOfImporters()
  const read = () => Promise.reject(new UserError('I could not fetch “people.csv”. Please attach it again.'))
  const { outcome, message } = await ask(secretariat, '/directory import', {
    files: [{ name: 'people.csv', mediaType: 'text/csv', read }],
  })

  expect(outcome).toBe('refused')
  expect(plainMessage(message)).toContain('could not fetch “people.csv”')
})

test('a file of somebody who may not import it is not fetched', async () => {
  await worldOfImporters()
  const server = silence(() => table)
  const { outcome } = await ask('nobody@elsewhere.example', '/directory import', {
    files: [{ name: 'people.csv', mediaType: 'text/csv', read: server.ask }],
  })

  expect(outcome).toBe('refused')
  expect(server.asked()).toBe(0)
})

test('a chat that does not say who is in a group of its own holds up nobody else', async () => {
  here = await world()
  const chat = silence(() => ({ exists: true, members: ['somebody', 'else'], absent: [] }))
  const names: string[] = []
  const mentions: Mentions = {
    ...{ kind: 'user group', where: 'this workspace', refusesUnreachable: false },
    accountsIn: (tenant) => tenant,
    current: chat.ask,
    put: () => Promise.reject(new DeliveryError('Not now.', { kind: 'retryable' })),
    async nameOf(_, account) {
      names.push(account)
      return `Name of ${account}`
    },
  }
  const never = () => Promise.reject(new Error('nothing is delivered there'))
  const adapter: Adapter = {
    ...{ name: 'chat', reachesByEmail: false, lanes: 1, findsDelivered: false, mentions },
    ...{ post: never, announce: never, changed: () => undefined, connected: () => true },
    ...{ start: async () => undefined, stop: async () => undefined },
  }
  here.bot.join(adapter)
  const syncing = ask(secretariat, '/wg sync ETCIP', { platform: 'chat' })
  await expect.poll(chat.asked).toBe(1)
  const open = await openTransactions()
  const other = await ask(focal('cted'), '/update post We met. entities:CTED')
  chat.speak()
  const { message } = await syncing

  expect(open).toBe(0)
  expect(other.outcome).toBe('done')
  expect(plainMessage(message)).toContain('Name of somebody')
  expect(chat.asked()).toBe(1)
  expect(names).toEqual(['somebody', 'else'])
})
