/** In which words people ask for each action of newsletters; the words of a phrase are joined by `_`. */
export const newsletter: Readonly<Record<string, string>> = {
  open: 'open open_issue open_the_issue open_an_issue open_the_next issue new_issue begin_a_new_issue a_new_issue start_issue start_the_issue start_an_issue start_a_new_issue start begin begin_collecting start_collecting collecting collection collect kick_off launch launch_the_call launch_the_issue launch_the_newsletter call_for_contributions call_for_input newsletter annual_issue set_up_the_issue set_up_the_annual_issue first_quarter next_newsletter',
  status:
    'newsletter issue bulletin deadline the_deadline deadline_for cut-off cutoff cut_off closes closing closing_date when_does_the_issue_close issue_close due_date due by_when till_when until_when last_day missing still_missing what_is_missing whats_missing outstanding sent_in sent_anything hasnt_sent hasnt_sent_anything not_sent have_contributed has_contributed contributed who_has_contributed contributed_so_far contributions submissions how_far how_is_it_coming coming_along how_is_coming_along progress days_left days_do_we_have_left have_left left_to_submit time_left bits their_bits send_their_bits input your_input need_our_input can_i_send_something can_i_submit status state_of_play state_of_the_issue state_of_the_newsletter next_issue upcoming_issue contribute so_far how_much_time time_is_left too_late too_late_to_contribute still_has_to_send still_have_to_send has_to_send send_something  my_deadline be_out newsletter_be_out come_out_next' +
    'need_our_texts our_texts entities_have_contributed who_hasnt_sent missing_for_the_next closing_date_of when_is_the_deadline submit be_in contributions_be_in still_to_report are_still_to_report yet_to_report for_the_next_newsletter have_for_the_next missing_for_the_next_issue text texts late late_with_their_contribution late_with come_in has_come_in much_has_come_in come_in_for_the_newsletter not_contributed has_not_contributed who_has_not_contributed contributed_yet',
  pass: 'pass we_pass nothing_to_report nothing_worth_reporting worth_reporting anything_worth_reporting nothing_from nothing_from_us we_have_nothing have_nothing nothing nothing_to_share nothing_to_add nothing_to_contribute no_news has_no_news no_update_from no_updates_from no_input no_input_from nothing_this_time nothing_this_quarter nothing_this_month no_contribution no_contribution_from nothing_new skip skip_us skip_us_this count_us_out_this we_skip blank nil nil_return not_contribute did_nothing we_did_nothing nothing_on_our_side nothing_from_our_side dont_have_anything not_have_anything anything_to_contribute anything_to_report have_no_news no_contributions will_not_contribute wont_contribute nothing_new_at nothing_at have_no_updates no_updates no_activities no_activity nothing_happened',
  triage:
    'triage waiting_for_me waiting_for_my_decision waiting_for_decision undecided to_decide have_to_decide still_have_to_decide next_one_to_decide review to_review items_to_review need_review unreviewed not_reviewed inbox in_my_inbox for_approval awaiting_approval awaiting_my_decision my_decision queue go_through lets_go_through what_came_in unread untreated unprocessed not_dealt_with have_i_not_dealt dealt_with updates contributions waiting decide decide_on pending screen vet sift need_to_approve i_need_to_approve do_i_need_to_approve go_over have_to_go_over approve waiting_for_my_approval for_my_approval',
  draft:
    'draft the_draft draft_issue draft_newsletter read_the_draft the_draft_of newsletter issue so_far looks_like look_like look_like_so_far does_it_look does_the_newsletter_look does_the_issue_look how_does_it_look at_the_moment as_it_stands proof show_the_proof galley unpublished unpublished_issue not_yet_published work_in_progress in_the_making preliminary preliminary_version provisional in_the_newsletter_so_far whats_in_the_newsletter',
  preview:
    'preview preview_link link_to_draft link_to_the_draft make_a_link private_link private_page private page secret_link share_the_draft share_the_issue show_draft_to show_the_draft show_the_draft_to draft_to_my_director outside outsider colleague_outside web_page draft_as_a_page read_only for_a_day',
  order:
    'order order_of_the_items order_of_items change_the_order rearrange come_first should_come_first comes_first first_place on_top on_top_of on_top_of_the_section top_of_the_section at_the_top leads_the_section lead_item lead_story top_story leads items section prominent',
  keep: 'keep keep_for_the_annual annual annual_issue annual_edition the_annual_edition years_review year_in_review review_of_the_year yearly_issue yearly_edition select select_the_best choose pick pick_the_best best_items highlights highlights_of_the_year leave_out leave_out_of_the_annual',
  note: 'introduction intro introductory introductory_line foreword preface editorial opening_words opening_lines opening_paragraph write_a_foreword write_an_introduction add_an_editorial lead-in leadin message_from_the_secretariat text_above above note welcome_words',
  read: 'newsletter newsletters issue bulletin last_issue latest_issue the_last_newsletter last_newsletter last_one_published latest_newsletter previous_issue previous_newsletter previous_edition past_issues past_issue old_issues back_issues back_issue earlier_issues archive most_recent_edition most_recent_issue most_recent edition read read_the_issue id_like_to_read like_to_read published printed was_published is_out what_was_in issue_of newsletter_of bulletin_of publication_of_the_newsletter appeared come_out already_out when_was_the_last_issue say september_issue last_edition newsletter_from issue_from bulletin_from edition_from when_was_the_last_one',
  export:
    'newsletter export export_the_issue word word_file word_version as_a_word as_a_word_file in_word edit_in_word pdf as_pdf in_pdf docx as_docx eml json html the_html file as_a_file version version_of_the_newsletter download download_the_issue markdown copy send_me_the_html print_version soft_copy issue newsletter_pdf issue_in_pdf the_issue_in_pdf newsletter_as',
  mend: 'mend mend_the_issue full_stops full_stops_in_all style style_of_issue style_of_the_issue house_style tidy tidy_up tidy_issue tidy_the_issue tidy_up_the_issue whole_issue the_whole_issue across_the_issue in_all_items in_all_updates correct_names names_of_countries country_names names_of_states clean_up clean_up_the_issue consistent_style uniform copy-edit all_updates_of_the_issue',
  call: 'have_we_called chased chase chased_already contacted were_contacted contacted_for have_we_contacted asked_for_contributions have_we_asked who_have_we_asked written_to did_you_write_to whom_did_you_write_to whom_did_we call_for_input the_call_for_input call_for_contributions our_call answered_our_call not_answered_the_call hasnt_answered add_a_line add_a_line_to dont_bother dont_chase dont_call dont_contact exclude from_calls with_calls hold_calls requests_sent solicited who_did_we_ask whom_did_we_ask contributions',
  nudge:
    'nudge nudge_them chase chase_up chase_for remind_entities remind_those remind_the_entities remind_them those_who_havent_sent those_who_havent havent_sent_anything poke push prod press ask_again ask_what_they_have what_they_have what_have_they gentle_reminder a_gentle_reminder send_a_gentle_reminder reminder_for_contributions their_input solicit contributions contribute urge waiting_for_their we_are_waiting_for their_text their_texts tell_them_we press_them get_them_to remind remind_to_send to_send_its_text its_text send_its_text what_they_have_for its_contribution for_its_contribution ask_for_its ask_again_for send_a_reminder_to send_a_reminder reminder_to who_has_not who_has_not_posted remind_everyone',
  contact:
    'call_first ask_first ask_her_first write_first contact_for_contributions contributions_from_us need_contributions contributions contact_for_the_newsletter our_contact our_contact_for newsletter_contact contact_person calls_go_to send_calls send_calls_to send_calls_for calls_for_contributions person_for_contributions who_do_you_write_to do_you_write_to for_input our_newsletter_person',
  close:
    'close close_issue close_the_issue newsletter lock lock_the_issue stop_collecting stop_collection stop_taking_contributions stop_accepting no_more_submissions no_more_contributions no_more_updates no_more_input collection_is_over collection_is_closed end_collection end_of_collection shut issue deadline_has_passed',
  reopen:
    'reopen reopened re-open be_reopened reopen_the_issue open_again open_it_again open_the_issue_again unlock unlock_the_issue late_input late_contributions late_submissions let_them_submit_again submit_again latecomers issue newsletter',
  extend:
    'extend extend_the_deadline deadline move_the_deadline postpone_the_deadline push_the_deadline deadline_of_the_newsletter new_deadline later_deadline change_the_deadline closing_day closing_date the_closing_date_is_now new_closing_date more_time more_time_for_contributions another_week another_week_to_submit more_days to_submit give_them_another give_until give_them_until postpone_the_cut-off postpone_the_cutoff cut-off cutoff postpone closes_later stay_open_until keep_the_issue_open issue newsletter time_to_submit contributions allow allow_another another_three_days three_days days_more more_days_for another_days',
  approve:
    'approve i_approve approve_the_issue approved approval issue newsletter sign_off sign_it_off signed_off release good_to_go go_ahead has_the_go_ahead green_light green_light_for green-light ready issue_is_ready the_issue_is_ready draft_is_fine draft_issue_is_fine fine_as_it_is ready_to_publish ready_for_publication rubber-stamp clear_the_issue',
  publish:
    'publish publish_the_issue publish_the_newsletter publication send_out send_the_newsletter_out send_the_newsletter send_the_issue send_it_out out_it_goes goes_out put_out get_it_out release release_the_issue print online put_online go_public go_live mail_the_issue mail_the_newsletter mail_out mail_to_everybody distribute distribute_the_bulletin distribute_the_newsletter circulate_the_newsletter circulate_the_issue issue newsletter announce_the_issue time_to_publish can_go_out go_out out_now published',
  correct:
    'correct corrected corrected_version correction corrections corrigendum issue_a_corrigendum a_corrigendum erratum errata reissue re-issue republish error_in_the_published_issue error_in_the_issue mistake_in_the_issue in_the_published_issue published_issue printed printed_wrong got_the_name_wrong got_it_wrong mistake_in_print misprint misprinted wrong_in_the_issue wrong_in_the_newsletter amended_version there_is_an_error error published',
  coverage:
    'coverage silent silent_entities silent_for been_silent quiet been_quiet who_never never_contributes never_contribute never_sends never_reports rarely rarely_send seldom hardly_ever not_reporting not_contributing contributes contribute who_contributes_most missing_regions regions_missing regions underrepresented under-represented overrepresented gaps_in_coverage for_the_last_three_issues last_three_issues last_issues unheard absent_from_the_newsletter inactive_entities dont_contribute not_contribute which_entities_dont which_groups_rarely contributions entities',
  'subscribers list':
    'subscribers subscriber_list subscribed subscriptions mailing_list the_mailing_list mail_list recipients readers readership how_many_readers audience gets_the_newsletter get_the_newsletter gets_the_bulletin gets_the_issue receives_the_newsletter receive_the_newsletter outsiders distribution_list distribution newsletter_list newsletter by_mail circulation bcc_list',
  'subscribers add':
    'subscribe subscriber new_subscriber subscribe_him sign_up sign_up_for sign_up_for_the_newsletter mailing_list put_on_the_mailing_list on_the_mailing_list add_to_the_mailing_list to_the_mailing_list add_to_list add_to_the_list add_recipient add_reader newsletter bulletin email_newsletter send_newsletter_to send_the_newsletter_to send_the_issues send_the_issues_also also_send receive_the_newsletter receive_the_bulletin would_like_to_receive wants_to_receive get_the_newsletter_too recipients newsletter_recipients to_the_recipients to_the_newsletter_recipients add',
  'subscribers remove':
    'unsubscribe unsubscribed subscriber mailing_list off_the_mailing_list from_the_mailing_list take_off_the_mailing_list remove_from_list remove_from_the_list off_the_list opt_out no_longer_wants_the_newsletter doesnt_want_the_newsletter dont_send_the_newsletter stop_sending stop_sending_the_bulletin stop_sending_the_newsletter stop_mailing newsletter bulletin shouldnt_get should_not_get not_get_the_newsletter no_longer_get get_the_newsletter',
  'plan show':
    'sections section which_sections what_sections sections_of_the_newsletter structure structure_of_the_newsletter newsletter_structure newsletter_sections headings rubrics layout laid_out is_laid_out how_is_it_laid_out outline outline_of_the_newsletter table_of_contents contents parts_of_the_newsletter template newsletter_plan',
  'plan name':
    'name_of_the_newsletter newsletters_name the_newsletters_name newsletter_name name_printed name_is_printed printed_on_the_newsletter name_on_the_newsletter change_the_newsletters_name title_of_the_newsletter name_in_the_title in_the_title masthead framework_is_now_called framework_name before_newsletter print_before_newsletter called_differently rename_the_newsletter',
  'plan head':
    'heading heading_of heading_of_the_part heading_of_the_first_part heading_of_part change_the_heading change_the_heading_of rename_part rename_part_two rename_the_part part part_two first_part second_part third_part title_of_the_part main_heading',
  'plan title':
    'title title_of_the_section title_of_section title_for_the_section other_title other_title_for_the_section section rename_section rename_the_section section_should_be_called should_be_called section_name name_of_the_section retitle_section',
  'plan place':
    'place section sections put_the_section move_the_section move_section section_before section_after should_come_under come_under under_part to_the_end before after order_of_sections order_of_the_sections position_of_the_section section_further_up part',
  'plan add':
    'section a_section_on section_on new_section add_a_section add_section need_a_section another_section additional_section create_a_section rubric another_rubric new_rubric column create_another',
  'plan remove':
    'section remove_section remove_the_section delete_section delete_the_section drop_section drop_the_section drop_the_section_from no_longer_need_the_section dont_need_the_section without_the_section rubric delete_the_rubric remove_the_rubric scrap_the_section',
  'plan restore':
    'section bring_back_the_section bring_the_section_back restore_section restore_the_section removed_section the_removed_section deleted_section section_again section_back rubric reinstate reinstate_the_rubric reinstate_the_section want_again back',
  'plan add-part':
    'part new_part add_a_part add_part part_called another_part a_part_called one_more_main_heading main_heading new_heading heading_for_sections superordinate',
  'plan remove-part':
    'part remove_part remove_the_part delete_part delete_the_part drop_the_part get_rid_of_the_part part_is_empty the_part_is_empty empty empty_part get_rid_of',
  'plan needs':
    'must_have_a_date need_a_date needs_a_date no_date_required date_required date_needed must_have_a_link need_a_link link_required no_link_required need_links link_needed required mandatory optional compulsory items_in items section should_have_a_link must_have',
  'plan closing':
    'closing_words closing_sentence closing_line closing_text last_sentence last_line last_words end_of_the_newsletter end_of_the_issue at_the_end end_with should_end_with ends_with how_every_issue_ends imprint impressum footer contact_line sign-off_line postscript',
  'plan figure':
    'in_numbers figure figure_for newsletter_figure number_for new_number new_number_for numbers_box in_the_numbers_box box new_figure value',
  'plan label':
    'label label_of call_the_figure figure_should_be_called rename_the_figure the_figure hide hide_the_figure hidden dont_print_the_number dont_print dont_show_the_figure print_the_figure caption',
  'plan figures':
    'order_of_figures order_of_the_figures figures figures_box figures_first which_number_comes_first number_comes_first which_figure_first figure_first first_figure in_numbers sequence_of_figures order',
}

