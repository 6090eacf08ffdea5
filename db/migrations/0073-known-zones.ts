/** Asks for one zone; the list of all that the server knows is read from some six hundred files. */
export const knownZones = `
create function known_zone(text) returns boolean language plpgsql stable strict as $$
begin
  perform now() at time zone $1;
  return true;
exception when invalid_parameter_value then
  return false;
end $$;
`
