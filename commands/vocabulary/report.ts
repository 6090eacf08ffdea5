/** In which words people ask for each action of reports; the words of a phrase are joined by `_`. */
export const report: Readonly<Record<string, string>> = {
  figures:
    'figures in_figures key_figures figure numbers key_numbers the_numbers in_the_numbers in_numbers statistics statistics_for stats how_many how_many_entities_and in_total total totals indicators facts_and_figures fact_sheet data_points at_a_glance changed_in_the_numbers stats_on some_stats on_the_compact number_of_entities number_of_groups number_of_members',
  meetings:
    'meetings_held how_many_meetings how_many_sessions how_many_calls how_often how_often_did did_the_groups_meet meetings_did_we_have number_of_meetings meetings_per_group number_of_meetings_per_group per_group met counted count_of_meetings statistics meeting_statistics meetings_statistics meetings_by_group meetings_of_the_year',
  progress:
    'progress progress_of achieved achieve achievements achievements_of accomplished accomplish accomplishments done what_has_it_done what_did_the_group did_the_group_accomplish what_our_group_did our_group_did group_did so_far group_report activities_of summary_of_what track_record results_of_the_group been_up_to what_did_do been_up has_been_up_to up_to has_been_achieved',
  evidence:
    'evidence evidence_for annual_report for_the_annual_report material_for material_for_the_annual_report material_for_the_yearly_report facts facts_for facts_for_the_annual_report facts_for_the_yearly_report by_group have_for_the_annual_report input_for_the_annual_report proof_of_work substantiate',
  record:
    'record record_a_figure record_the_value figure value value_of_the_indicator new_value new_value_for indicator number_of_trainings as_of_today as_of enter_the_figure set_the_figure number_of',
  remove:
    'remove delete value delete_the_value delete_the_figure remove_the_value remove_the_figure figure figure_for the_figure_for_is_wrong wrong_figure wrong_value is_wrong take_out take_out_the_number take_the_number',
  plan: 'workplan our_workplan work_plan work_plan_of work_programme work_program planned planned_activities activities_planned plan plans plan_for does_our_group_plan does_the_group_plan intends intend intend_to_do programme_of_work program_of_work roadmap road_map for_next_year priorities_for_next_year',
  submit:
    'submit submit_for submit_for_the submit_the_report submit_our_report report our_report_on report_on_challenges chapter chapter_on heading challenges under_challenges under_achievements under_priorities achievements priorities hand_in hand_in_the_chapter turn_in contribution_to_report text_for_the_annual_report our_text groups_text our_groups_text here_is_our_groups_text here_is_our_text for_the_annual_report annual_report',
  show: 'report progress_report group_written has_our_group_written written_for_the_annual_report written chapter our_chapter our_chapter_so_far annual_report text the_text handed_in our_report our_groups_report earlier_versions earlier_versions_of versions what_we_submitted challenges',
  status:
    'annual_report annual_report_status report_status handed_in have_handed_in have_handed_in_their_report which_groups_have_handed_in submitted submitted_their texts their_texts sent_their_texts missing_texts when_are_the_texts texts_due texts_for_the_annual_report late_with late_with_the_annual_report late_with_the_report chapters their_chapters delivered_their delivered have_delivered who_has_submitted outstanding_reports missing_for_the_annual_report missing_for_the_yearly_report missing missing_reports their_report reports yearly_report due all_chairs reports_late wgs_are_late are_late late',
  draft:
    'annual_report yearly_report the_yearly_report draft draft_report draft_of_the_annual_report current_draft draft_annual_report annual_report_look annual_report_looks annual_report_so_far look_so_far annual_report_as_it_stands see_the_yearly_report see_the_annual_report',
  export:
    'annual_report yearly_report export word docx as_word in_docx word_file file file_of file_of_our as_a_file download download_the_annual_report download_the_report report_as_word report_in_docx our_groups_report',
  undo: 'undo undo_the_change change_in_the_work_plan change_of_the_work_plan in_the_work_plan work_plan workplan take_back take_back_what_we_submitted what_we_submitted heading heading_text text_as_it_was as_it_was as_it_was_before before revert challenges',
}

/** What people call the actions behind the name of the feature. */
export const reportVerbs: Readonly<Record<string, string>> = {
  figures: 'numbers statistics count',
  progress: 'overview',
  status: 'check missing verify list find search',
  show: 'view open display get read',
  submit: 'add new create write send post edit change update correct save amend hand_in replace',
  plan: 'workplan work_plan objectives schedule',
  draft: 'compose prepare preview start',
  export: 'download print publish share forward',
  remove: 'delete drop withdraw cancel clear hide',
  undo: 'revert reset restore roll_back undelete reopen',
  '/newsletter nudge': 'remind chase nudge',
}
