use std::fmt;

use chrono::{DateTime, Utc};

use crate::domain::schedule::Zone;

/// Whom a letter is for.
#[derive(Clone, Copy, Debug)]
pub struct To<'a> {
    pub name: &'a str,
    pub address: &'a str,
    /// Where the chain of statements stands, for the foot; empty: nothing was stated yet.
    pub chain: &'a str,
    /// Where they are, if they have said so.
    pub zone: Option<Zone>,
    /// What stands for them in the names of calendar entries; empty in a letter that goes nowhere.
    pub mark: &'a str,
    /// Where they turn emails like this one off; empty for what cannot be turned off.
    pub off: &'a str,
}

/// A letter, or the template's fault.
pub type Composed = Result<Letter, askama::Error>;

/// An email, ready to leave.
///
/// Every value in it is clean: one line each in subject and addresses, no control characters anywhere but LF in the two
/// bodies. It may hold a sign-in link, so printing one for a log shows nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// What the letter is called everywhere and for good, as its header has it: the same at every try, so that two copies of
    /// it are known for one. Empty in a letter that goes nowhere.
    pub message_id: String,
    /// When it leaves, for its header.
    pub dated: DateTime<Utc>,
    /// Whom it is for, as they are called.
    pub to_name: String,
    /// Where it goes.
    pub to_address: String,
    pub subject: String,
    /// The plain text, lines ended by LF, the link alone on a line.
    pub text: String,
    /// The same as a whole HTML document.
    pub html: String,
    /// Where answers go, if not to the sender.
    pub reply_to: Option<String>,
    /// The https address whose button, or whose POST without any, ends letters of this kind (RFC 8058).
    pub unsubscribe: Option<String>,
    /// A file that goes along.
    pub attachment: Option<Attachment>,
}

/// A file beside a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// What it is called: letters, digits and dots.
    pub name: &'static str,
    /// Its media type, without parameters.
    pub kind: &'static str,
    pub content: String,
    /// Where it is a calendar file that mail programs are to act upon, what it asks of them, as it also says itself.
    pub method: Option<CalendarMethod>,
}

/// What a calendar file asks of the program that reads it (RFC 5546, section 1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarMethod {
    /// To enter it, or to bring the entry up to date.
    Request,
    /// To take the entry out.
    Cancel,
}

impl CalendarMethod {
    /// As calendars and headers have it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Letter(…)")
    }
}
