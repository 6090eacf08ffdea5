// Written by npm run artifacts from migrations 1 to 79 (45b104189bdd25fd). Not to be edited by hand.

import type { ColumnType, Generated, GeneratedAlways, Selectable } from 'kysely'

import type { PostedOn } from '../src/core/adapter.ts'
import type { Lead } from '../src/core/feature/lead.ts'
import type { NoticeSettlement } from '../src/core/feature/rule.ts'
import type { Message, Rich } from '../src/core/message.ts'
import type { Day } from '../src/core/time/day.ts'
import type { ContentDate, ContentLink, FormerUpdate } from './newsletter/content.ts'

export interface ActionItemsTable {
  id: GeneratedAlways<number>
  meetingId: number
  what: string
  ownerPerson: number | null
  ownerEntity: number | null
  ownerRole: 'chair' | 'co-chair' | 'vice-chair' | null
  dueOn: Day | null
  sourceLink: string | null
  status: 'open' | 'done' | 'removed'
  turns: Generated<number>
  createdBy: number
  createdAt: Date
  changedAt: Date
  closedBy: number | null
  closedAt: Date | null
}

export type ActionItems = Selectable<ActionItemsTable>

export interface AgendaItemsTable {
  id: GeneratedAlways<number>
  meetingId: number
  position: number
  title: string
  presenter: string | null
  minutes: number | null
  addedBy: number
  addedAt: Date
  removedAt: Date | null
  begunAt: Date | null
  endedAt: Date | null
}

export type AgendaItems = Selectable<AgendaItemsTable>

export interface AuditTable {
  id: GeneratedAlways<number>
  at: Date
  personId: number | null
  platform: string
  account: string
  command: string
  subject: string | null
  outcome: 'done' | 'refused' | 'failed'
  reference: string | null
}

export type Audit = Selectable<AuditTable>

export interface BusyAddressesTable {
  personId: number
  address: string
  host: string
  setAt: Date
  nextAt: Date
  readAt: Date | null
  fault: string | null
  failingSince: Date | null
  failures: Generated<number>
}

export type BusyAddresses = Selectable<BusyAddressesTable>

export interface BusyTimesTable {
  personId: number
  startsAt: Date
  endsAt: Date
}

export type BusyTimes = Selectable<BusyTimesTable>

export interface CalendarFeedsTable {
  id: GeneratedAlways<number>
  tokenHash: string
  personId: number
  scope: 'mine' | 'group' | 'all'
  groupId: number | null
  createdAt: Date
  revokedAt: Date | null
}

export type CalendarFeeds = Selectable<CalendarFeedsTable>

export interface CalendarLettersTable {
  meetingId: number
  email: string
  sequence: number
  method: 'REQUEST' | 'CANCEL'
  sentAt: Date
  copies: Generated<number>
  isLast: Generated<boolean>
}

export type CalendarLetters = Selectable<CalendarLettersTable>

export interface CalendarSwitchesTable {
  id: GeneratedAlways<number>
  isPublic: boolean
  setBy: number
  setAt: Date
}

export type CalendarSwitches = Selectable<CalendarSwitchesTable>

export interface CalledFirstTable {
  entityId: number
  personId: number
  setBy: number
  setAt: Date
}

export type CalledFirst = Selectable<CalledFirstTable>

export interface ClearingEntitiesTable {
  entityId: number
  setBy: number
  setAt: Date
}

export type ClearingEntities = Selectable<ClearingEntitiesTable>

export interface ClearingGroupsTable {
  groupId: number
  setBy: number
  setAt: Date
}

export type ClearingGroups = Selectable<ClearingGroupsTable>

export interface DirectoryChangesTable {
  id: GeneratedAlways<number>
  kind: 'entity' | 'person' | 'group' | 'seat' | 'handover' | 'merge' | 'import'
  recordId: number
  before: ColumnType<unknown, string | null, string | null>
  after: ColumnType<unknown, string, string>
  source: string | null
  reverts: number | null
  recordedBy: number | null
  recordedAt: Date
  holdsFrom: Day | null
}

export type DirectoryChanges = Selectable<DirectoryChangesTable>

export interface DirectoryImportsTable {
  id: GeneratedAlways<number>
  content: ColumnType<unknown, string, string>
  fileName: string
  readBy: number
  readAt: Date
  appliedAt: Date | null
}

export type DirectoryImports = Selectable<DirectoryImportsTable>

