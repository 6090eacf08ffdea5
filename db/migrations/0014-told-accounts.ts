/** Notices for one account of a person, and link codes whose digits are only made when their letter is sent. */
export const toldAccounts = `
-- The one account of the person that is told, in platform and tenant; null for whichever can be reached.
alter table notices add column account text;

alter table link_codes alter column code_hash drop not null;
`
