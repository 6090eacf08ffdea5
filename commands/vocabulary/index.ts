import { directory } from './directory.ts'
import { library } from './library.ts'
import { meeting } from './meeting.ts'
import { newsletter } from './newsletter.ts'
import { profile } from './profile.ts'
import { project } from './project.ts'
import { recommendation } from './recommendation.ts'
import { reminder } from './reminder.ts'
import { report } from './report.ts'
import { update } from './update.ts'
import { wg } from './wg.ts'

/** In which words people ask for the actions of each feature. */
export const vocabularies: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  directory,
  wg,
  meeting,
  update,
  newsletter,
  reminder,
  library,
  project,
  recommendation,
  report,
  profile,
}
