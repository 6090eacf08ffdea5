/** Notices that are not worth saying however late. */
export const uselessAfter = `
-- From then on it is not said any more; null where it is worth saying however late.
alter table notices add column useless_after timestamptz;
`