/** What people call the actions behind the name of the feature. */
export const newsletterVerbs: Readonly<Record<string, string>> = {
  open: 'new create start begin launch',
  status: 'check view progress verify',
  draft: 'write compose show view edit',
  read: 'get display view show',
  preview: 'share show',
  publish: 'send send_out release issue publish_now print_now forward distribute finish complete done',
  approve: 'accept ok sign_off confirm',
  close: 'stop end finish complete freeze lock archive',
  reopen: 'restore undo revert reset unlock unpublish reject send_back cancel delete remove drop',
  extend: 'postpone push delay reschedule shorten put_off prolong set snooze',
  correct: 'change amend fix edit update replace',
  export: 'download print save',
  order: 'sort pin move top promote demote swap put',
  keep: 'hide leave_out include choose',
  note: 'comment introduction intro introduce',
  nudge: 'remind chase resend',
  pass: 'decline skip nothing leave',
  triage: 'review go_through decide',
  contact: 'assign transfer appoint',
  'subscribers add': 'subscribe add invite join',
  'subscribers remove': 'unsubscribe kick kick_out',
  'subscribers list': 'readers list',
  'plan name': 'rename name',
  'plan show': 'sections structure settings show view',
  '/update merge': 'merge duplicate combine',
  '/update post': 'post submit upload',
  '/reminder stop': 'mute unmute',
}
