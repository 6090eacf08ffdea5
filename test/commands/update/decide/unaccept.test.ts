import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

const author = focal('cted')
let here: World
beforeEach(async () => {
  here = await world({ now: '2026-12-20T12:00:00Z', askAbove: 5 })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(author, '/update post "CTED visited Jordan (6-9 Dec)"')
  await here.say(author, '/update post "CTED published a study on drones (7 Dec)"')
})
afterEach(() => here.end())

async function said(line: string, who = secretariat): Promise<string> {
  return (await here.say(who, line)).text
}

/** All that was delivered to somebody. */
const toldTo = (who: string): string =>
  here.delivered.flatMap(({ to, text }) => (to === who ? [text] : [])).join('\n')

describe('an acceptance', () => {
  test.each(['unaccept U1', 'un-accept U1', '/update unaccept U1', 'take back the acceptance of U1'])(
    'is taken back by “%s”; the author hears of it, and an undo accepts it again',
    async (line) => {
      await said('/update accept U1')
      here.delivered.length = 0
      expect(await said(line)).toContain('U1 is no longer accepted and waits for a decision again')
      expect(toldTo(author)).toContain('The secretariat took the acceptance of your update U1 back')
      expect(await said('/update undo U1')).toContain('Taken back: U1 is accepted again')
    },
  )

  test('is taken back of an update whose words the secretariat changed since, and of several', async () => {
    await said('/update accept U1,U2')
    await said('/update edit U1 text:"CTED visited Iraq (6-9 Dec)"')
    const both = await said('/update unaccept U1 and U2')
    expect(both).toContain('No longer accepted; they wait for a decision again:')
    expect(both).toContain('CTED visited Iraq')
    expect(await said('/update unaccept U1')).toContain(
      'U1 is not accepted: it waits for a decision; nothing was changed.',
    )
  })

  test.each([
    ['/update unaccept U1 because the date is wrong', 'the date is wrong'],
    ['unaccept U1: another one says the same', 'another one says the same'],
    ['/update unaccept U1 and U2 the days are missing', 'the days are missing'],
  ])('is taken back with its reason, which its author reads: %s', async (typed, reason) => {
    await said('/update accept U1,U2')
    here.delivered.length = 0
    expect(await said(typed)).toContain(`(${reason})`)
    expect(toldTo(author)).toContain(`took the acceptance of your update U1 back (${reason})`)
    expect(await said('/update show U1', author)).toContain(`The secretariat wrote: ${reason}`)
  })

  test('that there is none is said by the state of the update, and nobody but the secretariat takes one back', async () => {
    await said('/update return U1 comment:"which days?"')
    await said('/update withdraw U2', author)
    expect(await said('unaccept U1')).toContain('U1 is returned, not accepted; nothing was changed.')
    expect(await said('unaccept U2')).toContain('U2 is withdrawn, not accepted; nothing was changed.')
    await said('/update accept U1')
    expect((await here.say(author, 'unaccept U1')).outcome).toBe('refused')
  })
})

describe('a reason behind a withdrawal', () => {
  test.each([
    ['/update withdraw U1 duplicate', 'duplicate'],
    ['/update withdraw U1 because it is a duplicate', 'it is a duplicate'],
    ['/update withdraw U1 - posted twice', 'posted twice'],
    ['/update withdraw U1, duplicate of U2', 'duplicate of U2'],
    ['withdraw U1 comment:"not ours"', 'not ours'],
  ])('is kept and told to the author: %s', async (line, reason) => {
    expect(await said(line)).toContain(`Why: ${reason}`)
    expect(toldTo(author)).toContain(`The secretariat withdrew your update U1 (${reason})`)
    expect(await said('/update show U1')).toContain(`Why it was withdrawn: ${reason}`)
  })

  test('does not take the second number of a list for a reason', async () => {
    expect(await said('/update withdraw U1 and 2', author)).toContain('Withdrawn 2 updates')
  })
})
