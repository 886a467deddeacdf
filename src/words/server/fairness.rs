//! How it went for someone, in words beside the dots.

use catalog::fairness as say;

use super::times;

/// Of whom it is told: of the reader, or of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    You,
    They,
}

/// "You requested tickets 12 times and got them 7 times."
pub fn went(whom: Whom, asked: u64, got: u64) -> String {
    let you = whom == Whom::You;
    match (asked, got) {
        (0, _) if you => say::went_nothing().to_owned(),
        (0, _) => say::they_nothing().to_owned(),
        (asked, 0) if you => say::went_none(times(asked)),
        (asked, 0) => say::they_none(times(asked)),
        (1, _) if you => say::went_once().to_owned(),
        (1, _) => say::they_once().to_owned(),
        (asked, got) if asked == got && you => say::went_always(times(asked)),
        (asked, got) if asked == got => say::they_always(times(asked)),
        (asked, got) if you => say::went(times(asked), times(got)),
        (asked, got) => say::they(times(asked), times(got)),
    }
}

/// The same as a row of dots, told in one breath: "Oldest first: 2 with tickets, 1 without, 4 with tickets".
pub fn runs(got: &[bool]) -> String {
    let runs = got.chunk_by(|one, next| one == next);
    let told = runs.map(|run| if run[0] { say::dots_got(run.len()) } else { say::dots_none(run.len()) });
    say::dots(told.reduce(say::dots_next).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{Whom, runs, went};

    #[test]
    fn how_it_went_is_one_plain_sentence() {
        for (asked, got, says) in [
            (0, 0, "No results yet. Only requests you made yourself count, once you’ve been told the result."),
            (1, 0, "You requested tickets once and haven’t gotten any yet."),
            (1, 1, "You requested tickets once and got them."),
            (2, 1, "You requested tickets twice and got them once."),
            (12, 7, "You requested tickets 12 times and got them 7 times."),
            (3, 3, "You requested tickets 3 times and got them every time."),
            (1_200, 0, "You requested tickets 1,200 times and haven’t gotten any yet."),
        ] {
            assert_eq!(went(Whom::You, asked, got), says);
        }
    }

    #[test]
    fn dots_are_told_in_runs() {
        assert_eq!(runs(&[true, true, false, true]), "Oldest first: 2 with tickets, 1 without, 1 with tickets");
        assert_eq!(runs(&[false]), "Oldest first: 1 without");
    }
}
