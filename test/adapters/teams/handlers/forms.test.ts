import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { array, type Json, object } from '../../../../src/core/json.ts'
import { until } from '../../../support/runner/until.ts'
import type { Posted } from '../../../support/teams/far/asked.ts'
import { places } from '../../../support/teams/far/defaults.ts'
import { taskSubmit } from '../../../support/teams/sent/invokes.ts'
import { cardIn, fieldsOf, findAction } from '../../../support/teams/shown/cards.ts'
import { saidIn, wordsOf } from '../../../support/teams/shown/words.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let here: TeamsWorld
let offered: Posted

beforeAll(async () => {
  here = await teamsWorld()
  await here.say('interpol', 'meeting schedule', { where: 'channel' })
  offered = await last('29:interpol')
})

beforeEach(() => here.far.clear())

afterAll(() => here.end())

const channel = { where: 'channel', channel: { id: places.channel } } as const
const right = { title: 'Quarterly', wg: 'ETCIP', start: '2026-12-12', 'start~time': '14:30' }

/** What was said last, to one person alone or to all. */
function last(only?: string): Promise<Posted> {
  return until(() => {
    const all = here.far.messages.filter(({ conversation }) => conversation === places.channel)
    const found = all.filter(({ targetedTo }) => targetedTo === only).at(-1)
    if (!found) throw new Error('nothing was said')
    return found
  })
}

async function open(): Promise<Json> {
  const { json } = await here.press(offered, 'Fill in the form', 'interpol')
  return json
}

/** The field of this name, or a sentence beside one, as the dialog shows it. */
function shows(dialog: Json): string {
  return JSON.stringify(array(cardIn(dialog)['body']))
}

async function meetings(title: string): Promise<number> {
  const { rows } = await here.database.store.pool.query(
    'select count(*)::int as n from meetings where title = $1',
    [title],
  )
  return rows[0].n
}

