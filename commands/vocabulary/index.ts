import { directory, directoryVerbs } from './directory.ts'
import { library, libraryVerbs } from './library.ts'
import { meeting, meetingVerbs } from './meeting.ts'
import { newsletter, newsletterVerbs } from './newsletter.ts'
import { profile, profileVerbs } from './profile.ts'
import { project, projectVerbs } from './project.ts'
import { recommendation, recommendationVerbs } from './recommendation.ts'
import { reminder, reminderVerbs } from './reminder.ts'
import { report, reportVerbs } from './report.ts'
import { update, updateVerbs } from './update.ts'
import { wg, wgVerbs } from './wg.ts'

export { deeds } from './deeds.ts'

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

/**
 * What people call the actions of each feature behind its name, as in `/meeting postpone M1`: by action, in the order in
 * which they are offered, with what is typed behind the record after a `…`. An action with a slash is another feature's.
 * The words of a phrase are joined by `_`.
 */
export const verbs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  directory: directoryVerbs,
  wg: wgVerbs,
  meeting: meetingVerbs,
  update: updateVerbs,
  newsletter: newsletterVerbs,
  reminder: reminderVerbs,
  library: libraryVerbs,
  project: projectVerbs,
  recommendation: recommendationVerbs,
  report: reportVerbs,
  profile: profileVerbs,
}
