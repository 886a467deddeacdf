//! What a mail server answered, in the reader's language. (How it is kept: `server/mail/smtp/failure`.)

use catalog::relay as say;

/// Why a letter did not leave through a mail server; `None` where that is not what the database keeps.
pub(super) fn answer(kept: &str) -> Option<String> {
    match kept {
        "The mail server did not say whether it took the mail." => return Some(say::unconfirmed().to_owned()),
        "The address is none that mail can be sent to." => return Some(say::address().to_owned()),
        _ => {}
    }
    let (what, said) = kept.strip_suffix('.')?.split_once(": ")?;
    let said = connection(said).unwrap_or(said);
    Some(match what {
        "The mail server could not be reached" => say::unreachable(said),
        "The mail server could not be reached safely" => say::insecure(said),
        "The mail server does not accept the login" => say::login(said),
        "The mail server does not accept the sender" => say::sender(said),
        "The mail server does not accept the recipient" => say::recipient(said),
        "The mail server did not want the mail" => say::data(said),
        "The mail server did not take the mail" => say::content(said),
        _ => return None,
    })
}

/// What the connection was like.
fn connection(said: &str) -> Option<&'static str> {
    Some(match said {
        "its name leads nowhere" => say::nowhere(),
        "no answer in time" => say::in_time(),
        "the connection was refused" => say::refused(),
        "the connection was cut" => say::cut(),
        "it offers no TLS" => say::no_tls(),
        "its answers make no sense" => say::odd(),
        _ => return None,
    })
}
