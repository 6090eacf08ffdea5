import { expect, test } from 'vitest'

import { inFreshWorld, monday } from '../../../support/lines/inFreshWorld.ts'
import { buttonsOf } from '../../../support/messages/shownMessage.ts'
import { focal, secretariat, type World } from '../../../support/world.ts'

const chair = focal('interpol')

async function offered(here: World, who: typeof chair, line: string) {
  const { text, answer } = await here.say(who, line)
  return { text, labels: buttonsOf(answer.message).map(({ label }) => label) }
}

test('a free sentence is offered as the command that it fills, which does nothing before it is pressed', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(
      secretariat,
      '/meeting schedule "Rail security workshop" wg:ETCIP start:"17 Dec 14:30" confirm:yes',
    )
    for (const [who, line, label] of [
      [secretariat, 'the chair of ETCIP is CTED', '/wg appoint ETCIP role:chair entity:CTED'],
      [secretariat, 'WHO is the new chair of ETCIP', '/wg appoint ETCIP role:chair entity:WHO'],
      [secretariat, 'INTERPOL no longer chairs ETCIP', '/wg release ETCIP role:chair entity:INTERPOL'],
      [chair, 'put a quarter of an hour on cyber incidents into M1', '/meeting agenda add M1 item:"cyber incidents"'],
      [chair, 'the room for the workshop is B-114', '/meeting edit M1 place:B-114'],
      [chair, 'nobody needs the workshop any more', '/meeting cancel M1'],
      [chair, 'remind me 1 day before rail to pack', '/reminder add pack at:"1 day before M1"'],
    ] as const) expect([line, (await offered(here, who, line)).labels[0]]).toEqual([line, label]) // biome-ignore format: a table
    expect((await here.say(secretariat, '/meeting show M1')).text).not.toMatch(
      /B-114|cyber incidents|cancelled/i,
    )
  })
})

test('what is not taken from a sentence is said, and what is for others or cannot be done says why', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(
      secretariat,
      '/meeting schedule "Rail security workshop" wg:ETCIP start:"17 Dec 14:30" confirm:yes',
    )
    expect(
      (await offered(here, secretariat, 'the fellows from IOM want in on ETCIP as observers')).text,
    ).toContain('Not taken from your words: “fellows”.')
    expect((await offered(here, chair, 'INTERPOL no longer chairs ETCIP')).text).toMatch(
      /You may mean \/wg release ETCIP role:chair entity:INTERPOL; nothing was done\. .* for the secretariat alone/,
    )
    // Only what is surely meant says why it is refused; a statement offers no search, nor searches at once.
    expect((await offered(here, chair, 'everyone agreed on the agenda of M1')).text).not.toContain(
      'You may mean',
    )
    expect((await offered(here, secretariat, 'the guidelines are finished')).labels).toEqual([
      'Yes: /update post',
    ])
    expect((await offered(here, secretariat, 'the co-chair of NARS is now UNODC alone')).labels[0]).toBe(
      '/wg appoint NARS role:co-chair entity:UNODC',
    )
    expect((await here.say(secretariat, '/wg join etcip iom')).text).toContain('IOM is a member of ETCIP')
  })
})
