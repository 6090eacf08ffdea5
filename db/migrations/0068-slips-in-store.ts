/**
 * A typed name is compared with those but for one key of it in the store alone: what a search sends is the name, and
 * nothing is worked out before a search has found nothing else.
 */
export const slipsInStore = `
drop function people_slipped(text[], text[]);
drop index words_slips;
drop function slip_keys(text);

-- A word, and it without each of its letters in turn: of two words one key apart both have one of these.
create function but_one(word text) returns text[] language sql immutable strict parallel safe as $$
  select array[word] || case when length(word) between 3 and 17 then array(
    select overlay(word placing '' from place for 1) from generate_series(1, length(word)) place) else '{}' end
$$;
create index words_but_one on words using gin (but_one(word));

-- Whether a typed word is another but for one key: two letters swapped, one left out, one too many or one wrong. Shorter
-- words are too near to too many others; one of three letters only has its letters swapped.
create function is_slip(typed text, word text) returns boolean language plpgsql immutable strict parallel safe as $$
declare
  place int := 1;
begin
  if length(typed) not between 3 and 16 then
    return false;
  end if;
  while place <= length(typed) and substr(typed, place, 1) = substr(word, place, 1) loop
    place := place + 1;
  end loop;
  return substr(typed, place, 2) = reverse(substr(word, place, 2)) and substr(typed, place + 2) = substr(word, place + 2)
    or length(typed) > 3 and (substr(typed, place + 1) = substr(word, place + 1)
      or substr(typed, place + 1) = substr(word, place) or substr(typed, place) = substr(word, place + 1));
end $$;

-- The people in whose name all the words stand, each but for one key. What is looked for last costs nothing where it is
-- not reached.
create function people_slipped(sought text[]) returns setof int language plpgsql stable parallel safe rows 10 as $$
declare
  others text[];
  meant text[] := '{}';
  places int[] := '{}';
begin
  for place in 1 .. cardinality(sought) loop
    others := array(
      select w.word from words w where but_one(w.word) && but_one(sought[place]) and is_slip(sought[place], w.word));
    meant := meant || sought[place] || others;
    places := places || array_fill(place, array[cardinality(others) + 1]);
  end loop;
  return query
    select n.person_id from unnest(meant, places) m (word, place) join name_words n on n.word = m.word collate "C"
    group by n.person_id having count(distinct m.place) = cardinality(sought);
end $$;
`
