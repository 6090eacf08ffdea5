import { afterEach, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

test('an update that was returned waits for a decision again once its author edits it, and the answer says so', async () => {
  here = await world({ now: '2026-11-26T09:00:00Z' })
  const author = focal('cted')
  await here.say(author, '/update post "CTED visited Jordan (6-9 Nov)"')
  await here.say(secretariat, '/update return U1 comment:"Which days?"')
  const edited = await here.say(author, '/update edit U1 text:"CTED visited Jordan (7-9 Nov)"')

  expect(edited.text).toContain('It had been returned, and waits for a decision of the secretariat again.')
  expect((await here.say(author, '/update show U1')).text).toMatch(/^U1, proposed/)
})

test('of an author who has left it is said that they hear nothing, whatever is decided, with a way to hand over', async () => {
  here = await world({ now: '2026-11-26T09:00:00Z' })
  const author = focal('cted')
  for (const city of ['Amman', 'Tunis'])
    await here.say(author, `/update post "CTED visited ${city} (6-9 Nov)" confirm:yes`)
  await here.say(secretariat, `/directory retire person ${author} confirm:yes`)
  here.delivered.length = 0
  const returned = await here.say(secretariat, '/update return U1 comment:"Which days?"')
  const edited = await here.say(secretariat, '/update edit U1 text:"CTED visited Amman (7-9 Nov)"')
  const accepted = await here.say(secretariat, '/update accept U1,U2')

  for (const { text } of [returned, edited, accepted])
    expect(text).toContain('CTED focal point has left and is not told.')
  expect(edited.text).not.toContain('is told the new words')
  expect(returned.text).toContain('[Hand over]')
  expect(here.delivered.filter(({ to }) => to === author)).toEqual([])
})
