/** The day before which an update must not be printed, as its author asks. */
export const embargo = `
alter table update_versions add column embargo_until date;
`