export interface DirectoryReportsTable {
  id: GeneratedAlways<number>
  kind: 'entity' | 'person'
  recordId: number
  what: string
  reportedBy: number
  reportedAt: Date
  settledBy: number | null
  settledAt: Date | null
}

export type DirectoryReports = Selectable<DirectoryReportsTable>

export interface DisclosuresTable {
  id: GeneratedAlways<number>
  personId: number
  viewerId: number
  fields: string[]
  door: string
  at: Date
}

export type Disclosures = Selectable<DisclosuresTable>

export interface EntitiesTable {
  id: GeneratedAlways<number>
  acronym: string
  name: string
  kind: 'member' | 'observer' | 'member-state' | 'regional-organization' | 'organization'
  type: 'un' | 'non-un' | null
  joined: Day | null
  retired: Day | null
  aliases: Generated<string[]>
  partNames: Generated<string[]>
  partAcronyms: Generated<string[]>
  search: GeneratedAlways<string | null>
  handles: GeneratedAlways<string[] | null>
  comparedAcronym: GeneratedAlways<string>
  comparedName: GeneratedAlways<string>
  comparedAliases: GeneratedAlways<string[]>
}

export type Entities = Selectable<EntitiesTable>

export interface EntityPartsTable {
  id: GeneratedAlways<number>
  entityId: number
  acronym: string
  name: string
  comparedAcronym: GeneratedAlways<string>
  comparedName: GeneratedAlways<string>
}

export type EntityParts = Selectable<EntityPartsTable>

export interface FiguresTable {
  key: string
  asOf: Day
  label: string
  value: number
}

export type Figures = Selectable<FiguresTable>

export interface FormerNamesTable {
  id: GeneratedAlways<number>
  entityId: number | null
  groupId: number | null
  acronym: string
  name: string
  during: string
  changeId: number
  supersededBy: number | null
}

export type FormerNames = Selectable<FormerNamesTable>

export interface GroupMentionsTable {
  groupId: number
  platform: string
  tenant: string
  handle: string
  externalId: string | null
  seen: string
  followedBy: number
  followedAt: Date
  members: string[] | null
  keptAt: Date | null
  fault: string | null
  faultSince: Date | null
  restUntil: Date | null
}

export type GroupMentions = Selectable<GroupMentionsTable>

export interface GroupPausesTable {
  id: GeneratedAlways<number>
  groupId: number
  firstDay: Day
  lastDay: Day
  reason: string | null
  decidedBy: number
  decidedAt: Date
  withdrawnAt: Date | null
}

export type GroupPauses = Selectable<GroupPausesTable>

export interface HandoversTable {
  id: GeneratedAlways<number>
  fromPerson: number | null
  toPerson: number
  groupId: number | null
  role: 'chair' | 'co-chair' | 'vice-chair' | 'member' | 'observer' | null
  entityId: number | null
  onDay: Day
  zone: string
  withReminders: boolean
  askedBy: number
  askedAt: Date
  changeId: number | null
  doneAt: Date | null
  withdrawnAt: Date | null
  fault: string | null
}

export type Handovers = Selectable<HandoversTable>

export interface HolidaysTable {
  calendar: string
  day: Day
}

export type Holidays = Selectable<HolidaysTable>

export interface IdentitiesTable {
  platform: string
  tenant: string
  account: string
  personId: number
  linkedAt: Date
  via: 'email-code' | 'secretariat' | 'sample' | 'platform'
  fault: string | null
  faultAt: Date | null
}

export type Identities = Selectable<IdentitiesTable>

export interface ImportHeadingsTable {
  heading: string
  field: string
  saidBy: number | null
  saidAt: Date
}

export type ImportHeadings = Selectable<ImportHeadingsTable>

export interface InvitationsTable {
  meetingId: number
  personId: number
  as: 'chair' | 'member' | 'observer'
  response: 'yes' | 'no' | 'maybe' | null
  respondedAt: Date | null
  former: 'yes' | 'no' | 'maybe' | null
  formerStartsAt: Date | null
  delegateId: number | null
  sentBy: number | null
  presentAt: Date | null
  remark: string | null
  guest: Generated<boolean>
  formerPresentAt: Date | null
}

export type Invitations = Selectable<InvitationsTable>

export interface KeptTable {
  platform: string
  kind: string
  tenant: string
  key: string
  value: ColumnType<unknown, string, string>
  at: Date
  expiresAt: Date | null
}

export type Kept = Selectable<KeptTable>

export interface LastChangesTable {
  personId: number
  command: string
  at: Date
  said: ColumnType<unknown, string | null, string | null>
  undo: ColumnType<unknown, string | null, string | null>
}

