/**
 * Tells whom the settings made secretariat, so that the settings can take it back. Nobody else could be made so before
 * changes of the directory were recorded, the sample's own people aside.
 */
export const secretariatSettings = `
alter table people add column secretariat_by_settings boolean not null default false;

update people p set secretariat_by_settings = true
where is_secretariat
  and not exists (select from directory_changes c where c.kind = 'person' and c.record_id = p.id and c.after ? 'isSecretariat')
  and not exists (select from identities i where i.person_id = p.id and i.via = 'sample');
`
