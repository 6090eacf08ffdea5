import { afterEach, beforeEach, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
beforeEach(async () => {
  here = await world()
  await here.say(secretariat, '/wg appoint RMME role:vice-chair entity:WHO from:2026-12-01 to:2027-01-31')
  here.delivered.length = 0
})
afterEach(() => here.end())

const say = (line: string, who = secretariat) => here.say(who, line)
const told = (to: string) =>
  here.delivered
    .filter((one) => one.to === to && one.text.includes('The term of WHO'))
    .map(({ text }) => text)

test('the end of a term is announced in the morning of the last day before on which its reader works', async () => {
  // Thirty days before is Saturday, 2 January 2027, after a holiday that all of the United Nations keep.
  await say('/profile timezone Asia/Kathmandu', focal('who'))
  await say('/profile hours 9-17 days:Mon-Fri', focal('who'))

  await here.turn('2026-12-31T03:10:00Z')
  expect(told(focal('who'))).toHaveLength(0)
  await here.turn('2026-12-31T03:20:00Z')

  expect(told(focal('who'))).toHaveLength(1)
  expect(told(secretariat)).toHaveLength(0)
})

test('a notice that waited for a digest is not said once the term is prolonged', async () => {
  await say('/reminder settings digest:15:00', focal('who'))
  await here.turn('2027-01-03T16:00:00Z')
  expect(told(secretariat)).toHaveLength(1)
  expect(told(focal('who'))).toHaveLength(0)
  const again = await say('/wg appoint RMME role:vice-chair entity:WHO to:2027-06-30')
  await say('/wg appoint RMME role:vice-chair entity:WHO from:2027-02-01 to:2027-06-30')
  await here.turn('2027-01-04T16:00:00Z')
  await here.turn('2027-01-05T16:00:00Z')

  expect(again.text).toContain('begin with the day after it (from:)')
  expect(told(focal('who'))).toHaveLength(0)
})

test('what waited names the successor who was found meanwhile', async () => {
  await say('/reminder settings digest:15:00', focal('who'))
  await here.turn('2027-01-03T16:00:00Z')
  await say('/wg appoint RMME role:vice-chair entity:IOM from:2027-02-01')
  await here.turn('2027-01-04T16:00:00Z')
  const digest = here.delivered.filter((one) => one.to === focal('who')).map(({ text }) => text)

  expect(digest.join('\n')).toContain('IOM follows')
  expect(digest.join('\n')).not.toContain('Nobody is on record')
})

test('the end of a term is announced at each of its moments, once, also to a digest', async () => {
  await say('/reminder rule term-end moments:30d,7d')
  await say('/reminder settings digest:9:00', focal('who'))
  await here.turn('2027-01-04T16:00:00Z')
  expect((await say('/reminder list', focal('who'))).text).toMatch(/25 Jan 2027.*The term of WHO/)
  for (const at of ['2027-01-05T16:00:00Z', '2027-01-24T16:00:00Z']) await here.turn(at)
  expect(told(secretariat)).toHaveLength(1)
  expect(told(focal('who'))).toHaveLength(1)
  for (const at of ['2027-01-25T16:00:00Z', '2027-01-26T16:00:00Z', '2027-01-27T16:00:00Z'])
    await here.turn(at)

  expect(told(secretariat)).toHaveLength(2)
  expect(told(focal('who'))).toHaveLength(2)
})

test('a term whose end was told by a version that gave its notices no moment is not told of again', async () => {
  const { rows } = await here.database.store.pool.query<{ id: number; reader: number }>(
    `select r.id, p.id as reader from roles r, people p
     where p.is_secretariat and upper(r.during) = '2027-02-01' and r.role = 'vice-chair'`,
  )
  const [term] = rows
  // The key as it was written then: the term, its last day and the reader.
  await here.database.store.pool.query(
    `insert into notices (key, person_id, kind, rule, subject, body, queued_at, state, created_at)
     values ($1, $2, 'reminder', 'term-end', 'group:1', '{"summary":[],"blocks":[{"kind":"text","text":"Why you: of the secretariat."}]}', '2027-01-02T15:00:00Z', 'sent', '2027-01-02T15:00:00Z')`,
    [`term-end:${term?.id}:2027-02-01:${term?.reader}`, term?.reader],
  )
  for (const at of ['2027-01-04T16:00:00Z', '2027-01-05T16:00:00Z']) await here.turn(at)
  expect(told(secretariat)).toHaveLength(0)

  // Moments that are set later are told by themselves.
  await say('/reminder rule term-end moments:30d,7d')
  await here.turn('2027-01-25T16:00:00Z')
  expect(told(secretariat)).toHaveLength(1)
})
