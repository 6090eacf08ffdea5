import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fileBytes } from '../../../../src/core/message.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'
import { pressLabelled } from '../giveFile.ts'

describe('what people were on a day', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-02T12:00:00Z' })
    await answerTo(
      '/directory add person "Ana Nandu" email:ana@who.example entity:WHO title:Adviser station:Geneva from:2024-01-01',
    )
    await here.turn('2026-11-10T12:00:00Z')
  })
  afterAll(() => here.end())

  const answerTo = (line: string, who = secretariat) => here.say(who, line)
  const say = async (line: string, who = secretariat) => (await answerTo(line, who)).text
  const card = (when: string) => say(`/directory person ana@who.example ${when}`)
  const exported = async (on: string) => {
    const { answer } = await answerTo(`/directory export csv of:people on:${on}`)
    return answer.message.blocks
      .flatMap((one) => (one.kind === 'file' ? [fileBytes(one).toString()] : []))
      .join('\n')
  }

  test('a title and a duty station are those of the day, in cards and exports', async () => {
    await say('/directory edit person ana@who.example title:Director station:Nairobi')
    await here.turn('2026-11-20T12:00:00Z')

    expect(await card('on:2026-11-09')).toContain('Title: Adviser')
    expect(await card('on:2026-11-09')).toContain('Duty station: Geneva')
    expect(await card('on:2026-11-10')).toContain('Title: Director')
    expect(await card('')).toContain('Duty station: Nairobi')
    expect(await say('/directory entity WHO on:2026-11-05')).toContain('Ana Nandu, Adviser')
    expect(await say('/directory entity WHO')).toContain('Ana Nandu, Director')
    expect(await exported('2026-11-09')).toContain('Ana Nandu,ana@who.example,WHO,2024-01-01,Adviser')
    expect(await exported('2026-11-10')).toContain('WHO,2024-01-01,Director')
  })

  test('a change that is recorded late holds from the day it is said to', async () => {
    const changed = await answerTo(
      '/directory edit person ana@who.example title:"Chief of section" from:2026-11-15',
    )
    expect(changed.text).toContain('It holds since 15 Nov 2026')

    expect(await card('on:2026-11-14')).toContain('Title: Director')
    expect(await card('on:2026-11-15')).toContain('Title: Chief of section')
    expect(await card('on:2026-11-15 known:2026-11-19')).toContain('Title: Director')
    expect(await card('')).toContain('since 1 Jan 2024')
    await pressLabelled(here, changed, 'Undo')
    expect(await card('on:2026-11-16')).toContain('Title: Director')
    const early = await answerTo('/directory edit person ana@who.example title:Envoy from:2026-11-05')
    await pressLabelled(here, early, 'Undo')
    expect(await card('on:2026-11-07')).toContain('Title: Adviser')
  })

  test('a mistake is corrected for its days too, and what was believed stays answerable', async () => {
    await here.turn('2026-11-25T12:00:00Z')
    const corrected = await answerTo(
      '/directory edit person ana@who.example title:"Deputy director" always:yes',
    )
    expect(corrected.text).toContain('Cards and lists of earlier days say so too')

    expect(await card('on:2026-11-12')).toContain('Title: Deputy director')
    expect(await card('on:2026-11-09')).toContain('Title: Adviser')
    expect(await card('on:2026-11-12 known:2026-11-24')).toContain('Title: Director')
    await pressLabelled(here, corrected, 'Undo')
    expect(await card('on:2026-11-12')).toContain('Title: Director')
  })

  test('a card of a day says the entity of that day, and a name that was changed since', async () => {
    await say(
      '/directory edit person ana@who.example name:"Ana Strand" entity:ICAO title:Envoy from:2026-11-24',
    )

    const then = await card('on:2026-11-23')
    expect(then).toContain('Ana Nandu (WHO)')
    expect(then).toContain('Title: Director')
    expect(then).not.toContain('Also for')
    expect(await card('on:2026-11-24')).toContain('Ana Strand (ICAO)')
    expect(await exported('2026-11-23')).toContain('Ana Nandu,ana@who.example,WHO')
    expect(await say('/directory entity WHO on:2026-11-23')).toContain('Ana Nandu, Director')
  })

  test('a day ahead, two answers and a correction of things set on different days are refused', async () => {
    const edit = (options: string) => say(`/directory edit person ana@who.example ${options}`)

    expect(await edit('title:X from:2027-01-01')).toContain('is still ahead')
    expect(await edit('title:X from:2026-11-01 always:yes')).toContain('not both')
    expect(await edit('entity:WHO always:yes')).toContain(
      '“from” says since when somebody represents an entity',
    )
    expect(await edit('title:X station:Y always:yes')).toContain('Correct one at a time')
    expect(await card('')).toContain('Title: Envoy')
  })

  test('shows no address and no number of the past', async () => {
    await say('/directory edit person ana@who.example phone:"+41 1" phone-for:secretariat')
    await say('/directory edit person ana@who.example phone:"+41 2"')

    const seen = await say('/directory person "Ana Strand" on:2026-11-23', focal('opcw'))
    expect(seen).toContain('Title: Director')
    expect(seen).not.toContain('+41')
  })
})

describe('a retirement that is taken back', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
  })
  afterAll(() => here.end())

  test('says that the address of their calendar does not come back once it is kept no longer', async () => {
    await here.say(secretariat, '/directory add person "Bao Nguyen" email:bao@who.example entity:WHO')
    const { id } = await here.database.store.kysely
      .selectFrom('people')
      .select('id')
      .where('email', '=', 'bao@who.example')
      .executeTakeFirstOrThrow()
    await here.database.store.kysely
      .insertInto('busyAddresses')
      .values({
        personId: id,
        address: 'sealed',
        host: 'calendar.example',
        setAt: here.clock.now(),
        nextAt: here.clock.now(),
      })
      .execute()
    const retired = await here.press(secretariat, 'directory retire person', { person: `P${id}` }, true)
    expect(retired.text).toContain('its address is forgotten in 30 days')
    await here.turn('2026-12-22T12:00:00Z')

    const undone = await pressLabelled(here, retired, 'Undo')
    expect(undone.text).toContain('as it was before, but for the calendar')
    expect(undone.text).toContain('/profile busy')
  })
})

describe('somebody who has left', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z' })
  })
  afterAll(() => here.end())

  test('is said to have been retired, with their record, rather than taken for somebody of a similar name', async () => {
    await here.say(secretariat, `/directory retire person ${focal('who')} confirm:yes`)

    const reply = await here.say(secretariat, '/directory person "WHO focal point"')
    expect(reply.text).toContain('WHO focal point is no longer in the directory')
    expect(reply.text).toContain('retired from 23 Nov 2026 on')
    const shown = await pressLabelled(here, reply, 'Show the record')
    expect(shown.text).toContain('WHO focal point (WHO), retired from 23 Nov 2026 on')
    expect(shown.text).not.toContain('Roles:')
  })

  test('and asked to be forgotten is brought back by nobody, and the record offers no button for it', async () => {
    await here.say(focal('dpo'), '/profile forget confirm:yes')

    const record = await here.say(secretariat, '/directory audit')
    expect(record.text).toContain('person DPO focal point')
    expect(record.text).not.toContain('Take D')
    const number = /D\d+(?=: .*person DPO focal point)/.exec(record.text)?.[0]
    const back = await here.say(secretariat, `/directory revert ${number}`)
    expect([back.outcome, back.text]).toEqual(['refused', expect.stringContaining('asked to be forgotten')])
    expect(await here.say(secretariat, '/directory person "DPO focal point"')).toMatchObject({
      outcome: 'refused',
    })
  })
})
