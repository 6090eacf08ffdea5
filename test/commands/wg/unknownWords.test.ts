import { afterAll, beforeAll, expect, test } from 'vitest'

import { secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const say = (line: string) => here.say(secretariat, line)

test.each(['unknown', 'none', 'n/a', 'tbd', '"not known yet"'])(
  '“%s” empties what a group is for, its other names and its subjects, and is stored nowhere',
  async (word) => {
    await say('/wg edit ETCIP objective:"Prepares States" aliases:"ET" subjects:"drones"')
    const changed = await say(`/wg edit ETCIP objective:${word} aliases:${word} subjects:${word}`)
    expect(changed.outcome).toBe('done')
    expect((await say('/wg show ETCIP')).text).not.toMatch(/Objective|Also called|Deals with/)
  },
)

test('a group that is set up may leave open what it is for', async () => {
  await say('/wg add WATER name:"Working group on water" objective:tbd')
  expect((await say('/wg show WATER')).text).not.toContain('Objective')
})

test.each([
  ['/wg add FIRE name:unknown', 'A working group needs a name, and “unknown” is none.'],
  ['/wg edit ETCIP name:tbd', 'A working group needs a name, and “tbd” is none.'],
  ['/directory edit entity IOM name:"n/a"', 'An entity needs a name'],
  ['/directory add entity XYZ name:"to be confirmed"', 'An entity needs a name'],
  ['/directory add person unknown email:ana@iom.example entity:IOM', 'A person needs a name'],
  ['/directory edit person focal.iom@compact.example name:none', 'A person needs a name'],
  ['/profile edit name:unknown', 'A person needs a name'],
  // An option that the command does not have, in the place of the name.
  ['/profile edit email:ana@iom.example', 'There is no option “email:”. It is one of /profile link.'],
  ['/profile edit "email:ana@iom.example"', 'A person’s name has no “@” and no “:” in it'],
  ['/profile edit secretariat:yes', 'as “secretariat:yes” has'],
])('%s is refused, since neither words for nothing nor an option are a name', async (line, answer) => {
  const { outcome, text } = await say(line)
  expect([outcome, text]).toEqual(['refused', expect.stringContaining(answer)])
})

test.each(['No', 'Nil', 'Unknown Soldiers Foundation'])('%s is a name', async (name) => {
  expect(
    (await say(`/directory add person "${name}" email:${name.slice(0, 3)}@iom.example entity:IOM`)).outcome,
  ).toBe('done')
})

test.each([
  '/profile edit title:Head of phone: line',
  '/profile edit phone:"Friday 10:00"',
  '/directory add person "Ana Silva" ana@who.example WHO phone:soon',
  '/directory edit person focal.iom@compact.example phone:"my office"',
])('%s is refused, since what has hardly a digit is no telephone number', async (line) => {
  const { outcome, text } = await say(line)
  expect([outcome, text]).toEqual(['refused', expect.stringContaining('is not a telephone number')])
})
