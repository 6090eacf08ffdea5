import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fileBytes } from '../../../../src/core/message.ts'
import { secretariat, type World } from '../../../support/world.ts'
import { giveFile, takeOver, twoOffices } from '../giveFile.ts'

const lines = (...rows: readonly string[]) => rows.join('\r\n')

describe('a list of contacts that says what each is in which group', () => {
  let here: World
  beforeAll(async () => {
    here = await twoOffices()
  })
  afterAll(() => here.end())

  const give = (name: string, content: string | Uint8Array) => giveFile(here, name, content)
  const say = async (line: string) => (await here.say(secretariat, line)).text

  test('names groups that are missing too, and what each is in them beside the name', async () => {
    const people = lines(
      'Name;Organisation;E-mail;Working groups',
      'Uma Quay;OSN;uma@osn.example;RIVER (member), Ports and Harbours (PORTS) (chair)',
      'Ivo Pier;CHS;ivo@chs.example;RIVER (chair), PORTS: observer',
      'Eva Mole;Moles and Piers Trust (MPT);eva@moles.example;chair of DOCKS, RIVER [vice-chair]',
    )
    const refused = await give('groups.csv', people)
    expect(refused.text).toContain('3 working groups that groups.csv names are not in the directory yet')
    const [file] = refused.answer.message.blocks.flatMap((one) => (one.kind === 'file' ? [one] : []))
    if (!file) throw new Error('no list of groups was given')
    expect(file.name).toBe('missing-groups.csv')
    const groups = await give(file.name, fileBytes(file))
    expect(groups.text).toContain('3 working groups new')
    await takeOver(here, groups)
    await here.say(secretariat, '/directory add entity MPT name:"Moles and Piers Trust"')

    const taken = await give('groups.csv', people)
    expect(taken.text).toContain('6 roles new')
    expect(taken.text).not.toContain('name a group and no role')
    await takeOver(here, taken)
    const river = await say('/wg show RIVER')
    expect(river).toContain('Chair: CHS (Ivo Pier)')
    expect(river).toContain('Vice-chairs: MPT (Eva Mole)')
    expect(await say('/wg show PORTS')).toContain('Chair: OSN (Uma Quay)')
    expect(await say('/wg show DOCKS')).toContain('Chair: MPT (Eva Mole)')
    expect((await give('groups.csv', people)).text).toContain('0 roles new, 0 changed, 6 unchanged')
  })
})
