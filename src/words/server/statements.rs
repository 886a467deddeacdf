//! Signed statements in plain words.

use allocation::statement::Kind;

use crate::words::{counted, grouped, in_groups, rule_name};

/// What a statement is.
pub const fn statement(kind: Kind) -> &'static str {
    match kind {
        Kind::Commitment => "The draw’s sealed code, and what goes into the draw",
        Kind::Receipt => "Request received",
        Kind::Withdrawal => "Request withdrawn",
        Kind::Removal => "Request removed by an organizer",
        Kind::Close => "The list of requests",
        Kind::Plan => "Draw settled",
        Kind::Draw => "Draw made",
        Kind::Override => "Other number than drawn",
        Kind::Number => "Other number than told before",
        Kind::Reopen => "Opened again",
        Kind::Cancel => "Event canceled",
        Kind::Uncancel => "Event takes place after all",
        Kind::Trash => "Trash",
        Kind::Finalize => "Results are final",
        Kind::Key => "The site signs with another key from here on",
    }
}

/// The part of it that people look for; the rest stands in its text.
pub fn stated<'a>(kind: Kind, says: impl Fn(&str) -> Option<&'a str>) -> Option<String> {
    let text = |key| says(key).unwrap_or("?");
    let count = |key, one, many| match text(key).parse::<u64>() {
        Ok(number) => counted(number, one, many),
        Err(_) => format!("? {many}"),
    };
    Some(match kind {
        Kind::Commitment => {
            let source = text("randomness").split(' ').collect::<Vec<_>>();
            match source.as_slice() {
                ["drand", _, round] => {
                    format!("Public random number: round {} of drand, or a later one.", grouped_digits(round))
                }
                ["typed", ..] => {
                    format!("Public number, typed in: {}.", text("randomness").trim_start_matches("typed "))
                }
                _ => "No public random number.".to_owned(),
            }
        }
        Kind::Receipt => {
            let by = if says("by") == Some("organizer") { ", entered by an organizer" } else { "" };
            format!("Would take {}{by}.", text("tiers").replace(',', ", or "))
        }
        Kind::Removal => format!("Reason: {}", text("reason")),
        Kind::Close => {
            format!("{} for {}.", count("requests", "request", "requests"), count("tickets", "ticket", "tickets"))
        }
        Kind::Plan | Kind::Draw => {
            let why = says("reason").map(|reason| format!(" Reason: {reason}")).unwrap_or_default();
            let rule = crate::domain::draw::rule_of_key(text("rule")).map(rule_name);
            format!("Draw {}, {}.{why}", text("draw"), rule.unwrap_or_default())
        }
        Kind::Override => format!("Drawn {}, now {}. Reason: {}", text("drawn"), text("now"), text("reason")),
        Kind::Number => format!("{} before, now {}. Reason: {}", text("before"), text("now"), text("reason")),
        Kind::Reopen if says("what") == Some("allocation") => "To change numbers.".to_owned(),
        Kind::Reopen => "For requests.".to_owned(),
        Kind::Trash if says("is") == Some("in") => "Put into the trash.".to_owned(),
        Kind::Trash => "Taken out of the trash.".to_owned(),
        Kind::Finalize => format!("{} given.", count("given", "ticket", "tickets")),
        Kind::Withdrawal | Kind::Cancel | Kind::Uncancel | Kind::Key => return None,
    })
}

fn grouped_digits(digits: &str) -> String {
    digits.parse().map_or_else(|_| digits.to_owned(), grouped)
}

/// Where the chain of statements stands: what people compare when they wonder whether a site tells everyone the same.
/// Half of the link and a quarter of the key: nobody finds others that begin like them.
pub fn chain(number: u64, link: allocation::Hash, key: allocation::statement::PublicKey) -> String {
    let (link, key) = (link.to_string(), key.to_string());
    format!("Signed statement {}: {} · key {}", grouped(number), in_groups(&link[..32]), in_groups(&key[..16]))
}
