import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fileBytes } from '../../../../src/core/message.ts'
import { secretariat, type World, world } from '../../../support/world.ts'
import { giveFile, takeOver } from '../giveFile.ts'

describe('the preview of an import', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-26T10:00:00Z', onlySecretariat: [secretariat] })
  })
  afterAll(() => here.end())

  const give = (name: string, content: string) => giveFile(here, name, content)
  const entities = 'Sigle,Nom complet\nOSN,Office of the North\nCHS,Council of the South\n'
  const fileIn = ({ answer }: Awaited<ReturnType<typeof give>>) => {
    const file = answer.message.blocks.find((one) => one.kind === 'file')
    return file?.kind === 'file'
      ? { name: file.name, text: Buffer.from(fileBytes(file)).toString('utf8') }
      : undefined
  }

  test('names who and what is new, each with its row', async () => {
    const reply = await give('entities.csv', entities)
    expect(reply.text).toContain('New\n- Row 2: OSN\n- Row 3: CHS\nHow it was read\n')
    expect(fileIn(reply)).toBeUndefined()
    await takeOver(here, reply)
    await takeOver(here, await give('groups.csv', 'Acronym,Name,Chair\nWATER,Working Group on Water,CHS'))
    await takeOver(
      here,
      await give(
        'people.csv',
        'E-mail,Name,Organisation,Title\nana@osn.example,Ana Nandu,OSN,\nbo@chs.example,Bo Vale,CHS,Head',
      ),
    )
  })

  test('names what changes with its row and column, as it was and as it would be', async () => {
    const reply = await give(
      'people.csv',
      'E-mail,Name,Organisation,Job title\nana@osn.example,Ana Nandu,CHS,Adviser\nbo@chs.example,Bo Vale,CHS,Head',
    )
    expect(reply.text).toContain('Row 2, Organisation: Ana Nandu (OSN), OSN → CHS')
    expect(reply.text).toContain('Row 2, Job title: Ana Nandu (OSN), none → Adviser')
    expect(reply.text).not.toContain('Row 3')
  })

  test('names new roles, the end of others and those that it leaves out', async () => {
    const first = await give(
      'roles.csv',
      'WG,Role,Organisation,E-mail,Since\nWATER,member,OSN,ana@osn.example,2022',
    )
    expect(first.text).toContain('New\n- Row 2: OSN (Ana Nandu), member of WATER\n')
    expect(first.text).toContain('Not in the file: 1 other term of these groups (CHS as chair of WATER).')
    await takeOver(here, first)
    const ended = await give(
      'roles.csv',
      'WG,Role,Organisation,E-mail,Since,Until\nWATER,member,OSN,ana@osn.example,2022,31 Dec 2026',
    )
    expect(ended.text).toContain('Row 2, Until: OSN (Ana Nandu), member of WATER, none → 31 Dec 2026')
  })

  test('is a list of every row where the answer has no room for all of it, mistakes and all', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `p${at}@osn.example,Person ${at},OSN`)
    const wrong = Array.from({ length: 3 }, (_, at) => `w${at}@osn.example,=${at}+1,OSN`)
    const reply = await give('many.csv', ['E-mail,Name,Organisation', ...rows, ...wrong].join('\n'))
    expect(reply.text).toContain('- Row 9: Person 7 (OSN)\n- and 32 more\n')
    const file = fileIn(reply)
    expect(file?.name).toBe('preview-of-many.csv')
    expect(file?.text).toContain(',41,new,Person 39 (OSN),')
    expect(file?.text).toContain(',43,mistake,,Name,,,“=1+1” looks like a formula. Give the text itself.')
    expect(file?.text).toContain(',,not in the file,Bo Vale,')
  })
})
