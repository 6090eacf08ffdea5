/** What the section of each version of an update was told by, so that a store learns from its secretariat's decisions. */
export const sectionFeatures = `
alter table update_versions add column features text[] not null default '{}';
-- Lessons are read from the decided updates themselves, so that what is taken back teaches nothing.
drop table section_lessons;
`
