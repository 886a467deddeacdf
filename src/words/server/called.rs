use crate::server::names::{is_no_name, is_of_a_family, is_of_a_firm, is_particle, is_title, is_written_together};

/// What someone is called in a greeting: the first word of their name, of "Lee, Hannah" the one behind the comma. Where it is
/// not sure which that is, and where it would be a title, an initial, or half a name, it is the whole name.
pub fn called(name: &str) -> &str {
    let whole = name.trim_end_matches([',', ' ']);
    let mut parts = name.split([',', '，', '、', '،']);
    let before = parts.next().unwrap_or_default().trim();
    let behind = parts.next().unwrap_or_default().trim();
    let several = before.split_whitespace().nth(1).is_some();
    let given = match () {
        () if behind.is_empty() => before,
        () if is_no_name(before, behind) && several => before,
        () if is_no_name(before, behind) => return whole,
        // "Anna Berg, Köln" and "García Márquez, Gabriel" are not told apart; "van der Berg, Anna" can only be a family's.
        () if several && !before.starts_with(char::is_lowercase) => return whole,
        () => behind,
    };
    first_word(given).unwrap_or(whole)
}

/// The first word, if someone is called by it.
fn first_word(given: &str) -> Option<&str> {
    let mut words = given.split_whitespace();
    let typed = words.next()?;
    let first = typed.trim_matches(|c: char| !c.is_alphanumeric() && !is_mark(c));
    let rest = given.trim_start_matches(typed);
    let is_name = match () {
        () if is_title(typed) || is_particle(first) || typed.contains(['.', '/', '&', '+']) => false,
        // "Rovers: Anna", "Rovers - Anna Lee", "[Guest] Anna", "Team 1": what is first may be no name.
        () if given.contains([':', '|'])
            || given.contains(" - ")
            || given.contains(" – ")
            || given.starts_with('[') =>
        {
            false
        }
        () if given.chars().any(char::is_numeric) => false,
        // "ד״ר" is "Dr.": such a sign within a word says that it is short for another.
        () if first.contains(['"', '״']) => false,
        // "Иванов Иван Иванович": with that of the father last, the name of the family is first.
        () if rest.split_whitespace().count() > 1 && OF_FATHERS.iter().any(|end| rest.ends_with(end)) => false,
        () if given.contains(['&', '+', '/'])
            || words.any(|word| {
                AND.contains(&word.to_lowercase().as_str()) || is_of_a_firm(word) || is_of_a_family(word)
            }) =>
        {
            false
        }
        // Of 金 正恩 one half is the family's.
        () if first.chars().any(is_written_together) => rest.trim().is_empty(),
        // "J-P", "J"
        () if first.split(['-', '‑', '’', '\'']).all(|part| part.chars().count() < 2) => false,
        // "TJ Smith", "SMITH John": initials, or the name of the family.
        () if is_loud(first) && rest.contains(char::is_lowercase) => false,
        // "Иванов И. И.": the name of the family stands before the initials.
        () if is_initials(rest) => false,
        // "Lee A": which of both is the family's is not known; "Anna B." is typed so by who is called Anna.
        () if rest.trim().chars().count() == 1 && rest.trim().chars().all(char::is_alphabetic) => false,
        // "Friend of Ann"
        () if rest.split_whitespace().next() == Some("of") => false,
        // "Mª" is short for another; "Ann's mum" is not Ann.
        () if first.contains(['ª', 'º']) || first.ends_with("'s") || first.ends_with("’s") => false,
        // "van Beek", but "anna beek" is typed in small letters.
        () if first.starts_with(char::is_lowercase) && rest.contains(char::is_uppercase) => false,
        () => true,
    };
    is_name.then_some(first)
}

/// Between the names of two.
const AND: [&str; 16] = ["and", "und", "u", "u.", "et", "y", "e", "en", "og", "och", "i", "és", "ve", "и", "та", "і"];

/// How names after that of the father end in Russian and Ukrainian.
const OF_FATHERS: [&str; 3] = ["вич", "вна", "чна"];

fn is_loud(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

/// Whether a text is two initials or more and nothing else: "A. P.", "И.И."; one may be that of the family.
fn is_initials(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['.', ' ']).filter(|part| !part.is_empty()).collect();
    let dots = text.matches('.').count();
    parts.len() > 1 && dots >= parts.len() && parts.iter().all(|part| part.chars().count() == 1)
}

/// Marks of Indic and Thai letters, which are a part of the word they end.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0900}'..='\u{0eff}' | '\u{0300}'..='\u{036f}' | '\u{0f00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

#[cfg(test)]
mod tests {
    use super::called;

