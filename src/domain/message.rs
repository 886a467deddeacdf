//! Messages to people: what they can tell, and where one stands on its way.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// What a message tells. Each kind has a file of its own in `server/mail/messages`, where everything else about it stands.
///
/// The words in the database are the names here, in kebab case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Kind {
    /// The link and the code that someone asked for.
    SignIn,
    /// The first link of someone new.
    Welcome,
    /// A link that an admin sent to someone who cannot sign in.
    Link,
    /// A copy of one's own request.
    Received,
    /// Requests are closed, and what is frozen of them.
    Closed,
    /// What someone got.
    Result,
    /// What someone got, which is not what they were told before.
    Changed,
    /// An event does not take place.
    #[strum(serialize = "cancelled")]
    Canceled,
    /// Something about an event is not as people were told when they asked.
    EventChanged,
    /// Someone's request was entered, changed, removed or brought back by who runs the event.
    RequestChanged,
    /// Someone signed in with a device that is new to them.
    Device,
    /// The code that proves an address to which someone wants to change.
    AddressCode,
    /// Someone's address was changed; it goes to the one they had.
    AddressChanged,
    /// The same with a way back, where the person did it.
    AddressUndo,
    /// An admin changed someone's address; it goes to the new one.
    AddressSet,
    /// Someone else signed someone out, deactivated them, or activated them again.
    Access,
    /// Someone signed in by a link that a command printed.
    Command,
    /// An admin wants to see whether email works.
    Test,
    /// Everyone is told of an event for which tickets can be requested.
    NewEvent,
    /// Requests close soon, to those who have not answered.
    ClosingSoon,
    /// An event is about to begin, to those who hold tickets.
    ComingUp,
    /// What happened on the events that someone runs.
    Digest,
    /// Something is wrong with the site, or is no more; to its admins.
    Alarm,
    /// Tickets that came back are offered to someone.
    Offer,
    /// Half of the time to answer an offer is over.
    OfferSoon,
    /// An offer is over that was not answered.
    OfferOver,
    /// Someone has more tickets now: of an offer, or from the open table.
    Took,
    /// What someone gave back is given back.
    Returned,
    /// Whoever comes first can have tickets.
    OpenTable,
    /// Someone is handed out what belongs to their tickets: where the seats are, a file.
    Handout,
    /// Tickets came back on the last day, to those who run the event.
    CameBack,
    /// The event began with tickets that nobody has, to those who run it.
    LeftOver,
    /// Tickets were handed on; to the one who did, and to the one who has them.
    HandedOn,
    /// What someone asked to hand on stays theirs.
    NotHandedOn,
    /// Someone asks to hand tickets on, on the last day; to those who run the event.
    HandOnAsked,
}

impl Kind {
    /// All kinds.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The word used in the database.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Reads [`Kind::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

/// What the emails are about that people can turn off.
///
/// The words in the database and in forms are the names here, in kebab case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Topic {
    /// A new event.
    NewEvent,
    /// Requests close soon.
    ClosingSoon,
    /// An event for which someone holds tickets is about to begin.
    ComingUp,
    /// What happened on the events that someone runs.
    Digest,
    /// Tickets for whoever comes first.
    OpenTable,
}

impl Topic {
    /// All topics.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The word used in the database and in forms.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Reads [`Topic::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

/// Where a message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Delivery {
    /// In the queue.
    Waiting,
    /// A worker has it.
    Sending,
    /// The email service took it.
    Sent,
    /// It will not be tried again unless someone asks; the reason stands beside.
    Failed,
    /// There was nobody left to send it to.
    Skipped,
}

impl Delivery {
    /// All of them.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The word used in the database and on pages.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Reads [`Delivery::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::{Delivery, Kind, Topic};

    /// They stand in databases: another word for the same is a migration.
    #[test]
    fn the_words_in_the_database_stay_as_they_are() {
        let kinds = [
            "sign-in",
            "welcome",
            "link",
            "received",
            "closed",
            "result",
            "changed",
            "cancelled",
            "event-changed",
            "request-changed",
            "device",
            "address-code",
            "address-changed",
            "address-undo",
            "address-set",
            "access",
            "command",
            "test",
            "new-event",
            "closing-soon",
            "coming-up",
            "digest",
            "alarm",
            "offer",
            "offer-soon",
            "offer-over",
            "took",
            "returned",
            "open-table",
            "handout",
            "came-back",
            "left-over",
            "handed-on",
            "not-handed-on",
            "hand-on-asked",
        ];
        let topics = ["new-event", "closing-soon", "coming-up", "digest", "open-table"];
        assert!(Topic::ALL.iter().map(|topic| topic.as_str()).eq(topics));
        assert!(Topic::ALL.iter().all(|&topic| Topic::parse(topic.as_str()) == Some(topic)));
        assert!(Kind::ALL.iter().map(|kind| kind.as_str()).eq(kinds));
        assert!(Kind::ALL.iter().all(|&kind| Kind::parse(kind.as_str()) == Some(kind) && kind.as_str().len() <= 20));
        let deliveries = ["waiting", "sending", "sent", "failed", "skipped"];
        assert!(Delivery::ALL.iter().map(|delivery| delivery.as_str()).eq(deliveries));
        assert!(Delivery::ALL.iter().all(|&delivery| Delivery::parse(delivery.as_str()) == Some(delivery)));
        for word in ["", "SignIn", "Sign-in", "sign_in", " sign-in", "rumor"] {
            assert_eq!(Kind::parse(word), None, "{word:?}");
        }
    }
}
