/** What a process that died had in hand is looked for, and told of where it cannot be found. */
export const doubts = `
-- Since when it may stand on the platform without our knowing: the process that said it ended before recording that.
alter table notices add column doubt_since timestamptz;
-- When the secretariat was told that it may not have arrived.
alter table notices add column reported_at timestamptz;
update notices set reported_at = now() where state = 'ambiguous';

create index notices_in_hand on notices (sent_at) where state = 'sending';
create index notices_unreported on notices (id) where state = 'ambiguous' and reported_at is null;
`
