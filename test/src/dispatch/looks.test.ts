import { afterAll, beforeAll, expect, test } from 'vitest'

import { features } from '../../../commands/index.ts'
import { commandWords } from '../../../src/core/catalog.ts'
import { settableClock } from '../../../src/core/clock.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Invocation } from '../../../src/core/invocation.ts'
import { readInput } from '../../../src/dispatch/readInput.ts'
import { newRun } from '../../../src/dispatch/run.ts'
import { runCommand } from '../../../src/dispatch/runCommand.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World

beforeAll(async () => {
  here = await world()
  await here.say(secretariat, '/newsletter open Nov-Dec 2026 closes:"5 Jan 2027"')
  await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"2026-11-19 10:00" held:yes')
  await here.say(
    focal('interpol'),
    '/meeting poll open Extra wg:ETCIP slots:"8 Dec 15:00, 9 Dec 15:00" confirm:yes',
  )
  await here.say(focal('interpol'), '/meeting schedule Extra wg:ETCIP start:"12 Dec 14:30"')
  await here.say(secretariat, '/recommendation add "Train guards" country:Jordan')
  await here.say(focal('cted'), '/project add "Airport security" lead:CTED')
  await here.say(focal('cted'), '/library add "Manual on evidence" link:https://un.example/manual')
  await here.say(focal('cted'), '/update post CTED held a course on 3 November 2026 in Vienna.')
})

afterAll(() => here.end())

const looks = features.flatMap((feature) =>
  feature.commands
    .filter((command) => !command.changes)
    .flatMap((command) => command.examples.map((line) => ({ line, words: commandWords(feature, command) }))),
)

/** Nothing is published here, so there is nothing to read. */
const refusedHere: ReadonlySet<string> = new Set(['newsletter read'])

function refused(error: unknown): { readonly outcome: 'refused' } {
  if (error instanceof UserError) return { outcome: 'refused' }
  throw error
}

// The dispatcher gives such a command no transaction and no receipt, so it has to keep its word.
test.each(looks)('$line writes nothing, as it declares', async ({ line, words }) => {
  const now = settableClock(new Date('2026-11-21T12:00:00Z')).now()
  const invocation: Invocation = {
    caller: { platform: 'terminal', tenant: 'local', account: secretariat },
    place: { platform: 'terminal', tenant: 'local', channel: secretariat, private: true },
    vouchedEmail: secretariat,
    input: { kind: 'line', text: line },
  }
  const run = { ...newRun(here.bot.services, invocation), now }
  const { trace } = run
  const answer = await here.bot.services.store.kysely
    .transaction()
    .setAccessMode('read only')
    .execute((trx) => runCommand(run, trx, readInput(features, invocation)).catch(refused))

  expect(trace.command).toBe(words)
  expect(answer.outcome).not.toBe('failed')
  expect(answer.outcome === 'refused').toBe(refusedHere.has(words))
  expect([...trace.notices, ...trace.letters]).toEqual([])
})
