/** In which words people ask for each action of profiles; the words of a phrase are joined by `_`. */
export const profile: Readonly<Record<string, string>> = {
  show: 'who_am_i who_am_i_to_you am_i am_i_registered registered am_i_in which_groups_am_i_in my_profile profile my_record my_data about_me know_about_me know_of_me do_you_know_of_me do_you_know_me my_account which_account my_groups my_roles what_are_my_roles my_entity what_do_you_know my_time_zone have_for_me do_you_have_for_me linked_with who_can_see visible my_details have_my_number do_you_have_my my_own_card have_on_me do_you_have_on_me on_me my_entry show_my_entry who_do_you_think do_you_think_i_am think is_my_account is_my_account_linked my_account_linked time_zone_do_you_have',
  edit: 'my_phone my_phone_number my_phone_number_is my_new_phone_number my_new_phone my_title my_title_is_now my_mobile hide_my_mobile my_name my_name_is my_surname change_my_surname my_last_name misspelt misspelled mobile new_mobile new_phone phone_number new_number a_new_number i_got_a_new_number i_have_a_new_number hide hide_my hide_my_email hide_my_phone dont_show_my dont_show_my_email not_show_my from_others email_private private my_job_title new_job_title i_have_a_new_job job_title my_position my_job my_function change_my update_my correct_my i_got_promoted i_was_promoted i_married my_surname_is my_surname_is_now my_phone_to change_my_phone change_my_phone_to please_change_my new_phone_number new_mobile_number new_cell i_changed_my changed_my_phone',
  timezone:
    'timezone time_zone moved_to i_moved_to relocated relocated_to i_relocated_to based_in_now im_based_in based_in live_in i_live_in working_from work_from i_work_from now_in in_now im_in_now zone clock my_clock my_clock_is moving_to duty_station new_duty_station wrong_time times_are_shown_wrong times_are_wrong shown_wrong times_shown utc gmt cet est eastern_time local_time set_me_to time_difference these_days an_hour_off stationed now_stationed posted_in i_am_now_in just_moved just_moved_to moved show_me_the_wrong_time the_wrong_time my_time i_moved im_in i_am_in',
  hours:
    'working_hours work_hours office_hours my_office_hours my_hours i_work_from_to i_work from_8 from_9 9_to_5 8_to_4 nine_to_five work_part_time part_time part-time im_part_time 80_percent 50_percent half_time full_time working_days dont_work i_dont_work do_not_work i_do_not_work no_longer_work days_off fridays_off hours only_work i_only_work mornings afternoons no_meetings_for_me no_meetings_for_me_before no_meetings_before no_meetings_after start_work finish_work telework in_the_office_mornings only_in_the_office my_day_starts my_day day_starts no_fridays dont_work_fridays fridays only_work_till i_only_work_till till work_till work_until',
  away:
    'im_away while_im_away be_away out_of_office out_of_the_office im_out_of_the_office ooo out_of_town holiday holidays on_holiday im_on_holiday vacation im_on_vacation leave_from on_leave im_on_leave i_am_on_leave sick sick_leave off_sick ill unwell absent mission on_mission ill_be_on_mission im_on_mission travel travelling traveling on_travel on_a_trip business_trip annual_leave home_leave days_off taking_off taking_two_weeks_off two_weeks_off a_week_off week_off weeks_off day_off taking im_off back_on im_back i_am_back back_in_the_office unavailable not_available im_not_available maternity paternity parental parental_leave sabbatical off_from covers_for_me stands_in_for_me covers_for_me_while wont_be_around not_around be_around i_return return_on i_am_on_vacation on_vacation_from i_am_ill im_ill travelling_until back_at_work ill_be_gone be_gone gone in_hospital hospital at_the_doctor ' +
    'surgery away cancel_my_leave cancel_my_absence cancel_my_holiday not_away_after_all i_take_leave take_leave taking_leave leave out_next_week im_out out_for off_for out_until out_on ill_be_out ill_be_off',
  absences:
    'absences absent away off is_off who_is_away who_is_off whos_off who_is_out who_is_absent who_is_missing anyone_missing missing holiday on_holiday vacation on_vacation colleagues_on_vacation leave on_leave who_is_on_leave who_is_on_holiday who_is_out_of_office out_of_office out_of_the_office on_mission sick off_sick who_is_sick is_in_today in_today in_the_office in_this_week when_is_back is_back back who_is_in present_in_the_office who_is_travelling not_here who_is_not_here is_around around who_is who_is_in_today which_people_are which_colleagues who_is_around whos_out which_people whos_away colleagues_are_travelling are_travelling which_colleagues_are is_he_in is_she_in is_in_the_office is_back_on out_this_week is_out',
  busy: 'busy im_busy my_calendar my_calendar_is my_calendar_is_at connect_my_calendar connect_calendar use_my_calendar use_my_outlook_calendar my_outlook_calendar outlook_calendar check_my_calendar read_my_calendar free_busy free/busy calendar_address calendar_url calendar busy_times when_im_busy to_see_when suggest_times before_you_suggest conflicts',
  language:
    'speak speaks i_speak i_also_speak language languages my_languages my_languages_are fluent fluent_in native_speaker mother_tongue native i_understand work_in_english can_work_in i_can_work_in to_my_languages arabic chinese english french russian spanish portuguese german italian swahili',
  link: 'link link_me link_my_account link_account connect connect_account connect_my_account connect_me account my_account sign_in how_do_i_sign_in log_in log_me_in how_do_i_log_in register register_me login to_my_record my_email_is verify_me authenticate identify connect_my_slack_account slack_account teams_account how_can_i_connect this_is_me',
  unlink:
    'unlink unlink_me unlink_my_account disconnect disconnect_account disconnect_my_account disconnect_me sign_out sign_me_out log_out log_me_out logout no_longer_linked dont_want_this_account this_account account_linked account',
  export:
    'my_data all_my_data all_data data_about_me hold_about_me held_about_me data_you_hold data_you_hold_about_me you_hold_about_me information_about_me information_about_me_is_stored about_me_is_stored is_stored stored what_is_stored export copy copy_of_my_data copy_of_my_personal_data my_personal_data personal_data gdpr gdpr_request data_protection subject_access_request data_you_have do_you_store',
  undo: 'undo undo_that undo_it undo_my_last didnt_mean_to i_didnt_mean didnt_want_that i_didnt_want_that not_want_that oops ups whoops woops oh_no mistake my_mistake take_that_back take_it_back take_back_what_i what_i_just_did i_just_did by_mistake delete_that wrong_button reverse_that reverse_my reverse_my_last my_last_action last_action misclick misclicked accident accidentally that_was_wrong that_was_a_mistake my_bad not_intended was_not_intended not_my_intention revert_what_i_did what_i_did revert_that i_didnt_want',
  correct:
    'i_meant meant no_wait wait no_i_meant sorry_i_meant i_meant_the rather make_that make_that_4pm not_tuesday not_monday not_friday correction other_time wrong_day wrong_time',
  forget:
    'forget_me delete_my_data delete_everything_about_me everything_about_me erase erase_my erase_my_personal_data remove_me remove_me_from remove_me_from_the_system leave_the_directory leave_the_system delete_me delete_my_account delete_my_profile forgotten to_be_forgotten be_forgotten right_to_be_forgotten wipe wipe_my_data close_my_account remove_all_my_data all_my_data delete_all_my_data delete_all_data',
  confirm:
    'confirm confirm_account confirm_the_account confirm_the_link confirm_the_link_request confirm_request link_request account account_belongs account_belongs_to the_account_belongs_to account_is_really is_really belongs_to request approve_the_link',
  refuse:
    'refuse refuse_account refuse_the_account refuse_the_account_request refuse_to_link account account_is_not account_request is_not request_to_link reject_the_link turn_down turn_down_the_request reject_the_request deny link_request request not_the_same_person',
}

/** What people call the actions behind the name of the feature. */
export const profileVerbs: Readonly<Record<string, string>> = {
  show: 'view display get read open check verify me',
  edit: 'change rename update set add replace save phone title name hide share promote transfer',
  timezone: 'zone time tz clock',
  hours: 'working_hours work_hours',
  away: 'absent holiday vacation leave off delegate assign',
  language: 'languages speak speaks',
  link: 'connect account join login log_in sign_in new create sign_up register',
  unlink: 'disconnect logout log_out sign_out detach',
  export: 'download print copy',
  undo: 'revert reset restore roll_back',
  forget: 'delete remove erase drop archive close quit kick deactivate disable',
  confirm: 'approve accept',
  refuse: 'reject decline',
  '/reminder settings':
    'mute notifications notify quiet unsubscribe subscribe snooze digest reminders unmute remind',
}
