import type { Audience } from '../../../db/directory/visibility/audience.ts'

/** Who may see a field, in words: `shown to …`. */
export const audienceWords: Readonly<Record<Audience, string>> = {
  self: 'nobody else',
  secretariat: 'the secretariat alone',
  entity: 'their own entity and the secretariat',
  group: 'their entity, their working groups and the secretariat',
  everyone: 'everyone in the directory',
}
