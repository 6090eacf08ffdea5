import type { ChildProcess } from 'node:child_process'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { steadyDatabase, type TestDatabase } from '../support/database.ts'
import { type FarSides, type Platform, threeFarSides } from '../support/faults/killed/farSides.ts'
import { ended, joinDelivering, load } from '../support/faults/killed/program.ts'

let database: TestDatabase
let far: FarSides
const alive = new Set<ChildProcess>()

beforeEach(async () => {
  database = await steadyDatabase()
  far = await threeFarSides(database)
})
afterEach(async () => {
  for (const child of alive) child.kill('SIGKILL')
  await far.stop()
  await database.drop()
})

const kills = 30
const platforms: readonly Platform[] = ['slack', 'teams', 'discord']
/** So many notices for each process. To look for one in Slack takes a second and a half, so it gets fewer. */
const each: Readonly<Record<Platform, number>> = { slack: 2, teams: 5, discord: 5 }
/** After so many kills what the dead had in hand has lain for long enough to be looked for. */
const round = 8
const shortLifeMs = 200
/** Of the first in a round: Slack is looked at only after a while for what it may have. */
const longLifeMs = 2_500

/** Notices of which the text names the key, each to another reader. */
async function enter(nth: number): Promise<void> {
  await database.store.pool.query(
    `insert into notices (key, person_id, kind, subject, body, queued_at, state, created_at)
     select key, person_id, 'invitation', 'meeting:' || $1 * 100 + n,
       jsonb_build_object('summary', jsonb_build_array(jsonb_build_object('kind', 'text', 'text', 'Come to ' || key || '.')),
         'blocks', '[]'::jsonb), now() - interval '20 minutes', 'queued', now()
     from (select *, platform || '-' || $1::int || '-' || n as key from (
       select platform, person_id, row_number() over (partition by platform order by (person_id + 17 * $1) % 41) as n
         from identities) i) i
     where n <= ($2::json ->> platform)::int`,
    [nth, JSON.stringify(each)],
  )
}

/** As if what the dead had fetched had lain for long; and in each round, what they had in hand. */
async function age(inHandToo: boolean): Promise<void> {
  const { pool } = database.store
  await pool.query(`update waiting set queued_at = queued_at - interval '11 minutes' where claim is null`)
  if (!inHandToo) return
  await pool.query(`update waiting set kept_at = kept_at - interval '80 seconds' where claim is not null`)
  await pool.query(
    `update notices set doubt_since = doubt_since - interval '80 seconds' where state = 'queued'`,
  )
}

/** What is in some hand, by platform. */
async function inHand(): Promise<readonly number[]> {
  const { rows } = await database.store.pool.query<{ key: string }>(
    `select key from waiting join notices on id = notice_id where waiting.claim is not null`,
  )
  return platforms.map((platform) => rows.filter(({ key }) => key.startsWith(platform)).length)
}

test('thirty kills of a process that delivers on three platforms: each notice is there once, or the secretariat is told whom it may not have reached, and what', async () => {
  const program = await joinDelivering()
  const begin = async () => {
    const child = await load(program, far.given)
    alive.add(child)
    return child
  }
  let next = begin()
  const left: (readonly number[])[] = []
  for (let kill = 1; kill <= kills; kill += 1) {
    await enter(kill)
    const victim = await next
    next = begin()
    const sides = platforms.map((platform) => far.sides[platform])
    const before = sides.map((side) => side.asked())
    for (const side of sides) {
      side.calm()
      // One is neither said nor answered, the others are said at once and answered late.
      side.fault({ kind: 'hang' }, 1)
      side.fault({ kind: 'slow', ms: 200 }, 1_000)
    }
    const dead = ended(victim)
    victim.stdin?.write('begin\n')
    await expect
      .poll(() => sides.every((side, at) => side.asked() > (before[at] ?? 0)), { interval: 2 })
      .toBe(true)
    const ms = Math.random() * (kill % round === 1 ? longLifeMs : shortLifeMs)
    await new Promise((resolve) => setTimeout(resolve, ms))
    victim.kill('SIGKILL')
    await dead
    left.push(await inHand())
    await age(kill % round === 0)
  }
  for (const platform of platforms) far.sides[platform].calm()
  await age(true)
  const last = await next
  const over = ended(last)
  last.stdin?.write('finish\n')
  expect(await over).toBe(0)

  const { rows } = await database.store.pool.query<{
    key: string
    state: string
    name: string
    subject: string
  }>(
    `select l.key, l.state, replace(l.subject, 'meeting:', 'M') as subject, p.name from ledger l join people p on p.id = l.person_id where l.kind = 'invitation'`,
  )
  const texts = platforms.flatMap((one) => far.sides[one].arrived())
  const arrived = texts.flatMap((text) => /Come to ([\w-]+)\./.exec(text)?.[1] ?? [])
  const told = texts.filter((text) => text.includes('may not have arrived')).join('\n')
  const doubts = rows.filter(({ state }) => state === 'ambiguous')
  const untold = doubts.filter(({ name, subject }) => !told.includes(`${name}: invitation, ${subject}`))

  // The kills did come while messages were on their way.
  for (const at of platforms.keys()) expect(left.filter((one) => one[at]).length).toBeGreaterThan(kills / 2)
  expect(rows).toHaveLength(kills * platforms.reduce((sum, platform) => sum + each[platform], 0))
  expect(arrived).toHaveLength(new Set(arrived).size)
  expect(rows.filter(({ key, state }) => state !== 'ambiguous' && !arrived.includes(key))).toEqual([])
  expect(untold).toEqual([])
  // Slack can be looked at, so that nothing there stays in doubt.
  expect(doubts.filter(({ key }) => key.startsWith('slack'))).toEqual([])
}, 600_000)
