import { afterAll, beforeAll, expect, test } from 'vitest'
import { object } from '../../../../src/core/json.ts'
import { submitted } from '../../../support/teams/sent/activities.ts'
import { fieldsOf, findAction } from '../../../support/teams/shown/cards.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let world: TeamsWorld

beforeAll(async () => {
  world = await teamsWorld({
    app: { kind: 'local' },
    tenants: ['local'],
    trust: [{ tenant: 'local', domains: ['*'] }],
  })
})

afterAll(() => world.end())

test('the local client, which opens no dialogs, gets a form in the chat, with what is wrong, until it is right', async () => {
  const { far } = world
  await world.say('secretariat', 'meeting schedule')
  const form = await lastForm()
  const button = object(findAction(form, 'Send')['data'])
  const filled = { ...fieldsOf(form), 'f.title': 'Chapter on adaptation', 'f.wg': 'ETCIP' }
  const start = { 'f.start': '2026-12-12', 'f.start~time': '14:30' }

  far.clear()
  await world.bring(submitted({ ...button, ...filled }, world.by('secretariat')))
  const again = await lastForm()
  expect(JSON.stringify(again)).toContain('Chapter on adaptation')
  expect(JSON.stringify(again)).toMatch(/[Ss]tart is needed/)

  far.clear()
  await world.bring(submitted({ ...button, ...filled, ...start }, world.by('secretariat')))
  await expect.poll(() => JSON.stringify(far.messages)).toContain('Undo')
  expect(JSON.stringify(far.messages)).toContain('Chapter on adaptation')
})

test('no button asks there for a dialog, which would never open', async () => {
  const { far } = world
  far.clear()
  await world.say('secretariat', 'meeting list')
  expect(JSON.stringify(far.messages)).not.toContain('task/fetch')
})

test('what was typed into a form in a group chat comes back once, though it can be shown nowhere but apart', async () => {
  const { far } = world
  far.clear()
  await world.say('secretariat', 'meeting schedule', { where: 'groupChat' })
  const form = await lastForm()
  const button = object(findAction(form, 'Send')['data'])
  const filled = { ...button, ...fieldsOf(form), 'f.title': 'Typed by me' }
  const sent = submitted(filled, world.by('secretariat', { where: 'groupChat' }))

  far.clear()
  far.fault('send', { kind: 'status', status: 403 }, 1)
  await world.bring(sent)
  await expect.poll(() => JSON.stringify(far.messages)).toContain('Typed by me')
  await world.bring(sent)
  const shown = far.messages.filter(({ activity }) => JSON.stringify(activity).includes('Typed by me'))

  expect(shown).toHaveLength(1)
  expect(JSON.stringify(far.messages)).not.toContain('cannot write to you')
})

/** The last form; deliveries may come meanwhile. */
async function lastForm() {
  const forms = () =>
    world.far.messages.filter(({ activity }) => JSON.stringify(activity).includes('"verb":"form"'))
  await expect.poll(() => forms().length).toBeGreaterThan(0)
  return forms().at(-1)?.activity ?? {}
}