    #[test]
    fn people_are_greeted_by_the_name_they_are_called_by() {
        for (name, greeted) in [
            ("Hannah Lee", "Hannah"),
            ("Lee, Hannah", "Hannah"),
            ("Lee,Hannah Marie", "Hannah"),
            ("Lee,", "Lee"),
            ("van der Berg, Anna-Lena", "Anna-Lena"),
            ("O’Brien, Seán", "Seán"),
            ("Sammy Davis, Jr.", "Sammy"),
            ("John Smith, Ph.D.", "John"),
            ("John Smith, Ph. D.", "John"),
            ("Anna Berg, M.D.", "Anna"),
            ("Anna Berg, MBBS", "Anna"),
            ("Anna Berg, she/her", "Anna"),
            ("Hannah Lee, FC Rovers", "Hannah"),
            ("Hannah Lee, Tickets", "Hannah"),
            ("John Smith, Esquire", "John"),
            ("Anna B., Block 4", "Anna"),
            ("Rao, Asha, MD", "Asha"),
            ("Lee， Hannah", "Hannah"),
            ("الأسد، علي", "علي"),
            ("hannah lee", "hannah"),
            ("HANNAH LEE", "HANNAH"),
            ("Zoë", "Zoë"),
            ("李娜", "李娜"),
            ("김민수", "김민수"),
            ("Ада Байрон", "Ада"),
            ("Иван Иванович", "Иван"),
            ("Anna-Lena Berg", "Anna-Lena"),
            ("Anna Lee [Guest]", "Anna"),
            ("สมชาย ใจดี", "สมชาย"),
            ("\"Ace\" Ventura", "Ace"),
            ("Mary-Ann Lee", "Mary-Ann"),
            ("D’Angelo Russell", "D’Angelo"),
            ("Ed Lee", "Ed"),
            ("Anna B.", "Anna"),
            ("Anna Gast", "Anna"),
            ("JEAN-PIERRE DUPONT", "JEAN-PIERRE"),
            ("SMITH, John", "John"),
            ("Stewart Lee", "Stewart"),
            ("Ewart Lee", "Ewart"),
            ("Bea Canon", "Bea"),
            ("Ann President", "Ann"),
        ] {
            assert_eq!(called(name), greeted, "{name}");
        }
    }

    #[test]
    fn in_doubt_it_is_the_whole_name() {
        for name in [
            "Dr. Ada Byron",
            "Byron, Dr. Ada",
            "Dott. Rossi",
            "Sig Rossi",
            "Dhr. de Vries",
            "Mevr Jansen",
            "Mgr Jana Nová",
            "Pani Kowalska",
            "Fru Berg",
            "Doctor Who",
            "Cllr Ann Lee",
            "St. John Smith",
            "ดร.สมชาย ใจดี",
            "J. R. Ewing",
            "T.J. Smith",
            "TJ Smith",
            "J.P. Berg",
            "J.-P. Berg",
            "J-P Berg",
            "King, M.L.",
            "King, M. L.",
            "Lee, MBBS",
            "Anna Berg, Köln",
            "García Márquez, Gabriel",
            "van der Berg",
            "Van der Berg",
            "De la Cruz",
            "عبد الرحمن محمد",
            "金 正恩",
            "山田 太郎",
            "김 민수",
            "Dipl.-Ing. Anna Berg",
            "Dr.med. Anna Berg",
            "The Smiths",
            "Fam. Huber",
            "FC Rovers",
            "Anna & Bob Lee",
            "Anna und Bob Lee",
            "3rd Dan",
            "Team 1",
            "Anna u. Bob Lee",
            "Anna i Jan Nowak",
            "Rovers: Anna Lee",
            "Rovers - Anna Lee",
            "[Guest] Anna Lee",
            "ד\"ר נועה לוי",
            "Иванов Иван Иванович",
            "Шевченко Ганна Іллівна",
            "Müller GmbH",
            "Nguyễn Văn An",
            "SMITH John",
            "DUPONT Jean-Pierre",
            "O’NEIL Ann",
            "PÉREZ-LÓPEZ Ana",
            "Иванов И.И.",
            "Иванова А. П.",
            "Ewing J. R.",
            "Coach Ann",
            "Пані Ганна",
            "Κα Παππά",
            "السيد علي",
            "श्री राव",
            "גב׳ לוי",
            "Sayın Öztürk",
            "Pak Budi",
            "Ibu Sri",
            "Maître Dupont",
            "Graf Berg",
            "Hofrat Huber",
            "Mª Carmen Ruiz",
            "Mohd Ali",
            "Ticket Office",
            "Blue Team",
            "Guest of Ann",
            "Gast Huber",
            "Ann’s mum",
            "Thi Hong",
            "Thị Hồng Nguyễn",
            "Nguyen, Thi Hong",
            "Nguyen Van An",
            "Ní Chonaill Aoife",
            "Abdoul Aziz Diallo",
            "Lee A",
            "🎸",
            "",
        ] {
            assert_eq!(called(name), name, "{name}");
        }
    }

    #[test]
    fn a_function_and_a_family_are_no_name_to_greet_by() {
        for name in [
            "Revd Ann Lee",
            "Rvd Lee",
            "Canon Lee",
            "Jugendleiter Huber",
            "Abteilungsleiterin Huber",
            "Jugendwart Huber",
            "Kassenwart Huber",
            "Kassier Huber",
            "Präsident Huber",
            "Vizepräsidentin Huber",
            "Vorstand Huber",
            "Vorsitzender Huber",
            "Lehrerin Huber",
            "Sportlehrer Huber",
            "Schwester Anna",
            "Presidente Rossi",
            "Chairman Lee",
            "President Lee",
            "Referee Lee",
            "Physio Lee",
            "Treasurer Lee",
            "Parents of Tim",
            "Mum of Tim",
            "Friend of Tim",
            "Eltern von Tim",
            "Mama Huber",
            "Lee Family",
            "Lee Household",
            "Huber Familie",
            "Lee Siblings",
        ] {
            assert_eq!(called(name), name, "{name}");
        }
    }
}
