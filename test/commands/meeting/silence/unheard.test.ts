import { afterEach, expect, test } from 'vitest'

import { DeliveryError } from '../../../../src/core/errors.ts'
import { buttonNamed } from '../../../support/lines/pressed.ts'
import { plainMessage } from '../../../support/plain.ts'
import { focal, type Reply, secretariat, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

const chair = focal('interpol')

/** A world in which the text itself reaches those alone who are named. */
async function reaching(heard: (account: string) => boolean): Promise<void> {
  here = await world({
    async post({ account, email }, message) {
      if (plainMessage(message).startsWith('For adoption') && !heard(email ?? account))
        throw new DeliveryError('no such account', { kind: 'gone' })
    },
  })
}

const open = (who = chair) =>
  here.say(who, '/meeting silence open "The work plan" wg:ETCIP until:"4 Dec 18:00"')
const told = (word: string) => here.delivered.filter(({ text }) => text.includes(word)).map(({ to }) => to)
const shown = async () => (await here.say(secretariat, '/meeting silence list silence:S1')).text

test('a text under silence that reached nobody but its chair is not adopted, and the chair and the secretariat are told what to do', async () => {
  await reaching((account) => account === chair)
  await open()
  await here.turn('2026-12-04T17:01:00Z')
  await here.turn('2026-12-05T17:01:00Z')

  expect(told('Adopted by silence')).toEqual([])
  expect(told('Not adopted: S1 in ETCIP').sort()).toEqual([chair, secretariat].sort())
  const { text, message } = here.delivered.find(({ text }) => text.startsWith('Not adopted')) ?? {}
  expect(text).toContain('Then circulate the text again with a new deadline')
  expect(message && buttonNamed({ answer: { message } } as Reply, 'Circulate it again').values).toEqual({
    text: 'The work plan',
    wg: 'ETCIP',
  })
  expect(await shown()).toMatch(/not adopted, as it had reached no member by Fri 4 Dec 2026/)
  expect((await here.say(focal('cted'), '/meeting silence break S1 reason:"Too late"')).text).toContain(
    'over, and not adopted, already',
  )
})

test('a text under silence of a group without members is not adopted', async () => {
  await reaching(() => true)
  await here.database.store.pool.query(
    `delete from roles using working_groups g where g.id = group_id and g.acronym = 'ETCIP'`,
  )
  await open(secretariat)
  await here.turn('2026-12-04T23:01:00Z')

  expect(told('Not adopted: S1 in ETCIP')).toEqual([secretariat])
})

test('a text under silence that reached some members is adopted, and the record says whom it did not reach', async () => {
  await reaching((account) => account === focal('cted'))
  await open()
  await here.turn('2026-12-04T17:01:00Z')

  expect(told('Adopted by silence')).toContain(focal('who'))
  expect(here.delivered.find(({ text }) => text.startsWith('Adopted'))?.text).toContain(
    'It did not reach 25 people',
  )
  expect(await shown()).toMatch(/Circulated to 26 people, 25 not reached/)
  expect(await shown()).toMatch(/Not reached: .*WHO focal point \(WHO\)/)
})
