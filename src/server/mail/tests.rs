pub(super) mod at_once;
mod calendar_files;
mod kinds;
mod languages;
mod old_payloads;
mod on_the_wire;
mod to_look_at;

use chrono::{DateTime, Utc};
use scraper::{Html, Selector};

use super::{
    CalendarFacts, EventFacts, EventTime, FromFacts, Letter, NoFacts, Scene, To,
    messages::{self, DeviceFacts, DeviceMessage, ResultFacts, ResultMessage, SignInMessage, WelcomeMessage},
};
use crate::{
    domain::{ids::EventId, schedule::Zone},
    server::{
        auth::{Code, Secret},
        chance::SeededChance,
        config::{Settings, Source},
    },
};

/// Markup, line breaks, a header, emoji, right-to-left letters, marks that mirror what follows, a bell.
const HOSTILE: &str =
    "<script>alert(1)</script>\" onload=x\r\nBcc: all@example.com\n\u{2028}👩‍👩‍👧 שלום \u{202E}abc\u{7}\0";

const CHAIN: &str = "Signed statement 1,234: 0f0f 0f0f 0f0f 0f0f 0f0f 0f0f 0f0f 0f0f · key 1a1a 1a1a 1a1a 1a1a";
const ASHA: To<'_> = To { name: "Asha", address: "asha@example.com", chain: CHAIN, zone: None, mark: "a5b8", off: "" };
const NOBODY_NICE: To<'_> =
    To { name: HOSTILE, address: "asha@example.com", chain: CHAIN, zone: None, mark: "a5b8", off: "" };

fn settings() -> Settings {
    settings_of("Ticket Pool")
}

fn settings_of(name: &str) -> Settings {
    let key = "0123456789abcdef0123456789abcdef";
    Settings::read(&Source::of([("SECRET_KEY", key), ("APP_NAME", name), ("APP_URL", "http://localhost:5000")]))
        .unwrap()
}

fn calendar() -> CalendarFacts {
    CalendarFacts {
        ends_at: None,
        place: String::new(),
        public_id: "51b8c3d0".into(),
        sequence: 3,
        starts_at: "2026-12-06T15:00:00Z".parse().unwrap(),
        told_at: "2026-11-22T12:00:00Z".parse().unwrap(),
    }
}

fn event() -> EventFacts {
    EventFacts {
        place: String::new(),
        id: EventId::new(12),
        name: "Rovers v United".into(),
        time: EventTime::At { starts_at: calendar().starts_at, zone: Zone::parse("Europe/London").unwrap() },
        organizer: "Priya Shah".into(),
        reply_to: "priya@example.com".into(),
        calendar: Some(calendar()),
    }
}

fn facts(given: u32, before: Option<u32>) -> ResultFacts {
    ResultFacts::sample(&event(), given, before)
}

fn hostile_event() -> EventFacts {
    EventFacts {
        place: String::new(),
        id: EventId::new(12),
        name: HOSTILE.into(),
        time: EventTime::Said { when: HOSTILE.into() },
        organizer: HOSTILE.into(),
        reply_to: HOSTILE.into(),
        calendar: Some(calendar()),
    }
}

fn hostile() -> ResultFacts {
    let line = format!("{HOSTILE}\nhttp://localhost:5000/sign-in/link/false");
    ResultFacts { event: hostile_event(), line, ..facts(2, Some(4)) }
}

fn hostile_device() -> DeviceFacts {
    DeviceFacts { device: HOSTILE.into(), at: at() }
}

