import { afterAll, afterEach } from 'vitest'

import { settableClock } from '../../../../src/core/clock.ts'
import type { Json } from '../../../../src/core/json.ts'
import { startFarSide } from '../far/farSide.ts'
import { slash } from '../sent/interactions.ts'
import { populate, users } from '../world/people.ts'
import { answering } from './answering.ts'

export const now = new Date('2026-11-21T12:00:00Z')
/** Who asks. */
export const by = users.cted.id
export const ephemeral = { flags: 64 }

/** The fake for the tests of a file, with people in it and a bot that answers; nothing is said in it before each test. */
export async function fakeDiscord() {
  const clock = settableClock(now)
  const far = await startFarSide({ clock })
  populate(far)
  const { call, answer, hook, original } = answering(far)
  afterEach(() => {
    far.clear()
    far.messages.length = 0
    clock.set(now)
  })
  afterAll(() => far.stop())
  const help = (more: object = {}): Json => slash(far, { command: 'help', by, ...more })
  return { clock, far, call, answer, hook, original, help }
}
