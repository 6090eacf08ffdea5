import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type Audience, audiences } from '../../../../db/directory/visibility/audience.ts'
import { type Block, fileBytes } from '../../../../src/core/message.ts'
import { readSheets } from '../../../../src/directory/import/files/readSheets.ts'
import { focal, type Reply, secretariat, type World, world } from '../../../support/world.ts'

const values = { email: 'x93@hidden.example', phone: '+43 1 26060' } as const
type Field = keyof typeof values

/** Who looks: the owner, a colleague, one who shares a group with them, one who does not, the secretariat. */
const viewers = {
  self: values.email,
  entity: 'colleague@x.example',
  group: focal('who'),
  everyone: 'stranger@x.example',
  secretariat,
} as const
type Viewer = keyof typeof viewers

const may: Readonly<Record<Audience, readonly Viewer[]>> = {
  self: ['self'],
  secretariat: ['self', 'secretariat'],
  entity: ['self', 'entity', 'secretariat'],
  group: ['self', 'entity', 'group', 'secretariat'],
  everyone: ['self', 'entity', 'group', 'everyone', 'secretariat'],
}

const fields: readonly Field[] = ['email', 'phone']
const formats = ['csv of:people', 'xlsx', 'json', 'vcard', 'html of:people', 'markdown of:people'] as const
const table = fields.flatMap((field) => audiences.map((audience) => [field, audience] as const))

describe('every door to an address', () => {
  let here: World
  let person: string
  beforeAll(async () => {
    here = await world()
    await here.say(
      secretariat,
      `/directory add person "Ida Owner" email:${values.email} entity:ICAO phone:"${values.phone}" title:Adviser`,
    )
    await here.say(secretariat, '/directory add person "Colleague" email:colleague@x.example entity:ICAO')
    for (const entity of ['ICAO', 'WHO']) await here.say(secretariat, `/wg join ETCIP entity:${entity}`)
    const { pool } = here.database.store
    await pool.query(`insert into people (name, email) values ('Stranger', 'stranger@x.example')`)
    const { rows } = await pool.query(`select id from people where email = $1`, [values.email])
    person = `P${rows[0].id}`
  })
  afterAll(() => here.end())

  /** One field for this audience; the other for its owner alone, or, so that they are exported, for all. */
  async function open(field: Field, audience: Audience): Promise<void> {
    const other = field === 'email' ? 'phone-for:self' : 'email-for:everyone'
    await here.say(secretariat, `/directory edit person ${person} ${field}-for:${audience} ${other}`)
    const { rows } = await here.database.store.pool.query(
      `select ${field}_for as audience from people where email = $1`,
      [values.email],
    )
    expect(rows).toEqual([{ audience }])
  }

  const everyViewer = Object.keys(viewers) as Viewer[]
  const whole = ({ answer }: Reply) => JSON.stringify(answer)

  test.each(table)('%s for %s: cards and lists', async (field, audience) => {
    await open(field, audience)
    for (const viewer of everyViewer) {
      const account = viewers[viewer]
      const allowed = may[audience].includes(viewer)
      const card = await here.say(account, `/directory person ${person}`)
      expect([viewer, whole(card).includes(values[field])]).toEqual([viewer, allowed])
      for (const line of ['/directory entity ICAO', '/wg show ETCIP', '/directory list group:ETCIP']) {
        const reply = await here.say(account, line)
        expect([viewer, line, reply.outcome]).toEqual([viewer, line, 'done'])
        if (!allowed)
          expect([viewer, line, whole(reply).includes(values[field])]).toEqual([viewer, line, false])
      }
      if (field === 'email' && viewer !== 'self') expect(whole(card)).not.toContain(values.phone)
    }
  })

  test.each(table)(
    '%s for %s: search and typeahead, by the name and by the address itself',
    async (field, audience) => {
      await open(field, audience)
      for (const viewer of everyViewer) {
        const account = viewers[viewer]
        const allowed = may[audience].includes(viewer)
        const found = await here.say(account, '/directory find Ida Owner')
        expect(found.text).toContain('Ida Owner')
        const typed = await suggested(account, 'Ida')
        expect(typed).toContain('Ida Owner')
        if (!allowed) {
          expect([viewer, whole(found).includes(values[field])]).toEqual([viewer, false])
          expect([viewer, typed.includes(values[field])]).toEqual([viewer, false])
          // Whoever may not see an address does not learn whose it is either.
          const parts = [values[field], values[field].slice(0, 7), values[field].replaceAll(' ', '')]
          for (const part of parts) {
            const byPart = await here.say(account, `/directory find "${part}"`)
            expect([viewer, part, byPart.text.includes('Ida Owner')]).toEqual([viewer, part, false])
            expect([viewer, part, await suggested(account, part)]).toEqual([
              viewer,
              part,
              expect.not.stringContaining('Ida Owner'),
            ])
          }
        }
      }
    },
  )

  test.each(table)('%s for %s: files of every format', async (field, audience) => {
    await open(field, audience)
    const allowed = may[audience].includes('secretariat')
    for (const format of formats) {
      const reply = await here.say(secretariat, `/directory export ${format}`)
      expect([format, reply.outcome]).toEqual([format, 'done'])
      expect([format, (await textOf(reply)).includes(values[field])]).toEqual([format, allowed])
    }
    for (const viewer of everyViewer.filter((one) => one !== 'secretariat')) {
      expect((await here.say(viewers[viewer], '/directory export csv')).outcome).toBe('refused')
    }
  })

  test('the log and the list of look-ups name neither, whatever was asked', async () => {
    await open('phone', 'everyone')
    await here.say(focal('undp'), `/directory person ${person}`)
    const lookups = await here.say(values.email, '/directory lookups')

    expect(lookups.text).toContain('UNDP focal point (UNDP) saw the')
    for (const value of Object.values(values)) {
      expect(lookups.text).not.toContain(value)
      expect(here.log.join('\n')).not.toContain(value)
    }
  })

  async function suggested(account: string, typed: string): Promise<string> {
    const labels = await here.bot.suggest({
      caller: { platform: 'terminal', tenant: 'local', account },
      vouchedEmail: account,
      kind: 'person',
      typed,
      limit: 5,
    })
    return JSON.stringify(labels)
  }
})

/** What stands in the files of an answer; of a workbook, in its cells. */
async function textOf({ answer }: Reply): Promise<string> {
  const files = answer.message.blocks.filter(
    (block): block is Extract<Block, { kind: 'file' }> => block.kind === 'file',
  )
  const texts = files.map(async (file) => {
    const bytes = new Uint8Array(fileBytes(file))
    return file.name.endsWith('.xlsx')
      ? JSON.stringify(await readSheets({ name: file.name, mediaType: file.mediaType, bytes }))
      : Buffer.from(bytes).toString().replaceAll('\\', '')
  })
  return (await Promise.all(texts)).join('\n')
}
