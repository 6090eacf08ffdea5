import { firstSteps } from '../../../db/directory/upkeep/firstSteps.ts'
import { type Block, block, rich } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'
import { nextOf, setUpSteps } from './steps.ts'

/** What a new directory's secretariat does next, at the end of what they just did; nothing once it is set up or in use. */
export async function nextStep({ db, caller, invocation }: Context): Promise<readonly Block[]> {
  if (!caller.isSecretariat) return []
  const done = await firstSteps(db)
  const next = nextOf(done)
  if (next === undefined || done.inUse) return []
  // The terminal has no rooms.
  if (next === 'rooms' && invocation.place.platform === 'terminal') return []
  const { what, button } = setUpSteps[next]
  return [block.text(rich`Next: ${what}.`), block.buttons(button)]
}
