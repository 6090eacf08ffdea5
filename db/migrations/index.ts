import { house } from './0001-house.ts'
import { platforms } from './0002-platforms.ts'
import { uselessAfter } from './0003-useless-after.ts'
import { callers } from './0004-callers.ts'
import { directoryChanges } from './0005-directory-changes.ts'
import { newsletterEditions } from './0006-newsletter-editions.ts'
import { firstDays } from './0007-first-days.ts'
import { directoryImports } from './0008-directory-imports.ts'
import { updateUndo } from './0009-update-undo.ts'
import { workingHours } from './0010-working-hours.ts'
import { secretariatSettings } from './0011-secretariat-settings.ts'
import { meetingRecords } from './0012-meeting-records.ts'
import { finding } from './0013-finding.ts'
import { toldAccounts } from './0014-told-accounts.ts'
import { polls } from './0015-polls.ts'
import { reminders } from './0016-reminders.ts'
import { directoryTerms } from './0017-directory-terms.ts'
import { directoryPeople } from './0018-directory-people.ts'
import { newsletterEditing } from './0019-newsletter-editing.ts'
import { series } from './0020-series.ts'
import { meetingUndo } from './0021-meeting-undo.ts'
import { newsletterCalls } from './0022-newsletter-calls.ts'
import { doubts } from './0023-doubts.ts'
import { calendarFeeds } from './0024-calendar-feeds.ts'
import { silences } from './0025-silences.ts'
import { importHeadings } from './0026-import-headings.ts'
import { meetingAnswers } from './0027-meeting-answers.ts'
import { cadence } from './0028-cadence.ts'
import { sectionFeatures } from './0029-section-features.ts'
import { importUndo } from './0030-import-undo.ts'
import { daysOfUpdates } from './0031-days-of-updates.ts'
import { meetingGuests } from './0032-meeting-guests.ts'
import { publicCalendar } from './0033-public-calendar.ts'
import { nameBeginnings } from './0034-name-beginnings.ts'
import { paceTurns } from './0035-pace-turns.ts'
import { library } from './0036-library.ts'
import { messageSources } from './0037-message-sources.ts'
import { jointMeetings } from './0038-joint-meetings.ts'
import { groupMentions } from './0039-group-mentions.ts'
import { linkChecks } from './0040-link-checks.ts'
import { reports } from './0041-reports.ts'
import { recommendations } from './0042-recommendations.ts'
import { calendarPages } from './0043-calendar-pages.ts'
import { duties } from './0044-duties.ts'
import { busyTimes } from './0045-busy-times.ts'
import { lastChanges } from './0046-last-changes.ts'
import { formerNames } from './0047-former-names.ts'
import { seriesRoots } from './0048-series-roots.ts'
import { embargo } from './0049-embargo.ts'
import { retiredCalendars } from './0050-retired-calendars.ts'
import { newsletterNudges } from './0051-newsletter-nudges.ts'
import { daysOfChanges } from './0052-days-of-changes.ts'
import { updatesOfIssues } from './0053-updates-of-issues.ts'
import { listsByIndex } from './0054-lists-by-index.ts'
import { internalChanges } from './0055-internal-changes.ts'
import { printedFiles } from './0056-printed-files.ts'
import { workCalendars } from './0057-work-calendars.ts'
import { letterCopies } from './0058-letter-copies.ts'
import { cancelledWith } from './0059-cancelled-with.ts'
import { sounds } from './0060-sounds.ts'
import { dueByIndex } from './0061-due-by-index.ts'
import { pollKinds } from './0062-poll-kinds.ts'
import { guestNames } from './0063-guest-names.ts'
import { unheardSilences } from './0064-unheard-silences.ts'
import { putOff } from './0065-put-off.ts'
import { searchNames } from './0066-search-names.ts'
import { inHand } from './0067-in-hand.ts'
import { slipsInStore } from './0068-slips-in-store.ts'
import { snoozesBefore } from './0069-snoozes-before.ts'
import { waiting } from './0070-waiting.ts'
import { otherEntities } from './0071-other-entities.ts'
import { comparedNames } from './0072-compared-names.ts'
import { knownZones } from './0073-known-zones.ts'
import { printedNames } from './0074-printed-names.ts'
import { lastLetters } from './0075-last-letters.ts'
import { calendarMarks } from './0076-calendar-marks.ts'
import { basedOn } from './0077-based-on.ts'
import { removedActions } from './0078-removed-actions.ts'
import { lastDays } from './0079-last-days.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
}

