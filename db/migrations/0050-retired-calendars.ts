/** Whoever is retired or merged away is at no more meetings: the address of their calendar goes, and its times with it. */
export const retiredCalendars = `
create function forget_calendar() returns trigger language plpgsql as $$
begin
  delete from busy_addresses where person_id = new.id;
  return null;
end $$;
create trigger people_forget_calendar after update of retired_on on people
  for each row when (old.retired_on is null and new.retired_on is not null)
  execute function forget_calendar();
delete from busy_addresses b using people p where p.id = b.person_id and p.retired_on is not null;
`
