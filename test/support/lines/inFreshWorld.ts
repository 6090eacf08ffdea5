import { type World, world } from '../world.ts'

export const monday = '2026-11-23T09:00:00Z'

/** Runs a test in a world of its own. */
export async function inFreshWorld<T>(now: string, run: (here: World) => Promise<T>): Promise<T> {
  const here = await world({ now })
  try {
    return await run(here)
  } finally {
    await here.end()
  }
}
