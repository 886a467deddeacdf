use std::fmt;

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
}

/// A letter, or the template's fault.
pub type Composed = Result<Letter, askama::Error>;

/// An email, ready to leave.
///
/// Every value in it is clean: one line each in subject and addresses, no control characters anywhere but LF in the two
/// bodies. It may hold a sign-in link, so printing one for a log shows nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
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
    /// A file that goes along.
    pub attachment: Option<Attachment>,
}

/// A file beside a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// What it is called: letters, digits and dots.
    pub name: &'static str,
    /// Its media type, without parameters: SES documents none.
    pub kind: &'static str,
    pub content: String,
}

impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Letter(…)")
    }
}
