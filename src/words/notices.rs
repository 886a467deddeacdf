use strum::{EnumString, IntoStaticStr};

/// What was just done, for the top of the next page. A cookie carries it there as a word: a word that is none of these
/// says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", const_into_str)]
pub enum Notice {
    RequestSaved,
    RequestSavedFor,
    RequestWithdrawn,
    RequestRemoved,
    RequestRestored,
    EventCreated,
    EventSaved,
    EventClosed,
    EventOpened,
    EventReopened,
    EventCanceled,
    EventUncanceled,
    EventDeleted,
    EventRestored,
    OrganizerAdded,
    OrganizerRemoved,
    HandedOver,
    StewardAdded,
    StewardRemoved,
    Drawn,
    DrawPlanned,
    DrawPut,
    DrawTakenOff,
    FilledFurther,
    NothingToFill,
    BoardSaved,
    Finalized,
    FinalizedMailed,
    PersonAdded,
    PersonSaved,
    PeopleIn,
    PeopleInMailed,
    PeopleInPartly,
    PeopleSame,
    MailQueued,
    MailsQueued,
    AlarmsSaved,
    MailTold,
    TestSent,
    SignedIn,
    SignedOut,
    AskedAgain,
    DeviceEnded,
    DevicesEnded,
    PersonSignedOut,
    NameSaved,
    AddressAsked,
    AddressCanceled,
    AddressChanged,
    AddressUndone,
    ZoneSaved,
    LanguageSaved,
    EmailChoiceSaved,
    Invited,
    LinkSent,
}

/// What a notice says. `mail_leaves`: whether emails are sent here at all; that one is on its way is said only then.
#[cfg(feature = "ssr")]
pub fn notice(notice: Notice, mail_leaves: bool) -> &'static str {
    use catalog::notices as say;

    match notice {
        Notice::RequestRemoved if !mail_leaves => say::request_removed_unsent(),
        Notice::EventCanceled if !mail_leaves => say::event_canceled_unsent(),
        Notice::FinalizedMailed if !mail_leaves => say::finalized_mailed_unsent(),
        Notice::PersonAdded if !mail_leaves => say::person_added_unsent(),
        Notice::PeopleInMailed if !mail_leaves => say::people_in_mailed_unsent(),
        Notice::MailQueued if !mail_leaves => say::mail_queued_unsent(),
        Notice::MailsQueued if !mail_leaves => say::mails_queued_unsent(),
        Notice::TestSent if !mail_leaves => say::test_sent_unsent(),
        Notice::LinkSent if !mail_leaves => say::link_sent_unsent(),
        Notice::AskedAgain if !mail_leaves => say::asked_again_unsent(),
        Notice::AddressAsked if !mail_leaves => say::address_asked_unsent(),
        Notice::AddressChanged if !mail_leaves => say::address_changed_unsent(),
        Notice::Invited if !mail_leaves => say::invited_unsent(),
        Notice::RequestSaved => say::request_saved(),
        Notice::RequestSavedFor => say::request_saved_for(),
        Notice::RequestWithdrawn => say::request_withdrawn(),
        Notice::RequestRemoved => say::request_removed(),
        Notice::RequestRestored => say::request_restored(),
        Notice::EventCreated => say::event_created(),
        Notice::EventSaved => say::event_saved(),
        Notice::EventClosed => say::event_closed(),
        Notice::EventOpened => say::event_opened(),
        Notice::EventReopened => say::event_reopened(),
        Notice::EventCanceled => say::event_canceled(),
        Notice::EventUncanceled => say::event_uncanceled(),
        Notice::EventDeleted => say::event_deleted(),
        Notice::EventRestored => say::event_restored(),
        Notice::OrganizerAdded => say::organizer_added(),
        Notice::OrganizerRemoved => say::organizer_removed(),
        Notice::HandedOver => say::handed_over(),
        Notice::StewardAdded => say::steward_added(),
        Notice::StewardRemoved => say::steward_removed(),
        Notice::Drawn => say::drawn(),
        Notice::DrawPlanned => say::draw_planned(),
        Notice::DrawPut => say::draw_put(),
        Notice::DrawTakenOff => say::draw_taken_off(),
        Notice::FilledFurther => say::filled_further(),
        Notice::NothingToFill => say::nothing_to_fill(),
        Notice::BoardSaved => say::board_saved(),
        Notice::Finalized => say::finalized(),
        Notice::FinalizedMailed => say::finalized_mailed(),
        Notice::PersonAdded => say::person_added(),
        Notice::PersonSaved => say::person_saved(),
        Notice::PeopleIn => say::people_in(),
        Notice::PeopleInMailed => say::people_in_mailed(),
        Notice::PeopleInPartly => say::people_in_partly(),
        Notice::PeopleSame => say::people_same(),
        Notice::MailQueued => say::mail_queued(),
        Notice::MailsQueued => say::mails_queued(),
        Notice::AlarmsSaved => say::alarms_saved(),
        Notice::MailTold => say::mail_told(),
        Notice::TestSent => say::test_sent(),
        Notice::SignedIn => say::signed_in(),
        Notice::SignedOut => say::signed_out(),
        Notice::AskedAgain => say::asked_again(),
        Notice::DeviceEnded => say::device_ended(),
        Notice::DevicesEnded => say::devices_ended(),
        Notice::PersonSignedOut => say::person_signed_out(),
        Notice::NameSaved => say::name_saved(),
        Notice::AddressAsked => say::address_asked(),
        Notice::AddressCanceled => say::address_canceled(),
        Notice::AddressChanged => say::address_changed(),
        Notice::AddressUndone => say::address_undone(),
        Notice::ZoneSaved => say::zone_saved(),
        Notice::LanguageSaved => say::language_saved(),
        Notice::EmailChoiceSaved => say::email_choice_saved(),
        Notice::Invited => say::invited(),
        Notice::LinkSent => say::link_sent(),
    }
}

#[cfg(test)]
mod tests {
    use super::Notice;

    #[test]
    fn a_notice_is_carried_by_its_word_and_by_no_other() {
        assert_eq!(Notice::RequestSavedFor.into_str(), "request-saved-for");
        assert_eq!("request-saved-for".parse(), Ok(Notice::RequestSavedFor));
        for word in ["", "request-saved-", "RequestSaved", "REQUEST-SAVED", "request saved"] {
            assert!(word.parse::<Notice>().is_err(), "{word:?}");
        }
    }
}