fn at() -> DateTime<Utc> {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

fn token() -> Secret {
    Secret::new(&SeededChance::new(1))
}

fn code() -> Code {
    Code::new(&SeededChance::new(2))
}

fn scene<'a>(to: To<'static>, settings: &'a Settings, event: EventFacts) -> Scene<'a> {
    Scene { to, settings, event, at: at(), token: token(), code: code() }
}

/// The samples of all kinds, under their names.
fn samples(scene: &Scene<'_>) -> Vec<(&'static str, Letter)> {
    let samples = messages::profiles().flat_map(|profile| (profile.samples)(scene).unwrap());
    samples.map(|sample| (sample.name, sample.letter)).collect()
}

fn usual() -> Vec<Letter> {
    samples(&scene(ASHA, &settings(), event())).into_iter().map(|(_, letter)| letter).collect()
}

fn result_letter(facts: &ResultFacts) -> Letter {
    ResultMessage::letter(facts, &ASHA, &settings()).unwrap()
}

fn sign_in_letter(settings: &Settings) -> Letter {
    SignInMessage::letter(&ASHA, &token(), &code(), settings).unwrap()
}

fn read(html: &str, selector: &str) -> Vec<String> {
    let document = Html::parse_document(html);
    assert_eq!(document.errors, Vec::<String>::new());
    let selector = Selector::parse(selector).unwrap();
    document.select(&selector).map(|element| element.text().collect()).collect()
}

#[test]
fn a_result_that_was_drawn_leads_to_the_reason() {
    let why = "See how tickets were drawn and verify it: http://localhost:5000/events/12/draw";
    let of = |drawn| result_letter(&ResultFacts { drawn, ..facts(0, None) });
    assert!(of(true).text.contains(why));
    assert_eq!(read(&of(true).html, "a[href$='/draw']"), ["See how tickets were drawn and verify it"]);
    assert!(!of(false).text.contains("drawn") && !of(false).html.contains("/draw"));
}

/// What can be seen: not the joiners that keep the body out of the preheader. A fingerprint in groups of four digits, which
/// nobody reads but to compare it, is one word.
fn words(text: &str) -> usize {
    let seen = text.split_whitespace().filter(|word| word.contains(|c| !matches!(c, '\u{34F}' | '\u{200C}')));
    let group = |word: &&str| word.len() == 4 && word.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    let seen: Vec<&str> = seen.collect();
    seen.chunk_by(|one, next| group(one) && group(next)).count()
}

#[test]
fn the_subject_says_the_result() {
    let subject = |facts: &ResultFacts| result_letter(facts).subject;
    assert_eq!(subject(&facts(2, None)), "You got 2 tickets for Rovers v United!");
    assert_eq!(subject(&facts(1, Some(1))), "You got 1 ticket for Rovers v United!");
    assert_eq!(subject(&facts(0, None)), "Rovers v United: no tickets this time");
    assert_eq!(subject(&facts(3, Some(2))), "Update: you now have 3 tickets for Rovers v United (was 2)");
    assert_eq!(subject(&facts(0, Some(2))), "Update: you now have no tickets for Rovers v United (was 2)");
}

#[test]
fn only_winners_read_the_winners_line() {
    let text = |given| result_letter(&facts(given, None)).text;
    assert!(
        text(2).contains("A note from Priya Shah:\n  Pick your tickets up at gate B from noon.\n  Bring your badge.\n")
    );
    assert!(!text(0).contains("gate B"));
}

#[test]
fn who_holds_tickets_reads_them_first() {
    let at_the_city_ground = EventFacts { place: "City Ground".into(), ..event() };
    let letter = |given| result_letter(&ResultFacts { event: at_the_city_ground.clone(), ..facts(given, None) });
    let begins = "2 tickets for Asha\nEvent: Rovers v United\nWhen: Sunday, December 6, 2026, 3:00 PM GMT\nWhere: City Ground\n\nHi Asha,";
    assert!(letter(2).text.starts_with(begins), "{}", letter(2).text);
    assert_eq!(letter(2).text.matches("City Ground").count(), 1);
    let on_it = |selector: &str| read(&letter(2).html, &format!(".ticket {selector}"));
    assert_eq!(on_it(".admits"), ["2 tickets"]);
    assert_eq!((on_it("h1"), on_it("bdi")), (vec!["Rovers v United".to_owned()], vec!["Asha".to_owned()]));
    assert!(on_it("p").contains(&"City Ground".to_owned()), "{:?}", on_it("p"));
    assert_eq!(on_it("[aria-hidden]"), ["Sun", "6", "Dec"]);
    assert_eq!(read(&letter(0).html, ".ticket").len(), 0);
    assert!(letter(0).text.starts_with("Hi Asha,"), "{}", letter(0).text);
    // In words already, as it was in messages from before: there is no day for a stub.
    assert_eq!(read(&result_letter(&hostile()).html, ".ticket").len(), 0);
}

#[test]
fn every_letter_is_short_and_says_the_same_twice() {
    for letter in usual() {
        assert!(words(&letter.text) <= 120, "{}", letter.text);
        let [body] = &read(&letter.html, "body")[..] else { panic!("one body") };
        assert!(words(body) <= 120, "{body}");
        for sentence in letter.text.lines().filter(|line| line.ends_with('.')) {
            assert!(body.contains(sentence.trim()), "{sentence}");
        }
    }
}

#[test]
fn the_link_stands_alone_on_its_line_and_once_on_a_button() {
    let settings = settings();
    let sign_in = settings.link(&crate::paths::link(token().expose()));
    let undo = settings.link(&crate::paths::undo_address(token().expose()));
    for letter in usual() {
        let links: Vec<_> = letter.text.lines().filter(|line| line.starts_with("http")).collect();
        let [event, request, account, mail, home] =
            ["/events/12", "/events/12/request", "/account", "/admin/mail", "/"].map(|path| settings.link(path));
        let offer = settings.link(&crate::paths::offer(&"0".repeat(96)));
        let accepted = [&sign_in, &undo, &event, &request, &account, &mail, &home, &offer];
        assert!(links.len() == 1 && accepted.iter().any(|one| *one == links[0]), "{links:?}");
        assert_eq!(read(&letter.html, "a.button").len(), 1);
        assert_eq!(read(&letter.html, "a.link:not([href$='/draw'])"), links);
    }
}

#[test]
fn hostile_names_change_nothing_but_themselves() {
    let settings = settings();
    let mut letters: Vec<Letter> =
        samples(&scene(NOBODY_NICE, &settings, hostile_event())).into_iter().map(|(_, letter)| letter).collect();
    for facts in [hostile(), ResultFacts { before: None, ..hostile() }] {
        letters.push(ResultMessage::letter(&facts, &NOBODY_NICE, &settings).unwrap());
    }
    letters.push(DeviceMessage::letter(&hostile_device(), &NOBODY_NICE, &settings).unwrap());
    for letter in letters {
        assert!(!letter.subject.chars().any(char::is_control), "{:?}", letter.subject);
        assert!(letter.subject.chars().count() <= 150);
        assert!(!letter.to_name.chars().any(char::is_control));
        assert!(!letter.text.chars().any(|c| c.is_control() && c != '\n'), "{:?}", letter.text);
        assert!(!letter.text.contains(['\u{202E}', '\u{2028}']));
        assert!(!letter.text.lines().any(|line| line.starts_with("Bcc:")), "{}", letter.text);
        assert_eq!(letter.text.lines().filter(|line| line.starts_with("http")).count(), 1, "{}", letter.text);
        assert_eq!(letter.reply_to, None);
        assert_eq!(read(&letter.html, "script, [onload]").len(), 0);
        // Someone is greeted by the first word of their name.
        let greeted = read(&letter.html, "bdi").first().is_some_and(|name| name == "script>alert(1)</script");
        assert!(greeted || letter.html.contains("👩‍👩‍👧 שלום abc"), "{}", letter.html);
    }
}

#[test]
fn a_letter_loads_nothing_and_tells_nobody_that_it_was_read() {
    for letter in usual() {
        assert_eq!(read(&letter.html, "img, script, link, iframe, form, [background]").len(), 0);
        assert!(!letter.html.contains("url("));
    }
}

#[test]
fn what_stands_beside_the_subject_ends_before_the_body_begins() {
    for letter in usual() {
        let [preheader, padding, ..] = &read(&letter.html, "body > div")[..] else { panic!("{}", letter.html) };
        assert!((1..=150).contains(&preheader.trim().chars().count()), "{preheader}");
        assert_eq!(words(padding), 0);
        assert!(preheader.chars().count() + padding.chars().count() > 200);
        assert_eq!(read(&letter.html, "title"), [letter.subject]);
    }
}

#[test]
fn answers_go_to_the_organizer() {
    let letter = result_letter(&facts(2, None));
    assert_eq!(letter.reply_to.as_deref(), Some("priya@example.com"));
    assert_eq!(sign_in_letter(&settings()).reply_to, None);
}

#[test]
fn a_letter_shows_nothing_in_a_log() {
    let letter = sign_in_letter(&settings());
    assert_eq!(format!("{letter:?}"), "Letter(…)");
}

#[test]
fn the_programs_own_name_may_be_hostile_too() {
    let settings = settings_of("<b>Pool</b> & \"Co\"");
    let letter = sign_in_letter(&settings);
    assert_eq!(letter.subject, format!("{} is your <b>Pool</b> & \"Co\" sign-in code", code().shown()));
    assert_eq!(read(&letter.html, "h1"), ["Sign in to <b>Pool</b> & \"Co\""]);
}

#[test]
fn the_code_stands_alone_on_its_line_and_in_the_subject() {
    let letter = sign_in_letter(&settings());
    let shown = code().shown();
    assert_eq!(letter.text.lines().filter(|line| *line == shown).count(), 1);
    assert_eq!(letter.subject, format!("{shown} is your Ticket Pool sign-in code"));
    assert_eq!(read(&letter.html, "p.code"), [shown.as_str()]);
    let welcome = WelcomeMessage::letter(&ASHA, &token(), None, &settings()).unwrap();
    assert!(read(&welcome.html, "p.code").is_empty());
}
