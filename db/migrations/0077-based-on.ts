/**
 * The version from which an editor went out: the one in force then, which is not the one before where a change had been
 * taken back. Null of the first version, and of those from before this was kept.
 */
export const basedOn = `
alter table update_versions add column based_on int;
`
