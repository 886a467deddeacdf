//! Names of more than one: "Anna and Bob", "Lee Family".

/// Between the names of two, whatever the case.
const AND: &str =
    " and und u u. et y e en og och i és ve ja ir eta agus dhe və và și şi και κι и й ды та і да და և եւ ";

/// Between them, too, and first letters, articles, or names elsewhere: only in small letters, with a name behind.
const PERHAPS_AND: &str = " a o in ac ha hag un si meg ";

/// Whether a word stands between the names of two; `next` is the word behind it.
pub fn is_and(word: &str, next: Option<&str>) -> bool {
    let before_a_name = next.is_some_and(|next| next.starts_with(char::is_uppercase));
    is_in(AND, &word.to_lowercase()) || (before_a_name && is_in(PERHAPS_AND, word))
}

/// Whether a word says that the name is that of several: "Lee Family".
pub fn is_of_a_family(word: &str) -> bool {
    let of_several = " family familie famille familia famiglia rodzina rodina family's household haushalt siblings geschwister brothers \
        sisters twins zwillinge kids children kinder parents eltern couple ehepaar ";
    is_in(of_several, &word.to_lowercase())
}

fn is_in(list: &str, word: &str) -> bool {
    list.contains(&format!(" {word} "))
}
