/** The words of people's names in order, for what is offered after the first letters: no trigram is rare enough there. */
export const nameBeginnings = `
create table name_words (
  word text collate "C" not null,
  person_id int not null references people on delete cascade,
  primary key (word, person_id)
);
create index name_words_person on name_words (person_id);

create function words_of_name(text) returns setof text language sql immutable strict parallel safe as $$
  select distinct word from regexp_split_to_table(
    fold($1 || case when inner_names($1) = $1 then '' else ' ' || inner_names($1) end),
    '[[:space:][:punct:]$+<=>^|~]+') word where length(word) between 1 and 60
$$;

create function enter_name_words() returns trigger language plpgsql as $$
begin
  insert into name_words (word, person_id)
  select word, n.id from entered n, words_of_name(n.name) word where n.retired_on is null order by word;
  return null;
end $$;
create trigger people_named after insert on people referencing new table as entered
  for each statement execute function enter_name_words();

create function change_name_words() returns trigger language plpgsql as $$
begin
  delete from name_words where person_id = new.id;
  if new.retired_on is null then
    insert into name_words (word, person_id) select word, new.id from words_of_name(new.name) word;
  end if;
  return null;
end $$;
create trigger people_renamed after update of name, retired_on on people
  for each row when (old.name is distinct from new.name or old.retired_on is distinct from new.retired_on)
  execute function change_name_words();

insert into name_words (word, person_id)
select word, p.id from people p, words_of_name(p.name) word where p.retired_on is null order by word;
`
