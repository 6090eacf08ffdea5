import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { features } from '../../../commands/index.ts'
import { type CommandSpec, commandWords } from '../../../src/core/catalog.ts'
import type { Input } from '../../../src/core/invocation.ts'
import type { Option } from '../../../src/core/option.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const unknown = 'somebody@elsewhere.example'
const retired = focal('wco')
/** Known, and neither of an entity nor of a group. */
const stranger = 'stranger@x.example'

const all = features.flatMap((feature) =>
  feature.commands.map((command) => ({ words: commandWords(feature, command), command })),
)

/** What an option takes, by its kind; of a choice the first. */
const samples: Partial<Record<Option['kind'], string>> = {
  ...{ entity: 'UNODC', entities: 'UNODC', group: 'ETCIP', groups: 'ETCIP', meeting: 'M1', person: focal('unodc') },
  ...{ moment: '2026-12-10 15:00', day: '2026-12-10', duration: '90m', zone: 'Europe/Paris', flag: 'yes' },
  ...{ period: '2026-11..2026-12', integer: '3', section: 'regional', record: '1', text: 'something' },
} // biome-ignore format: a table

function valuesOf({ options }: CommandSpec, wanted: (option: Option) => boolean): Record<string, string> {
  const named = Object.entries(options).filter(([, option]) => wanted(option) && option.kind !== 'file')
  return Object.fromEntries(
    named.map(([name, { kind, choices }]) => [name, choices?.[0] ?? samples[kind] ?? 'x']),
  )
}

/** Every way in which a command is asked for: typed, pressed and confirmed, with more than was asked for, as a form. */
function doorsOf(
  words: string,
  command: CommandSpec,
): Readonly<Record<'line' | 'press' | 'more' | 'form', Input>> {
  const fields = valuesOf(command, ({ required }) => required)
  const more = { ...valuesOf(command, () => true), personId: '1', caller: secretariat, constructor: 'x' }
  const typed = Object.entries(fields).map(([name, value]) => `${name}:"${value}"`)
  return {
    line: { kind: 'line', text: `/${[words, ...typed].join(' ')}` },
    press: { kind: 'fields', command: words, fields, confirmed: true },
    more: { kind: 'fields', command: words, fields: more, confirmed: true },
    form: { kind: 'fields', command: words, fields, ask: true },
  }
}

describe('every door of every command', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z' })
    await here.say(secretariat, '/meeting schedule Quarterly wg:ETCIP start:"10 Dec 15:00"')
    await here.say(secretariat, `/directory retire person ${retired} confirm:yes`)
    await here.database.store.pool.query(`insert into people (name, email) values ('Stranger', $1)`, [
      stranger,
    ])
  })
  afterAll(() => here.end())

  /** Those of these commands that were not refused, or not to the caller alone; nothing may have changed meanwhile. */
  async function open(who: string, commands: typeof all, withForms: boolean): Promise<readonly string[]> {
    const before = await state(here)
    const wrong: string[] = []
    for (const { words, command } of commands) {
      for (const [door, input] of Object.entries(doorsOf(words, command))) {
        if (door === 'form' && !withForms) continue
        const { outcome, audience } = await here.bot.dispatch(asked(who, input))
        if (outcome !== 'refused' || audience !== 'caller') wrong.push(`${words} (${door}): ${outcome}`)
      }
    }
    expect(await state(here)).toEqual(before)
    return wrong
  }

  test.each([
    ['somebody nobody knows', unknown],
    ['somebody who left', retired],
  ])('is closed to %s, but for those that are open to everyone', async (_what, who) => {
    expect(
      await open(
        who,
        all.filter(({ command }) => command.access.who !== 'everyone'),
        true,
      ),
    ).toEqual([])
  })

  test('of the secretariat and of coordinators is closed to others', async () => {
    const theirs = all.filter(({ command: { access } }) => /^(?:secretariat|coordinator)$/.test(access.who))
    expect(theirs.length).toBeGreaterThan(60)
    expect(await open(stranger, theirs, true)).toEqual([])
  })

  test('of a group’s chairs and members is closed to others once the group is known', async () => {
    const theirs = all.filter(({ command: { access } }) => /^(?:chair|member)$/.test(access.who))
    expect(theirs.length).toBeGreaterThan(20)
    expect(await open(stranger, theirs, false)).toEqual([])
  })

  test.each([unknown, retired])('neither suggestions nor a home page tell %s anything', async (who) => {
    const { caller, vouchedEmail, place } = asked(who, { kind: 'line', text: '' })
    const kinds = Object.keys(samples) as Option['kind'][]
    for (const kind of kinds) {
      for (const typed of ['', 'a', 'M', 'focal'])
        expect(await here.bot.suggest({ caller, vouchedEmail, kind, typed, limit: 25 })).toEqual([])
    }
    const home = JSON.stringify(await here.bot.home({ caller, vouchedEmail, place }))
    expect(home).toContain('I do not know you yet')
    expect(home).not.toMatch(/Quarterly|ETCIP/)
  })
})

function asked(who: string, input: Input) {
  return {
    caller: { platform: 'terminal', tenant: 'local', account: who },
    place: { platform: 'terminal', tenant: 'local', channel: who, private: true },
    vouchedEmail: who,
    input,
  }
}

/** Everything on record but who asked for what, and how somebody known may go on after an answer. */
async function state({ database, delivered, announced }: World): Promise<unknown> {
  const { pool } = database.store
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'audit' order by 1`,
  )
  const digests = rows.map(
    ({ name }) =>
      `select '${name}', md5(string_agg(t::text, '|' order by t::text)) from ${name} t
       ${name === 'kept' ? `where kind <> 'page' or key not like '%${stranger}%'` : ''}`,
  )
  return [
    (await pool.query(`${digests.join(' union all ')} order by 1`)).rows,
    delivered.length,
    announced.length,
  ]
}
