//! A letter as it goes over the wire (RFC 5322, RFC 2045): whichever way it leaves, these are the octets. All of them are
//! ASCII, so that no server needs an extension for them, and no line is longer than RFC 5322 allows.

#[cfg(test)]
mod tests;

use lettre::{
    Address, Message,
    message::{
        Attachment as File, Mailbox, MultiPart, MultiPartBuilder, SinglePart,
        header::{ContentType, HeaderName, HeaderValue},
    },
};

use super::{Attachment, Class, Letter, TransportError, plain};

/// The longest name beside an address, in characters; services count it and the address together, encoded, up to 320.
const LONGEST_NAME: usize = 60;

/// Who letters are from.
#[derive(Clone, Debug)]
pub(super) struct Sender {
    /// The name that mail programs show.
    pub name: String,
    pub address: String,
}

/// What about a letter keeps it from being put on the wire.
type Unfit = TransportError;

impl Sender {
    pub fn new(name: &str, address: &str) -> Self {
        Self { name: plain::clipped(&plain::plain(name), LONGEST_NAME), address: address.to_owned() }
    }

    fn mailbox(&self) -> Result<Mailbox, Unfit> {
        let fault = || TransportError::new(Class::Paused, "The sender is none that mail can come from.");
        let address = ascii(&self.address).ok_or_else(fault)?;
        Ok(Mailbox::new(Some(self.name.clone()).filter(|name| !name.is_empty()), address))
    }
}

/// The letter with all its headers; its envelope is that of them.
///
/// # Errors
/// An address that is none: of the recipient, this letter will never leave; of the sender, none will.
pub(super) fn message(letter: &Letter, sender: &Sender) -> Result<Message, Unfit> {
    let nowhere = || TransportError::new(Class::Permanent, "The address is none that mail can be sent to.");
    let mut message = Message::builder()
        .from(sender.mailbox()?)
        // The bare address: names in lists of recipients are what spam has.
        .to(ascii(&letter.to_address).ok_or_else(nowhere)?.into())
        .subject(subject(&letter.subject))
        .date(letter.dated.into())
        // Nobody's program answers that they are on vacation (RFC 3834, section 5).
        .raw_header(header("Auto-Submitted", "auto-generated"));
    if let Some(address) = letter.reply_to.as_deref().and_then(ascii) {
        message = message.reply_to(address.into());
    }
    if !letter.message_id.is_empty() {
        message = message.message_id(Some(letter.message_id.clone()));
    }
    if let Some(address) = &letter.unsubscribe {
        message = message
            .raw_header(header("List-Unsubscribe", &format!("<{address}>")))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    message.multipart(body(letter)?).map_err(|_| TransportError::new(Class::Permanent, "The mail is incomplete."))
}

/// Both texts, the plain one first and the best last (RFC 2046, section 5.1.4), and beside them what goes along. What calendars
/// act upon stands among the texts, where their programs look for it, and once more as a file for all others (RFC 6047).
fn body(letter: &Letter) -> Result<MultiPart, Unfit> {
    let texts = part(MultiPart::alternative(), "texts", letter)
        .singlepart(SinglePart::plain(letter.text.clone()))
        .singlepart(SinglePart::html(letter.html.clone()));
    let Some(attachment) = &letter.attachment else { return Ok(texts) };
    let (texts, kind) = match attachment.method {
        Some(method) => {
            let kind = kind(&format!("{}; charset=utf-8; method={}", attachment.kind, method.as_str()))?;
            let entry = SinglePart::builder().header(kind).body(attachment.content.clone());
            // As a second calendar entry it would be acted upon twice.
            (texts.singlepart(entry), "application/ics".to_owned())
        }
        None => (texts, format!("{}; charset=utf-8", attachment.kind)),
    };
    Ok(part(MultiPart::mixed(), "all", letter).multipart(texts).singlepart(file(attachment, &kind)?))
}

/// The file octet for octet as it is.
fn file(attachment: &Attachment, as_kind: &str) -> Result<SinglePart, Unfit> {
    Ok(File::new(attachment.name.to_owned()).body(attachment.content.clone().into_bytes(), kind(as_kind)?))
}

/// What is between the parts: the same at every try, and in no text, since the name of the letter is made of a secret.
fn part(builder: MultiPartBuilder, which: &str, letter: &Letter) -> MultiPart {
    let name: String = letter.message_id.chars().filter(char::is_ascii_alphanumeric).take(32).collect();
    builder.boundary(format!("=_{which}_{name}")).build()
}

fn kind(said: &str) -> Result<ContentType, Unfit> {
    ContentType::parse(said).map_err(|_| TransportError::new(Class::Permanent, "The file is of no kind."))
}

/// One line. What would be read as an encoded word (RFC 2047) though someone typed it is parted.
fn subject(subject: &str) -> String {
    plain::subject(subject).replace("=?", "= ?")
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// An address that every server takes: those with other letters need an extension that few have (RFC 6531).
fn ascii(address: &str) -> Option<Address> {
    address.parse().ok().filter(|_| address.bytes().all(|letter| letter.is_ascii_graphic()))
}
