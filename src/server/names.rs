//! Names as people sort, search, and tell them apart: the same on every database.

mod alike;
mod letters;
mod several;
mod titles;

use icu_collator::{
    CollatorBorrowed, CollatorPreferences,
    options::{CollatorOptions, Strength},
};
use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::{CodePointMapData, props::GeneralCategory};

/// Which rules made the keys that are stored. Whoever changes what [`Keys::of`] gives, or takes a later version of what it
/// is made with, counts up; the next start makes all keys anew.
pub const KEYS: i16 = 5;

use self::letters::{is_left_out, push_plain, spelled_out};
pub use self::{
    alike::{Alike, looks},
    several::{is_and, is_of_a_family},
    titles::{is_no_name, is_of_a_firm, is_particle, is_perhaps_a_title, is_title},
};
use crate::domain::visible::{composed, is_letter_number_or_symbol};

/// What is stored beside a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    /// In its order of bytes names stand in that of the Unicode Collation Algorithm (UTS #10, root locale), in hexadecimal:
    /// `van der Berg` before `Vera`, `Ådne` before `Bea`, `Łukasz` before `Maria`.
    pub sort: String,
    /// What [`needles`] look in.
    pub search: String,
}

impl Keys {
    /// Those of a name. It is searched as it is written, with its letters spelled out, and both in one word: "Anne-Marie" is
    /// "Annemarie" to many.
    pub fn of(name: &str) -> Self {
        let mut ways = Vec::new();
        for way in [folded(name), folded(&spelled_out(name))] {
            let joined = way.replace(' ', "");
            for way in [way, joined] {
                if !ways.contains(&way) {
                    ways.push(way);
                }
            }
        }
        Self { sort: sort_key(name), search: ways.join(" ") }
    }
}

/// A word of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    /// How it may stand in [`Keys::search`] of the names to be found: "Müller" also finds "Mueller".
    pub ways: Vec<String>,
}

impl Needle {
    /// Whether it is in the key of a name.
    pub fn is_in(&self, key: &str) -> bool {
        self.ways.iter().any(|way| key.contains(way.as_str()))
    }
}

/// The words of a search, each of which must be in a name.
pub fn needles(search: &str) -> Vec<Needle> {
    let (plain, spelled) = (folded(search), folded(&spelled_out(search)));
    // Spelling out a letter parts no word.
    let words = plain.split(' ').zip(spelled.split(' ')).filter(|(word, _)| !word.is_empty());
    let needle = |(word, spelled): (&str, &str)| {
        let mut ways = vec![word.to_owned(), spelled.to_owned()];
        ways.dedup();
        Needle { ways }
    };
    words.map(needle).collect()
}

/// Whether two texts are the same name, as [`plain`] has them.
pub fn is_same(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}

/// A name in small letters, with one blank between words, and accents written in one way.
pub fn plain(name: &str) -> String {
    composed(&name.to_lowercase()).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn sort_key(name: &str) -> String {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Tertiary);
    // The data of the root locale are part of the program.
    let Ok(collator) = CollatorBorrowed::try_new(CollatorPreferences::default(), options) else { return folded(name) };
    let mut key = Vec::new();
    match collator.write_sort_key_to(name, &mut key) {
        Ok(()) => hex::encode(key),
        Err(never) => match never {},
    }
}