export type LastChanges = Selectable<LastChangesTable>

export interface LibraryItemsTable {
  id: GeneratedAlways<number>
  title: string
  link: string
  linkKey: string
  kind: 'publication' | 'report' | 'guide' | 'tool' | 'training' | 'other'
  entityId: number | null
  groupId: number | null
  publishedFrom: Day | null
  publishedTo: Day | null
  topics: Generated<string[]>
  purpose: string | null
  inNewsletter: boolean | null
  retiredOn: Day | null
  removed: Generated<boolean>
  addedBy: number
  addedAt: Date
  search: GeneratedAlways<string | null>
}

export type LibraryItems = Selectable<LibraryItemsTable>

export interface LinkAttemptsTable {
  platform: string
  tenant: string
  account: string
  at: Date
}

export type LinkAttempts = Selectable<LinkAttemptsTable>

export interface LinkChecksTable {
  url: string
  checkedAt: Date
  failures: Generated<number>
  fault: string | null
  failingSince: Date | null
}

export type LinkChecks = Selectable<LinkChecksTable>

export interface LinkCodesTable {
  id: GeneratedAlways<number>
  platform: string
  tenant: string
  account: string
  email: string
  personId: number
  codeHash: string | null
  expiresAt: Date
  tries: Generated<number>
  usedAt: Date | null
}

export type LinkCodes = Selectable<LinkCodesTable>

export interface LinkRequestsTable {
  id: GeneratedAlways<number>
  platform: string
  tenant: string
  account: string
  personId: number
  askedAt: Date
  decidedAt: Date | null
  decidedBy: number | null
  outcome: 'confirmed' | 'refused' | null
}

export type LinkRequests = Selectable<LinkRequestsTable>

export interface MeetingChangesTable {
  id: GeneratedAlways<number>
  meetingId: number
  personId: number | null
  what: ColumnType<Rich, string, string>
  changedAt: Date
  internal: Generated<boolean>
}

export type MeetingChanges = Selectable<MeetingChangesTable>

export interface MeetingGuestsTable {
  meetingId: number
  email: string
  invitedBy: number
  invitedAt: Date
  withdrawnAt: Date | null
  name: string | null
}

export type MeetingGuests = Selectable<MeetingGuestsTable>

export interface MeetingNotesTable {
  id: GeneratedAlways<number>
  meetingId: number
  itemId: number | null
  body: string
  audience: 'internal' | 'shareable'
  writtenBy: number
  writtenAt: Date
  removedAt: Date | null
}

export type MeetingNotes = Selectable<MeetingNotesTable>

export interface MeetingSeriesTable {
  id: GeneratedAlways<number>
  groupId: number
  title: string
  kind: 'regular' | 'in-focus' | 'committee' | 'briefing'
  minutes: number
  place: string | null
  link: string | null
  organizerId: number
  rule: string
  said: string
  firstDay: Day
  wallHour: number
  wallMinute: number
  zone: string
  untilDay: Day | null
  times: number | null
  exceptDays: Generated<string[]>
  dayShift: Generated<number>
  madeUntil: Day
  endedFrom: Day | null
  createdAt: Date
  jointWith: Generated<number[]>
  rootId: number | null
  calendarMark: Generated<string | null>
}

export type MeetingSeries = Selectable<MeetingSeriesTable>

export interface MeetingsTable {
  id: GeneratedAlways<number>
  uid: Generated<string>
  groupId: number | null
  title: string
  kind: 'regular' | 'in-focus' | 'committee' | 'briefing'
  startsAt: Date
  minutes: number
  zone: string
  place: string | null
  link: string | null
  status: 'scheduled' | 'held' | 'cancelled'
  summary: string | null
  attended: Generated<number[]>
  heldAt: Date | null
  cancelledReason: string | null
  organizerId: number
  createdAt: Date
  changedAt: Date
  sequence: Generated<number>
  begunAt: Date | null
  closedAt: Date | null
  seriesId: number | null
  seriesDay: Day | null
  former: ColumnType<unknown, string | null, string | null>
  participants: number | null
  jointWith: Generated<number[]>
  groups: GeneratedAlways<number[]>
  cancelledWith: number | null
  putOffFrom: Date | null
  putOffBegunAt: Date | null
  putOffClosedAt: Date | null
  calendarMark: Generated<string | null>
}

export type Meetings = Selectable<MeetingsTable>

