//! What the bar of the board says: the browser adds up live, and has no catalog.

/// The sentences of the bar in the reader's language, with marks where numbers go: the server reads them from the catalog, and
/// the browser fills them in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BarWords {
    left: String,
    over: String,
    undecided: String,
    pub saving: String,
    pub saved: String,
    pub over_limit: String,
    pub unsaved: String,
    pub unfinished: String,
    pub offline: String,
    pub compare: String,
    pub undo: String,
    pub save: String,
    pub leftovers: String,
    pub draw: String,
    pub review: String,
    pub name: String,
    /// What stands between thousands.
    group: String,
}

/// What stands for numbers in the sentences.
const MARKS: [&str; 2] = ["{0}", "{1}"];

impl BarWords {
    /// One sentence a line, for a board of so many tickets.
    #[cfg(feature = "ssr")]
    pub fn lines(tickets: u32) -> String {
        use catalog::board as say;
        let [first, second] = MARKS;
        let thousand = catalog::number(1000);
        let group = thousand.trim_matches(|c: char| c.is_ascii_digit());
        [
            &*say::left(first, tickets, second),
            &*say::over(first, tickets, second),
            &*say::undecided(first),
            say::saving(),
            say::saved(),
            say::over_limit(),
            say::unsaved(),
            say::unfinished(),
            say::offline(),
            say::compare(),
            say::undo(),
            say::save(),
            say::leftovers(),
            say::run_draw(),
            say::review(),
            say::bar(),
            group,
        ]
        .join("\n")
    }

    /// Reads what [`BarWords::lines`] wrote; what is missing says nothing.
    pub fn read(lines: &str) -> Self {
        let mut lines = lines.split('\n').map(str::to_owned);
        let mut next = || lines.next().unwrap_or_default();
        Self {
            left: next(),
            over: next(),
            undecided: next(),
            saving: next(),
            saved: next(),
            over_limit: next(),
            unsaved: next(),
            unfinished: next(),
            offline: next(),
            compare: next(),
            undo: next(),
            save: next(),
            leftovers: next(),
            draw: next(),
            review: next(),
            name: next(),
            group: next(),
        }
    }

    /// "36 of 40 assigned · 4 left", "43 of 40 assigned · 3 over the limit".
    pub fn balance(&self, given: u64, tickets: u32) -> String {
        let there = u64::from(tickets);
        let (sentence, rest) = if given > there { (&self.over, given - there) } else { (&self.left, there - given) };
        sentence.replace(MARKS[0], &self.number(given)).replace(MARKS[1], &self.number(rest))
    }

    /// "3 undecided".
    pub fn undecided(&self, count: usize) -> String {
        self.undecided.replace(MARKS[0], &self.number(count as u64))
    }

    fn number(&self, number: u64) -> String {
        super::grouped(number).replace(',', &self.group)
    }
}

/// "36 of 40 assigned · 4 left", "43 of 40 assigned · 3 over the limit".
#[cfg(feature = "ssr")]
pub fn balance(given: u64, tickets: u32) -> String {
    let there = u64::from(tickets);
    if given > there {
        catalog::board::over(given, tickets, given - there)
    } else {
        catalog::board::left(given, tickets, there - given)
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::BarWords;

    #[tokio::test]
    async fn the_bar_is_filled_in_as_the_language_of_the_reader_writes_numbers() {
        let said = async || {
            let words = BarWords::read(&BarWords::lines(1_500));
            [words.balance(1_200, 1_500), words.balance(1_503, 1_500), words.undecided(1_001), words.review]
        };
        assert_eq!(
            said().await,
            [
                "1,200 of 1,500 assigned · 300 left",
                "⚠ 1,503 of 1,500 assigned · 3 over the limit",
                "1,001 undecided",
                "Review"
            ]
        );
        let german = catalog::to_reader(catalog::Language::German, said()).await;
        assert_eq!(german[0], "1.200 von 1.500 zugeteilt · 300 übrig");
    }
}