/// Whether a letter is of those between which many write no spaces: Han, Hiragana, Katakana, Hangul.
pub fn is_written_together(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Small letters without marks, words with one space between them, without what people leave out: apostrophes and dots.
fn folded(text: &str) -> String {
    if text.is_ascii() { folded_ascii(text) } else { folded_any(text) }
}

/// As [`folded_any`], for the many names that need no tables.
fn folded_ascii(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\'' | '`' | '.' => {}
            _ if c.is_ascii_control() => {}
            _ if c.is_ascii_alphanumeric() => folded.push(c.to_ascii_lowercase()),
            _ if folded.is_empty() || folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn folded_any(text: &str) -> String {
    let category = CodePointMapData::<GeneralCategory>::new();
    let mut folded = String::with_capacity(text.len());
    // "´" alone would come apart into a blank and an accent.
    let text: String = text.to_lowercase().chars().filter(|c| !is_left_out(*c)).collect();
    for c in DecomposingNormalizerBorrowed::new_nfkd().normalize(&text).chars() {
        use GeneralCategory as Of;
        match category.get(c) {
            Of::NonspacingMark | Of::EnclosingMark | Of::SpacingMark | Of::Format | Of::Control => {}
            _ if is_left_out(c) => {}
            _ if is_letter_number_or_symbol(c) => push_plain(&mut folded, c),
            _ if folded.is_empty() || folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

#[cfg(test)]
mod tests {
    use super::{Keys, folded_any, folded_ascii, needles};

    /// Whether every word of a search is in the key of a name.
    fn finds(search: &str, name: &str) -> bool {
        let key = Keys::of(name).search;
        let words = needles(search);
        !words.is_empty() && words.iter().all(|word| word.is_in(&key))
    }

    #[test]
    fn names_stand_as_in_a_telephone_book() {
        let sorted = [
            "Ada",
            "Ådne",
            "álvaro",
            "Ángel",
            "Bea",
            "de la Cruz",
            "Łukasz",
            "Maria",
            "Müller",
            "Muller-Huber",
            "O’Brien",
            "Öztürk",
            "Šimon",
            "van der Berg",
            "Vera",
            "Yara",
            "Zoë",
            "Zoe Z",
            "Ζωή",
            "Мария",
            "Яна",
            "李娜",
        ];
        let mut shuffled = sorted;
        shuffled.reverse();
        shuffled.sort_by_key(|name| Keys::of(name).sort);
        assert_eq!(shuffled, sorted);
    }

    #[test]
    fn a_name_is_found_however_it_is_typed() {
        for (search, name) in [
            ("muller", "Müller"),
            ("MÜLLER", "Müller"),
            ("mueller", "Müller"),
            ("müller", "Mu\u{308}ller"),
            ("mu\u{308}ller", "Müller"),
            ("łukasz", "Łukasz"),
            ("Łukasz", "ŁUKASZ"),
            ("lukasz", "Łukasz"),
            ("мария", "Мария"),
            ("МАРИЯ", "Мария"),
            ("öztürk", "Öztürk"),
            ("ozturk", "ÖZTÜRK"),
            ("zoe", "Zoë"),
            ("Zoë", "zoe"),
            ("istanbul", "İstanbul"),
            ("ismail", "Ismail"),
            ("strasse", "Straße"),
            ("STRASSE", "straße"),
            ("soren", "Søren"),
            ("soeren", "Søren"),
            ("aase", "Åse"),
            ("obrien", "O'Brien"),
            ("O’Brien", "O'Brien"),
            ("o'brien", "O’Brien"),
            ("jean luc", "Jean-Luc"),
            ("jean-luc", "Jean Luc"),
            ("lee hannah", "Hannah Lee"),
            ("Lee, Hannah", "Hannah Lee"),
            ("hawaii", "Hawaiʻi Kaʻahumanu"),
            ("kaahumanu", "Hawaiʻi Kaʻahumanu"),
            ("kaʻahumanu", "Ka'ahumanu"),
            ("said", "Saʿid"),
            ("saʻid", "Said"),
            ("solovev", "Solovʹev"),
            ("oneill", "O′Neill"),
            ("j r", "J. R. Ewing"),
            ("jr", "J.R. Ewing"),
            ("σοφος", "Σοφός"),
            ("nguyen", "Nguyễn"),
            ("andre", "ＡＮＤＲＥ"),
            ("李", "李娜"),
            ("佐藤花子", "佐藤 花子"),
            ("佐藤 花子", "佐藤花子"),
            ("山崎", "山﨑 太郎"),
            ("山﨑", "山崎太郎"),
            ("齋藤", "斉藤"),
            ("濱田", "浜田 花"),
            ("広瀬", "廣瀬 花"),
            ("o'connor", "Pat O´Connor"),
            ("OConnor", "Pat O´Connor"),
            ("o´connor", "Pat O'Connor"),
            ("гудзик", "Олександр Ґудзик"),
            ("казакбаев", "Ғалым Қазақбаев"),
            ("ижакевич", "Микола Їжакевич"),
            ("їжакевич", "Микола Їжакевич"),
            ("김민수", "김 민수"),
            ("ليلي", "ليلى"),
            ("علی", "علي"),
            ("100", "Team 100%"),
            ("annesophie", "Anne-Sophie"),
            ("Annemarie", "Anne-Marie Lee"),
            ("maryann", "Mary Ann Lee"),
            ("josemaria", "José María"),
            ("macdonald", "Mac Donald"),
            ("oneil", "O Neil"),
            ("vanderberg", "Anna van der Berg"),
            ("عبدالله", "عبد الله"),
            ("müllerlüdenscheidt", "Mueller-Luedenscheidt"),
            ("Müller", "Mueller"),
            ("Göthe", "Johann Goethe"),
            ("schröder", "Schroeder"),
            ("Søren", "Soeren"),
            ("håkon", "Haakon"),
            ("ha\u{30a}kon", "Haakon"),
            ("parallel", "Paral·lel"),
            ("galla", "Gal·la"),
            ("gal·la", "Galla"),
            ("llull", "L·lull"),
            ("约翰史密斯", "约翰·史密斯"),
            ("aliyev", "Əliyev"),
            ("eliyev", "Əliyev"),
            ("Əliyev", "Aliyev"),
            ("евген", "Євген"),
            ("рахимов", "Раҳимов"),
            ("djordje", "Đorđe"),
            ("Đorđe", "Djordje"),
            ("dorde", "Đorđe"),
            ("眞子", "真子"),
            ("国岡", "國岡"),
        ] {
            assert!(finds(search, name), "{search} finds {name}: {:?} in {}", needles(search), Keys::of(name).search);
        }
        for (search, name) in
            [("%", "Ada"), ("_", "Ada"), ("", "Ada"), ("...", "Ada"), ("adb", "Ada"), ("мария", "Maria")]
        {
            assert!(!finds(search, name), "{search} does not find {name}");
        }
    }

    #[test]
    fn names_in_ascii_are_folded_as_all_others() {
        let all: String = (0..128_u8).map(char::from).collect();
        for text in ["Hannah Lee", " O'Brien,  J.R. ", "a-b_c%d", "100% $5 <x>", all.as_str()] {
            assert_eq!(folded_ascii(text), folded_any(text), "{text:?}");
        }
    }

    /// If this changes, [`super::KEYS`] must count up: databases hold keys as they were.
    #[test]
    fn the_keys_are_those_of_this_number() {
        let keys: Vec<String> = ["Åsa O’Brien", "Мария", "李"].iter().map(|name| Keys::of(name).sort).collect();
        assert_eq!(
            keys,
            ["2b4f2b044709702d4d3b334501459242730901dcc2dcc5dc08", "6272069646f4010901de08", "fa350401050105"]
        );
    }
}
