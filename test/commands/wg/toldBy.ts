import { expect } from 'vitest'

import { secretariat, type World } from '../../support/world.ts'

export type Told = readonly (readonly [to: string, first: string])[]

/** Whoever was told something by a line, with the sentences before the reason. */
export async function toldBy(
  here: World,
  line: string,
  by = secretariat,
): Promise<{ told: Told; answer: string }> {
  const from = here.delivered.length
  const { outcome, text } = await here.say(by, line)
  expect(outcome, `${line}: ${text}`).toBe('done')
  const told = here.delivered.slice(from).map(({ to, text: said }): readonly [string, string] => {
    expect(said).toContain('Why you: you are ')
    const lines = said.split('\n').filter((one) => one.trim() !== '')
    return [to, lines.filter((one) => one.includes('by a change of') || one.includes('took'))[0] ?? '']
  })
  return { told: told.toSorted(([a], [b]) => a.localeCompare(b)), answer: text }
}