export interface MessageSourcesTable {
  id: GeneratedAlways<number>
  platform: string
  tenant: string
  message: string
  account: string
  said: string
  takenAt: Date
  used: Generated<boolean>
  nowSays: string | null
  gone: Generated<boolean>
  changedAt: Date | null
}

export type MessageSources = Selectable<MessageSourcesTable>

export interface NameWordsTable {
  word: string
  personId: number
}

export type NameWords = Selectable<NameWordsTable>

export interface NewsletterCallsTable {
  newsletterId: number
  enabled: boolean
  note: string | null
  beginsAt: Date
  changedBy: number
  changedAt: Date
}

export type NewsletterCalls = Selectable<NewsletterCallsTable>

export interface NewsletterEditionsTable {
  newsletterId: number
  edition: number
  content: ColumnType<unknown, string, string>
  note: string | null
  publishedBy: number
  publishedAt: Date
}

export type NewsletterEditions = Selectable<NewsletterEditionsTable>

export interface NewsletterFilesTable {
  newsletterId: number
  edition: number
  format: 'markdown' | 'html' | 'docx' | 'eml' | 'json' | 'feed'
  content: Buffer
}

export type NewsletterFiles = Selectable<NewsletterFilesTable>

export interface NewsletterNotesTable {
  newsletterId: number
  section: Generated<string>
  text: string
  writtenBy: number
  writtenAt: Date
}

export type NewsletterNotes = Selectable<NewsletterNotesTable>

export interface NewsletterNudgesTable {
  id: GeneratedAlways<number>
  newsletterId: number
  entityId: number | null
  groupId: number | null
  nudgedBy: number
  nudgedAt: Date
}

export type NewsletterNudges = Selectable<NewsletterNudgesTable>

export interface NewsletterOmissionsTable {
  newsletterId: number
  item: string
  omittedBy: number
  omittedAt: Date
}

export type NewsletterOmissions = Selectable<NewsletterOmissionsTable>

export interface NewsletterOrdersTable {
  newsletterId: number
  section: string
  items: string[]
  orderedBy: number
  orderedAt: Date
}

export type NewsletterOrders = Selectable<NewsletterOrdersTable>

export interface NewsletterPassesTable {
  newsletterId: number
  entityId: number
  passedBy: number
  passedAt: Date
}

export type NewsletterPasses = Selectable<NewsletterPassesTable>

export interface NewsletterPlanTable {
  id: Generated<boolean>
  content: ColumnType<unknown, string, string>
  changedBy: number
  changedAt: Date
}

export type NewsletterPlan = Selectable<NewsletterPlanTable>

export interface NewsletterPreviewsTable {
  digest: string
  newsletterId: number
  madeBy: number
  expiresAt: Date
}

export type NewsletterPreviews = Selectable<NewsletterPreviewsTable>

export interface NewsletterSubscribersTable {
  id: GeneratedAlways<number>
  email: string
  name: string | null
  token: string
  addedBy: number
  addedAt: Date
  leftAt: Date | null
}

export type NewsletterSubscribers = Selectable<NewsletterSubscribersTable>

export interface NewsletterUncalledTable {
  newsletterId: number
  entityId: number
  excludedBy: number
  excludedAt: Date
}

export type NewsletterUncalled = Selectable<NewsletterUncalledTable>

export interface NewslettersTable {
  id: GeneratedAlways<number>
  number: number
  kind: 'bi-monthly' | 'annual'
  periodFrom: Day
  periodTo: Day
  closesAt: Date
  status: 'open' | 'closed' | 'approved' | 'published'
  openedBy: number
  openedAt: Date
}

export type Newsletters = Selectable<NewslettersTable>

export interface NominationsTable {
  id: GeneratedAlways<number>
  groupId: number
  entityId: number
  seat: 'principal' | 'alternate' | 'observer'
  personId: number
  fromOn: Day
  source: string | null
  nominatedBy: number
  nominatedAt: Date
  decidedBy: number | null
  decidedAt: Date | null
  outcome: 'confirmed' | 'declined' | null
  reason: string | null
}

export type Nominations = Selectable<NominationsTable>

