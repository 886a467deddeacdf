//! How it went for someone, in words beside the dots.

use crate::words::counted;

/// "You asked 12 times and got tickets 7 times." `who` is "You" or "They".
pub fn went(who: &str, asked: u64, got: u64) -> String {
    match (asked, got) {
        (0, _) if who == "You" => {
            "Nothing counts for you yet: only requests you made yourself do, once you were told the result.".to_owned()
        }
        (0, _) => "Nothing counts for them yet: only requests they made themselves do, once they were told the result."
            .to_owned(),
        (asked, 0) => format!("{who} asked {} and got no tickets.", times(asked)),
        (1, _) => format!("{who} asked once and got tickets."),
        (asked, got) if asked == got => format!("{who} asked {} and got tickets every time.", times(asked)),
        (asked, got) => format!("{who} asked {} and got tickets {}.", times(asked), times(got)),
    }
}

/// "once", "twice", "3 times".
pub fn times(count: u64) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => counted(count, "time", "times"),
    }
}

/// The same as a row of dots, told in one breath: "Oldest first: 2 with tickets, 1 without, 4 with tickets".
pub fn runs(got: &[bool]) -> String {
    let runs = got.chunk_by(|one, next| one == next);
    let told = runs.map(|run| format!("{} {}", run.len(), if run[0] { "with tickets" } else { "without" }));
    format!("Oldest first: {}", told.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::{runs, went};

    #[test]
    fn how_it_went_is_one_plain_sentence() {
        for (asked, got, says) in [
            (0, 0, "Nothing counts for you yet: only requests you made yourself do, once you were told the result."),
            (1, 0, "You asked once and got no tickets."),
            (1, 1, "You asked once and got tickets."),
            (2, 1, "You asked twice and got tickets once."),
            (12, 7, "You asked 12 times and got tickets 7 times."),
            (3, 3, "You asked 3 times and got tickets every time."),
            (1_200, 0, "You asked 1,200 times and got no tickets."),
        ] {
            assert_eq!(went("You", asked, got), says);
        }
    }

    #[test]
    fn dots_are_told_in_runs() {
        assert_eq!(runs(&[true, true, false, true]), "Oldest first: 2 with tickets, 1 without, 1 with tickets");
        assert_eq!(runs(&[false]), "Oldest first: 1 without");
    }
}
