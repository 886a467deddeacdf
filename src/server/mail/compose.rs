//! What each kind of letter says. The sentences about results are [`words`]', the same as on the pages.

use super::{
    Attachment, Entry, Letter,
    facts::{AddressFacts, CancelledFacts, DeviceFacts, EventFacts, ReceivedFacts, ResultFacts},
    page::Page,
};
use crate::{
    domain::person::Email,
    paths,
    server::{
        auth::{Code, Secret},
        config::Settings,
    },
    words,
};

/// Whom a letter is for.
#[derive(Clone, Copy, Debug)]
pub struct To<'a> {
    pub name: &'a str,
    pub address: &'a str,
}

/// A letter, or the template's fault.
pub type Composed = Result<Letter, askama::Error>;

/// The link and the code somebody asked for.
pub fn sign_in(to: &To<'_>, token: &Secret, code: &Code, settings: &Settings) -> Composed {
    let app = &settings.app_name;
    let page = Page {
        subject: format!("{} is your {app} code", code.shown()),
        preheader: "Or press the button in the mail. Both work once.".to_owned(),
        heading: format!("Sign in to {app}"),
        sentences: vec![
            "Enter this code where you asked for it, within 10 minutes. Or press the button, within 15.".to_owned(),
        ],
        code: code.shown(),
        button: "Sign in",
        link: settings.link(&paths::link(token.expose())),
        small: "If you did not ask for this, ignore this mail. Nobody who works for us ever asks for the code."
            .to_owned(),
        ..Page::default()
    };
    page.letter(to, settings)
}

/// The first link of somebody an admin has added. The code stands in it only where the link is worth nothing without.
pub fn welcome(to: &To<'_>, token: &Secret, code: Option<&Code>, settings: &Settings) -> Composed {
    let app = &settings.app_name;
    let mut page = Page {
        subject: format!("Welcome to {app}"),
        preheader: "Your first link works once, within 3 days.".to_owned(),
        heading: format!("Welcome to {app}"),
        sentences: vec![
            format!("You now have an account at {app}: ask for tickets there, and see what you got."),
            "There is no password. This link signs you in; it works once, within 3 days. Later, enter your address on \
             the sign-in page and a new link comes by mail."
                .to_owned(),
        ],
        button: "Sign in",
        link: settings.link(&paths::link(token.expose())),
        small: "If you did not expect this, ignore this mail.".to_owned(),
        ..Page::default()
    };
    if let Some(code) = code {
        page.sentences.push("The page behind the link asks for this code:".to_owned());
        page.code = code.shown();
    }
    page.letter(to, settings)
}

/// That somebody signed in with a device that is new to them. There is no way to sign in here, so that nobody learns to
/// press buttons in such mails.
pub fn device(to: &To<'_>, facts: &DeviceFacts, settings: &Settings) -> Composed {
    let app = &settings.app_name;
    let (name, when) = (words::device(&facts.device), words::when(facts.at, settings.time_zone));
    let page = Page {
        subject: format!("New sign-in to {app}: {name}"),
        preheader: when.clone(),
        heading: "New sign-in".to_owned(),
        sentences: vec![
            format!("{name} was signed in to your account on {when}."),
            "If that was you, there is nothing to do. If not, sign in, sign that device out under Account, and tell an admin: \
             somebody may be able to read your mail. Some companies' mail filters press buttons in mails, too."
                .to_owned(),
        ],
        button: "See your devices",
        link: settings.link(paths::ACCOUNT),
        ..Page::default()
    };
    page.letter(to, settings)
}

/// The code that proves an address to which somebody wants to change. It opens nothing by itself: it counts only where they
/// are signed in.
pub fn address_code(to: &To<'_>, code: &Code, settings: &Settings) -> Composed {
    let app = &settings.app_name;
    let page = Page {
        subject: format!("{} confirms your address for {app}", code.shown()),
        preheader: "Enter it on your account page.".to_owned(),
        heading: "Is this your address?".to_owned(),
        sentences: vec![format!(
            "Somebody who is signed in to {app} wants to get its mail at this address. If that was you, enter this code on \
             your account page, within 10 minutes."
        )],
        code: code.shown(),
        button: "Open your account",
        link: settings.link(paths::ACCOUNT),
        small:
            "If it was not you, ignore this mail: nothing changes without the code. Nobody who works for us ever asks \
                for it."
                .to_owned(),
        ..Page::default()
    };
    page.letter(to, settings)
}

/// That somebody's address was changed, to the one they had: it may be that they did not do it.
pub fn address_changed(to: &To<'_>, facts: &AddressFacts, settings: &Settings) -> Composed {
    let (app, when) = (&settings.app_name, words::when(facts.at, settings.time_zone));
    let page = Page {
        subject: format!("Your address at {app} was changed"),
        preheader: format!("It is {} now.", facts.new),
        heading: "Your address was changed".to_owned(),
        sentences: vec![
            format!("Your address at {app} was changed to {} on {when}. All mail goes there from now on.", facts.new),
            "If that was you, there is nothing to do. If not, tell an admin at once: they can change it back and sign all \
             your devices out."
                .to_owned(),
        ],
        button: "See your account",
        link: settings.link(paths::ACCOUNT),
        ..Page::default()
    };
    page.letter(to, settings)
}