export interface NoticesTable {
  id: GeneratedAlways<number>
  key: string
  personId: number | null
  kind: string
  subject: string
  body: ColumnType<Message, string, string>
  queuedAt: Date
  state: 'queued' | 'sending' | 'sent' | 'ambiguous' | 'dead' | 'folded'
  tries: Generated<number>
  fault: string | null
  createdAt: Date
  sentAt: Date | null
  claim: string | null
  platform: string | null
  tenant: string | null
  channel: string | null
  uselessAfter: Date | null
  account: string | null
  rule: string | null
  priority: Generated<number>
  waitsFor: 'quiet' | 'digest' | 'brief' | null
  foldedUntil: Date | null
  doubtSince: Date | null
  reportedAt: Date | null
  posted: ColumnType<PostedOn | null, string | null, string | null>
  settled: ColumnType<NoticeSettlement | null, string | null, string | null>
  amendAt: Date | null
}

export type Notices = Selectable<NoticesTable>

export interface ObjectionsTable {
  resolutionId: number
  entityId: number
  personId: number
  reason: string | null
  raisedAt: Date
}

export type Objections = Selectable<ObjectionsTable>

export interface OtherAddressesTable {
  email: string
  personId: number
}

export type OtherAddresses = Selectable<OtherAddressesTable>

export interface PaceTurnsTable {
  key: string
  taken: Date[]
  heldUntil: Date | null
}

export type PaceTurns = Selectable<PaceTurnsTable>

export interface PeopleTable {
  id: GeneratedAlways<number>
  name: string
  email: string | null
  entityId: number | null
  title: string | null
  isSecretariat: Generated<boolean>
  isCoordinator: Generated<boolean>
  zone: Generated<string>
  locale: string | null
  retiredOn: Day | null
  zoneFrom: Generated<'directory' | 'platform' | 'own'>
  phone: string | null
  secretariatBySettings: Generated<boolean>
  station: string | null
  country: string | null
  languages: Generated<string[]>
  entityAcronym: string | null
  since: Day | null
  emailFor: Generated<'self' | 'secretariat' | 'entity' | 'group' | 'everyone'>
  phoneFor: Generated<'self' | 'secretariat' | 'entity' | 'group' | 'everyone'>
  confirmedAt: Date | null
  confirmedBy: number | null
  addedAt: Generated<Date>
  mergedInto: number | null
  otherEntities: Generated<string[]>
  search: GeneratedAlways<string | null>
}

export type People = Selectable<PeopleTable>

export interface PersonAwayTable {
  id: GeneratedAlways<number>
  personId: number
  firstDay: Day
  lastDay: Day
  alternateId: number | null
}

export type PersonAway = Selectable<PersonAwayTable>

export interface PersonHoursTable {
  personId: number
  workFrom: number
  workTo: number
  workingDays: number[] | null
  country: string | null
}

export type PersonHours = Selectable<PersonHoursTable>

export interface PollSlotsTable {
  pollId: number
  number: number
  startsAt: Date
}

export type PollSlots = Selectable<PollSlotsTable>

export interface PollVotesTable {
  pollId: number
  number: number
  personId: number
  vote: 'yes' | 'if-needed' | 'no'
  votedAt: Date
}

export type PollVotes = Selectable<PollVotesTable>

export interface PollsTable {
  id: GeneratedAlways<number>
  groupId: number
  title: string
  minutes: number
  zone: string
  place: string | null
  link: string | null
  closesAt: Date
  status: 'open' | 'closed' | 'settled'
  meetingId: number | null
  openedBy: number
  openedAt: Date
  jointWith: Generated<number[]>
  groups: GeneratedAlways<number[]>
  kind: Generated<'regular' | 'in-focus' | 'committee' | 'briefing'>
}

export type Polls = Selectable<PollsTable>

export interface PostsTable {
  id: GeneratedAlways<number>
  personId: number
  entityId: number
  during: string
  source: string | null
  recordedBy: number | null
  recordedAt: Date
}

export type Posts = Selectable<PostsTable>

export interface ProjectsTable {
  id: GeneratedAlways<number>
  title: string
  leadId: number
  partners: Generated<number[]>
  pillar: 'I' | 'II' | 'III' | 'IV' | null
  beneficiaries: string | null
  currency: string | null
  budget: number | null
  funded: number | null
  donors: Generated<string[]>
  startsOn: Day | null
  endsOn: Day | null
  status: 'planned' | 'ongoing' | 'completed' | 'suspended'
  removed: Generated<boolean>
  addedBy: number
  addedAt: Date
  search: GeneratedAlways<string | null>
}

export type Projects = Selectable<ProjectsTable>

export interface ReceiptsTable {
  platform: string
  tenant: string
  deliveryId: string
  answer: ColumnType<unknown, string | null, string | null>
  at: Date
}

export type Receipts = Selectable<ReceiptsTable>

export interface RechecksTable {
  id: GeneratedAlways<number>
  rule: string
  meetingId: number | null
  at: Generated<Date>
}

