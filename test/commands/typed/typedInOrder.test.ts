import { afterAll, beforeAll, expect, test } from 'vitest'

import { secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ onlySecretariat: [secretariat] })
})
afterAll(() => here.end())

/** One after the other, as a secretariat types that begins. */
test.each([
  ['/directory check', 'the directory is empty'],
  ['/directory vacancies', 'there is none yet'],
  ['/wg show TRN', 'none has been set up yet'],
  [
    '/directory add entity ARA "Alpine Rescue" country:Austria',
    'There is no option “country:”. It is one of',
  ],
  ['/directory add entity ARA "Alpine Rescue"', 'Added ARA, Alpine Rescue'],
  ['/directory add entity "Bergwacht Bayern" acronym:BWB', 'Added BWB, Bergwacht Bayern'],
  [
    '/directory add person "Focal point" mail:focal@ara.example org:ARA tz:Vienna coordinator:yes',
    'It is one of /directory edit person',
  ],
  ['/directory add person "Focal point" mail:focal@ara.example org:ARA tz:Vienna', 'Added Focal point (ARA)'],
  ['/directory person focal@ara.example', 'Vienna'],
  ['/directory add person ARA name:"Desk officer" email:desk@ara.example', 'Added Desk officer (ARA)'],
  ['/wg add TRN Training and standards', 'Set up TRN, Training and standards'],
  ['/wg join TRN ARA and BWB', 'ARA and BWB are members of TRN'],
  ['/wg edit TRN chair:BWB', 'Did you mean /wg appoint or /wg release?'],
  ['/wg appoint TRN chair BWB', 'BWB is chair of TRN'],
  ['/meeting schedule TRN title:"Rope work" start:"9 Mar 2027 15:00"', 'Rope work (TRN), Tue 9 Mar'],
  ['/profile zone Vienna', 'Did you mean /profile timezone?'],
  ['/report annual 2026', '/report draft'],
] as const)('%s is answered with what was meant', async (line, wanted) => {
  expect((await here.say(secretariat, line)).text).toContain(wanted)
})

test('several entities that joined at once leave again with one undo', async () => {
  await here.say(secretariat, '/wg add OPS "Operations"')
  const joined = await here.say(secretariat, '/wg join OPS ARA, BWB as:observer')
  const undo = joined.answer.message.blocks
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .find(({ label }) => label === 'Undo')
  const undone = await here.press(secretariat, undo?.command ?? '', undo?.values ?? {}, true)

  expect(joined.text).toMatch(/ARA and BWB are observers of OPS.*\[Undo\]/s)
  expect(undone.outcome).toBe('done')
  expect((await here.say(secretariat, '/wg show OPS')).text).toContain('Observers: none')
})
