/** Whether the joint calendar has a page for everybody. */
export const publicCalendar = `
-- Each time that the page was switched; the last one holds, and before the first there is none.
create table calendar_switches (
  id int generated always as identity primary key,
  is_public boolean not null,
  set_by int not null references people,
  set_at timestamptz not null
);
`
