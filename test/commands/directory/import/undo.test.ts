import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { secretariat, type World, world } from '../../../support/world.ts'
import { giveFile, pressLabelled, takeOver } from '../giveFile.ts'

const list = [
  'Name,E-mail,Organisation,Position,Country,Working groups,Role',
  'Ana Nandu,ana@who.example,WHO,Adviser,Kenya,"RMME, NARS",Member',
  'Li Wang,li@undp.example,UNDP,Officer,,,',
  'Ana Nandu,ana@who.example,WHO,Adviser,Kenya,BMLE,Observer',
].join('\n')

describe('an import is taken back as a whole', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
  })
  afterAll(() => here.end())

  const give = (name: string, content: string) => giveFile(here, name, content)
  const person = async (email: string) => (await here.say(secretariat, `/directory person ${email}`)).text

  test('a list of contacts with their groups and roles is read as people and as roles', async () => {
    const reply = await give('contacts.csv', list)

    expect(reply.text).toContain('2 people new')
    expect(reply.text).toContain('3 roles new')
  })

  test('a repeated row with other details is named, and a mistake once', async () => {
    const reply = await give(
      'contacts.csv',
      `${list.replace('Adviser,Kenya,BMLE', 'Chief,Kenya,BMLE')}\nNo One,no@x.example,Helth Organization,,,RMME,Member`,
    )

    expect(reply.text).toContain('Row 4, E-mail: It stands in row 2 already with other details (Position).')
    expect(reply.text.match(/Row 5/g)).toHaveLength(1)
    expect(reply.text).toContain('2 mistakes')
  })

  test('one press takes all of it back, and the mended file brings it again', async () => {
    const taken = await takeOver(here, await give('contacts.csv', list))
    expect(await person('ana@who.example')).toContain('Ana Nandu')
    expect((await here.say(secretariat, '/wg show NARS')).text).toContain('WHO (Ana Nandu)')

    const undone = await pressLabelled(here, taken, 'Undo')
    expect(undone.text).toContain('Took the import of contacts.csv back: what it changed is as it was before')
    expect((await here.say(secretariat, '/wg show NARS')).text).not.toContain('Ana Nandu')
    expect((await here.say(secretariat, '/directory find nandu')).text).not.toContain('Ana Nandu')
    expect((await pressLabelled(here, taken, 'Undo')).text).toContain('taken back already')

    const byHand = await here.say(
      secretariat,
      '/directory add person "Ana Nandu" email:ana@who.example entity:WHO',
    )
    expect(byHand.text).toContain('It had been added before and that was taken back')
    expect((await pressLabelled(here, byHand, 'Undo')).outcome).toBe('done')

    const again = await give('contacts.csv', list.replace('Adviser,Kenya,BMLE', 'Adviser,Kenya,'))
    expect(again.text).toContain('0 people new, 2 changed')
    await takeOver(here, again)
    expect((await here.say(secretariat, '/directory find nandu')).text).toContain('Ana Nandu')
    expect((await here.say(secretariat, '/wg show NARS')).text).toContain('WHO (Ana Nandu)')
  })

  test('what was changed gets back what it had, entities and their parts too', async () => {
    const before = await person('li@undp.example')
    const taken = await takeOver(
      here,
      await give(
        'both.json',
        JSON.stringify({
          entities: [{ acronym: 'UNOCT', name: 'Office renamed', parts: 'NEWPART = A new part' }],
          people: [{ name: 'Li Wang', email: 'li@undp.example', title: 'Director', entity: 'WHO' }],
        }),
      ),
    )
    expect(await person('li@undp.example')).toContain('Director')
    expect((await here.say(secretariat, '/directory find NEWPART')).text).toContain('UNOCT')

    await pressLabelled(here, taken, 'Undo')
    expect(await person('li@undp.example')).toBe(before)
    expect((await here.say(secretariat, '/directory find UNCCT')).text).toContain('its part UNCCT')
    expect((await here.say(secretariat, '/directory entity UNOCT')).text).not.toContain('renamed')
  })

  test('what was changed since, or is in use by now, is named and nothing is taken back', async () => {
    const title = await takeOver(
      here,
      await give('title.csv', 'email,name,title\nli@undp.example,Li Wang,Chief'),
    )
    await here.say(secretariat, '/directory edit person li@undp.example title:Deputy')
    expect((await pressLabelled(here, title, 'Undo')).text).toMatch(/Li Wang was changed since by D\d+/)
    expect(await person('li@undp.example')).toContain('Deputy')

    const added = await takeOver(
      here,
      await give('added.csv', 'email,name,entity\numa@who.example,Uma Strand,WHO'),
    )
    await here.say(secretariat, '/wg appoint RMME role:vice-chair entity:WHO person:uma@who.example')
    expect((await pressLabelled(here, added, 'Undo')).text).toContain('Uma Strand came with this file and is')
    expect(await person('uma@who.example')).not.toContain('retired')
  })

  test('the record names the import, and a file that says nothing new changes nothing', async () => {
    expect((await here.say(secretariat, '/directory audit')).text).toContain('added.csv imported, 1 record')
    const same = await give('added.csv', 'email,name,entity\numa@who.example,Uma Strand,WHO')
    expect(same.text).toContain('1 unchanged')
    const number = (await here.database.store.pool.query('select max(id) from directory_imports')).rows[0].max
    expect((await here.say(secretariat, `/directory apply I${number}`)).text).toContain('Nothing was changed')
  })
})