/// That a request is in, with what binds the draw: whoever keeps this letter can tell later that nothing was changed.
pub fn received(to: &To<'_>, facts: &ReceivedFacts, settings: &Settings) -> Composed {
    let wish = facts.accepted.iter().map(ToString::to_string).collect::<Vec<_>>().join(", else ");
    let mut sentences = vec![format!("You asked for {wish}. You can change or withdraw it until requests close.")];
    if let Some(commitment) = &facts.commitment {
        sentences.push(format!(
            "If this event is drawn, the draw is bound to this commitment, which everybody can see: {}",
            words::in_groups(commitment)
        ));
    }
    sentences.push(format!("In the draw {} stands for you.", facts.label));
    let page = Page {
        subject: format!("Your request is in: {}", facts.event.name),
        preheader: facts.event.when.clone(),
        sentences,
        ..about(&facts.event, settings)
    };
    page.letter(to, settings)
}

/// What somebody got; what they get now, if they had been told another number before.
pub fn result(to: &To<'_>, facts: &ResultFacts, settings: &Settings) -> Composed {
    let outcome = words::outcome(&words::Outcome {
        given: facts.given,
        accepted: &facts.accepted,
        tickets: facts.tickets,
        people: facts.people,
        requested: facts.requested,
    });
    let name = &facts.event.name;
    let mut page = match facts.before.filter(|&before| before != facts.given) {
        Some(before) => {
            // How many asked for how many is no reason for taking back what somebody had.
            let now = if facts.given == 0 { words::NONE_NOW.to_owned() } else { outcome };
            Page {
                subject: format!("Changed: {before} → {}: {name}", words::tickets(facts.given)),
                preheader: now.clone(),
                sentences: vec![format!("The result was changed. {}", words::change(before, facts.given)), now],
                ..about(&facts.event, settings)
            }
        }
        None => Page {
            subject: match facts.given {
                0 => format!("No tickets this time: {name}"),
                given => format!("You got {}: {name}", words::tickets(given)),
            },
            preheader: facts.event.when.clone(),
            sentences: vec![outcome],
            ..about(&facts.event, settings)
        },
    };
    if facts.drawn {
        page.why = settings.link(&paths::draw(facts.event.number));
    }
    if facts.given > 0 {
        page.line.clone_from(&facts.line);
        page.attachment = calendar_file(&facts.event, &facts.line, false, settings);
    } else if facts.before.is_some_and(|before| before > 0) {
        // What the calendar took from the mail before.
        page.attachment = calendar_file(&facts.event, words::NONE_NOW, true, settings);
    }
    page.letter(to, settings)
}

/// That an event does not take place, to everybody who asked for tickets.
pub fn cancelled(to: &To<'_>, facts: &CancelledFacts, settings: &Settings) -> Composed {
    let page = Page {
        subject: format!("Cancelled: {}", facts.event.name),
        preheader: facts.event.when.clone(),
        sentences: vec![
            "This event was cancelled. You had asked for tickets; there is nothing you need to do.".to_owned(),
        ],
        attachment: calendar_file(&facts.event, "", true, settings),
        ..about(&facts.event, settings)
    };
    page.letter(to, settings)
}

/// To see whether mail works: whoever reads it knows.
pub fn test(to: &To<'_>, settings: &Settings) -> Composed {
    let app = &settings.app_name;
    let page = Page {
        subject: format!("Test message from {app}"),
        preheader: "If you can read it, mail works.".to_owned(),
        heading: "Test message".to_owned(),
        sentences: vec![format!("This is a test message from {app}. If you can read it, mail works.")],
        button: "Open Ticket Pool",
        link: settings.link(paths::DASHBOARD),
        small: "You asked for it on the Settings page.".to_owned(),
        ..Page::default()
    };
    page.letter(to, settings)
}

/// What the letter with these facts will look like, for the page before finalizing. It goes nowhere.
pub fn sample(name: &str, facts: &ResultFacts, settings: &Settings) -> Composed {
    result(&To { name, address: "" }, facts, settings)
}

/// The parts that all letters about an event share. Answers are offered only where they arrive.
fn about(event: &EventFacts, settings: &Settings) -> Page {
    let small = match Email::parse(&event.reply_to) {
        Ok(_) => format!("Answer this mail to reach {}, who organizes the event.", event.organizer),
        Err(_) => String::new(),
    };
    Page {
        event: Some(event.clone()),
        button: "See the event",
        link: settings.link(&paths::event(event.number)),
        small,
        ..Page::default()
    }
}

/// The event for the reader's calendar; the same entry as in every other file about it.
fn calendar_file(event: &EventFacts, text: &str, cancelled: bool, settings: &Settings) -> Option<Attachment> {
    let facts = event.calendar.as_ref()?;
    let entry = Entry { number: event.number, name: &event.name, facts, text, cancelled };
    let content = entry.file(settings);
    Some(Attachment { name: "event.ics", kind: "text/calendar", content })
}
