use crate::{
    domain::typed::Problem,
    error::{Obstacle, Refusal},
};

/// Why no code is taken anymore today.
pub const ONLY_BY_LINK: &str = "Too many wrong codes were entered for this address today. Select the button in your email \
                                instead. Codes work again after midnight UTC.";

/// Why a field was refused: names what was seen and what is accepted.
pub fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Missing => "Please fill this in.".into(),
        Problem::TwoNumbers { chosen, typed } if chosen.is_empty() => {
            format!("{typed} is typed, and “undecided” is chosen; clear one of them.")
        }
        Problem::TwoNumbers { chosen, typed } => {
            format!("{chosen} is chosen and {typed} is typed; clear the one you don’t mean.")
        }
        Problem::NothingToRead { seen } => format!("There’s nothing to read in “{seen}”; use at least one letter or digit."),
        Problem::TooLong { max, seen } => format!("{seen} characters; at most {max} fit."),
        Problem::ControlCharacter => {
            "There is a line break or an invisible control character in it; letters, digits and signs are accepted."
                .into()
        }
        Problem::NotANumber { seen } => format!("“{seen}” is not a whole number."),
        Problem::OutOfRange { min, max, seen } => format!("{seen} is not between {min} and {max}."),
        Problem::NotAChoice { seen, accepted } => format!("“{seen}” is not one of: {accepted}."),
        Problem::NotAnAddress { seen } => format!("“{seen}” is not a mail address such as asha@example.org."),
        Problem::AddressTaken => "Somebody else has this address.".into(),
        Problem::OwnAddress => "This is your address already.".into(),
        Problem::UnknownZone { seen } => {
            format!("“{seen}” is not a time zone; use a name such as Europe/London or UTC.")
        }
        Problem::NotATime { seen } => format!("“{seen}” is not a date and time such as 2026-12-06T15:00."),
        Problem::NotADay { seen } => format!("“{seen}” is not a day such as 2026-12-06."),
        Problem::TimeSkipped { seen, zone } => {
            format!(
                "{seen} does not exist in {zone}: the clocks are put forward over it. Choose a time before or after."
            )
        }
        Problem::TimeTwice { seen, zone } => {
            format!("{seen} comes twice in {zone}: the clocks are put back over it. Choose a time before or after.")
        }
        Problem::ClosesAfterStart => "Requests must close before the event begins, or at that moment.".into(),
        Problem::NotPlain { seen } if seen.trim().is_empty() => "Put one space between words.".into(),
        Problem::NotPlain { seen } => {
            format!("“{seen}” can’t be compared letter by letter. Use plain letters a–z, digits, and punctuation.")
        }
        Problem::TooFarAhead { seen, latest } => {
            format!("{seen} is too far ahead. Choose a date within the next ten years, {latest} at the latest.")
        }
        Problem::InThePast => "This has passed already; choose a time to come.".into(),
        Problem::NoNumber => {
            "Choose at least one number. If you want none, do not ask or withdraw your request.".into()
        }
        Problem::NumberTwice { seen } => format!("{seen} stands there twice; once is enough."),
        Problem::TooManyNumbers { max } => format!("At most {max} different numbers fit into one request."),
        Problem::OverGiven { given, tickets } => {
            let over = given.saturating_sub(u64::from(*tickets));
            format!("{over} too many: {given} given, {tickets} there. Nothing was saved yet.")
        }
        Problem::NeedsReason { given, accepted } => {
            format!("{given} was not asked for ({accepted} or none would work). Give a reason to set it all the same.")
        }
        Problem::NeedsOverrideReason { given, drawn } => {
            format!("The draw gave {drawn}. Give a reason to set {given} all the same; everybody can read it.")
        }
        Problem::NotNamedBefore => {
            "Nothing was named before requests closed, so nothing can be added to this draw now.".into()
        }
        Problem::NamedTooLate => {
            "Someone has asked already: what goes into the draw must be settled before the first request.".into()
        }
        Problem::NothingIsTyped => "Choose “Something typed in later,” or leave this empty.".into(),
        Problem::KnownTooSoon => "This must become known after requests close, or it could steer what people ask for.".into(),
        Problem::NotASignature { seen } => format!(
            "“{seen}” is not a round’s signature: 96 digits 0–9 and a–f, or everything that the page of the round shows."
        ),
        Problem::NotOfThisRound { round } => format!("This is not drand’s signature of round {round}."),
        Problem::OtherRound { seen, round } => format!("This is round {seen}; the draw waits for round {round}."),
        Problem::NoSuchPerson => "There is no active person to choose here.".into(),
        Problem::NobodyThere { seen } => format!("Nobody here has the address {seen}."),
        Problem::NoSuchSeason => "Choose a season from the list.".into(),
        Problem::NotYourSeason => {
            "Only this season’s stewards and admins can put events into it or take them out. Choose another season, or ask \
             one of them."
                .into()
        }
        Problem::AlreadySteward => "They’re already a steward of this season.".into(),
        Problem::AlreadyOrganizer => "Runs this event already.".into(),
        Problem::CannotOrganize => "Only organizers and admins can run an event; an admin can change the role.".into(),
        Problem::NoSuchRequest => "This request is not there any more; it may have been withdrawn.".into(),
        Problem::NotACode => "That is not a code; it has 8 digits, such as 1234 5678.".into(),
        Problem::WrongCode { left } => {
            format!("That code is not right, or no longer works. {} left.", super::counted(*left, "try", "tries"))
        }
        Problem::NoMoreTries => {
            "That was tried too often. Ask for another mail, or open its link in the browser that asked.".into()
        },
        Problem::OnlyByLink => ONLY_BY_LINK.into(),
        Problem::AskedElsewhere => {
            "The code works only in the browser that asked for it, for 15 minutes. Enter your address here to get one, or \
             open the link in the mail."
                .into()
        }
    }
}

