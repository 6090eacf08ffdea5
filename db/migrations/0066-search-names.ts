const columns =
  'kind, id, label, handle, search, subjects, topics, detail, exact, whole, handles, known, present'

const overwritten = columns
  .split(', ')
  .slice(2)
  .map((column) => `${column} = excluded.${column}`)
  .join(', ')

/** Enters the records of a query, or writes over what was entered. */
function entered(query: string): string {
  return `insert into search_names (${columns}) ${query} on conflict (id, kind) do update set ${overwritten}`
}

function entitiesIn(table: string): string {
  return entered(`select 'entity', e.id, e.acronym, e.acronym, e.search, null, null, nullif(e.name, e.acronym),
    fold(e.acronym), fold(e.name), e.handles,
    json_build_object('acronym', e.acronym, 'name', e.name, 'alias', e.aliases, 'part', e.part_names),
    daterange(e.joined, e.retired) from ${table} e`)
}

function groupsIn(table: string): string {
  return entered(`select 'group', g.id, g.acronym, g.acronym, g.search, fold(joined_names(g.subjects)), g.topics, g.name,
    fold(g.acronym), fold(g.name), g.handles,
    json_build_object('acronym', g.acronym, 'name', g.name, 'alias', g.aliases, 'subject', g.subjects,
      'objective', g.objective), daterange(null, null) from ${table} g`)
}

/** Those of whom a condition is true. */
function holdersWhere(condition: string): string {
  return entered(`select 'holder', r.id, r.holder, e.acronym, fold(r.holder), null, null,
    r.role || ' of ' || g.acronym || ' for ' || e.acronym, '', fold(r.holder), '{}',
    json_build_object('name', r.holder), r.during
    from roles r join entities e on e.id = r.entity_id join working_groups g on g.id = r.group_id
    where r.holder is not null and r.person_id is null and ${condition}`)
}

function kept(name: string, work: string): string {
  return `create function ${name}() returns trigger language plpgsql as $$ begin ${work}; return null; end $$;`
}

function afterwards(table: string, name: string): string {
  return ['insert', 'update']
    .map(
      (event) => `create trigger ${table}_named_on_${event} after ${event} on ${table}
        referencing new table as written for each statement execute function ${name}();`,
    )
    .join('\n')
}

/**
 * What is found by name beside people, in one table with one index; and the people who bear a typed name, each word
 * but for one key.
 */
export const searchNames = `
create table search_names (
  -- A holder is a name that a role is held under, without a record of its own.
  kind text not null check (kind in ('entity', 'group', 'holder')),
  id int not null,
  label text not null,
  -- What to type to name it.
  handle text not null,
  -- Folded, as all that is compared.
  search text not null,
  subjects text,
  topics text,
  detail text,
  exact text not null,
  whole text not null,
  handles text[] not null,
  known json not null,
  -- On which days it is in the directory.
  present daterange not null,
  -- Whatever holds a word holds it here, too.
  sought text not null generated always as (search || coalesce(' ' || topics, '')) stored,
  primary key (id, kind)
);
create index search_names_sought on search_names using gin (sought gin_trgm_ops);
create index search_names_handles on search_names using gin (handles);

${kept(
  'keep_entity_names',
  `${entitiesIn('written')};
  ${holdersWhere('r.entity_id in (select id from written)')}`,
)}
${kept(
  'keep_group_names',
  `${groupsIn('written')};
  ${holdersWhere('r.group_id in (select id from written)')}`,
)}
${kept(
  'keep_holder_names',
  `delete from search_names n using written w
    where n.kind = 'holder' and n.id = w.id and (w.holder is null or w.person_id is not null);
  ${holdersWhere('r.id in (select id from written where holder is not null)')}`,
)}
${kept('drop_name', 'delete from search_names where kind = tg_argv[0] and id = old.id')}
${afterwards('entities', 'keep_entity_names')}
${afterwards('working_groups', 'keep_group_names')}
${afterwards('roles', 'keep_holder_names')}
create trigger entities_unnamed after delete on entities for each row execute function drop_name('entity');
create trigger working_groups_unnamed after delete on working_groups for each row execute function drop_name('group');
create trigger roles_unnamed after delete on roles for each row
  when (old.holder is not null) execute function drop_name('holder');
${entitiesIn('entities')};
${groupsIn('working_groups')};
${holdersWhere('true')};

-- The word itself, and with each letter in turn unknown: what it shares with any other that is one key away.
create function slip_keys(word text) returns text[] language sql immutable strict parallel safe as $$
  select array['=' || word] || case when length(word) between 4 and 17 then array(
    select overlay(word placing '_' from place) from generate_series(1, length(word)) place) else '{}' end
$$;
create index words_slips on words using gin (slip_keys(word));

-- The people in whose name all the words stand, each but for one key: for each word the keys that it shares with those
-- beside it, parted by blanks. What is looked for last costs nothing where it is not reached.
create function people_slipped(sought text[], keys text[]) returns setof int language plpgsql stable parallel safe rows 10 as $$
declare
  others text[];
  meant text[] := '{}';
  places int[] := '{}';
begin
  for place in 1 .. cardinality(sought) loop
    others := array(select w.word from words w where slip_keys(w.word) && string_to_array(keys[place], ' '));
    meant := meant || sought[place] || others;
    places := places || array_fill(place, array[cardinality(others) + 1]);
  end loop;
  return query
    select n.person_id from unnest(meant, places) m (word, place) join name_words n on n.word = m.word collate "C"
    group by n.person_id having count(distinct m.place) = cardinality(sought);
end $$;
`
