import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, type Reply, secretariat, type World, world } from '../../support/world.ts'

const months = '2026-11..2026-12'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-12-01T09:00:00Z' })
})
afterAll(() => here.end())

function say(line: string, who = secretariat): Promise<Reply> {
  return here.say(who, line)
}

async function statusOf(period = months): Promise<string> {
  const { rows } = await here.database.store.pool.query<{ status: string }>(
    "select status from newsletters where to_char(period_from, 'YYYY-MM') = $1",
    [period.slice(0, 7)],
  )
  return rows[0]?.status ?? 'none'
}

/** Everything that issues, their editions and their updates have in the store. */
async function stored(): Promise<string> {
  const { rows } = await here.database.store.pool.query(
    `select (select json_agg(n order by id) from newsletters n) n,
      (select json_agg(json_build_array(newsletter_id, edition, content) order by newsletter_id, edition) from newsletter_editions) e,
      (select json_agg(json_build_array(id, status, newsletter_id) order by id) from updates) u`,
  )
  return JSON.stringify(rows)
}

test('what cannot be published is refused before anybody is asked whether they are sure', async () => {
  expect((await say('/newsletter publish')).outcome).toBe('refused')
  await say(`/newsletter open ${months} closes:2027-01-08`)
  const early = await say('/newsletter publish')

  expect(early.outcome).toBe('refused')
  expect(early.text).toContain('Approve it first')
})

test('an issue that would print nothing is neither approved nor published', async () => {
  const empty = await say('/newsletter approve')
  expect(empty.text).toContain('it has no item. Nothing was changed.')
  await say('/update post "WHO trained 30 nurses in Accra, Ghana (16-18 Nov)"', focal('who'))
  await say('/update post "ILO held a workshop in Lima, Peru (11 Nov)" section:regional', focal('ilo'))
  const waiting = await say('/newsletter approve')
  expect(waiting.text).toContain('2 updates wait for your decision. Nothing was changed.')
  expect(await statusOf()).toBe('open')
  await say('/update accept all confirm:yes')
  await say('/newsletter approve')
  await say('/update withdraw U1, U2 confirm:yes')
  const emptied = await say('/newsletter publish confirm:yes')

  expect(emptied.outcome).toBe('refused')
  expect(emptied.text).toContain('Nothing would be printed of No. 1')
  expect(await statusOf()).toBe('approved')
})

test('what was withdrawn is not accepted, and one press brings it back', async () => {
  const refused = await say('/update accept U1')
  expect(refused.text).toContain('U1 is withdrawn; nothing was changed.')
  await press(here, secretariat, buttonNamed(refused, 'Restore U1'))
  await say('/update restore U2')
  const restored = await say('/update list')

  expect(restored.text).toContain('U1')
})

test('before an issue is published, the secretariat sees which, with how much, and who is told', async () => {
  await say('/update accept all confirm:yes')
  await say('/newsletter subscribers add press@un.example')
  await say('/newsletter open 2027-01..2027-02 closes:2027-03-08')
  const before = await stored()
  const asked = await say('/newsletter publish')

  expect(asked.outcome).toBe('asked')
  expect(asked.text).toContain('Publish No. 1 (November–December 2026) with 2 items?')
  expect(asked.text).toContain(
    'Nothing goes to the 1 subscriber by mail unless whoever runs the bot sets SMTP_URL',
  )
  expect(await stored()).toBe(before)
  expect((await press(here, secretariat, buttonNamed(asked, 'Yes, publish it'))).text).toContain(
    'Published No. 1',
  )
  const again = await press(here, secretariat, buttonNamed(asked, 'Yes, publish it'))
  expect(again.outcome).toBe('refused')
})

test('whatever else is tried on a published issue is refused in a sentence, and changes nothing', async () => {
  const before = await stored()
  for (const line of [
    'reopen',
    'close',
    'approve',
    'publish',
    'publish confirm:yes',
    'extend closes:2027-02-01',
    'order regional',
    'preview',
    'call state:on',
    'pass',
  ]) {
    const reply = await say(
      line === 'pass'
        ? `/newsletter pass entity:WHO period:${months}`
        : `/newsletter ${line} period:${months}`,
    )
    expect([line, reply.outcome]).toEqual([line, 'refused'])
    expect(reply.text, line).toContain('No. 1')
  }
  for (const line of [
    'publish',
    'approve',
    'correct "x"',
    'reopen',
    'draft',
    'preview',
    'triage',
    'coverage',
  ])
    expect([line, (await say(`/newsletter ${line}`, focal('who'))).outcome]).toEqual([line, 'refused'])
  expect(await stored()).toBe(before)
})

test('the calls for a published issue are of nobody, and offer nothing that would be refused', async () => {
  const reply = await say(`/newsletter call ${months}`)

  expect(reply.text).toContain('Nobody is called for No. 1 (November–December 2026), which is published.')
  expect(reply.text).not.toContain('[Extend]')
})

test('a printed item that was dropped since is taken out by a correction alone, which shows it', async () => {
  await say('/update withdraw U2 confirm:yes')
  const edited = await say('/update edit U2 text:"ILO held two workshops in Lima, Peru (11 Nov)"')
  expect(edited.text).toContain('U2 was withdrawn; restore it first')
  expect(edited.text).toContain('[Restore U2]')
  const asked = await say('/newsletter correct "An item was of another period"')

  expect(asked.text).toContain('Taken out: ILO held a workshop in Lima, Peru (11 Nov)')
  expect((await say('/newsletter read')).text).toContain('ILO held a workshop')
})
