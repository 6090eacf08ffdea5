import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { Button } from '../../../src/core/message.ts'
import { type Edits, editsIn } from '../../support/lines/edits.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { type Delivery, focal, secretariat, type World, world } from '../../support/world.ts'

const author = focal('cted')
let here: World
let edits: Edits
beforeEach(async () => {
  here = await world({ now: '2026-12-20T12:00:00Z' })
  edits = editsIn(here)
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
})
afterEach(() => here.end())

function buttonOf({ message }: Delivery, label: string): Button {
  const buttons = message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
  const found = buttons.find((one) => one.label === label)
  if (!found) throw new Error(`no button “${label}”; there are ${buttons.map((one) => one.label).join(', ')}`)
  return found
}

async function textOf(update: number): Promise<string> {
  const { rows } = await here.database.store.pool.query(
    'select v.text, u.status from updates u join update_versions v on v.update_id = u.id and v.version = u.version where u.id = $1',
    [update],
  )
  return `${rows[0].status}: ${rows[0].text}`
}

const line = '/update post "CTED visited Jordan (6-9 Dec)"'

describe('an update whose message is edited', () => {
  test('asks its author alone, with both texts, and follows at one press that can be undone', async () => {
    await here.say(author, line, { message: 'C1:1' })
    await edits.edit('C1:1', '/update post "CTED visited Jordan and Iraq (6-10 Dec)"')
    const question = await edits.asked()
    if (!question) throw new Error('nothing was asked')
    const followed = await press(here, author, buttonOf(question, 'Take the new words'))
    const now = await textOf(1)
    await press(here, author, buttonNamed(followed, 'Undo'))

    expect(question.to).toBe(author)
    expect(question.text).toContain('The message says now: CTED visited Jordan and Iraq (6-10 Dec)')
    expect(question.text).toContain('U1 says: CTED visited Jordan (6-9 Dec)')
    expect(followed.text).toContain('Changed U1 (version 2)')
    expect(now).toBe('proposed: CTED visited Jordan and Iraq')
    expect(await textOf(1)).toBe('proposed: CTED visited Jordan')
    expect(await edits.asked()).toBeUndefined()
  })

  test('stays as it is where its author says so, and is asked about again at the next edit', async () => {
    await here.say(author, line, { message: 'C1:1' })
    await edits.edit('C1:1', '/update post "CTED visited Iraq (6-9 Dec)"')
    const question = await edits.asked()
    const kept = await press(here, author, buttonOf(question ?? never(), 'Leave U1 as it is'))
    const silent = await edits.asked()
    await edits.edit('C1:1', '/update post "CTED visited Kuwait (6-9 Dec)"')
    const again = await edits.asked()

    expect(kept.text).toContain('U1 stays as it is')
    expect(silent).toBeUndefined()
    expect(again?.text).toContain('CTED visited Kuwait')
    expect(await textOf(1)).toBe('proposed: CTED visited Jordan')
  })

  test('is asked about once, by the last of several edits, and not at all where they cancel out', async () => {
    await here.say(author, line, { message: 'C1:1' })
    await edits.edit('C1:1', '/update post "CTED visited Iraq (6-9 Dec)"')
    await edits.edit('C1:1', '/update post "CTED visited Kuwait (6-9 Dec)"')
    const question = await edits.asked()
    await edits.edit('C1:1', '/update post "CTED visited Jordan (6-9 Dec)"')

    expect(question?.text).toContain('Kuwait')
    expect(await edits.asked()).toBeUndefined()
  })

  test('of a text that was offered to be posted, and posted by the button, is found too', async () => {
    const prose = 'CTED held a seminar on border security in Amman on 7 December'
    const offered = await here.say(author, prose, { message: 'D1:9' })
    await press(here, author, buttonNamed(offered, 'Yes: /update post'))
    await edits.edit('D1:9', 'CTED held a seminar on border security in Amman on 8 December')

    expect((await edits.asked())?.text).toContain('8 December')
  })

  test('by a shortcut whose form was filled in otherwise is found, and another text posted then is not', async () => {
    const input = {
      kind: 'fields',
      command: 'update post',
      fields: { text: 'We held a seminar on border security in Amman on 7 December' },
      ask: true,
    } as const
    await here.say(author, '', { input, message: 'C2:5' })
    await here.press(author, 'update post', {
      text: 'CTED held a seminar on border security in Amman on 7 December',
    })
    await here.press(author, 'update post', { text: 'CTED published a guide on drones, 3 December' })
    await edits.edit('C2:5', 'We held two seminars on border security in Amman on 7 December')
    const question = await edits.asked()

    expect(question?.text).toContain('U1 was taken from was edited')
    await edits.edit('C2:5', undefined)
    expect((await edits.asked())?.text).toContain('Shall U1 be withdrawn too?')
  })

  test('of several items asks for the one that changed', async () => {
    const items = (day: number) =>
      `- CTED visited Jordan (6-${day} Dec)\n- CTED held a workshop with UNODC in Nairobi (2 Dec)`
    await here.say(author, '', {
      input: {
        kind: 'fields',
        command: 'update post',
        fields: { text: items(9), items: 'several' },
        confirmed: true,
      },
      message: 'C1:7',
    })
    await edits.edit('C1:7', items(10))
    const question = await edits.asked()

    expect(question?.text).toContain('The message says now: CTED visited Jordan (6-10 Dec)')
    expect(question?.text).toContain('U1 was taken from')
    expect(await edits.asked()).toBeUndefined()
  })

  test('that the secretariat reworded since is not overwritten in silence', async () => {
    await here.say(author, line, { message: 'C1:1' })
    await here.say(secretariat, '/update edit U1 text:"CTED went to Jordan (6-9 Dec)"')
    await edits.edit('C1:1', '/update post "CTED visited Iraq (6-9 Dec)"')

    expect((await edits.asked())?.text).toContain('U1 says: CTED went to Jordan (6-9 Dec)')
  })
})

describe('an update whose message is deleted', () => {
  test('is withdrawn by one press, which can be undone', async () => {
    await here.say(author, line, { message: 'C1:1' })
    await edits.edit('C1:1', undefined)
    const question = await edits.asked()
    const done = await press(here, author, buttonOf(question ?? never(), 'Withdraw U1'))
    const gone = await textOf(1)
    await press(here, author, buttonNamed(done, 'Undo: restore it'))

    expect(question?.text).toContain('was deleted')
    expect(gone).toBe('withdrawn: CTED visited Jordan')
    expect(await textOf(1)).toBe('proposed: CTED visited Jordan')
  })

  test('is not asked about once it is withdrawn or its issue published', async () => {
    await here.say(author, line, { message: 'C1:1' })
    await here.say(author, '/update withdraw U1')
    await edits.edit('C1:1', undefined)

    expect(await edits.asked()).toBeUndefined()
  })
})

function never(): never {
  throw new Error('nothing was asked')
}
