import { afterAll, beforeAll, expect, test } from 'vitest'

import { secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T12:00:00Z' })
  for (const line of [
    '/directory add person "Ama Nandu" email:ama@who.example entity:WHO',
    '/directory add person "Ama Nandu" email:nandu@iom.example entity:IOM',
  ])
    expect((await here.say(secretariat, line)).outcome, line).toBe('done')
})
afterAll(() => here.end())

test.each(['/directory person "Ama Nandu"', '/directory wrong "Ama Nandu" what:"The title"'])(
  'two people of one name are told apart by what each is reached at: %s',
  async (line) => {
    const reply = await here.say(secretariat, line)
    expect(reply.outcome).toBe('refused')
    const labels = reply.answer.message.blocks.flatMap((one) =>
      one.kind === 'buttons' ? one.buttons.map(({ label }) => label) : [],
    )
    expect(new Set(labels).size).toBe(2)
    for (const email of ['ama@who.example', 'nandu@iom.example']) {
      expect(reply.text).toContain(email)
      expect(labels.some((label) => label.includes(email))).toBe(true)
    }
  },
)
