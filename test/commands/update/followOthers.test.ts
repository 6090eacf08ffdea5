import { afterEach, beforeEach, expect, test } from 'vitest'

import { type Edits, editsIn } from '../../support/lines/edits.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const author = focal('cted')
let here: World
let edits: Edits
beforeEach(async () => {
  here = await world({ now: '2026-12-20T12:00:00Z' })
  edits = editsIn(here)
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
})
afterEach(() => here.end())

const line = '/update post "CTED visited Jordan (6-9 Dec)"'

test('only its author and the secretariat make an update follow, and only one that came of a message', async () => {
  await here.say(author, line, { message: 'C1:1' })
  await here.say(author, '/update post "CTED published a guide on drones (3 Dec)"')
  await edits.edit('C1:1', undefined)

  expect((await here.say(focal('unodc'), '/update follow U1')).text).toContain('posted by somebody else')
  expect((await here.say(author, '/update follow U2')).text).toContain('did not come from a chat message')
  expect((await here.say(author, '/update follow U1 no')).text).toContain('stays as it is')
})

test('a message from which nothing was taken is not read, and one that led to nothing is forgotten', async () => {
  let read = 0
  await here.bot.messageChanged({ platform: 'terminal', tenant: 'local', message: 'C9:9' }, async () => {
    read += 1
    return 'x'
  })
  await here.say(author, '', {
    input: { kind: 'fields', command: 'update post', fields: { text: 'A private word' }, ask: true },
    message: 'C9:10',
  })
  await here.turn('2026-12-23T12:00:00Z')
  const { rows } = await here.database.store.pool.query('select said from message_sources')

  expect(read).toBe(0)
  expect(rows).toEqual([])
})
