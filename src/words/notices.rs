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
}

/// What a notice says.
pub const fn notice(notice: Notice) -> &'static str {
    match notice {
        Notice::RequestSaved => "Your request is in.",
        Notice::RequestSavedFor => "The request is in.",
        Notice::RequestWithdrawn => "The request is withdrawn.",
        Notice::RequestRemoved => "The request is removed, and its person is told by email.",
        Notice::RequestRestored => "The request is back.",
        Notice::EventCreated => "The event is open for requests.",
        Notice::EventSaved => "The event is saved.",
        Notice::EventClosed => "Requests are closed.",
        Notice::EventOpened => "Requests are open again.",
        Notice::EventReopened => "The event is open for changes. Nobody is told until you finalize it again.",
        Notice::EventCanceled => "The event is cancelled. Everybody who asked will be told by mail.",
        Notice::EventUncanceled => "The event is no longer cancelled; it stands as closed.",
        Notice::EventDeleted => "The event is in the bin for 30 days.",
        Notice::EventRestored => "The event is back.",
        Notice::OrganizerAdded => "They run this event with you now.",
        Notice::OrganizerRemoved => "They no longer run this event.",
        Notice::HandedOver => "The event has a new owner.",
        Notice::StewardAdded => "They’re a steward of this season now.",
        Notice::StewardRemoved => "They’re no longer a steward of this season.",
        Notice::Drawn => "The draw is made. Its code is public now and the record is kept for ever.",
        Notice::DrawPlanned => "The draw is settled. It waits for its public random number.",
        Notice::DrawPut => "The draw is on the board.",
        Notice::DrawTakenOff => "The board is as it was before the draw. The draw itself stays.",
        Notice::FilledFurther => "What was left is given out, in the same order.",
        Notice::NothingToFill => "Nothing changed: what is left is too little for anybody who still wants more.",
        Notice::BoardSaved => "The draft is saved.",
        Notice::Finalized => "The event is finalized. Nobody was told by mail, as you chose.",
        Notice::FinalizedMailed => "The event is finalized. The mails are on their way.",
        Notice::PersonAdded => "They can sign in now; a welcome mail with a link is on its way.",
        Notice::PersonSaved => "The person is saved.",
        Notice::PeopleIn => "The people are in.",
        Notice::PeopleInMailed => "The people are in. Welcome mails are on their way.",
        Notice::PeopleInPartly => {
            "The good lines are in. The others are left in the box below, each with what is wrong."
        }
        Notice::PeopleSame => "Nothing to change: everybody on the list is here just like that.",
        Notice::MailQueued => "The message is in the queue again.",
        Notice::MailTold => "Noted: they were told in person. The message is not sent any more.",
        Notice::TestSent => "A test message is on its way to you.",
        Notice::SignedIn => "You are signed in.",
        Notice::SignedOut => "You are signed out.",
        Notice::AskedAgain => {
            "If the address has an account here, another mail comes with a new code, unless several were sent just now."
        }
        Notice::DeviceEnded => "That device is signed out.",
        Notice::DevicesEnded => "All other devices are signed out.",
        Notice::PersonSignedOut => "They are signed out everywhere; links and codes on their way are void.",
        Notice::NameSaved => "Your name is saved.",
        Notice::AddressAsked => "If nobody here has that address yet, a mail with a code is on its way to it.",
        Notice::AddressCanceled => "Your mail address stays as it was.",
        Notice::AddressChanged => "Your mail address is changed. Your old address is told by mail.",
        Notice::AddressUndone => {
            "Email address changed back. Every device was signed out; sign in with your old address."
        }
        Notice::ZoneSaved => "Your time zone is saved.",
    }
}

/// What a notice says of an email where emails are not sent: they are printed where the program runs. `None` where it says
/// nothing of one.
pub const fn notice_unsent(notice: Notice) -> Option<&'static str> {
    Some(match notice {
        Notice::RequestRemoved => "The request is removed. Email is off: tell its person yourself.",
        Notice::EventCanceled => "The event is cancelled. Email is off: tell everyone who asked yourself.",
        Notice::FinalizedMailed => "The event is finalized. Email is off: nobody is told but on this site.",
        Notice::PersonAdded => "They’re in. Email is off: no welcome email is sent.",
        Notice::PeopleInMailed => "The people are in. Email is off: no welcome emails are sent.",
        Notice::MailQueued => "Email is off: the message is printed where the program runs, not sent.",
        Notice::TestSent => "Email is off: the test message is printed where the program runs, not sent.",
        Notice::AskedAgain => {
            "Email is off: if the address has an account here, a new code is printed where the program runs, unless several \
             were just now."
        }
        Notice::AddressAsked => {
            "Email is off: if nobody here has that address yet, a code for it is printed where the program runs."
        }
        Notice::AddressChanged => "Your email address is changed. Email is off: your old address isn’t told.",
        _ => return None,
    })
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
