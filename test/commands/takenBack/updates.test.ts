import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { pressUndo } from '../../support/lines/pressed.ts'
import { focal, type Reply, secretariat, type World, world } from '../../support/world.ts'

const author = focal('cted')
let here: World
beforeEach(async () => {
  here = await world({ now: '2026-12-20T12:00:00Z', askAbove: 5 })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(author, '/update post "CTED visited Jordan (6-9 Dec)"')
})
afterEach(() => here.end())

const undo = (reply: Reply, who: string) => pressUndo(here, reply, who)

const words = 'select status, version, newsletter_id, accepted_by from updates where id = 1'
const row = async () => (await here.database.store.pool.query(words)).rows[0]

describe('several changes of an update', () => {
  test('are taken back one after the other, the latest first, and none twice', async () => {
    const first = await row()
    const edited = await here.say(author, '/update edit U1 place:Aqaba')
    const second = await row()
    const accepted = await here.say(secretariat, '/update accept U1')
    expect((await undo(edited, author)).outcome).toBe('refused')
    await undo(accepted, secretariat)
    expect(await row()).toEqual(second)
    expect((await undo(accepted, secretariat)).outcome).toBe('refused')
    expect((await undo(edited, author)).text).toContain('with the words of version 1')
    expect(await row()).toEqual(first)
    expect((await undo(edited, author)).outcome).toBe('refused')
    expect((await here.say(author, '/update undo U1')).outcome).toBe('refused')
  })

  test('of which the one before a merge is undone part both halves, then bring its words back', async () => {
    await here.say(author, '/update post "CTED trained judges in Amman (8 Dec)"')
    const edited = await here.say(author, '/update edit U1 place:Aqaba')
    const merged = await here.say(secretariat, '/update merge U2 into:U1')
    const moved = await here.say(secretariat, '/update edit U1 section:publications')
    expect((await undo(merged, secretariat)).outcome).toBe('refused')
    for (const [reply, who] of [
      [moved, secretariat],
      [merged, secretariat],
      [edited, author],
    ] as const)
      expect((await undo(reply, who)).outcome).toBe('done')
    expect(await row()).toMatchObject({ status: 'proposed', version: 1 })
    expect((await here.say(author, '/update show U2')).text).toContain('U2, proposed')
  })
})

describe('an undo, once the issue is another one,', () => {
  test('leaves the update in the issue that took it since', async () => {
    await here.say(secretariat, '/update hold-over U1')
    const edited = await here.say(author, '/update edit U1 place:Aqaba')
    await here.say(secretariat, '/newsletter open 2027-01..2027-02 closes:2027-03-08')
    const before = await row()
    expect(before).toMatchObject({ newsletter_id: 2 })
    expect((await undo(edited, author)).outcome).toBe('done')
    expect(await row()).toMatchObject({ newsletter_id: 2, version: 1 })
  })

  test('of an acceptance says that the issue has printed it, to its author too', async () => {
    const accepted = await here.say(secretariat, '/update accept U1')
    await here.say(secretariat, '/newsletter approve')
    await here.press(secretariat, 'newsletter publish', {}, true)
    const back = await undo(accepted, secretariat)
    expect(back.text).toContain('is published and stays as it was printed; a correction would take U1 out')
    expect(here.delivered.at(-1)).toMatchObject({ to: author })
    expect(here.delivered.at(-1)?.text).toMatch(/it is proposed again\.\n.* stays as it was printed/)
  })

  test('of holding over is refused once the next issue has it, or the one before is published', async () => {
    await here.say(secretariat, '/update accept U1')
    await here.say(author, '/update post "CTED trained judges in Amman (8 Dec)"')
    await here.say(secretariat, '/update accept U2')
    const held = await here.say(secretariat, '/update hold-over U1')
    await here.say(secretariat, '/newsletter approve')
    await here.press(secretariat, 'newsletter publish', {}, true)
    const published = await undo(held, secretariat)
    expect(published.text).toContain('is published by now, so nothing would print it there')
    await here.say(secretariat, '/newsletter open 2027-01..2027-02 closes:2027-03-08')
    const taken = await undo(held, secretariat)
    expect(taken.text).toContain('moved U1 to another issue, which was changed once more since')
    expect(await row()).toMatchObject({ newsletter_id: 2, status: 'accepted' })
  })
})
