/** The series of which another one is the rest, moved: calendars know the meetings of both by one identifier. */
export const seriesRoots = `
alter table meeting_series add column root_id int references meeting_series;
`
