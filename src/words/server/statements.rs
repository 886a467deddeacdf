//! Signed statements in plain words.

use allocation::statement::Kind;
use catalog::statements as say;

use crate::words::{amounts, in_groups, rule_name};

/// What a statement is.
pub fn statement(kind: Kind) -> &'static str {
    match kind {
        Kind::Commitment => say::commitment(),
        Kind::Receipt => say::receipt(),
        Kind::Withdrawal => say::withdrawal(),
        Kind::Removal => say::removal(),
        Kind::Close => say::close(),
        Kind::Plan => say::plan(),
        Kind::Draw => say::drawn(),
        Kind::Override => say::overridden(),
        Kind::Number => say::number(),
        Kind::Reopen => say::reopen(),
        Kind::Cancel => say::cancel(),
        Kind::Uncancel => say::uncancel(),
        Kind::Trash => say::trash(),
        Kind::Finalize => say::finalize(),
        Kind::Key => say::key(),
    }
}

/// The part of it that people look for; the rest stands in its text, and so does all of one that cannot be read.
pub fn stated<'a>(kind: Kind, says: impl Fn(&str) -> Option<&'a str>) -> Option<String> {
    let number = |key| says(key)?.parse::<u64>().ok();
    Some(match kind {
        Kind::Commitment => source(says("randomness")?),
        Kind::Receipt => {
            let tiers: Vec<u32> = says("tiers")?.split(',').map(str::parse).collect::<Result<_, _>>().ok()?;
            let wish = amounts(&tiers);
            if says("by") == Some("organizer") { say::would_take_entered(wish) } else { say::would_take(wish) }
        }
        Kind::Removal => say::reason(says("reason")?),
        Kind::Close => say::list(number("requests")?, number("tickets")?),
        Kind::Plan | Kind::Draw => {
            let (draw, rule) = (number("draw")?, rule_name(crate::domain::draw::rule_of_key(says("rule")?)?));
            match says("reason") {
                None => say::draw_by(draw, rule),
                Some(reason) => say::draw_again(draw, rule, reason),
            }
        }
        Kind::Override => say::override_to(number("drawn")?, number("now")?, says("reason")?),
        Kind::Number => say::number_to(number("before")?, number("now")?, says("reason")?),
        Kind::Reopen if says("what") == Some("allocation") => say::reopen_numbers().to_owned(),
        Kind::Reopen => say::reopen_requests().to_owned(),
        Kind::Trash if says("is") == Some("in") => say::trash_in().to_owned(),
        Kind::Trash => say::trash_out().to_owned(),
        Kind::Finalize => say::given(number("given")?),
        Kind::Withdrawal | Kind::Cancel | Kind::Uncancel | Kind::Key => return None,
    })
}

/// What is drawn with, as a commitment names it.
fn source(randomness: &str) -> String {
    match randomness.split(' ').collect::<Vec<_>>().as_slice() {
        ["drand", _, round] => round.parse::<u64>().map_or_else(|_| say::source_drand(*round), say::source_drand),
        ["typed", ..] => say::source_typed(randomness.trim_start_matches("typed ")),
        _ => say::source_none().to_owned(),
    }
}

/// Where the chain of statements stands: what people compare when they wonder whether a site tells everyone the same.
/// Half of the link and a quarter of the key: nobody finds others that begin like them.
pub fn chain(number: u64, link: allocation::Hash, key: allocation::statement::PublicKey) -> String {
    let (link, key) = (link.to_string(), key.to_string());
    say::chain(number, in_groups(&link[..32]), in_groups(&key[..16]))
}
