import { expect } from 'vitest'

import type { World } from '../world.ts'

/** Says each line in turn, and expects its answer to hold these words. */
export async function answered(
  here: World,
  lines: readonly (readonly [who: string, line: string, answer: string])[],
): Promise<void> {
  for (const [who, line, answer] of lines)
    expect([line, (await here.say(who, line)).text]).toEqual([line, expect.stringContaining(answer)])
}
