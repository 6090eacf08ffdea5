/** Who left within some days is found by the last day, however long the history of roles. */
export const lastDays = `
create index roles_last_day on roles (upper(during)) where not upper_inf(during);
create index entities_last_day on entities (retired) where retired is not null;
create index people_last_day on people (retired_on) where retired_on is not null;
`