/// Why something is not possible now.
pub const fn obstacle(why: Obstacle) -> &'static str {
    match why {
        Obstacle::RequestsClosed => "Requests are closed for this event. Ask its organizer if something must change.",
        Obstacle::RequestsOpen => "Requests are still open. Close them first.",
        Obstacle::EventBegan => "The event has begun; requests cannot open again.",
        Obstacle::Finalized => "This event is finalized and locked. Reopen it to change something.",
        Obstacle::NotFinalized => "This event is not finalized.",
        Obstacle::Canceled => "This event is cancelled.",
        Obstacle::NotCanceled => "This event is not cancelled.",
        Obstacle::OwnRole => "Nobody can change their own role or status. Another admin can.",
        Obstacle::LastAdmin => "This is the last active admin. Make somebody else an admin first.",
        Obstacle::NotFailed => "That message did not fail, or was settled in the meantime.",
        Obstacle::Overtaken => "What that message says is no longer true, so it is not sent again.",
        Obstacle::AlreadySetUp => "This system is set up already. Sign in instead.",
        Obstacle::LinkSpent => "This link was used, has expired, or is not complete.",
        Obstacle::DeviceGone => "That device is signed out already.",
        Obstacle::NotDrawn => "There is no draw on the board yet. Draw first, and put the draw on the board.",
        Obstacle::DrawAgain => {
            "A request was added or changed since the last draw, or tickets were taken away. Nobody may be fitted into an \
             order that is known already: draw again."
        }
        Obstacle::DrawNotOnBoard => "The board still shows an earlier draw. Put the last draw on the board first.",
        Obstacle::DrawWaits => {
            "A draw is settled and waits for its public random number. Until it’s made, only canceling the event or \
             reopening requests stops it."
        }
        Obstacle::DrawWaitsNoMore => "This draw doesn’t wait anymore: it’s made, or it was called off.",
        Obstacle::NoCodesLeft => "All 31 draws of this event are used up. Decide what is left by hand.",
        Obstacle::SecretSealed => {
            "The secret of this event cannot be opened: SECRET_KEY was changed. An admin can give the old key as \
             SECRET_KEY_PREVIOUS."
        }
        Obstacle::BoardMovedOn => {
            "The board was changed since the draw was put on it, so it cannot simply be taken off. Change rows by hand, with \
             a reason."
        }
        Obstacle::AddressNotAsked => {
            "No code for another address counts any more: 20 minutes have passed, 5 were tried, or it was cancelled. Ask for \
             a new one."
        }
        Obstacle::SignInAgain => {
            "You signed in more than 15 minutes ago. Sign in again to change your email address; we’ve kept what you typed."
        }
        Obstacle::AskedTooOften => "You asked for that 5 times just now. Wait 12 minutes, then ask again.",
        Obstacle::OwnerStays => "The owner always runs the event. Make somebody else the owner first.",
    }
}

/// Why nothing was done, in one sentence for the top of a page.
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::SignedOut => "You are not signed in here any more. Sign in to go on.".into(),
        Refusal::Forbidden => "You may not see or change this.".into(),
        Refusal::NotFound => "There is nothing at this address any more, or nothing that you may see.".into(),
        Refusal::Invalid { fields } => {
            let count = u64::try_from(fields.len()).unwrap_or(u64::MAX);
            format!("Nothing was saved yet: {}.", super::counted(count, "field needs a look", "fields need a look"))
        }
        Refusal::Conflict { changes } if changes.is_empty() => {
            "This was changed in the meantime, by somebody else or in another window of yours. Nothing of yours was \
             saved; what you typed is still here. Compare and save again."
                .into()
        }
        Refusal::Conflict { changes } => {
            let each = changes.iter().map(|change| {
                let now = change.now.map_or_else(|| "undecided".to_owned(), |now| now.to_string());
                match &change.by {
                    Some(by) => format!("{} is now {now} (by {by})", change.name),
                    None => format!("{} is now {now}", change.name),
                }
            });
            format!(
                "This was changed in the meantime: {}. Nothing of yours was saved; what you typed is still \
                 here. Compare and save again.",
                each.collect::<Vec<_>>().join(", ")
            )
        }
        Refusal::NotNow { why } => obstacle(*why).into(),
        Refusal::TooMany => {
            "That was a lot in a short time, and nothing of it was saved. Wait a minute, then send it again.".into()
        }
        Refusal::Garbled => {
            "What was sent could not be read as a form of this site. Nothing changed. Go back and try again.".into()
        }
        Refusal::Failed { reference } => {
            format!(
                "Something broke on our side and nothing was saved. If it stays, tell an admin this reference: {reference}"
            )
        }
    }
}