describe('a command without what it needs', () => {
  test('is answered to its caller alone with a button, which opens the dialog', async () => {
    const dialog = await open()

    expect(offered.conversation).toBe(places.channel)
    expect(findAction(offered.activity, 'Fill in the form')).toMatchObject({
      type: 'Action.Submit',
      data: { msteams: { type: 'task/fetch' } },
    })
    expect(object(dialog['task'])).toMatchObject({
      type: 'continue',
      value: {
        title: 'Schedule a meeting',
        card: { contentType: 'application/vnd.microsoft.card.adaptive' },
      },
    })
  })

  test('lists the groups, and zones of one’s own region, before anything is typed', async () => {
    const shown = shows(await open())
    expect(shown).toMatch(/"id":"f.wg".{0,300}"style":"filtered".{0,300}"title":"ETCIP: /)
    expect(shown).toMatch(/"id":"f.timezone".{0,400}"value":"Europe\/Paris"/)
  })

  test('has each wrong input told at its field, while what was typed stays, and is done once it is right', async () => {
    const dialog = await open()
    const wrong = await here.submit(
      'interpol',
      dialog,
      'Send',
      { ...right, title: 'Annual', wg: 'NOSUCH', place: 'Vienna' },
      channel,
    )
    const mended = await here.submit('interpol', wrong.json, 'Send', { wg: 'ETCIP' }, channel)

    expect(shows(wrong.json)).toMatch(
      /"id":"f.wg".{0,3000}I know no working group called “NOSUCH”.*"id":"f.start"/,
    )
    expect(fieldsOf(wrong.json)).toMatchObject({
      'f.title': 'Annual',
      'f.place': 'Vienna',
      'f.start': '2026-12-12',
      'f.start~time': '14:30',
    })
    expect(mended.json).toEqual({})
    expect((await last()).activity['summary']).toMatch(/M1:? Annual/)
    expect(saidIn(here.far.messages, places.channel)).toHaveLength(1)
    expect(await meetings('Annual')).toBe(1)
  })

  test('of which a needed field is empty is told so, too', async () => {
    const answered = await here.submit('interpol', await open(), 'Send', { title: 'Annual' }, channel)

    expect(shows(answered.json)).toContain('Working group is needed.')
    expect(fieldsOf(answered.json)).toMatchObject({ 'f.title': 'Annual' })
    expect(saidIn(here.far.messages, places.channel)).toEqual([])
  })

  test('is done once though its form is sent twice, one after the other and at once to two processes', async () => {
    const other = await here.replica()
    const dialog = await open()
    const data = object(findAction(cardIn(dialog), 'Send')['data'])
    const typed = Object.entries({ ...right, title: 'Twice' }).map(([name, value]) => [`f.${name}`, value])
    const send = (base?: string) =>
      here.bring(
        taskSubmit({ ...data, ...Object.fromEntries(typed) }, here.by('interpol', channel)),
        {},
        base,
      )
    const both = await Promise.all([send(), send(other.base), send()])
    const again = await send(other.base)

    const answers = [...both, again].map(({ json }) => JSON.stringify(json))
    expect([...both, again].map(({ status }) => status)).toEqual([200, 200, 200, 200])
    // One of them did it; the others are told what came of it.
    expect(answers.filter((json) => json === '{}')).toHaveLength(1)
    expect(answers.filter((json) => json.includes('Twice'))).toHaveLength(3)
    expect(await meetings('Twice')).toBe(1)
    await last()
    expect(saidIn(here.far.messages, places.channel)).toHaveLength(1)
  })

  test('is not done by a form that nobody knows any more', async () => {
    const old = taskSubmit({ verb: 'form', command: 'no such', o: 'x', draft: 'x' }, here.by('interpol'))
    const answered = await here.bring(old)

    expect(wordsOf(answered.json)).toContain('too old')
  })

  test('is done, and told in the dialog, by a form whose origin is forgotten', async () => {
    const dialog = await open()
    await here.database.store.pool.query(`delete from kept where kind = 'form'`)
    const answered = await here.submit('interpol', dialog, 'Send', { ...right, title: 'Forgotten' }, channel)

    expect(wordsOf(answered.json)).toContain('Forgotten')
    expect(await meetings('Forgotten')).toBe(1)
  })

  test('comes back with what was typed when the store is away, and is then done', async () => {
    const dialog = await open()
    const store = here.database.store.pool
    await store.query('alter table meetings rename to away')
    const down = await here.submit('interpol', dialog, 'Send', { ...right, title: 'Away' }, channel)
    await store.query('alter table away rename to meetings')
    const up = await here.submit('interpol', down.json, 'Send', {}, channel)

    expect(wordsOf(down.json)).toMatch(/Something went wrong on our side.*reference [0-9A-F]{8}/)
    expect(fieldsOf(down.json)).toMatchObject({ 'f.title': 'Away', 'f.start': '2026-12-12' })
    expect(up.json).toEqual({})
    expect(await meetings('Away')).toBe(1)
  })
})

describe('a field with typeahead', () => {
  const titles = (answered: { readonly json: Json }) =>
    array(object(answered.json['value'])['results']).map((one) => String(object(one)['title']))

  test('offers what the directory knows, fifteen at the most', async () => {
    expect(titles(await here.search('interpol', 'pick:group', 'etc'))).toEqual([
      expect.stringContaining('ETCIP'),
    ])
    expect(titles(await here.search('interpol', 'pick:entities', 'un')).length).toBeGreaterThan(3)
    expect(titles(await here.search('interpol', 'pick:entities', 'o')).length).toBeLessThanOrEqual(15)
  })

  test('offers records that one may see by the words of their titles', async () => {
    await here.say('cted', 'update post "CTED visited Jordan (6-9 Nov)"')
    expect(titles(await here.search('cted', 'pick:record:U', 'jordan'))).toEqual([
      expect.stringContaining('Jordan'),
    ])
    expect(titles(await here.search('unodc', 'pick:record:U', 'jordan'))).toEqual([])
  })

  test('offers nothing to a stranger or a guest, and none for a list that there is not', async () => {
    for (const role of ['stranger', 'guest'] as const) {
      expect(titles(await here.search(role, 'pick:group', 'etc'))).toEqual([])
    }
    expect(titles(await here.search('interpol', 'pick:what', 'etc'))).toEqual([])
  })
})
