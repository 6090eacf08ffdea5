import type { Feature } from './define.ts'
import { directory } from './directory.ts'
import { helpFeature } from './help.ts'
import { meeting } from './meeting.ts'
import { newsletter } from './newsletter.ts'
import { profile } from './profile.ts'
import { reminder } from './reminder.ts'
import { update } from './update.ts'
import { wg } from './wg.ts'

/** Every feature, in the order of help. */
export const features: readonly Feature[] = [
  directory,
  wg,
  meeting,
  update,
  newsletter,
  reminder,
  profile,
  helpFeature(() => features),
]
