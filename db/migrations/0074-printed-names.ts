/**
 * “Compact” is no longer in the names that every newsletter prints. A store that is in use prints what it did: a title
 * or label that it set itself stays, the others are set to what they were.
 */
export const printedNames = `
insert into newsletter_plan (content, changed_by, changed_at)
select '{}', p.id, now() from people p
where p.is_secretariat and exists (select from newsletters)
order by p.id limit 1
on conflict (id) do nothing;

update newsletter_plan set content = content || jsonb_build_object(
  'titles', '{"wg-meetings": "Compact working group meetings"}' || coalesce(content -> 'titles', '{}'),
  'figures', case
    when content @? '$.figures[*] ? (@.key == "entities")' then (
      select jsonb_agg(case
        when f ->> 'key' = 'entities' and f ->> 'label' is null then f || '{"label": "Compact entities"}'
        else f end order by nth)
      from jsonb_array_elements(content -> 'figures') with ordinality as listed (f, nth))
    else '[{"key": "entities", "label": "Compact entities", "hidden": false}]' || coalesce(content -> 'figures', '[]')
  end);
`
