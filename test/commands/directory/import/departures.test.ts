import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { World } from '../../../support/world.ts'
import { giveFile, pressLabelled, takeOver, twoOffices } from '../giveFile.ts'

const heading = 'Name;Organisation;E-mail;Until'
const list = [
  heading,
  'Ana Nandu;OSN;ana@osn.example;ongoing',
  'Bao Nguyen;OSN;bao@osn.example;31/12/2026',
  'Lea Brandt;CHS;lea@chs.example;31 Oct 2026',
].join('\n')

describe('a list of contacts that says when people leave', () => {
  let here: World
  beforeAll(async () => {
    here = await twoOffices('2026-10-01T10:00:00Z')
    await takeOver(here, await giveFile(here, 'g.csv', 'acronym,name,pillar\nWATER,Water,I'))
  })
  afterAll(() => here.end())

  const give = () => giveFile(here, 'contacts.csv', list)

  test('adds those who are still there, and names whose last day comes', async () => {
    const reply = await give()
    expect(reply.text).toContain('3 people new')
    expect(reply.text).toContain(
      'Will leave: Bao Nguyen (row 3, 31 Dec 2026), Lea Brandt (row 4, 31 Oct 2026).',
    )
    await takeOver(here, reply)
  })

  test('retires nobody by itself once the day has passed, but by a press, after which the list is as it was', async () => {
    await here.turn('2026-11-10T10:00:00Z')
    const reply = await give()
    expect(reply.text).toContain('0 people new, 0 changed, 3 unchanged')
    expect(reply.text).toContain(
      'Have left, and are still in the directory: Lea Brandt (row 4, 31 Oct 2026).',
    )
    const asked = await pressLabelled(here, reply, 'Retire Lea Brandt')
    expect(asked.text).toContain('Retire Lea Brandt?')
    expect((await pressLabelled(here, asked, 'Yes, go ahead')).text).toContain(
      'is retired from 1 Nov 2026 on',
    )

    const again = await give()
    expect(again.text).toContain('0 people new, 0 changed, 2 unchanged')
    expect(again.text).not.toContain('Lea Brandt')
  })

  test('adds nobody who has left before they were ever in the directory', async () => {
    const reply = await giveFile(here, 'old.csv', `${heading}\nIda Berg;OSN;ida@osn.example;1 May 2024`)
    expect(reply.text).toContain('0 people new')
    expect(reply.text).toContain('Left out, as they have left: Ida Berg (row 2, 1 May 2024).')
  })

  test('and one of roles that has somebody with another entity than the directory is to be looked at twice', async () => {
    const reply = await giveFile(
      here,
      'roles.csv',
      'Group,Role,Entity,Email,From,Until\nWATER,member,CHS,ana@osn.example,2026-01-01,\nWATER,observer,CHS,ana@osn.example,2020-01-01,2020-12-31',
    )
    expect(reply.text).toContain('Look twice')
    expect(reply.text).toContain(
      'Row 2, Entity: Ana Nandu stands for OSN in the directory, and for CHS here.',
    )
    expect(reply.text).not.toContain('Row 3, Entity')
  })
})