export type Rechecks = Selectable<RechecksTable>

export interface RecommendationsTable {
  id: GeneratedAlways<number>
  body: string
  country: string
  theme: string | null
  visit: string | null
  entityId: number | null
  personId: number | null
  dueOn: Day | null
  status: 'open' | 'in progress' | 'implemented' | 'not pursued'
  removed: Generated<boolean>
  addedBy: number
  addedAt: Date
  search: GeneratedAlways<string | null>
}

export type Recommendations = Selectable<RecommendationsTable>

export interface RecordChangesTable {
  kind: 'library' | 'work-item' | 'report-part' | 'recommendation' | 'project'
  recordId: number
  number: number
  before: ColumnType<unknown, string, string>
  after: ColumnType<unknown, string, string>
  note: string | null
  reverts: number | null
  changedBy: number
  changedAt: Date
}

export type RecordChanges = Selectable<RecordChangesTable>

export interface ReminderSettingsTable {
  personId: number
  leads: ColumnType<readonly Lead[] | null, string | null, string | null>
  leadDays: Generated<number>
  quietFrom: number | null
  quietTo: number | null
  digestAt: number | null
  via: string | null
  weekly: number | null
  setAt: Date
}

export type ReminderSettings = Selectable<ReminderSettingsTable>

export interface RemindersTable {
  id: GeneratedAlways<number>
  personId: number
  text: string
  at: Date
  zone: string
  status: 'waiting' | 'sent' | 'cancelled'
  createdAt: Date
  groupId: number | null
  urgent: Generated<boolean>
  rule: string | null
  said: string | null
  startOn: Day | null
  wallMinutes: number | null
  untilOn: Day | null
  timesLeft: number | null
  note: string | null
}

export type Reminders = Selectable<RemindersTable>

export interface ReportPartsTable {
  id: GeneratedAlways<number>
  groupId: number
  year: number
  heading: string
  body: string
  removed: Generated<boolean>
}

export type ReportParts = Selectable<ReportPartsTable>

export interface ReportYearsTable {
  year: number
  dueOn: Day
  setBy: number
  setAt: Date
}

export type ReportYears = Selectable<ReportYearsTable>

export interface ResolutionsTable {
  id: GeneratedAlways<number>
  meetingId: number
  itemId: number | null
  body: string
  status: 'proposed' | 'adopted' | 'not adopted' | 'withdrawn'
  proposedBy: number
  proposedAt: Date
  decidedBy: number | null
  decidedAt: Date | null
}

export type Resolutions = Selectable<ResolutionsTable>

export interface RolesTable {
  id: GeneratedAlways<number>
  groupId: number
  role: 'chair' | 'co-chair' | 'vice-chair' | 'member' | 'observer'
  entityId: number
  personId: number | null
  holder: string | null
  during: string
  asOf: string | null
  note: string | null
  createdBy: number | null
  createdAt: Date
  source: string | null
}

export type Roles = Selectable<RolesTable>

export interface RoomsTable {
  groupId: number
  platform: string
  tenant: string
  channel: string
  boundBy: number
  boundAt: Date
  fault: string | null
}

export type Rooms = Selectable<RoomsTable>

export interface RuleSettingsTable {
  rule: string
  enabled: boolean
  moments: ColumnType<readonly Lead[] | null, string | null, string | null>
  setBy: number
  setAt: Date
}

export type RuleSettings = Selectable<RuleSettingsTable>

export interface SearchNamesTable {
  kind: 'entity' | 'group' | 'holder'
  id: number
  label: string
  handle: string
  search: string
  subjects: string | null
  topics: string | null
  detail: string | null
  exact: string
  whole: string
  handles: string[]
  known: ColumnType<unknown, string, string>
  present: string
  sought: GeneratedAlways<string>
}

export type SearchNames = Selectable<SearchNamesTable>

export interface SeatsTable {
  id: GeneratedAlways<number>
  groupId: number
  entityId: number
  seat: 'principal' | 'alternate' | 'observer'
  personId: number
  during: string
  source: string | null
  recordedBy: number | null
  recordedAt: Date
}

export type Seats = Selectable<SeatsTable>

export interface SectionModelsTable {
  id: Generated<boolean>
  weights: ColumnType<unknown, string, string>
  lessons: number
  learnedAt: Date
}

export type SectionModels = Selectable<SectionModelsTable>

export interface SentTable {
  noticeId: number
  at: Date
}

export type Sent = Selectable<SentTable>

