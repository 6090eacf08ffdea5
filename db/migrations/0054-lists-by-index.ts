/** Lists that are read again and again find their rows by an index, however long the history behind them. */
export const listsByIndex = `
create index notices_of_silence on notices (subject) where kind = 'silence';
create index updates_proposed on updates (posted_at, id) where status = 'proposed';
create index action_items_done on action_items (closed_at desc, id desc) where status = 'done';
create index action_items_owner on action_items (owner_person) where owner_person is not null;
create index roles_recorded on roles (created_at desc) where created_by is not null;
`
