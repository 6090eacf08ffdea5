/** The updates of an issue in the order in which they are listed, so that none of another issue is looked at. */
export const updatesOfIssues = `
create index updates_of_newsletter on updates (newsletter_id, posted_at desc, id desc);
drop index updates_newsletter;
`
