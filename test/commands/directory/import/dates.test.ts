import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fileBytes } from '../../../../src/core/message.ts'
import { buttonsOf } from '../../../support/lines/pressed.ts'
import { type Reply, secretariat, type World, world } from '../../../support/world.ts'
import { giveFile, pressLabelled, takeOver } from '../giveFile.ts'

const inDoubt = 'acronym;name;joined\nNOB;Northern Board;12/11/2024\nSOB;Southern Board;03/04/2019'

function labels(reply: Reply): readonly string[] {
  return buttonsOf(reply).map(({ label }) => label)
}

describe('dates in numbers in a file', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-26T10:00:00Z', onlySecretariat: [secretariat] })
  })
  afterAll(() => here.end())

  const give = (content: string) => giveFile(here, 'entities.csv', content)

  test('are no mistakes where one question settles them all', async () => {
    const reply = await give(inDoubt)

    expect(reply.text).toContain('2 dates in doubt')
    expect(reply.text).not.toContain('Mistakes')
    expect(reply.text).not.toContain('mend them in the file')
    expect(reply.text).not.toContain('is something else')
    expect(reply.text).toContain('It is 12 Nov 2024 or 11 Dec 2024. One answer settles all 2')
    expect(labels(reply)).toEqual(['The day comes first', 'The month comes first'])
  })

  test('a mistake beside them is counted apart', async () => {
    const reply = await give(`${inDoubt}\n;Eastern Board;1 May 2020`)

    expect(reply.text).toContain('1 mistake, 2 dates in doubt')
    expect(labels(reply)).toContain('The day comes first')
  })

  test('tell their order where one of them can be read in one way alone, and the answer says so', async () => {
    const reply = await give(`${inDoubt}\nWEB;Western Board;25/12/2019`)

    expect(reply.text).toContain(
      'Dates are read with the day first, as 25/12/2019 shows: 12/11/2024 is 12 Nov 2024.',
    )
    expect(labels(reply)).toEqual(['Import 3'])
  })

  test('of both orders in one file are asked to be written anew, since no answer could settle them', async () => {
    const reply = await give(`${inDoubt}\nWEB;Western Board;25/12/2019\nEAB;Eastern Board;03/28/2021`)

    expect(reply.text).toContain('2 mistakes')
    expect(reply.text).toContain('the day first (25/12/2019) and with the month first (03/28/2021)')
    expect(labels(reply)).toEqual([])
  })

  test('are read as was said, the answer says so, and the other order is a press away', async () => {
    const reply = await pressLabelled(here, await give(inDoubt), 'The month comes first')
    expect(reply.text).toContain(
      'Dates are read with the month first, as was said: 12/11/2024 is 11 Dec 2024.',
    )
    expect(labels(reply)).toEqual(['Import 2', 'The day comes first'])

    const other = await pressLabelled(here, reply, 'The day comes first')
    expect(other.text).toContain('with the day first, as was said: 12/11/2024 is 12 Nov 2024.')
    await takeOver(here, other)
    expect((await here.say(secretariat, '/directory entity NOB')).text).toContain('Joined: 12 Nov 2024')
  })

  test('that lie ahead are to be looked at twice, as the year may be a slip', async () => {
    const reply = await give(
      'acronym;name;joined\nEAB;Eastern Board;12 Nov 2027\nWEB;Western Board;12 Nov 2025',
    )

    expect(reply.text).toContain('Row 2, joined: 12 Nov 2027 is ahead')
    expect(reply.text).not.toContain('Row 3, joined')
    expect(labels(reply)).toContain('Import 2')
  })

  test('after “since” are asked about as those that stand alone', async () => {
    const fresh = await world({ now: '2026-11-26T10:00:00Z', onlySecretariat: [secretariat] })
    const reply = await giveFile(fresh, 'e.csv', 'acronym;name;joined\nNOB;Northern Board;since 12/11/2024')

    expect(reply.text).toContain('1 date in doubt')
    await fresh.end()
  })
})

describe('the rows of a file', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-26T10:00:00Z', onlySecretariat: [secretariat] })
  })
  afterAll(() => here.end())

  test('that repeat an earlier one in whole or in part are passed over and named', async () => {
    const reply = await giveFile(
      here,
      'entities.csv',
      'acronym,name,kind\nNOB,Northern Board,member\nSOB,Southern Board,\nNOB,Northern Board,\nNOB,Northern Board,member',
    )

    expect(reply.text).toContain('2 entities new')
    expect(reply.text).toContain(
      'Passed over, as they say nothing that an earlier row does not: row 4 (row 2), row 5 (row 2).',
    )
    expect(labels(reply)).toEqual(['Import 2'])
  })

  test('that say something else of what an earlier row names are mistakes that name the column', async () => {
    const reply = await giveFile(
      here,
      'entities.csv',
      'acronym,name,kind\nNOB,Northern Board,\nNOB,Northern Board,observer',
    )

    expect(reply.text).toContain('Row 3, acronym: It stands in row 2 already with other details (kind).')
  })

  test('stand in the preview with all that was read from them', async () => {
    const rows = Array.from({ length: 9 }, (_, nth) => `N${nth},Board ${nth},${nth + 1} May 2020`)
    const reply = await giveFile(here, 'entities.csv', ['Code,Full name,Joined', ...rows].join('\n'))

    const file = reply.answer.message.blocks.find((one) => one.kind === 'file')
    const text = file ? new TextDecoder().decode(fileBytes(file)) : ''
    expect(text).toContain('new,N0,,,"Full name: Board 0; Joined: 1 May 2020",')
  })
})
