import { afterAll, beforeAll, expect, test } from 'vitest'

import { secretariat, type World, world } from '../../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

test.each([
  ['Jane Doe, WHO, jane@who.example', 'Added Jane Doe (WHO), jane@who.example'],
  ['Ana Poe (WHO) ana@who.example', 'Added Ana Poe (WHO), ana@who.example'],
  ['Sam Roe sam@who.example WHO', 'Added Sam Roe (WHO), sam@who.example'],
  ['Li Moe of WHO li@who.example', 'Added Li Moe (WHO), li@who.example'],
  ['Kim DOE kim@who.example', 'Added Kim DOE, kim@who.example'],
  ['Bo Loe, bo@who.example', 'Added Bo Loe, bo@who.example'],
])('/directory add person %s keeps the entity out of the name', async (typed, wanted) => {
  expect((await here.say(secretariat, `/directory add person ${typed}`)).text).toContain(wanted)
})
