/**
 * How a name sounds, whatever its script: the same few consonants for Лорен, Lauren and لورين. Names that a role is held
 * under are among the words.
 */
export const sounds = `
create function sounds(word text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(regexp_replace(translate(
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
      word, '^(?:ال|al-|el-)(?=..)', ''),
      'дж|t?sch|t?sh|tch|ch|zh|t[sz]|cz|c(?=[eiy])', 's', 'g'),
      'kh|(?<=[aeiou])gh$', '', 'g'), 'ph', 'f', 'g'), 'x', 'ks', 'g'), 'qu', 'k', 'g'),
    'bcdfgjklmnpqrstvz' || 'бвгґджзклмнпрстфцчшщ' || 'بپتثجچدذرزژسشصضطظغفقكکگلمن',
    'bkdfksklmnbkrstfs' || 'bfkkdssklmnbrstfssss' || 'bbttssddrsssssdtskfkkkklmn'),
    '[^bdfklmnrst]', '', 'g'), '(.)\\1+', '\\1', 'g')
$$;
create index words_sounds on words (sounds(word));

create function keep_holder_words() returns trigger language plpgsql as $$
begin
  insert into words
  select distinct word from written, regexp_split_to_table(fold(holder), '[[:space:][:punct:]$+<=>^|~]+') word
  where holder is not null and length(word) between 3 and 60 order by word
  on conflict do nothing;
  return null;
end $$;
create trigger roles_added after insert on roles
  referencing new table as written for each statement execute function keep_holder_words();
create trigger roles_changed after update on roles
  referencing new table as written for each statement execute function keep_holder_words();
insert into words
select distinct word from roles, regexp_split_to_table(fold(holder), '[[:space:][:punct:]$+<=>^|~]+') word
where holder is not null and length(word) between 3 and 60 order by word
on conflict do nothing;
`
