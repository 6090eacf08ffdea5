import { before, type Columns } from './columns.ts'

/** As `meetingsOver`, of the newsletter, the directory and what is on record. */
export const recordsOver: Columns = {
  newsletters: {
    ...{ id: 'n', number: 'n', kind: `'bi-monthly'` },
    ...{ period_from: `date '1700-01-01' + n::int`, period_to: `date '1700-01-01' + n::int` },
    ...{ closes_at: 'at', status: `'published'`, opened_by: 'person_id', opened_at: before(30) },
  },
  newsletter_calls: {
    ...{
      newsletter_id: 'n',
      enabled: 'true',
      begins_at: before(30),
      changed_by: 'person_id',
      changed_at: before(30),
    },
  },
  newsletter_passes: {
    ...{ newsletter_id: 'n', entity_id: 'entity_id', passed_by: 'person_id', passed_at: before(1) },
  },
  newsletter_nudges: {
    ...{ newsletter_id: 'n', entity_id: 'entity_id', nudged_by: 'person_id', nudged_at: before(1) },
  },
  newsletter_uncalled: {
    ...{ newsletter_id: 'n', entity_id: 'entity_id', excluded_by: 'person_id', excluded_at: before(1) },
  },
  updates: {
    ...{ id: 'n', author_id: 'person_id', entity_id: 'entity_id', newsletter_id: 'n', status: `'accepted'` },
    ...{ version: '1', posted_at: before(2), accepted_by: 'person_id' },
  },
  update_versions: {
    ...{ update_id: 'n', version: '1', text: `'A course was held.'`, original_text: `'A course was held.'` },
    ...{ section: `'events'`, date_form: `'day'`, start_on: 'at', precision: `'day'` },
    ...{
      edited_by: 'person_id',
      edited_at: before(2),
      links: `('[{"url":"https://compact.example/' || n || '"}]')::jsonb`,
    },
  },
  update_clearances: {
    ...{ update_id: 'n', version: '1', kind: `'entity'`, cleared_by: 'person_id', cleared_at: 'at' },
  },
  message_sources: {
    ...{
      id: 'n',
      platform: `'slack'`,
      tenant: `'T1'`,
      message: 'n',
      account: `'U1'`,
      said: `'A course was held.'`,
    },
    ...{ taken_at: before(2), used: 'true' },
  },
  update_sources: { update_id: 'n', source_id: 'n', answered_at: before(2) },
  link_checks: { url: `'https://compact.example/' || n`, checked_at: 'at' },
  recommendations: {
    ...{ id: 'n', body: `'Train the staff.'`, country: `'SN'`, entity_id: 'entity_id', due_on: 'at' },
    ...{ status: `'implemented'`, added_by: 'person_id', added_at: before(60) },
  },
  work_items: {
    ...{ id: 'n', group_id: 'group_id', year: `extract(year from at)::int`, what: `'A course'` },
    ...{
      entity_id: 'entity_id',
      due_on: 'at',
      status: `'done'`,
      added_by: 'person_id',
      added_at: before(60),
    },
  },
  record_changes: {
    ...{ kind: `'work-item'`, record_id: 'n', number: '1', before: `'{}'`, after: `'{}'` },
    ...{ changed_by: 'person_id', changed_at: 'at' },
  },
  roles: {
    ...{
      id: 'n + 100000',
      group_id: 'group_id',
      role: `'vice-chair'`,
      entity_id: 'entity_id',
      person_id: 'person_id',
    },
    ...{ during: `daterange(at::date, at::date + 1)`, created_at: before(60), source: `'a letter'` },
  },
  handovers: {
    ...{
      from_person: 'person_id',
      to_person: 'person_id',
      on_day: 'at',
      zone: `'UTC'`,
      with_reminders: 'true',
    },
    ...{ asked_by: 'person_id', asked_at: before(9), done_at: 'at' },
  },
  nominations: {
    ...{
      group_id: 'group_id',
      entity_id: 'entity_id',
      seat: `'principal'`,
      person_id: 'person_id',
      from_on: 'at',
    },
    ...{ source: `'a letter'`, nominated_by: 'person_id', nominated_at: before(9), decided_by: 'person_id' },
    ...{ decided_at: before(1), outcome: `'confirmed'` },
  },
  directory_changes: {
    ...{
      kind: `'person'`,
      record_id: 'person_id',
      after: `'{}'`,
      recorded_by: 'person_id',
      recorded_at: 'at',
    },
  },
  directory_reports: {
    ...{ kind: `'person'`, record_id: 'person_id', what: `'The title is wrong.'`, reported_by: 'person_id' },
    ...{ reported_at: 'at', settled_by: 'person_id', settled_at: 'at' },
  },
  person_away: { person_id: 'person_id', first_day: `at::date - n`, last_day: `at::date - n + 1` },
  audit: {
    ...{ at: 'at', person_id: 'person_id', platform: `'slack'`, account: `'U1'`, command: `'meeting show'` },
    ...{ subject: `'meeting:' || n`, outcome: `'done'` },
  },
  disclosures: {
    person_id: 'person_id',
    viewer_id: 'person_id',
    fields: `array['email']`,
    door: `'card'`,
    at: 'at',
  },
}