export interface SilenceProceduresTable {
  id: GeneratedAlways<number>
  groupId: number
  body: string
  closesAt: Date
  zone: string
  status: 'open' | 'broken' | 'adopted' | 'unheard'
  openedBy: number
  openedAt: Date
  brokenBy: number | null
  brokenEntity: number | null
  brokenReason: string | null
  decidedAt: Date | null
}

export type SilenceProcedures = Selectable<SilenceProceduresTable>

export interface SnoozesTable {
  id: GeneratedAlways<number>
  noticeId: number
  personId: number
  until: Date
  status: 'waiting' | 'sent' | 'cancelled'
  createdAt: Date
  beforeMeeting: Generated<boolean>
}

export type Snoozes = Selectable<SnoozesTable>

export interface SpeakersTable {
  id: GeneratedAlways<number>
  meetingId: number
  personId: number
  raisedAt: Date
  calledAt: Date | null
  loweredAt: Date | null
}

export type Speakers = Selectable<SpeakersTable>

export interface TermVersionsTable {
  id: GeneratedAlways<number>
  kind: 'role' | 'seat' | 'post'
  termId: number
  groupId: number | null
  entityId: number
  personId: number | null
  role: string | null
  holder: string | null
  during: string
  source: string | null
  recordedBy: number | null
  recordedAt: Date
  supersededBy: number | null
  supersededAt: Date
}

export type TermVersions = Selectable<TermVersionsTable>

export interface UnlinkedTable {
  platform: string
  tenant: string
  account: string
  at: Date
}

export type Unlinked = Selectable<UnlinkedTable>

export interface UnsubscribedTable {
  personId: number
  rule: string
  at: Date
}

export type Unsubscribed = Selectable<UnsubscribedTable>

export interface UpdateClearancesTable {
  updateId: number
  version: number
  kind: 'entity' | 'group'
  clearedBy: number
  clearedAt: Date
}

export type UpdateClearances = Selectable<UpdateClearancesTable>

export interface UpdateSourcesTable {
  updateId: number
  sourceId: number
  answeredAt: Date | null
}

export type UpdateSources = Selectable<UpdateSourcesTable>

export interface UpdateVersionsTable {
  updateId: number
  version: number
  text: string
  originalText: string
  section: string
  printedDate: string | null
  dateForm: string
  startOn: Day | null
  endOn: Day | null
  precision: 'day' | 'month' | null
  dates: ColumnType<readonly ContentDate[], string | undefined, string>
  entities: Generated<string[]>
  wg: string | null
  place: string | null
  links: ColumnType<readonly ContentLink[], string | undefined, string>
  editedBy: number
  editedAt: Date
  bold: Generated<string[]>
  features: Generated<string[]>
  embargoUntil: Day | null
  basedOn: number | null
}

export type UpdateVersions = Selectable<UpdateVersionsTable>

export interface UpdatesTable {
  id: GeneratedAlways<number>
  authorId: number
  entityId: number | null
  newsletterId: number | null
  status: 'proposed' | 'accepted' | 'returned' | 'withdrawn' | 'merged'
  version: number
  postedAt: Date
  comment: string | null
  decisions: Generated<number>
  acceptedBy: number | null
  former: ColumnType<FormerUpdate | null, string | null, string | null>
  mergedInto: number | null
  heldOver: Generated<boolean>
}

export type Updates = Selectable<UpdatesTable>

export interface WaitingTable {
  noticeId: number
  queuedAt: Date
  claim: string | null
  keptAt: Date | null
}

export type Waiting = Selectable<WaitingTable>

export interface WordsTable {
  word: string
}

export type Words = Selectable<WordsTable>

export interface WorkCalendarsTable {
  calendar: string
  workingDays: Generated<number[]>
  knownTo: Generated<number>
}

export type WorkCalendars = Selectable<WorkCalendarsTable>

export interface WorkItemsTable {
  id: GeneratedAlways<number>
  groupId: number
  year: number
  what: string
  entityId: number | null
  dueOn: Day | null
  status: 'planned' | 'under way' | 'done' | 'dropped'
  removed: Generated<boolean>
  addedBy: number
  addedAt: Date
}

export type WorkItems = Selectable<WorkItemsTable>

