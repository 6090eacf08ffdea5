/** An action that was removed keeps its number, so that its undo brings back the very same. */
export const removedActions = `
alter table action_items drop constraint action_items_status_check;
alter table action_items add constraint action_items_status_check check (status in ('open', 'done', 'removed'));
`
