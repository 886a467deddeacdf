//! Letters in the language of whoever reads them.

use catalog::{Language, said_in};

use super::{ASHA, event, facts, read, result_letter, samples, scene, settings};
use crate::{
    domain::schedule::Zone,
    server::mail::{FromFacts, Letter, To, messages::ResultMessage},
};

fn in_language(language: Language) -> Vec<(&'static str, Letter)> {
    said_in(language, || samples(&scene(ASHA, &settings(), event())))
}

#[test]
fn every_letter_says_something_else_in_every_language_its_subject_too() {
    let english = in_language(Language::English);
    for (language, hello) in [(Language::German, "Hallo Asha,"), (Language::French, "Bonjour Asha,")] {
        for ((name, letter), (_, in_english)) in in_language(language).into_iter().zip(&english) {
            assert_ne!(letter.subject, in_english.subject, "{name}");
            assert!(letter.text.lines().any(|line| line == hello), "{name}: {}", letter.text);
            assert!(letter.html.contains(&format!("<html lang=\"{}\"", language.tag())), "{name}");
            assert_eq!(read(&letter.html, "title"), [letter.subject.as_str()]);
            // Whole sentences of the English letter, but for what people typed.
            let strange = in_english.text.lines().filter(|line| line.ends_with(['.', ':']) && line.len() > 40);
            for line in strange.filter(|line| !line.contains("gate B")) {
                assert!(!letter.text.contains(line), "{name}: {line}");
            }
        }
    }
}

/// The pseudo-language puts signs around every sentence that stands in the catalog.
#[test]
fn nothing_in_a_letter_is_said_outside_of_the_catalog() {
    for (name, letter) in in_language(Language::Pseudo) {
        let shown = read(&letter.html, "p, h1, a.button, title");
        let strange = shown.iter().filter(|text| text.chars().any(char::is_alphabetic) && !text.contains('⟦'));
        let typed = [
            "Rovers v United",
            "Bring your badge.",
            "gate B",
            "Row 5",
            "Ticket Pool",
            "http://localhost",
            "Signed statement",
        ];
        let strange: Vec<_> = strange.filter(|text| !typed.iter().any(|typed| text.contains(typed))).collect();
        assert_eq!(strange, <Vec<&String>>::new(), "{name}");
        assert!(letter.subject.contains('⟦'), "{name}: {}", letter.subject);
    }
}

#[test]
fn a_result_has_the_plural_the_number_and_the_date_of_its_language() {
    let of = |language, given| {
        let mut facts = facts(given, None);
        (facts.accepted, facts.tickets) = (vec![given.max(1)], 1_500);
        said_in(language, || result_letter(&facts))
    };
    let subjects = |language| [0, 1, 1_200].map(|given| of(language, given).subject);
    assert_eq!(
        subjects(Language::German),
        [
            "Rovers v United: diesmal keine Tickets",
            "Sie haben 1 Ticket bekommen: Rovers v United",
            "Sie haben 1.200 Tickets bekommen: Rovers v United"
        ]
    );
    assert_eq!(
        subjects(Language::French),
        [
            "Rovers v United : pas de billets cette fois",
            "Vous avez 1 billet pour Rovers v United !",
            "Vous avez 1 200 billets pour Rovers v United !"
        ]
    );
    let german = of(Language::German, 1).text;
    assert!(german.contains("Wann: Sonntag, 6. Dezember 2026, 15:00 Uhr GMT\n"), "{german}");
    let french = of(Language::French, 1).text;
    assert!(french.contains("Quand\u{a0}: dimanche 6 décembre 2026, 15:00 GMT\n"), "{french}");
}

#[test]
fn whoever_said_where_they_are_reads_the_time_there_too() {
    let (kolkata, london) = (Zone::parse("Asia/Kolkata").unwrap(), Zone::parse("Europe/London").unwrap());
    let of = |zone| ResultMessage::letter(&facts(2, None), &To { zone, ..ASHA }, &settings()).unwrap();
    let there = of(Some(kolkata));
    for body in [&there.text, &there.html] {
        assert!(body.contains("8:30 PM your time (Asia/Kolkata)"), "{body}");
    }
    assert!(!of(Some(london)).text.contains("your time") && !of(None).text.contains("your time"));
}