/** Forward only, in order, never edited. */
export const migrations: readonly Migration[] = [
  { number: 1, name: 'house', sql: house },
  { number: 2, name: 'platforms', sql: platforms },
  { number: 3, name: 'useless-after', sql: uselessAfter },
  { number: 4, name: 'callers', sql: callers },
  { number: 5, name: 'directory-changes', sql: directoryChanges },
  { number: 6, name: 'newsletter-editions', sql: newsletterEditions },
  { number: 7, name: 'first-days', sql: firstDays },
  { number: 8, name: 'directory-imports', sql: directoryImports },
  { number: 9, name: 'update-undo', sql: updateUndo },
  { number: 10, name: 'working-hours', sql: workingHours },
  { number: 11, name: 'secretariat-settings', sql: secretariatSettings },
  { number: 12, name: 'meeting-records', sql: meetingRecords },
  { number: 13, name: 'finding', sql: finding },
  { number: 14, name: 'told-accounts', sql: toldAccounts },
  { number: 15, name: 'polls', sql: polls },
  { number: 16, name: 'reminders', sql: reminders },
  { number: 17, name: 'directory-terms', sql: directoryTerms },
  { number: 18, name: 'directory-people', sql: directoryPeople },
  { number: 19, name: 'newsletter-editing', sql: newsletterEditing },
  { number: 20, name: 'series', sql: series },
  { number: 21, name: 'meeting-undo', sql: meetingUndo },
  { number: 22, name: 'newsletter-calls', sql: newsletterCalls },
  { number: 23, name: 'doubts', sql: doubts },
  { number: 24, name: 'calendar-feeds', sql: calendarFeeds },
  { number: 25, name: 'silences', sql: silences },
  { number: 26, name: 'import-headings', sql: importHeadings },
  { number: 27, name: 'meeting-answers', sql: meetingAnswers },
  { number: 28, name: 'cadence', sql: cadence },
  { number: 29, name: 'section-features', sql: sectionFeatures },
  { number: 30, name: 'import-undo', sql: importUndo },
  { number: 31, name: 'days-of-updates', sql: daysOfUpdates },
  { number: 32, name: 'meeting-guests', sql: meetingGuests },
  { number: 33, name: 'public-calendar', sql: publicCalendar },
  { number: 34, name: 'name-beginnings', sql: nameBeginnings },
  { number: 35, name: 'pace-turns', sql: paceTurns },
  { number: 36, name: 'library', sql: library },
  { number: 37, name: 'message-sources', sql: messageSources },
  { number: 38, name: 'joint-meetings', sql: jointMeetings },
  { number: 39, name: 'group-mentions', sql: groupMentions },
  { number: 40, name: 'link-checks', sql: linkChecks },
  { number: 41, name: 'reports', sql: reports },
  { number: 42, name: 'recommendations', sql: recommendations },
  { number: 43, name: 'calendar-pages', sql: calendarPages },
  { number: 44, name: 'duties', sql: duties },
  { number: 45, name: 'busy-times', sql: busyTimes },
  { number: 46, name: 'last-changes', sql: lastChanges },
  { number: 47, name: 'former-names', sql: formerNames },
  { number: 48, name: 'series-roots', sql: seriesRoots },
  { number: 49, name: 'embargo', sql: embargo },
  { number: 50, name: 'retired-calendars', sql: retiredCalendars },
  { number: 51, name: 'newsletter-nudges', sql: newsletterNudges },
  { number: 52, name: 'days-of-changes', sql: daysOfChanges },
  { number: 53, name: 'updates-of-issues', sql: updatesOfIssues },
  { number: 54, name: 'lists-by-index', sql: listsByIndex },
  { number: 55, name: 'internal-changes', sql: internalChanges },
  { number: 56, name: 'printed-files', sql: printedFiles },
  { number: 57, name: 'work-calendars', sql: workCalendars },
  { number: 58, name: 'letter-copies', sql: letterCopies },
  { number: 59, name: 'cancelled-with', sql: cancelledWith },
  { number: 60, name: 'sounds', sql: sounds },
  { number: 61, name: 'due-by-index', sql: dueByIndex },
  { number: 62, name: 'poll-kinds', sql: pollKinds },
  { number: 63, name: 'guest-names', sql: guestNames },
  { number: 64, name: 'unheard-silences', sql: unheardSilences },
  { number: 65, name: 'put-off', sql: putOff },
  { number: 66, name: 'search-names', sql: searchNames },
  { number: 67, name: 'in-hand', sql: inHand },
  { number: 68, name: 'slips-in-store', sql: slipsInStore },
  { number: 69, name: 'snoozes-before', sql: snoozesBefore },
  { number: 70, name: 'waiting', sql: waiting },
  { number: 71, name: 'other-entities', sql: otherEntities },
  { number: 72, name: 'compared-names', sql: comparedNames },
  { number: 73, name: 'known-zones', sql: knownZones },
  { number: 74, name: 'printed-names', sql: printedNames },
  { number: 75, name: 'last-letters', sql: lastLetters },
  { number: 76, name: 'calendar-marks', sql: calendarMarks },
  { number: 77, name: 'based-on', sql: basedOn },
  { number: 78, name: 'removed-actions', sql: removedActions },
  { number: 79, name: 'last-days', sql: lastDays },
]
