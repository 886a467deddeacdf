//! Numbers and lists that stand alone, as the reader's language writes them.

use catalog::counts as say;

/// "1 ticket", "2 tickets".
pub fn tickets(count: impl Into<u64>) -> String {
    say::tickets(count.into())
}

/// "1 person", "2 people".
pub fn people(count: impl Into<u64>) -> String {
    say::people(count.into())
}

/// "1 email", "2 emails".
pub fn emails(count: impl Into<u64>) -> String {
    say::emails(count.into())
}

/// "once", "twice", "3 times".
pub fn times(count: u64) -> String {
    match count {
        1 => say::once().to_owned(),
        2 => say::twice().to_owned(),
        count => say::times(count),
    }
}

/// The name of a season, or that there is none.
pub fn season(name: Option<String>) -> String {
    name.map_or_else(|| no_season().to_owned(), season_name)
}

/// What a season is called. The one that is there from the start is called as the reader's language has it, until someone names it.
pub fn season_name(name: String) -> String {
    if name == "General" { say::general_season().to_owned() } else { name }
}

/// What an event is in that counts in no season.
pub fn no_season() -> &'static str {
    say::no_season()
}

/// "63%".
pub fn percent(number: u64) -> String {
    say::percent(catalog::number(i64::try_from(number).unwrap_or(i64::MAX)))
}

/// "a", "a and b", "a, b, and c"; empty where there is nothing.
pub fn all_of(things: &[String]) -> String {
    listed(things, |one, last| say::and_last(one, last), |one, last| say::and_last_of_more(one, last))
}

/// "a", "a or b", "a, b, or c"; empty where there is nothing.
pub fn any_of(things: &[String]) -> String {
    listed(things, |one, last| say::or_last(one, last), |one, last| say::or_last_of_more(one, last))
}

fn listed(things: &[String], two: impl Fn(&str, &str) -> String, last_two: impl Fn(&str, &str) -> String) -> String {
    match things {
        [] => String::new(),
        [only] => only.clone(),
        [one, last] => two(one, last),
        [before @ .., one, last] => {
            before.iter().rev().fold(last_two(one, last), |rest, one| say::before(one.as_str(), rest))
        }
    }
}

/// A number that stands alone, as the reader's language writes it. In a sentence it is an argument.
pub fn number(number: impl TryInto<i64>) -> String {
    catalog::number(number.try_into().unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use catalog::{Language, to_reader};

    use super::{all_of, any_of, percent, tickets};

    #[tokio::test]
    async fn numbers_and_lists_are_written_as_each_language_does() {
        let three = ["a", "b", "c"].map(str::to_owned);
        for (language, one, many, share, all, any) in [
            (Language::English, "1 ticket", "1,200 tickets", "63%", "a, b, and c", "a or b"),
            (Language::German, "1 Ticket", "1.200 Tickets", "63\u{a0}%", "a, b und c", "a oder b"),
            (Language::French, "1 billet", "1\u{202f}200 billets", "63\u{202f}%", "a, b et c", "a ou b"),
        ] {
            let said = async { (tickets(1_u32), tickets(1_200_u32), percent(63), all_of(&three), any_of(&three[..2])) };
            let said = to_reader(language, said).await;
            assert_eq!(said, (one.into(), many.into(), share.into(), all.into(), any.into()));
        }
        assert_eq!(to_reader(Language::French, async { tickets(0_u32) }).await, "0 billet");
        assert_eq!([all_of(&[]), all_of(&three[..1]), all_of(&three[..2])], ["", "a", "a and b"]);
    }
}
