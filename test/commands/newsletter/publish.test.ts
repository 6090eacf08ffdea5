import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { newsletterPage } from '../../../src/bot/pages/newsletterPages.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

describe('an issue from open to corrected', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-12-01T09:00:00Z' })
    await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')
    await here.say(
      focal('un-women'),
      '/update post "UN Women trained 40 border officers in Accra, Ghana (16-18 Nov)"',
    )
    await here.say(
      focal('who'),
      '/update post "WHO <script>alert(1)</script> held a meeting in Geneva (20 Nov)"',
    )
    await here.say(secretariat, '/update accept U1')
    await here.database.store.pool.query(
      `insert into rooms (group_id, platform, tenant, channel, bound_by, bound_at)
       select min(g.id), 'terminal', 'local', 'room-1', (select min(id) from people), now() from working_groups g`,
    )
  })
  afterAll(() => here.end())

  const say = (line: string, who = secretariat) => here.say(who, line)
  const exported = async (format: string, who = secretariat) => {
    const reply = await say(`/newsletter export format:${format}`, who)
    const file = reply.answer.message.blocks.find((block) => block.kind === 'file')
    return file?.kind === 'file' ? String(file.content) : reply.text
  }

  test('a draft tells what nobody has accepted yet', async () => {
    expect((await say('/newsletter draft')).text).toContain('2 items, 1 of them not accepted yet')
    expect(await exported('html')).toContain('(not accepted yet)')
  })

  test('only the secretariat closes, approves and publishes', async () => {
    for (const action of ['close', 'approve', 'publish']) {
      expect((await say(`/newsletter ${action} confirm:yes`, focal('who'))).outcome).toBe('refused')
    }
  })

  test('an issue is closed, reopened and given another closing day', async () => {
    expect((await say('/newsletter close')).text).toContain('1 update waits')
    expect((await say('/newsletter reopen')).text).toContain('open again')
    expect((await say('/newsletter extend closes:2027-01-15')).text).toContain('15 Jan 2027')
    expect((await say('/newsletter extend closes:2026-11-15')).outcome).toBe('refused')
  })

  test('is not published before it is approved', async () => {
    const refused = await here.press(secretariat, 'newsletter publish', {}, true)

    expect(refused.text).toContain('Approve it first')
  })

  test('publishing prints what was accepted, freezes it and tells every bound room once', async () => {
    expect((await say('/newsletter approve')).text).toContain('U2 was not accepted and is left out')
    const both = await Promise.all([
      here.press(secretariat, 'newsletter publish', {}, true),
      here.press(secretariat, 'newsletter publish', {}, true),
    ])

    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused'])
    expect(here.announced.filter(({ text }) => text.includes('is published'))).toHaveLength(1)
    const before = await exported('markdown', focal('who'))
    expect(before).toContain('UN Women trained 40 border officers')
    expect(before).not.toContain('WHO')
    await say('/update edit U1 text:"UN Women trained 44 border officers in Accra, Ghana (16-18 Nov)"')
    expect(await exported('markdown', focal('who'))).toBe(before)
  })

  test('publishing tells whose update it leaves out, once and by its author’s name for it, and says so before and after', async () => {
    const said = here.delivered.filter(({ text }) => text.includes('is published'))
    expect(said.filter(({ to }) => to === focal('who')).map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^No\. 1 \(November–December 2026\) is published without your update U2 WHO .*: nobody had decided on it\.\n.*Why you: you are its author\./s,
      ),
    ])
    expect(said.filter(({ to }) => to === focal('un-women'))).toHaveLength(1)
    const shown = await here.say(focal('who'), '/update show U2')
    expect(shown.outcome).toBe('done')
  })

  test('a correction is a new edition that shows what changed', async () => {
    await say('/update accept U1')
    const corrected = await here.press(
      secretariat,
      'newsletter correct',
      { note: 'The number of officers was wrong.' },
      true,
    )

    expect(corrected.text).toContain('edition 2')
    expect(corrected.text).toContain('44 border officers')
    expect(await exported('markdown')).toContain('Edition 2, corrected')
    const again = await here.press(secretariat, 'newsletter correct', { note: 'Nothing' }, true)
    expect(again.text).toContain('Nothing differs')
  })

  test('the page of a published issue is there for anyone, and of no other number', async () => {
    const page = await newsletterPage(here.database.store.kysely, '1')

    expect(page?.html).toContain('44 border officers')
    expect(page?.html).not.toContain('<script>')
    for (const number of ['2', '0', '01', '1.0', 'constructor', '99999999999']) {
      expect(await newsletterPage(here.database.store.kysely, number)).toBeUndefined()
    }
  })

  test('the annual issue is composed of what the year’s issues printed', async () => {
    await say('/newsletter open 2026 closes:2027-02-20 kind:annual')
    const draft = await say('/newsletter draft 2026')

    expect(draft.text).toContain('the annual issue (2026)')
    expect(draft.text).toContain('44 border officers')
  })

  test('what an annual issue keeps is chosen by press, and each press is taken back by the next', async () => {
    const shown = await press(
      here,
      secretariat,
      buttonNamed(await say('/newsletter draft 2026'), 'Choose what to keep'),
    )
    const out = await press(here, secretariat, buttonNamed(shown, 'Leave out U1'))

    expect(out.text).toContain('Annual issue, 2026, keeps 0 of 1 item in “Regional focus”')
    expect((await say('/newsletter draft 2026')).text).not.toContain('44 border officers')
    await press(here, secretariat, buttonNamed(out, 'Keep U1'))
    expect((await say('/newsletter draft 2026')).text).toContain('44 border officers')
    expect((await say('/newsletter keep 2026', focal('who'))).outcome).toBe('refused')
  })

  test('an annual issue leaves out what was withdrawn since, and says what was changed since', async () => {
    await say('/update edit U1 text:"UN Women trained 45 border officers in Accra, Ghana (16-18 Nov)"')
    const changed = await say('/newsletter draft 2026')
    expect(changed.text).toContain('44 border officers')
    expect(changed.text).toContain('repeated here as printed: U1')
    await say('/update withdraw U1')
    const draft = await say('/newsletter draft 2026')
    expect(draft.text).not.toContain('44 border officers')
    expect(draft.text).toContain('left out here, since it was withdrawn, returned or merged later: U1')
    await say('/newsletter close 2026')
  })

  test('a published issue is neither reopened nor extended', async () => {
    expect((await say('/newsletter reopen 2026-11..2026-12')).text).toContain('/newsletter correct')
  })
})
