import { before, body, type Columns } from './columns.ts'

/** What is over of meetings and of what is said: the columns of each table, for the record `n` of the past. */
export const meetingsOver: Columns = {
  meetings: {
    ...{
      id: 'n',
      group_id: 'group_id',
      title: `'Meeting ' || n`,
      starts_at: 'at',
      minutes: '60',
      zone: `'UTC'`,
    },
    kind: `case n % 3 when 0 then 'in-focus' else 'regular' end`,
    status: `case n % 10 when 9 then 'cancelled' else 'held' end`,
    summary: `case n % 10 when 9 then null else 'It went well.' end`,
    held_at: `case n % 10 when 9 then null else at + interval '1 hour' end`,
    ...{ organizer_id: 'person_id', created_at: before(20), changed_at: 'at' },
  },
  invitations: {
    ...{ meeting_id: 'n', person_id: 'person_id', '"as"': `'member'` },
    ...{
      response: `case n % 2 when 0 then 'yes' end`,
      responded_at: `case n % 2 when 0 then ${before(3)} end`,
    },
  },
  calendar_letters: {
    ...{ meeting_id: 'n', email: `'somebody' || n % 50 || '@compact.example'`, sequence: '0' },
    ...{ method: `'REQUEST'`, sent_at: before(19) },
  },
  meeting_changes: {
    ...{
      meeting_id: 'n',
      person_id: 'person_id',
      what: `'{"kind":"held"}'`,
      changed_at: 'at',
      internal: 'false',
    },
  },
  meeting_notes: {
    ...{
      meeting_id: 'n',
      body: `'A note.'`,
      audience: `'internal'`,
      written_by: 'person_id',
      written_at: 'at',
    },
  },
  meeting_series: {
    ...{ group_id: 'group_id', title: `'Series ' || n`, kind: `'regular'`, minutes: '60' },
    ...{ organizer_id: 'person_id', rule: `'FREQ=MONTHLY'`, said: `'monthly'`, first_day: before(90) },
    ...{ wall_hour: '10', wall_minute: '0', zone: `'UTC'`, until_day: 'at', made_until: 'at' },
    ...{ ended_from: 'at', created_at: before(90) },
  },
  agenda_items: {
    ...{ meeting_id: 'n', position: '1', title: `'Opening'`, minutes: '5', added_by: 'person_id' },
    ...{ added_at: before(9), begun_at: 'at', ended_at: `at + interval '5 minutes'` },
  },
  action_items: {
    ...{ id: 'n', meeting_id: 'n', what: `'Write to the members.'`, owner_person: 'person_id', due_on: 'at' },
    ...{ status: `'done'`, created_by: 'person_id', created_at: before(9), changed_at: 'at' },
    ...{ closed_by: 'person_id', closed_at: 'at' },
  },
  resolutions: {
    ...{
      id: 'n',
      meeting_id: 'n',
      body: `'It is so resolved.'`,
      status: `'adopted'`,
      proposed_by: 'person_id',
    },
    ...{ proposed_at: 'at', decided_by: 'person_id', decided_at: 'at' },
  },
  speakers: { meeting_id: 'n', person_id: 'person_id', raised_at: 'at', called_at: 'at' },
  polls: {
    ...{ id: 'n', group_id: 'group_id', title: `'When'`, minutes: '60', zone: `'UTC'`, closes_at: 'at' },
    status: `case n % 3 when 0 then 'closed' else 'settled' end`,
    ...{ meeting_id: `case n % 3 when 0 then null else n end`, opened_by: 'person_id', opened_at: before(9) },
  },
  poll_slots: { poll_id: 'n', number: '1', starts_at: 'at' },
  poll_votes: {
    ...{ poll_id: 'n', number: '1', person_id: 'person_id', vote: `'yes'`, voted_at: before(1) },
  },
  silence_procedures: {
    ...{
      id: 'n',
      group_id: 'group_id',
      body: `'A text.'`,
      closes_at: 'at',
      zone: `'UTC'`,
      status: `'adopted'`,
    },
    ...{ opened_by: 'person_id', opened_at: before(9), decided_at: 'at' },
  },
  reminders: {
    ...{ id: 'n', person_id: 'person_id', text: `'Call Geneva.'`, at: 'at', zone: `'UTC'` },
    ...{ status: `case n % 5 when 0 then 'cancelled' else 'sent' end`, created_at: before(2) },
    group_id: `case n % 3 when 0 then group_id end`,
  },
  snoozes: {
    ...{ notice_id: 'n', person_id: 'person_id', until: 'at', status: `'sent'`, created_at: before(1) },
  },
  notices: {
    ...{
      id: 'n',
      key: `'meeting:' || n || ':1d:' || n`,
      person_id: `case n % 20 when 0 then null else person_id end`,
    },
    ...{ platform: `'terminal'`, tenant: `'local'`, channel: `case n % 20 when 0 then 'room' end` },
    kind: `case n % 4 when 0 then 'invitation' else 'reminder' end`,
    rule: `(array[null, 'meeting', 'action', 'newsletter-reminder'])[n % 4 + 1]`,
    subject: `(array['meeting:', 'meeting:', 'action:', 'newsletter:'])[n % 4 + 1] || n`,
    ...{ body, queued_at: 'at', created_at: 'at', sent_at: 'at', claim: `'c' || n` },
    state: `case when n % 50 = 7 then 'dead' when n % 50 = 8 then 'ambiguous' else 'sent' end`,
    fault: `case when n % 50 in (7, 8) then 'it was said too late' end`,
    reported_at: `case when n % 50 = 8 then at end`,
    posted: `case when n % 2 = 1 then jsonb_build_object('platform', 'terminal', 'tenant', 'local', 'message', 'n' || n) end`,
    settled: `case when n % 2 = 1 then jsonb_build_object('word', 'Done', 'by', null, 'at', at) end`,
  },
}
