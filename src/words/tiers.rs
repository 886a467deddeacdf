use allocation::Tiers;

/// What stands for numbers in [`TierWords`].
const MARKS: [&str; 2] = ["{0}", "{1}"];

/// What is said of the numbers someone would take, in the reader's language, with marks where the numbers go: the server
/// reads it from the catalog, and the browser, which has no catalog, says it of whatever is tapped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TierWords {
    only: String,
    two: String,
    several: String,
    or: String,
    only_best: String,
    up_to_best: String,
    /// How the language writes 1000.
    thousand: String,
}

impl TierWords {
    /// As [`TierWords::lines`] has them; what is missing says nothing.
    pub fn read(lines: &str) -> Self {
        let mut lines = lines.lines().map(str::to_owned);
        let mut next = || lines.next().unwrap_or_default();
        Self {
            only: next(),
            two: next(),
            several: next(),
            or: next(),
            only_best: next(),
            up_to_best: next(),
            thousand: next(),
        }
    }

    /// "4 if possible, or 2, or 1. If none of these works, you get none."
    pub fn sentence(&self, tiers: &Tiers) -> String {
        match tiers.amounts() {
            [] => String::new(),
            [only] => filled(&self.only, &self.number(*only), ""),
            [first, second] => filled(&self.two, &self.number(*first), &self.number(*second)),
            [first, others @ ..] => filled(&self.several, &self.number(*first), &self.list(others)),
        }
    }

    /// What taps the largest number alone: "Only 4 works".
    pub fn only_best(&self, best: u32) -> String {
        filled(&self.only_best, &self.number(best), "")
    }

    /// What taps it and every smaller one: "4 or fewer works".
    pub fn up_to_best(&self, best: u32) -> String {
        filled(&self.up_to_best, &self.number(best), "")
    }

    /// "2, or 1".
    fn list(&self, amounts: &[u32]) -> String {
        let numbers = amounts.iter().map(|&amount| self.number(amount));
        numbers.reduce(|some, next| filled(&self.or, &some, &next)).unwrap_or_default()
    }

    fn number(&self, amount: u32) -> String {
        let between = self.thousand.trim_start_matches('1').trim_end_matches('0');
        match (amount / 1_000, amount % 1_000) {
            (0, rest) => rest.to_string(),
            (thousands, rest) => format!("{thousands}{between}{rest:03}"),
        }
    }
}

fn filled(pattern: &str, first: &str, second: &str) -> String {
    pattern.replace(MARKS[0], first).replace(MARKS[1], second)
}

#[cfg(feature = "ssr")]
mod said {
    use allocation::Tiers;
    use catalog::tiers as say;

    use super::{MARKS, TierWords};
    use crate::words;

    impl TierWords {
        /// In the reader's language; `own`: the numbers are the reader's own.
        pub fn of(own: bool) -> Self {
            let [one, other] = MARKS;
            let (two, several) = if own {
                (say::two(one, other), say::several(one, other))
            } else {
                (say::two_they(one, other), say::several_they(one, other))
            };
            Self {
                only: say::only(one),
                two,
                several,
                or: say::or(one, other),
                only_best: say::only_best(one),
                up_to_best: say::up_to_best(one),
                thousand: catalog::number(1_000),
            }
        }

        /// A line for each, to be carried to the browser.
        pub fn lines(&self) -> String {
            let Self { only, two, several, or, only_best, up_to_best, thousand } = self;
            [only, two, several, or, only_best, up_to_best, thousand].map(String::as_str).join("\n")
        }
    }

    /// "4, or 2, or 1".
    pub fn wish(tiers: &Tiers) -> String {
        amounts(tiers.amounts())
    }

    /// The same of someone's request; a dash where they asked for nothing.
    pub fn wish_of(tiers: &Tiers, asked: bool) -> String {
        if asked { wish(tiers) } else { "–".to_owned() }
    }

    /// The same of amounts that stand largest first.
    pub fn amounts(amounts: &[u32]) -> String {
        amounts.iter().map(|&amount| number(amount)).reduce(say::or).unwrap_or_default()
    }

    /// "4, 2, or 1": the numbers one could get.
    pub fn either_or(amounts: &[u32]) -> String {
        words::any_of(&amounts.iter().map(|&amount| number(amount)).collect::<Vec<_>>())
    }

    fn number(amount: u32) -> String {
        catalog::number(amount.into())
    }

    #[cfg(test)]
    mod tests {
        use allocation::Tiers;
        use catalog::Language;

        use super::{TierWords, either_or, wish};

        fn tiers(amounts: &[u32]) -> Tiers {
            Tiers::from_set(amounts.iter().copied()).unwrap()
        }

        #[test]
        fn what_the_browser_says_is_what_the_server_says() {
            let words = TierWords::of(true);
            let carried = TierWords::read(&words.lines());
            assert_eq!(carried, words);
            assert_eq!(carried.sentence(&tiers(&[4])), "4 or nothing.");
            assert_eq!(carried.sentence(&tiers(&[4, 2])), "4 if possible, or 2. If neither works, you get none.");
            let three = "4 if possible, or 2, or 1. If none of these works, you get none.";
            assert_eq!(carried.sentence(&tiers(&[4, 2, 1])), three);
            assert_eq!(carried.sentence(&tiers(&[1_040])), "1,040 or nothing.");
            assert_eq!([carried.only_best(4), carried.up_to_best(4)], ["Only 4 works", "4 or fewer works"]);
            assert_eq!(
                TierWords::of(false).sentence(&tiers(&[4, 2])),
                "4 if possible, or 2. If neither works, they get none."
            );
        }

        #[tokio::test]
        async fn every_language_says_it_its_own_way() {
            let in_german = catalog::to_reader(Language::German, async {
                (TierWords::of(true).sentence(&tiers(&[4, 2, 1])), wish(&tiers(&[1_200, 2])))
            });
            let (sentence, wish) = in_german.await;
            assert_eq!(sentence, "Am liebsten 4, sonst 2, sonst 1. Geht nichts davon, bekommen Sie nichts.");
            assert_eq!(wish, "1.200, sonst 2");
        }

        #[test]
        fn numbers_one_could_get_are_a_list() {
            assert_eq!([either_or(&[4]), either_or(&[4, 2]), either_or(&[4, 2, 1])], ["4", "4 or 2", "4, 2, or 1"]);
        }
    }
}

#[cfg(feature = "ssr")]
pub use said::{amounts, either_or, wish, wish_of};