export interface WorkingGroupsTable {
  id: GeneratedAlways<number>
  number: number
  acronym: string
  name: string
  pillar: 'I' | 'II' | 'III' | 'IV' | null
  objective: Generated<string>
  openToAll: Generated<boolean>
  aliases: Generated<string[]>
  retired: Day | null
  quorum: number | null
  subjects: Generated<string[]>
  search: GeneratedAlways<string | null>
  topics: GeneratedAlways<string | null>
  handles: GeneratedAlways<string[] | null>
  rhythm: Generated<'monthly' | 'bi-monthly' | 'quarterly' | 'half-yearly' | 'yearly' | 'none'>
  comparedAcronym: GeneratedAlways<string>
  comparedName: GeneratedAlways<string>
  comparedAliases: GeneratedAlways<string[]>
}

export type WorkingGroups = Selectable<WorkingGroupsTable>

export interface Database {
  actionItems: ActionItemsTable
  agendaItems: AgendaItemsTable
  audit: AuditTable
  busyAddresses: BusyAddressesTable
  busyTimes: BusyTimesTable
  calendarFeeds: CalendarFeedsTable
  calendarLetters: CalendarLettersTable
  calendarSwitches: CalendarSwitchesTable
  calledFirst: CalledFirstTable
  clearingEntities: ClearingEntitiesTable
  clearingGroups: ClearingGroupsTable
  directoryChanges: DirectoryChangesTable
  directoryImports: DirectoryImportsTable
  directoryReports: DirectoryReportsTable
  disclosures: DisclosuresTable
  entities: EntitiesTable
  entityParts: EntityPartsTable
  figures: FiguresTable
  formerNames: FormerNamesTable
  groupMentions: GroupMentionsTable
  groupPauses: GroupPausesTable
  handovers: HandoversTable
  holidays: HolidaysTable
  identities: IdentitiesTable
  importHeadings: ImportHeadingsTable
  invitations: InvitationsTable
  kept: KeptTable
  lastChanges: LastChangesTable
  libraryItems: LibraryItemsTable
  linkAttempts: LinkAttemptsTable
  linkChecks: LinkChecksTable
  linkCodes: LinkCodesTable
  linkRequests: LinkRequestsTable
  meetingChanges: MeetingChangesTable
  meetingGuests: MeetingGuestsTable
  meetingNotes: MeetingNotesTable
  meetingSeries: MeetingSeriesTable
  meetings: MeetingsTable
  messageSources: MessageSourcesTable
  nameWords: NameWordsTable
  newsletterCalls: NewsletterCallsTable
  newsletterEditions: NewsletterEditionsTable
  newsletterFiles: NewsletterFilesTable
  newsletterNotes: NewsletterNotesTable
  newsletterNudges: NewsletterNudgesTable
  newsletterOmissions: NewsletterOmissionsTable
  newsletterOrders: NewsletterOrdersTable
  newsletterPasses: NewsletterPassesTable
  newsletterPlan: NewsletterPlanTable
  newsletterPreviews: NewsletterPreviewsTable
  newsletterSubscribers: NewsletterSubscribersTable
  newsletterUncalled: NewsletterUncalledTable
  newsletters: NewslettersTable
  nominations: NominationsTable
  notices: NoticesTable
  objections: ObjectionsTable
  otherAddresses: OtherAddressesTable
  paceTurns: PaceTurnsTable
  people: PeopleTable
  personAway: PersonAwayTable
  personHours: PersonHoursTable
  pollSlots: PollSlotsTable
  pollVotes: PollVotesTable
  polls: PollsTable
  posts: PostsTable
  projects: ProjectsTable
  receipts: ReceiptsTable
  rechecks: RechecksTable
  recommendations: RecommendationsTable
  recordChanges: RecordChangesTable
  reminderSettings: ReminderSettingsTable
  reminders: RemindersTable
  reportParts: ReportPartsTable
  reportYears: ReportYearsTable
  resolutions: ResolutionsTable
  roles: RolesTable
  rooms: RoomsTable
  ruleSettings: RuleSettingsTable
  searchNames: SearchNamesTable
  seats: SeatsTable
  sectionModels: SectionModelsTable
  sent: SentTable
  silenceProcedures: SilenceProceduresTable
  snoozes: SnoozesTable
  speakers: SpeakersTable
  termVersions: TermVersionsTable
  unlinked: UnlinkedTable
  unsubscribed: UnsubscribedTable
  updateClearances: UpdateClearancesTable
  updateSources: UpdateSourcesTable
  updateVersions: UpdateVersionsTable
  updates: UpdatesTable
  waiting: WaitingTable
  words: WordsTable
  workCalendars: WorkCalendarsTable
  workItems: WorkItemsTable
  workingGroups: WorkingGroupsTable
}
